"""Preferred words, and two who write in one place."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from holdfast.casework.access.roles import Role
from holdfast.casework.access.rules import NotAllowed
from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.provenance.queries import history_of
from holdfast.casework.publishing.actions import write_text
from holdfast.casework.publishing.models import Term
from holdfast.casework.publishing.queries import texts_of
from holdfast.casework.publishing.rules import WrittenMeanwhile
from holdfast.casework.publishing.wording import correct_term, enter_term, remove_term
from tests.builders import people

pytestmark = pytest.mark.django_db


def test_a_term_is_entered_corrected_and_removed_and_what_stood_there_is_kept():
    manager = people.user(Role.IRO_MANAGER)
    term = enter_term(preferred=" children  in care ", instead_of=["LAC", " LAC", ""], by=manager)
    assert (term.preferred, term.instead_of) == ("children in care", ["LAC"])

    assert correct_term(term=term, preferred="children in care", instead_of=["LAC", "case"], by=manager) == [
        "instead_of"
    ]
    assert correct_term(term=term, preferred="children in care", instead_of=["LAC", "case"], by=manager) == []
    assert "LAC" in history_of(term)[0].before
    remove_term(term=term, by=manager)

    assert not Term.objects.exists()
    verbs = AuditEvent.objects.filter(verb__startswith="term.").order_by("id").values_list("verb", flat=True)
    assert list(verbs) == ["term.entered", "term.corrected", "term.removed"]


@pytest.mark.parametrize(
    ("preferred", "instead_of"),
    [("", ["LAC"]), ("care", []), ("care", ["  "]), ("care", ["Care"]), ("care", ["x" * 101])],
)
def test_what_is_no_term_is_refused(preferred, instead_of):
    with pytest.raises(ValidationError):
        enter_term(preferred=preferred, instead_of=instead_of, by=None)


def test_only_who_sets_rules_enters_terms():
    with pytest.raises(NotAllowed):
        enter_term(preferred="a", instead_of=["b"], by=people.user(Role.ANALYST))


def test_words_based_on_an_older_version_are_refused_and_the_same_words_are_not():
    first = write_text(year_ending=2017, slot="summary", text="One.", based_on=None, by=None)
    second = write_text(year_ending=2017, slot="summary", text="Two.", based_on=first.pk, by=None)

    with pytest.raises(WrittenMeanwhile) as refused:
        write_text(year_ending=2017, slot="summary", text="Three.", based_on=first.pk, by=None)
    assert refused.value.latest == second
    assert write_text(year_ending=2017, slot="summary", text="Two.", based_on=first.pk, by=None) is None
    assert texts_of(2017) == {"summary": "Two."}
    with pytest.raises(WrittenMeanwhile):
        write_text(year_ending=2017, slot="summary", text="Three.", based_on=None, by=None)
