"""The categories of concern, the ladder and who answers, as managers settle them."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from holdfast.casework.access.roles import Role
from holdfast.casework.access.rules import NotAllowed
from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.resolution import settling, settling_ladder
from holdfast.casework.resolution.categories import all_categories, categories_on, category_labels
from holdfast.casework.resolution.models import Answerer, Concern, OwnCategory, OwnLadder
from holdfast.casework.service.actions import set_limit
from holdfast.domain.resolution import categories, ladders
from tests.builders import people

pytestmark = pytest.mark.django_db
TODAY = date(2017, 3, 31)
APRIL = date(2017, 4, 1)


def add(**facts):
    given = {"label": "Court reports", "head": "practice", "from_date": TODAY, "reason": "Asked for"}
    return settling.add_category(**{**given, **facts}, by=None)


def offered(day: date) -> dict[str, str]:
    return {one.code: one.label for one in categories_on(day)}


def concern(code: str, day: date = TODAY) -> Concern:
    return Concern.objects.create(
        child=people.child(), category=code, about="Late", asked_for="Sooner", raised_on=day
    )


def test_the_shipped_categories_are_offered_until_one_changes_them():
    assert list(offered(TODAY)) == [one.code for one in categories.laid_over(())]
    assert list(offered(TODAY))[-1] == "other"


def test_an_own_category_stands_in_its_group_from_its_day():
    made = add(from_date=APRIL)

    assert made.code == "own_court_reports"
    assert made.code not in offered(TODAY)
    assert [one.group for one in categories_on(APRIL) if one.code == made.code] == ["practice"]


def test_other_words_hold_from_a_day_and_the_code_stays():
    settling.rename_category(code="pep", label="Education plan", from_date=APRIL, reason="Clearer", by=None)

    assert offered(TODAY)["pep"] == "No or poor quality personal education plan"
    assert offered(APRIL)["pep"] == "Education plan"
    assert category_labels()["pep"] == "Education plan"
    assert [one.york for one in all_categories(APRIL) if one.code == "pep"] == [True]


def test_words_of_the_same_day_are_put_right_and_earlier_ones_refused():
    for label in ("Education plan", "Education plans"):
        settling.rename_category(code="pep", label=label, from_date=APRIL, reason="Clearer", by=None)
    assert offered(APRIL)["pep"] == "Education plans"

    with pytest.raises(ValidationError, match="hold from 1 April 2017"):
        settling.rename_category(code="pep", label="Plan", from_date=TODAY, reason="x", by=None)


def test_a_category_ends_goes_on_and_keeps_its_name():
    settling.end_category(code="pep", to_date=TODAY, by=None)

    assert ("pep" in offered(TODAY), "pep" in offered(APRIL)) == (True, False)
    assert "pep" in category_labels()
    with pytest.raises(ValidationError, match="ended on 31 March 2017"):
        settling.rename_category(code="pep", label="Plan", from_date=APRIL, reason="x", by=None)
    settling.end_category(code="pep", to_date=None, by=None)
    assert "pep" in offered(APRIL)


def test_other_is_never_ended():
    with pytest.raises(ValidationError, match="“Other” stays"):
        settling.end_category(code="other", to_date=TODAY, by=None)


def test_an_entry_is_taken_back_unless_concerns_would_lose_their_category():
    renamed = settling.rename_category(code="pep", label="Plan", from_date=APRIL, reason="x", by=None)
    concern("pep")
    settling.take_back_category(category=renamed, by=None)
    assert offered(APRIL)["pep"] == "No or poor quality personal education plan"

    made = add()
    concern(made.code)
    with pytest.raises(ValidationError, match="Give it a last day instead"):
        settling.take_back_category(category=made, by=None)
    assert OwnCategory.objects.get() == made


@pytest.mark.parametrize(
    ("facts", "field", "sentence"),
    [
        ({"label": " "}, "label", "Enter the name"),
        ({"label": "placement"}, "label", "already"),
        ({"head": ""}, "head", "Choose the group"),
        ({"reason": ""}, "reason", "Say why"),
        ({"from_date": date(1985, 1, 1)}, "from_date", "Check the year"),
    ],
)
def test_what_no_category_can_be_is_said_beside_its_field(facts, field, sentence):
    with pytest.raises(ValidationError) as refused:
        add(**facts)

    assert sentence in refused.value.message_dict[field][0]


def ladder(*days: int | None) -> dict:
    stages = [{"name": "Informal", "role": "Team manager", "days": 30}]
    for number, each in enumerate(days, 1):
        stages.append(
            {"name": f"Stage {number}", "role": "Service manager"} | ({"days": each} if each else {})
        )
    return {"name": "Ours", "stages": stages}


def set_ladder(content, **facts) -> OwnLadder:
    given = {"from_date": APRIL, "reason": "Shorter", "on": TODAY, "by": None}
    return settling_ladder.set_ladder(content=content, **{**given, **facts})


def held(day: date):
    return settling_ladder.ladder_from(settling_ladder.own_ladders(), day)


def test_the_ladder_holds_from_its_day():
    set_ladder(ladder(5, 5, None))

    assert held(TODAY) == ladders.in_force()
    assert [one.days for one in held(APRIL).rungs] == [30, 5, 5, None]


def test_a_ladder_of_the_same_day_is_put_right():
    set_ladder(ladder(5))
    set_ladder(ladder(5, 5), reason="Two")

    assert len(held(APRIL).rungs) == 3
    assert AuditEvent.objects.filter(verb="ladder.put_right").exists()


@pytest.mark.parametrize("shipped", ladders.shipped(), ids=lambda one: one.code)
def test_every_shipped_ladder_can_be_chosen(shipped):
    set_ladder(ladders.as_content(shipped))

    assert held(APRIL) == shipped


@pytest.mark.parametrize(
    ("content", "facts", "field", "sentence"),
    [
        (
            ladder(10, 11),
            {},
            "stages",
            "21 working days together, and all of them may take 20 at most (IRO Handbook",
        ),
        (ladder(), {}, "stages", "at least one formal stage"),
        ({}, {}, "stages", "has no stages"),
        (ladder(5), {"from_date": date(2017, 3, 30)}, "from_date", "31 March 2017 or a later day"),
        (ladder(5), {"from_date": date(2200, 1, 1)}, "from_date", "Choose"),
        (ladder(5), {"reason": ""}, "reason", "Say why"),
    ],
)
def test_what_cannot_be_climbed_is_refused_in_words(content, facts, field, sentence):
    with pytest.raises(ValidationError) as refused:
        set_ladder(content, **facts)

    assert sentence in refused.value.message_dict[field][0]
    assert not OwnLadder.objects.exists()


def test_a_stricter_total_of_the_councils_own_counts():
    set_limit(
        rule_id="resolution.total", value=10, unit="working days", from_date=APRIL, source="Our procedure",
        certainty="H", reason="Sooner", by=None,
    )  # fmt: skip

    with pytest.raises(ValidationError, match=r"10 at most \(Our procedure\)"):
        set_ladder(ladder(5, 6))


def test_a_ladder_is_taken_back_until_a_concern_climbs_it():
    made = set_ladder(ladder(5))
    settling_ladder.take_back_ladder(ladder=made, by=None)
    made = set_ladder(ladder(5))
    concern("pep", APRIL)

    with pytest.raises(ValidationError, match="Set another one from a later day"):
        settling_ladder.take_back_ladder(ladder=made, by=None)


def name(**facts) -> Answerer:
    given = {"role": "Service manager", "team": "North", "starts": TODAY, "by": None}
    return settling_ladder.name_answerer(**{**given, **facts})


def test_who_answers_is_named_ended_and_taken_back():
    made = name(worker=people.worker("Pat Hall"))
    settling_ladder.end_answerer(answerer=made, ends=APRIL, by=None)
    assert [one.ends for one in settling_ladder.answerers_named()] == [APRIL]

    settling_ladder.take_back_answerer(answerer=made, by=None)
    assert settling_ladder.answerers_named() == []


def test_nobody_is_named_twice_for_the_same_days():
    pat = people.worker("Pat Hall")
    made = name(worker=pat)
    with pytest.raises(ValidationError, match="answers for this role already"):
        name(worker=pat, starts=APRIL)
    name(worker=pat, team="")
    name(worker=people.worker("Lee Moss"))
    settling_ladder.end_answerer(answerer=made, ends=TODAY, by=None)
    name(worker=pat, starts=APRIL)

    assert Answerer.objects.count() == 4


def test_only_a_manager_settles_and_each_change_is_in_the_diary():
    officer, manager = people.user(Role.IRO), people.user(Role.IRO_MANAGER)
    pat = people.worker("Pat Hall")
    for by in (officer, manager):
        acts = (
            lambda by=by: settling.add_category(
                label="Court", head="practice", from_date=TODAY, reason="x", by=by
            ),
            lambda by=by: settling.rename_category(
                code="pep", label="Plan", from_date=TODAY, reason="x", by=by
            ),
            lambda by=by: settling.end_category(code="contact", to_date=TODAY, by=by),
            lambda by=by: set_ladder(ladder(5), by=by),
            lambda by=by: name(worker=pat, by=by),
        )
        for act in acts:
            if by is officer:
                with pytest.raises(NotAllowed):
                    act()
            else:
                act()

    told = AuditEvent.objects.filter(actor_id=str(manager.pk)).order_by("id")
    assert [event.verb for event in told] == [
        "category.added",
        "category.renamed",
        "category.ended",
        "ladder.set",
        "answerer.named",
    ]
