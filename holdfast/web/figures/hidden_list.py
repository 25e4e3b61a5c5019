"""What is hidden from the public in a report, with its number and why: for those inside who may see every figure."""

from __future__ import annotations

from dataclasses import dataclass

from holdfast.indicators.publishing.protection import HiddenLine
from holdfast.indicators.registry import group_of, indicator
from holdfast.reports import public
from holdfast.reports.inputs import Inputs
from holdfast.web.figures.presenters import in_words


@dataclass(frozen=True)
class HiddenRow:
    """One figure: its row and period, the number that is hidden, and why."""

    label: str
    period: str
    number: str
    why: str


@dataclass(frozen=True)
class HiddenTable:
    title: str
    rows: list[HiddenRow]


@dataclass(frozen=True)
class HiddenFigures:
    """Everything that is hidden, table by table. ``threshold``: the greatest count that is small."""

    tables: list[HiddenTable]
    threshold: int

    @property
    def total(self) -> int:
        return sum(len(table.rows) for table in self.tables)


def hidden_figures(inputs: Inputs) -> HiddenFigures:
    """What ``components/hidden_figures/hidden_figures.html`` needs, as ``hidden``."""
    by_table: dict[str, list[HiddenRow]] = {}
    for line in public.protected(inputs).hidden:
        title = indicator(line.figure.table).title
        by_table.setdefault(f"{title}, as we published it" if line.published else title, []).append(
            _row(line)
        )
    return HiddenFigures([HiddenTable(*each) for each in by_table.items()], inputs.threshold)


def _row(line: HiddenLine) -> HiddenRow:
    group = group_of(line.figure)
    if line.published:
        number = f"{line.figure.numerator:,}"
    else:
        main, under = in_words(group, line.figure)
        number = f"{main} ({under})" if under else main
    return HiddenRow(group.label, line.figure.period, number, line.why)
