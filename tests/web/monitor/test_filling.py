"""The page of one monitor: what is known first, the questions left, last time beside; saved bit by bit."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.drafts.actions import keep as keep_draft
from holdfast.casework.drafts.models import Draft
from holdfast.casework.monitors.models import Monitor
from holdfast.casework.monitors.queries import answers_of
from holdfast.casework.reviews.models import Review
from tests.builders import monitors, reviews
from tests.web.monitor.sending import Form, answers_for_all, send


def text(response) -> str:
    body = re.sub(r"<[^>]+>", " ", response.content.decode())
    return re.sub(r"\s+", " ", body)


def given(review: Review) -> dict:
    return {key: one.value for key, one in answers_of(Monitor.objects.get(review=review)).items()}


def test_opening_it_begins_nothing_and_shows_what_is_known(second, address, as_role):
    said = text(as_role(Role.IRO).get(address))

    assert not Monitor.objects.filter(review=second).exists()
    assert re.search(r"0 of \d+ answered; \d+ known; \d+ kept from last time", said)
    assert "Seen 22 August 2016, from the preparation of the review." in said
    assert "Last time, 27 May 2016: Good" in said


def test_ratings_carry_their_anchors_in_words(second, address, as_role):
    body = as_role(Role.IRO).get(address).content.decode()

    described = re.findall(r'name="q_care_plan_quality"[^>]*aria-describedby="([^"]+)"', body)
    assert len(described) == 4
    for one in described:
        assert re.search(rf'id="{one}">[^<]{{20,}}<', body), one


def test_half_done_is_saved_and_found_again(second, address, as_role):
    client = as_role(Role.IRO)

    answer = send(client, address, care_plan_quality="inadequate", legal_status_right="no")

    assert answer.status_code == 302
    assert given(second) == {"care_plan_quality": "inadequate", "legal_status_right": "no"}
    page = client.get(address)
    assert "Saved at" in text(page)
    assert Form(page.content.decode()).fields["q_care_plan_quality"] == ["inadequate"]


def test_a_follow_up_is_closed_until_its_condition_holds(second, address, as_role):
    client = as_role(Role.IRO)
    before = client.get(address).content.decode()
    send(client, address, legal_status_right="no")
    after = client.get(address).content.decode()

    def block(body: str) -> str:
        return re.search(
            r'<div class="govuk-form-group[^>]*data-when="[^"]*legal_status_right[^"]*"[^>]*>', body
        )[0]

    assert block(before).endswith("hidden>")
    assert not block(after).endswith("hidden>")


def test_what_is_wrong_is_told_beside_the_question_and_the_rest_is_saved(second, address, as_role):
    client = as_role(Role.IRO)

    answer = send(client, address, care_plan_quality="splendid", corporate_parenting="good")

    assert answer.status_code == 400
    assert "There is something to put right" in text(answer)
    assert '<a href="#q-care_plan_quality">' in answer.content.decode()
    assert given(second) == {"corporate_parenting": "good"}


def test_a_finished_one_tells_each_question_that_is_open(second, address, as_role):
    client = as_role(Role.IRO)

    answer = send(client, address, do="finish", care_plan_quality="good")

    assert answer.status_code == 400
    assert "The monitor is not finished yet" in text(answer)
    assert '<a href="#q-legal_status_right">' in answer.content.decode()
    assert '<a href="#q-care_plan_quality">' not in answer.content.decode()
    assert given(second) == {"care_plan_quality": "good"}


def test_it_is_finished_and_then_read(second, address, as_role):
    client = as_role(Role.IRO)
    page = client.get(address).content.decode()
    for _ in range(4):  # without a script the follow-ups come with the next page
        answer = send(client, address, do="finish", page=page, **answers_for_all(page))
        if answer.status_code == 302:
            break
        page = answer.content.decode()

    monitor = Monitor.objects.get(review=second)
    assert monitor.finished_on is not None
    said = text(client.get(address))
    assert "Finished on Friday 31 March 2017" in said
    assert "With version 1 of the questions." in said
    assert "Good" in said


def test_what_is_kept_is_changed_in_place(second, address, as_role):
    client = as_role(Role.IRO)
    page = client.get(address).content.decode()
    kept = re.search(r'<dl class="hf-kept">.*?data-question="([^"]+)"', page, re.S)[1]
    other = next(one for one in Form(page).offered[f"q_{kept}"] if [one] != Form(page).fields[f"q_{kept}"])

    send(client, address, page=page)
    assert given(second) == {}  # kept as it was: nothing is written
    send(client, address, **{kept: other})

    assert given(second) == {kept: other}


def test_a_day_is_typed_in_three_boxes_and_a_slip_stays_to_be_put_right(second, address, as_role):
    client = as_role(Role.IRO)
    form = Form(client.get(address).content.decode())
    day = next(name for name in form.fields if name.endswith("_0") and name.startswith("q_"))
    key = day.removeprefix("q_").removesuffix("_0")

    wrong = client.post(
        address, {**form.fields, f"q_{key}_0": "30", f"q_{key}_1": "2", f"q_{key}_2": "2017", "do": "save"}
    )
    assert wrong.status_code == 400
    assert "must be a day that exists" in text(wrong)
    assert Form(wrong.content.decode()).fields[f"q_{key}_0"] == ["30"]

    client.post(
        address, {**form.fields, f"q_{key}_0": "3", f"q_{key}_1": "8", f"q_{key}_2": "2016", "do": "save"}
    )
    assert given(second)[key] == "2016-08-03"


def test_two_people_at_once_lose_nothing(second, address, as_role):
    officer, manager = as_role(Role.IRO), as_role(Role.IRO_MANAGER)
    theirs, mine = officer.get(address).content.decode(), manager.get(address).content.decode()

    send(officer, address, page=theirs, care_plan_quality="good", corporate_parenting="good")
    answer = send(manager, address, page=mine, care_plan_quality="inadequate", legal_status_right="yes")

    # what the officer saved stands, the manager's other answer is saved, and theirs is offered with words
    assert answer.status_code == 409
    assert given(second) == {
        "care_plan_quality": "good", "corporate_parenting": "good", "legal_status_right": "yes",
    }  # fmt: skip
    assert "Changed elsewhere to “Good” while this page was open" in text(answer)
    again = answer.content.decode()
    assert Form(again).fields["q_care_plan_quality"] == ["inadequate"]

    # and pressing again puts it in
    assert send(manager, address, page=again).status_code == 302
    assert given(second)["care_plan_quality"] == "inadequate"


def test_one_finished_meanwhile_is_told_and_what_was_typed_is_kept(second, address, as_role, world):
    client = as_role(Role.IRO)
    page = client.get(address).content.decode()
    monitors.finished(second)
    keep_draft(form=f"monitor:{second.public_id}", content={"q_a": "x"}, step=1, by=world.users[Role.IRO])

    answer = client.post(address, {**Form(page).fields, "q_care_plan_quality": "inadequate", "do": "save"})

    assert answer.status_code == 302
    assert "somebody finished this monitor while you were writing" in text(client.get(address))
    assert Draft.objects.exists()


def test_saving_lets_the_draft_go_and_the_reading_is_noted(second, address, as_role, world):
    client = as_role(Role.IRO)
    keep_draft(form=f"monitor:{second.public_id}", content={"q_a": "x"}, step=1, by=world.users[Role.IRO])

    send(client, address, care_plan_quality="good")
    client.get(address)

    assert not Draft.objects.exists()
    verbs = list(AuditEvent.objects.order_by("id").values_list("verb", flat=True))
    assert verbs[-1] == "monitor.read"
    assert "monitor.saved" in verbs


def test_it_leads_to_a_concern_and_to_praise(second, address, as_role):
    client = as_role(Role.IRO)
    send(client, address, care_plan_quality="inadequate")
    body = client.get(address).content.decode()

    raise_it = reverse("concern_raise", args=[second.child.public_id])
    assert f"{raise_it}?monitor={Monitor.objects.get(review=second).public_id}" in body
    assert f"{reverse('praise_give', args=[second.child.public_id])}?review={second.public_id}" in body
    for link in re.findall(r'href="([^"]+(?:raise|give)\?[^"]+)"', body):
        assert client.get(link).status_code == 200


def test_every_known_fact_leads_to_a_page_the_officer_may_open(second, address, as_role):
    client = as_role(Role.IRO)
    body = client.get(address).content.decode()
    known = body[body.index('<dl class="hf-facts">') : body.index("</dl>")]

    links = set(re.findall(r'href="([^"]+)"', known))
    assert links
    assert {link: client.get(link).status_code for link in links} == dict.fromkeys(links, 200)


def test_a_review_that_was_not_held_has_none_yet(world, as_role):
    booked = reviews.booked(world.alice)
    said = text(as_role(Role.IRO).get(reverse("monitor", args=[booked.public_id])))

    assert "has not been held yet" in said


@pytest.mark.parametrize("role", [Role.SOCIAL_WORKER, Role.BUSINESS_SUPPORT, Role.ANALYST])
def test_nobody_else_reads_it(role, second, address, as_role):
    assert as_role(role).get(address).status_code == 403


def test_the_review_leads_to_it(second, address, as_role):
    body = as_role(Role.IRO).get(reverse("review", args=[second.public_id])).content.decode()

    assert address in body
