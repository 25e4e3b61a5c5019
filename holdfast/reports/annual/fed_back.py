"""What the service fed back to services and teams quarter by quarter, and what those who read it did in answer."""

from __future__ import annotations

from collections.abc import Sequence

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.rounding import percentage
from holdfast.reports.annual.material import Material
from holdfast.reports.annual.sentences import listed
from holdfast.reports.content import (
    Block,
    Cell,
    Column,
    Kind,
    Paragraph,
    Row,
    Section,
    Table,
    Unit,
    paragraph,
)
from holdfast.reports.inputs import FedBack, FedBackAnswer
from holdfast.reports.printing import long_day, percent, whole

SOURCE = "The service's record of the packs it sent."
WITHHELD = (
    "What readers answered in their own words is not published, because it could tell of a child. "
    "How many answered counts readers, not children."
)


def parts(material: Material) -> tuple[Section, ...]:
    """The part of the report; none where what is printed was kept before packs were asked about."""
    given = material.inputs.fed_back if material.inputs else None
    if given is None:
        return ()
    slot = material.slot(
        "fed_back",
        "What the service learned and fed back to teams and partners, and what it changed for children.",
    )
    return (
        Section("fed_back_part", "Feedback to services and teams", (*blocks(material.year, given), slot)),
    )


def blocks(year: ReportingYear, given: Sequence[FedBack]) -> tuple[Block, ...]:
    """How many packs were received and answered, by quarter, and each answer; a sentence where none was sent."""
    if not any(one.received for one in given):
        return (paragraph(f"No quarterly pack was sent to services or teams for {year}."),)
    tables = [_numbers(year, given)]
    if any(one.answers for one in given):
        tables.append(_answers(year, given))
    return (_said(year, given), *tables)


def _said(year: ReportingYear, given: Sequence[FedBack]) -> Paragraph:
    """'Of the quarterly packs for 2016/17, readers received 8. 5 of 8 were answered (62.5%). …'"""
    received, answered = _total(given)
    were = "was" if answered == 1 else "were"
    said = (
        "What reviews, concerns and audits show is fed back to services and teams in quarterly packs. For "
        f"{year} readers received {whole(received)}, and {whole(answered)} of {whole(received)} {were} answered "
        f"({percent(percentage(answered, received))})."
    )
    without = [one.quarter for one in given if not one.received]
    return paragraph(f"{said} No pack was sent for {listed(without)}." if without else said)


def _total(given: Sequence[FedBack]) -> tuple[int, int]:
    return sum(one.received for one in given), sum(one.answered for one in given)


def _numbers(year: ReportingYear, given: Sequence[FedBack]) -> Table:
    withheld = any(one.answered and not one.answers for one in given)
    return Table(
        key="fed_back_numbers",
        caption=f"Quarterly packs received and answered, {year}",
        row_heading="Quarter",
        columns=(Column("Received"), Column("Answered")),
        rows=(
            *(Row(one.quarter, _cells(one.received, one.answered)) for one in given),
            Row(str(year), _cells(*_total(given)), base=True),
        ),
        kind=Kind.RATE,
        base="quarterly pack sent to a reader, of the service, of a team or about one group of concerns",
        notes=(WITHHELD,) if withheld else (),
        source=SOURCE,
    )


def _cells(received: int, answered: int) -> tuple[Cell, Cell]:
    share = percentage(answered, received)
    return (
        Cell(Unit.COUNT, numerator=received),
        Cell(Unit.PERCENT, value=share, numerator=answered, denominator=received),
    )


def _answers(year: ReportingYear, given: Sequence[FedBack]) -> Table:
    return Table(
        key="fed_back_answers",
        caption=f"What was done in answer to the quarterly packs, {year}",
        row_heading="Quarter",
        columns=(Column("Who", words=True), Column("What", words=True), Column("By", words=True)),
        rows=tuple(Row(one.quarter, _words(answer)) for one in given for answer in one.answers),
        kind=Kind.TEXT,
        notes=("As those who received a pack answered. A reader may have answered more than once.",),
        source=SOURCE,
    )


def _words(answer: FedBackAnswer) -> tuple[Cell, ...]:
    texts = (answer.role, answer.text, _by(answer))
    return tuple(Cell(Unit.TEXT, text=text) for text in texts)


def _by(answer: FedBackAnswer) -> str:
    if answer.nothing_needed:
        return "Nothing needed"
    return long_day(answer.done_by) if answer.done_by else "No day given"
