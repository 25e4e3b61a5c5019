"""The tables of a team's children, and of one group of concerns: the same questions of fewer rows."""

from __future__ import annotations

from datetime import date

import pytest

from holdfast.casework.people.models import AllocationRole
from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators import engine
from holdfast.snapshot import from_casework, of_team, store
from tests.builders import care, concerns, people

pytestmark = pytest.mark.django_db

YEAR = ReportingYear(2017)
Q2, Q3 = YEAR.quarters[1:3]


def sources():
    return store.open(from_casework.tables(on=date(2017, 3, 31)))


@pytest.fixture
def teams():
    """Ann's child stays with her, Ben's moves to her in November, the third child never had a social worker."""
    ann, ben = people.worker("Ann Lark"), people.worker("Ben Rook")
    stays, moves, nobodys = (
        care.in_care(date(2016, 5, 2), people.child(name)) for name in ("Alice A", "Benedict B", "Cleo C")
    )
    people.allocated(stays, ann, AllocationRole.SOCIAL_WORKER)
    people.allocated(moves, ben, AllocationRole.SOCIAL_WORKER, ends=date(2016, 11, 9))
    people.allocated(moves, ann, AllocationRole.SOCIAL_WORKER, starts=date(2016, 11, 10))
    return {"ann": {str(ann.public_id)}, "ben": {str(ben.public_id)}, "children": (stays, moves, nobodys)}


def numbers(*children):
    return {child.number for child in children}


def test_a_child_is_the_team_s_that_has_them_at_the_end_of_the_quarter(teams):
    stays, moves, _ = teams["children"]
    of = sources()

    assert of_team.team_children(of, teams["ann"], Q2) == numbers(stays)
    assert of_team.team_children(of, teams["ben"], Q2) == numbers(moves)
    assert of_team.team_children(of, teams["ann"], Q3) == numbers(stays, moves)
    assert of_team.team_children(of, teams["ben"], Q3) == set()


def test_who_had_no_social_worker_on_the_last_day_is_with_the_last_one_of_the_quarter(teams):
    stays, moves, _ = teams["children"]
    moves.allocations.filter(ends=None).update(ends=date(2016, 12, 20))

    assert of_team.team_children(sources(), teams["ann"], Q3) == numbers(stays, moves)
    assert of_team.team_children(sources(), teams["ann"], YEAR.quarters[3]) == numbers(stays)


def test_the_same_question_of_the_team_s_children(teams):
    of = sources()
    limited = of_team.of_children(of, of_team.team_children(of, teams["ann"], Q3))

    def count(some):
        found = engine.figures(some, YEAR, only=["children_in_care"])
        return next(f.numerator for f in found if (f.group, f.period) == ("number", Q3.name))

    assert (count(of), count(limited)) == (3, 2)


def test_of_a_theme_only_its_concerns_are_counted(teams):
    stays, *_ = teams["children"]
    concerns.concern(stays, on=date(2016, 10, 5))
    concerns.concern(stays, on=date(2016, 10, 6), category="placement")

    def total(some):
        found = engine.figures(some, YEAR, only=["issues"])
        return next(f.numerator for f in found if (f.group, f.period) == ("total", Q3.name))

    of = sources()
    assert (total(of), total(of_team.of_theme(of, "practice"))) == (2, 1)
    assert total(of_team.of_theme(of, "care_planning")) == 0
