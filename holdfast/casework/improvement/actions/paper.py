"""What the board paper of a year says beside its words: headline figures, priorities, links, implications."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import check_by
from holdfast.casework.improvement.actions.changing import change
from holdfast.casework.improvement.models import Aim, BoardPaper
from holdfast.casework.improvement.rules import (
    check_headlines,
    check_implications,
    check_links,
    check_plan_year,
)


def choose_headlines(
    *, year_ending: int, headlines: Iterable[Mapping[str, Any]], seen: int | None = None, by: Any
) -> BoardPaper:
    """The figures the paper puts forward, in this order, each with the words before it; one named twice stands once.

    Raises Overtaken where the paper changed after ``seen``, here and below.
    """
    return _set(year_ending, {"headlines": check_headlines(headlines)}, seen, by)


def choose_priorities(
    *, year_ending: int, aims: Iterable[Aim], seen: int | None = None, by: Any
) -> BoardPaper:
    """Aims of the next year's plan that the paper names, in this order."""
    chosen = list(aims)
    if any(aim.year_ending != year_ending + 1 for aim in chosen):
        raise ValidationError("The priorities of a paper are aims of the plan of the year after it.")
    return _set(year_ending, {"priorities": [str(aim.public_id) for aim in chosen]}, seen, by)


def write_links(
    *, year_ending: int, links: Iterable[Mapping[str, str]], seen: int | None = None, by: Any
) -> BoardPaper:
    """How the service's work serves each theme; a theme without words is left out."""
    return _set(year_ending, {"links": check_links(links)}, seen, by)


def answer_implications(
    *, year_ending: int, answers: Mapping[str, Mapping[str, str]], seen: int | None = None, by: Any
) -> BoardPaper:
    """What follows under each head: none, or what. A head left blank is not answered, and no paper is finished so."""
    return _set(year_ending, {"implications": check_implications(answers)}, seen, by)


@transaction.atomic
def _set(year_ending: int, values: dict[str, Any], seen: int | None, by: Any) -> BoardPaper:
    check_by(by, Permission.WRITE_REPORT)
    check_plan_year(year_ending)
    paper, _ = BoardPaper.objects.get_or_create(year_ending=year_ending)
    change(record=paper, values=values, seen=seen, by=by, verb="board_paper.changed")
    return paper
