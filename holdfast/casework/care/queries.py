"""Questions about a child's care. Legal status and placement are read from the episodes, not kept apart."""

from __future__ import annotations

from datetime import date

from django.db import models

from holdfast.casework.people.models import Child
from holdfast.domain import care_history

from .models import Episode, PeriodOfCare
from .periods import History, histories


def standing_episodes() -> models.QuerySet[Episode]:
    """For prefetching onto children that were reached through their door: the episodes that stand, oldest first."""
    return Episode.objects.filter(withdrawn_at__isnull=True).order_by("started", "reading_order", "id")


def episodes_of(child: Child) -> models.QuerySet[Episode]:
    """The child's episodes that stand, oldest first."""
    return Episode.objects.filter(child=child, withdrawn_at__isnull=True).order_by(
        "started", "reading_order", "id"
    )


def history_of(child: Child) -> list[care_history.PeriodOfCare]:
    """The child's periods of care with their placements, oldest first."""
    return list(care_history.periods_of_care(_episodes(child)))


def short_breaks_of(child: Child) -> list[care_history.Episode]:
    """The child's short breaks, which are no care in the sense of the figures."""
    return list(care_history.short_breaks(_episodes(child)))


def legal_statuses_of(child: Child) -> list[tuple[str, date, date | None]]:
    """Each legal status with its first day and the day it ended, oldest first: runs of episodes under the same one."""
    runs: list[tuple[str, date, date | None]] = []
    for episode in care_history.in_order(_episodes(child)):
        status = episode.legal_status or ""
        if runs and runs[-1][0] == status and runs[-1][2] == episode.started:
            runs[-1] = (status, runs[-1][1], episode.ended)
        else:
            runs.append((status, episode.started, episode.ended))
    return runs


def placements_of(child: Child) -> list[care_history.Placement]:
    """The child's placements, oldest first: a temporary stay belongs to the one it interrupts."""
    return [placement for period in history_of(child) for placement in period.placements]


def in_care_on(child: Child, day: date) -> care_history.Episode | None:
    """The episode the child is in at the end of a day; None when not in care."""
    return care_history.episode_on(_episodes(child), day)


def periods_of(child: Child) -> models.QuerySet[PeriodOfCare]:
    return PeriodOfCare.objects.filter(child=child).order_by("started", "id")


def _episodes(child: Child) -> list[care_history.Episode]:
    return histories([child.pk]).get(child.pk, History()).episodes


def in_care(on: date) -> models.QuerySet[Child]:
    """For counting: the children in care at the end of a day. Who may be shown them is `people.queries`' to say."""
    periods = PeriodOfCare.objects.filter(started__lte=on).exclude(ended__lte=on)
    return Child.objects.filter(pk__in=periods.order_by().values("child"))


def period_on(child: Child, day: date) -> PeriodOfCare | None:
    """The period of care the child is in at the end of a day; None when not in care."""
    return periods_of(child).filter(started__lte=day).exclude(ended__lte=day).last()
