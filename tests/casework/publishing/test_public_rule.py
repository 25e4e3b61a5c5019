"""Up to which count numbers are hidden: settled by the manager, with a reason, and kept."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from holdfast.casework.access.roles import Role
from holdfast.casework.access.rules import NotAllowed
from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.publishing.public_rule import public_rules, public_threshold, settle_public_threshold
from tests.builders import people

pytestmark = pytest.mark.django_db


def test_where_nobody_has_settled_it_counts_of_one_to_five_are_hidden():
    assert public_threshold() == 5


def test_the_latest_holds_and_the_others_stay_readable():
    manager = people.user(Role.IRO_MANAGER)
    settle_public_threshold(threshold=4, reason="As our partners do.", by=manager)
    settle_public_threshold(threshold=9, reason="We are small.", by=manager)

    assert public_threshold() == 9
    assert [(one.threshold, one.set_by) for one in public_rules()] == [(9, manager), (4, manager)]
    assert AuditEvent.objects.filter(verb="public_rule.settled").count() == 2


@pytest.mark.parametrize(("threshold", "reason"), [(1, "Why not"), (21, "All"), (5, "Again"), (4, " ")])
def test_what_is_too_little_too_much_the_same_or_without_reason_is_refused(threshold, reason):
    with pytest.raises(ValidationError):
        settle_public_threshold(threshold=threshold, reason=reason, by=None)


def test_only_who_sets_rules_may():
    with pytest.raises(NotAllowed):
        settle_public_threshold(threshold=4, reason="Because.", by=people.user(Role.ANALYST))
