"""The record gives the figures of the return it was loaded from."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from holdfast.casework.care.models import Episode, HealthYear
from holdfast.casework.intake import actions
from holdfast.casework.people.models import Child
from holdfast.casework.publishing.models import Population
from holdfast.casework.reviews.models import Review
from holdfast.indicators.engine import figures
from holdfast.returns.ssda903.load import load
from holdfast.returns.ssda903.return_set import ReturnSet
from holdfast.snapshot import from_casework, from_ssda903, store
from tests.builders import care, people, reviews
from tests.builders.returns import ALICE, BOB, episode, health, one_return, return_set, review

pytestmark = pytest.mark.django_db


def bring_in(read: ReturnSet) -> None:
    intake = actions.receive(by=None)
    actions.has_been_read(intake=intake, years=[2017], refused=False, by=None)
    load(read, intake=intake, by=None)


def test_tables_have_the_columns_of_the_figures_and_every_record() -> None:
    alice = care.in_care(date(2016, 5, 1), people.child(number="A1"))
    care.health_year(alice, sdq_score=99)
    care.care_leaver_year(alice)
    care.asylum_seeker(alice)
    reviews.review(alice)
    Population.objects.create(year_ending=2017, aged_0_17=36_000, source="Invented")

    tables = from_casework.tables(work=())

    assert {name: table.schema for name, table in tables.items()} == {
        name: store.schema(name) for name in tables
    }
    assert {name: table.num_rows for name, table in tables.items()} == dict.fromkeys(tables, 1)
    assert tables["episodes"].to_pylist() == [
        {
            "child": "A1",
            "line": 0,
            "started": date(2016, 5, 1),
            "ended": None,
            "reason_started": "S",
            "legal_status": "C2",
            "place": "U6",
            "place_post": "ZZ1 1AA",
            "reason_ended": None,
            "reason_moved": None,
        }
    ]
    assert tables["health"]["sdq_score"].to_pylist() == [99]
    assert tables["population"].to_pylist() == [{"year_ending": 2017, "aged_0_17": 36_000}]


def test_tables_of_nothing_are_empty() -> None:
    assert {table.num_rows for table in from_casework.tables().values()} == {0}


def test_what_was_taken_back_and_what_is_not_completed_do_not_count() -> None:
    alice = care.in_care()
    reviews.review(alice)
    care.health_year(alice)
    Review.objects.create(child=alice, held_on=date(2016, 9, 1))
    assert from_casework.tables()["reviews"].num_rows == 1

    for kind in (Episode, Review, HealthYear):
        kind.objects.update(withdrawn_at=timezone.now())

    tables = from_casework.tables()
    assert [tables[name].num_rows for name in ("children", "episodes", "reviews", "health")] == [1, 0, 0, 0]


def test_tables_of_some_children_leave_the_others_out() -> None:
    alice = care.in_care(child=people.child(number="A1"))
    benedict = care.in_care(child=people.child(number="B2"))
    for child in (alice, benedict):
        reviews.review(child)

    tables = from_casework.tables(Child.objects.filter(pk=benedict.pk))

    assert {name: set(tables[name]["child"].to_pylist()) for name in ("children", "episodes", "reviews")} == {
        "children": {"B2"},
        "episodes": {"B2"},
        "reviews": {"B2"},
    }


_DAYS = st.dates(date(2014, 4, 1), date(2018, 3, 31))
_CHILDREN = (ALICE, BOB)
_SCORE = st.none() | st.integers(-1, 41)
_BIT = st.sampled_from(["0", "1", None, "?"])


@st.composite
def _episodes(draw: st.DrawFn, latest: date) -> dict[str, Any]:
    started = draw(st.dates(date(2014, 4, 1), latest))
    ended = draw(st.none() | st.integers(-5, 400).map(lambda days: started + timedelta(days)))
    return episode(
        draw(st.sampled_from(_CHILDREN)),
        started,
        ended,
        RNE=draw(st.sampled_from(["S", "P", "L", "T", "B", None])),
        LS=draw(st.sampled_from(["C1", "C2", "V2", "V4", "E1", "Q?"])),
        PLACE=draw(st.sampled_from(["U6", "K2", "A5", "T1", "P1", None])),
        PL_POST=draw(st.sampled_from(["ZZ1 1AA", "ZZ2 2BB", None])),
        REC=draw(st.sampled_from(["X1", "E4A", "E11", None])),
        REASON_PLACE_CHANGE=draw(st.sampled_from(["CARPL", "CREQB", None])),
    )


@st.composite
def _one_return(draw: st.DrawFn, ending: int) -> Any:
    last = date(ending, 3, 31)
    told = st.sampled_from(_CHILDREN)
    return one_return(
        ending,
        Header=[{**child, "SEX": draw(st.sampled_from(["1", "2", "M", "U", None]))} for child in _CHILDREN],
        Episodes=draw(st.lists(_episodes(last), max_size=8)),
        Reviews=[
            review(draw(told), draw(st.none() | _DAYS), draw(st.sampled_from(["PN0", "PN3", "XX", None])))
            for _ in range(draw(st.integers(0, 4)))
        ],
        OC2=[
            health(
                child,
                SDQ_SCORE=draw(st.none() | st.integers(-1, 41)),
                TEETH_CHECK=draw(_BIT),
                HEALTH_CHECK=draw(_BIT),
            )
            for child in draw(st.lists(told, max_size=3))
        ],
        OC3=[
            {"CHILD": c["CHILD"], "DOB": c["DOB"], "IN_TOUCH": "YES"}
            for c in draw(st.lists(told, max_size=2))
        ],
        UASC=[
            {"CHILD": c["CHILD"], "DUC": draw(st.none() | _DAYS)} for c in draw(st.lists(told, max_size=2))
        ],
    )


def rows_of(tables: dict[str, Any]) -> dict[str, list[str]]:
    """The tables as sets of rows: the place in the reading order only matters within one child and day."""
    found = {}
    for name, table in tables.items():
        rows = table.sort_by([("line", "ascending")]).drop_columns(["line"]) if name == "episodes" else table
        listed = rows.to_pylist()
        if name == "episodes":
            listed.sort(key=lambda row: (row["child"], row["started"]))
        found[name] = (
            [str(row) for row in listed] if name == "episodes" else sorted(str(row) for row in listed)
        )
    return found


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_the_record_holds_what_the_returns_say_all_at_once_or_year_by_year(data: st.DataObject) -> None:
    years = [data.draw(_one_return(ending)) for ending in (2016, 2017, 2018)]
    wanted = rows_of(from_ssda903.tables(return_set(*years)))

    for portions in ([years], [[one] for one in years], [[one] for one in reversed(years)]):
        with transaction.atomic():  # nothing is left for the next way of bringing them in
            for portion in portions:
                bring_in(return_set(*portion))
            made = rows_of(
                {n: table for n, table in from_casework.tables(work=()).items() if n != "population"}
            )
            transaction.set_rollback(True)
        assert made == wanted


def test_the_record_gives_the_figures_of_the_returns() -> None:
    years = [
        one_return(
            2017,
            Header=[ALICE, BOB],
            Episodes=[
                episode(ALICE, date(2016, 5, 1), date(2016, 8, 1), REASON_PLACE_CHANGE="CREQB"),
                episode(ALICE, date(2016, 8, 1), RNE="P", PLACE="K2", PL_POST="ZZ2 2BB"),
                episode(BOB, date(2012, 5, 1), LS="C2", PLACE="U4"),
            ],
            Reviews=[review(ALICE, date(2016, 6, 1)), review(BOB, date(2016, 7, 1), "PN7")],
            OC2=[health(BOB, SDQ_SCORE=15, TEETH_CHECK="1", HEALTH_ASSESSMENT="0")],
            UASC=[{"CHILD": "A1", "DUC": None}],
        ),
        one_return(
            2018,
            Header=[ALICE, BOB],
            Episodes=[
                episode(ALICE, date(2016, 8, 1), date(2017, 9, 1), RNE="P", PLACE="K2", REC="E4A"),
                episode(BOB, date(2012, 5, 1), LS="C2", PLACE="U4"),
            ],
        ),
    ]
    read = return_set(*years)
    bring_in(read)

    for one in years:
        theirs = figures(store.open(from_ssda903.tables(read)), one.year)
        of_returns = list(dict.fromkeys(figure.table for figure in theirs))
        ours = figures(store.open(from_casework.tables()), one.year, of_returns)
        assert ours == theirs
        assert len(ours) > 400
