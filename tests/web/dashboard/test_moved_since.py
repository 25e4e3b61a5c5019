"""What an overview says of the edition published last: how many of its figures are others by now."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from holdfast.casework.access.roles import Role
from holdfast.casework.editions.models import Edition
from holdfast.domain.edition_states import State
from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators import engine
from holdfast.reports.annual.authority import Authority
from holdfast.reports.inputs import Inputs
from holdfast.snapshot import from_casework, kept
from tests.builders import care, people
from tests.builders.editions import DAY, brought_to, draft

YEAR = ReportingYear(2017)


def published() -> Edition:
    """The annual report of 2016/17 from the records as they stand."""
    rows, digest = kept.to_bytes(from_casework.tables(on=DAY))
    figures = tuple(engine.counted(kept.open(rows), YEAR).figures)
    inputs = Inputs("annual", 2017, day=DAY, authority=Authority("Testshire"), figures=figures)
    return brought_to(draft(tables=rows, tables_digest=digest, inputs=inputs.to_bytes()), State.PUBLISHED)


@pytest.fixture
def said(as_role, on_last_day):
    def said(role: Role) -> str:
        body = as_role(role).get("/overview").content.decode()
        found = re.search(r'aria-labelledby="moved-since">(.*?)</section>', body, re.S)
        return unescape(" ".join(re.sub(r"<[^>]+>", " ", found.group(1)).split())) if found else ""

    return said


@pytest.fixture
def on_last_day(settings):
    """The records are read for the day the edition was prepared for."""
    settings.TODAY = DAY


@pytest.mark.parametrize("role", [Role.IRO_MANAGER, Role.ANALYST])
def test_nothing_is_said_before_anything_is_published(role, said, world):
    assert said(role) == ""


@pytest.mark.parametrize("role", [Role.IRO_MANAGER, Role.ANALYST])
def test_as_long_as_the_records_stand_nothing_has_moved(role, said, world):
    published()

    assert re.search(
        r"None of [\d,]{3,} figures of the Annual report 2016/17, edition 1, published on ", said(role)
    )


@pytest.mark.parametrize("role", [Role.IRO_MANAGER, Role.ANALYST])
def test_figures_that_moved_are_counted_as_the_page_counts_them(role, said, world, as_role):
    edition = published()
    care.in_care(date(2016, 6, 1), people.child("Nia Newcome"))

    words = said(role)
    there = as_role(role).get(f"/reports/editions/{edition.public_id}/moved").content.decode()

    moved, of = re.search(r"([\d,]+) of ([\d,]+) figures of the Annual report", words).groups()
    assert int(moved) > 0
    assert f"<strong>{moved} of {of} figures</strong>" in there
    assert words.endswith("See which have moved, and why")


def test_an_edition_that_was_altered_says_so(said, world):
    edition = published()
    Edition.objects.filter(pk=edition.pk).update(digest="0" * 64)

    words = said(Role.ANALYST)

    assert "Open Annual report 2016/17, edition 1" in words
    assert "figures of the" not in words


@pytest.mark.parametrize("role", [Role.IRO, Role.BUSINESS_SUPPORT, Role.BOARD_READER])
def test_others_are_not_told(role, said, world):
    published()

    assert said(role) == ""


def test_how_many_questions_it_asks_does_not_grow(as_role, world, on_last_day):
    published()
    client = as_role(Role.ANALYST)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get("/overview")
        return len(queries)

    asked()
    few = asked()
    for nth in range(3):
        care.in_care(date(2016, 6, 1), people.child(f"Nth Newcome {nth}"))

    assert asked() == few
    assert few <= 45
