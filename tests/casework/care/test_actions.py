from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from holdfast.casework.access.rules import NotAllowed
from holdfast.casework.audit.queries import events_about
from holdfast.casework.care import actions, queries
from holdfast.casework.care.models import Episode, PeriodOfCare
from holdfast.casework.care.rules import EndsBeforeItStarts
from holdfast.casework.people.queries import NotYours
from holdfast.casework.provenance.models import Owner
from holdfast.casework.provenance.queries import history_of, owner_of
from tests.builders import care, people

pytestmark = pytest.mark.django_db


def only_episode() -> Episode:
    return Episode.objects.get()


def test_correct_episode_keeps_what_stood_there_and_moves_the_period() -> None:
    alice = care.in_care(date(2016, 5, 1))
    iro, episode = people.iro_of(alice), only_episode()

    changed = actions.correct_episode(
        episode=episode, changes={"started": date(2016, 5, 4), "place": "K2"}, by=iro
    )

    assert changed == ["started", "place"]
    assert [(c.field, c.before, c.after) for c in history_of(episode)] == [
        ("started", "2016-05-01", "2016-05-04"),
        ("place", "U6", "K2"),
    ]
    assert owner_of(episode, "place") == Owner.TYPED
    assert [(p.started, p.ended) for p in queries.periods_of(alice)] == [(date(2016, 5, 4), None)]
    assert [e.verb for e in events_about(episode)] == ["episode.corrected"]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"ended": date(2016, 4, 30), "reason_ended": "X1"}, "ends before it began"),
        ({"started": None}, "needs the day it began"),
        ({"ended": date(2016, 6, 1)}, "Give both the day the episode ended and the reason"),
        ({"reason_ended": "X1"}, "Give both the day the episode ended and the reason"),
        ({"legal_status": "Q9"}, "“Q9” is not in the LS list of 2016/17"),
        ({"place": "K3"}, "“K3” is not in the PLACE list of 2016/17"),
        ({"child": 3}, "cannot be corrected here"),
    ],
)
def test_correct_episode_refuses_what_cannot_be(changes: dict, sentence: str) -> None:
    care.in_care(date(2016, 5, 1))

    with pytest.raises(ValidationError, match=sentence):
        actions.correct_episode(episode=only_episode(), changes=changes, by=None)

    assert only_episode().started == date(2016, 5, 1)
    assert list(history_of(only_episode())) == []


def test_correct_episode_of_a_wrong_return_one_thing_at_a_time() -> None:
    alice = people.child()
    episode = care.episode(alice, date(2016, 5, 1), date(2016, 4, 1), return_key="x", reason_ended="")

    assert actions.correct_episode(episode=episode, changes={"place": "K2"}, by=None) == ["place"]
    with pytest.raises(EndsBeforeItStarts):
        actions.correct_episode(
            episode=episode, changes={"reason_ended": "X1", "started": date(2016, 5, 2)}, by=None
        )


def test_correct_episode_of_another_child_is_refused() -> None:
    alice = care.in_care()
    benedict = people.child("Benedict")

    with pytest.raises(NotYours):
        actions.correct_episode(episode=only_episode(), changes={"place": "K2"}, by=people.iro_of(benedict))
    with pytest.raises(NotAllowed):
        actions.add_episode(child=alice, started=date(2016, 1, 1), by=people.user("social_worker"))


def test_add_episode_is_typed_and_makes_its_period() -> None:
    alice = people.child()

    episode = actions.add_episode(
        child=alice, started=date(2016, 5, 1), reason_started="S", legal_status="V2", place="U6", by=None
    )

    episode.refresh_from_db()
    assert owner_of(episode, "place") == Owner.TYPED
    assert episode.period == PeriodOfCare.objects.get(child=alice)
    with pytest.raises(ValidationError):
        actions.add_episode(child=alice, started=date(2016, 5, 1), legal_status="??", by=None)


def test_corrections_of_a_year_are_kept_apart() -> None:
    alice = people.child()
    health, leaver, status = care.health_year(alice), care.care_leaver_year(alice), care.asylum_seeker(alice)

    assert actions.correct_health_year(health_year=health, changes={"sdq_score": 17}, by=None) == [
        "sdq_score"
    ]
    assert actions.correct_care_leaver_year(care_leaver_year=leaver, changes={"in_touch": "NO"}, by=None) == [
        "in_touch"
    ]
    assert actions.correct_asylum_status(
        asylum_status=status, changes={"ceased": date(2017, 1, 1)}, by=None
    ) == ["ceased"]
    assert [c.before for c in history_of(health)] == ["10"]
    for changes in ({"sdq_score": 41}, {"teeth_check": "often"}, {"sdq_reason": "SDQ99"}):
        with pytest.raises(ValidationError):
            actions.correct_health_year(health_year=health, changes=changes, by=None)
    with pytest.raises(ValidationError):
        actions.correct_care_leaver_year(care_leaver_year=leaver, changes={"in_touch": "SOMETIMES"}, by=None)
