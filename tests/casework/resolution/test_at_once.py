"""Two people move a concern at once: one of them does, the other is told, and no stage is lost or doubled."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from holdfast.casework.access.roles import Role
from holdfast.casework.resolution import actions, settling, settling_ladder
from holdfast.casework.resolution.models import Answerer, Concern, OwnCategory, OwnLadder, Pause, Stage
from holdfast.casework.resolution.rules import NotNow
from holdfast.domain.resolution import ladders
from tests.builders import concerns as build
from tests.builders import people
from tests.casework.reviews.test_at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)

ON = build.RAISED


@pytest.fixture
def world(db) -> build.World:
    return build.world()


def fresh(concern: Concern) -> Concern:
    return Concern.objects.select_related("child").get(pk=concern.pk)


def stage_of(concern: Concern, number: int) -> Stage:
    return Stage.objects.select_related("concern__child").get(concern=concern, number=number)


def test_raised_twice_at_once_it_stands_once(world) -> None:
    told = {"category": "pep", "about": "No plan", "asked_for": "One", "on": ON, "by": world.iro}

    at_once(
        *[
            lambda: actions.raise_concern(children=[world.child], asked=world.social_worker, **told),
        ]
        * 3
    )

    assert Concern.objects.count() == Stage.objects.count() == 1


def test_of_two_that_put_it_further_from_the_same_page_one_does(world) -> None:
    concern = build.concern(world.child, world.social_worker)
    manager = people.user(Role.IRO_MANAGER)

    def put(asked, by):
        return lambda: actions.open_stage(concern=fresh(concern), number=1, asked=asked, on=ON, by=by, step=0)

    found = at_once(put(world.service_manager, world.iro), put(world.group_manager, manager))

    assert sorted(type(one).__name__ for one in found) == ["Moved", "Stage"]
    assert list(concern.stages.values_list("number", flat=True)) == [0, 1]
    assert fresh(concern).step == 1


def test_put_further_while_it_is_answered_both_hold_or_the_answer_is_told_so(world) -> None:
    concern = build.concern(world.child, world.social_worker)

    found = at_once(
        lambda: actions.open_stage(
            concern=fresh(concern), number=1, asked=world.service_manager, on=ON, by=world.iro
        ),
        lambda: actions.answer(
            stage=stage_of(concern, 0), outcome="agreed", answer="Yes", on=ON, by=world.social_worker.user
        ),
    )

    assert isinstance(found[0], Stage)
    informal = concern.stages.get(number=0)
    assert (found[1] is None) == (informal.answered_on == ON)
    assert found[1] is None or isinstance(found[1], NotNow)
    assert fresh(concern).step == 1 + (found[1] is None)


def test_it_is_answered_paused_and_closed_once(world) -> None:
    concern = build.concern(world.child, world.social_worker)
    build.stage(concern, 1, world.service_manager)
    by = world.service_manager.user

    paused = at_once(*[lambda: actions.pause(concern=fresh(concern), why="Why", on=ON, by=world.iro)] * 2)
    assert sorted(type(one).__name__ for one in paused) == ["NotNow", "Pause"]
    assert Pause.objects.count() == 1

    answers = at_once(
        *[
            lambda: actions.answer(stage=stage_of(concern, 1), outcome="agreed", answer="Yes", on=ON, by=by),
        ]
        * 2
    )
    assert sorted(type(one).__name__ for one in answers) == ["NoneType", "NotNow"]

    step = fresh(concern).step
    closed = at_once(
        *[
            lambda: actions.take_back(concern=fresh(concern), why="x", on=ON, by=world.iro, step=step),
        ]
        * 2
    )
    assert sorted(type(one).__name__ for one in closed) == ["Moved", "NoneType"]
    assert fresh(concern).step == step + 1


def test_what_is_settled_twice_at_once_is_settled_once(world) -> None:
    manager = people.user(Role.IRO_MANAGER)
    why = {"from_date": ON, "reason": "Asked for", "by": manager}
    content = ladders.as_content(ladders.in_force())
    settled = {
        OwnCategory: lambda: settling.add_category(label="Court reports", head="practice", **why),
        OwnLadder: lambda: settling_ladder.set_ladder(content=content, on=ON, **why),
        Answerer: lambda: settling_ladder.name_answerer(
            role="Service manager", worker=world.service_manager, starts=ON, by=manager
        ),
    }
    for model, act in settled.items():
        found = at_once(*[act] * 3)

        assert model.objects.count() == 1
        assert {type(one) for one in found} <= {model, ValidationError}
