"""What stands in an e-mail: a template of ours, filled with days, times and counts only.

No template has a place for a name, a venue or a reason: where a child lives or goes to school may be the venue.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import cache
from pathlib import Path

from holdfast.casework.reviews.models import Mode, Review
from holdfast.domain.wording import weekday_and_date

from .turns import Turn, What

TEMPLATES = Path(__file__).parent / "letters"

#: how a review is held, as one or two words that go after a comma
HOW = {
    Mode.IN_PERSON: "in person",
    Mode.HYBRID: "hybrid",
    Mode.ONLINE: "online",
    Mode.WITHOUT_MEETING: "without a meeting",
}


@dataclass(frozen=True)
class Wording:
    subject: str
    text: str


def worded(template: str, **values: str) -> Wording:
    """A template with its places filled. Raises KeyError for a place that was given nothing."""
    subject, text = _template(template)
    return Wording(subject.format_map(values), text.format_map(values))


@cache
def _template(name: str) -> tuple[str, str]:
    first, _, rest = (TEMPLATES / f"{name}.txt").read_text(encoding="utf-8").partition("\n")
    return first.removeprefix("Subject: "), rest.lstrip("\n")


def when(day: date, at: time | None) -> str:
    """“Tuesday 14 March 2017 at 10:00”."""
    return weekday_and_date(day) + (f" at {at:%H:%M}" if at else "")


def how(review: Review) -> str:
    """“hybrid”; a review that says nothing of it is held in a way still to be settled."""
    return HOW.get(review.mode, "how it is held is still to be settled")


def list_of(turns: Sequence[Turn], reviews: Iterable[Review], on: date) -> str:
    """Overdue, to do, and the reviews booked; a line each, without a name."""
    late = _lines(turn for turn in turns if turn.is_late(on))
    to_do = _lines(turn for turn in turns if not turn.is_late(on))
    held = [f"- {when(one.planned_on, one.planned_at)}, {how(one)}" for one in reviews]
    parts = [("Overdue", late), ("To do", to_do), ("Reviews booked", held)]
    return "\n\n".join("\n".join([title, *lines]) for title, lines in parts if lines)


def _lines(turns: Iterable[Turn]) -> list[str]:
    """The same asked of several children is one line: without their names it would be the same line again."""
    counted = Counter(_line(turn) for turn in turns)
    return [line if count == 1 else f"{line}, {count} times" for line, count in counted.items()]


def _line(turn: Turn) -> str:
    """“- Papers for the review: by Thursday 9 March 2017 (report, health plan)”."""
    missing = f" ({', '.join(turn.missing)})" if turn.missing and turn.what is What.PAPERS else ""
    by = f": by {weekday_and_date(turn.due)}" if turn.due else ""
    return f"- {turn.what}{by}{missing}"
