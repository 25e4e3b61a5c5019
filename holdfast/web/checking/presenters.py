"""Both ratings side by side, and how far officers agree, in words with n and N."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from holdfast.casework.checking.conferences import ListedPlan
from holdfast.casework.checking.models import PeerAudit
from holdfast.casework.checking.queries import OfQuestion, agreement
from holdfast.casework.checking.rules import questions_of
from holdfast.domain.agreement import Agreement
from holdfast.domain.conference_audit import Listing
from holdfast.domain.questionnaires.answering import options
from holdfast.domain.questionnaires.questions import Question
from holdfast.domain.reporting_year import Period, ReportingYear
from holdfast.domain.wording import long_date, month_and_year
from holdfast.indicators.rounding import in_percent

NOT_ANSWERED = "Not answered"


@dataclass(frozen=True)
class Both:
    """One question with what each officer answered."""

    question: Question
    officer: str
    rater: str
    apart: int | None

    @property
    def words(self) -> str:
        if self.apart is None:
            return "No pair: one gave no judgement"
        if self.apart == 0:
            return "✓ The same"
        return (
            f"≠ {self.apart} grade{'' if self.apart == 1 else 's'} apart" if self._is_scale else "≠ Different"
        )

    @property
    def _is_scale(self) -> bool:
        return str(self.question.type) == "scale4"


def both_ratings(audit: PeerAudit) -> list[Both]:
    return [_both(question, audit) for question in questions_of(audit)]


def _both(question: Question, audit: PeerAudit) -> Both:
    given = options(question)
    labels = {one.key: one.label for one in given}
    place = {one.key: number for number, one in enumerate(given)}
    first, second = (said.get(question.key, "") for said in (audit.officer_ratings, audit.ratings))
    apart = abs(place[first] - place[second]) if first in place and second in place else None
    return Both(question, labels.get(first, NOT_ANSWERED), labels.get(second, NOT_ANSWERED), apart)


@dataclass(frozen=True)
class AgreementLine:
    """One period: the percentage with n/N, kappa, and whether there are few."""

    period: str
    found: OfQuestion

    @property
    def share(self) -> str:
        linear = self.found.linear
        if linear.percentage is None:
            return "Nothing rated"
        return f"{in_percent(linear.percentage)} ({linear.same} of {linear.pairs})"

    @property
    def linear(self) -> str:
        return kappa_words(self.found.linear)

    @property
    def quadratic(self) -> str:
        return kappa_words(self.found.quadratic)

    @property
    def has_kappa(self) -> bool:
        return self.found.linear.kappa.value is not None

    @property
    def is_small(self) -> bool:
        return bool(self.found.linear.pairs) and self.found.linear.is_small


def kappa_words(one: Agreement) -> str:
    """“0.62”, or why there is none."""
    return f"{one.kappa.value:.2f}" if one.kappa.value is not None else one.kappa.why


@dataclass(frozen=True)
class QuestionTable:
    question: Question
    lines: tuple[AgreementLine, ...]

    @property
    def is_scale(self) -> bool:
        return str(self.question.type) == "scale4"


def agreement_tables(audits: Iterable[PeerAudit], year: ReportingYear) -> list[QuestionTable]:
    """Per question the year, its quarters, and the months in which anything was rated."""
    rated = list(audits)
    periods = [
        (year.name, year.whole),
        *((quarter.name, quarter) for quarter in year.quarters),
        *((month_and_year(month.starts), month) for month in year.months if _within(rated, month)),
    ]
    found = [(name, agreement(_within(rated, period))) for name, period in periods]
    return [
        QuestionTable(of.question, tuple(AgreementLine(name, per[place]) for name, per in found))
        for place, of in enumerate(found[0][1])
    ]


def _within(audits: Iterable[PeerAudit], period: Period) -> list[PeerAudit]:
    return [one for one in audits if period.starts <= one.sample.month <= period.ends]


def because(one: ListedPlan) -> str:
    """The day that put the plan on its list."""
    day = long_date(one.listed.because_of)
    if one.listing is Listing.ENDED_AT_FIRST:
        return f"First review conference and end: {day}"
    if one.listing is Listing.OVER_15_MONTHS:
        return f"15 months were full on {day}"
    return f"An earlier plan ended on {day}"
