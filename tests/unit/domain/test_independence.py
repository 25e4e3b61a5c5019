"""Who the law does not let review a child's care, and what only warns."""

from __future__ import annotations

from datetime import date

import pytest

from holdfast.domain.independence import (
    Against,
    Circumstances,
    Interest,
    Tie,
    Worked,
    managed_by,
    objections,
)
from holdfast.domain.tracks.facts import Span

DAY = date(2026, 11, 2)
CHILD, OTHER = 1, 2
SAM, JO, PAT, KIM = 11, 12, 13, 14
SINCE = Span(date(2025, 1, 1))
OVER = Span(date(2025, 1, 1), date(2026, 11, 1))


def known(**facts: object) -> Circumstances:
    return Circumstances(**{"officers": {}, "managers": {}, "registered_until": {}, **facts})


def kinds(worker: int, **facts: object) -> list[Against]:
    return [one.against for one in objections(CHILD, worker, DAY, known(**facts))]


def test_nothing_known_nothing_against() -> None:
    assert kinds(SAM) == []


@pytest.mark.parametrize("during", [SINCE, OVER])
def test_whoever_is_or_was_the_social_worker_is_refused(during: Span) -> None:
    assert kinds(JO, worked=(Worked(CHILD, JO, during),)) == [Against.WORKED_WITH]
    assert kinds(JO, worked=(Worked(OTHER, JO, during),)) == []


@pytest.mark.parametrize(("manager", "refused"), [(PAT, True), (KIM, True), (SAM, False)])
def test_everybody_above_the_present_social_worker_is_refused(manager: int, refused: bool) -> None:
    line = {JO: PAT, PAT: KIM}

    found = kinds(manager, worked=(Worked(CHILD, JO, SINCE),), managers=line)

    assert found == ([Against.MANAGES_WORKER] if refused else [])
    assert kinds(manager, worked=(Worked(CHILD, JO, OVER),), managers=line) == []


def test_a_line_that_runs_in_a_circle_ends() -> None:
    assert managed_by(PAT, {JO: PAT, PAT: KIM, KIM: PAT}) == {JO, PAT, KIM}


@pytest.mark.parametrize("ground", [Against.VISITS, Against.ADVISER, Against.RESOURCES, Against.RELATED])
def test_an_interest_counts_while_it_lasts_for_its_child_or_for_all(ground: Against) -> None:
    def found(child: int | None, during: Span) -> list[Against]:
        return kinds(SAM, interests=(Interest(SAM, child, ground, during),))

    assert found(CHILD, SINCE) == found(None, SINCE) == [ground]
    assert found(OTHER, SINCE) == found(CHILD, OVER) == []
    assert kinds(JO, interests=(Interest(SAM, CHILD, ground, SINCE),)) == []


def test_knowing_the_family_warns_and_does_not_refuse() -> None:
    (one,) = objections(CHILD, SAM, DAY, known(interests=(Interest(SAM, CHILD, Against.RELATED, SINCE),)))

    assert not one.refuses


@pytest.mark.parametrize(
    ("tie", "officer_of_other", "expected"),
    [
        (Tie(CHILD, OTHER), SAM, []),
        (Tie(CHILD, OTHER), JO, [Against.SIBLING_ELSEWHERE]),
        (Tie(OTHER, CHILD), JO, [Against.SIBLING_ELSEWHERE]),
        (Tie(CHILD, OTHER, apart="One accuses the other"), SAM, [Against.KEPT_APART]),
        (Tie(CHILD, OTHER, apart="One accuses the other"), JO, []),
        (Tie(CHILD, OTHER, parent=True), SAM, [Against.PARENT_TOGETHER]),
        (Tie(OTHER, CHILD, parent=True), SAM, [Against.PARENT_TOGETHER]),
        (Tie(CHILD, OTHER, parent=True), JO, []),
        (Tie(CHILD, OTHER), None, []),
    ],
)
def test_family(tie: Tie, officer_of_other: int | None, expected: list[Against]) -> None:
    officers = {OTHER: officer_of_other} if officer_of_other else {}

    assert kinds(SAM, ties=(tie,), officers=officers) == expected


@pytest.mark.parametrize(("until", "expected"), [(date(2026, 11, 1), True), (DAY, False)])
def test_a_registration_that_ran_out_warns(until: date, expected: bool) -> None:
    assert (Against.NOT_REGISTERED in kinds(SAM, registered_until={SAM: until})) == expected


def test_what_refuses_comes_first_and_each_has_a_key_of_its_own() -> None:
    found = objections(
        CHILD,
        SAM,
        DAY,
        known(
            ties=(Tie(CHILD, OTHER),),
            officers={OTHER: JO},
            worked=(Worked(CHILD, SAM, OVER), Worked(CHILD, SAM, SINCE)),
        ),
    )

    assert [one.key for one in found] == ["worked_with/1/11/-", "sibling_elsewhere/1/11/2"]
    assert [one.refuses for one in found] == [True, False]
