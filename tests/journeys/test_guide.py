"""The user guide beside the running demonstration: its words, its links, and its pictures, which are made here.

HOLDFAST_GUIDE_PICTURES=1 (script/generate-docs --pictures) writes them into docs/guide/pictures.
"""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from holdfast.demo.sign_ins import SIGN_INS
from holdfast.web.about.marked_text import anchor
from tests.journeys.picture_taking import HEAVIEST, WIDTH, Picture
from tests.journeys.pictures import PICTURES

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "docs" / "guide"
PAGES = sorted(GUIDE.glob("*.md"))
WRITE = "HOLDFAST_GUIDE_PICTURES"
#: where the words that people read are written
WORDED = ("*.html", "*.py", "*.js", "*.txt", "*.toml")
BOLD = r"\*\*(.+?)\*\*"
PASSWORDS = {one.username: one.password for one in SIGN_INS}


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the demonstration, loaded into a folder of its own."""
    data = tmp_path_factory.mktemp("guide") / "data"
    data.mkdir(mode=0o700)
    environment = {name: text for name, text in os.environ.items() if name != "DATABASE_URL"}
    environment |= {"HOLDFAST_DATA": str(data), "HOLDFAST_DEMO": "1", "PYTHONPATH": str(ROOT)}
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable,
        "-c",
        "from holdfast.config.cli import main; main()",
        "serve",
        "--port",
        str(port),
    ]
    server = subprocess.Popen(
        command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        start_new_session=True,
    )  # fmt: skip
    try:
        said = []
        for line in server.stdout:
            said.append(line)
            if "Holdfast is running" in line:
                break
        else:
            raise AssertionError("".join(said))
        yield line.split()[-1].rstrip("/")
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(timeout=30)
        server.stdout.close()


@pytest.fixture(scope="module")
def seat(demo: str, chromium: Any) -> Iterator[Callable[[str], Any]]:
    """A window signed in as one of the demo's people; signed in once, kept for the next picture."""
    seats: dict[str, Any] = {}

    def of(who: str) -> Any:
        if who not in seats:
            context = chromium.new_context(
                base_url=demo, viewport={"width": WIDTH, "height": 900}, locale="en-GB"
            )
            page = seats[who] = context.new_page()
            page.set_default_timeout(30_000)
            page.goto("/sign-in")
            page.get_by_label("User name").fill(who)
            page.get_by_label("Password").fill(PASSWORDS[who])
            page.get_by_label("Password").press("Enter")
            page.wait_for_url(re.compile("/$"))
        return seats[who]

    yield of
    for page in seats.values():
        page.context.close()


@pytest.fixture(scope="module")
def blank(chromium: Any) -> Iterator[Any]:
    page = chromium.new_page()
    yield page
    page.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return GUIDE / "pictures" if os.environ.get(WRITE) == "1" else tmp_path_factory.mktemp("pictures")


@pytest.mark.browser
@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_the_page_shows_what_the_guide_says(
    picture: Picture, seat: Callable[[str], Any], blank: Any, folder: Path
):
    made = picture.take(seat(picture.who), blank)

    assert len(made) < HEAVIEST, picture.name
    (folder / f"{picture.name}.png").write_bytes(made)


def named(page: Path) -> list[tuple[str, str]]:
    """(words, file) of every picture a page of the guide shows."""
    return re.findall(r"!\[([^\]]*)\]\(pictures/([a-z-]+)\.png\)", page.read_text())


def test_every_picture_named_is_made_and_every_one_made_is_named():
    in_the_guide = sorted(name for page in PAGES for _words, name in named(page))

    assert in_the_guide == sorted(picture.name for picture in PICTURES)
    assert sorted(path.stem for path in (GUIDE / "pictures").iterdir()) == in_the_guide


def test_every_picture_stands_in_words_too_and_is_small():
    assert [name for page in PAGES for words, name in named(page) if len(words) < 20] == []
    heavy = [path.name for path in (GUIDE / "pictures").iterdir() if path.stat().st_size >= HEAVIEST]
    assert heavy == []


def test_what_is_in_bold_stands_on_a_page_of_the_service():
    product = _plain(" ".join(_words(path) for kind in WORDED for path in (ROOT / "holdfast").rglob(kind)))
    bold = [(page.name, words) for page in PAGES for words in re.findall(BOLD, page.read_text(), re.DOTALL)]

    assert len(bold) > 100
    assert [(page, words) for page, words in bold if _plain(words) not in product] == []


def _words(source: Path) -> str:
    text = source.read_text()
    return re.sub(r"<[^>]*>", "", text) if source.suffix == ".html" else text


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("’", "'")).casefold()


def test_every_link_of_the_guide_leads_somewhere():
    broken = [
        (page.name, link, place)
        for page in PAGES
        for link, place in re.findall(r"\]\(([^)#]+)(?:#([^)]*))?\)", page.read_text())
        if not (GUIDE / link).exists() or (place and place not in places(GUIDE / link))
    ]

    assert broken == []


def places(page: Path) -> set[str]:
    return {anchor(words) for words in re.findall(r"^## (.+)$", page.read_text(), re.MULTILINE)}


def test_every_role_has_its_page_and_the_reports_one_of_their_own():
    assert {page.stem for page in PAGES} == {
        "README", "iro", "iro-manager", "business-support", "social-worker", "team-manager", "analyst",
        "senior-manager", "board-reader", "reports",
    }  # fmt: skip
