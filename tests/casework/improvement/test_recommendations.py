"""What the board is asked, what it decided, and what came of it."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from holdfast.casework.access.roles import Role
from holdfast.casework.access.rules import NotAllowed
from holdfast.casework.audit.queries import events_about
from holdfast.casework.improvement import queries
from holdfast.casework.improvement.actions import recommendations
from tests.builders import people
from tests.builders.improvement import TODAY, decision, recommendation

pytestmark = pytest.mark.django_db


def follow_up(of, done=False, **facts):
    given = {"said_on": TODAY, "text": "The paper went to every team.", "today": TODAY, "by": None}
    return recommendations.follow_up(recommendation=of, done=done, **{**given, **facts})


def test_from_asking_to_done_each_step_is_kept() -> None:
    asked = recommendation()
    decision(asked)
    follow_up(asked)
    follow_up(asked, done=True)

    assert [event.verb.partition(".")[2] for event in events_about(asked)] == [
        "added", "decided", "followed_up", "followed_up",
    ]  # fmt: skip
    assert not queries.still_open(2018).exists()


def test_a_later_decision_stands_beside_the_earlier_and_counts() -> None:
    asked = recommendation()
    decision(asked, decided="deferred", met_on=date(2017, 1, 10))
    assert list(queries.still_open(2018)) == [asked]

    decision(asked, decided="refused", met_on=date(2017, 3, 10))

    assert not queries.still_open(2018).exists()
    (kept,) = queries.recommendations()
    assert [one.decided for one in kept.decisions.all()] == ["deferred", "refused"]


def test_what_the_board_has_not_decided_stays_open_and_is_told_as_of_a_day() -> None:
    asked = recommendation()
    decision(asked)
    follow_up(asked, done=True)

    assert list(queries.still_open(2018, until=date(2017, 2, 1))) == [asked]
    assert not queries.still_open(2017).exists()


def test_after_the_board_decided_the_words_stand() -> None:
    asked = recommendation()
    decision(asked)

    with pytest.raises(ValidationError, match="its words stand"):
        recommendations.change_recommendation(recommendation=asked, values={"text": "Other"}, by=None)
    with pytest.raises(ValidationError, match="not taken back"):
        recommendations.take_back_recommendation(recommendation=asked, on=TODAY, by=None)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"met_on": date(2017, 4, 1)}, "must be today or earlier"),
        ({"decided": "amended", "text": ""}, "what the board agreed to instead"),
        ({"decided": "perhaps"}, "not a valid choice"),
        ({"body": ""}, "cannot be blank"),
    ],
)
def test_a_decision_that_cannot_be_is_refused(given, words) -> None:
    with pytest.raises(ValidationError, match=words):
        decision(recommendation(), **given)


def test_nothing_is_followed_up_before_it_is_decided() -> None:
    with pytest.raises(ValidationError, match="Record what the board decided first"):
        follow_up(recommendation())


def test_who_may() -> None:
    with pytest.raises(NotAllowed):
        recommendation(by=people.user(Role.IRO))
    asked = recommendation(by=people.user(Role.IRO_MANAGER))
    with pytest.raises(NotAllowed):
        decision(asked, by=people.user(Role.BOARD_READER))
    decision(asked)
    assert follow_up(asked, by=people.user(Role.IRO)).text


def test_recommendations_move_and_come_back() -> None:
    first, second = recommendation("First"), recommendation("Second")
    assert recommendations.move_recommendation(recommendation=first, up=False, by=None)
    recommendations.take_back_recommendation(recommendation=second, on=TODAY, by=None)
    assert [one.text for one in queries.recommendations([2017])] == ["First"]

    recommendations.put_back_recommendation(recommendation=second, by=None)

    assert [one.text for one in queries.recommendations([2017])] == ["Second", "First"]
