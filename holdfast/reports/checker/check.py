"""Every rule over a report, each slip once, in the order of print."""

from __future__ import annotations

from collections.abc import Iterable

from holdfast.reports.checker.admitted import weighed
from holdfast.reports.checker.findings import Finding, Sure
from holdfast.reports.checker.printed import Report
from holdfast.reports.checker.rules import (
    across,
    averages,
    hundred,
    numbering,
    quarters,
    references,
    sentences,
    shares,
    sums,
)
from holdfast.reports.checker.rules.figures import all_figures

#: more slips than these are not listed: the file is then read wrongly, or is no report
MOST_FINDINGS = 1_000
_RULES = (sums, quarters, shares, hundred, averages, across, sentences, numbering, references)
_HOW_SURE = list(Sure)


def check(report: Report) -> list[Finding]:
    """What does not agree in a report: first what tables hold, in their order, then text, numbering, references."""
    tables = all_figures(report)
    found: list[Finding] = []
    for rule in _RULES:
        found += rule.find(tables, report)
        if len(found) > MOST_FINDINGS:
            break
    found += sentences.repeated(report, found)
    order = {id(table): at for at, table in enumerate(report.tables)}
    once = weighed(report, _each_once(found))
    last = len(order)
    return sorted(
        once,
        key=lambda one: (
            order.get(id(one.table), last),
            -1 if one.row is None else one.row,
            -1 if one.column is None else one.column,
        ),
    )[:MOST_FINDINGS]  # fmt: skip


def _each_once(found: Iterable[Finding]) -> list[Finding]:
    """Of several findings of one rule in one cell the surest stays, the first of two alike."""
    kept: dict[tuple[object, ...], Finding] = {}
    for one in found:
        key: tuple[object, ...] = (one.kind, one.where, one.sentence)
        if one.column is not None:
            key = (one.kind, one.rule, id(one.table), one.row, one.column)
        if key not in kept or _HOW_SURE.index(one.sure) < _HOW_SURE.index(kept[key].sure):
            kept[key] = one
    return list(kept.values())
