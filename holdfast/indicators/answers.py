"""The share answered, in a sentence beside a table: a blank is not "no"."""

from __future__ import annotations

from collections.abc import Iterable

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.figure import Answered
from holdfast.indicators.registry import indicator
from holdfast.indicators.rounding import in_percent, percentage


def sentence(answers: Iterable[Answered], table: str, year: ReportingYear) -> str:
    """'Answered: Dental check: 120 of 141 (85.1%); ...' for the year; empty where the table asks nothing."""
    labels = {group.key: group.answers_to or group.label for group in indicator(table).groups_for(year)}
    said = [
        f"{labels[one.group]}: {_words(one)}"
        for one in answers
        if one.table == table and one.period == year.name
    ]
    return f"Answered: {'; '.join(said)}." if said else ""


def _words(one: Answered) -> str:
    """'120 of 141 (85.1%)'; 'c of 141' where the public may not read it."""
    if one.answered is None or one.asked is None:
        return " of ".join("c" if number is None else f"{number:,}" for number in (one.answered, one.asked))
    share = percentage(one.answered, one.asked)
    return f"{one.answered:,} of {one.asked:,}" + ("" if share is None else f" ({in_percent(share)})")
