"""Steps of a year as a from-to table, how many came back, and the time in each tier, in words and with n and N."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from holdfast.casework.people.models import Child
from holdfast.casework.tiers.models import StepReason
from holdfast.domain.tier_flow import Flow, Route, Share
from holdfast.domain.tiers import BACK_WITHIN, Step, Tier
from holdfast.indicators.rounding import in_percent
from holdfast.web.tiers.words import back_words, days_words

#: from the most to the least, as they stand in the table
TIERS = tuple(sorted(Tier, key=lambda tier: -tier.rank))


def percentage(share: Share) -> str:
    """“33.3% (1 of 3)”, or that it is too early to tell of any."""
    if not share.of:
        return "Too early to tell"
    value = (Decimal(100 * share.n) / share.of).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{in_percent(value)} ({share.n} of {share.of})"


@dataclass(frozen=True)
class Cell:
    """``count`` is None where nobody can step: from a tier to itself."""

    to_tier: Tier
    count: int | None
    address: str

    @property
    def is_zero(self) -> bool:
        return self.count == 0


@dataclass(frozen=True)
class MatrixRow:
    from_tier: Tier
    cells: tuple[Cell, ...]
    total: int


def matrix(flow: Flow, address: str) -> list[MatrixRow]:
    """``address``: of the steps behind a count, without the two tiers; blank for who may not see them."""
    rows = []
    for from_tier in TIERS:
        cells = [_cell(flow, from_tier, to_tier, address) for to_tier in TIERS]
        rows.append(MatrixRow(from_tier, tuple(cells), sum(cell.count or 0 for cell in cells)))
    return rows


def _cell(flow: Flow, from_tier: Tier, to_tier: Tier, address: str) -> Cell:
    if from_tier is to_tier:
        return Cell(to_tier, None, "")
    route = flow.route(from_tier, to_tier)
    count = len(route.steps) if route else 0
    opens = f"{address}&from={from_tier}&to={to_tier}" if address and count else ""
    return Cell(to_tier, count, opens)


@dataclass(frozen=True)
class RouteLine:
    """A way that children went, and how many came back."""

    route: Route

    @property
    def name(self) -> str:
        way = "Step up" if self.route.is_up else "Step down" if self.route.is_down else "Step"
        return f"{way}: {self.route.from_tier.words} to {self.route.to_tier.words}"

    @property
    def back(self) -> list[tuple[int, str]]:
        return [(months, percentage(self.route.back[months])) for months in BACK_WITHIN]


@dataclass(frozen=True)
class TimeLine:
    tier: str
    ended: int
    ended_words: str
    open: int
    open_words: str


def times(flow: Flow) -> list[TimeLine]:
    return [
        TimeLine(one.tier.words, one.ended, days_words(one.ended_days), one.open, days_words(one.open_days))
        for one in flow.times
    ]


def matrix_lines(flow: Flow) -> Iterator[tuple[object, ...]]:
    """The same as rows of a file: every way there is, zero or not."""
    for from_tier in TIERS:
        for to_tier in TIERS:
            if from_tier is to_tier:
                continue
            route = flow.route(from_tier, to_tier)
            shares = [route.back[months] if route else Share(0, 0) for months in BACK_WITHIN]
            numbers = [number for share in shares for number in (share.n, share.of)]
            yield (from_tier.words, to_tier.words, len(route.steps) if route else 0, *numbers)


MATRIX_HEADER = (
    "From",
    "To",
    "Steps",
    *(f"{what} within {months} months" for months in BACK_WITHIN for what in ("Back", "Of those to tell,")),
)


@dataclass(frozen=True)
class StepRow:
    """One step in the list behind a number."""

    step: Step
    child: Child
    said: StepReason | None
    backs: dict[int, bool | None]

    @property
    def back(self) -> str:
        return back_words(self.step, self.backs)

    @property
    def way(self) -> str:
        return f"{self.step.from_tier.words} to {self.step.to_tier.words}"


def step_rows(
    found: Iterable[tuple[Step, dict[int, bool | None]]],
    children: dict[int, Child],
    reasons: dict[tuple[int, date], StepReason],
) -> list[StepRow]:
    """Newest first, only of the children given."""
    rows = [
        StepRow(step, children[int(step.child)], reasons.get((int(step.child), step.on)), backs)
        for step, backs in found
        if step.child in children
    ]
    return sorted(rows, key=lambda row: (row.step.on, row.child.pk), reverse=True)
