"""Raising a concern, going up the ladder, answering, closing: what is kept, what is refused, and in which words."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from holdfast.casework.access.roles import Role
from holdfast.casework.access.rules import NotAllowed
from holdfast.casework.monitors import actions as monitors
from holdfast.casework.people.models import AllocationRole
from holdfast.casework.people.queries import NotYours, diary_of
from holdfast.casework.provenance.models import ChangeReason
from holdfast.casework.provenance.queries import history_of
from holdfast.casework.resolution import actions
from holdfast.casework.resolution.models import Answerer, Concern, OwnLadder, Stage
from holdfast.casework.resolution.queries import (
    answerers,
    category_label,
    concerns_for,
    concerns_to_answer,
    find_concern,
    find_stage,
    ladder_on,
    open_concern,
    standing_of,
    together_with,
)
from holdfast.casework.resolution.rules import Moved, NotAsked, NotNow, OwnConcern, cannot_sign_in
from holdfast.domain.limits import NATIONAL
from holdfast.domain.resolution import ladders
from holdfast.domain.resolution.moves import State
from tests.builders import concerns as build
from tests.builders import people, reviews

pytestmark = pytest.mark.django_db

ON = build.RAISED


@pytest.fixture
def world() -> build.World:
    return build.world()


def raised(world: build.World, **more) -> Concern:
    standard = {
        "children": [world.child],
        "category": "pep",
        "about": "No education plan",
        "asked_for": "A plan by the end of term",
        "asked": world.social_worker,
        "on": ON,
        "by": world.iro,
    }
    return actions.raise_concern(**{**standard, **more})[0]


def refused(field: str, act, **given) -> str:
    with pytest.raises(ValidationError) as refusal:
        act(**given)
    return refusal.value.message_dict[field][0]


# --- raising ----------------------------------------------------------------------------------------------------


def test_raised_informally_it_waits_for_who_is_asked(world) -> None:
    concern = raised(world, asked_by=date(2017, 3, 31), said="Please")

    (stage,) = concern.stages.all()
    assert (stage.number, stage.name, stage.asked, stage.said) == (
        0,
        "Informal",
        world.social_worker,
        "Please",
    )
    assert (concern.officer, concern.raised_by) == (world.officer, world.iro)
    assert ladders.read(concern.ladder) == ladders.in_force()
    assert standing_of(concern, ON).state is State.INFORMAL_WAITING


def test_raised_at_a_formal_stage_those_before_it_stay_as_passed_over(world) -> None:
    concern = raised(world, asked=world.group_manager, stage=3, pass_over_informal="The child is in danger")

    stages = list(concern.stages.all())
    assert [(one.number, one.passed_over_why) for one in stages[:3]] == [
        (number, "The child is in danger") for number in range(3)
    ]
    assert stages[3].asked == world.group_manager
    assert standing_of(concern, ON).clock.used == 0


def test_brothers_and_sisters_get_a_concern_each_with_their_own_worker(world) -> None:
    sister = build.people.child("Beth Arden")
    people.allocated(sister, world.officer)
    other = build.staff("Noor Khan", Role.SOCIAL_WORKER)
    review = reviews.review(sister)
    monitor = monitors.start(review=review, on=ON, by=None)

    raised(
        world,
        children=[world.child, sister],
        asked={world.child.pk: world.social_worker, sister.pk: other},
        raised_from="monitor",
        monitor=monitor,
    )

    mine, hers = Concern.objects.order_by("id")
    assert mine.together == hers.together is not None
    assert (mine.stages.get().asked, hers.stages.get().asked) == (world.social_worker, other)
    assert (mine.monitor, mine.review, hers.monitor, hers.review) == (None, None, monitor, review)
    assert [one.pk for one in together_with(mine, world.iro)] == [hers.pk]
    assert not together_with(mine, world.social_worker.user).exists()
    assert not together_with(raised(world, category="placement"), world.iro).exists()


def test_the_same_button_pressed_twice_raises_it_once(world) -> None:
    assert raised(world) == raised(world)
    assert raised(world, category="placement") != raised(world)
    assert Concern.objects.count() == 2


@pytest.mark.parametrize(
    ("field", "given", "said"),
    [
        ("children", {"children": []}, "Choose the child"),
        ("category", {"category": "unknown"}, "from the list"),
        ("severity", {"severity": "purple"}, "how serious it is"),
        ("about", {"about": "  "}, "Write what is wrong"),
        ("asked_for", {"asked_for": ""}, "Write what you ask for"),
        ("asked_by", {"asked_by": date(2017, 3, 5)}, "has passed"),
        ("stage", {"stage": 7, "pass_over_informal": "x"}, "not on the ladder"),
        ("pass_over_informal", {"stage": 1}, "Say why the stages before it"),
        ("pass_over_informal", {"stage": 1, "pass_over_informal": "x" * 301}, "longer than 300"),
        ("asked", {"asked": None}, "Choose who is asked about Alice Arden"),
        ("raised_from", {"raised_from": "nowhere"}, "not a valid choice"),
    ],
)
def test_what_is_missing_is_said_for_each_field(field, given, said, world) -> None:
    assert said in refused(field, lambda: raised(world, **given))
    assert not Concern.objects.exists()


def test_it_is_put_to_nobody_who_raised_it_and_not_to_the_childs_officer(world) -> None:
    boss = people.user(Role.IRO_MANAGER)

    assert "raised this concern" in refused("asked", lambda: raised(world, asked=world.officer))
    said = refused("asked", lambda: raised(world, asked=world.officer, by=boss))
    assert "raised this concern" in said
    people.worker("Max Boss", boss)
    said = refused("asked", lambda: raised(world, asked=world.officer, by=boss))
    assert said == (
        "Ada Obi is the reviewing officer of this child, and so does not answer for them. Choose somebody else."
    )


def test_who_does_not_sign_in_may_be_asked_and_the_page_can_say_so(world) -> None:
    nowhere, analyst = people.worker("Ren Ito"), people.worker("Di Ray", people.user(Role.ANALYST))

    assert raised(world, asked=nowhere)
    assert "Ren Ito does not sign in" in cannot_sign_in(nowhere)
    assert "role of Di Ray does not answer" in cannot_sign_in(analyst)
    assert cannot_sign_in(world.social_worker) == ""


# --- who may -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.IRO, Role.IRO_MANAGER)])
def test_only_officers_raise_and_move_concerns(role, world) -> None:
    other = people.user(role)
    concern = raised(world)

    with pytest.raises(NotAllowed):
        raised(world, by=other)
    with pytest.raises(NotAllowed):
        actions.take_back(concern=concern, why="x", on=ON, by=other)
    with pytest.raises(NotAllowed):
        actions.ask_legal(concern=concern, asked_of="x", question="x", on=ON, by=other)


def test_an_officer_of_other_children_cannot_move_it(world) -> None:
    concern, other = raised(world), people.iro_of(people.child("Benedict Birch"))

    with pytest.raises(NotYours):
        actions.take_back(concern=concern, why="x", on=ON, by=other)
    with pytest.raises(NotYours):
        raised(world, by=other)


def test_only_who_is_asked_answers(world) -> None:
    stage = raised(world).stages.get()
    answer = {"stage": stage, "outcome": "agreed", "answer": "Yes", "on": ON}

    with pytest.raises(NotAsked, match="is put to Jo Reed, and only they"):
        actions.answer(**answer, by=world.team_manager.user)
    with pytest.raises(NotAsked, match="not linked to a worker"):
        actions.answer(**answer, by=people.user(Role.SENIOR_MANAGER))
    with pytest.raises(NotAllowed):
        actions.answer(**answer, by=world.iro)
    manager = people.user(Role.IRO_MANAGER)
    with pytest.raises(NotAsked):
        actions.answer(**answer, by=manager)
    actions.answer(**answer, by=None)
    assert Stage.objects.get().outcome == "agreed"


def test_nobody_answers_a_concern_of_their_own_or_about_a_child_they_review(world) -> None:
    boss = people.user(Role.IRO_MANAGER)
    worker = people.worker("Max Boss", boss)
    mine = raised(world, by=boss)
    Stage.objects.filter(concern=mine).update(asked=worker)
    with pytest.raises(OwnConcern, match="raised this concern"):
        actions.answer(stage=mine.stages.get(), outcome="agreed", answer="Yes", on=ON, by=boss)

    theirs = raised(world, category="placement")
    Stage.objects.filter(concern=theirs).update(asked=worker)
    world.child.allocations.filter(worker=world.officer).update(worker=worker)
    with pytest.raises(OwnConcern, match="is the reviewing officer of this child"):
        actions.answer(stage=theirs.stages.get(), outcome="agreed", answer="Yes", on=ON, by=boss)
    assert not Stage.objects.exclude(answered_on=None).exists()


def test_a_concern_is_seen_by_those_of_the_child_and_those_asked_and_by_nobody_else(world) -> None:
    concern = raised(world)
    build.answered(concern.stages.get(), ON, "refused")
    actions.open_stage(concern=concern, number=1, asked=world.service_manager, on=ON, by=world.iro)
    sees = {
        world.iro,
        world.social_worker.user,
        world.team_manager.user,
        world.service_manager.user,
        people.user(Role.IRO_MANAGER),
    }
    does_not = {world.group_manager.user} | {
        people.user(role) for role in Role if role is not Role.IRO_MANAGER
    }

    for user in sees:
        assert find_concern(user, concern.public_id) == concern
    for user in does_not:
        assert not concerns_for(user).exists()
        with pytest.raises(NotYours, match="not among those you can see"):
            find_concern(user, concern.public_id)
    with pytest.raises(NotYours):
        find_concern(world.iro, "no-id")
    assert [one.pk for one in concerns_to_answer(world.service_manager.user, ON)] == [concern.pk]
    assert not concerns_to_answer(world.social_worker.user, ON).exists()


def test_reading_it_leaves_a_row_in_the_childs_diary(world) -> None:
    concern = open_concern(world.iro, raised(world).public_id)

    verbs = list(diary_of(world.child).values_list("verb", flat=True))
    assert verbs == ["concern.raised", "concern.read"]
    assert find_stage(concern, concern.stages.get().public_id) == concern.stages.get()
    assert find_stage(concern, "none") is None


# --- up the ladder -----------------------------------------------------------------------------------------------


def test_a_later_stage_leaves_those_between_as_passed_over_and_the_one_that_waited_without_an_answer(
    world,
) -> None:
    concern = raised(world)
    opened = {"concern": concern, "number": 3, "asked": world.group_manager, "on": ON, "by": world.iro}

    assert "Say why" in refused("passed_over_why", actions.open_stage, **opened)
    assert "Choose who is asked" in refused("asked", actions.open_stage, **{**opened, "asked": None})
    assert "still to come: “Stage 1" in refused("number", actions.open_stage, **{**opened, "number": 0})
    assert concern.stages.count() == 1
    actions.open_stage(**opened, passed_over_why="It is grave")

    words = [one.words for one in standing_of(concern, ON).stages]
    assert words == ["No answer came", "Passed over", "Passed over", "Waiting for an answer"]
    with pytest.raises(NotNow, match="gone on to “Stage 3"):
        actions.answer(
            stage=concern.stages.get(number=0),
            outcome="agreed",
            answer="Late",
            on=ON,
            by=world.social_worker.user,
        )


def test_stages_are_passed_over_one_after_the_other_and_never_the_last(world) -> None:
    concern = raised(world)
    build.answered(concern.stages.get(), ON)
    skip = {"concern": concern, "why": "Answered by nobody there", "on": ON, "by": world.iro}

    assert "comes before it" in refused("number", actions.pass_over, **skip, number=2)
    actions.pass_over(**skip, number=1)
    actions.pass_over(**skip, number=2)
    with pytest.raises(NotNow, match="a stage after the one passed over"):
        actions.pass_over(**skip, number=3)
    assert [one.passed_over_why for one in concern.stages.filter(number__gt=0)] == [skip["why"]] * 2


def test_handed_on_it_is_the_turn_of_somebody_else_and_the_day_stays(world) -> None:
    concern = raised(world)
    stage = concern.stages.get()

    assert "raised this" in refused(
        "worker", actions.hand_to, stage=stage, worker=world.officer, on=ON, by=world.iro
    )
    actions.hand_to(stage=stage, worker=world.team_manager, on=ON, by=world.iro)

    assert [(one.field, one.before) for one in history_of(stage)] == [
        ("asked_id", str(world.social_worker.pk))
    ]
    assert standing_of(find_concern(world.iro, concern.public_id), ON).turn.name == "Pat Hollis"
    with pytest.raises(NotAsked):
        actions.answer(stage=stage, outcome="agreed", answer="x", on=ON, by=world.social_worker.user)


def test_an_answer_says_something_and_is_put_right_with_what_it_said_before_kept(world) -> None:
    concern = raised(world)
    stage, by = concern.stages.get(), world.social_worker.user
    told = {
        "stage": stage,
        "outcome": "agreed",
        "answer": "By Friday",
        "do_by": date(2017, 3, 10),
        "on": ON,
        "by": by,
    }

    assert "whether you agree" in refused("outcome", actions.answer, **{**told, "outcome": "maybe"})
    assert "Write what will be done" in refused("answer", actions.answer, **{**told, "answer": " "})
    assert "before you were asked" in refused("do_by", actions.answer, **{**told, "do_by": date(2017, 3, 1)})
    actions.answer(**told)
    stage.refresh_from_db()
    assert (stage.answered_on, stage.answered_at is None) == (ON, False)
    actions.correct_answer(**{**told, "outcome": "partly"})

    assert Stage.objects.get().outcome == "partly"
    assert ("outcome", "agreed") in [(one.field, one.before) for one in history_of(stage)]
    with pytest.raises(NotNow):
        actions.answer(**told)


def test_a_page_that_is_out_of_date_moves_nothing(world) -> None:
    concern = raised(world)
    actions.ask_legal(concern=concern, asked_of="Counsel", question="May we?", on=ON, by=world.iro, step=0)

    with pytest.raises(Moved, match="moved on after you opened the page"):
        actions.take_back(concern=concern, why="x", on=ON, by=world.iro, step=0)
    actions.take_back(concern=concern, why="x", on=ON, by=world.iro, step=1)
    assert Concern.objects.get().step == 2


def test_nothing_is_done_on_a_day_before_the_last_move(world) -> None:
    concern = raised(world)

    said = refused("on", actions.take_back, concern=concern, why="x", on=date(2017, 3, 5), by=world.iro)

    assert said == "This is before 6 March 2017, when the concern last moved. Enter a later day."


# --- beside ------------------------------------------------------------------------------------------------------


def test_legal_advice_and_cafcass_stand_beside_and_are_entered_once(world) -> None:
    concern = build.closed(raised(world), ON)
    request = actions.ask_legal(concern=concern, asked_of="Counsel", question="May we?", on=ON, by=world.iro)
    other = actions.ask_legal(concern=concern, asked_of="Firm", question="Why?", on=ON, by=world.iro)
    referral = actions.refer_to_cafcass(concern=concern, why="Nothing moves", on=ON, by=world.iro)
    given = {"advice": "Go on.", "on": ON, "by": world.iro}

    assert "in pounds" in refused("cost", actions.legal_given, request=request, **given, cost=-1)
    actions.legal_given(request=request, **given, cost=240)
    with pytest.raises(NotNow, match="entered on 6 March 2017 already"):
        actions.legal_given(request=request, **given)
    actions.cafcass_said(referral=referral, outcome="They wrote.", on=ON, by=world.iro)
    again = actions.refer_to_cafcass(concern=concern, why="Still nothing", on=ON, by=world.iro)
    with pytest.raises(NotNow, match="already"):
        actions.cafcass_said(referral=referral, outcome="Again", on=ON, by=world.iro)

    request.refresh_from_db()
    assert (request.cost, request.given_on, other.given_on, again.outcome_on) == (240, ON, None, None)
    assert standing_of(find_concern(world.iro, concern.public_id), ON).state is State.CLOSED


# --- closing -----------------------------------------------------------------------------------------------------

FULL = {
    "effect": "full",
    "what_changed": "A plan is written",
    "changed_on": date(2017, 3, 7),
    "evidence": "Read by me",
    "child_told": "yes",
    "child_told_on": date(2017, 3, 8),
}


@pytest.mark.parametrize(
    ("field", "given", "said"),
    [
        ("effect", {"effect": ""}, "what came of it"),
        ("effect", {"effect": "withdrawn"}, "Take it back"),
        ("what_changed", {"what_changed": " "}, "what changed for the child"),
        ("changed_on", {"changed_on": None}, "day on which it changed"),
        ("evidence", {"evidence": ""}, "how you know"),
        ("changed_on", {"changed_on": date(2017, 3, 5)}, "from 6 March 2017"),
        ("changed_on", {"changed_on": date(2017, 3, 9)}, "to 8 March 2017"),
        ("what_changed", {"effect": "none", "what_changed": "", "changed_on": None}, "closed all the same"),
        ("changed_on", {"effect": "none"}, "Leave the day empty"),
        ("what_changed", {"effect": "overtaken", "what_changed": ""}, "what overtook it"),
        ("child_told", {"child_told": ""}, "whether the child has been told"),
        ("child_told_on", {"child_told_on": None}, "day on which the child was told"),
        ("child_told_on", {"child_told_on": date(2017, 3, 9)}, "still to come"),
        ("child_told_why", {"child_told": "not_right"}, "why it is not right"),
        ("child_told_why", {"child_told": "not_right", "child_told_why": "x" * 301}, "longer than 300"),
    ],
)
def test_closing_needs_the_effect_for_the_child(field, given, said, world) -> None:
    concern = raised(world)

    given = {"concern": concern, "on": date(2017, 3, 8), "by": world.iro, **FULL, **given}

    assert said in refused(field, actions.close, **given)
    assert Concern.objects.get().closed_on is None


@pytest.mark.parametrize(
    "told",
    [
        FULL,
        {**FULL, "effect": "partial", "child_told": "no", "child_told_on": None},
        {"effect": "none", "what_changed": "Court decides", "changed_on": None, "evidence": ""}
        | {"child_told": "not_right", "child_told_why": "Too young"},
        {"effect": "overtaken", "what_changed": "Moved home", "changed_on": None, "evidence": ""}
        | {"child_told": "no"},
    ],
)
def test_it_is_closed_with_what_was_said(told, world) -> None:
    concern = raised(world)

    actions.close(concern=concern, on=date(2017, 3, 8), by=world.iro, **told)

    concern = Concern.objects.get()
    assert {key: getattr(concern, key) for key in told} == told
    assert (concern.closed_on, concern.closed_by) == (date(2017, 3, 8), world.iro)
    with pytest.raises(NotNow, match="open it again"):
        actions.close(concern=concern, on=date(2017, 3, 9), by=world.iro, **told)


def test_the_child_is_told_later_once(world) -> None:
    concern = raised(world)
    not_yet = {**FULL, "child_told": "no", "child_told_on": None}
    actions.close(concern=concern, on=date(2017, 3, 8), by=world.iro, **not_yet)
    told = {"concern": concern, "child_told": "yes", "on": date(2017, 3, 9), "by": world.iro}

    assert "Enter the day" in refused("child_told_on", actions.tell_child, **told)
    actions.tell_child(**told, child_told_on=date(2017, 3, 9))
    with pytest.raises(NotNow, match="not told yet"):
        actions.tell_child(**told, child_told_on=date(2017, 3, 9))


def test_taken_back_it_says_why_and_keeps_its_stages(world) -> None:
    concern = raised(world)

    actions.take_back(concern=concern, why="It was another child", on=ON, by=world.iro)

    concern = Concern.objects.get()
    assert (concern.effect, concern.what_changed) == ("withdrawn", "It was another child")
    assert concern.stages.count() == 1


def test_opened_again_it_stands_as_before_and_how_it_was_closed_is_kept(world) -> None:
    concern = raised(world, asked=world.service_manager, stage=1, pass_over_informal="x")
    actions.pause(concern=concern, why="Holidays", on=date(2017, 3, 7), by=world.iro)
    actions.close(concern=concern, on=date(2017, 3, 8), by=world.iro, **FULL)

    actions.reopen(concern=concern, why="It fell through", on=date(2017, 3, 14), by=world.iro)

    concern = Concern.objects.get()
    now = standing_of(concern, date(2017, 3, 14))
    assert (now.state, concern.effect, concern.child_told_on) == (State.FORMAL_WAITING, "", None)
    # 7 and 8 March paused, 9, 10 and 13 closed, 14 used
    assert (now.clock.used, now.clock.paused) == (1, 5)
    assert [one.why for one in concern.pauses.all()] == ["Holidays", "Closed; opened again: It fell through"]
    assert ("what_changed", "A plan is written") in [(one.field, one.before) for one in history_of(concern)]
    assert ChangeReason.objects.get().reason == "It fell through"


# --- who answers, and which ladder --------------------------------------------------------------------------------


def test_those_named_for_the_childs_team_come_first_and_the_officer_never(world) -> None:
    child, role = world.child, "Service manager"
    world.social_worker.team = "West"
    world.social_worker.save()
    day = date(2017, 1, 1)
    Answerer.objects.create(role=role, worker=world.group_manager, starts=day)
    Answerer.objects.create(role="service manager", worker=world.service_manager, team="west", starts=day)
    Answerer.objects.create(role=role, worker=world.team_manager, team="East", starts=day)
    Answerer.objects.create(role=role, worker=world.officer, starts=day)
    Answerer.objects.create(role=role, worker=people.worker("Old"), starts=day, ends=date(2017, 3, 5))

    assert answerers(role, child, ON) == [world.service_manager, world.group_manager]
    assert answerers("Social worker or Service manager", child, ON) == [
        world.social_worker,
        world.service_manager,
        world.group_manager,
    ]
    assert answerers("Team manager", child, ON) == [world.team_manager]
    assert answerers("Group manager", child, ON) == []


def test_a_concern_keeps_the_ladder_it_was_raised_on(world) -> None:
    concern = raised(world)
    four = ladders.named("four_stages")
    OwnLadder.objects.create(content=ladders.as_content(four), from_date=date(2017, 3, 7), reason="Agreed")

    assert ladder_on(ON) == ladders.in_force()
    assert ladder_on(date(2017, 3, 7)) == four
    later = raised(world, on=date(2017, 3, 7), asked=world.team_manager, stage=1, pass_over_informal="x")
    assert later.stages.get(number=1).days == 5
    assert len(standing_of(Concern.objects.get(pk=concern.pk), ON).stages) == 4


def test_a_category_is_named_also_when_it_is_not_in_the_list() -> None:
    assert category_label("pep") == "No or poor quality personal education plan"
    assert category_label("gone") == "gone"


def test_the_manager_raises_it_for_the_childs_officer_where_they_are_no_worker(world) -> None:
    concern = raised(world, by=people.user(Role.IRO_MANAGER))

    assert concern.officer == world.officer
    bare = people.child("Benedict Birch")
    people.allocated(bare, world.social_worker, AllocationRole.SOCIAL_WORKER)
    assert raised(world, children=[bare], by=None).officer is None


@pytest.mark.parametrize("number", [1, 3])
def test_where_many_stand_is_asked_with_a_fixed_number_of_questions(
    number, world, django_assert_num_queries
) -> None:
    for _ in range(number):
        build.paused(build.concern(world.child, world.social_worker), ON)
    user = people.user(Role.IRO_MANAGER)

    with django_assert_num_queries(5):
        assert [standing_of(one, ON, NATIONAL) for one in concerns_for(user)]
