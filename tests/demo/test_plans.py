"""Protection and child-in-need plans: as many as published, none that could not be, and the law's own due dates."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import pairwise

from holdfast.demo.life import Life
from holdfast.demo.plan import assigned
from holdfast.demo.quarters import TODAY, last_day, quarter_of
from holdfast.demo.rhythm import latest
from holdfast.domain.tracks.facts import Kind
from holdfast.domain.tracks.outlook import outlook
from holdfast.domain.working_days import is_working_day

from .as_law_reads import as_law_reads


def test_open_plans_and_conferences_are_those_published(authority) -> None:
    plan = assigned()["protection"]
    held = Counter(quarter_of(day) for one in authority.protections for _, day in one.conferences)

    assert [sum(p.open_on(last_day(q)) for p in authority.protections) for q in range(5)] == [
        135,
        *plan["open"],
    ]
    assert [held[q] for q in range(1, 5)] == plan["conferences"]


def test_plans_of_need_and_their_reviews_are_those_published(authority) -> None:
    plan = assigned()["need"]
    held = Counter(quarter_of(day) for one in authority.needs for day in one.reviews)

    assert [sum(n.open_on(last_day(q)) for n in authority.needs) for q in (3, 4)] == plan["open"]
    assert [held[q] for q in (3, 4)] == plan["reviews"]
    assert set(held) == {3, 4}


def test_days_of_plans_follow_each_other_on_working_days(authority) -> None:
    for one in authority.protections:
        days = [day for _, day in one.conferences]
        assert one.opened < one.started == days[0]
        assert all(before < after for before, after in pairwise(days))
        assert all(is_working_day(day) for day in days)
        assert one.ended is None or one.ended > one.started
    for need in authority.needs:
        assert need.agreed <= need.made
        assert all(is_working_day(day) for day in need.reviews)
        assert need.ended is None or need.ended >= max([need.agreed, *need.reviews])


def test_nobody_has_two_plans_at_once(authority) -> None:
    spans: dict[str, list[tuple[date, date | None]]] = {}
    for one in authority.protections:
        spans.setdefault(one.child.number, []).append((one.started, one.ended))
    for need in authority.needs:
        spans.setdefault(need.child.number, []).append((need.agreed, need.ended))
    for life in authority.children:
        if life.number in spans:
            spans[life.number].append((life.came, life.left))

    for plans in spans.values():
        for before, after in pairwise(sorted(plans, key=lambda span: span[0])):
            assert before[1] is not None
            assert before[1] <= after[0]


def test_who_came_into_care_from_a_plan_was_born_or_expected_then(authority) -> None:
    before_care = [one for one in authority.protections if isinstance(one.child, Life)]

    assert len(before_care) == sum(assigned()["protection"]["came_into_care"])
    for one in before_care:
        assert one.ended == one.child.came
        assert one.unborn == (one.opened < one.child.born)
        assert (one.child.born - one.opened).days <= 150


def test_an_officer_is_never_two_at_once_and_everybody_with_a_plan_has_one(authority) -> None:
    officers: dict[str, list] = {}
    for one in authority.staff.responsible:
        if one.role == "iro":
            officers.setdefault(one.child, []).append(one)
    for turns in officers.values():
        for before, after in pairwise(sorted(turns, key=lambda one: one.starts)):
            assert before.ends is not None
            assert before.ends < after.starts
    here = [*authority.in_care_today, *(p.child for p in authority.protections if p.open_on(TODAY))]
    assert all(any(one.ends is None for one in officers[child.number]) for child in here)


def test_the_next_review_is_due_when_the_law_says(authority) -> None:
    for life in authority.in_care_today:
        due, _ = latest(life, [day for day, _ in life.reviews])
        binding = outlook(as_law_reads(life), TODAY).binding(Kind.CARE)
        assert due == binding.last_day or binding.track == "adoption_disrupted", life.number


def test_one_series_of_short_breaks_is_close_to_its_limit(authority) -> None:
    counted = [life for life in authority.short_breaks if life.stays[0].legal == "V3"]

    assert [
        sum(((stay.ended or TODAY) - stay.started).days or 1 for stay in life.stays) for life in counted
    ] == [73]
    assert len(authority.short_breaks) == 11
    assert all(life.break_reviews for life in authority.short_breaks)


def test_answers_about_seeing_the_child_are_as_many_as_planned(authority) -> None:
    found = Counter((quarter_of(day), answer) for (_, day), answer in authority.seen.items())
    answers = ("seen", "not_seen", "not_appropriate", "not_necessary")

    assert [[found[q, a] for a in answers] for q in range(1, 5)] == assigned()["seen"]["quarters"]
