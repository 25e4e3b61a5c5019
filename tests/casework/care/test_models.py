"""What the database refuses, and what it must be able to hold."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from holdfast.casework.care.models import Episode
from tests.builders import care, people

pytestmark = pytest.mark.django_db


def test_the_database_refuses_what_can_never_be() -> None:
    alice = people.child()
    care.health_year(alice)
    care.care_leaver_year(alice)
    care.asylum_seeker(alice)
    returned = {"child": alice, "started": date(2016, 5, 1), "return_key": "2016-05-01 S"}
    Episode.objects.create(**returned)
    never = {
        "typed_episode_ends_after_it_starts": lambda: Episode.objects.create(
            child=alice, started=date(2016, 5, 2), ended=date(2016, 5, 1)
        ),
        "one_episode_per_row_of_a_return": lambda: Episode.objects.create(**returned),
        "one_health_year_per_child_and_year": lambda: care.health_year(alice),
        "one_care_leaver_year_per_child_and_year": lambda: care.care_leaver_year(alice),
        "child_id": lambda: care.asylum_seeker(alice),
        "started": lambda: Episode.objects.create(child=alice, started=None),
        "episode_return_years_in_order": lambda: Episode.objects.create(
            child=alice, started=date(2016, 5, 2), in_returns_from=2018, in_returns_to=2017
        ),
        "healthyear_return_years_in_order": lambda: care.health_year(
            alice, 2018, in_returns_from=2018, in_returns_to=2017
        ),
    }

    for name, attempt in never.items():
        with pytest.raises(IntegrityError) as refused, transaction.atomic():
            attempt()
        assert name in str(refused.value) or "UNIQUE" in str(refused.value), name


@pytest.mark.parametrize(
    "wrong",
    [
        {"ended": date(2016, 4, 1)},
        {"reason_ended": "X1"},
        {"ended": date(2017, 1, 1), "reason_ended": ""},
        {"legal_status": "WHAT IS THIS", "place": "999", "reason_started": ""},
    ],
    ids=["ends before it starts", "a reason and no end", "an end and no reason", "codes that are none"],
)
def test_what_a_return_may_wrongly_say_can_be_held(wrong: dict) -> None:
    alice = care.in_care(date(2016, 4, 1))

    Episode.objects.create(child=alice, started=date(2016, 5, 1), return_key="2016-05-01 S", **wrong)

    assert Episode.objects.count() == 2
