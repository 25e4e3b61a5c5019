"""What is said of a change: both years' numbers, and no judgement."""

from __future__ import annotations

import re
from dataclasses import replace

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.figure import Figure
from holdfast.indicators.registry import INDICATORS
from holdfast.reports import markdown
from holdfast.reports.annual import build  # noqa: F401  the report before its inputs
from holdfast.reports.comparators import Comparator
from holdfast.reports.inputs import Inputs
from holdfast.reports.live_book import LiveBook
from holdfast.reports.prompts.changes import CHANCE, changes
from holdfast.reports.prompts.places import PLACES, figures_of
from tests.reports.a_year import YEAR, figures, published

NOW = Figure("timeliness", "held_in_time", "2016/17", 94, 120, 78.3)
LAST = Figure("timeliness", "held_in_time", "2015/16", 98, 121, 81.0)
HELD = tuple(Figure("participation", "coded", f"2015/16 Q{n}", 20, 20, 100.0) for n in (1, 2, 3, 4))
INPUTS = Inputs("annual", 2017, figures=(NOW, LAST, *HELD))


def said(inputs: Inputs, slot: str = "timeliness") -> str:
    return " ".join(one.words for one in changes(slot, inputs))


def test_both_years_stand_side_by_side_and_small_differences_are_said_to_be_small():
    assert said(INPUTS).endswith(f": 94 of 120 (78.3%), last year 98 of 121 (81.0%). {CHANCE}")


def test_a_difference_beyond_chance_is_numbers_alone():
    assert said(replace(INPUTS, figures=(NOW, replace(LAST, numerator=60, value=49.6), *HELD))).endswith(
        ": 94 of 120 (78.3%), last year 60 of 121 (49.6%)."
    )


def test_a_year_of_which_the_records_are_not_held_is_not_compared():
    assert said(replace(INPUTS, figures=(NOW, LAST))).endswith(": 94 of 120 (78.3%).")


def test_what_was_printed_without_counts_is_given_so_and_not_judged():
    printed = Comparator("timeliness", "held_in_time", "2015/16", "81", "Ours")

    assert said(replace(INPUTS, comparators=(printed,))).endswith(
        "last year 81% (published without its counts)."
    )


def test_no_sentence_judges_and_each_figure_is_live_and_as_it_stands():
    inputs = Inputs("annual", YEAR.ending, figures=tuple(figures()), comparators=tuple(published()))
    book = LiveBook(inputs)
    offered = [one for slot in PLACES for one in changes(slot, inputs)]

    assert len(offered) > 50
    for one in offered:
        assert not re.search(r"significan|improv|worse|better|rose|fell", one.words, re.IGNORECASE)
        (paragraph,) = markdown.blocks(one.markdown, book.resolve)
        assert all(
            not live.moved_from and not live.missing for live in markdown.live_figures(paragraph.content)
        )
        assert markdown.said(paragraph.content) in one.words


def test_every_figure_named_for_a_place_is_one_there_is():
    for slot, named in PLACES.items():
        for table, group in named:
            groups = {one.key for one in INDICATORS[table].groups_for(ReportingYear(2017))}
            assert group in groups, (slot, table, group)


def test_a_place_takes_the_figures_of_the_longest_beginning_of_its_name():
    assert figures_of("service_people") == PLACES["service"]
    assert figures_of("board-headlines") == PLACES["board"]
    assert figures_of("something_else") == ()
