"""Counted figures are kept in memory, and never outlive the rows they were counted from."""

from __future__ import annotations

import threading
import time
from datetime import date

import pytest

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators import engine
from holdfast.indicators.engine import Counted
from holdfast.indicators.figure import Figure
from holdfast.snapshot import counted, from_casework, store
from holdfast.web.figures import counting
from tests.builders import care, people

YEAR, TODAY = ReportingYear(2017), date(2017, 3, 31)


@pytest.fixture(autouse=True)
def _afresh():
    counted.forget()
    yield
    counted.forget()


def in_care() -> int:
    found = counting.counted(TODAY, YEAR, ["age"]).figures
    return sum(one.numerator for one in found if one.period == YEAR.name)


@pytest.fixture
def times(monkeypatch) -> list[int]:
    """How often anything was counted."""
    done: list[int] = []
    count = engine.counted

    def counting_it(*args, **kwargs):
        done.append(1)
        return count(*args, **kwargs)

    monkeypatch.setattr(engine, "counted", counting_it)
    return done


@pytest.mark.django_db
def test_the_same_rows_are_counted_once(times) -> None:
    care.in_care(date(2016, 5, 2))

    first, second = counting.counted(TODAY, YEAR), counting.counted(TODAY, YEAR)

    assert (first, len(times)) == (second, 1)
    assert first == engine.counted(counting.sources(TODAY), YEAR)


@pytest.mark.django_db
def test_a_change_of_any_record_is_seen_by_the_next_reader() -> None:
    alice = care.in_care(date(2016, 5, 2))
    assert in_care() == 1
    care.in_care(date(2016, 11, 7), people.child("Benedict Birch"))
    assert in_care() == 2
    # not through an action, and with no row in the diary: as another program would
    alice.episodes.update(ended=date(2016, 12, 1), reason_ended="E4")
    assert in_care() == 1
    alice.episodes.update(ended=None, reason_ended="")
    assert in_care() == 2


@pytest.mark.django_db
def test_what_a_page_does_with_its_figures_no_other_sees() -> None:
    care.in_care(date(2016, 5, 2))
    counting.counted(TODAY, YEAR).figures.clear()
    assert counting.counted(TODAY, YEAR).figures


@pytest.mark.django_db
def test_the_digest_tells_rows_days_and_tables_apart() -> None:
    care.in_care(date(2016, 5, 2))
    one = counted.digest_of(from_casework.tables(on=TODAY))
    assert counted.digest_of(from_casework.tables(on=TODAY)) == one
    assert counted.digest_of(from_casework.tables(on=TODAY, work=["posts"])) != one
    empty = {name: store.empty(name) for name in ("children", "uasc")}
    assert counted.digest_of(empty) != counted.digest_of({"children": store.empty("children")})


def figures(n: int) -> Counted:
    return Counted([Figure("sex", "male", "2016/17", n, 5, 20.0)], [])


def test_only_so_much_is_kept() -> None:
    memory = counted._Memory(2)
    for nth in range(5):
        memory.get((str(nth), 2017, None), lambda nth=nth: figures(nth))
    assert len(memory) == 2
    assert memory.get(("4", 2017, None), lambda: figures(9)).figures[0].numerator == 4
    assert memory.get(("0", 2017, None), lambda: figures(9)).figures[0].numerator == 9


def test_many_who_ask_at_once_count_it_once() -> None:
    memory, done = counted._Memory(4), []

    def slowly() -> Counted:
        time.sleep(0.05)
        done.append(1)
        return figures(1)

    asking = [threading.Thread(target=memory.get, args=(("a", 2017, None), slowly)) for _ in range(8)]
    for one in asking:
        one.start()
    for one in asking:
        one.join()
    assert len(done) == 1


def test_what_failed_is_tried_again() -> None:
    memory = counted._Memory(4)
    with pytest.raises(ZeroDivisionError):
        memory.get(("a", 2017, None), lambda: 1 / 0)
    assert memory.get(("a", 2017, None), lambda: figures(3)).figures[0].numerator == 3
