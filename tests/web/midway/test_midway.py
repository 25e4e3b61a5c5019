"""The page of a midway check, as the officer and as the social worker."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from holdfast.casework.access.roles import Role
from holdfast.casework.audit.queries import events_about
from holdfast.casework.drafts.actions import keep
from holdfast.casework.drafts.models import Draft
from holdfast.casework.midway.models import MidwayCheck
from holdfast.casework.records.models import Decision
from tests.builders import midway as build
from tests.builders import reviews


@pytest.fixture
def check(world) -> MidwayCheck:
    """Alice's check, of a review with two released decisions; the pages speak of 31 March 2017."""
    return build.check(world.review, date(2017, 4, 12))


@pytest.fixture
def officer(as_role):
    return as_role(Role.IRO)


@pytest.fixture
def jo(as_role):
    return as_role(Role.SOCIAL_WORKER)


def address(check: MidwayCheck) -> str:
    return reverse("midway", args=[check.review.public_id])


def day(name: str, on: date) -> dict[str, str]:
    return {f"{name}_0": str(on.day), f"{name}_1": str(on.month), f"{name}_2": str(on.year)}


def test_the_page_says_when_why_and_what_may_be_done(officer, check):
    body = officer.get(address(check)).content.decode()

    assert "Wednesday 12 April 2017, in 8 working days" in body
    assert "never moves the day the next one is due" in body
    assert "See the dentist, visit 2" in body
    for words in ("Ask the social worker", "Move the check", "Waive the check", "Finish the check"):
        assert words in body


def test_opening_it_stands_in_the_childs_diary(officer, check, world):
    officer.get(address(check))

    assert [event.verb for event in events_about(world.alice)] == ["midway.read"]


def test_a_whole_check_from_the_question_to_the_effect(officer, jo, check):
    asked = officer.post(address(check), {"do": "ask"}, follow=True).content.decode()
    assert "was asked on Friday 31 March 2017. The answer is due by Friday 7 April 2017" in asked
    assert "Ask the social worker about" not in asked

    answers = {"status-1": "done", "note-1": "", "status-2": "not_done", "note-2": "No place until May"}
    sent = jo.post(address(check), {"do": "answer", **answers}, follow=True)
    assert "Saved. The reviewing officer can read your answers now." in sent.content.decode()

    body = officer.get(address(check)).content.decode()
    assert "No place until May" in body
    assert "answered on Friday 31 March 2017 by Sam Social worker" in body

    entry = {"do": "entry", "kind": "challenge", "text": "Asked for a place in April."}
    officer.post(address(check), {**entry, **day("happened_on", date(2017, 3, 31))})
    done = officer.post(address(check), {"do": "finish", "summary": "One is late."}, follow=True)
    body = done.content.decode()
    assert "It was done on 31 March 2017." in body
    assert "One is late." in body
    assert "Asked for a place in April." in body
    assert "Waive the check" not in body
    assert "Add this entry" in body  # what it changed shows later


def test_the_social_worker_is_told_which_answer_is_missing(jo, check):
    response = jo.post(address(check), {"do": "answer", "status-1": "part", "note-1": ""})

    body = response.content.decode()
    assert response.status_code == 400
    assert '<a href="#id_answer_note-1">Say in a few words how decision 1 stands.</a>' in body
    assert '<a href="#id_answer_status-2">Say what came of decision 2.</a>' in body
    assert 'value="part" id="id_answer_status-1_2" checked' in body  # what was chosen stays


def test_the_answer_form_keeps_a_draft(jo, check):
    assert f'data-draft="midway:{check.review.public_id}"' in jo.get(address(check)).content.decode()


def test_a_draft_goes_when_the_answers_are_sent(jo, world, check):
    form = f"midway:{check.review.public_id}"
    keep(form=form, content={"note-1": "Half"}, step=1, by=world.users[Role.SOCIAL_WORKER])

    jo.post(address(check), {"do": "answer", "status-1": "done", "status-2": "done"})

    assert not Draft.objects.exists()


def test_moved_waived_and_taken_up_again(officer, check):
    moved = {"do": "move", "why": "The school is away", **day("due_on", date(2016, 7, 20))}
    body = officer.post(address(check), moved, follow=True).content.decode()
    assert "Moved to this day: The school is away" in body

    body = officer.post(address(check), {"do": "waive", "why": "Seen in court"}, follow=True).content.decode()
    assert "It was waived on 31 March 2017: Seen in court" in body

    body = officer.post(address(check), {"do": "again"}, follow=True).content.decode()
    assert "has not been asked yet" in body


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"do": "waive", "why": ""}, "Say why no check is needed."),
        ({"do": "move", "why": "x", **day("due_on", date(2016, 5, 1))}, "after the review of 27 May 2016"),
        (
            {"do": "entry", "kind": "effect", "text": "x", **day("happened_on", date(2017, 4, 1))},
            "still to come",
        ),
    ],
)
def test_what_is_refused_is_said_and_what_was_typed_stays(officer, check, sent, sentence):
    response = officer.post(address(check), sent)

    assert response.status_code == 400
    assert sentence in response.content.decode()
    assert "There is something to put right" in response.content.decode()


def test_asking_before_the_decisions_went_out_is_refused_in_words(officer, world):
    build.decisions(world.review, released=None)
    check = MidwayCheck.objects.create(review=world.review, due_on=date(2017, 4, 12))

    response = officer.post(address(check), {"do": "ask"})

    assert response.status_code == 400
    assert "Release them first, then ask." in response.content.decode()


def test_an_unknown_deed_is_refused(officer, check):
    assert officer.post(address(check), {"do": "burn"}).status_code == 400


@pytest.mark.parametrize("do", ["ask", "finish", "waive"])
def test_a_social_worker_does_nothing_of_the_officers(jo, check, do):
    assert jo.post(address(check), {"do": do, "summary": "x", "why": "x"}).status_code == 403


def test_an_officer_does_not_answer_for_the_social_worker(officer, check):
    assert officer.post(address(check), {"do": "answer"}).status_code == 403


def test_a_check_of_another_child_is_not_there(officer, jo, world):
    check = build.check(reviews.review(world.benedict, date(2016, 12, 1)))

    for client in (officer, jo):
        response = client.get(address(check))
        assert response.status_code == 404
        assert b"Benedict" not in response.content


def test_a_team_manager_answers_for_a_child_of_the_team(as_role, check):
    body = as_role(Role.TEAM_MANAGER).get(address(check)).content.decode()

    assert "Send these answers to the reviewing officer" in body


def test_a_review_without_a_check_answers_like_one_that_is_not_there(officer, world):
    assert officer.get(reverse("midway", args=[world.review.public_id])).status_code == 404


def test_the_manager_of_the_service_sees_every_check(as_role, check):
    assert as_role(Role.IRO_MANAGER).get(address(check)).status_code == 200


def test_a_social_worker_reads_decisions_only_as_they_were_sent(officer, jo, check, world):
    one, other = world.review.decisions.order_by("number")
    one.what = "Move her to another home"
    one.save()
    new = Decision.objects.create(
        review=world.review,
        number=3,
        what="Another school",
        outcome="Friends",
        who="Jo",
        by_when=other.by_when,
    )

    told, written = jo.get(address(check)), officer.get(address(check))

    assertContains(told, "See the dentist, visit 1")
    for words in (one.what, new.what):
        assertNotContains(told, words)
        assertContains(written, words)


def test_before_the_release_a_social_worker_reads_and_answers_none(jo, world):
    build.decisions(world.review, released=None)
    waiting = MidwayCheck.objects.create(review=world.review, due_on=date(2017, 4, 12))

    told = jo.get(address(waiting))
    answered = jo.post(address(waiting), {"do": "answer", "status-1": "done"})

    assertContains(told, "No decision of this review has been sent to you yet.")
    assertNotContains(told, "See the dentist")
    assert answered.status_code == 400
    assert not waiting.answers.exists()
