"""The page of one concern: whose turn, the clock, the ladder, the moves that are legal now, and no other."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.resolution.models import Outcome
from tests.builders import concerns as build


@pytest.fixture
def address(asked) -> str:
    return reverse("concern", args=[asked.concern.public_id])


def day(name: str, value: date) -> dict[str, str]:
    return {f"{name}_0": str(value.day), f"{name}_1": str(value.month), f"{name}_2": str(value.year)}


def sent(do: str, step: int = 0, **given: str) -> dict[str, str]:
    return {"do": do, "step": str(step), **given}


def test_the_top_says_whose_turn_it_is_until_when_and_how_many_days_are_used(address, as_role):
    page = as_role(Role.IRO).get(address).content.decode()

    assert "The turn of Robin Vane, service manager" in page
    assert "Wednesday 19 April 2017, in" in page
    assert "9 of 20 working days used, 11 left." in page
    assert "Asked for:</strong> An appointment" in page


def test_the_ladder_shows_every_stage_in_words(address, as_role):
    page = as_role(Role.IRO).get(address).content.decode()
    ladder = page.split('class="hf-ladder"')[1].split("</ol>")[0]

    assert ladder.count("<li") == 4
    assert [ladder.count(words) for words in ("No answer came", "Now: day 9", "Still to come")] == [1, 1, 2]


def test_the_person_asked_answers(address, asked, as_role):
    client = as_role(Role.SENIOR_MANAGER)
    assert "It is your turn: answer" in client.get(address).content.decode()

    answer = client.post(
        address,
        sent("answer", outcome="agreed", answer="Booked for 12 April.", **day("do_by", date(2017, 4, 12))),
        follow=True,
    )

    stage = asked.concern.stages.get(number=1)
    assert (stage.outcome, stage.answered_on, stage.do_by) == (
        Outcome.AGREED,
        date(2017, 3, 31),
        date(2017, 4, 12),
    )
    assert "The reviewing officer can read your answer now." in answer.content.decode()
    desk = client.get("/").content.decode()
    assert "Nothing waits for your answer." in desk
    assert "Agrees and will do it, 31 March 2017" in desk


def test_an_answered_stage_counts_no_more_days_of_its_own_while_the_total_goes_on(
    address, asked, world, as_role
):
    as_role(Role.SENIOR_MANAGER).post(address, sent("answer", outcome="refused", answer="It is in hand."))

    page = as_role(Role.IRO).get(address).content.decode()
    childs = as_role(Role.IRO).get(reverse("child", args=[world.alice.public_id])).content.decode()

    assert "All formal stages: 9 of 20 working days used, 11 left." in page
    assert ": day 9" not in page
    assert "answered; the turn of Sam Fielding" in childs


def test_an_answer_without_words_says_what_is_missing(address, as_role):
    answer = as_role(Role.SENIOR_MANAGER).post(address, sent("answer"))

    page = answer.content.decode()
    assert answer.status_code == 400
    assert "Say whether you agree." in page
    assert "Write what will be done, or why it will not be done." in page


def test_the_officer_closes_with_the_effect_for_the_child(address, asked, as_role):
    answer = as_role(Role.IRO).post(
        address,
        sent(
            "close",
            effect="full",
            what_changed="Seen by the nurse.",
            evidence="Her letter of 30 March.",
            child_told="yes",
            **day("changed_on", date(2017, 3, 30)),
            **day("child_told_on", date(2017, 3, 31)),
        ),
        follow=True,
    )

    page = answer.content.decode()
    assert "Closed on Friday 31 March 2017: it changed as was asked" in page
    assert "Seen by the nurse." in page
    assert "It is your turn" not in page


def test_closing_needs_the_effect_and_whether_the_child_was_told(address, as_role):
    page = as_role(Role.IRO).post(address, sent("close", effect="full", child_told="yes")).content.decode()

    for words in (
        "Write what changed for the child.",
        "Write how you know",
        "Enter the day on which it changed.",
        "Enter the day on which the child was told.",
    ):
        assert words in page


def test_a_later_stage_asks_for_the_reason_and_keeps_those_between(address, asked, as_role):
    client, asked_id = as_role(Role.IRO), str(asked.manager.public_id)

    refused = client.post(address, sent("open_stage", number="3", asked=asked_id))
    assert "Say why the stages before it are passed over." in refused.content.decode()
    client.post(
        address, sent("open_stage", number="3", asked=asked_id, passed_over_why="The child moves on Monday")
    )

    stages = {stage.number: stage for stage in asked.concern.stages.all()}
    assert stages[2].passed_over_why == "The child moves on Monday"
    assert stages[3].asked == asked.manager
    assert "The child moves on Monday" in client.get(address).content.decode().split('class="hf-ladder"')[1]


def test_it_is_handed_to_somebody_else_paused_and_resumed(address, asked, as_role):
    client = as_role(Role.IRO)
    client.post(address, sent("hand_to", worker=str(asked.worker.manager.public_id)))
    client.post(address, sent("pause", 1, why="The school is closed"))
    page = client.get(address).content.decode()
    assert "The clock stands still" in page
    assert "Pat Hollis asked instead of Robin Vane" in page

    assert "The clock runs again." in client.post(address, sent("resume", 2), follow=True).content.decode()


def test_legal_advice_and_cafcass_go_beside_every_stage(address, asked, as_role):
    client = as_role(Role.IRO)
    client.post(address, sent("ask_legal", asked_of="Chambers X", question="May we wait?", independent="on"))
    client.post(address, sent("refer_to_cafcass", 1, why="The plan is not carried out."))
    advice, referral = asked.concern.legal_advice.get(), asked.concern.referrals.get()
    client.post(address, sent("legal_given", 2, about=str(advice.public_id), advice="No.", cost="240.50"))
    client.post(
        address, sent("cafcass_said", 3, about=str(referral.public_id), outcome="They wrote to the director.")
    )

    page = client.get(address).content.decode()
    for words in ("Cost: £240.50", "Referred to Cafcass", "They wrote to the director."):
        assert words in page


def test_it_is_taken_back_and_opened_again(address, as_role):
    client = as_role(Role.IRO)
    assert (
        "taken back"
        in client.post(address, sent("take_back", why="Seen already"), follow=True).content.decode()
    )

    page = client.post(address, sent("reopen", 1, why="It was another child"), follow=True).content.decode()
    assert "Opened again by" in page
    assert "It was another child" in page


@pytest.mark.parametrize("do", ["resume", "reopen", "tell_child", "legal_given", "cafcass_said", "pass_over"])
def test_a_move_that_is_not_legal_now_is_not_offered_and_refused_in_words(do, address, as_role):
    client = as_role(Role.IRO)
    assert f'value="{do}"' not in client.get(address).content.decode()

    answer = client.post(address, sent(do, why="x"))

    assert answer.status_code == 400
    assert 'role="alert"' in answer.content.decode()


@pytest.mark.parametrize("do", ["close", "open_stage", "take_back", "pause", "ask_legal", "refer_to_cafcass"])
@pytest.mark.parametrize("role", [Role.SOCIAL_WORKER, Role.TEAM_MANAGER, Role.SENIOR_MANAGER])
def test_those_who_answer_make_no_move_of_the_officer(do, role, address, asked, as_role):
    client = as_role(role)
    assert f'value="{do}"' not in client.get(address).content.decode()

    assert client.post(address, sent(do, why="x")).status_code == 403
    asked.concern.refresh_from_db()
    assert asked.concern.step == 0


def test_what_no_form_sends_is_refused(address, as_role):
    assert as_role(Role.IRO).post(address, {"do": "burn", "step": "0"}).status_code == 400


def test_of_two_at_once_the_second_is_told_who_was_first_and_keeps_the_words(address, asked, as_role):
    as_role(Role.IRO).post(address, sent("pause", why="The school is closed"))

    answer = as_role(Role.SENIOR_MANAGER).post(
        address, sent("answer", outcome="agreed", answer="Booked for 12 April.")
    )

    page = answer.content.decode()
    assert answer.status_code == 400
    assert "Sam Independent Reviewing Officer moved this on at" in page
    assert "Booked for 12 April." in page
    assert asked.concern.stages.get(number=1).answered_on is None


def test_words_written_for_a_form_that_is_gone_stand_on_the_page(address, asked, as_role):
    manager = as_role(Role.SENIOR_MANAGER)
    build.answered(asked.concern.stages.get(number=1), date(2017, 3, 31))
    asked.concern.step = 1
    asked.concern.save()

    page = manager.post(
        address, sent("answer", outcome="refused", answer="It cannot be done.")
    ).content.decode()

    assert "It cannot be done." in page


def test_the_same_button_pressed_twice_moves_it_once(address, asked, as_role):
    client = as_role(Role.IRO)
    pressed = sent("refer_to_cafcass", why="The plan is not carried out.")

    client.post(address, pressed)
    client.post(address, pressed)

    assert asked.concern.referrals.count() == 1
