"""A concern's ladder as a row of stages: what each is called, where it stands, and its days, in words and a bar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from holdfast.casework.resolution.models import Outcome
from holdfast.domain.resolution.standing import Place, Stage, Standing
from holdfast.domain.wording import long_date
from holdfast.web.due import due_words

#: the mark of each place; the words always say the same
MARKS = {
    Place.AHEAD: "○",
    Place.WAITING: "●",
    Place.ANSWERED: "✔",
    Place.NO_ANSWER: "✕",
    Place.PASSED_OVER: "→",
}
_LOOKS = {
    Place.AHEAD: "ahead",
    Place.WAITING: "now",
    Place.ANSWERED: "done",
    Place.NO_ANSWER: "done",
    Place.PASSED_OVER: "passed",
}
#: a bar of more squares than this says no more than its words
LONGEST_BAR = 20


@dataclass(frozen=True)
class Rung:
    """One stage as it is drawn. ``state``: done, now, passed or ahead; ``bar``: a square for each day it may take."""

    name: str
    state: str
    mark: str
    standing: str
    bar: str
    lines: tuple[str, ...]


def rungs(standing: Standing, on: date) -> list[Rung]:
    """Every stage in order, those still to come too."""
    return [_rung(stage, on) for stage in standing.stages]


def _rung(stage: Stage, on: date) -> Rung:
    waits = stage.place is Place.WAITING
    said = f"Now: {day_words(stage)}" if waits else stage.words
    return Rung(
        stage.fact.name,
        _LOOKS[stage.place],
        MARKS[stage.place],
        said,
        _bar(stage) if waits else "",
        tuple(_lines(stage, on)),
    )


def day_words(stage: Stage) -> str:
    """“day 3 of 5”, “day 3” where the stage has no days of its own, “opened today”."""
    if not stage.used:
        return "opened, its first working day is to come"
    days = stage.fact.days
    if days and stage.used > days:
        return f"day {stage.used}, {stage.used - days} more than its {days}"
    return f"day {stage.used} of {days}" if days else f"day {stage.used}"


def _lines(stage: Stage, on: date) -> list[str]:
    fact = stage.fact
    if stage.place is Place.AHEAD:
        days = f", {fact.days} working days" if fact.days else ""
        return [f"{fact.role}{days}"]
    if stage.place is Place.PASSED_OVER:
        when = f"{long_date(fact.passed_over_on)}: " if fact.passed_over_on else ""
        return [f"{when}{fact.passed_over_why}"] if fact.passed_over_why else []
    who = ", ".join(part for part in (fact.asked, fact.role if fact.role != fact.asked else "") if part)
    lines = [who] if who else []
    until = f" to {long_date(fact.answered_on)}" if fact.answered_on else ""
    lines.append(f"{long_date(fact.opened_on)}{until}" if until else f"Since {long_date(fact.opened_on)}")
    if fact.outcome:
        lines.append(str(Outcome(fact.outcome).label))
    if stage.place is Place.WAITING and stage.due:
        lines.append(f"Answer due by {due_words(stage.due, on).words}")
    elif stage.late and stage.due:
        lines.append(f"Its day was {long_date(stage.due)}")
    return lines


def _bar(stage: Stage) -> str:
    days = stage.fact.days
    if not days or days > LONGEST_BAR:
        return ""
    used = min(stage.used, days)
    return "▮" * used + "▯" * (days - used)
