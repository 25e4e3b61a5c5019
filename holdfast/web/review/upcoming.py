"""Reviews to book and to prepare: due and not booked, or booked and not ready; filters in the address."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import QueryDict

from holdfast.casework.preparing.queries import WHAT_A_REVIEW_NEEDS, Readiness, readiness
from holdfast.casework.reviews.models import Review, ReviewKind
from holdfast.domain.limits import Book
from holdfast.domain.timescales import Due
from holdfast.domain.tracks.claim import Claim
from holdfast.web.child_now import ChildNow

NOBODY = "nobody"
SHOW = {
    "all": "All of them",
    "book": "Still to book",
    "prepare": "Booked, something missing",
    "held": "Under way",
}
WITHIN = {"28": "In the next 4 weeks", "56": "In the next 8 weeks", "0": "Late", "all": "At any time"}


@dataclass(frozen=True)
class Line:
    """Something due for a child that is not booked (``review`` None), or a review that is booked or under way."""

    now: ChildNow
    kind: ReviewKind
    claim: Claim | None
    review: Review | None
    ready: Readiness | None

    @property
    def day(self) -> date | None:
        """The day the list is ordered by: planned, else due."""
        if self.review is not None:
            return self.review.planned_on or self.review.held_on
        return self.claim.last_day if self.claim else None

    @property
    def due(self) -> date | None:
        return self.claim.last_day if self.claim else None

    @property
    def book_by(self) -> date | None:
        """The last working day for it, where nothing is booked and its last day is none."""
        due = self.claim.due if self.claim and self.review is None else None
        return due.book_by if isinstance(due, Due) and due.book_by != due.last_day else None

    @property
    def is_late(self) -> bool:
        """Time is passing the child by: due and past, and not held."""
        held = self.review is not None and self.review.held_on is not None
        return not held and self.due is not None and self.due < self.now.on

    @property
    def planned_too_late(self) -> bool:
        planned = self.review.planned_on if self.review else None
        return bool(planned and self.due and planned > self.due and not self.review.held_on)

    @property
    def show(self) -> str:
        if self.review is None:
            return "book"
        if self.review.held_on is not None:
            return "held"
        return "prepare" if self.ready and self.ready.missing else "ready"


@dataclass(frozen=True)
class UpcomingFilters:
    """What the address asks for. Values that are not understood count as not given."""

    show: str = "all"
    within: str = "28"
    iro: str = ""
    kind: str = ""
    page: int = 1

    @classmethod
    def read(cls, query: QueryDict) -> UpcomingFilters:
        page = query.get("page", "1")
        return cls(
            show=_one_of(query.get("show", "all"), SHOW, "all"),
            within=_one_of(query.get("within", "28"), WITHIN, "28"),
            iro=query.get("iro", "")[:40],
            kind=_one_of(query.get("kind", ""), dict(ReviewKind.choices), ""),
            page=int(page) if page.isdecimal() and 0 < int(page) < 100_000 else 1,
        )

    def with_(self, **changes: object) -> str:
        """The query of an address with these filters, some of them changed; back on the first page unless said."""
        changed = replace(self, **{"page": 1, **changes})
        given = {k: v for k, v in vars(changed).items() if v != getattr(UpcomingFilters(), k)}
        return "?" + urlencode(given) if given else "?"

    def hold(self, lines: Iterable[Line]) -> list[Line]:
        """The lines that fit, the earliest first; those without a day at the end."""
        fitting = [line for line in lines if self.fits(line)]
        return sorted(fitting, key=lambda x: (x.day is None, x.day or date.max, x.now.title.casefold()))

    def fits(self, line: Line) -> bool:
        return (
            self.show in ("all", line.show)
            and (not self.kind or line.kind == self.kind)
            and (not self.iro or self.iro == (str(line.now.iro.id) if line.now.iro else NOBODY))
            and self._in_time(line)
        )

    def _in_time(self, line: Line) -> bool:
        if self.within == "all":
            return True
        if self.within == "0":
            return line.is_late
        days = [day for day in (line.day, line.due) if day is not None]
        return bool(days) and min(days) <= line.now.on + timedelta(days=int(self.within))


def lines_of(children: list[ChildNow], in_hand: QuerySet[Review], on: date, book: Book) -> list[Line]:
    """Every line of these children; ``in_hand``: their reviews that are. Four queries, however many."""
    needed = [name for name in WHAT_A_REVIEW_NEEDS if name != "seen_before"]
    booked: dict[int, list[Review]] = {}
    for review in in_hand.select_related("seen_before").prefetch_related(*needed):
        booked.setdefault(review.child_id, []).append(review)
    found: list[Line] = []
    for now in children:
        found += _lines_of_one(now, booked.get(now.child.pk, []), on, book)
    return found


def _lines_of_one(now: ChildNow, reviews: list[Review], on: date, book: Book) -> list[Line]:
    lines, left = [], list(reviews)
    for claim in now.claims:
        if claim.kind not in ReviewKind.values:
            continue  # a core group is no review
        mine = next((r for r in left if r.kind == claim.kind and _plan(r) in (None, claim.plan)), None)
        if mine is not None:
            left.remove(mine)
        elif claim.last_day is None:
            continue  # its day cannot be told from the records: the child's page says why
        lines.append(_line(now, ReviewKind(claim.kind), claim, mine, on, book))
    return lines + [_line(now, ReviewKind(r.kind), None, r, on, book) for r in left]


def _line(
    now: ChildNow, kind: ReviewKind, claim: Claim | None, review: Review | None, on: date, book: Book
) -> Line:
    return Line(now, kind, claim, review, readiness(review, on, book) if review else None)


def _plan(review: Review) -> int | None:
    return review.protection_id or review.need_plan_id


def _one_of(value: str, choices: dict[str, str], default: str) -> str:
    return value if value in choices else default
