"""Every move of a concern as the real action, pressed with what it needs by whoever may make it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import count
from typing import Any

from holdfast.casework.resolution import actions
from holdfast.casework.resolution.models import Concern, Stage
from holdfast.domain.resolution.moves import Move, State
from tests.builders import concerns as build

#: the day everything in these tests is done on, a Monday
ON = date(2017, 3, 13)

_numbers = count(1)

Act = Callable[[build.World, Concern, date], Any]


def written(concern: Concern) -> int:
    """The number of the last stage of which something is recorded."""
    return max((one.number for one in concern.stages.all()), default=0)


def _open(world: build.World, concern: Concern, on: date) -> Any:
    return actions.open_stage(
        concern=concern,
        number=written(concern) + 1,
        asked=world.service_manager,
        on=on,
        by=world.iro,
    )


def put_to(concern: Concern) -> Stage:
    """The last stage that was opened: only the person asked there could think of answering."""
    opened = Stage.objects.select_related("concern__child", "asked__user").filter(
        concern=concern, passed_over_on=None
    )
    return opened.last()


def _answer(world: build.World, concern: Concern, on: date) -> Any:
    stage = put_to(concern)
    by = stage.asked.user
    return actions.answer(stage=stage, outcome="refused", answer="There is no money.", on=on, by=by)


def _correct(world: build.World, concern: Concern, on: date) -> Any:
    stage = put_to(concern)
    by = stage.asked.user
    # other words each time: the same once more changes nothing, and so is no move
    words = f"There is, number {next(_numbers)}."
    return actions.correct_answer(stage=stage, outcome="agreed", answer=words, on=on, by=by)


def _hand(world: build.World, concern: Concern, on: date) -> Any:
    stage = put_to(concern)
    other = world.group_manager if stage.asked != world.group_manager else world.service_manager
    return actions.hand_to(stage=stage, worker=other, on=on, by=world.iro)


def _given(world: build.World, concern: Concern, on: date) -> Any:
    request = concern.legal_advice.filter(given_on=None).first() or concern.legal_advice.first()
    if request is None:
        # nothing was asked, so nothing can be entered: the page could only be out of date
        request = concern.legal_advice.model(concern=concern, asked_on=on)
    return actions.legal_given(request=request, advice="Go on.", cost=None, on=on, by=world.iro)


def _said(world: build.World, concern: Concern, on: date) -> Any:
    referral = concern.referrals.filter(outcome_on=None).first() or concern.referrals.first()
    if referral is None:
        referral = concern.referrals.model(concern=concern, referred_on=on)
    return actions.cafcass_said(referral=referral, outcome="They wrote to the council.", on=on, by=world.iro)


def _close(world: build.World, concern: Concern, on: date) -> Any:
    return actions.close(
        concern=concern,
        effect="full",
        what_changed="Seen by the nurse",
        changed_on=on,
        evidence="The nurse's letter",
        child_told="no",
        on=on,
        by=world.iro,
    )


ACTS: dict[Move, Act] = {
    Move.OPEN: _open,
    Move.SKIP: lambda world, one, on: actions.pass_over(
        concern=one, number=written(one) + 1, why="It cannot wait", on=on, by=world.iro
    ),
    Move.ANSWER: _answer,
    Move.CORRECT_ANSWER: _correct,
    Move.HAND_TO: _hand,
    Move.PAUSE: lambda world, one, on: actions.pause(
        concern=one, why="The school is closed", on=on, by=world.iro
    ),
    Move.RESUME: lambda world, one, on: actions.resume(concern=one, on=on, by=world.iro),
    Move.ASK_LEGAL: lambda world, one, on: actions.ask_legal(
        concern=one, asked_of="Counsel", question="May we?", on=on, by=world.iro
    ),
    Move.LEGAL_GIVEN: _given,
    Move.REFER: lambda world, one, on: actions.refer_to_cafcass(
        concern=one, why="Nothing moves", on=on, by=world.iro
    ),
    Move.CAFCASS_SAID: _said,
    Move.CLOSE: _close,
    Move.TAKE_BACK: lambda world, one, on: actions.take_back(
        concern=one, why="It was another child", on=on, by=world.iro
    ),
    Move.REOPEN: lambda world, one, on: actions.reopen(concern=one, why="It came back", on=on, by=world.iro),
    Move.TELL_CHILD: lambda world, one, on: actions.tell_child(
        concern=one, child_told="yes", child_told_on=on, on=on, by=world.iro
    ),
}


def concern_in(state: State, world: build.World) -> Concern:
    """A concern in a state, with a stage still to come after the next and nothing besides."""
    concern = build.concern(world.child, world.social_worker, on=ON)
    informal = concern.stages.get()
    if state is State.INFORMAL_WAITING:
        return concern
    build.answered(informal, ON, "refused")
    if state is State.BETWEEN:
        build.passed_over(concern, 1, ON)
    if state in (State.FORMAL_WAITING, State.FORMAL_ANSWERED, State.PAUSED_WAITING, State.PAUSED):
        stage = build.stage(concern, 1, world.service_manager, ON)
        if state in (State.FORMAL_ANSWERED, State.PAUSED):
            build.answered(stage, ON, "refused")
    if state in (State.PAUSED_WAITING, State.PAUSED):
        build.paused(concern, ON)
    if state is State.CLOSED:
        build.closed(concern, ON)
    return concern
