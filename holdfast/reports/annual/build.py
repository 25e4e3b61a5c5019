"""Build the annual report: its sections are the files of ``sections``, in the order of their names."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.breaks import Break
from holdfast.indicators.figure import Answered, Figure
from holdfast.reports import arranged, typed
from holdfast.reports.annual import sections
from holdfast.reports.annual.authority import Authority
from holdfast.reports.annual.material import FigureBook, Material
from holdfast.reports.comparators import Comparator, ComparatorBook
from holdfast.reports.content import Audience, AuthorText, Chart, Document, Finish, Section
from holdfast.reports.inputs import SOURCE, Inputs
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
    finish: Finish = Finish.DRAFT,
    made_on: date | None = None,
    source: str = SOURCE,
    answers: Iterable[Answered] = (),
    breaks: Iterable[Break] = (),
) -> Document:
    """The annual report of ``year`` from its figures and words alone, as ``document`` makes it."""
    inputs = Inputs(
        "annual",
        year.ending,
        authority=authority or Authority("The council"),
        figures=tuple(figures),
        answers=tuple(answers),
        breaks=tuple(breaks),
        comparators=tuple(comparators),
        texts=dict(texts or {}),
        source=source,
    )
    return document(inputs, finish=finish, made_on=made_on)


def document(
    inputs: Inputs,
    *,
    finish: Finish = Finish.DRAFT,
    audience: Audience = Audience.INSIDE,
    made_on: date | None = None,
) -> Document:
    """The annual report as content, ready for any ink.

    ``inputs.figures``: every printed table of the year; those of earlier years, if given, stand beside them where
    nothing was published and the records of that year are there. ``inputs.texts``: the author's text by slot; an empty
    slot shows its prompt in a draft and is left out of a finished report. ``inputs.source`` is printed
    under each table, and the share answered from ``answers``, and where a question was changed from ``breaks``.
    Raises FigureMissing where a figure was not counted.
    """
    about, year = inputs.authority, inputs.year
    material = Material(
        year,
        FigureBook(inputs.figures),
        ComparatorBook(inputs.comparators),
        inputs.texts,
        about,
        inputs.source,
        finish,
        inputs.answers,
        inputs.breaks,
        inputs,
        audience,
    )
    facts = [
        ("Period", f"{long_day(year.starts)} to {long_day(year.ends)}"),
        ("Service", f"{about.service}, {about.name}"),
        ("For", about.board),
    ]
    if made_on:
        facts.append(("Made on", long_day(made_on)))
    if finish is Finish.DRAFT:
        facts.append(("Edition", "Draft: what the author still has to write is marked"))
    return Document(
        title=TITLE,
        subtitle=about.name,
        authority=about.name,
        period=year.name,
        file_name=f"annual-report-{year.ending - 1}-{year.ending % 100:02d}",
        sections=_sections(material),
        finish=finish,
        audience=audience,
        synthetic=SYNTHETIC if about.invented else "",
        made_on=made_on,
        facts=tuple(facts),
    )


def slots(
    year: ReportingYear, figures: Iterable[Figure], authority: Authority | None = None
) -> list[AuthorText]:
    """Every place for the author's text in print order, with what it asks for."""
    return slots_of(build(year, figures, authority=authority))


def slots_of(report: Document) -> list[AuthorText]:
    """Every place for the author's text of a report, in print order."""
    return [slot for section in report.sections for slot in _slots(section)]


def _slots(section: Section) -> list[AuthorText]:
    own = [block for block in section.blocks if isinstance(block, AuthorText)]
    return own + [slot for part in section.parts for slot in _slots(part)]


def _sections(material: Material) -> tuple[Section, ...]:
    """The program's sections with the typed tables, in the service's own order."""
    names = sorted(module.name for module in pkgutil.iter_modules(sections.__path__))
    every = (importlib.import_module(f"{sections.__name__}.{name}").section(material) for name in names)
    made = tuple(_without_empty_charts(section) for section in every)
    if material.inputs is None:
        return made
    chosen = arranged.arranged(made, material.inputs.template, material.slot)
    return typed.placed(chosen, material.inputs.typed)


def _without_empty_charts(section: Section) -> Section:
    """A chart that has nothing to draw is left out; its table stands there all the same."""
    blocks = tuple(block for block in section.blocks if not (isinstance(block, Chart) and block.is_empty))
    return replace(section, blocks=blocks, parts=tuple(map(_without_empty_charts, section.parts)))
