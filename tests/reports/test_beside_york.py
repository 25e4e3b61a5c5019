"""The page that lays our report beside York's names what our report has: its sections, parts, tables and places."""

from __future__ import annotations

import re
from pathlib import Path

from holdfast.domain.reporting_year import ReportingYear
from holdfast.reports.annual.authority import Authority
from holdfast.reports.annual.outline import Outlined, outline
from holdfast.reports.check import tables
from tests.reports.documents import annual_draft

PAGE = (Path(__file__).parents[2] / "docs" / "beside-yorks-annual-report.md").read_text()


def parts() -> list[Outlined]:
    sections = outline(ReportingYear(2017), Authority("Testshire"))
    return [each for section in sections for each in (section, *section.parts)]


def key(title: str) -> str:
    """The key of a place: “Service people” is “service_people”."""
    return title.replace(" ", "_").lower()


def test_every_part_the_page_names_is_one_of_ours() -> None:
    titles = {part.title for part in parts()}
    said = re.findall(r"(?:^|[|;] )(?:6|7|8|9) \*([^*]+)\*", PAGE)

    assert len(said) > 15
    assert [one for one in said if one not in titles] == []


def test_every_place_the_page_names_is_one_of_ours() -> None:
    places = {slot.key for part in parts() for slot in part.slots}
    said = re.findall(r"[Pp]lace \*([^*]+)\*", PAGE)

    assert len(said) > 15
    assert [one for one in said if key(one) not in places] == []


def test_every_table_of_ours_stands_on_the_page() -> None:
    keys = [table.key for table in tables(annual_draft().sections)]

    assert len(keys) > 40
    assert [one for one in keys if f"`{one}`" not in PAGE] == []
