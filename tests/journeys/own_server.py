"""A server of a test's own: a real one on a database of its own, ended by SIGKILL, started again."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SOON = 20_000
WORLD = """
import django
django.setup()
from django.core.management import call_command
from tests import standing_schema
standing_schema.use()
call_command("migrate", verbosity=0)
from datetime import date, timedelta
from tests.builders import care, people, reviews
from holdfast.casework.access.roles import Role
officer = people.user(Role.IRO, name="Sam Fielding", username="sam")
child = care.in_care(date(2016, 5, 2), people.child("Alice Arden"))
people.allocated(child, people.worker("Sam Fielding", officer))
print(reviews.review(child, date.today() - timedelta(days=2)).public_id)
"""


class Service:
    """A server of our own that can be killed and started again on the same port."""

    def __init__(self, data: Path) -> None:
        self.environment = {name: text for name, text in os.environ.items() if name != "DATABASE_URL"}
        self.environment |= {
            "HOLDFAST_DATA": str(data),
            "DJANGO_SETTINGS_MODULE": "holdfast.config.settings",
            "PYTHONPATH": str(ROOT),
        }
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.process: subprocess.Popen[str] | None = None

    def make_world(self) -> str:
        made = subprocess.run(
            [sys.executable, "-c", WORLD], env=self.environment, cwd=ROOT, capture_output=True, text=True
        )
        assert made.returncode == 0, made.stderr
        return made.stdout.split()[-1]

    def start(self) -> None:
        """Returns once it says that it is running."""
        command = [
            sys.executable, "-c", "from holdfast.config.cli import main; main()",
            "serve", "--no-demo", "--port", str(self.port),
        ]  # fmt: skip
        self.process = subprocess.Popen(
            command, env=self.environment, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True, start_new_session=True,
        )  # fmt: skip
        said = []
        for line in self.process.stdout:
            said.append(line)
            if "Holdfast is running" in line:
                assert f":{self.port}/" in line, line
                return
        raise AssertionError("".join(said))

    def kill(self) -> None:
        """No goodbye: the server and its workers are ended at once."""
        if self.process is not None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process.stdout.close()
            self.process = None


def wait_for(page: Any, words: str) -> None:
    page.locator("form[data-draft] [role=status]").get_by_text(re.compile(words)).wait_for(timeout=SOON)


def cookies(context: Any) -> dict[str, Any]:
    """Signed in, but with nothing of what the first browser kept on its device."""
    return {"cookies": context.cookies(), "origins": []}
