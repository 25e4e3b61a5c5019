"""Limits, the remit and posts in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from holdfast.casework.people.models import Worker
from holdfast.casework.service.models import OwnLimit, Remit, RemitKind
from holdfast.domain import limits
from holdfast.domain.limits import Book, Limit, LimitNotHeld, Rule
from holdfast.domain.wording import long_date

CERTAINTY = {
    "H": "Seen in the law, guidance or decision itself",
    "M": "Seen on a page that tells of it",
    "L": "From general knowledge: check it before you rely on it",
}
#: the rules under the heading that their id begins with
GROUPS = {
    "iro": "Naming an officer",
    "review": "Reviews of children in care",
    "midway": "Midway checks",
    "adoption": "Adoption",
    "short-breaks": "Short breaks",
    "fostering": "Long-term fostering",
    "conference": "Child protection",
    "need": "Children in need",
    "caseload": "Caseloads",
}
OTHERS = "Other rules"
#: A registration that runs out within this many days is pointed at.
RUNS_OUT_SOON = 60


@dataclass(frozen=True)
class InForce:
    """One rule as it stands on a day: what holds, the council's own beside the national one."""

    rule: Rule
    holds: Limit | None
    own: bool
    national: Limit | None

    @property
    def value(self) -> str:
        if self.holds is None:
            return "Off"
        return f"At least {self.holds.wording}" if self.rule.at_least else self.holds.wording

    @property
    def sureness(self) -> str:
        return CERTAINTY[self.holds.certainty] if self.holds else ""

    @property
    def source(self) -> str:
        return self.holds.source if self.holds else ""

    @property
    def note(self) -> str:
        """What stands beside an own limit, or beside a rule that is off."""
        if self.own and self.national:
            return f"National: {self.national.wording}"
        if self.own:
            return "No national limit"
        if self.holds is None and self.rule.suggestion:
            return f"Others: {self.rule.suggestion.wording} ({self.rule.suggestion.source})"
        return ""

    @property
    def who(self) -> str:
        if self.holds is None:
            return "Nobody has entered one"
        return "Our own" if self.own else "National"


def in_force(book: Book, on: date) -> list[tuple[str, list[InForce]]]:
    """Every rule under its heading."""
    grouped: dict[str, list[InForce]] = {}
    for rule in limits.rules():
        heading = GROUPS.get(rule.rule_id.split(".")[0], OTHERS)
        grouped.setdefault(heading, []).append(one_in_force(rule, book, on))
    return list(grouped.items())


def one_in_force(rule: Rule, book: Book, on: date) -> InForce:
    try:
        holds: Limit | None = book.on(rule.rule_id, on)
    except LimitNotHeld:
        holds = None
    try:
        national: Limit | None = limits.on(rule.rule_id, on)
    except LimitNotHeld:
        national = None
    return InForce(rule, holds, holds is not None and holds in book.own, national)


@dataclass(frozen=True)
class Entry:
    """One line of a rule's history. ``limit``: the record, where it is one of the council's own."""

    value: str
    who: str
    span: str
    source: str
    sureness: str
    reason: str = ""
    limit: OwnLimit | None = None
    set_by: str = ""


def history_of(rule: Rule, own: list[OwnLimit], setters: dict[str, str]) -> list[Entry]:
    """Own entries and national ones, those that began last first. ``setters``: id of an own entry -> who entered it."""
    lines = [
        (
            one.from_date,
            Entry(
                _as_limit(one).wording,
                "Our own" + (": the law changed" if one.law_changed else ""),
                span(one.from_date, one.to_date),
                one.source,
                CERTAINTY[one.certainty],
                one.reason,
                one,
                setters.get(str(one.pk), ""),
            ),
        )
        for one in own
    ]
    lines += [
        (
            x.from_date,
            Entry(x.wording, "National", span(x.from_date, x.to_date), x.source, CERTAINTY[x.certainty]),
        )
        for x in limits.table()
        if x.rule_id == rule.rule_id
    ]
    return [entry for _, entry in sorted(lines, key=lambda line: line[0], reverse=True)]


def _as_limit(one: OwnLimit) -> Limit:
    return Limit(one.rule_id, one.value, one.unit, one.from_date, one.source, one.certainty, one.to_date)


def span(first: date, last: date | None) -> str:
    """“from 1 April 2026”, “1 April 2026 to 31 March 2027”."""
    return f"{long_date(first)} to {long_date(last)}" if last else f"from {long_date(first)}"


@dataclass(frozen=True)
class RemitNow:
    """One kind of plan: whether the service reviews it on a day, and every span entered."""

    kind: RemitKind
    on: date
    spans: tuple[Remit, ...]

    @property
    def is_on(self) -> bool:
        if self.kind == RemitKind.CARE or (self.kind == RemitKind.PROTECTION and not self.spans):
            return True
        return any(
            one.from_date <= self.on and (one.to_date is None or self.on <= one.to_date) for one in self.spans
        )

    @property
    def words(self) -> str:
        if self.kind == RemitKind.CARE:
            return "Always: the law gives them to every service"
        if self.kind == RemitKind.PROTECTION and not self.spans:
            return "Yes, with no day entered"
        return "Yes" if self.is_on else "No"

    @property
    def entries(self) -> list[tuple[str, Remit]]:
        return [(span(one.from_date, one.to_date), one) for one in self.spans]


def remit_now(remits: list[Remit], on: date) -> list[RemitNow]:
    return [RemitNow(kind, on, tuple(one for one in remits if one.kind == kind)) for kind in RemitKind]


@dataclass(frozen=True)
class Person:
    """One worker with their post on a day and their registration. ``caseload``: in words, for officers."""

    worker: Worker
    on: date
    caseload: str = ""

    @property
    def url(self) -> str:
        return reverse("rules_person", args=[self.worker.public_id])

    @property
    def post(self) -> str:
        held = [
            one
            for one in self.worker.posts.all()
            if one.starts <= self.on and (one.ends is None or self.on <= one.ends)
        ]
        return ", ".join(f"{one.fte} of a post" for one in held) or "None entered"

    @property
    def registration(self) -> str:
        worker = self.worker
        said = " ".join(part for part in (worker.register_body, worker.register_number) if part)
        until = f"until {long_date(worker.register_until)}" if worker.register_until else ""
        return ", ".join(part for part in (said, until) if part) or "Not recorded"

    @property
    def warning(self) -> str:
        """“Ran out on …”, “Runs out on …” within two months; nothing otherwise."""
        until = self.worker.register_until
        if until is None:
            return ""
        if until < self.on:
            return f"Ran out on {long_date(until)}"
        return f"Runs out on {long_date(until)}" if (until - self.on).days <= RUNS_OUT_SOON else ""
