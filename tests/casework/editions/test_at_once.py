"""Two people at one edition at once: one moves it, the other is told. Killed in the middle: nothing was done."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, connections, transaction

from holdfast.casework.access.roles import Role
from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.editions import actions, rules
from holdfast.casework.editions.actions import making, moving
from holdfast.casework.editions.models import Edition, EditionStep, Snapshot
from holdfast.domain.edition_states import State
from tests.builders import editions, people

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """What each gave, or what refused it, when all begin together. On SQLite they follow each other."""
    begin, found = threading.Barrier(len(acts)), [None] * len(acts)

    def run(place: int, act: Callable[[], Any]) -> None:
        begin.wait()
        try:
            found[place] = _given(act)
        finally:
            connections.close_all()

    if connection.vendor == "sqlite":
        return [_given(act) for act in acts]
    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def _given(act: Callable[[], Any]) -> Any:
    try:
        return act()
    except Exception as refusal:  # whichever it is, the tests look at what the slower one was told
        return refusal


def fresh(edition: Edition) -> Edition:
    return Edition.objects.get(pk=edition.pk)


def test_of_two_who_check_it_one_does() -> None:
    edition = editions.draft()
    one, other = (people.user(Role.ANALYST, name=name) for name in ("Robin Check", "Kim Lark"))

    found = at_once(
        lambda: actions.check(edition=fresh(edition), by=one),
        lambda: actions.check(edition=fresh(edition), by=other),
    )

    assert sorted(str(type(one).__name__) for one in found) == ["NoneType", "NotNow"]
    assert EditionStep.objects.filter(edition=edition).count() == 1


def test_one_checks_while_another_takes_the_words_anew() -> None:
    edition = editions.draft()
    checker, writer = (people.user(Role.ANALYST, name=name) for name in ("Robin Check", "Kim Lark"))

    found = at_once(
        lambda: actions.check(edition=fresh(edition), by=checker, seen=edition.digest),
        lambda: actions.rewrite_words(edition=fresh(edition), inputs=b"others", by=writer),
    )

    refused = [one for one in found if one is not None]
    assert len(refused) == 1
    assert isinstance(refused[0], rules.NotNow | rules.Changed)
    now = fresh(edition)
    assert (now.state == State.CHECKED) is (now.digest == edition.digest)


def test_two_who_prepare_the_same_report_get_two_numbers() -> None:
    found = at_once(editions.draft, editions.draft)

    assert sorted(one.number for one in found) == [1, 2]
    assert Snapshot.objects.count() == 2


@pytest.mark.parametrize(
    ("module", "act"),
    [
        (making, lambda edition: editions.draft(year_ending=2018)),
        (making, lambda edition: actions.rewrite_words(edition=edition, inputs=b"others", by=None)),
        (moving, lambda edition: actions.check(edition=edition, by=None)),
    ],
)
def test_killed_in_the_middle_nothing_was_done(monkeypatch, module, act) -> None:
    edition = editions.draft()
    before = _everything()

    def killed(*args: Any, **how: Any) -> None:
        raise KeyboardInterrupt

    # the last thing each does
    name = "record" if hasattr(module, "record") else "moved"
    monkeypatch.setattr(module, name, killed)
    monkeypatch.setattr(module, "moved", killed)
    with pytest.raises(KeyboardInterrupt):
        act(fresh(edition))

    assert _everything() == before


def _everything() -> tuple:
    with transaction.atomic():
        return (
            list(Edition.objects.order_by("pk").values_list("pk", "state", "digest", "snapshot_id")),
            Snapshot.objects.count(),
            EditionStep.objects.count(),
            AuditEvent.objects.count(),
        )
