"""What the service knows already, each with its day and where it stands; and the facts conditions ask about."""

from __future__ import annotations

from datetime import date

import pytest

from holdfast.casework.care.models import Milestone
from holdfast.casework.monitors import known
from holdfast.casework.monitors.facts import facts_of
from holdfast.casework.monitors.known import Known, known_answers
from holdfast.casework.monitors.models import MonitorKind
from holdfast.casework.people.models import FamilyTie
from holdfast.casework.plans.models import Category, CoreGroup, NeedPlan, Protection
from holdfast.casework.preparing.models import Invitee, Item, Seen, SeenBefore, SeenHow
from holdfast.casework.records.models import ManagerAnswer, Recipient, Record, Section
from holdfast.casework.reviews.models import Chaired, LateReason, Mode, Review, ReviewKind
from holdfast.domain.questionnaires.answering import options
from holdfast.domain.questionnaires.shipped import KINDS, shipped
from holdfast.domain.questionnaires.vocabulary import FACTS, KNOWN
from tests.builders import care, midway, people, reviews

from .conftest import FIRST, SECOND

pytestmark = pytest.mark.django_db


def now(review: Review) -> dict[str, Known]:
    return known_answers(Review.objects.get(pk=review.pk), SECOND)


def values(review: Review, *names: str) -> dict:
    found = now(review)
    return {name: found[name].value for name in names if name in found}


def test_the_lists_to_choose_from_are_those_of_the_records() -> None:
    lists = {
        "late_reason": LateReason,
        "mode": Mode,
        "chaired_by_child": Chaired,
        "seen_before": Seen,
        "seen_how": SeenHow,
        "category": Category,
    }
    for kind in KINDS:
        for one in shipped(kind).questions():
            if one.known in lists:
                assert [(option.key, option.label) for option in options(one)] == lists[one.known].choices
            if one.known == "review_kind":
                assert {option.key for option in options(one)} <= set(ReviewKind.values)


def test_the_questionnaires_shipped_are_the_kinds_of_monitor() -> None:
    assert tuple(MonitorKind) == KINDS


def test_only_names_of_the_vocabulary_are_used(scene) -> None:
    assert facts_of(scene.second).keys() == FACTS.keys()
    assert now(scene.second).keys() <= KNOWN.keys()


def test_the_meeting_is_known_with_its_day_and_where_it_stands(scene) -> None:
    found = now(scene.second)

    assert found["held_on"] == Known("2016-08-24", "24 August 2016", SECOND, "the review’s own page")
    assert found["in_time"].words == "Yes"
    assert found["due_on"].value == "2016-08-27"  # three months after the first
    assert found["meetings"].value == "1"
    assert found["review_kind"].words == "Review of a child in care"
    assert "late_reason" not in found


def test_a_late_review_is_known_to_be_late_and_why(scene) -> None:
    Review.objects.filter(pk=scene.second.pk).update(
        held_on=date(2016, 9, 5), completed_on=date(2016, 9, 5), late_reason="ill"
    )
    assert values(scene.second, "in_time", "late_reason") == {"in_time": "no", "late_reason": "ill"}


def test_the_child_is_known_by_the_episodes(scene) -> None:
    found = now(scene.second)

    assert found["legal_status"].value == "Full care order (C2)"
    assert found["legal_status"].as_of == date(2016, 5, 2)
    assert found["placement"].value == "Foster placement with other carer, other (U6)"
    assert found["days_in_care"].value == "114"
    assert found["placements"].value == "1"
    assert found["adoption"].value == "none"
    assert "eligible" not in found  # nine years old


def test_a_move_and_a_new_order_are_known_since_their_day(scene) -> None:
    care.moved(scene.child, date(2016, 8, 1), place="K2", legal_status="E1")
    found = now(scene.second)

    assert (found["placement"].value, found["placement"].as_of) == ("Children's home (K2)", date(2016, 8, 1))
    assert found["legal_status"].as_of == date(2016, 8, 1)
    assert found["placements"].value == "2"
    assert found["adoption"].value == "planned"


@pytest.mark.parametrize(
    ("born", "since", "eligible"),
    [
        (date(2000, 5, 1), date(2016, 5, 2), True),  # 114 days since
        (date(2000, 5, 1), date(2016, 7, 1), False),  # 54 days
        (date(2000, 5, 1), date(2013, 1, 1), True),
        (date(2000, 8, 24), date(2016, 5, 2), True),  # sixteen that day
        (date(2000, 8, 25), date(2016, 5, 2), None),  # still fifteen
        (date(1998, 8, 24), date(2013, 5, 2), None),  # eighteen
    ],
)
def test_whether_a_young_person_is_eligible_is_worked_out(db, born, since, eligible) -> None:
    child = care.in_care(since, people.child(born=born))
    found = values(reviews.review(child, SECOND), "eligible")
    assert found == ({} if eligible is None else {"eligible": "yes" if eligible else "no"})


def test_days_in_care_before_fourteen_do_not_make_a_young_person_eligible(db) -> None:
    child = people.child(born=date(2000, 5, 1))
    care.episode(child, date(2010, 1, 1), date(2014, 4, 30), reason_ended="E4A")
    care.episode(child, date(2016, 8, 1))
    assert values(reviews.review(child, SECOND), "eligible") == {"eligible": "no"}


def test_who_came_and_whose_papers_are_back(scene) -> None:
    def invite(relation: str, **facts) -> None:
        Invitee.objects.create(review=scene.second, name="Somebody", relation=relation, **facts)

    invite("mother", came="no", paper_sent_on=FIRST, paper_back_on=date(2016, 8, 3), views="I want more time")
    invite("carer", came="online", paper_sent_on=FIRST)
    invite("school", came="yes")
    invite("father")

    assert values(
        scene.second, "mother_came", "father_came", "carer_came", "parents_paper_back", "carer_paper_back",
        "child_paper_back", "parents_views", "professionals_came", "quorate",
    ) == {
        "mother_came": "no",
        "carer_came": "yes",
        "parents_paper_back": "yes",
        "carer_paper_back": "no",
        "parents_views": "I want more time",
        "professionals_came": "School or virtual school",
    }  # fmt: skip


def test_whether_the_child_was_seen_and_what_was_said(scene) -> None:
    record = Record.objects.create(review=scene.second)
    Section.objects.create(record=record, key="child_views", text="“I like it here.”")
    SeenBefore.objects.filter(review=scene.second).update(
        answer="not_seen", seen_on=None, how="", alone="", why_not="Ill"
    )

    assert values(
        scene.second, "seen_before", "seen_on", "seen_why_not", "participation", "contribution"
    ) == {
        "seen_before": "not_seen",
        "seen_why_not": "Ill",
        "participation": "PN1",
        "contribution": "“I like it here.”",
    }


def test_papers_are_known_once_somebody_noted_them(scene) -> None:
    assert values(scene.second, "papers_there", "report_in_time", "report_shared_on") == {}

    Item.objects.create(review=scene.second, kind="report", done_on=date(2016, 8, 23))
    Item.objects.create(review=scene.second, kind="shared", done_on=date(2016, 8, 24))
    Item.objects.create(review=scene.second, kind="health", not_needed="Done in May")

    assert values(scene.second, "papers_there", "report_in_time", "report_shared_on") == {
        "papers_there": "Social worker’s report",
        "report_in_time": "no",  # three working days before
        "report_shared_on": "2016-08-24",
    }


def test_what_came_of_earlier_decisions(scene) -> None:
    assert values(scene.second, "decisions_before", "decisions_done") == {
        "decisions_before": "0",
        "decisions_done": "None was open",
    }
    one, two, _ = midway.decisions(scene.first, 3)
    assert values(scene.second, "decisions_before", "decisions_done") == {"decisions_before": "3"}

    for decision, status in ((one, "done"), (two, "part")):
        decision.status, decision.status_at, decision.status_on = status, scene.second, SECOND
        decision.save()
    assert values(scene.second, "decisions_done", "decisions_not_done") == {
        "decisions_done": "1 not yet done, 1 done, 1 done in part",
        "decisions_not_done": "2",
    }


def test_what_follows_the_review(scene) -> None:
    midway.check(scene.second, date(2016, 11, 20))
    ManagerAnswer.objects.create(
        release=scene.second.releases.get(), answer="agrees", answered_on=date(2016, 8, 30), name="Pat Hollis"
    )
    record = Record.objects.create(review=scene.second, signed_on=SECOND)
    Recipient.objects.create(record=record, name="Robin Ash", relation="mother", sent_on=date(2016, 9, 1))
    Recipient.objects.create(record=record, name="Jo Ash", relation="father")

    assert values(
        scene.second, "midway_on", "next_review_by", "decisions_made", "manager_answer", "record_sent"
    ) == {
        "midway_on": "2016-11-20",
        "next_review_by": "2017-02-24",
        "decisions_made": "2",
        "manager_answer": "Agrees with the decisions",
        "record_sent": "Mother: 1 September 2016",
    }


@pytest.fixture
def process(db) -> Protection:
    return Protection.objects.create(
        child=people.child(born=date(2007, 5, 1)), opened_on=date(2016, 4, 1), started=date(2016, 4, 15),
        category_latest="NEG",
    )  # fmt: skip


def conference(process: Protection, day: date, kind: str = "conference_review") -> Review:
    return Review.objects.create(
        child=process.child, kind=kind, protection=process, held_on=day, completed_on=day
    )


def test_a_conference_is_known_by_its_plan(process) -> None:
    first = conference(process, date(2016, 4, 15), "conference_initial")
    review = conference(process, date(2016, 7, 14))
    for day in (date(2016, 5, 3), date(2016, 6, 10)):
        CoreGroup.objects.create(protection=process, held_on=day)

    assert values(first, "conference_outcome", "category", "months_on_plan", "core_groups") == {
        "conference_outcome": "made",
        "category": "NEG",
        "months_on_plan": "0",
    }
    assert values(
        review,
        "conference_outcome",
        "months_on_plan",
        "core_groups",
        "core_group_in_time",
        "plan_before",
        "in_care_too",
    ) == {
        "conference_outcome": "continues",
        "months_on_plan": "2",
        "core_groups": "2",
        "core_group_in_time": "no",  # ten working days: by 29 April
        "plan_before": "no",
        "in_care_too": "no",
    }
    assert facts_of(review)["review_number"] == 2
    assert facts_of(review)["months_on_plan"] == 2


def test_a_plan_soon_after_another_and_beside_care_is_known(process) -> None:
    Protection.objects.create(
        child=process.child, opened_on=date(2013, 1, 1), started=date(2013, 2, 1), ended=date(2014, 4, 16)
    )
    care.in_care(date(2016, 5, 1), process.child)
    process.ended = date(2016, 7, 14)
    process.save()
    review = conference(process, date(2016, 7, 14))

    assert values(review, "conference_outcome", "plan_before", "in_care_too") == {
        "conference_outcome": "ended",
        "plan_before": "yes",
        "in_care_too": "yes",
    }
    assert facts_of(review)["plan_before"] == "yes"


def test_an_unborn_child_is_asked_nothing(db) -> None:
    unborn = Protection.objects.create(
        child=people.child(born=None), opened_on=date(2016, 4, 1), unborn=True, no_plan="not_made"
    )
    review = conference(unborn, date(2016, 4, 15), "conference_initial")
    facts = facts_of(review)
    assert (facts["unborn"], facts["age"], facts["months_on_plan"]) == ("yes", None, None)
    assert values(review, "conference_outcome") == {"conference_outcome": "none"}


def test_a_plan_of_a_child_in_need_is_known(db) -> None:
    plan = NeedPlan.objects.create(
        child=people.child(), agreed_on=date(2016, 4, 1), made_on=date(2016, 4, 12)
    )
    held = Review.objects.create(
        child=plan.child, kind="need", need_plan=plan, held_on=SECOND, completed_on=SECOND
    )
    assert values(held, "plan_made_on", "legal_status", "conference_outcome") == {
        "plan_made_on": "2016-04-12"
    }
    assert facts_of(held)["review_number"] == 1


def test_facts_of_care(scene) -> None:
    facts = facts_of(scene.second)
    assert (facts["review_number"], facts["age"], facts["days_in_care"]) == (2, 9, 114)
    assert (facts["legal_status"], facts["placement_type"], facts["adoption"]) == ("C2", "U6", "none")
    assert (facts["siblings"], facts["long_term"], facts["with_meeting"]) == ("no", "no", "yes")

    Milestone.objects.create(child=scene.child, kind="long_term_match", happened_on=date(2016, 8, 1))
    Milestone.objects.create(child=scene.child, kind="adoption_authorised", happened_on=date(2016, 8, 1))
    FamilyTie.objects.create(child=scene.child, other=people.child(), kind="sibling")
    facts = facts_of(Review.objects.get(pk=scene.second.pk))
    assert (facts["long_term"], facts["adoption"], facts["siblings"]) == ("yes", "planned", "yes")

    Milestone.objects.create(child=scene.child, kind="adoption_no_longer_planned", happened_on=SECOND)
    assert facts_of(Review.objects.get(pk=scene.second.pk))["adoption"] == "none"


def test_reviews_are_counted_within_one_period_of_care(scene) -> None:
    care.left_care(scene.child, date(2016, 9, 1))
    care.episode(scene.child, date(2017, 1, 10))
    again = reviews.review(scene.child, date(2017, 2, 1))
    assert facts_of(again)["review_number"] == 1


def test_an_app_above_tells_what_it_knows(scene, monkeypatch) -> None:
    monkeypatch.setattr(known, "_more", [])
    told = {"dispute_raised": Known("informal", "Informally only", SECOND, "the concerns on record")}
    known.also_known_from(asks := lambda review, on: told)
    known.also_known_from(asks)

    assert now(scene.second)["dispute_raised"] == told["dispute_raised"]
    assert len(known._more) == 1
