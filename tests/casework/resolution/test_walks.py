"""Random walks: whatever anybody presses on whatever day, the clock never passes its total unnoticed, no stage is lost,
and every count is the count of the rows."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.resolution import actions
from holdfast.casework.resolution.counting import counted
from holdfast.casework.resolution.models import Concern, Stage
from holdfast.casework.resolution.queries import open_concerns, standing_of
from holdfast.casework.resolution.rules import NotNow
from holdfast.domain.resolution.moves import Move, State, rule
from holdfast.domain.working_days import is_working_day
from tests.builders import concerns as build

from .moving import ACTS

pytestmark = pytest.mark.django_db

TOTAL = 20
_numbers = count(1)
CATEGORIES = ("pep", "placement", "other")
presses = st.lists(st.tuples(st.sampled_from(list(Move)), st.integers(0, 9)), max_size=18)
starts = st.dates(date(2016, 11, 1), date(2017, 6, 30))
walks = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def world() -> build.World:
    return build.world()


class Kept:
    """What somebody with paper and a calendar would have kept of one concern: its stages, and each day of its clock."""

    def __init__(self, stage: int, on: date) -> None:
        self.stages = dict.fromkeys(range(stage), "passed over") | {stage: "opened"}
        self.on = on
        self.began = stage > 0
        self.paused_on: date | None = None
        self.is_closed = False
        #: every working day since the clock began: used, paused or closed
        self.days: dict[date, str] = {}

    def night(self) -> None:
        """The next day comes, as things stand."""
        self.on += timedelta(days=1)
        if self.began and is_working_day(self.on):
            self.days[self.on] = "closed" if self.is_closed else "paused" if self.paused_on else "used"

    def press(self, move: Move) -> None:
        number = max(self.stages) + 1
        if move is Move.OPEN:
            self.stages[number], self.began = "opened", True
        elif move is Move.SKIP:
            self.stages[number] = "passed over"
        elif move is Move.PAUSE:
            self.paused_on = self.on
            self._today("paused")
        elif move is Move.RESUME:
            # the day it runs again is used, but for one on which it was paused as well
            if self.paused_on != self.on:
                self._today("used")
            self.paused_on = None
        elif move in (Move.CLOSE, Move.TAKE_BACK):
            self.is_closed, self.paused_on = True, None
        elif move is Move.REOPEN:
            # the days it lay closed are paused, the day it is opened again is used
            if self.days.get(self.on) == "closed":
                self._today("used")
            self.days = {day: "paused" if how == "closed" else how for day, how in self.days.items()}
            self.is_closed = False

    def number(self, how: str) -> int:
        return sum(one == how for one in self.days.values())

    def _today(self, how: str) -> None:
        if self.on in self.days:
            self.days[self.on] = how


@walks
@given(starts, st.integers(0, 3), presses)
def test_the_clock_passes_nobody_by_and_no_stage_is_lost(world, on, stage, steps) -> None:
    [concern] = actions.raise_concern(
        children=[world.child],
        category="pep",
        about=f"No plan, concern {next(_numbers)}",
        asked_for="A plan",
        asked=world.service_manager,
        pass_over_informal="It cannot wait",
        stage=stage,
        on=on,
        by=world.iro,
    )
    kept = Kept(stage, on)
    moves = 0
    for move, days in steps:
        for _ in range(days):
            kept.night()
        before = standing_of(Concern.objects.get(pk=concern.pk), kept.on)
        concern = Concern.objects.get(pk=concern.pk)
        allowed = rule(before.state, move) is not None and before.may(move)
        try:
            ACTS[move](world, concern, kept.on)
            moves += 1
            kept.press(move)
            done = True
        except NotNow:
            done = False
        assert done is allowed, (before.state, move)
        _as_kept(concern.pk, kept, moves)


def _as_kept(pk: int, kept: Kept, moves: int) -> None:
    concern = Concern.objects.get(pk=pk)
    now = standing_of(concern, kept.on)
    assert concern.step == moves
    assert (
        AuditEvent.objects.filter(subject_type="resolution.Concern", subject_id=str(pk)).count() == moves + 1
    )
    rows = {one.number: "opened" if one.opened_on else "passed over" for one in concern.stages.all()}
    assert rows == kept.stages
    assert [one.number for one in now.stages] == list(range(4))
    assert (now.clock is None) == (not kept.began)
    if now.clock is None:
        return
    used, paused = kept.number("used"), kept.number("paused")
    assert (now.clock.used, now.clock.paused) == (used, paused)
    assert now.overdue == (used > TOTAL)
    if used > TOTAL:
        assert f"{used - TOTAL} over" in now.clock.words
        assert now.at_risk or now.state is State.CLOSED
    if used + paused > TOTAL:
        assert now.clock.elapsed_over
        assert "over" in now.clock.words


raised = st.lists(
    st.tuples(
        st.sampled_from(CATEGORIES), st.integers(0, 3), st.lists(st.sampled_from(list(Move)), max_size=6)
    ),
    max_size=6,
)


@walks
@given(raised)
def test_every_count_is_the_count_of_the_rows(some) -> None:
    on = build.RAISED
    worlds = [build.world(), build.world()]
    for nth, (category, stage, moves) in enumerate(some):
        world = worlds[nth % 2]
        [concern] = actions.raise_concern(
            children=[world.child],
            category=category,
            about=f"Concern {nth}",
            asked_for="A change",
            asked=world.service_manager,
            pass_over_informal="It cannot wait",
            stage=stage,
            on=on,
            by=world.iro,
        )
        for move in moves:
            if standing_of(Concern.objects.get(pk=concern.pk), on).may(move):
                ACTS[move](world, Concern.objects.get(pk=concern.pk), on)
    children = [world.child for world in worlds]
    concerns = Concern.objects.filter(child__in=children)

    found = counted(concerns)

    rows = list(concerns)
    assert found.every.concerns == len(rows) == len(some)
    assert found.every.children == len({one.child_id for one in rows})
    by_category = Counter(one.category for one in rows)
    assert {code: number.concerns for code, number in found.by_category.items()} == by_category
    opened = Stage.objects.filter(concern__in=rows, opened_on__isnull=False)
    by_stage = Counter(opened.values_list("number", flat=True))
    assert {stage: number.concerns for stage, number in found.by_stage.items()} == by_stage
    assert sum(number.concerns for number in found.furthest.values()) == len(rows)
    assert found.formal.concerns == len({one.concern_id for one in opened if one.number})
    passed_over = Counter(
        Stage.objects.filter(concern__in=rows, opened_on=None).values_list("number", flat=True)
    )
    assert {stage: number.concerns for stage, number in found.passed_over.items()} == passed_over
    for number in (*found.by_stage.values(), *found.by_category.values()):
        assert number.children <= min(number.concerns, 2)
    assert open_concerns(children, on).count() == sum(one.closed_on is None for one in rows)
