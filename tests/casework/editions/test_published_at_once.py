"""Two reports of the same figures published at one moment: never do both stand without the one knowing of the other."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from holdfast.casework.access.roles import Role
from holdfast.casework.editions import actions, rules
from holdfast.casework.editions.actions import moving
from holdfast.casework.editions.models import Edition
from holdfast.casework.editions.queries import overtaken
from holdfast.domain.edition_states import State
from holdfast.reports.inputs import Inputs
from holdfast.snapshot import from_casework, kept
from tests.builders import editions, packs, people
from tests.casework.editions.test_at_once import at_once, fresh

pytestmark = pytest.mark.django_db(transaction=True)

#: what stands beside an edition of 2016/17 and holds figures of its years
BESIDE = [{}, {"kind": "board"}, {"year_ending": 2018}, {"kind": "board", "year_ending": 2018}]


def signed(**facts: Any) -> Edition:
    return editions.brought_to(editions.draft(**facts), State.SIGNED)


def publishing(edition: Edition) -> Callable[[], Any]:
    """One person at the button. Each is somebody else."""
    by = people.user(Role.SENIOR_MANAGER, name=f"Publisher {edition.pk}")
    return lambda: actions.publish(edition=fresh(edition), by=by)


def states(*found: Edition) -> list[str]:
    return sorted(fresh(one).state for one in found)


def one_stands(found: list[Any], first: Edition, second: Edition) -> None:
    """One was published, and the other’s publisher was told in words; the other edition is as it was."""
    (refusal,) = [one for one in found if one is not None]
    assert isinstance(refusal, rules.Overtaken)
    assert "another report with figures of the same years was published" in str(refusal)
    assert states(first, second) == [State.PUBLISHED, State.SIGNED]


@pytest.mark.parametrize("other", BESIDE)
def test_of_two_published_at_once_one_stands(other: dict[str, Any]) -> None:
    first, second = signed(), signed(**other)

    one_stands(at_once(publishing(first), publishing(second)), first, second)


def test_of_four_published_at_once_one_stands() -> None:
    every = [signed(), signed(), signed(kind="board"), signed(kind="board")]

    found = at_once(*(publishing(one) for one in every))

    assert sum(one is None for one in found) == 1
    assert all(isinstance(one, rules.Overtaken) for one in found if one is not None)
    assert states(*every) == [State.PUBLISHED, *[State.SIGNED] * 3]


def test_two_of_years_with_nothing_in_common_are_both_published() -> None:
    first, second = signed(), signed(year_ending=2020)

    assert at_once(publishing(first), publishing(second)) == [None, None]
    assert states(first, second) == [State.PUBLISHED, State.PUBLISHED]


def test_two_who_publish_the_same_edition_publish_it_once() -> None:
    edition = signed()

    found = at_once(publishing(edition), publishing(edition))

    (refusal,) = [one for one in found if one is not None]
    assert isinstance(refusal, rules.NotNow)
    assert edition.steps.filter(to_state=State.PUBLISHED).count() == 1


def saving(edition: Edition, since: datetime) -> list[Callable[[], Any]]:
    """A new edition beside it, its figures anew, its words anew: gathered from a moment on, and saved now."""
    rows, digest = kept.to_bytes(from_casework.tables(on=editions.DAY))
    given = {"by": None, "since": since, "inputs": Inputs("board", 2017, day=editions.DAY).to_bytes()}
    tables = {"tables": rows, "tables_digest": digest, "day": editions.DAY}
    return [
        lambda: actions.prepare(kind="board", year_ending=2017, **tables, **given),
        lambda: actions.take_new_snapshot(edition=fresh(edition), **tables, **given),
        lambda: actions.rewrite_words(edition=fresh(edition), **given),
    ]


@pytest.mark.parametrize("nth", range(3))
def test_what_was_gathered_before_another_was_published_is_not_saved_after(nth: int) -> None:
    """It would not know what that one hides, and would be dated after it."""
    paper, report, since = editions.draft(kind="board"), signed(), timezone.now()
    publishing(report)()
    before = list(Edition.objects.values_list("pk", "state", "digest"))

    with pytest.raises(rules.PublishedMeanwhile, match="Nothing was saved"):
        saving(paper, since)[nth]()
    assert list(Edition.objects.values_list("pk", "state", "digest")) == before

    saving(paper, timezone.now())[nth]()


def test_a_pack_hides_nothing_of_what_was_published_and_is_saved() -> None:
    of, since = packs.plan(), timezone.now()
    publishing(signed())()
    assert editions.draft(kind="quarterly", quarter=3, plan=of, since=since).state == State.DRAFT


if connection.vendor == "postgresql":

    @pytest.mark.parametrize("other", BESIDE)
    def test_whoever_comes_while_another_publishes_waits_and_is_told(monkeypatch, other) -> None:
        """The first stops just before its step is written; the second begins then, and asks only after it is."""
        first, second = signed(), signed(**other)
        inside, asked = threading.Event(), threading.Event()
        waited: list[bool] = []

        def watched(edition: Edition) -> bool:
            if edition.pk == first.pk:
                inside.set()
                waited.append(not asked.wait(0.5))  # the second must not get so far meanwhile
            else:
                asked.set()
            return overtaken(edition)

        monkeypatch.setattr(moving, "overtaken", watched)
        second_publishes = publishing(second)

        def after_the_first_is_inside() -> Any:
            assert inside.wait(10)
            return second_publishes()

        found = at_once(publishing(first), after_the_first_is_inside)

        assert waited == [True]
        assert found[0] is None
        one_stands(found, first, second)
