"""The server is killed while somebody types: a real one on a database of its own, ended by SIGKILL, started again."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.builders.people import PASSWORD

pytestmark = [pytest.mark.browser]

ROOT = Path(__file__).resolve().parents[2]
SOON = 20_000
WORLD = """
import django
django.setup()
from django.core.management import call_command
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


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    made = Service(data)
    yield made
    made.kill()


def wait_for(page: Any, words: str) -> None:
    page.locator("form[data-draft] [role=status]").get_by_text(re.compile(words)).wait_for(timeout=SOON)


def test_the_draft_survives_a_killed_server(chromium: Any, service: Service):
    # Given an officer who writes the record of a review
    review = service.make_world()
    service.start()
    context = chromium.new_context(base_url=f"http://127.0.0.1:{service.port}", locale="en-GB")
    page = context.new_page()
    page.goto(f"/sign-in?next=/reviews/{review}/record")
    page.get_by_label("User name").fill("sam")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_label("Password").press("Enter")
    page.wait_for_url("**/record")
    page.get_by_label("What the child says").fill("Before the server was killed.")
    wait_for(page, r"Saved \d\d:\d\d as a draft")

    # When the server is killed while they type
    service.kill()
    page.get_by_label("The plan").fill("While the server was gone.")
    wait_for(page, r"Not saved since \d\d:\d\d; kept on this device until you are back")

    # Then another browser, once it runs again, is offered what the service had
    service.start()
    other = chromium.new_context(base_url=f"http://127.0.0.1:{service.port}", storage_state=_cookies(context))
    again = other.new_page()
    again.goto(f"/reviews/{review}/record")
    again.get_by_role("button", name="Use what you wrote").wait_for()
    other.close()

    # And the page that was open sends the rest by itself, and offers all of it when it is opened again
    wait_for(page, "Saved")
    page.reload()
    page.get_by_role("button", name="Use what you wrote").click()
    assert page.get_by_label("What the child says").input_value() == "Before the server was killed."
    assert page.get_by_label("The plan").input_value() == "While the server was gone."
    page.get_by_role("button", name="Save the record").click()
    page.get_by_text("Saved at").wait_for()
    context.close()


def _cookies(context: Any) -> dict[str, Any]:
    """Signed in, but with nothing of what the first browser kept on its device."""
    return {"cookies": context.cookies(), "origins": []}
