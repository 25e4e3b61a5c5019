"""Whose words an edition prints: those who wrote its texts, and those who typed in what stands beside them.

Texts keep who wrote each version. Tables, aims, actions, recommendations and the board paper are changed in place; who
entered or changed them stands in the diary.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from django.db import models
from django.db.models import Q
from django.db.models.functions import Cast

from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.improvement.models import Action, Aim, BoardPaper, Recommendation
from holdfast.casework.improvement.queries import still_open
from holdfast.casework.publishing.models import ReportText, TypedTable

from .models import Edition, Kind
from .rules import is_printed_in

#: the deeds that put words or figures in a report; moving a line or recording what the board decided does not
_WRITING: Final = (
    *("typed_table.entered", "typed_table.corrected"),
    *("aim.added", "aim.changed", "plan_action.added", "plan_action.changed", "plan_action.progress_said"),
    *("recommendation.added", "recommendation.changed", "recommendation.followed_up"),
    "board_paper.changed",
)


def makers_of(edition: Edition, until: datetime) -> frozenset[int]:
    """The ids of those who wrote or typed in any of an edition's words. ``until``: when they were gathered.

    A quarterly pack prints beside its figures its texts alone, and what readers answered to the one before.
    """
    written = _wrote_its_texts(edition, until)
    if edition.kind == Kind.QUARTERLY:
        return written
    return written | _typed_in(edition, until)


def _wrote_its_texts(edition: Edition, until: datetime) -> frozenset[int]:
    written = ReportText.objects.filter(year_ending=edition.year_ending, written_at__lte=until)
    rows = written.exclude(written_by=None).values_list("slot", "written_by").distinct().order_by()
    return frozenset(who for slot, who in rows if is_printed_in(slot, edition.kind, edition.quarter))


def _typed_in(edition: Edition, until: datetime) -> frozenset[int]:
    events = AuditEvent.objects.filter(verb__in=_WRITING, at__lte=until).exclude(actor_id="")
    found = events.filter(_about_any_of(_printed(edition))).order_by()
    return frozenset(int(who) for who in found.values_list("actor_id", flat=True).distinct())


def _printed(edition: Edition) -> dict[type[models.Model], models.QuerySet]:
    """Questions for the ids, as texts, of what it prints of its year’s records.

    Next year’s plan stands in it too, and what came of what the board was asked the year before or is still open.
    """
    ending = edition.year_ending
    years, asked = (ending, ending + 1), Q(year_ending__in=(ending - 1, ending))
    asked |= Q(pk__in=still_open(ending, until=edition.snapshot.day).values("pk"))
    printed = {
        Aim: _ids(Aim.objects.filter(year_ending__in=years)),
        Action: _ids(Action.objects.filter(aim__year_ending__in=years)),
        Recommendation: _ids(Recommendation.objects.filter(asked)),
    }
    if edition.kind == Kind.ANNUAL:
        return {**printed, TypedTable: _typed_tables(edition.year_ending)}
    return {**printed, BoardPaper: _ids(BoardPaper.objects.filter(year_ending=edition.year_ending))}


def _typed_tables(year_ending: int) -> models.QuerySet:
    """A table that was taken out since may stand in the edition: the diary knows for which year each was entered."""
    entered = AuditEvent.objects.filter(subject_type=TypedTable._meta.label, verb="typed_table.entered")
    return entered.filter(detail__year=year_ending).order_by().values("subject_id")


def _ids(rows: models.QuerySet) -> models.QuerySet:
    return rows.order_by().annotate(as_text=Cast("pk", models.CharField())).values("as_text")


def _about_any_of(printed: Mapping[type[models.Model], models.QuerySet]) -> Q:
    wanted = Q(pk=None)
    for kind, ids in printed.items():
        wanted |= Q(subject_type=kind._meta.label, subject_id__in=ids)
    return wanted
