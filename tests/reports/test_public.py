"""A report for the public: what it is made from holds nothing hidden, so nothing printed can."""

from __future__ import annotations

from dataclasses import replace

import pytest

from holdfast.indicators.publishing import protection
from holdfast.indicators.publishing.certificate import Certificate
from holdfast.indicators.publishing.system import System
from holdfast.reports import kinds, public, public_typed
from holdfast.reports.annual.authority import Authority
from holdfast.reports.check import HiddenIsThere, check, check_table
from holdfast.reports.comparators import Comparator
from holdfast.reports.content import Audience, Cell, Chart, Column, Document, Finish, Kind, Row, Table, Unit
from holdfast.reports.ink import docx, html
from holdfast.reports.inputs import Inputs, Pack, PackTable, Typed
from holdfast.reports.live_book import LiveBook
from holdfast.reports.printing import HIDDEN_NOTE, NOT_PUBLISHED, lines, notes_of
from tests.unit.indicators.publishing.printed_figures import YEAR_ENDING, random_figures


def inputs(seed: int = 7, children: int = 45) -> Inputs:
    # a post held for a day is none in hundredths of a year
    figures = tuple(
        replace(figure, value=None) if figure.denominator == 0 else figure
        for figure in random_figures(seed, children)
    )
    return Inputs("annual", YEAR_ENDING, authority=Authority("Testshire"), figures=figures)


def of(given: Inputs, finish: Finish = Finish.FINAL) -> Document:
    return kinds.document(given, audience=Audience.PUBLIC, finish=finish)


@pytest.mark.parametrize("seed", range(6))
def test_a_report_of_any_authority_is_made_and_does_not_contradict_itself(seed: int) -> None:
    made = of(inputs(seed, 6 + 12 * seed), Finish.DRAFT)
    check(made)
    parts = [part for section in made.sections for part in (section, *section.parts)]
    drawn = [block for part in parts for block in part.blocks if isinstance(block, Chart)]
    assert not [chart.key for chart in drawn if chart.is_empty], "a chart of which all is hidden is left out"
    assert "c: not published" in html.render(made)


def test_whoever_prints_it_knows_nothing_that_is_hidden() -> None:
    safe = public.safe(inputs())
    hidden = [figure for figure in safe.figures if figure.hidden]
    assert len(hidden) > 100
    assert all(figure.numerator is None and figure.value is None for figure in hidden)
    small = [f for f in safe.figures if f.numerator in range(1, 6) and f.group != "fte"]
    assert small == []


def test_a_figure_in_the_words_that_was_published_before_says_that_it_is_hidden() -> None:
    """What an earlier report printed is hidden again; a sentence says so in words."""
    ours = [
        Comparator("ethnicity", group, "2015/16", None, "Report", numerator=n, denominator=60)
        for group, n in (("WBRI", 40), ("WIRI", 3), ("WOTH", 17))
    ]
    book = LiveBook(public.safe(replace(inputs(), comparators=tuple(ours))), audience=Audience.PUBLIC)

    assert book.resolve("figure:ethnicity/WIRI/2015-16", "3 of 60").words == NOT_PUBLISHED
    assert book.resolve("figure:ethnicity/WBRI/2015-16", "").words == "40 of 60 (66.7%)"


def test_the_file_for_word_says_c_too() -> None:
    assert docx.render(of(inputs()))[:2] == b"PK"


def test_what_was_published_before_is_hidden_again() -> None:
    def ours(group: str, n: int) -> Comparator:
        return Comparator("ethnicity", group, "2015/16", None, "Report", numerator=n, denominator=60)

    given = replace(
        inputs(),
        comparators=(
            ours("WBRI", 40),
            ours("MWAS", 19),
            ours("AOTH", 1),
            Comparator("ethnicity", "AOTH", "2015/16", "0.4", "Nation", whose="National average"),
            Comparator("sex", "male", "2015/16", "98.0", "Report"),
            Comparator("children_in_care", "number", "2015/16", "60", "Report"),
        ),
    )
    found = {(one.group, one.whose): one for one in public.safe(given).comparators}
    assert (found["AOTH", ""].hidden, found["AOTH", ""].numerator, found["AOTH", ""].value) == (
        True,
        None,
        None,
    )
    assert found["MWAS", ""].hidden
    assert not found["WBRI", ""].hidden
    assert found["AOTH", "National average"].value == "0.4"
    assert found["male", ""].hidden, "98.0% of 60 tells of one"


def test_what_is_hidden_of_a_typed_table_is_not_given_by_its_totals() -> None:
    rows = (("Boys", "12", "60%"), ("Girls", "5", "25%"), ("Not known", "3", "15%"), ("Total", "20", "100%"))
    typed = Typed("advocacy", "Advocacy", ("Who", "Number", "Share"), rows, "Advocacy service")
    found = public_typed.safe(typed, 5)
    assert [row[1] for row in found.rows][1:3] == ["c", "c"]
    assert {row[2] for row in found.rows} == {"c"}
    assert "1 to 5 are hidden" in found.note
    assert public_typed.safe(typed, 2) == typed


def test_of_lists_the_safe_rows_are_printed() -> None:
    table = PackTable("a", "A", ("What", "Number"), (("x", "3"),), safe=(("x", "c"),))
    assert public.safe(replace(inputs(), pack=Pack(tables=(table,)))).pack.tables[0].rows == (("x", "c"),)


def test_counts_made_elsewhere_are_protected_with_their_total() -> None:
    assert public.safe_counts([12, 3, 9, 0], 5) == [12, None, None, 0, 24]
    assert public.safe_counts([12, 9], 5) == [12, 9, 21]


def test_a_hidden_cell_prints_c_and_says_so_under_the_table() -> None:
    cell = Cell(Unit.PERCENT, denominator=204, hidden=True)
    assert lines(cell, Kind.RATE) == ("c", "of 204")
    assert lines(cell, Kind.DISTRIBUTION) == ("c",)
    assert lines(Cell(Unit.PERCENT, numerator=0), Kind.RATE) == ("0",)
    table = Table("t", "T", "R", (Column("2016/17"),), (Row("A", (cell,)),), Kind.RATE)
    assert HIDDEN_NOTE in notes_of(table)


def test_a_report_whose_hidden_cell_holds_its_number_is_refused() -> None:
    cell = Cell(Unit.PERCENT, value=2.0, numerator=4, denominator=204, hidden=True)
    with pytest.raises(HiddenIsThere):
        check_table(Table("t", "T", "R", (Column("2016/17"),), (Row("A", (cell,)),), Kind.RATE))


def test_what_was_settled_for_an_edition_is_hidden_whatever_the_rule_is_later(monkeypatch) -> None:
    """Two copies of one report that hide different numbers would give both away."""
    ours = tuple(
        Comparator("ethnicity", group, "2015/16", None, "Report", numerator=n, denominator=60)
        for group, n in (("WBRI", 40), ("WIRI", 3), ("WOTH", 17))
    )
    given = replace(inputs(), comparators=ours)
    kept = public.settled(given)
    before, told = public.safe(given), public.protected(given).every_name()

    def another_rule(system: System, threshold: int) -> Certificate:
        return Certificate(system, threshold, frozenset(), (), {}, {})

    monkeypatch.setattr(protection, "guard", another_rule)
    protection._protected.cache_clear()
    later = Inputs.from_bytes(kept.to_bytes())

    assert public.safe(later) == replace(before, hides=kept.hides)
    assert public.protected(later).every_name() == told
    assert [line.figure for line in public.protected(later).hidden]
    assert public.settled(kept).hides == ()  # put together anew, it is settled by the rule of then
    protection._protected.cache_clear()


def test_a_kept_report_without_a_group_of_today_is_printed_without_it() -> None:
    lacking = tuple(f for f in inputs().figures if (f.table, f.group) != ("health_education", "pep"))
    given = replace(inputs(), figures=lacking)

    for audience in Audience:
        made = kinds.document(given, audience=audience, finish=Finish.FINAL)
        words = html.render(made)
        assert "Health assessment" in words
        assert "ersonal education plan up to date" not in words
