"""Keeps the rows of periods of care in step with the episodes they are made of.

A period is a run of episodes (`domain.care_history` says which), so its row is never typed: every change of episodes
ends with `keep_in_step`. A row lives on as long as its first day does, so that others may point at it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.db import transaction

from holdfast.casework.provenance.bulk import update_rows
from holdfast.domain import care_history

from .models import Episode, PeriodOfCare

_AT_A_TIME = 400
_DAYS = ("started", "ended")
_CODES = ("reason_started", "legal_status", "place", "place_post", "reason_ended", "reason_moved")


@dataclass
class History:
    """The standing episodes of one child as the domain knows them; `rows[line]` is the id of the episode's row."""

    episodes: list[care_history.Episode] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)

    def add(self, pk: int, days: tuple, codes: tuple) -> None:
        line = len(self.rows)
        self.episodes.append(care_history.Episode(*days, *(code or None for code in codes), line=line))
        self.rows.append(pk)

    def rows_of(self, period: care_history.PeriodOfCare) -> list[int]:
        return [self.rows[episode.line] for episode in period.episodes]


def histories(child_ids: Iterable[int]) -> dict[int, History]:
    """The history of each child that has an episode standing."""
    found: dict[int, History] = defaultdict(History)
    episodes = Episode.objects.filter(child_id__in=list(child_ids), withdrawn_at__isnull=True)
    rows = episodes.order_by("reading_order", "pk").values_list("child_id", "pk", *_DAYS, *_CODES)
    for child_id, pk, started, ended, *codes in rows:
        found[child_id].add(pk, (started, ended), tuple(codes))
    return dict(found)


@transaction.atomic
def keep_in_step(child_ids: Iterable[int]) -> None:
    """Make the periods of these children what their episodes say."""
    for some in _chunks(sorted(set(child_ids))):
        _keep(some)


def _keep(child_ids: list[int]) -> None:
    standing: dict[int, list[PeriodOfCare]] = defaultdict(list)
    for period in PeriodOfCare.objects.filter(child_id__in=child_ids).order_by("id"):
        standing[period.child_id].append(period)
    new, kept, members = [], [], []
    for child_id, history in histories(child_ids).items():
        for told in care_history.periods_of_care(history.episodes):
            row = _take(standing[child_id], told) or PeriodOfCare(child_id=child_id)
            if _differs(row, told):
                (kept if row.pk else new).append(row)
            members.append((row, history.rows_of(told)))
    PeriodOfCare.objects.bulk_create(new, batch_size=_AT_A_TIME)
    PeriodOfCare.objects.bulk_update(
        kept, ["started", "start_known", "ended", "reason_ended"], batch_size=_AT_A_TIME
    )
    _put_in_periods(child_ids, {pk: row.pk for row, pks in members for pk in pks})
    gone = [period.pk for left in standing.values() for period in left]
    if gone:
        PeriodOfCare.objects.filter(pk__in=gone).delete()


def _take(rows: list[PeriodOfCare], told: care_history.PeriodOfCare) -> PeriodOfCare | None:
    """The row of the same first day, taken out of those not yet spoken for."""
    same = next((row for row in rows if row.started == told.started), None)
    if same is not None:
        rows.remove(same)
    return same


def _differs(row: PeriodOfCare, told: care_history.PeriodOfCare) -> bool:
    """Bring the row up to what is told; whether that changed it."""
    facts = {
        "started": told.started,
        "start_known": told.start_known,
        "ended": told.ended,
        "reason_ended": told.reason_ended or "",
    }
    changed = row.pk is None or any(getattr(row, name) != value for name, value in facts.items())
    for name, value in facts.items():
        setattr(row, name, value)
    return changed


def _put_in_periods(child_ids: list[int], wanted: dict[int, int]) -> None:
    """Point each episode at its period; a short break or a withdrawn episode points at none."""
    standing = Episode.objects.filter(child_id__in=child_ids).values_list("pk", "period_id")
    moved = [(pk, (wanted.get(pk),)) for pk, period_id in standing if period_id != wanted.get(pk)]
    update_rows(Episode, ["period_id"], moved)


def _chunks(ids: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(ids), _AT_A_TIME):
        yield ids[start : start + _AT_A_TIME]
