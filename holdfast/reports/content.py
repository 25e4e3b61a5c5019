"""What a report is, apart from how it looks: sections, paragraphs, tables, charts, author's text.

Nothing here knows of HTML, Word or PDF. Numbers of sections, paragraphs, tables and figures are not written
in the tree: ``numbering.lay_out`` gives them, so nothing is numbered by hand and nothing twice.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum

DASH = "–"


@dataclass(frozen=True)
class Ref:
    """A reference to a section, paragraph, table or chart by its key; it prints as 'Table 4'."""

    key: str


@dataclass(frozen=True)
class Strong:
    """Words that weigh more."""

    words: str


@dataclass(frozen=True)
class Emphasis:
    """Words said with a stress."""

    words: str


@dataclass(frozen=True)
class Link:
    """Words that lead to an address on the web."""

    words: str
    address: str


@dataclass(frozen=True)
class LiveFigure:
    """A figure inside the author's sentence: ``words`` as it stands now; ``moved_from`` the words the author last saw,
    empty while they are the same; ``missing`` where there is no such figure any more."""

    words: str
    figure: FigureKey
    moved_from: str = ""
    missing: bool = False


#: a piece of a sentence: plain words, a reference, or one of the above
Inline = str | Ref | Strong | Emphasis | Link | LiveFigure


@dataclass(frozen=True)
class Paragraph:
    """A numbered paragraph."""

    content: tuple[Inline, ...]
    key: str = ""


@dataclass(frozen=True)
class Bullets:
    """A list under the paragraph before it; ``numbered``: 1, 2, 3 before its items."""

    items: tuple[tuple[Inline, ...], ...]
    numbered: bool = False


@dataclass(frozen=True)
class SubHeading:
    """A heading inside the author's text. ``level``: that of the section or part it stands in, plus one."""

    content: tuple[Inline, ...]
    level: int = 2


@dataclass(frozen=True)
class AuthorText:
    """A place for the author's own words.

    While it is empty a draft shows ``prompt``, so that everybody sees what is still to be written; a final
    edition leaves it out.
    """

    key: str
    prompt: str
    text: str = ""
    written: tuple[Paragraph | Bullets | SubHeading, ...] | None = (
        None  # the text read, its live figures resolved
    )


class Unit(Enum):
    """How a cell's number is read: the words an ink or a screen reader may need, and its decimals."""

    COUNT = "count"
    PERCENT = "percent"
    PER_10000 = "per 10,000"
    MEAN = "mean"
    MEDIAN = "median"
    LONGEST = "longest"
    FTE = "full-time equivalents"
    MEAN_OF_RETURNS = "mean of the returns received"
    PER_FTE = "for each full post"
    TEXT = "text"


class Kind(Enum):
    """What holds a table together, which the self-check then insists on."""

    DISTRIBUTION = "distribution"  # every row of the base is in one group
    RATE = "rate"
    COUNT = "count"
    TEXT = "text"


@dataclass(frozen=True)
class FigureKey:
    """Leads back from a printed number to the rows it was counted from."""

    table: str
    group: str
    period: str


@dataclass(frozen=True)
class Cell:
    """One cell: a number with what it was counted from, or words.

    ``numerator`` and ``denominator`` are counts; for each full post the denominator is full-time equivalents.
    ``text`` stands instead of ``value`` where the number was published by someone (printed as they printed it) or
    where the cell holds words. ``figure`` leads back to the rows; published cells have none.
    """

    unit: Unit
    value: float | int | None = None
    numerator: int | None = None
    denominator: int | float | None = None
    text: str | None = None
    figure: FigureKey | None = None
    published: bool = False
    hidden: bool = False  # not for the public: it prints as "c", and holds no hidden number


@dataclass(frozen=True)
class Column:
    """A column of figures; ``group`` is the heading it shares with its neighbours, or empty."""

    label: str
    group: str = ""
    published: bool = False
    words: bool = False  # it holds words, in a table of numbers


@dataclass(frozen=True)
class Row:
    """A row with its heading. ``part``: it is one of the groups that must add up to the base."""

    header: str
    cells: tuple[Cell, ...]
    part: bool = False
    base: bool = False


@dataclass(frozen=True)
class Table:
    """A table with everything a reader needs to judge it: base, notes, source."""

    key: str
    caption: str
    row_heading: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    kind: Kind
    base: str = ""
    notes: tuple[str, ...] = ()
    source: str = ""
    typed: bool = False  # typed in by the service, counted from no record here


@dataclass(frozen=True)
class Series:
    """One run of values in a chart, one per category; None where there is no value.

    ``hidden``: the places where there is one that the public may not read; a ``c`` stands there.
    """

    name: str
    values: tuple[float | None, ...]
    earlier: bool = False  # drawn in outline
    hidden: tuple[int, ...] = ()


@dataclass(frozen=True)
class Chart:
    """A picture of the table ``table``; ``alt`` says in words what it shows.

    ``shape`` is 'bars' (categories down the side, series beside each other) or 'line' (categories are ISO
    days; within about a year each has its month on the axis, else each 31 March).
    """

    key: str
    caption: str
    alt: str
    table: str
    shape: str
    axis: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    suffix: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether there is no value to draw: none was counted, or all are hidden."""
        return all(value is None for series in self.series for value in series.values)


Block = Paragraph | Bullets | SubHeading | AuthorText | Table | Chart


@dataclass(frozen=True)
class Section:
    """A numbered section, or (inside one) a part with a heading of its own and no number."""

    key: str
    title: str
    blocks: tuple[Block, ...] = ()
    parts: tuple[Section, ...] = ()


class Audience(Enum):
    """For whom a report is printed: the service itself, or everybody, with small numbers hidden."""

    INSIDE = "inside"
    PUBLIC = "public"


class Finish(Enum):
    """A draft shows what is still to be written; a finished report leaves it out."""

    DRAFT = "draft"
    FINAL = "final"


@dataclass(frozen=True)
class Document:
    """A whole report. ``synthetic`` is the sentence shown on every page when the children are invented."""

    title: str
    subtitle: str
    authority: str
    period: str
    file_name: str
    sections: tuple[Section, ...]
    finish: Finish = Finish.DRAFT
    audience: Audience = Audience.INSIDE
    synthetic: str = ""
    made_on: date | None = None
    facts: tuple[tuple[str, str], ...] = field(default=())
    short: bool = False  # a paper of a few pages: no contents, and its paragraphs numbered through


def paragraph(*content: Inline, key: str = "") -> Paragraph:
    """A paragraph from its pieces."""
    return Paragraph(content, key)


def bullets(*items: str) -> Bullets:
    """A list of plain sentences."""
    return Bullets(tuple((item,) for item in items))
