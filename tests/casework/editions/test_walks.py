"""Random walks: whoever presses whatever, an edition obeys its table, and nobody's one pair of hands publishes it."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from holdfast.casework.access.models import User
from holdfast.casework.access.roles import Role
from holdfast.casework.access.rules import NotAllowed, may
from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.editions import actions, rules
from holdfast.casework.editions.models import Edition
from holdfast.casework.editions.queries import steps_of
from holdfast.domain.edition_states import Move, State, rule
from tests.builders import editions, people

pytestmark = pytest.mark.django_db

ROLES = (Role.ANALYST, Role.ANALYST, Role.IRO_MANAGER, Role.IRO_MANAGER, Role.SENIOR_MANAGER, Role.IRO)
ACTS: dict[Move, Any] = {
    Move.NEW_WORDS: lambda **how: actions.rewrite_words(inputs=b"words", **how),
    Move.CHECK: actions.check,
    Move.SEND_BACK: lambda **how: actions.send_back(reason="A note is missing.", **how),
    Move.SIGN: lambda **how: actions.sign(unsettled=lambda inputs: [], **how),
    Move.PUBLISH: actions.publish,
    Move.WITHDRAW: lambda **how: actions.withdraw(reason="A figure was wrong.", **how),
}
REFUSALS = (rules.Refused, NotAllowed, ValidationError)
# withdrawn is the end of every walk: it is pressed seldom
moves = st.sampled_from([*(move for move in ACTS if move is not Move.WITHDRAW)] * 4 + [Move.WITHDRAW])
presses = st.lists(st.tuples(moves, st.integers(0, len(ROLES) - 1)), max_size=25)


@pytest.fixture
def everybody() -> list[User]:
    return [people.user(role, name=f"Person {nth}") for nth, role in enumerate(ROLES)]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(presses=presses, author=st.integers(0, 2))
def test_whatever_anybody_presses(everybody: list[User], presses: list, author: int) -> None:
    edition = editions.draft(by=everybody[author])
    done: list[tuple[Move, User]] = []
    for move, nth in presses:
        before, by = edition.state, everybody[nth]
        one = rule(before, move)
        try:
            ACTS[move](edition=edition, by=by)
        except REFUSALS:
            assert Edition.objects.get(pk=edition.pk).state == before
            edition.refresh_from_db()
            continue
        assert one is not None
        assert (edition.state, may(by, rules.PERMISSIONS[one.who])) == (one.to, True)
        done.append((move, by))

    assert [(step.move, step.by) for step in steps_of(edition)] == done
    told = AuditEvent.objects.filter(subject_type="editions.Edition", subject_id=str(edition.pk))
    assert told.count() == 1 + len(done)
    _hands_differ(edition, everybody[author], done)


def _hands_differ(edition: Edition, author: User, done: list[tuple[Move, User]]) -> None:
    """Followed by somebody with paper: whose hands each step must not have been."""
    made, checked, signed = {author}, None, None
    for move, by in done:
        if move is Move.NEW_WORDS:
            made.add(by)
        elif move is Move.CHECK:
            assert by not in made
            checked = by
        elif move is Move.SIGN:
            assert by != checked
            signed = by
        elif move is Move.PUBLISH:
            assert by != signed
        elif move is Move.SEND_BACK:
            checked = signed = None
    if edition.state == State.WITHDRAWN:
        assert done[-1][0] is Move.WITHDRAW
