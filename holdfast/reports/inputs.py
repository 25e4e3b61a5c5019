"""Everything a report is printed from, in one value: figures, words, and what was entered beside them.

A report of today is printed from inputs gathered now (``gathering``), an edition from the inputs kept with it, through
the same code. ``to_bytes`` and ``from_bytes`` keep them as compressed JSON: a field that an older edition lacks takes
its default, and one that a newer release no longer knows is left out.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from datetime import date

import msgspec

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.breaks import Break
from holdfast.indicators.figure import Answered, Figure
from holdfast.reports.authority import Authority
from holdfast.reports.comparators import Comparator

SOURCE = "The service's records of children in care"


@dataclass(frozen=True)
class SectionOf:
    """A section of a report in its place: one of the program's, or one the service added."""

    key: str
    title: str = ""
    prompt: str = ""
    hidden: bool = False
    added: bool = False


@dataclass(frozen=True)
class Typed:
    """A table somebody typed in, under the author's place ``slot``."""

    slot: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    source: str
    base: str = ""
    note: str = ""


@dataclass(frozen=True)
class Regional:
    """What one authority of the region returned as its mean caseload; no value: no return came in."""

    collected: str
    authority: str
    role: str
    value: float | None
    source: str
    is_us: bool = False


@dataclass(frozen=True)
class ProgressLine:
    said_on: date
    state: str
    text: str
    evidence: str = ""


@dataclass(frozen=True)
class ActionLine:
    text: str
    owner: str
    due_on: date | None
    state: str
    progress: tuple[ProgressLine, ...] = ()


@dataclass(frozen=True)
class AimLine:
    """An aim of the work plan of a year, with its actions. ``table`` and ``group``: the figure it is to move."""

    key: str
    year_ending: int
    title: str
    why: str = ""
    themes: tuple[str, ...] = ()
    table: str = ""
    group: str = ""
    carried: bool = False  # from the plan of the year before
    goes_on: bool = False  # in the plan of the year after
    actions: tuple[ActionLine, ...] = ()


@dataclass(frozen=True)
class DecisionLine:
    body: str
    met_on: date
    decided: str
    text: str = ""
    owner: str = ""
    due_on: date | None = None


@dataclass(frozen=True)
class RecommendationLine:
    """What the board is or was asked, with what it decided and what became of it."""

    year_ending: int
    text: str
    reason: str = ""
    theme: str = ""
    table: str = ""
    group: str = ""
    decisions: tuple[DecisionLine, ...] = ()
    follow_ups: tuple[ProgressLine, ...] = ()


@dataclass(frozen=True)
class Headline:
    """A figure the board paper puts forward, with the words before it."""

    table: str
    group: str
    period: str
    words: str = ""


@dataclass(frozen=True)
class ThemeLink:
    theme: str
    plan: str
    text: str


@dataclass(frozen=True)
class Implication:
    """``answer``: 'none', 'some' (then ``text`` says what), or '' while it is not answered."""

    head: str
    answer: str = ""
    text: str = ""


@dataclass(frozen=True)
class Paper:
    """What a board paper says of its own."""

    headlines: tuple[Headline, ...] = ()
    priorities: tuple[str, ...] = ()  # keys of aims
    links: tuple[ThemeLink, ...] = ()
    implications: tuple[Implication, ...] = ()


@dataclass(frozen=True)
class PackTable:
    """A list or a count of a quarterly pack that no indicator prints: its headings, and rows of texts.

    ``safe``: the same rows for readers who may not see the children behind them, small numbers hidden.
    """

    key: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""
    safe: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Pack:
    """What a quarterly pack says beside figures: themes of concern, praise, midway effects, audit lists.

    ``theme``: the group of concern categories it is about, or empty for all. ``workers``: public ids of those who were
    in the team when it was prepared, so that its figures can be counted again. ``missing``: quarters that would stand
    beside it and of which no records are held. ``address``: of the service, for links to its lists.
    """

    theme: str = ""
    tables: tuple[PackTable, ...] = ()
    workers: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    address: str = ""


@dataclass(frozen=True)
class FedBackAnswer:
    """What one reader of a quarterly pack did in answer, or will do: only their role is told."""

    role: str
    text: str
    nothing_needed: bool = False
    done_by: date | None = None


@dataclass(frozen=True)
class FedBack:
    """What came of the quarterly packs of a quarter. ``received``: how many were sent, each to one reader;
    ``answered``: how many of these were answered, which may be in more than one piece."""

    quarter: str
    received: int = 0
    answered: int = 0
    answers: tuple[FedBackAnswer, ...] = ()


@dataclass(frozen=True)
class TermLine:
    preferred: str
    instead_of: tuple[str, ...]
    why: str = ""


@dataclass(frozen=True)
class Inputs:
    """What a report of one kind is printed from. ``quarter`` 0 is the whole year; ``team`` empty is the service."""

    kind: str
    year_ending: int
    quarter: int = 0
    team: str = ""
    day: date | None = None  # the day the records were read for
    authority: Authority = field(default_factory=lambda: Authority("The council"))
    figures: tuple[Figure, ...] = ()
    answers: tuple[Answered, ...] = ()
    breaks: tuple[Break, ...] = ()
    comparators: tuple[Comparator, ...] = ()
    texts: dict[str, str] = field(default_factory=dict)
    template: tuple[SectionOf, ...] = ()
    typed: tuple[Typed, ...] = ()
    regional: tuple[Regional, ...] = ()
    aims: tuple[AimLine, ...] = ()
    recommendations: tuple[RecommendationLine, ...] = ()
    paper: Paper | None = None
    pack: Pack | None = None
    fed_back: tuple[FedBack, ...] | None = (
        None  # quarter by quarter; None: it was not asked when this was kept
    )
    terms: tuple[TermLine, ...] = ()
    threshold: int = 5  # the greatest count that is hidden from the public
    source: str = SOURCE
    before: tuple[str, ...] = ()  # names of what reports published earlier hide (publishing.system.at)
    hides: tuple[str, ...] | None = None  # names of what its public copy hides; None: it is still worked out

    @property
    def year(self) -> ReportingYear:
        return ReportingYear(self.year_ending)

    def to_bytes(self) -> bytes:
        """As compressed JSON; the same inputs always give the same bytes."""
        return zlib.compress(msgspec.json.encode(self, order="deterministic"), 9)

    @classmethod
    def from_bytes(cls, kept: bytes) -> Inputs:
        """Raises msgspec.ValidationError or zlib.error where these are no kept inputs."""
        return msgspec.json.decode(zlib.decompress(bytes(kept)), type=cls)
