"""Build the annual report: its sections are the files of ``sections``, in the order of their names."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Mapping
from datetime import date

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.breaks import Break
from holdfast.indicators.figure import Answered, Figure
from holdfast.reports.annual import sections
from holdfast.reports.annual.authority import Authority
from holdfast.reports.annual.material import FigureBook, Material
from holdfast.reports.comparators import Comparator, ComparatorBook
from holdfast.reports.content import AuthorText, Document, Edition, Section
from holdfast.reports.printing import long_day

TITLE = "Independent reviewing officers' annual report"
SYNTHETIC = "Invented data: the council, its children and its workers do not exist."


def build(
    year: ReportingYear,
    figures: Iterable[Figure],
    comparators: Iterable[Comparator] = (),
    texts: Mapping[str, str] | None = None,
    authority: Authority | None = None,
    *,
    edition: Edition = Edition.DRAFT,
    made_on: date | None = None,
    source: str = "The service's records of children in care",
    answers: Iterable[Answered] = (),
    breaks: Iterable[Break] = (),
) -> Document:
    """The annual report of ``year`` as content, ready for any ink.

    ``figures``: every printed table of the year; those of earlier years, if given, stand beside them where
    nothing was published and the records of that year are there. ``texts``: the author's text by slot; an empty
    slot shows its prompt in a draft and is left out of a final edition. ``source`` is printed
    under each table, and the share answered from ``answers``, and where a question was changed from ``breaks``.
    Raises FigureMissing where a figure was not counted.
    """
    about = authority or Authority("The council")
    material = Material(
        year,
        FigureBook(figures),
        ComparatorBook(comparators),
        texts or {},
        about,
        source,
        edition,
        tuple(answers),
        tuple(breaks),
    )
    facts = [
        ("Period", f"{long_day(year.starts)} to {long_day(year.ends)}"),
        ("Service", f"{about.service}, {about.name}"),
        ("For", about.board),
    ]
    if made_on:
        facts.append(("Made on", long_day(made_on)))
    if edition is Edition.DRAFT:
        facts.append(("Edition", "Draft: what the author still has to write is marked"))
    return Document(
        title=TITLE,
        subtitle=about.name,
        authority=about.name,
        period=year.name,
        file_name=f"annual-report-{year.ending - 1}-{year.ending % 100:02d}",
        sections=_sections(material),
        edition=edition,
        synthetic=SYNTHETIC if about.invented else "",
        made_on=made_on,
        facts=tuple(facts),
    )


def slots(
    year: ReportingYear, figures: Iterable[Figure], authority: Authority | None = None
) -> list[AuthorText]:
    """Every place for the author's text in print order, with what it asks for."""
    document = build(year, figures, authority=authority)
    return [slot for section in document.sections for slot in _slots(section)]


def _slots(section: Section) -> list[AuthorText]:
    own = [block for block in section.blocks if isinstance(block, AuthorText)]
    return own + [slot for part in section.parts for slot in _slots(part)]


def _sections(material: Material) -> tuple[Section, ...]:
    names = sorted(module.name for module in pkgutil.iter_modules(sections.__path__))
    return tuple(importlib.import_module(f"{sections.__name__}.{name}").section(material) for name in names)
