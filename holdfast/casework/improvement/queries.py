"""Questions about the plan, the recommendations and the paper of a year."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db import models
from django.db.models import Exists, OuterRef, Prefetch, Q

from .models import (
    Action,
    ActionState,
    Aim,
    BoardDecision,
    BoardPaper,
    Decided,
    FollowUp,
    Progress,
    Recommendation,
    Theme,
)

#: decisions after which something is still to be seen to
_LEAVES_WORK = (Decided.AGREED, Decided.AMENDED, Decided.DEFERRED)


def themes(on: date | None = None) -> models.QuerySet[Theme]:
    """Every theme, or those that hold on a day."""
    every = Theme.objects.all()
    if on is None:
        return every
    return every.filter(Q(from_date__lte=on), Q(to_date=None) | Q(to_date__gte=on))


def aims(years: Iterable[int], until: date | None = None) -> models.QuerySet[Aim]:
    """The aims that stand in the plans of these years, each with its themes, actions and what was said of them.

    ``until``: what was said after that day is left out.
    """
    said = Progress.objects.select_related("said_by")
    if until is not None:
        said = said.filter(said_on__lte=until)
    actions = Action.objects.filter(taken_back_on=None).prefetch_related(Prefetch("progress", said))
    standing = Aim.objects.filter(year_ending__in=list(years), taken_back_on=None)
    return standing.select_related("carried_from").prefetch_related(
        "themes", Prefetch("actions", actions), Prefetch("carried_to", Aim.objects.filter(taken_back_on=None))
    )


def taken_back(year_ending: int) -> tuple[models.QuerySet[Aim], models.QuerySet[Action]]:
    """What was taken out of a year's plan: aims, and actions of aims that stand."""
    aims_out = Aim.objects.filter(year_ending=year_ending).exclude(taken_back_on=None)
    actions_out = Action.objects.filter(aim__year_ending=year_ending, aim__taken_back_on=None)
    return aims_out, actions_out.exclude(taken_back_on=None).select_related("aim")


def overdue(on: date) -> models.QuerySet[Action]:
    """Actions whose day has passed and which are neither done nor stopped."""
    open_ones = Action.objects.filter(taken_back_on=None, aim__taken_back_on=None, due_on__lt=on)
    settled = (ActionState.DONE, ActionState.STOPPED)
    return open_ones.exclude(state__in=settled).select_related("aim")


def recommendations(years: Iterable[int] | None = None, until: date | None = None) -> models.QuerySet:
    """What the board was asked, with its theme, what it decided and what became of it; of these years or of all."""
    decisions, said = BoardDecision.objects.all(), FollowUp.objects.all()
    if until is not None:
        decisions, said = decisions.filter(met_on__lte=until), said.filter(said_on__lte=until)
    asked = Recommendation.objects.filter(taken_back_on=None)
    if years is not None:
        asked = asked.filter(year_ending__in=list(years))
    return asked.select_related("theme").prefetch_related(
        Prefetch("decisions", decisions), Prefetch("follow_ups", said)
    )


def still_open(before: int, until: date | None = None) -> models.QuerySet[Recommendation]:
    """What the board was asked in the years before, and of which something is left to do or to decide.

    ``until``: as it was known on that day.
    """
    done = FollowUp.objects.filter(recommendation=OuterRef("pk"), done=True)
    last = BoardDecision.objects.filter(recommendation=OuterRef("pk")).order_by("-met_on", "-id")
    if until is not None:
        done, last = done.filter(said_on__lte=until), last.filter(met_on__lte=until)
    asked = recommendations(until=until).filter(year_ending__lt=before)
    asked = asked.annotate(is_done=Exists(done), last_decided=models.Subquery(last.values("decided")[:1]))
    return asked.filter(is_done=False).filter(Q(last_decided=None) | Q(last_decided__in=_LEAVES_WORK))


def open_decision(asked: Recommendation) -> BoardDecision | None:
    """The decision that counts, where something of it is still to be seen to; None where nothing is.

    Asks nothing where ``asked`` came from ``recommendations``.
    """
    decisions = list(asked.decisions.all())
    if asked.taken_back_on or not decisions or decisions[-1].decided not in _LEAVES_WORK:
        return None
    return None if any(one.done for one in asked.follow_ups.all()) else decisions[-1]


def paper_of(year_ending: int) -> BoardPaper | None:
    return BoardPaper.objects.filter(year_ending=year_ending).first()


def years_with_plans() -> list[int]:
    """The years that have a plan or a recommendation, newest first."""
    found = set(Aim.objects.values_list("year_ending", flat=True))
    return sorted(found | set(Recommendation.objects.values_list("year_ending", flat=True)), reverse=True)
