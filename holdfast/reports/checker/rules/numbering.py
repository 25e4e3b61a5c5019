"""Numbers of tables and paragraphs: used twice, left out, out of order; and years that are none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from holdfast.reports.checker.cells import is_bare, understood
from holdfast.reports.checker.findings import Finding, Kind, Sure, at_cell
from holdfast.reports.checker.periods import impossible_years
from holdfast.reports.checker.printed import Caption, Heading, ReadTable, Report, Said
from holdfast.reports.checker.rules.figures import Figures

#: a gap wider than this is another way of numbering, not numbers left out
_GAP = 5


def find(tables: Sequence[Figures], report: Report) -> Iterator[Finding]:
    """Everything that is numbered, in the order of print."""
    yield from _tables(report)
    yield from _unnumbered(tables)
    yield from _sections(report)
    yield from _paragraphs(report)
    yield from _years(report)


def _slip(where: str, printed: str, expected: str, sentence: str, table: ReadTable | None = None,
          sure: Sure = Sure.CERTAIN) -> Finding:  # fmt: skip
    return Finding("numbering", Kind.NUMBERING, sure, where, printed, expected, sentence, table)


def _tables(report: Report) -> Iterator[Finding]:
    numbered = [
        item for item in report.items if isinstance(item, (ReadTable, Caption)) and item.number.isdigit()
    ]
    times = Counter(item.number for item in numbered)
    seen: Counter[str] = Counter()
    for item in numbered:
        seen[item.number] += 1
        if seen[item.number] > 1:
            before = int(item.number) + 1
            free = f"; no table has the number {before}" if str(before) not in times else ""
            table = item if isinstance(item, ReadTable) else None
            yield _slip(
                f"Table {item.number} “{item.text[:80] if isinstance(item, Caption) else item.caption[:80]}”",
                f"Table {item.number}", f"Table {before}" if free else "a number of its own",
                f"The number {item.number} is used {times[item.number]} times{free}.", table,
            )  # fmt: skip
    numbers = sorted({int(number) for number in times})
    for before, after in pairwise(numbers):
        for missing in range(before + 1, after if after - before <= _GAP else before + 1):
            yield _slip(
                f"Table {missing}", "no such table", f"Table {missing}",
                f"Table {before} is followed by Table {after}; no table has the number {missing}.",
            )  # fmt: skip


def _unnumbered(tables: Sequence[Figures]) -> Iterator[Finding]:
    """A table of figures without a number where most others have one."""
    figures = [one.printed_as for one in tables if _is_of_figures(one)]
    without = [table for table in figures if not table.number]
    if len(without) * 2 > len(figures):
        return
    for table in without:
        first = table.rows[0].label if table.rows else ""
        yield _slip(
            f"The table that begins with “{first}”", "no number", "a number and a caption",
            "The other tables are numbered; this one has no number to refer to.", table,
        )  # fmt: skip


def _is_of_figures(one: Figures) -> bool:
    """Most of its cells are figures, and no words with a number in them, as in a list of contents."""
    cells = [cell for row in one.table.rows for cell in row.cells]
    figures = sum(understood(cell).is_figure and is_bare(cell) for cell in cells)
    return figures * 2 > len(cells) > 0


def _sections(report: Report) -> Iterator[Finding]:
    numbers = [
        int(item.number) for item in report.items if isinstance(item, Heading) and item.number.isdigit()
    ]
    for before, after in pairwise(numbers):
        if after == before:
            yield _slip(
                f"Section {after}",
                f"{after} twice",
                str(after + 1),
                f"The section number {after} is used twice.",
            )
        elif before + 1 < after <= before + _GAP:
            yield _slip(
                f"Section {before + 1}", "no such section", f"section {before + 1}",
                f"Section {before} is followed by section {after}.",
            )  # fmt: skip


def _paragraphs(report: Report) -> Iterator[Finding]:
    section, last, seen = "", (0, 0), set[str]()
    astray: list[str] = []
    for item in report.items:
        if isinstance(item, Heading) and item.number:
            yield from _astray(section, astray)
            section, astray = item.number, []
        if not isinstance(item, Said) or not item.number:
            continue
        parts = tuple(int(part) for part in item.number.split("."))
        if section and str(parts[0]) != section:
            astray.append(item.number)
        yield from _one(item, parts, last, seen)
        seen.add(item.number)
        if len(parts) == 2 and (parts >= last or parts[0] != last[0]):
            last = (parts[0], parts[1])
        elif len(parts) > 2:
            last = max(last, (parts[0], parts[1]))
    yield from _astray(section, astray)


def _one(item: Said, parts: tuple[int, ...], last: tuple[int, int], seen: set[str]) -> Iterator[Finding]:
    where, number = f"Paragraph {item.number}", item.number
    if len(parts) > 2 and parts[-1] == 1 and parts[:2] > last:
        yield _slip(
            where, number, ".".join(str(part) for part in parts[:2]),
            f"{number} has a level more than its neighbours: there is no paragraph {parts[0]}.{parts[1]} above it.",
            sure=Sure.LIKELY,
        )  # fmt: skip
        return
    if len(parts) != 2:
        return
    if number in seen:
        back = parts < last
        said = f"; it stands after {last[0]}.{last[1]}" if back else ""
        yield _slip(
            where, f"{number} twice", f"{parts[0]}.{last[1] + 1}", f"The number {number} is used twice{said}."
        )
    elif parts[0] == last[0] and parts < last:
        yield _slip(where, number, f"{parts[0]}.{last[1] + 1}", f"{number} stands after {last[0]}.{last[1]}.")
    elif parts[0] == last[0]:
        for missing in range(last[1] + 1, parts[1] if parts[1] - last[1] <= _GAP else last[1] + 1):
            yield _slip(
                f"Paragraph {parts[0]}.{missing}", "no such paragraph", f"{parts[0]}.{missing}",
                f"{last[0]}.{last[1]} is followed by {number}; no paragraph has the number {parts[0]}.{missing}.",
            )  # fmt: skip


def _astray(section: str, numbers: Sequence[str]) -> Iterator[Finding]:
    """The paragraphs of a section that are numbered as another section's, said once."""
    if numbers:
        span = numbers[0] if len(numbers) == 1 else f"{numbers[0]} to {numbers[-1]}"
        yield _slip(
            f"Section {section}", span, f"{section}.1 onward",
            f"Section {section} has {'a paragraph' if len(numbers) == 1 else 'paragraphs'} numbered {span}.",
        )  # fmt: skip


def _years(report: Report) -> Iterator[Finding]:
    """'2015/15' and '1012/13' are no years from April to March."""
    for item in report.items:
        if isinstance(item, Said):
            for printed, right in impossible_years(item.text):
                yield _slip(
                    item.place, printed, right, f"{printed} is no year from April to March.", sure=Sure.LIKELY
                )
        elif isinstance(item, ReadTable):
            for column, parts in enumerate(item.columns):
                for printed, right in impossible_years(parts[-1] if parts else ""):
                    if item.rows:
                        found = at_cell(
                            item, 0, column, rule="numbering", kind=Kind.NUMBERING, sure=Sure.LIKELY, expected=right,
                            sentence=f"{printed} is no year from April to March.",
                        )  # fmt: skip
                        yield Finding(
                            found.rule, found.kind, found.sure, f"{item.name}, the heading “{printed}”", printed, right,
                            found.sentence, item, None, column,
                        )  # fmt: skip
