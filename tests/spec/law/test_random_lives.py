"""What must hold for every life, however it went."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from holdfast.domain import working_days
from holdfast.domain.tracks import facts
from holdfast.domain.tracks.claim import Kept
from holdfast.domain.tracks.facts import Kind
from holdfast.domain.tracks.history import obligations
from holdfast.domain.tracks.outlook import outlook
from tests.spec.law import naive
from tests.spec.law.histories import DAYS, lives


@settings(deadline=None, max_examples=300)
@given(lives(), DAYS)
def test_what_became_of_everything_due_equals_a_diary_kept_day_by_day(life: facts.Life, on: date) -> None:
    found = [
        (
            one.claim.last_day,
            one.met_by.first_on if one.met_by else None,
            one.kept.value,
            one.kept_by_final.value,
        )
        for one in obligations(life, on)
    ]

    assert found == [(one.due, one.held, one.kept, one.kept_by_final) for one in naive.diary(life, on)]


@settings(deadline=None, max_examples=300)
@given(lives(), DAYS)
def test_the_next_due_date_equals_the_diary_s(life: facts.Life, on: date) -> None:
    binding = outlook(life, on).binding(Kind.CARE)

    assert (binding.last_day if binding else None) == naive.due_on(life, on)


@settings(deadline=None)
@given(lives(), DAYS)
def test_a_review_added_in_time_never_brings_the_due_date_forward(life: facts.Life, on: date) -> None:
    life = replace(life, held=tuple(one for one in life.held if one.first_on < on))
    before = outlook(life, on).binding(Kind.CARE)
    assume(before is not None and before.track != "series" and on <= before.last_day)

    added = facts.Held(Kind.CARE, on, on, key=99)
    after = outlook(replace(life, held=(*life.held, added)), on).binding(Kind.CARE)

    assert after.last_day >= before.last_day


@settings(deadline=None)
@given(lives(), DAYS, st.integers(-30, 30), st.data())
def test_correcting_a_date_and_correcting_it_back_restores_the_chain(
    life: facts.Life, on: date, days: int, data: st.DataObject
) -> None:
    assume(life.held)
    place = data.draw(st.integers(0, len(life.held) - 1))
    was = life.held[place]
    moved = timedelta(days=days)
    wrong = replace(
        was,
        first_on=was.first_on + moved,
        completed_on=was.completed_on + moved if was.completed_on else None,
    )
    corrected = replace(life, held=_with(life.held, place, wrong))
    back = replace(corrected, held=_with(corrected.held, place, was))

    assert obligations(back, on) == obligations(life, on)
    assert outlook(back, on) == outlook(life, on)


@settings(deadline=None)
@given(lives(), DAYS)
def test_no_child_in_care_past_20_working_days_is_without_a_due_date_or_a_review(
    life: facts.Life, on: date
) -> None:
    in_care = [p for p in life.periods if p.started <= on and (p.ended is None or p.ended > on)]
    assume(in_care and working_days.count_between(in_care[-1].started, on) > 20)

    reviewed = any(one.first_on <= on and one.first_on >= in_care[-1].started for one in life.held)
    binding = outlook(life, on).binding(Kind.CARE)

    assert binding is not None
    assert binding.last_day is not None
    waiting = [one for one in obligations(life, on) if one.met_by is None]
    overdue = any(one.kept in (Kept.OVERDUE, Kept.OPEN) for one in waiting)
    assert reviewed or overdue


@settings(deadline=None)
@given(lives(), DAYS, DAYS)
def test_what_happened_after_a_day_is_not_known_on_it(life: facts.Life, on: date, later: date) -> None:
    assume(on < later)
    future = facts.Held(Kind.CARE, later, later, key=98)
    knowing = replace(
        life,
        held=tuple(sorted([*life.held, future], key=lambda one: one.first_on)),
        milestones=(*life.milestones, facts.Milestone(facts.Marker.ADOPTION_AUTHORISED, later)),
        early=(*life.early, facts.Early(later, later, "")),
    )

    assert outlook(knowing, on) == outlook(life, on)
    assert obligations(knowing, on) == obligations(life, on)


def _with(held: tuple[facts.Held, ...], place: int, one: facts.Held) -> tuple[facts.Held, ...]:
    return (*held[:place], one, *held[place + 1 :])
