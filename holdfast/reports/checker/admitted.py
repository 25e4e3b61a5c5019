"""What a report says of its own numbers: sums that it admits, percentages it rounded, figures it only repeats."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from holdfast.reports.checker.cells import plain
from holdfast.reports.checker.findings import Finding, Sure
from holdfast.reports.checker.printed import ReadTable, Report, Said

#: rules whose findings are settled by a note that gives the sum alone
_SUMS = ("sum", "hundred")
_GIVES_SUM = re.compile(r"\b(?:add|adds|sum|sums|come|comes) (?:up )?to\b(.*)", re.I)
_ROUNDED = re.compile(
    r"\bround(?:ed|ing)\b.{0,80}\b(?:may|might|do|does|will|need|can) ?not\b.{0,30}\b(?:add|sum|total|come)",
    re.I,
)
_QUOTED = re.compile(r"\bpublished\b|\bas (?:printed|reported) (?:then|before|in)\b", re.I)
_YEAR = re.compile(r"\b\d{4}/\d{2}\b")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def weighed(report: Report, found: Sequence[Finding]) -> list[Finding]:
    """The findings less those the report itself accounts for; what it only repeats is to be looked at.

    A note under a table that gives the right sum ('the groups add up to 221') settles a wrong total, and one that
    gives both numbers ('63 of 474 is 13.3%; 13.2% is printed as published') settles any slip. A sentence anywhere
    that rounded percentages may not add up to 100 settles those that rounding alone explains. A column headed as
    published elsewhere is not the author's to change: its findings are true, and no more than to be looked at.
    """
    notes = _notes(report)
    rounds = any(_ROUNDED.search(said.text) for said in report.said)
    kept = []
    for one in found:
        if one.rule == "hundred" and one.sure is Sure.LOOK and rounds:
            continue
        if one.table is not None and one.column is not None and _is_told(one, notes.get(id(one.table), ())):
            continue
        kept.append(_repeated(one) if _is_quoted(one) else one)
    return kept


def _notes(report: Report) -> dict[int, list[str]]:
    """By table, the paragraphs that stand under it without a number of their own."""
    notes: dict[int, list[str]] = {}
    table: ReadTable | None = None
    for item in report.items:
        if isinstance(item, ReadTable):
            table = item
        elif not isinstance(item, Said) or item.number:
            table = None
        elif table is not None:
            notes.setdefault(id(table), []).append(item.text)
    return notes


def _is_told(one: Finding, notes: Sequence[str]) -> bool:
    """A sentence of a note gives what the parts add up to, or the number that is printed beside the right one."""
    printed, right = _first(one.printed), _first(one.expected)
    summed = printed if one.rule == "hundred" else right
    for note in notes:
        for sentence in _SENTENCE.split(_YEAR.sub("", plain(note))):
            numbers = set(_NUMBER.findall(sentence))
            gives = _GIVES_SUM.search(sentence) if one.rule in _SUMS else None
            if ({printed, right} <= numbers and _QUOTED.search(sentence)) or (
                gives and summed in _NUMBER.findall(gives[1])
            ):
                return True
    return False


def _first(text: str) -> str:
    found = _NUMBER.match(plain(text))
    return found[0] if found else "-"


def _is_quoted(one: Finding) -> bool:
    if one.table is None or one.column is None:
        return False
    return any(_QUOTED.search(part) for part in one.table.columns[one.column])


def _repeated(one: Finding) -> Finding:
    sentence = f"{one.sentence} The column repeats what was published: say so under the table, or put it right there."
    return replace(one, sure=Sure.LOOK, sentence=sentence)
