"""Tables: what is printed where, and what stands beside it."""

from dataclasses import replace
from datetime import date

from holdfast.indicators.breaks import Break
from holdfast.reports.annual import build
from holdfast.reports.check import tables
from holdfast.reports.comparators import Comparator
from holdfast.reports.content import Cell, FigureKey, Kind, Table, Unit
from holdfast.reports.printing import lines, notes_of
from tests.reports.a_year import MARLDON, YEAR, figures, published


def table(key: str, figures=None, comparators=None) -> Table:
    made = build(
        YEAR,
        figures if figures is not None else globals()["figures"](),
        published() if comparators is None else comparators,
        {},
        MARLDON,
    )
    return next(found for found in tables(made.sections) if found.key == key)


def printed(found: Table) -> list[list[str]]:
    """The table as its readers see it: a row a list, the lines of a cell joined by a slash."""
    head = [found.row_heading, *(column.label for column in found.columns)]
    return [head] + [
        [row.header, *(" / ".join(lines(cell, found.kind)) for cell in row.cells)] for row in found.rows
    ]


def test_a_distribution_shows_counts_and_shares_over_the_base_at_its_foot():
    assert printed(table("sex")) == [
        ["Sex", "Q1", "Q2", "Q3", "Q4", "2016/17", "2015/16", "2014/15", "2013/14"],
        [
            "Male",
            "102 / 53.7%",
            "103 / 54.2%",
            "104 / 53.1%",
            "108 / 52.9%",
            "108 / 52.9%",
            "98",
            "101",
            "121",
        ],
        ["Female", "88 / 46.3%", "87 / 45.8%", "92 / 46.9%", "96 / 47.1%", "96 / 47.1%", "93", "92", "100"],
        ["All children in care", "190", "190", "196", "204", "204", "191", "193", "222"],
    ]


def test_a_rate_shows_its_share_and_the_counts_behind_it():
    assert printed(table("placement_moves")) == [
        ["Measure", "2016/17", "2015/16", "National average 2015/16"],
        ["Three or more placements", "4.9% / 10 of 204", "8.9%", "10%"],
    ]


def test_a_rate_per_10000_has_its_population_in_a_row_of_its_own():
    found = printed(table("children_in_care", comparators=[]))

    assert found[1:] == [
        ["Number", "190", "190", "196", "204", "204"],
        ["Number per 10,000 aged 0 to 17", "51.2", "51.2", "52.8", "55.0", "55.0"],
        ["Children aged 0 to 17 in the area", "37,090", "37,090", "37,090", "37,090", "37,090"],
    ]


def test_without_a_population_the_rate_is_a_dash():
    without = [figure for figure in figures() if figure.group != "per_10000"]

    found = printed(table("children_in_care", without, []))

    assert found[2:] == [
        ["Number per 10,000 aged 0 to 17", *["–"] * 5],
        ["Children aged 0 to 17 in the area", *["–"] * 5],
    ]


def test_an_empty_unknown_row_is_left_out_and_a_filled_one_is_printed():
    moved = {("male", "2016/17"): (107, 52.5), ("unknown", "2016/17"): (1, 0.5)}
    one_unknown = [
        replace(f, numerator=moved[f.group, f.period][0], value=moved[f.group, f.period][1])
        if f.table == "sex" and (f.group, f.period) in moved
        else f
        for f in figures()
    ]

    assert "Not known" not in [row.header for row in table("sex").rows]
    assert printed(table("sex", one_unknown, []))[3] == [
        "Not known", "0 / 0.0%", "0 / 0.0%", "0 / 0.0%", "0 / 0.0%", "1 / 0.5%"
    ]  # fmt: skip


def test_codes_that_are_empty_in_every_column_are_left_out_of_a_long_list():
    assert [row.header for row in table("ethnicity").rows] == [
        "WBRI White British",
        "MWAS White and Asian",
        "AOTH Any other Asian background",
        "OOTH Any other ethnic group",
        "All children in care",
    ]


def test_published_groups_that_do_not_add_up_are_printed_and_said():
    assert (
        "The groups published for 2013/14 add up to 221; the total published is 222. Both are printed as published."
        in notes_of(table("sex"))
    )


def test_a_count_that_was_kept_as_a_value_is_not_printed_as_a_percentage():
    kept = [Comparator("leaving_care", "E11", "2015/16", "5", "Report", numerator=5)]

    row = next(
        row for row in table("leaving_care", comparators=kept).rows if row.header.startswith("Adopted, app")
    )

    assert lines(row.cells[-1], Kind.DISTRIBUTION) == ("5",)


def test_every_figure_of_ours_leads_back_to_its_rows_and_no_published_one_does():
    found = table("age")

    first = found.rows[0].cells
    assert first[0].figure == FigureKey("age", "under_1", "2016/17 Q1")
    assert first[4].figure == FigureKey("age", "under_1", "2016/17")
    assert [cell.figure for cell in first[5:]] == [None, None]


def test_no_two_tables_have_the_same_caption():
    captions = [found.caption for found in tables(build(YEAR, figures(), published(), {}, MARLDON).sections)]

    assert len(captions) == len(set(captions))


def test_every_table_names_its_base_its_choices_and_its_source():
    made = build(YEAR, figures(), published(), {}, MARLDON)

    for found in tables(made.sections):
        assert found.source
        assert found.kind is Kind.TEXT or (found.base and found.notes)


def test_nothing_to_divide_by_prints_as_a_dash_and_never_as_nought():
    cell = Cell(Unit.PERCENT, value=None, numerator=0, denominator=0)

    assert lines(cell, Kind.RATE) == ("–", "0 of 0")
    assert lines(cell, Kind.DISTRIBUTION) == ("0", "–")


def test_a_changed_question_is_said_under_its_table_and_marked_at_its_period():
    changed = Break("corporate_parenting", 2, date(2016, 10, 1))
    document = build(YEAR, figures(), [], {}, MARLDON, breaks=[changed])
    found = {t.key: t for t in tables(document.sections)}

    for key in ("corporate_parenting", "corporate_parenting_answered"):
        assert (
            "The question changed on 1 October 2016 (version 2): figures before and after do not answer the same "
            "question."
        ) in notes_of(found[key])
        assert [column.label for column in found[key].columns] == [
            *("Q1", "Q2", "Q3 (new question)", "Q4", "2016/17 (new question)"),
        ]
    for key in ("care_plan_quality", "legal_status_appropriate", "issues"):
        assert not [c for c in found[key].columns if "new question" in c.label]
        assert not [note for note in notes_of(found[key]) if "changed" in note]


def test_a_question_changed_in_a_year_that_is_not_shown_is_not_said():
    changed = Break("corporate_parenting", 2, date(2015, 10, 1))
    document = build(YEAR, figures(), [], {}, MARLDON, breaks=[changed])

    for found in tables(document.sections):
        assert not [note for note in notes_of(found) if "question changed" in note]


def test_the_middle_and_the_longest_say_of_how_many():
    assert printed(table("issues_days"))[1:] == [
        [
            "Working days from raised to closed, median",
            *("8.0 / of 20", "9.5 / of 50", "11.0 / of 44", "10.0 / of 60", "10.0 / of 174"),
        ],
        [
            "Working days from raised to closed, longest",
            *("31 / of 20", "44 / of 50", "40 / of 44", "52 / of 60", "52 / of 174"),
        ],
    ]
    assert notes_of(table("issues_days"))[:2] == [
        "Base: every concern closed in the period.",
        "Counted as the table before says.",
    ]


def test_two_rates_over_one_published_base_need_not_add_up():
    both = [
        Comparator("disputes", f"{key}_of_reviews", "2015/16", None, "Report", numerator=n, denominator=474)
        for key, n in (("informal", 63), ("formal", 8))
    ]

    assert not [note for note in notes_of(table("disputes", comparators=both)) if "add up" in note]
