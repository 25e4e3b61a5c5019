"""The headline figures: each in a sentence with what it was counted from, and all of them in one table."""

from __future__ import annotations

from collections.abc import Sequence

from holdfast.indicators.figure import Figure, Shown
from holdfast.indicators.language import Group, Measure
from holdfast.indicators.registry import indicator, year_of
from holdfast.reports.annual.material import Material
from holdfast.reports.annual.sentences import before_share, count_before, share_of
from holdfast.reports.annual.tables import UNITS, ours, published_cell
from holdfast.reports.content import Bullets, Cell, Column, Inline, Kind, Row, Table, Unit
from holdfast.reports.inputs import Headline
from holdfast.reports.printing import DECIMALS, half_up, whole

KEY = "headlines"


def group_of(headline: Headline) -> Group:
    """The row of the table a headline names. Raises KeyError where the year's table has no such row."""
    groups = indicator(headline.table).groups_for(year_of(headline.period))
    found = next((group for group in groups if group.key == headline.group), None)
    if found is None:
        raise KeyError(f"{headline.table} has no row “{headline.group}” in {headline.period}.")
    return found


def label_of(headline: Headline) -> str:
    """The author's words for it, or those of the table's row."""
    return headline.words.strip() or f"{indicator(headline.table).title}: {group_of(headline).label}"


def standing(material: Material, headlines: Sequence[Headline]) -> list[tuple[Headline, Shown]]:
    """The headlines that were counted, each with its figure."""
    found = [(one, material.figures.find(one.table, one.group, one.period)) for one in headlines]
    return [(one, figure) for one, figure in found if figure is not None]


def sentences(material: Material, headlines: Sequence[Headline]) -> tuple[Bullets, ...]:
    """“Legal status is appropriate: 202 of 204 (99.0%), against 98.1% published for 2015/16.”"""
    said: list[tuple[Inline, ...]] = [
        (f"{label_of(one)}: {_said(material, one, figure)}.",)
        for one, figure in standing(material, headlines)
    ]
    return (Bullets(tuple(said)),) if said else ()


def _said(material: Material, headline: Headline, figure: Shown) -> str:
    """What it is and what it was, never why. What could tell of somebody is not said at all."""
    if figure.hidden:
        return "not published (c), because somebody could be told from it"
    measure = group_of(headline).measure
    if measure is Measure.SHARE:
        before = before_share(material, headline.table, headline.group) or _counted_before(material, headline)
        return f"{share_of(figure)}{before}" if figure.denominator else "nobody to count"
    if measure is Measure.COUNT:
        before_count = count_before(material, headline.table, headline.group)
        now = whole(figure.numerator)
        return now if before_count is None else f"{now}, against {whole(before_count)} a year before"
    return _valued(figure, measure)


def _counted_before(material: Material, headline: Headline) -> str:
    """', against 98 of 191 published for 2015/16', where only the counts were printed; or nothing."""
    found = material.published.get(headline.table, headline.group, material.before.name)
    if found is None or found.numerator is None or not found.denominator:
        return ""
    counts = f"{whole(found.numerator)} of {whole(found.denominator)}"
    return f", against {counts} published for {found.period}"


def _valued(figure: Figure, measure: Measure) -> str:
    """A mean, a median, a rate, with what it was counted from."""
    if figure.value is None:
        return "nothing to count from"
    value = half_up(figure.value, DECIMALS[UNITS[measure]])
    if measure is Measure.FTE:
        return f"{value} full posts in {whole(figure.numerator)} posts"
    if measure is Measure.PER_FTE:
        posts = half_up(figure.denominator or 0, 2)
        return f"{value} for each full post ({whole(figure.numerator)} over {posts})"
    if measure is Measure.PER_10000:
        return f"{value} per 10,000 ({whole(figure.numerator)} of {whole(figure.denominator or 0)})"
    return f"{value} (from {whole(figure.numerator)} of {whole(figure.denominator or 0)})"


def table(material: Material, headlines: Sequence[Headline]) -> tuple[Table, ...]:
    """Every headline in one table: this year, the year before, and the others that were published."""
    found = [one for one, _ in standing(material, headlines)]
    if not found:
        return ()
    others = list(dict.fromkeys(whose for one in found for whose, _ in _published(material, one)))
    rows = tuple(_row(material, one, others) for one in found)
    printed = {row.cells[1].published for row in rows if _says(row.cells[1])}
    columns = (
        Column(material.year.name, "Counted from our records"),
        Column(material.before.name, _BEFORE[frozenset(printed)], published=printed == {True}),
        *(Column(whose, "Published for other areas", published=True) for whose in others),
    )
    kept = [n for n in range(len(columns)) if n == 0 or any(_says(row.cells[n]) for row in rows)]
    sources = dict.fromkeys(s for one in found for s in material.published.sources(one.table))
    beside = f" Published before or elsewhere: {_together(list(sources))}." if sources else ""
    made = Table(
        key=KEY,
        caption=f"Headline figures, {material.year}",
        row_heading="Measure",
        columns=tuple(columns[n] for n in kept),
        rows=tuple(Row(row.header, tuple(row.cells[n] for n in kept)) for row in rows),
        kind=Kind.RATE,
        notes=("Under each share stands what it was counted from.",),
        source=f"{material.source}{'' if material.source.endswith('.') else '.'}{beside}",
    )
    return (made,)


#: what is said over the column of the year before, by whether its figures were published
_BEFORE = {
    frozenset({True}): "Published in earlier years",
    frozenset({True, False}): "Published then, or counted from our records",
    frozenset({False}): "Counted from our records",
    frozenset[bool](): "",
}


def _together(sources: Sequence[str]) -> str:
    """“Annual report 2016/17, Table 14, Table 17”: what sources have in common up to their last comma stands once."""
    grouped: dict[str, list[str]] = {}
    for source in sources:
        head, _, tail = source.rpartition(", ")
        grouped.setdefault(head or tail, []).extend([tail] if head else [])
    return "; ".join(", ".join((head, *tails)) for head, tails in grouped.items())


def _says(cell: Cell) -> bool:
    return cell.hidden or any(part is not None for part in (cell.value, cell.numerator, cell.text))


def _row(material: Material, headline: Headline, others: Sequence[str]) -> Row:
    unit = UNITS[group_of(headline).measure]
    figure = material.figures.get(headline.table, headline.group, headline.period)
    newest = dict(_published(material, headline))
    beside = [_elsewhere(material, headline, whose, newest.get(whose), unit) for whose in others]
    return Row(label_of(headline), (ours(figure, unit), _before(material, headline, unit), *beside))


def _before(material: Material, headline: Headline, unit: Unit) -> Cell:
    """As we published it, else as we count it where the records are held."""
    table, group = headline.table, headline.group
    found = material.published.get(table, group, material.before.name)
    if found is not None:
        return published_cell(found, unit)
    counted = material.before_figure(table, group)
    return Cell(Unit.TEXT, published=True) if counted is None else ours(counted, unit)


def _published(material: Material, headline: Headline) -> list[tuple[str, str]]:
    """(whose, year) of what other areas published of this very row: of each the newest year."""
    newest: dict[str, str] = {}
    for whose, year in material.published.others(headline.table, material.year.name):
        if material.published.get(headline.table, headline.group, year, whose):
            newest.setdefault(whose, year)
    return list(newest.items())


def _elsewhere(material: Material, headline: Headline, whose: str, year: str | None, unit: Unit) -> Cell:
    """“10% in 2015/16”, as it was printed; with its counts where they were."""
    found = material.published.get(headline.table, headline.group, year, whose) if year else None
    if found is None:
        return Cell(Unit.TEXT, published=True)
    mark = "%" if unit is Unit.PERCENT and found.value is not None else ""
    value = found.value if found.value is not None else whole(found.numerator or 0)
    return Cell(Unit.TEXT, text=f"{value}{mark} in {found.period}", published=True)
