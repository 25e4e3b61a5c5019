"""A quarterly pack in content: what it counts, what stands beside it, and what somebody reads who may see no child."""

from __future__ import annotations

from datetime import date

import pytest

from holdfast.casework.people.models import AllocationRole
from holdfast.domain.reporting_year import ReportingYear
from holdfast.reports import kinds
from holdfast.reports.annual.authority import Authority
from holdfast.reports.check import tables
from holdfast.reports.content import Audience, Finish
from holdfast.reports.gathering import gather, pack
from holdfast.reports.ink import docx, html, pdf
from holdfast.reports.inputs import Inputs
from holdfast.reports.printing import HIDDEN_NOTE
from holdfast.snapshot import from_casework, store
from tests.builders import care, concerns, footprint, people, reviews

pytestmark = pytest.mark.django_db

DAY = date(2017, 1, 20)
TEAM = "North team"


@pytest.fixture
def sources():
    """Eight children with a review in each of two quarters and a concern about seven; two are the north team's."""
    north = people.worker("Ann Lark")
    north.team = TEAM
    north.save()
    for nth in range(8):
        child = care.in_care(date(2016, 5, 2), people.child(f"Alice Number{nth}"))
        reviews.review(child, date(2016, 8, 1 + nth))
        reviews.review(child, date(2016, 11, 1 + nth))
        if nth:
            about = "health_assessment" if nth > 1 else "placement"
            concerns.concern(child, on=date(2016, 11, 10), category=about)
        if nth < 2:
            people.allocated(child, north, AllocationRole.SOCIAL_WORKER)
            footprint.praise(child, north, date(2016, 12, 1), team=TEAM)
    return store.open(from_casework.tables(on=DAY))


def inputs_of(sources, **facts) -> Inputs:
    return gather(
        "quarterly", ReportingYear(2017), sources, Authority("Testshire"), day=DAY, quarter=3, **facts
    )


def table(document, key):
    return next(one for one in tables(document.sections) if one.key == key)


def row(document, key, header):
    found = table(document, key)
    return next(one for one in found.rows if one.header == header).cells


def test_the_quarter_stands_beside_those_of_which_records_are_held(sources):
    inputs = inputs_of(sources)
    document = kinds.document(inputs)

    assert [column.label for column in table(document, "work").columns] == ["2016/17 Q3", "2016/17 Q2"]
    assert inputs.pack.missing == ("2015/16 Q3",)
    assert row(document, "raised", "Concerns raised")[0].numerator == 7
    assert row(document, "categories", "All")[0].numerator == 7
    assert document.period == "2016/17 Q3"


def test_a_team_s_pack_counts_its_children_and_says_which(sources):
    inputs = inputs_of(sources, team=TEAM)
    document = kinds.document(inputs)

    assert row(document, "work", "Children in care at the end of the quarter")[0].numerator == 2
    assert row(document, "raised", "Concerns raised")[0].numerator == 1
    assert row(document, "praise", "All praise")[0].text == "2"
    words = html.body(document)
    assert "whose social worker on the last day of the quarter works in this team" in words
    assert pack.recounted(inputs, sources) == inputs.figures


def test_a_pack_about_a_theme_holds_its_concerns_alone(sources):
    inputs = inputs_of(sources, theme="practice")
    document = kinds.document(inputs)

    assert {figure.table for figure in inputs.figures} == {"issues"}
    assert row(document, "raised", "Concerns raised")[0].numerator == 6
    assert document.subtitle == "Concerns: practice, Testshire"


def test_small_numbers_are_hidden_from_who_may_not_see_the_children(sources):
    document = kinds.document(inputs_of(sources, team=TEAM), audience=Audience.PUBLIC)

    assert row(document, "work", "Children in care at the end of the quarter")[0].hidden
    assert row(document, "raised", "Concerns raised")[0].hidden
    assert row(document, "praise", "All praise")[0].text == "c"
    assert HIDDEN_NOTE in table(document, "praise").notes
    assert "print as c" in html.body(document)


def test_a_kept_pack_prints_in_every_ink_and_reads_back(sources):
    inputs = inputs_of(sources)
    document = kinds.document(inputs, finish=Finish.FINAL)

    assert Inputs.from_bytes(inputs.to_bytes()) == inputs
    assert html.render(document).startswith("<!DOCTYPE html>")
    assert docx.render(document)[:2] == b"PK"
    assert pdf.render(document)[:4] == b"%PDF"
    assert document.file_name == "quarterly-pack-2016-17-q3"


def test_no_child_is_in_a_pack(sources):
    for facts in ({}, {"team": TEAM}, {"theme": "practice"}):
        kept = inputs_of(sources, **facts)
        words = html.body(kinds.document(kept))
        assert "Alice" not in words
        assert "C00" not in words


def test_every_figure_carries_what_it_was_counted_from(sources):
    for audience in Audience:
        document = kinds.document(inputs_of(sources), audience=audience)
        for one in tables(document.sections):
            for cell in (cell for line in one.rows for cell in line.cells):
                assert cell.value is None or cell.numerator is not None, one.caption
