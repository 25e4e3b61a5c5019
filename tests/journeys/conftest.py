"""A real browser against a running service. One browser for the run, one fresh window for each test."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from holdfast.casework.access.roles import Role
from holdfast.domain.reporting_year import ReportingYear
from tests.builders.people import PASSWORD
from tests.journeys.own_server import Service
from tests.web.conftest import World, _plain_service, world  # noqa: F401  the same small world

AXE = Path(__file__).parent.parent / "vendor" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
#: only what is wrong is worked out in full, and nothing is fetched: twice as quick on a long page
ASK_AXE = "(rules) => axe.run(document, {runOnly: rules, resultTypes: ['violations'], preload: false})"
YEAR = ReportingYear(2017)
#: what differs between pages that are the same: tokens against forged forms, one-time words of scripts, opaque ids
_TOKEN = re.compile(r'(?:value|nonce)="[\w-]{20,}={0,2}"|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}')
#: titles and main parts of pages that were found accessible in this run
_checked: set[tuple[str, str]] = set()


@pytest.fixture(autouse=True, scope="session")
def _static_files_stand_somewhere(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The running service is started once, before the settings of a single test."""
    settings.STATIC_ROOT = tmp_path_factory.mktemp("static")


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    """A server that can be killed, with a database of its own."""
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    made = Service(data)
    yield made
    made.kill()


@pytest.fixture
def window(chromium: Any, live_server: Any) -> Iterator[Any]:
    """A fresh window at the running service. What it says to the console as an error fails the test."""
    context = chromium.new_context(
        base_url=live_server.url, viewport={"width": 1280, "height": 900}, locale="en-GB"
    )
    page = context.new_page()
    page.set_default_timeout(30_000)
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    expected = ("status of 4", "ERR_INTERNET_DISCONNECTED")  # a refusal; a test that took the network away
    assert [c for c in complaints if not any(words in c for words in expected)] == []


@pytest.fixture
def sign_in(window: Any, world: World) -> Callable[[Role], None]:  # noqa: F811  the fixture is asked for by its name
    def signed_in(role: Role) -> None:
        window.goto("/sign-in")
        window.get_by_label("User name").fill(world.users[role].username)
        window.get_by_label("Password").fill(PASSWORD)
        window.get_by_label("Password").press("Enter")
        window.wait_for_url("**/")

    return signed_in


@pytest.fixture
def check_page(window: Any) -> Callable[[str], None]:
    """Axe at WCAG 2.2 AA with its best practice, wide and at 320 pixels, where nothing may scroll sideways.

    Many pages are the same for several roles but for the head and the menu, which stand on every page of a role:
    what was checked to the letter in this run is not checked again.
    """

    def check(address: str) -> None:
        window.goto(address)
        shown = (window.title(), _TOKEN.sub("", window.evaluate("document.querySelector('main').outerHTML")))
        if shown in _checked:
            return
        window.evaluate(AXE.read_text())
        for width in (1280, 320):
            window.set_viewport_size({"width": width, "height": 900})
            found = window.evaluate(ASK_AXE, RULES)
            broken = [(v["id"], [node["html"][:160] for node in v["nodes"]]) for v in found["violations"]]
            assert (address, width, broken) == (address, width, [])
            assert window.evaluate("document.querySelectorAll('h1').length") == 1, address
            assert window.title().endswith(" – Holdfast"), address
            if width == 320:
                assert window.evaluate("document.documentElement.scrollWidth") <= 320, address
        window.set_viewport_size({"width": 1280, "height": 900})
        _checked.add(shown)

    return check
