"""A finished monitor: read and printed as it was asked, whatever is asked later; opened again with a reason."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.monitors import versions
from holdfast.casework.monitors.models import Monitor
from tests.builders import monitors, reviews
from tests.web.monitor.conftest import seen
from tests.web.monitor.sending import Form, send
from tests.web.monitor.test_filling import text

OLD = "How good is the care plan as a whole?"
NEW = "How good is the plan for this child, taken all in all?"


def publish_other_words(first_day: date) -> None:
    """Version 2 words question 23 otherwise, leaves question F13 out, and asks one of the council's own."""
    draft = versions.begin_draft(kind="child_in_care", by=None)
    content = {**draft.content, "sections": [dict(one) for one in draft.content["sections"]]}
    for section in content["sections"]:
        section["questions"] = [
            {**one, "text": NEW} if one["key"] == "care_plan_quality" else one
            for one in section["questions"]
            if one["key"] not in ("rights_breached", *_follow_ups(section, "rights_breached"))
        ]
    content["sections"][0]["questions"].append(
        {
            "key": "own_music", "number": "L1", "text": "Does the child make music?", "type": "yn",
            "used_by": "The music service", "local": True,
        }
    )  # fmt: skip
    draft = versions.change_draft(draft=draft, content=content, step=draft.step, by=None)
    versions.publish(
        draft=draft, from_date=first_day, reason="Plainer words", step=draft.step, on=first_day, by=None
    )


def _follow_ups(section: dict[str, Any], key: str) -> list[str]:
    return [
        one["key"]
        for one in section["questions"]
        if any(each.get("question") == key for each in one.get("when", ()))
    ]


@pytest.fixture
def judged(world: Any) -> str:
    """The first review's monitor, finished with version 1."""
    monitors.finished(seen(world.review), {"care_plan_quality": "good"})
    return reverse("monitor", args=[world.review.public_id])


@pytest.fixture
def second_later(world: Any) -> str:
    return reverse("monitor", args=[seen(reviews.review(world.alice, date(2016, 8, 22))).public_id])


def test_an_old_one_stands_as_it_was_asked_when_a_newer_version_is_published(judged, second_later, as_role):
    client = as_role(Role.IRO)
    before = text(client.get(judged))
    publish_other_words(date(2016, 8, 1))

    after = text(client.get(judged))

    assert after == before
    assert OLD in after
    assert "Do you think that a right of the child is being breached?" in after
    assert NEW not in after
    assert "With version 1 of the questions." in after


def test_a_new_one_is_asked_with_the_new_version_and_shows_last_times_answer(judged, second_later, as_role):
    publish_other_words(date(2016, 8, 1))
    client = as_role(Role.IRO)

    said = text(client.get(second_later))

    assert NEW in said
    assert OLD not in said
    assert "Does the child make music?" in said
    assert "With version 2 of the questions, asked from 1 August 2016." in said
    assert "Last time, 27 May 2016: Good" in said


def test_one_half_done_keeps_its_version(judged, second_later, as_role):
    client = as_role(Role.IRO)
    send(client, second_later, care_plan_quality="good")
    publish_other_words(date(2016, 8, 1))

    said = text(client.get(second_later))

    assert OLD in said
    assert NEW not in said


def test_print_shows_the_same_answers_and_no_form(judged, world, as_role):
    client = as_role(Role.IRO)
    body = client.get(reverse("monitor_print", args=[world.review.public_id])).content.decode()

    assert OLD in body
    assert "Finished on Friday 27 May 2016" in body
    assert 'method="post"' not in body[body.index("<main") : body.index("</main")]


def test_one_that_is_not_finished_is_not_printed(second_later, as_role):
    client = as_role(Role.IRO)

    answer = client.get(f"{second_later}/print", follow=True)

    assert "This monitor is not finished yet. Finish it, then print it." in text(answer)


def test_it_is_opened_again_with_a_reason_which_stands_beside_it(judged, world, as_role):
    client = as_role(Role.IRO)
    again = reverse("monitor_reopen", args=[world.review.public_id])

    refused = client.post(again, {"why": " "})
    assert refused.status_code == 400
    assert "Say in a sentence why it is opened again." in text(refused)

    assert client.post(again, {"why": "The plan came late."}).status_code == 302
    page = client.get(judged)
    assert "by Sam Independent Reviewing Officer: The plan came late." in text(page)
    assert Form(page.content.decode()).fields["q_care_plan_quality"] == ["good"]

    send(client, judged, do="finish", care_plan_quality="outstanding")
    assert Monitor.objects.get().finished_on is not None
    said = text(client.get(judged))
    assert "The plan came late." in said
    assert re.search(r"How good is the care plan as a whole\?\s+Outstanding", said)
