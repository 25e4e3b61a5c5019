"""A table of the report from an indicator, its figures, and the published figures beside them.

Columns: the quarters and the year counted from our records; then earlier years and other areas as they were
published. A group that is empty in every column is left out of print where the code list is long.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from holdfast.domain.reporting_year import Period
from holdfast.indicators.figure import Shown
from holdfast.indicators.language import Group, Indicator, Measure
from holdfast.indicators.language import Kind as IndicatorKind
from holdfast.indicators.registry import indicator
from holdfast.reports.annual.material import Material
from holdfast.reports.annual.sentences import listed
from holdfast.reports.comparators import Comparator
from holdfast.reports.content import Block, Cell, Column, FigureKey, Kind, Paragraph, Row, Table, Unit

OURS = "Counted from our records"
EARLIER, ELSEWHERE = "Published in earlier years", "Published for other areas"
LIKE_BEFORE = "Counted as the table before says."
LEFT_OUT = "Groups that are empty in every column are left out."

KINDS = {
    IndicatorKind.DISTRIBUTION: Kind.DISTRIBUTION,
    IndicatorKind.RATE: Kind.RATE,
    IndicatorKind.COUNT: Kind.COUNT,
}
UNITS = {
    Measure.SHARE: Unit.PERCENT,
    Measure.COUNT: Unit.COUNT,
    Measure.MEAN: Unit.MEAN,
    Measure.MEDIAN: Unit.MEDIAN,
    Measure.LONGEST: Unit.LONGEST,
    Measure.PER_10000: Unit.PER_10000,
    Measure.FTE: Unit.FTE,
    Measure.PER_FTE: Unit.PER_FTE,
}


@dataclass(frozen=True)
class _Place:
    """A column with what fills it: a period of ours, or (whose, period) of a published one."""

    column: Column
    period: str
    whose: str = ""


def table(
    material: Material,
    of: str,
    *,
    row_heading: str,
    base_row: str = "",
    base_group: str = "",
    groups: Sequence[str] = (),
    without: Sequence[str] = (),
    kind: Kind | None = None,
    key: str = "",
    caption: str = "",
    short: bool = False,
    codes: bool = False,
    notes: Sequence[str] = (),
    base: str = "",
    like_before: bool = False,
) -> Table:
    """The table of indicator ``of``.

    ``groups`` or ``without`` choose among its groups. ``base_row`` heads the row that gives the base of a
    distribution, which was published under ``base_group`` if not with each group. ``short`` leaves out groups
    that are empty everywhere; ``codes``
    puts the return's code before its meaning; ``base`` names the rows where the groups chosen are of others than the
    indicator's; ``like_before`` sends the reader to the table of the same indicator that
    stands before this one, where its note and the answers are. Raises FigureMissing where a figure of
    the year was not counted.
    """
    about = indicator(of)
    chosen = [
        g
        for g in about.groups_for(material.year)
        if (not groups or g.key in groups)
        and g.key not in without
        # a rate of the population is a dash where there is none
        and (g.measure is Measure.PER_10000 or not material.figures.lacks(of, g.key))
    ]
    places = _places(material, about, chosen)
    shown_as = kind or KINDS[about.kind]
    adds_up = shown_as is Kind.DISTRIBUTION
    rows = [
        row
        for group in chosen
        for row in (
            _row(material, of, group, places, shown_as, codes),
            *_population(material, of, group, places),
        )
    ]
    kept = [row for row in rows if not _empty(row) or not (short or _is_unknown(row))]
    extra = [LEFT_OUT] if short and len(kept) < len(rows) and "left out of print" not in about.note else []
    if base_row:
        kept.append(_base_row(material, of, base_row, base_group, chosen, places))
    return Table(
        key=key or of,
        caption=caption or _caption(material, about),
        row_heading=row_heading,
        columns=_columns(places),
        rows=tuple(kept),
        kind=shown_as,
        base=base or about.row_is,
        notes=(
            *((LIKE_BEFORE,) if like_before else (about.note, *material.answered(of))),
            *(one.sentence for one in material.broken(of)),
            *notes,
            *extra,
            *(_published_slips(material, of, base_group, chosen, places) if adds_up else ()),
            *_published_notes(material, of, chosen, places),
        ),
        source=_source(material, of, places),
    )


def counted(
    material: Material, of: str, said: Callable[[Material], list[Paragraph]], heading: str = "Measure"
) -> tuple[Block, ...]:
    """Sentences and table of what only the service's own records hold; nothing where it was not counted."""
    return (*said(material), table(material, of, row_heading=heading)) if material.counts(of) else ()


def _caption(material: Material, about: Indicator) -> str:
    return f"{about.title}, {material.year.name}"


def _columns(places: Sequence[_Place]) -> tuple[Column, ...]:
    """The columns, without a shared heading where all would share the same."""
    columns = tuple(place.column for place in places)
    if len({column.group for column in columns}) > 1:
        return columns
    return tuple(replace(column, group="") for column in columns)


def _population(material: Material, of: str, group: Group, places: Sequence[_Place]) -> list[Row]:
    """Under a rate per 10,000, the population it is a rate of, so that it can be worked out again."""
    if group.measure is not Measure.PER_10000:
        return []
    found = [material.figures.find(of, group.key, place.period) for place in places]
    cells = tuple(
        Cell(Unit.COUNT, numerator=figure.denominator if figure and not place.column.published else None)
        for figure, place in zip(found, places, strict=True)
    )
    return [Row("Children aged 0 to 17 in the area", cells)]


def _places(material: Material, about: Indicator, chosen: Sequence[Group]) -> list[_Place]:
    counted = material.figures.periods(about.table)
    places = [
        _Place(Column(_heading(material, about, period), OURS), period.name)
        for period in about.periods(material.year)
        if period.name in counted
    ]
    places += _own_earlier_places(material, about, chosen)
    return places + [
        place
        for place in _published_places(material, about.table)
        if _used(material, about.table, place, chosen)
    ]


def _heading(material: Material, about: Indicator, period: Period) -> str:
    """'Q3', or 'Q3 (new question)' where the question was changed in it."""
    name = period.name.removeprefix(f"{material.year.name} ")
    return f"{name} (new question)" if any(b.is_in(period) for b in material.broken(about.table)) else name


def _own_earlier_places(material: Material, about: Indicator, chosen: Sequence[Group]) -> list[_Place]:
    """Earlier years whose records we hold, where none was published and the year knew the same groups."""
    published = material.published.earlier_years(about.table)
    return [
        _Place(Column(year, OURS), year)
        for year in material.earlier
        if year not in published and _knew_the_groups(material, about, chosen, year)
    ]


def _knew_the_groups(material: Material, about: Indicator, chosen: Sequence[Group], year: str) -> bool:
    """Whether every group was counted in the year, and a distribution's groups hold all of its base."""
    wanted = [g for g in chosen if g.measure is not Measure.PER_10000]
    found = [figure for g in wanted if (figure := material.figures.find(about.table, g.key, year))]
    if len(found) < len(wanted) or (about.needs and all(figure.numerator == 0 for figure in found)):
        return False
    hidden = any(figure.numerator is None for figure in found)
    if about.kind is not IndicatorKind.DISTRIBUTION or hidden or len({f.denominator for f in found}) > 1:
        return True
    return sum(figure.numerator or 0 for figure in found) == found[0].denominator


def _published_places(material: Material, of: str) -> list[_Place]:
    years = [year for year in material.published.earlier_years(of) if year < material.year.name]
    earlier = [_Place(Column(year, EARLIER, published=True), year) for year in years]
    elsewhere = [
        _Place(Column(f"{whose} {year}", ELSEWHERE, published=True), year, whose)
        for whose, year in material.published.others(of, material.year.name)
    ]
    return earlier + elsewhere


def _used(material: Material, of: str, place: _Place, chosen: Sequence[Group]) -> bool:
    return any(material.published.get(of, g.key, place.period, place.whose) for g in chosen)


def _row(material: Material, of: str, group: Group, places: Sequence[_Place], kind: Kind, codes: bool) -> Row:
    unit = UNITS[group.measure]
    return Row(
        header=f"{group.key} {group.label}" if codes and group.key.isupper() else group.label,
        cells=tuple(_cell(material, of, group.key, unit, place) for place in places),
        part=kind is Kind.DISTRIBUTION and unit is Unit.PERCENT,
    )


def _cell(material: Material, of: str, group: str, unit: Unit, place: _Place) -> Cell:
    if place.column.published:
        return published_cell(material.published.get(of, group, place.period, place.whose), unit)
    found = material.figures.find(of, group, place.period)
    if found is None and unit is Unit.PER_10000:
        return Cell(unit)
    return ours(found or material.figure(of, group, place.period), unit)


def ours(figure: Shown, unit: Unit) -> Cell:
    """A cell for one of our own figures, leading back to its rows."""
    return Cell(
        hidden=figure.hidden,
        unit=unit,
        value=figure.value,
        numerator=figure.numerator,
        denominator=figure.denominator,
        figure=FigureKey(figure.table, figure.group, figure.period),
    )


def published_cell(found: Comparator | None, unit: Unit) -> Cell:
    """A cell for a figure somebody published, or for the place where nobody did."""
    if found is None:
        return Cell(Unit.TEXT, published=True)
    if found.hidden:
        return Cell(unit, denominator=found.denominator, published=True, hidden=True)
    # a count that was printed is no share, whatever column it was kept in
    counted = unit is Unit.PERCENT and found.value == str(found.numerator)
    return Cell(
        unit,
        text=None if counted else found.value,
        numerator=found.numerator,
        denominator=found.denominator,
        published=True,
    )


def _is_unknown(row: Row) -> bool:
    return row.header == "Not known"


def _empty(row: Row) -> bool:
    """Nothing was counted and nothing was published in this row."""
    return all(
        not cell.hidden and not cell.numerator and cell.text in (None, "0", "0.0") for cell in row.cells
    )


def _base_row(
    material: Material, of: str, label: str, group: str, chosen: Sequence[Group], places: Sequence[_Place]
) -> Row:
    cells = []
    for place in places:
        if place.column.published:
            base = _published_base(material, of, group, chosen, place)
            hidden = base is None and _hides_base(material, of, group, chosen, place)
            cells.append(Cell(Unit.COUNT, numerator=base, published=True, hidden=hidden))
        else:
            first = material.figure(of, chosen[0].key, place.period)
            cells.append(Cell(Unit.COUNT, numerator=first.denominator, hidden=first.denominator is None))
    return Row(label, tuple(cells), base=True)


def _published_base(
    material: Material, of: str, base_group: str, chosen: Sequence[Group], place: _Place
) -> int | None:
    """The one total a column was published with; None where none was, or several."""
    found = [material.published.get(of, g.key, place.period, place.whose) for g in chosen]
    bases = {c.denominator for c in found if c and c.denominator is not None}
    total = material.published.get(of, base_group, place.period, place.whose) if base_group else None
    if total is not None and total.numerator is not None:
        bases.add(total.numerator)
    return bases.pop() if len(bases) == 1 else None


def _hides_base(material: Material, of: str, base_group: str, chosen: Sequence[Group], place: _Place) -> bool:
    """Whether the public may not read the total a column was published with."""
    total = material.published.get(of, base_group, place.period, place.whose) if base_group else None
    return total is not None and total.hidden


def _published_slips(
    material: Material, of: str, base_group: str, chosen: Sequence[Group], places: Sequence[_Place]
) -> list[str]:
    """A sentence for each published column whose counts do not add up to their published base."""
    slips = []
    for place in (place for place in places if place.column.published):
        found = [material.published.get(of, g.key, place.period, place.whose) for g in chosen]
        counts = [c.numerator for c in found if c and c.numerator is not None]
        base = _published_base(material, of, base_group, chosen, place)
        if any(c.hidden for c in found if c):
            continue
        if base is not None and len(counts) > 1 and sum(counts) != base:
            slips.append(
                f"The groups published for {place.column.label} add up to {sum(counts):,}; "
                f"the total published is {base:,}. Both are printed as published."
            )
    return slips


def _published_notes(
    material: Material, of: str, chosen: Sequence[Group], places: Sequence[_Place]
) -> list[str]:
    """What the reader of a published figure was to be told; one note said of several columns stands once."""
    said: dict[tuple[str, str], list[str]] = {}
    for place in (place for place in places if place.column.published):
        for group in chosen:
            found = material.published.get(of, group.key, place.period, place.whose)
            if found and found.note:
                said.setdefault((group.label, found.note), []).append(place.column.label)
    return [f"{label}, {listed(columns)}: {note}" for (label, note), columns in said.items()]


def _source(material: Material, of: str, places: Sequence[_Place]) -> str:
    published = material.published.sources(of) if any(p.column.published for p in places) else []
    beside = f" Shaded columns: {'; '.join(published)}." if published else ""
    return f"{material.source}.{beside}"
