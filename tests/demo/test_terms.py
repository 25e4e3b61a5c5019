"""The demo's preferred words."""

from __future__ import annotations

import pytest

from holdfast.casework.publishing.models import Term
from holdfast.demo.loading import terms


@pytest.mark.django_db
def test_yorks_words_are_entered_with_a_reason_each():
    terms.enter()

    said = {term.preferred: term for term in Term.objects.all()}
    assert "LAC" in said["children and young people in care (CYPIC)"].instead_of
    assert "case" in said["child or young person"].instead_of
    assert all(term.why for term in said.values())
