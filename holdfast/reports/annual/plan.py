"""The work plan and the recommendations as tables and paragraphs of the report, from what is entered beside it."""

from __future__ import annotations

from collections.abc import Sequence

from holdfast.reports.annual.material import Material
from holdfast.reports.content import DASH, Block, Cell, Column, Kind, Row, Table, Unit, paragraph
from holdfast.reports.inputs import ActionLine, AimLine, RecommendationLine
from holdfast.reports.printing import long_day

SOURCE = "The service's work plan."


def _aims(material: Material, year_ending: int) -> list[AimLine]:
    aims = material.inputs.aims if material.inputs else ()
    return [aim for aim in aims if aim.year_ending == year_ending]


def progress(material: Material) -> tuple[Block, ...]:
    """Each action of the year's plan with what became of it; nothing where no plan is entered."""
    aims = _aims(material, material.year.ending)
    if not aims:
        return ()
    rows = [_progress_row(aim, action) for aim in aims for action in aim.actions]
    table = Table(
        key="progress_plan",
        caption=f"Progress with the work plan {material.year}",
        row_heading="Aim",
        columns=(Column("Action", words=True), Column("State", words=True), Column("Progress", words=True)),
        rows=tuple(rows),
        kind=Kind.TEXT,
        source=SOURCE,
    )
    return (table,)


def _progress_row(aim: AimLine, action: ActionLine) -> Row:
    said = " ".join(
        f"{long_day(line.said_on)}: {line.text}{f' Evidence: {line.evidence}' if line.evidence else ''}"
        for line in action.progress
    )
    return Row(aim.title, _words(action.text, action.state, said))


def to_come(material: Material) -> tuple[Block, ...]:
    """The plan of the year after: each action with its owner and its day; nothing where none is entered."""
    ending = material.year.ending + 1
    aims = _aims(material, ending)
    if not aims:
        return ()
    rows = [
        Row(aim.title, _words(action.text, action.owner, long_day(action.due_on) if action.due_on else ""))
        for aim in aims
        for action in aim.actions
    ]
    table = Table(
        key="priorities_plan",
        caption=f"Work plan {ending - 1}/{ending % 100:02d}",
        row_heading="Aim",
        columns=(Column("Action", words=True), Column("Owner", words=True), Column("By", words=True)),
        rows=tuple(rows),
        kind=Kind.TEXT,
        notes=tuple(_themes(aims)),
        source=SOURCE,
    )
    return (table,)


def _themes(aims: Sequence[AimLine]) -> list[str]:
    return [f"{aim.title}: of the council's themes {', '.join(aim.themes)}." for aim in aims if aim.themes]


def _words(*texts: str) -> tuple[Cell, ...]:
    return tuple(Cell(Unit.TEXT, text=text or DASH) for text in texts)


def asked(material: Material) -> tuple[Block, ...]:
    """What the board is asked this year, one numbered paragraph each."""
    return tuple(
        paragraph(f"{one.text.rstrip('.')}.{f' {one.reason}' if one.reason else ''}")
        for one in _recommendations(material, material.year.ending)
    )


def answered(material: Material) -> tuple[Block, ...]:
    """What the board was asked the year before, what it decided, and what became of it."""
    before = _recommendations(material, material.before.ending)
    if not any(one.decisions or one.follow_ups for one in before):
        return ()
    table = Table(
        key="recommendations_before",
        caption=f"Recommendations of {material.before}, and what became of them",
        row_heading="Recommendation",
        columns=(Column("Decided", words=True), Column("Since then", words=True)),
        rows=tuple(Row(one.text, _words(_decided(one), _since(one))) for one in before),
        kind=Kind.TEXT,
        source="The service's record of the board's decisions.",
    )
    return (table,)


def _recommendations(material: Material, year_ending: int) -> list[RecommendationLine]:
    said = material.inputs.recommendations if material.inputs else ()
    return [one for one in said if one.year_ending == year_ending]


def _decided(one: RecommendationLine) -> str:
    return " ".join(
        f"{line.body}, {long_day(line.met_on)}: {line.decided}.{f' {line.text}' if line.text else ''}"
        for line in one.decisions
    )


def _since(one: RecommendationLine) -> str:
    return " ".join(f"{long_day(line.said_on)}: {line.text}" for line in one.follow_ups)
