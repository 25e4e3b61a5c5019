"""Whose turn a concern is, until when, and what its clock says, in sentences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from holdfast.casework.resolution.models import Concern, Effect
from holdfast.domain.resolution.moves import State
from holdfast.domain.resolution.standing import Standing, Turn, Whose
from holdfast.domain.wording import long_date, weekday_and_date

PAUSED = (State.PAUSED, State.PAUSED_WAITING)


def is_paused(standing: Standing) -> bool:
    return standing.state in PAUSED


def is_late(standing: Standing) -> bool:
    """A day has passed: that of the answer asked for, or the total of all stages. A count is never late."""
    return standing.state is not State.CLOSED and (standing.turn.passed or standing.overdue)


@dataclass(frozen=True)
class Told:
    """``heading``: whose turn, short; ``due``: until when, where a day is set; ``sentence``: what they are to do."""

    heading: str
    sentence: str
    due: date | None = None


def tell(concern: Concern, standing: Standing) -> Told:
    """Whose turn it is, as the top of the page says it."""
    turn = standing.turn
    if standing.state is State.CLOSED:
        return _closed(concern)
    if standing.state in PAUSED:
        owes = (
            f" {turn_of(standing)} may answer all the same." if standing.state is State.PAUSED_WAITING else ""
        )
        return Told(
            "The clock stands still",
            f"Since {weekday_and_date(turn.since)}. The reviewing officer lets it run again.{owes}",
        )
    if turn.whose is Whose.ASKED:
        since = f"Asked on {weekday_and_date(turn.since)}."
        until = "" if turn.by else " No day is set for the answer."
        return Told(f"The turn of {asked(turn)}", since + until, turn.by)
    return _officer(concern, standing, turn)


def _officer(concern: Concern, standing: Standing, turn: Turn) -> Told:
    who = f"The turn of {concern.officer}" if concern.officer else "The reviewing officer’s turn"
    if turn.passed:
        said = (
            f"{asked(turn)} was to answer by {weekday_and_date(turn.by)} and has not. They may still answer; the "
            "officer can put it to the next stage without waiting."
        )
        return Told(who, said, turn.by)
    if standing.state in (State.INFORMAL_ANSWERED, State.FORMAL_ANSWERED):
        said = (
            f"An answer came on {weekday_and_date(turn.since)}. The officer closes the concern once it is known what "
            "came of it for the child, or puts it to the next stage."
        )
        return Told(who, said, turn.by)
    return Told(who, "Nobody is asked at the moment. The officer puts it to a stage, or closes it.", turn.by)


def _closed(concern: Concern) -> Told:
    effect = Effect(concern.effect).label
    told = {
        "yes": "The child has been told.",
        "no": "The child has not been told yet.",
        "not_right": f"The child is not told: {concern.child_told_why}",
    }.get(concern.child_told, "")
    return Told(f"Closed on {weekday_and_date(concern.closed_on)}: {effect[0].lower()}{effect[1:]}", told)


def asked(turn: Turn) -> str:
    """“Pat Hollis, service manager”."""
    role = f"{turn.role[0].lower()}{turn.role[1:]}" if turn.role else ""
    return ", ".join(part for part in (turn.name, role) if part) or "The person asked"


def turn_of(standing: Standing) -> str:
    """Who is asked at the stage that waits, also while the clock stands still."""
    current = standing.current
    return (current.fact.asked or current.fact.role) if current else "The person asked"


def turn_in_short(concern: Concern, standing: Standing) -> str:
    """Whose turn, as a list says it."""
    if standing.state is State.CLOSED:
        return f"Closed {long_date(concern.closed_on)}"
    if standing.state in PAUSED:
        return "Paused"
    if standing.turn.whose is Whose.ASKED:
        return standing.turn.name or standing.turn.role
    return str(concern.officer) if concern.officer else "The reviewing officer"
