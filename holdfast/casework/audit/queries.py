"""Reading the diary."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection, models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Concat, StrIndex
from django.db.models.lookups import GreaterThan

from .models import AuditEvent


def events_about(subject: models.Model) -> models.QuerySet[AuditEvent]:
    """What was done to one record, oldest first."""
    return AuditEvent.objects.filter(subject_type=subject._meta.label, subject_id=str(subject.pk)).order_by(
        "id"
    )


def events_by(user: models.Model) -> models.QuerySet[AuditEvent]:
    """What one user did, oldest first."""
    return AuditEvent.objects.filter(actor_id=str(user.pk)).order_by("id")


def events_naming(
    subject: models.Model, *, as_one: str, as_many: str, kinds: Iterable[str]
) -> models.QuerySet[AuditEvent]:
    """All that was done to a record, to what belongs to it, or shown of it in a list; oldest first.

    ``kinds``: the types of record that belong to one such record (`care.Episode`); their rows name it in the detail
    ``as_one``. Rows about the type as a whole name the records shown in the detail ``as_many``. Both are looked for
    only among the rows of their types, which the index finds.
    """
    own = Q(subject_type=subject._meta.label)
    belongs = Q(subject_type__in=list(kinds), **{f"detail__{as_one}": subject.pk})
    shown = own & Q(subject_id="") & _names(as_many, subject.pk)
    found = AuditEvent.objects.filter((own & Q(subject_id=str(subject.pk))) | belongs | shown)
    return found.order_by("id")


def _names(key: str, pk: int) -> Q:
    """Whether the list under a key of the detail holds an id."""
    if connection.features.supports_json_field_contains:
        return Q(detail__contains={key: [pk]})
    # SQLite has no “contains” for JSON: the list of ids is read as text, [1,2,3], and looked through for the one
    # between its commas.
    listed = Func(F("detail"), Value(f"$.{key}"), function="JSON_EXTRACT", output_field=models.TextField())
    inside = Func(listed, Value("[]"), function="TRIM", output_field=models.TextField())
    return Q(GreaterThan(StrIndex(Concat(Value(","), inside, Value(",")), Value(f",{pk},")), 0))


def events_of_kind(
    kind: type[models.Model], ids: Iterable[str], verbs: Iterable[str]
) -> models.QuerySet[AuditEvent]:
    """What was done in these ways to these records of one type, oldest first."""
    found = AuditEvent.objects.filter(subject_type=kind._meta.label, subject_id__in=list(ids))
    return found.filter(verb__in=list(verbs)).order_by("id")
