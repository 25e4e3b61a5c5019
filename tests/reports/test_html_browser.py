"""The web page in a real browser: axe finds nothing, and nothing runs off a narrow screen."""

from __future__ import annotations

from pathlib import Path

import pytest

AXE = Path(__file__).parents[1] / "vendor" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(page, tmp_path_factory) -> str:
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(page)
    return path.as_uri()


@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_and_the_page_does_not_scroll_sideways(chromium, address, width):
    tab = chromium.new_page(viewport={"width": width, "height": 800})
    tab.goto(address)
    tab.evaluate(AXE.read_text())

    found = tab.evaluate("rules => axe.run({runOnly: rules})", RULES)

    assert [(v["id"], v["nodes"][0]["html"]) for v in found["violations"]] == []
    assert tab.evaluate("document.documentElement.scrollWidth") == width
    tab.close()


def test_the_first_stop_of_the_keyboard_skips_to_the_report(chromium, address):
    tab = chromium.new_page()
    tab.goto(address)

    tab.keyboard.press("Tab")

    assert tab.evaluate("document.activeElement.textContent") == "Skip to the report"
    assert tab.evaluate("document.activeElement.getBoundingClientRect().left") >= 0
    tab.close()


def test_the_typeface_comes_with_the_page(chromium, address):
    tab = chromium.new_page()
    tab.goto(address)

    loaded = tab.evaluate(
        "document.fonts.ready.then(() => [...document.fonts].map(f => [f.weight, f.status]))"
    )

    assert sorted(loaded) == [["400", "loaded"], ["600", "loaded"]]
    tab.close()
