"""Live figures: their addresses, what they read as, and what a draft, a finished report and the public are told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from holdfast.indicators.figure import Figure, HiddenFigure
from holdfast.reports import kinds
from holdfast.reports.annual import build  # noqa: F401  the report before its inputs
from holdfast.reports.comparators import Comparator
from holdfast.reports.content import Audience, AuthorText, FigureKey, Finish, LiveFigure
from holdfast.reports.inputs import Inputs
from holdfast.reports.live import Asked, asked, moved_words
from holdfast.reports.live_book import NOT_COUNTED, TOO_SMALL, LiveBook
from holdfast.reports.written import accepted, live_figures, to_confirm, unconfirmed
from tests.reports.a_year import YEAR, figures

SHARE = Figure("age", "5_9", "2016/17", 35, 204, 17.2)
ADDRESS = "figure:age/5_9/2016-17"
INPUTS = Inputs(
    "annual",
    2017,
    figures=(
        SHARE,
        Figure("age", "5_9", "2016/17 Q3", 30, 200, 15.0),
        Figure("age", "5_9", "2015/16", 20, 190, 10.5),
        Figure("children_in_care", "number", "2016/17", 1204, None, 1204),
        Figure("children_in_care", "per_10000", "2016/17", 204, 37_090, 55.0),
        Figure("caseload", "fte", "2016/17", 7, None, 6.0),
        Figure("caseload", "average", "2016/17", 594, 6.0, 99.0),
        Figure("health_education", "sdq_average", "2016/17", 98, 120, 14.2),
        Figure("participation", "PN0", "2016/17", 0, 0, None),
    ),
    comparators=(
        Comparator("age", "5_9", "2015/16", "10.4", "Ours, 2016", numerator=20, denominator=191),
        Comparator("age", "5_9", "2016/17", "19", "Statistics", whose="National average"),
    ),
)


def read(
    address: str, accepted: str = "", finish: Finish = Finish.DRAFT, inputs: Inputs = INPUTS
) -> LiveFigure:
    return LiveBook(inputs, finish).resolve(address, accepted)


@pytest.mark.parametrize(
    ("address", "words"),
    [
        (ADDRESS, "35 of 204 (17.2%)"),
        (f"{ADDRESS}?show=n", "35"),
        (f"{ADDRESS}?show=of", "204"),
        (f"{ADDRESS}?show=share", "17.2%"),
        (f"{ADDRESS}?show=anything", "35 of 204 (17.2%)"),
        (f"{ADDRESS}-Q3", "30 of 200 (15.0%)"),
        ("figure:age/5_9/2015-16", "20 of 191 (10.4%)"),
        (f"{ADDRESS}?from=National%20average", "19% (published without its counts)"),
        ("figure:children_in_care/number/2016-17", "1,204"),
        ("figure:children_in_care/per_10000/2016-17", "204 of 37,090 (55.0 per 10,000)"),
        ("figure:caseload/fte/2016-17", "6.00 full posts (7 posts)"),
        ("figure:caseload/average/2016-17", "594 over 6.00 full posts (99.0 for each)"),
        ("figure:health_education/sdq_average/2016-17", "98 of 120 (mean 14.20)"),
        ("figure:participation/PN0/2016-17", "0 of 0"),
    ],
)
def test_what_a_figure_reads_as(address, words):
    assert read(address).words == words


@pytest.mark.parametrize(
    "question",
    [
        Asked(FigureKey("age", "5_9", "2016/17")),
        Asked(FigureKey("age", "5_9", "2016/17 Q4"), "share"),
        Asked(FigureKey("protection_plans", "open", "2016-04")),
        Asked(FigureKey("protection_plans", "open", "2011-12")),
        Asked(FigureKey("age", "5_9", "2011/12"), whose="National average"),
    ],
)
def test_an_address_is_read_back(question):
    assert asked(question.address) == question


def test_every_figure_that_is_offered_reads_as_something():
    book = LiveBook(replace(INPUTS, figures=tuple(figures())))

    assert [one for one in book.every() if not book.words(one)] == []


def test_a_figure_that_moved_says_so_in_a_draft_only():
    assert (
        moved_words(read(ADDRESS, "34 of 204 (16.7%)"))
        == "now 35 of 204 (17.2%); you wrote 34 of 204 (16.7%)"
    )
    assert moved_words(read(ADDRESS, "35 of  204 (17.2%)")) == ""
    assert read(ADDRESS, "34 of 204 (16.7%)", Finish.FINAL) == LiveFigure(
        "35 of 204 (17.2%)", read(ADDRESS).figure
    )


def test_a_figure_that_is_gone_keeps_the_authors_words_inside_and_none_for_the_public():
    gone = "figure:age/no_group/2016-17"

    assert read(gone, "3 of 9").missing
    assert read(gone, "3 of 9", Finish.FINAL).words == "3 of 9"
    assert LiveBook(INPUTS, Finish.FINAL, Audience.PUBLIC).resolve(gone, "3 of 9").words == NOT_COUNTED


@pytest.mark.parametrize("finish", list(Finish))
def test_a_hidden_figure_tells_the_public_neither_what_it_is_nor_what_it_was(finish):
    hidden = replace(INPUTS, figures=(HiddenFigure("age", "5_9", "2016/17", 204),))

    live = LiveBook(hidden, finish, Audience.PUBLIC).resolve(ADDRESS, "3 of 204 (1.5%)")

    assert live == LiveFigure(TOO_SMALL, FigureKey("age", "5_9", "2016/17"))


def test_accepting_changes_the_words_of_one_or_of_all_and_nothing_else():
    quarter = f"{ADDRESS}-Q3"
    text = f"A *b* [1]({ADDRESS}) [2]({quarter}) [3](figure:no/such/2016-17) [4](https://a.org) \\[5\\]({ADDRESS})"
    book = LiveBook(INPUTS)

    one = accepted(text, book, ADDRESS)
    assert one == text.replace(f"[1]({ADDRESS})", f"[35 of 204 (17.2%)]({ADDRESS})")
    assert accepted(text, book) == one.replace(f"[2]({quarter})", f"[30 of 200 (15.0%)]({quarter})")
    assert [each.sentence for each in live_figures({"slot": accepted(text, book)}, book)] == [
        "", "", "there is no such figure any more; you wrote 3",
    ]  # fmt: skip


def test_what_is_not_accepted_is_to_be_settled_before_signing():
    texts = {
        "legal_context": f"We had [9]({ADDRESS}).",
        "board-headlines": f"[8]({ADDRESS})",
        "summary": "No figure.",
    }
    inputs = replace(INPUTS, texts=texts)

    assert [one.slot for one in unconfirmed(inputs)] == ["legal_context", "board-headlines"]
    assert to_confirm(inputs) == [
        "In “Legal context”: now 35 of 204 (17.2%); you wrote 9. Accept the figure or write the sentence otherwise."
    ]
    assert [one[:17] for one in to_confirm(replace(inputs, kind="board"))] == ["In “Headlines”: n"]


def test_a_whole_report_is_printed_with_its_figures_as_they_are():
    inputs = Inputs(
        "annual",
        YEAR.ending,
        figures=tuple(figures()),
        texts={"introduction": "Of [9](figure:sex/male/2016-17)."},
    )
    report = kinds.document(inputs)
    slot = next(block for block in report.sections[0].blocks if isinstance(block, AuthorText))

    (paragraph,) = slot.written
    assert paragraph.content[1].moved_from == "9"
    assert " of " in paragraph.content[1].words
