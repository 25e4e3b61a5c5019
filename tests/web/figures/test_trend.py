"""A figure through time: which periods stand in it, what is said of it, and how it is drawn."""

from __future__ import annotations

from datetime import date

import pytest

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.breaks import Break
from holdfast.indicators.figure import Figure, HiddenFigure, Shown
from holdfast.indicators.registry import INDICATORS
from holdfast.reports.comparators import Comparator
from holdfast.web.figures.trend import Held, Trend
from holdfast.web.figures.trend_drawing import LARGE, SMALL, draw
from holdfast.web.figures.trend_table import TrendTable
from holdfast.web.figures.trend_words import sentence

YEARS = [ReportingYear(ending) for ending in (2017, 2018, 2019)]
IN_TIME = {  # of 100 each
    "2017/18 Q1": 90, "2017/18 Q2": 85, "2017/18 Q3": 81, "2017/18 Q4": 88, "2017/18": 86,
    "2018/19 Q1": 80, "2018/19 Q2": 84, "2018/19 Q3": 78, "2018/19 Q4": 50, "2018/19": 81,
}  # fmt: skip
ON = date(2019, 1, 15)


def of_100(period: str, n: int, table: str = "timeliness", group: str = "held_in_time") -> Figure:
    return Figure(table, group, period, n, 100, float(n))


def trend(
    figures: list[Shown] | None = None,
    table: str = "timeliness",
    group: str = "held_in_time",
    breaks: list[Break] | None = None,
    published: list[Comparator] | None = None,
    on: date = ON,
) -> Trend:
    if figures is None:
        figures = [of_100(period, n, table, group) for period, n in IN_TIME.items()]
    about = INDICATORS[table]
    wanted = next(each for each in about.groups_for(YEARS[-1]) if each.key == group)
    return Held(figures, YEARS, on, breaks or [], published or []).trend(about, wanted)


def printed(period: str, value: str | None = "97.6", whose: str = "", **more) -> Comparator:
    return Comparator("timeliness", "held_in_time", period, value, "An invented report", whose, **more)


def test_the_sentence_gives_the_last_quarter_that_has_ended_and_the_same_a_year_before():
    assert sentence(trend()) == "78.0% (78 of 100) in Q3 2018/19; 81.0% (81 of 100) a year before."


def test_a_year_of_which_nothing_is_held_is_left_out_and_a_quarter_that_runs_is_said_to():
    found = trend()

    assert [line.year.name for line in found.lines] == ["2017/18", "2018/19"]
    assert [point.running for point in found.lines[-1].points] == [False, False, False, True, True]


def test_a_quarter_that_has_not_begun_is_no_part_of_it():
    found = trend(on=date(2018, 9, 1))

    assert [point.period.name for point in found.lines[-1].points] == ["2018/19 Q1", "2018/19 Q2", "2018/19"]


def test_years_stand_below_each_other_with_what_each_was_counted_from():
    numbers = TrendTable(trend(), opens=True, first_year_of_records=2017)

    assert numbers.columns == ["Q1", "Q2", "Q3", "Q4", "Year"]
    assert [row.label for row in numbers.rows] == ["2018/19", "2017/18"]
    third = numbers.rows[0].cells[2]
    assert (third.words.main, third.words.under) == ("78.0%", "78 of 100")
    assert third.words.url == "/figures/2018-19/timeliness/held_in_time?period=2018%2F19+Q3"
    assert numbers.rows[0].cells[3].note == "so far"


def test_who_may_not_open_rows_has_no_address_for_them():
    numbers = TrendTable(trend(), opens=False, first_year_of_records=2017)

    assert not any(cell.words.url for row in numbers.rows for cell in row.cells)


def test_a_year_before_the_records_is_as_we_printed_it():
    found = trend(published=[printed("2016/17", numerator=40, denominator=41)])

    (row,) = TrendTable(found, opens=True, first_year_of_records=2017).rows[2:]
    assert [cell.words.main for cell in row.cells] == ["", "", "", "", "97.6%"]
    assert (row.cells[-1].words.under, row.cells[-1].note) == ("40 of 41", "as we printed it")


def test_what_we_printed_is_said_where_no_quarter_of_the_year_before_is_held():
    figures = [of_100(period, n) for period, n in IN_TIME.items() if period.startswith("2018/19")]

    assert sentence(trend(figures, published=[printed("2017/18")])) == (
        "78.0% (78 of 100) in Q3 2018/19. For the whole of 2017/18 we printed 97.6%."
    )
    assert sentence(trend(figures)).endswith("The records hold nothing for the year before.")


def test_others_figures_stand_beside_it_with_their_source():
    found = trend(published=[printed("2017/18", "95", "National average")])

    assert TrendTable(found, opens=True, first_year_of_records=2017).published == [
        ("National average, 2017/18: 95%", "An invented report")
    ]


def test_a_hidden_figure_is_a_gap_with_the_letter_c():
    figures: list[Shown] = [of_100(period, n) for period, n in IN_TIME.items() if period != "2018/19 Q2"]
    figures.append(HiddenFigure("timeliness", "held_in_time", "2018/19 Q2", 100))
    found = trend(figures)

    drawing = draw(found, LARGE)
    numbers = TrendTable(found, opens=True, first_year_of_records=2017)
    assert drawing is not None
    assert len(drawing.hidden) == 1
    assert len(drawing.paths) == 2
    assert (numbers.rows[0].cells[1].words.main, numbers.rows[0].cells[1].words.url) == ("c", "")
    assert "hidden" in numbers.hides


def test_a_changed_question_breaks_the_line_and_is_said():
    change = Break("care_plan_quality", 2, date(2018, 7, 1))
    found = trend(table="care_plan_quality", group="good", breaks=[change])

    drawing = draw(found, LARGE)
    assert drawing is not None
    assert len(drawing.changes) == 1
    assert [path.count(",") for path in drawing.paths] == [5, 3]
    assert "Its question was changed between the two" in sentence(found)
    assert found.lines[-1].points[1].mark == "new question from 1 July 2018"


def test_the_drawing_says_in_words_what_it_shows():
    drawing = draw(trend(), SMALL)

    assert drawing is not None
    assert drawing.description == (
        "From Q1 2017/18 to Q4 2018/19. 78.0% (78 of 100) in Q3 2018/19; 81.0% (81 of 100) a year before. "
        "The same numbers stand in the table."
    )
    assert [dot.words for dot in drawing.dots][:3] == ["90.0", "85.0", "81.0"]
    assert [words for _y, words in drawing.ticks] == ["0%", "50%", "100%"]


@pytest.mark.parametrize(("most", "end"), [(15, "25%"), (40, "50%"), (60, "100%")])
def test_small_shares_are_drawn_large_enough_to_be_told_apart(most, end):
    drawing = draw(trend([of_100(period, min(n, most)) for period, n in IN_TIME.items()]), SMALL)

    assert drawing is not None
    assert drawing.ticks[-1][1] == end


def test_nothing_is_drawn_of_nothing():
    assert draw(trend([]), LARGE) is None
    assert sentence(trend([])) == "No period of it has ended yet of which the records hold anything."


def test_every_table_can_be_drawn_from_its_own_figures():
    for table, about in INDICATORS.items():
        group = about.groups_for(YEARS[-1])[0]
        figures: list[Shown] = [
            Figure(table, group.key, period.name, 10, 20, 50.0)
            for year in YEARS
            for period in about.periods(year)
        ]
        found = Held(figures, YEARS, ON).trend(about, group)

        assert draw(found, LARGE), table
        assert TrendTable(found, True, 2017).rows, table
