"""Packs as pages name them: whose, of which quarter, and where a reader or the manager stands with one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from holdfast.casework.editions.models import Edition, PackPlan, Receipt, State
from holdfast.casework.editions.packs_queries import period_of
from holdfast.domain import packs as law
from holdfast.domain.reporting_year import Period
from holdfast.domain.resolution.categories import group_label
from holdfast.domain.wording import long_date, weekday_and_date
from holdfast.web.due import how_far


def whose(team: str, theme: str) -> str:
    """“Children in care team”, “Concerns: practice” or “The whole service”."""
    return team or (f"Concerns: {group_label(theme).lower()}" if theme else "The whole service")


def title_of(edition: Edition) -> str:
    return f"Quarterly pack {period_of(edition).name}"


def moment(day: date) -> datetime:
    """This moment of the clock on the day the pages speak of."""
    return timezone.make_aware(datetime.combine(day, timezone.localtime().time()))


def day_of(at: datetime) -> date:
    return timezone.localtime(at).date()


@dataclass(frozen=True)
class PackRow:
    """A pack sent to the reader. No child stands in a pack, so that nothing of it is red."""

    receipt: Receipt
    on: date

    @property
    def edition(self) -> Edition:
        return self.receipt.edition

    @property
    def title(self) -> str:
        return title_of(self.edition)

    @property
    def whose(self) -> str:
        return whose(self.edition.team, self.edition.plan.theme if self.edition.plan else "")

    @property
    def is_new(self) -> bool:
        return self.receipt.opened_at is None

    @property
    def is_answered(self) -> bool:
        return bool(self.receipt.answers.all())

    @property
    def asks(self) -> bool:
        return self.receipt.answer_by is not None and not self.is_answered

    @property
    def sent(self) -> str:
        return long_date(day_of(self.receipt.sent_at))

    @property
    def read(self) -> str:
        at = self.receipt.opened_at
        return "Not opened yet" if at is None else f"First opened on {long_date(day_of(at))}"

    @property
    def answer(self) -> str:
        """“Answer by Friday 5 May 2017, in 3 working days”, “Answered on …”, “No answer is asked”.

        Once the day has passed nobody is blamed for it.
        """
        given = list(self.receipt.answers.all())
        if given:
            return f"Answered on {long_date(day_of(given[-1].answered_at))}"
        if self.receipt.answer_by is None:
            return "No answer is asked"
        by = self.receipt.answer_by
        if by < self.on:
            return f"An answer was asked for by {weekday_and_date(by)}; none is recorded yet"
        return f"Answer by {weekday_and_date(by)}, {how_far(by, self.on)}"


@dataclass(frozen=True)
class ManagedRow:
    """A pack as the manager sees it: its state, when it is due, and how many read and answered it."""

    edition: Any
    on: date

    @property
    def period(self) -> Period:
        return period_of(self.edition)

    @property
    def whose(self) -> str:
        return whose(self.edition.team, self.edition.plan.theme)

    @property
    def is_sent(self) -> bool:
        return self.edition.state == State.PUBLISHED

    @property
    def state(self) -> str:
        return "Sent" if self.is_sent else "Draft: to be read and sent"

    @property
    def due(self) -> str:
        day = law.due(self.period, self.edition.plan.due_days)
        return long_date(day) if self.is_sent else f"{weekday_and_date(day)}, {how_far(day, self.on)}"


@dataclass(frozen=True)
class PlanRow:
    """A plan, the last quarter that has ended, and its pack of that quarter if there is one."""

    plan: PackPlan
    period: Period
    made: bool
    on: date

    @property
    def whose(self) -> str:
        return whose(self.plan.team, self.plan.theme)

    @property
    def readers(self) -> int:
        return len(self.plan.readers.all())

    @property
    def until(self) -> str:
        return long_date(self.plan.to_date) if self.plan.to_date else "until further notice"

    @property
    def may_be_prepared(self) -> bool:
        return not self.made and law.is_wanted(self.period, self.plan.from_date, self.plan.to_date)

    @property
    def next(self) -> str:
        """When the draft of the last quarter is prepared by itself, or that it is there."""
        if self.made:
            return f"The pack of {self.period.name} is prepared."
        if not law.is_wanted(self.period, self.plan.from_date, self.plan.to_date):
            return f"None for {self.period.name}."
        day = law.prepared_from(self.period, self.plan.due_days)
        return f"{self.period.name} is prepared from {long_date(day)} on."
