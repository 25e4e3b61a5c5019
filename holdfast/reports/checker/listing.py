"""Findings as lines of a table, for a spreadsheet."""

from __future__ import annotations

from holdfast.reports.checker.findings import Finding

#: what a spreadsheet takes for a formula, in East Asian settings too, and what it passes over before it
_RUNS = tuple("=+-@＝＋－＠")
_PASSED_OVER = " \t\r\n\v\f\0\xa0\u200b\u3000\ufeff"

HEADINGS = ("Kind", "How sure", "Where", "Printed", "Should be", "Why")


def line_of(one: Finding) -> tuple[str, ...]:
    """One finding; a cell that a spreadsheet would run as a formula gets an apostrophe in front."""
    cells = (one.kind.value, one.sure.value, one.where, one.printed, one.expected, one.sentence)
    return tuple(_safe(cell) for cell in cells)


def _safe(cell: str) -> str:
    runs = cell.lstrip(_PASSED_OVER)[:1] in _RUNS or cell[:1] in ("\t", "\r")
    return f"'{cell}" if runs else cell
