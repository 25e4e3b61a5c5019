"""The words a service prefers, and those it does not want in what it publishes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import check_by
from holdfast.casework.audit.actions import record
from holdfast.casework.provenance.actions import keep_what_is_removed, set_fields

from .models import Term
from .rules import tidy_words

_FIELDS = ["preferred", "instead_of", "why"]


@transaction.atomic
def enter_term(*, preferred: str, instead_of: Iterable[str], why: str = "", by: Any) -> Term:
    """A word to be used, and those it stands instead of. Raises ValidationError where it is entered already."""
    check_by(by, Permission.SET_RULES)
    preferred = " ".join(preferred.split())
    term = Term(preferred=preferred, instead_of=tidy_words(instead_of, preferred), why=why.strip())
    term.full_clean()
    term.save()
    record(by=by, verb="term.entered", subject=term)
    return term


@transaction.atomic
def correct_term(
    *, term: Term, preferred: str, instead_of: Iterable[str], why: str = "", by: Any
) -> list[str]:
    """Other words for a term; returns the names of the fields that changed. What stood before is kept.

    Raises ValidationError where the word is entered already.
    """
    check_by(by, Permission.SET_RULES)
    preferred = " ".join(preferred.split())
    values = {"preferred": preferred, "instead_of": tidy_words(instead_of, preferred), "why": why.strip()}
    if Term.objects.exclude(pk=term.pk).filter(preferred=preferred).exists():
        raise ValidationError({"preferred": f"“{preferred}” is entered already. Change that line instead."})
    changed = set_fields(record=term, values=values, by=by)
    if changed:
        record(by=by, verb="term.corrected", subject=term, detail={"fields": changed})
    return changed


@transaction.atomic
def remove_term(*, term: Term, by: Any) -> None:
    """Look for its words no more. What stood there is kept."""
    check_by(by, Permission.SET_RULES)
    keep_what_is_removed(record=term, fields=_FIELDS, by=by)
    record(by=by, verb="term.removed", subject=term)
    term.delete()
