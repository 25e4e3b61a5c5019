"""Recommendations on screen: asked, decided, followed up, and those of earlier years."""

from __future__ import annotations

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.improvement.models import BoardDecision, FollowUp, Recommendation
from holdfast.domain.reporting_year import ReportingYear
from tests.builders import improvement

YEAR = ReportingYear(2017)
LIST = reverse("recommendations_year", args=[YEAR])
MET = {"met_on_0": "1", "met_on_1": "3", "met_on_2": "2017"}


def test_one_is_asked_decided_and_followed_up(as_role) -> None:
    client = as_role(Role.IRO_MANAGER)
    client.post(
        reverse("recommendation_add", args=[YEAR]),
        {"text": "Support the officers", "reason": "So that children are heard", "theme": "", "figure": ""},
    )
    asked = Recommendation.objects.get()
    decided = client.post(
        reverse("recommendation_decide", args=[asked.public_id]),
        {"body": "Corporate Parenting Board", **MET, "decided": "agreed", "owner": "Head of service"},
        follow=True,
    )
    assert "1 March 2017: Agreed" in decided.content.decode()
    since = {
        "said_on_0": "31",
        "said_on_1": "3",
        "said_on_2": "2017",
        "text": "A post was added",
        "done": "on",
    }
    done = as_role(Role.IRO).post(
        reverse("recommendation_follow_up", args=[asked.public_id]), since, follow=True
    )

    assert "nothing is left to do" in done.content.decode()
    assert (BoardDecision.objects.count(), FollowUp.objects.get().done) == (1, True)


def test_the_body_offered_is_the_councils_own(as_role) -> None:
    asked = improvement.recommendation()

    form = (
        as_role(Role.IRO_MANAGER)
        .get(reverse("recommendation_decide", args=[asked.public_id]))
        .context["form"]
    )

    assert form["body"].value()


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({**MET, "met_on_1": "4", "decided": "agreed"}, "met_on"),
        ({**MET, "decided": "amended"}, "text"),
        ({**MET}, "decided"),
    ],
)
def test_a_decision_that_cannot_be_is_refused_beside_its_field(as_role, given, field) -> None:
    asked = improvement.recommendation()

    response = as_role(Role.IRO_MANAGER).post(
        reverse("recommendation_decide", args=[asked.public_id]), {"body": "The board", **given}
    )

    assert list(response.context["form"].errors) == [field]
    assert not BoardDecision.objects.exists()


def test_after_the_decision_the_words_cannot_be_changed(as_role) -> None:
    asked = improvement.recommendation()
    improvement.decision(asked)

    response = as_role(Role.IRO_MANAGER).post(
        reverse("recommendation_change", args=[asked.public_id]),
        {"text": "Other", "reason": "", "theme": "", "figure": ""},
    )

    assert "its words stand" in response.content.decode()


def test_the_board_reader_sees_what_came_of_what_it_decided(as_role) -> None:
    before = improvement.recommendation("Find homes near by", year_ending=2015)
    improvement.decision(improvement.recommendation("Note the report", year_ending=2016))

    said = as_role(Role.BOARD_READER).get(LIST).content.decode()

    assert "Find homes near by" in said
    assert "Not decided yet" in said
    assert "Corporate Parenting Board, 1 March 2017; Head of service, by 30 September 2017" in said
    assert reverse("recommendation", args=[before.public_id]) not in said


def test_what_is_done_of_long_ago_is_not_listed_any_more(as_role) -> None:
    old = improvement.recommendation("Long ago", year_ending=2015)
    improvement.decision(old, decided="noted")

    assert "Long ago" not in as_role(Role.IRO).get(LIST).content.decode()


def test_recommendations_move_and_are_taken_back(as_role) -> None:
    first, second = improvement.recommendation("First"), improvement.recommendation("Second")
    client = as_role(Role.IRO_MANAGER)

    client.post(reverse("recommendation_do", args=[second.public_id]), {"do": "up"})
    assert [one.asked for one in client.get(LIST).context["asked"]] == [second, first]
    client.post(reverse("recommendation_do", args=[second.public_id]), {"do": "take_back"})
    assert [one.asked for one in client.get(LIST).context["asked"]] == [first]
    assert "Put it back" in client.get(LIST).content.decode()
