"""Periods of care follow the episodes."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from holdfast.casework.care import queries
from holdfast.casework.care.models import Episode, PeriodOfCare
from holdfast.casework.care.periods import keep_in_step
from tests.builders import care, people

pytestmark = pytest.mark.django_db


def periods(child: object) -> list[tuple]:
    return list(
        PeriodOfCare.objects.filter(child=child)
        .order_by("started")
        .values_list("started", "start_known", "ended", "reason_ended")
    )


def test_a_child_who_moves_is_in_one_period() -> None:
    alice = care.in_care(date(2016, 5, 1))
    care.moved(alice, date(2016, 8, 1))

    assert periods(alice) == [(date(2016, 5, 1), True, None, "")]
    assert len({e.period_id for e in queries.episodes_of(alice)}) == 1


def test_a_child_who_left_and_came_back_has_two() -> None:
    alice = care.in_care(date(2016, 5, 1))
    care.left_care(alice, date(2016, 8, 1), "E4A")
    care.episode(alice, date(2016, 9, 1))

    assert periods(alice) == [
        (date(2016, 5, 1), True, date(2016, 8, 1), "E4A"),
        (date(2016, 9, 1), True, None, ""),
    ]


def test_short_breaks_make_none() -> None:
    alice = care.in_care(date(2016, 5, 1), legal_status="V4")

    assert periods(alice) == []
    assert Episode.objects.get().period is None
    assert len(queries.short_breaks_of(alice)) == 1


def test_a_row_lives_on_while_its_first_day_does() -> None:
    alice = care.in_care(date(2016, 5, 1))
    before = PeriodOfCare.objects.get()
    care.left_care(alice, date(2016, 8, 1), "E4A")
    assert PeriodOfCare.objects.get().pk == before.pk

    Episode.objects.update(withdrawn_at="2017-01-01T00:00Z")
    keep_in_step([alice.pk])

    assert not PeriodOfCare.objects.exists()


def test_legal_statuses_and_placements_are_read_from_the_episodes() -> None:
    alice = care.in_care(date(2016, 5, 1), legal_status="V2")
    care.moved(alice, date(2016, 6, 1), legal_status="C1", reason_started="L", place_post="ZZ1 1AA")
    care.moved(alice, date(2016, 7, 1), legal_status="C1")

    assert queries.legal_statuses_of(alice) == [
        ("V2", date(2016, 5, 1), date(2016, 6, 1)),
        ("C1", date(2016, 6, 1), None),
    ]
    assert [(p.started, p.ended) for p in queries.placements_of(alice)] == [
        (date(2016, 5, 1), date(2016, 7, 1)),
        (date(2016, 7, 1), None),
    ]
    assert queries.in_care_on(alice, date(2016, 6, 15)).legal_status == "C1"
    assert queries.in_care_on(alice, date(2016, 4, 15)) is None


_days = st.dates(date(2015, 1, 1), date(2015, 1, 20))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(_days, st.none() | _days, st.sampled_from("SPL"), st.sampled_from(["X1", "E4A", ""])),
        max_size=6,
    )
)
def test_rows_say_what_the_domain_says_whatever_the_episodes(rows: list) -> None:
    Episode.objects.all().delete()
    alice = people.child()
    for n, (started, ended, reason_started, reason_ended) in enumerate(rows):
        Episode.objects.create(
            child=alice,
            started=started,
            ended=ended,
            reason_started=reason_started,
            reason_ended=reason_ended,
            return_key=str(n),
            reading_order=n,
        )

    keep_in_step([alice.pk])
    keep_in_step([alice.pk])

    told = queries.history_of(alice)
    assert Counter(periods(alice)) == Counter(
        (p.started, p.start_known, p.ended, p.reason_ended or "") for p in told
    )
    assert Counter(Episode.objects.values_list("period__started", flat=True)) == Counter(
        p.started for p in told for _ in p.episodes
    )
