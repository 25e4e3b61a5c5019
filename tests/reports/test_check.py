"""The self-check: what contradicts itself is not printed."""

from dataclasses import replace

import pytest

from holdfast.indicators.registry import INDICATORS
from holdfast.reports import check
from holdfast.reports.annual import build
from holdfast.reports.content import Cell, Column, Kind, Row, Table, Unit
from holdfast.reports.ink import docx, html, pdf
from tests.reports.a_year import MARLDON, YEAR, figures
from tests.reports.documents import annual_draft, distribution, report


def rate(**cell) -> Table:
    return Table("moves", "Moves", "Measure", (Column("2016/17"),), (Row("All", (Cell(**cell),)),), Kind.RATE)


def test_groups_that_add_up_pass():
    check.check_table(distribution(("Under 1", 11), ("Older", 193), base=204))


def test_groups_short_of_their_base_are_refused_with_a_sentence():
    with pytest.raises(check.GroupsDoNotAddUp) as refused:
        check.check_table(distribution(("Under 1", 11), ("Older", 190), base=204))

    assert str(refused.value) == (
        "Table “Children by age”, column 2016/17: the groups add up to 201, but the base is 204."
    )


def test_a_base_row_that_differs_from_the_denominators_is_refused():
    table = distribution(("Under 1", 11), ("Older", 193), base=204)
    wrong = replace(table, rows=(*table.rows, Row("All", (Cell(Unit.COUNT, numerator=205),), base=True)))

    with pytest.raises(check.GroupsDoNotAddUp, match="one base is needed, but 204, 205 are given"):
        check.check_table(wrong)


def test_a_percentage_that_is_not_its_counts_is_refused():
    with pytest.raises(check.ShareIsNotItsCounts) as refused:
        check.check_table(rate(unit=Unit.PERCENT, value=8.9, numerator=10, denominator=204))

    assert str(refused.value) == "Table “Moves”, column 2016/17, row “All”: 10 of 204 is 4.9, not 8.9."


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ({"value": 4.9}, "without what it was counted from"),
        ({"value": 0.0, "numerator": 0, "denominator": 0}, "nothing was counted"),
        ({"value": None, "numerator": 1, "denominator": 4}, "1 of 4 is 25.0"),
        ({"value": 125.0, "numerator": 5, "denominator": 4}, "more than its base"),
    ],
)
def test_a_share_that_cannot_be_is_refused(cell, why):
    with pytest.raises(check.ShareIsNotItsCounts, match=why):
        check.check_table(rate(unit=Unit.PERCENT, **cell))


@pytest.mark.parametrize("value", [17.3, 17.1])
def test_a_percentage_rounded_the_wrong_way_is_refused(value):
    with pytest.raises(check.ShareIsNotItsCounts):
        check.check_table(rate(unit=Unit.PERCENT, value=value, numerator=35, denominator=204))


def test_nothing_of_nothing_passes_without_a_value():
    check.check_table(rate(unit=Unit.PERCENT, value=None, numerator=0, denominator=0))


def test_a_mean_of_no_values_is_refused():
    with pytest.raises(check.ShareIsNotItsCounts, match="a mean of 0 values cannot be 16"):
        check.check_table(rate(unit=Unit.MEAN, value=16.11, numerator=0, denominator=9))


def test_published_figures_are_not_ours_to_refuse():
    check.check_table(rate(unit=Unit.PERCENT, text="94.5", numerator=193, denominator=204, published=True))


def test_a_row_with_a_cell_too_few_is_refused():
    table = Table("t", "T", "H", (Column("a"), Column("b")), (Row("r", (Cell(Unit.TEXT),)),), Kind.TEXT)

    with pytest.raises(check.TableIsUneven, match="has 1 cells for 2 columns"):
        check.check_table(table)


@pytest.mark.parametrize("render", [html.render, docx.render, pdf.render])
def test_no_ink_prints_a_table_that_does_not_add_up(render):
    with pytest.raises(check.GroupsDoNotAddUp):
        render(report(distribution(("Under 1", 11), ("Older", 190), base=204)))


def test_every_distribution_of_the_annual_report_is_held_to_its_base():
    found = [t for t in check.tables(annual_draft().sections) if t.kind is Kind.DISTRIBUTION]

    assert [t.key for t in found] == [
        "participation",
        "seen_before_review",
        "sex",
        "ethnicity",
        "age",
        "time_in_care",
        "legal_status",
        "placement_type",
        "leaving_care",
        "issues_categories",
        "issues_highest",
        "corporate_parenting",
        "care_plan_quality",
    ]
    assert all(any(row.base for row in t.rows) for t in found)
    for table in found:
        first = next(n for n, row in enumerate(table.rows) if row.part and row.cells[0].numerator)
        cells = table.rows[first].cells
        short = replace(cells[0], numerator=cells[0].numerator - 1, value=None)
        share = 100 * short.numerator / short.denominator
        short = replace(short, value=float(check.half_up(share, 1)))
        row = replace(table.rows[first], cells=(short, *cells[1:]))
        rows = (*table.rows[:first], row, *table.rows[first + 1 :])
        with pytest.raises(check.GroupsDoNotAddUp):
            check.check_table(replace(table, rows=rows))


def per_post(value: float | None, posts: float) -> Table:
    cell = Cell(Unit.PER_FTE, value, 312, posts)
    return Table("caseload", "Caseload", "Measure", (Column("2016/17"),), (Row("Each", (cell,)),), Kind.COUNT)


@pytest.mark.parametrize(("value", "posts"), [(74.3, 4.2), (74.2, 4.2), (None, 0)])
def test_a_number_for_each_post_may_rest_on_posts_that_were_rounded(value, posts):
    check.check_table(per_post(value, posts))


@pytest.mark.parametrize(("value", "posts"), [(74.9, 4.2), (None, 4.2), (74.3, 0)])
def test_a_number_for_each_post_is_its_count_over_the_posts(value, posts):
    with pytest.raises(check.ShareIsNotItsCounts, match="Table “Caseload”, column 2016/17, row “Each”"):
        check.check_table(per_post(value, posts))


def test_a_report_from_a_return_leaves_out_what_no_return_holds():
    of_a_return = [figure for figure in figures() if not INDICATORS[figure.table].needs]
    document = build(YEAR, of_a_return, authority=MARLDON)
    found = {table.key for table in check.tables(document.sections)}

    assert not found & {table for table, about in INDICATORS.items() if about.needs}
    assert {"participation", "age"} <= found
