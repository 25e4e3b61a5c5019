"""The words the service prefers, under Rules."""

from __future__ import annotations

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.publishing.models import Term
from holdfast.casework.publishing.wording import enter_term

TERMS = reverse("rules_terms")


@pytest.fixture
def manager(as_role, world):
    return as_role(Role.IRO_MANAGER)


def test_a_word_is_entered_and_listed(manager):
    sent = {
        "preferred": "children in care (CYPIC)",
        "instead_of": "LAC\r\n\r\n looked after  child ",
        "why": "",
    }

    answer = manager.post(reverse("rules_term_add"), sent, follow=True)

    assert Term.objects.get().instead_of == ["LAC", "looked after child"]
    assert "LAC, looked after child" in answer.content.decode()


def test_a_word_entered_twice_is_refused_beside_the_field(manager):
    enter_term(preferred="children in care", instead_of=["LAC"], by=None)

    answer = manager.post(reverse("rules_term_add"), {"preferred": "children in care", "instead_of": "case"})

    assert answer.status_code == 400
    assert "preferred" in answer.context["form"].errors


def test_a_word_is_changed_and_removed(manager):
    term = enter_term(preferred="children in care", instead_of=["LAC"], by=None)
    change = reverse("rules_term_correct", args=[term.pk])
    assert "LAC" in manager.get(change).content.decode()

    manager.post(change, {"preferred": "children in care", "instead_of": "LAC\ncase", "why": "Asked for"})
    term.refresh_from_db()
    assert (term.instead_of, term.why) == (["LAC", "case"], "Asked for")

    manager.post(reverse("rules_term_remove", args=[term.pk]))
    assert not Term.objects.exists()
    assert manager.get(change).status_code == 404
