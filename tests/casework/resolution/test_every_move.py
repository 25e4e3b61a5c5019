"""Every pair of a state and a move, allowed or not, through the real actions: what the table says is what happens."""

from __future__ import annotations

from itertools import product

import pytest

from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.resolution.models import Concern
from holdfast.casework.resolution.queries import standing_of
from holdfast.casework.resolution.rules import NotNow
from holdfast.domain.resolution.moves import Move, Needs, State, rule
from tests.builders import concerns as build

from .moving import ACTS, ON, concern_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> build.World:
    return build.world()


def with_need(concern: Concern, need: Needs | None, world: build.World, *, so: bool) -> None:
    """Make what a move needs besides the state so, or not so."""
    if need is Needs.ADVICE_ASKED:
        given = None if so else ON
        concern.legal_advice.create(asked_on=ON, asked_of="Counsel", question="May we?", given_on=given)
    elif need is Needs.REFERRED:
        concern.referrals.create(referred_on=ON, why="Nothing moves", outcome_on=None if so else ON)
    elif need is Needs.UNTOLD:
        Concern.objects.filter(pk=concern.pk).update(child_told="no" if so else "yes")
    elif need is Needs.CLOCK and so:
        concern.stages.all().delete()
        build.passed_over(concern, 0, ON)
        build.answered(build.stage(concern, 1, world.service_manager, ON), ON)
        build.passed_over(concern, 2, ON)
    elif need is Needs.ANSWER and not so:
        build.passed_over(concern, 2, ON)
    elif need in (Needs.LATER_STAGE, Needs.TWO_LATER_STAGES) and not so:
        _up_to_the_last(concern, 3 if need is Needs.LATER_STAGE else 2, world)


def _up_to_the_last(concern: Concern, number: int, world: build.World) -> None:
    """The same state, with the last stage recorded so far up the ladder."""
    state = standing_of(concern, ON).state
    ladder = {**concern.ladder, "stages": concern.ladder["stages"][: number + 1]}
    if state in (State.INFORMAL_WAITING, State.INFORMAL_ANSWERED):
        ladder["stages"] = ladder["stages"][: 1 + (number == 2)]
    elif state is State.BETWEEN:
        for one in range(2, number + 1):
            build.passed_over(concern, one, ON)
    else:
        for one in range(2, number + 1):
            stage = build.stage(concern, one, world.service_manager, ON)
            if state is State.FORMAL_ANSWERED:
                build.answered(stage, ON)
    Concern.objects.filter(pk=concern.pk).update(ladder=ladder)


@pytest.mark.parametrize(("state", "move"), list(product(State, Move)), ids=lambda one: str(one))
def test_what_the_table_says_is_what_happens(state, move, world) -> None:
    concern = concern_in(state, world)
    allowed = rule(state, move)
    with_need(concern, allowed.needs if allowed else None, world, so=True)
    concern = Concern.objects.get(pk=concern.pk)
    assert standing_of(concern, ON).state is state
    before = (concern.step, AuditEvent.objects.count(), list(concern.stages.values_list("number", flat=True)))

    if allowed is None:
        with pytest.raises(NotNow, match="can do: "):
            ACTS[move](world, concern, ON)
        after = Concern.objects.get(pk=concern.pk)
        assert standing_of(after, ON).state is state
        stages = list(after.stages.values_list("number", flat=True))
        assert (after.step, AuditEvent.objects.count(), stages) == before
        return

    ACTS[move](world, concern, ON)

    after = Concern.objects.get(pk=concern.pk)
    assert standing_of(after, ON).state in allowed.to
    assert after.step == before[0] + 1
    assert set(before[2]) <= set(after.stages.values_list("number", flat=True))
    event = AuditEvent.objects.last()
    assert event.verb.startswith("concern.")
    assert event.detail["child"] == world.child.pk


CONDITIONAL = [
    (state, move)
    for state, move in product(State, Move)
    if (found := rule(state, move)) is not None and found.needs is not None
]


@pytest.mark.parametrize(("state", "move"), CONDITIONAL, ids=lambda one: str(one))
def test_what_a_move_needs_besides_is_asked_for(state, move, world) -> None:
    concern = concern_in(state, world)
    need = rule(state, move).needs
    with_need(concern, need, world, so=False)
    concern = Concern.objects.get(pk=concern.pk)
    now = standing_of(concern, ON)
    assert now.state is state
    assert need not in now.held

    with pytest.raises(NotNow, match="this must be so"):
        ACTS[move](world, concern, ON)


def test_every_move_has_an_action() -> None:
    assert set(ACTS) == set(Move)
