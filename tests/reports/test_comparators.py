"""Published figures beside ours: which columns stand, in which order, with which notes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from holdfast.demo.published import cells, notes
from holdfast.reports.annual.material import FigureBook, Material
from holdfast.reports.annual.tables import table
from holdfast.reports.comparator_records import comparator_of, entering, record_of
from holdfast.reports.comparators import Comparator, ComparatorBook
from tests.builders import publishing
from tests.reports import a_year

MALE = Comparator("sex", "male", "2015/16", "51", "An invented bulletin")


def book(*places: tuple[str, str]) -> ComparatorBook:
    return ComparatorBook(replace(MALE, whose=whose, period=period) for whose, period in places)


def test_the_region_stands_before_others_and_the_nation_last_whatever_the_order_given():
    others = book(
        ("National average", "2015/16"), ("Statistical neighbours", "2015/16"), ("Regional average", "2014/15"),
        ("England", "2015/16"), ("Regional average", "2015/16"), ("", "2015/16"),
    ).others("sex")  # fmt: skip

    assert others == [
        ("Regional average", "2015/16"), ("Regional average", "2014/15"), ("Statistical neighbours", "2015/16"),
        ("England", "2015/16"), ("National average", "2015/16"),
    ]  # fmt: skip


def test_a_year_after_the_report_s_own_stands_in_no_report():
    found = book(("National average", "2017/18"), ("National average", "2016/17"))

    assert found.others("sex", until="2016/17") == [("National average", "2016/17")]


def material(*comparators: Comparator) -> Material:
    return Material(
        a_year.YEAR,
        FigureBook(a_year.figures()),
        ComparatorBook(comparators),
        {},
        a_year.MARLDON,
        "Our records",
    )


def test_a_note_is_printed_once_for_all_the_columns_it_speaks_of():
    given = material(
        replace(MALE, note="Of children aged 1 and over."),
        replace(MALE, note="Of children aged 1 and over.", period="2014/15"),
        replace(MALE, whose="Regional average", note="Rounded."),
        replace(MALE, group="female"),
    )

    printed = table(given, "sex", row_heading="Sex").notes

    assert printed[1:] == (
        "Male, 2015/16 and 2014/15: Of children aged 1 and over.",
        "Male, Regional average 2015/16: Rounded.",
    )


def test_each_note_of_the_demo_is_of_a_cell_that_was_printed():
    assert set(notes()) <= {cell.key for cell in cells()}


@pytest.mark.django_db
def test_a_figure_is_the_same_on_record_and_in_the_report():
    known = [replace(MALE, numerator=98, denominator=191, note="x"), replace(MALE, value=None, numerator=5)]

    for figure in known:
        assert comparator_of(record_of(figure)) == figure


@pytest.mark.django_db
def test_what_entering_would_do_is_said_before_it_is_done():
    publishing.figure()
    stands = comparator_of(publishing.figure(group="female"))

    found = entering([replace(MALE, value="52"), stands, replace(MALE, period="2014/15")])

    assert [(one.is_new, one.is_change) for one in found] == [(False, True), (False, False), (True, False)]
