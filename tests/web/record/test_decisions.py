"""The page of decisions: for officers as they stand, for others as they were sent."""

from __future__ import annotations

import pytest

from holdfast.casework.access.roles import Role
from holdfast.casework.records.models import Decision, ManagerAnswer, Release

NEW = {
    "what": "Swimming lessons", "outcome": "Learns to swim", "who": "Carer",
    "by_when_0": "28", "by_when_1": "4", "by_when_2": "2017",
}  # fmt: skip


def text(response) -> str:
    return response.content.decode()


def test_an_officer_adds_a_decision(as_role, address, things):
    response = as_role(Role.IRO).post(address("decisions"), NEW, follow=True)

    assert response.redirect_chain[0][0].endswith("#add")
    assert "Swimming lessons" in text(response)
    assert things.later.decisions.count() == 2


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"what": ""}, "Say what is to happen."),
        ({"outcome": ""}, "Say what it is to bring the child"),
        ({"by_when_0": "", "by_when_1": "", "by_when_2": ""}, "Give the day it is to be done by"),
        (
            {"by_when_0": "", "by_when_1": "", "by_when_2": "", "no_date_why": "as soon as possible"},
            "“as soon as possible” is no day and no reason",
        ),
        ({"by_when_2": ""}, "must include a year"),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_is_kept(as_role, address, things, changed, sentence):
    response = as_role(Role.IRO).post(address("decisions"), NEW | changed)

    assert response.status_code == 400
    assert sentence in text(response)
    assert "Swimming lessons" in text(response) or changed.get("what") == ""
    assert things.later.decisions.count() == 1


@pytest.mark.parametrize("role", [Role.SOCIAL_WORKER, Role.TEAM_MANAGER, Role.BUSINESS_SUPPORT])
def test_nobody_else_sees_a_decision_before_it_is_released(as_role, address, role):
    page = text(as_role(role).get(address("decisions")))

    assert "A mentor at school" not in page
    assert "not released yet" in page


def test_a_social_worker_sees_the_words_that_were_sent(as_role, address, things):
    as_role(Role.IRO).post(address("decisions_release"))
    as_role(Role.IRO).post(
        address("decision_change", things.written.public_id), NEW | {"what": "A mentor at the new school"}
    )

    assert "A mentor at school" in text(as_role(Role.SOCIAL_WORKER).get(address("decisions")))
    officers = text(as_role(Role.IRO).get(address("decisions")))
    assert "A mentor at the new school" in officers
    assert "the decisions have changed" in officers


def test_earlier_decisions_are_asked_about_once_with_their_date(as_role, address, things):
    client = as_role(Role.IRO)
    page = text(client.get(address("decisions")))
    assert "Decision 1 of 27 May 2016: A dentist for Alice" in page

    done = client.post(
        address("decisions_settle"), {f"status_{things.decision.public_id}": "done"}, follow=True
    )
    refused = client.post(
        address("decisions_settle"), {f"status_{things.later_decision.public_id}": "not_done"}
    )

    assert done.status_code == 200
    assert Decision.objects.get(pk=things.decision.pk).status_at == things.later
    assert refused.status_code == 400
    assert "Say in a few words why." in text(refused)


def test_what_was_not_done_is_decided_again_without_typing_it(as_role, address, things):
    page = text(as_role(Role.IRO).get(address("decisions") + f"?again={things.decision.public_id}"))

    assert ">\nA dentist for Alice</textarea>" in page


def test_a_decision_is_taken_back_until_it_is_released(as_role, address, things):
    client = as_role(Role.IRO)
    client.post(address("decisions_release"))

    response = client.post(address("decision_withdraw", things.written.public_id), follow=True)

    assert "This decision was released." in text(response)
    assert things.later.decisions.filter(withdrawn_on=None).count() == 1


def test_the_release_says_to_whom_it_goes_and_until_when_they_answer(as_role, address, things):
    client = as_role(Role.IRO)
    page = text(client.get(address("decisions_release")))
    assert "Jo Reed, social worker" in page
    assert "Pat Hollis, social work team manager" in page

    response = client.post(address("decisions_release"), follow=True)

    assert "The manager has until Friday 7 April 2017 to agree or object." in text(response)
    assert Release.objects.filter(review=things.later).count() == 1


def test_the_manager_objects_and_the_officer_answers(as_role, address, things):
    as_role(Role.IRO).post(address("decisions_release"))
    manager = as_role(Role.TEAM_MANAGER)

    blank = manager.post(address("decisions_answer"), {"answer": "objects"})
    manager.post(
        address("decisions_answer"),
        {"answer": "objects", "text": "There is no mentor.", "decision": str(things.written.public_id)},
    )
    objection = ManagerAnswer.objects.get(release__review=things.later)
    officer = as_role(Role.IRO)
    officer.post(address("objection_reply", objection.public_id), {"text": "Then we ask another school."})

    assert blank.status_code == 400
    page = text(officer.get(address("decisions")))
    assert "objects to decision 1" in page
    assert "There is no mentor." in page
    assert "Then we ask another school." in page


def test_business_support_types_in_what_the_manager_wrote(as_role, address, things):
    as_role(Role.IRO).post(address("decisions_release"))
    told = {"answer": "agrees", "answered_on_0": "31", "answered_on_1": "3", "answered_on_2": "2017"}
    client = as_role(Role.BUSINESS_SUPPORT)

    assert "Name the manager" in text(client.post(address("decisions_answer"), told))
    client.post(address("decisions_answer"), told | {"name": "Pat Hollis"})

    assert ManagerAnswer.objects.get(release__review=things.later).name == "Pat Hollis"


def test_there_is_nothing_to_answer_before_the_release(as_role, address):
    response = as_role(Role.TEAM_MANAGER).get(address("decisions_answer"), follow=True)

    assert "There is nothing to answer." in text(response)


def test_the_care_plan_is_said_by_the_social_worker(as_role, address, things):
    day = {"updated_on_0": "30", "updated_on_1": "3", "updated_on_2": "2017"}

    response = as_role(Role.SOCIAL_WORKER).post(address("care_plan"), day, follow=True)

    assert "Done on Thursday 30 March 2017, in time" in text(response)


def test_an_answer_of_a_day_to_come_is_refused(as_role, address):
    sent = {"answer": "agrees", "name": "Pat Hollis"}
    sent |= {"answered_on_0": "1", "answered_on_1": "4", "answered_on_2": "2017"}

    response = as_role(Role.BUSINESS_SUPPORT).post(address("decisions_answer", signed=True), sent)

    assert response.status_code == 400
    assert "This day is still to come" in response.content.decode()
