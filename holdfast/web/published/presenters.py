"""Published figures in words: what is entered, table by table and publisher by publisher."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.urls import reverse

from holdfast.casework.provenance.models import FieldChange
from holdfast.casework.publishing.models import OURSELVES, Population, PublishedFigure
from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.language import Indicator
from holdfast.indicators.registry import INDICATORS
from holdfast.reports.annual.tables import KINDS, UNITS, published_cell
from holdfast.reports.comparator_line import groups_ever
from holdfast.reports.comparator_records import Entering, comparator_of
from holdfast.reports.comparators import PUBLISHERS, Comparator, source_of
from holdfast.reports.content import DASH
from holdfast.reports.population_file import Aged0To17
from holdfast.reports.printing import lines

#: whose figure it is, by the words over its column; ours have none
WHOSE = {
    "": "Ours, published for an earlier year",
    "Regional average": "The region",
    "Statistical neighbours": "Statistical neighbours",
    "National average": "The nation",
}
FIELDS = {
    "aged_0_17": "People aged 0 to 17",
    "source": "Source",
    "published_on": "Published or collected on",
    "printed": "As printed",
    "numerator": "Counted (n)",
    "denominator": "Out of (N)",
    "note": "Note",
}


def whose_in_words(whose: str) -> str:
    return WHOSE.get(whose, whose)


@dataclass(frozen=True)
class TableCounts:
    """One line of the overview: how many figures of a table are entered, publisher by publisher."""

    about: Indicator
    counts: list[int]


class Overview:
    """How many figures are entered. Tables stand in print order, those without a figure too."""

    def __init__(self, counted: Iterable[tuple[str, str, int, str]], now: ReportingYear) -> None:
        self.stale: list[tuple[str, str, str, str]] = []
        found: Counter[tuple[str, str]] = Counter()
        for table, publisher, count, newest in counted:
            found[(table, "" if publisher == OURSELVES else publisher)] += count
            if publisher != OURSELVES and table in INDICATORS and (old := stale_in_words(newest, now)):
                self.stale.append((table, INDICATORS[table].title, whose_in_words(publisher), old))
        others = sorted({whose for _, whose in found} - set(PUBLISHERS.values()))
        publishers = [*PUBLISHERS.values(), *others]
        self.columns = ["Ours, earlier years", *(whose_in_words(whose) for whose in publishers[1:])]
        self.rows = [
            TableCounts(about, [found[(about.table, whose)] for whose in publishers])
            for about in INDICATORS.values()
        ]
        self.total = sum(found.values())


@dataclass(frozen=True)
class GridCell:
    """A figure as it is printed, or the empty place of one."""

    main: str
    under: str = ""
    url: str = ""
    label: str = ""


@dataclass(frozen=True)
class PublisherGrid:
    """The figures one publisher gave for a table: groups down, years across, newest first."""

    title: str
    anchor: str
    columns: list[str]
    rows: list[tuple[str, list[GridCell]]]
    sources: list[str]
    notes: list[str]
    stale: str = ""


#: a figure of others is old when more than so many years have passed since its year
_OLD = 2


def stale_in_words(newest: str, now: ReportingYear) -> str:
    """A sentence where the newest figure somebody gave is of a year too long ago to stand beside ours."""
    years = now.ending - ReportingYear.parse(newest).ending
    if years <= _OLD:
        return ""
    return f"The newest is of {newest}, {years} years before {now}. Look whether a newer one is published."


def publisher_grids(
    about: Indicator, figures: Sequence[PublishedFigure], now: ReportingYear
) -> list[PublisherGrid]:
    """One grid for each publisher of figures of a table, ours first, then from the region to the nation."""
    order = list(PUBLISHERS.values())
    known = [(figure.pk, comparator_of(figure)) for figure in figures]
    publishers = sorted(
        {figure.whose for _, figure in known},
        key=lambda w: (order.index(w) if w in order else len(order), w),
    )
    return [
        _grid(about, nth, whose, [(pk, figure) for pk, figure in known if figure.whose == whose], now)
        for nth, whose in enumerate(publishers, start=1)
    ]


def _grid(
    about: Indicator, nth: int, whose: str, figures: list[tuple[int, Comparator]], now: ReportingYear
) -> PublisherGrid:
    years = sorted({figure.period for _, figure in figures}, reverse=True)
    at = {(figure.group, figure.period): (pk, figure) for pk, figure in figures}
    keys = [key for key in groups_ever(about.table) if any((key, year) in at for year in years)]
    rows = []
    for key in dict.fromkeys([*keys, *(figure.group for _, figure in figures)]):
        label = group_in_words(about, key)
        rows.append((label, [_cell(about, label, at.get((key, year))) for year in years]))
    return PublisherGrid(
        title=whose_in_words(whose),
        anchor=f"publisher-{nth}",
        columns=years,
        rows=rows,
        sources=list(dict.fromkeys(source_of(figure) for _, figure in figures)),
        notes=[
            f"{group_in_words(about, figure.group)}, {figure.period}: {figure.note}"
            for _, figure in figures
            if figure.note
        ],
        stale=stale_in_words(years[0], now) if whose else "",
    )


def _cell(about: Indicator, label: str, found: tuple[int, Comparator] | None) -> GridCell:
    if found is None:
        return GridCell(DASH)
    pk, figure = found
    main, *under = shown(about, figure)
    url = reverse("published_change", args=[pk])
    return GridCell(main, " ".join(under), url, f"{label}, {figure.period}")


def shown(about: Indicator, figure: Comparator) -> tuple[str, ...]:
    """A figure as the report prints it, the main number first."""
    group = groups_ever(about.table).get(figure.group)
    if group is None:
        return (figure.value or str(figure.numerator),)
    return lines(published_cell(figure, UNITS[group.measure]), KINDS[about.kind])


def group_in_words(about: Indicator, key: str) -> str:
    group = groups_ever(about.table).get(key)
    return group.label if group else key


def place_in_words(about: Indicator, figure: Comparator) -> list[tuple[str, str]]:
    """Where a figure stands, for its page and for the page that asks before it is removed."""
    return [
        ("Table", about.title),
        ("Row", group_in_words(about, figure.group)),
        ("Year", figure.period),
        ("Whose figure", whose_in_words(figure.whose)),
    ]


def said_in_words(about: Indicator, figure: Comparator) -> list[tuple[str, str]]:
    """A figure with everything that is said of it."""
    said = [("As printed", ", ".join(shown(about, figure))), ("Source", source_of(figure))]
    return [*place_in_words(about, figure), *said, *([("Note", figure.note)] if figure.note else [])]


@dataclass(frozen=True)
class EnteringRow:
    """One figure on the page that is checked before many are entered."""

    place: str
    whose: str
    state: str
    tone: str
    before: str
    after: str


def entering_rows(found: Iterable[Entering]) -> list[EnteringRow]:
    return [_entering_row(one) for one in found]


def _entering_row(one: Entering) -> EnteringRow:
    about, figure = INDICATORS[one.figure.table], one.figure
    state, tone = ("New", "green") if one.is_new else ("Changes", "yellow")
    if one.stands == figure:
        state, tone = "As before", "grey"
    return EnteringRow(
        place=f"{about.title}: {group_in_words(about, figure.group)}, {figure.period}",
        whose=whose_in_words(figure.whose),
        state=state,
        tone=tone,
        before=_all(about, one.stands) if one.stands else "",
        after=_all(about, figure),
    )


def population_source(population: Population) -> str:
    """Who published a population, and when, as far as that is known."""
    day = population.published_on
    return f"{population.source}, {day.day} {day:%B %Y}" if day else population.source


def population_rows(found: Iterable[Aged0To17], standing: Mapping[int, Population]) -> list[EnteringRow]:
    """The populations of a file, each beside what stands for its year now."""
    return [_population_row(one, standing.get(one.year.ending)) for one in found]


def _population_row(one: Aged0To17, stands: Population | None) -> EnteringRow:
    given = Population(
        year_ending=one.year.ending, aged_0_17=one.people, source=one.source, published_on=one.published_on
    )
    after = f"{one.people:,}. {population_source(given)}"
    before = f"{stands.aged_0_17:,}. {population_source(stands)}" if stands else ""
    state, tone = ("New", "green") if stands is None else ("Changes", "yellow")
    if before == after:
        state, tone = "As before", "grey"
    return EnteringRow(f"Population aged 0 to 17, {one.year}", "", state, tone, before, after)


def _all(about: Indicator, figure: Comparator) -> str:
    note = f" {figure.note}" if figure.note else ""
    return f"{', '.join(shown(about, figure))}. {source_of(figure)}.{note}"


@dataclass(frozen=True)
class Before:
    """What stood in a field until somebody changed it."""

    heading: str
    label: str
    value: str


def what_stood_before(changes: QuerySet[FieldChange]) -> list[Before]:
    """Every earlier value, newest change first; a field that only follows another is left out."""
    return [
        Before(
            f"Until {change.changed_at:%-d %B %Y}"
            + (f", changed by {change.changed_by}" if change.changed_by else ""),
            FIELDS[change.field],
            change.before or "Blank",
        )
        for change in changes.select_related("changed_by").order_by("-id")
        if change.field in FIELDS
    ]
