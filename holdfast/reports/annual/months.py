"""Protection plans month by month: a table with a row for each month, and the line drawn from it."""

from __future__ import annotations

from holdfast.indicators.registry import indicator
from holdfast.reports.annual.material import Material
from holdfast.reports.annual.tables import ours
from holdfast.reports.content import Chart, Column, Kind, Row, Series, Table, Unit
from holdfast.reports.printing import long_day, whole

OF = "protection_plans"


def table(material: Material) -> Table:
    """A row for each month: open at its end, started in it, ended in it."""
    about = indicator(OF)
    groups = about.groups_for(material.year)
    rows = [
        Row(
            f"{month.ends:%B %Y}",
            tuple(ours(material.figure(OF, group.key, month.name), Unit.COUNT) for group in groups),
        )
        for month in material.year.months
    ]
    return Table(
        key=OF,
        caption=f"{about.title}, {material.year}",
        row_heading="Month",
        columns=tuple(Column(group.label) for group in groups),
        rows=tuple(rows),
        kind=Kind.COUNT,
        base=about.row_is,
        notes=(about.note,),
        source=f"{material.source}.",
    )


def chart(material: Material) -> Chart:
    """Protection plans open at the end of each month."""
    months = material.year.months
    counts = [material.figure(OF, "open", month.name).numerator for month in months]
    said = ["not published (c)" if n is None else whole(n) for n in counts]
    words = ", ".join(f"{long_day(month.ends)} {n}" for month, n in zip(months, said, strict=True))
    caption = f"Protection plans open at the end of each month, {material.year}"
    return Chart(
        key=f"{OF}-chart",
        caption=caption,
        alt=f"Line chart. {caption}: {words}.",
        table=OF,
        shape="line",
        axis="Protection plans open",
        categories=tuple(month.ends.isoformat() for month in months),
        series=(
            Series(
                "Counted from our records",
                tuple(None if n is None else float(n) for n in counts),
                hidden=tuple(place for place, n in enumerate(counts) if n is None),
            ),
        ),
    )
