"""What the authorities of the region returned as their mean caseloads, side by side, as they were entered."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean

from holdfast.reports.annual.material import Material
from holdfast.reports.content import Block, Cell, Column, Kind, Paragraph, Row, Table, Unit, paragraph
from holdfast.reports.inputs import Regional
from holdfast.reports.printing import half_up, whole

KEY = "regional_caseload"
#: decimals of a mean of returns, as it is printed and as it is checked
_PLACES = 1


def blocks(material: Material) -> tuple[Block, ...]:
    """The sentence and the table; nothing where nothing was entered."""
    entered = material.inputs.regional if material.inputs else ()
    return (said(entered), table(entered)) if entered else ()


def said(entered: Sequence[Regional]) -> Paragraph:
    """'For November 2016, 8 of 11 authorities sent a return. Their mean caseload was 75.6, and 72.3 without ours …'"""
    latest = [one for one in entered if one.collected == _collections(entered)[-1]]
    everybody, others = mean(latest), mean([one for one in latest if not one.is_us])
    authorities = sorted({one.authority for one in entered})
    words = f"For {latest[0].collected}, {whole(everybody.numerator or 0)} of {whole(len(authorities))} authorities of "
    words += "the region sent a return."
    if everybody.value is not None:
        words += f" The mean of their caseloads was {half_up(everybody.value, _PLACES)}"
        ours = [one.value for one in latest if one.is_us and one.value is not None]
        if ours and others.value is not None:
            words += (
                f", and {half_up(others.value, _PLACES)} without ours, which was {_number(ours[0])} "
                f"({whole(others.numerator or 0)} other returns)"
            )
        words += "."
    return paragraph(
        f"{words} The services differ in what their officers do, so the figures show a range, no rank."
    )


def table(entered: Sequence[Regional]) -> Table:
    """A row for each authority, then how many returned and what they had on average, with ourselves and without."""
    collections = _collections(entered)
    found = {(one.authority, one.collected): one for one in entered}
    names = sorted({one.authority for one in entered}, key=lambda name: (_is_us(name, entered), name))
    each = [[found.get((name, when)) for name in names] for when in collections]
    others = [[one for one in column if one is None or not one.is_us] for column in each]
    rows = [
        Row(
            name,
            (
                Cell(Unit.TEXT, text=_role(name, entered)),
                *(_cell(found.get((name, when))) for when in collections),
            ),
        )
        for name in names
    ]
    nothing = Cell(Unit.TEXT)
    rows += [
        Row("Returns received", (nothing, *(_received(column) for column in each)), base=True),
        Row("Mean of the returns", (nothing, *(mean(column) for column in each)), base=True),
        Row("Mean without ours", (nothing, *(mean(column) for column in others)), base=True),
    ]
    return Table(
        key=KEY,
        caption="Average caseload of a reviewing officer in the region, as each authority returned it",
        row_heading="Authority",
        columns=(
            Column("Whom the officers serve", words=True),
            *(Column(when, published=True) for when in collections),
        ),
        rows=tuple(rows),
        kind=Kind.COUNT,
        notes=(
            "Entered as each authority returned it; none of it is counted here. “No return” is no nought: it stands in "
            "no mean. A mean is over the authorities that sent a return, each weighing the same.",
        ),
        source="; ".join(dict.fromkeys(one.source for one in entered)) + ".",
    )


def mean(column: Sequence[Regional | None]) -> Cell:
    """The mean over those that returned a value, with how many did of how many there are."""
    values = [one.value for one in column if one is not None and one.value is not None]
    return Cell(
        Unit.MEAN_OF_RETURNS,
        value=float(half_up(fmean(values), _PLACES)) if values else None,
        numerator=len(values),
        denominator=len(column),
    )


def _received(column: Sequence[Regional | None]) -> Cell:
    numerator = sum(one is not None and one.value is not None for one in column)
    return Cell(Unit.TEXT, text=f"{whole(numerator)} of {whole(len(column))}")


def _cell(one: Regional | None) -> Cell:
    if one is None or one.value is None:
        return Cell(Unit.TEXT, text="No return", published=True)
    return Cell(Unit.TEXT, text=_number(one.value), published=True)


def _number(value: float) -> str:
    return whole(int(value)) if value == int(value) else str(half_up(value, 1))


def _collections(entered: Sequence[Regional]) -> list[str]:
    """The collections in the order in which they were entered: oldest first."""
    return list(dict.fromkeys(one.collected for one in entered))


def _is_us(name: str, entered: Sequence[Regional]) -> bool:
    return any(one.is_us for one in entered if one.authority == name)


def _role(name: str, entered: Sequence[Regional]) -> str:
    """The role of the latest collection that says one."""
    said = [one.role for one in entered if one.authority == name and one.role]
    return said[-1] if said else ""
