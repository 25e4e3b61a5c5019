"""References to tables and paragraphs: to one that is not there, to one of two, or to another than is meant."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from holdfast.reports.checker import labels
from holdfast.reports.checker.findings import Finding, Kind, Sure
from holdfast.reports.checker.printed import Caption, Heading, ReadTable, Report, Said
from holdfast.reports.checker.rules.figures import Figures

_LIST = r"((?:\s*(?:,|&|and|or|to)\s*\d{1,3}[a-z]?(?![\d.%]))*)"
_TABLES = re.compile(rf"\btables?\s+(\d{{1,3}}[a-z]?)(?![\d%]|\.\d){_LIST}", re.I)
_PARAGRAPHS = re.compile(r"\bparagraphs?\s+(\d{1,3}(?:\.\d{1,3}){0,3})", re.I)
_SHORT = re.compile(r"\bparas?\.?\s+(\d{1,3}(?:\.\d{1,3}){1,3})", re.I)
#: another document near a reference: then it is that document's paragraph
_ELSEWHERE = re.compile(
    r"\bhandbook|\bguidance|\bregulations?\b|\bact (?:19|20)\d\d|\bworking "
    "together|\bschedule\b|\bstandards\b|\bstatut",
    re.I,
)
#: where a table says where its figures are from, it speaks of that report's tables
_SOURCE = re.compile(r"\W*sources?\s*:", re.I)
_SPEAKS = re.compile(r"^\W*(?:as (?:illustrated|shown|seen) in )?table\s+(\d{1,3})\s+(?:also\s+)?(\w+)", re.I)


def find(tables: Sequence[Figures], report: Report) -> Iterator[Finding]:
    """Every reference of the report's own words."""
    known = Counter(
        item.number for item in report.items if isinstance(item, (ReadTable, Caption)) if item.number
    )
    paragraphs = Counter(said.number for said in report.said if said.number)
    before = ""
    for said in report.said:
        if known and not _SOURCE.match(said.text):
            yield from _to_tables(said, known)
        if paragraphs:
            yield from _to_paragraphs(said, before, paragraphs, report)
        before = said.text
    yield from _to_another_table(report)
    yield from _to_another_paragraph(report, paragraphs)


def _slip(said: Said, printed: str, expected: str, sentence: str, sure: Sure = Sure.CERTAIN) -> Finding:
    return Finding("reference", Kind.REFERENCE, sure, said.place, printed, expected, sentence)


def _to_tables(said: Said, known: Counter[str]) -> Iterator[Finding]:
    for found in _TABLES.finditer(said.text):
        if _ELSEWHERE.search(said.text[max(0, found.start() - 60) : found.end() + 30]):
            continue
        for number in re.findall(r"\d+[a-z]?", found[0]):
            if known[number] > 1:
                yield _slip(
                    said, f"Table {number}", "one of them",
                    f"The text refers to Table {number}, but {known[number]} tables have that number.",
                )  # fmt: skip
            elif not known[number]:
                yield _slip(
                    said,
                    f"Table {number}",
                    "a table that is there",
                    f"The text refers to Table {number}; there is none.",
                )


def _to_paragraphs(said: Said, before: str, paragraphs: Counter[str], report: Report) -> Iterator[Finding]:
    if (_ELSEWHERE.search(said.text) and _SHORT.search(said.text)) or (
        _ELSEWHERE.search(before) and not said.number
    ):
        return
    sections = {item.number: item for item in report.items if isinstance(item, Heading) and item.number}
    for found in (*_PARAGRAPHS.finditer(said.text), *_SHORT.finditer(said.text)):
        number = found[1]
        if _is_elsewhere(said.text, found):
            continue
        if number in sections and "." not in number:
            yield _slip(
                said, f"paragraph {number}", f"section {number}",
                f"The text refers to paragraph {number}; {number} is the number of a section.",
            )  # fmt: skip
        elif not paragraphs[number] and number.split(".")[0] in {p.split(".")[0] for p in paragraphs} | set(
            sections
        ):
            yield _slip(
                said, f"paragraph {number}", "a paragraph that is there",
                f"The text refers to paragraph {number}; there is none.",
            )  # fmt: skip


def _is_elsewhere(text: str, found: re.Match[str]) -> bool:
    """The reference is into another document, which is named beside it."""
    return bool(_ELSEWHERE.search(text[max(0, found.start() - 80) : found.end() + 60]))


def _to_another_table(report: Report) -> Iterator[Finding]:
    """'Table 4 shows …' right under Table 5, in words that are of Table 5 and not of Table 4."""
    captions = {table.number: table for table in reversed(report.tables) if table.number}
    nearest: ReadTable | None = None
    for item in report.items:
        if isinstance(item, ReadTable):
            nearest = item
        found = _SPEAKS.match(item.text) if isinstance(item, Said) else None
        if not isinstance(item, Said) or found is None or nearest is None:
            continue
        cited = captions.get(found[1])
        if cited is None or cited.number == nearest.number or not nearest.number:
            continue
        sentence = item.text.split(". ")[0]
        meant, said = _kind_of_figures(nearest), _kind_of_figures(cited)
        speaks_of_shares = labels.is_percent(sentence)
        words = labels.stems(sentence)
        nearer = len(words & _words_of(nearest)) >= len(words & _words_of(cited))
        if speaks_of_shares and meant and not said and nearer:
            yield _slip(
                item, f"Table {cited.number}", f"Table {nearest.number}",
                f"The sentence speaks of percentages; Table {cited.number} has none, and Table "
                f"{nearest.number}, just before "
                "it, has.", Sure.LIKELY,
            )  # fmt: skip


def _kind_of_figures(table: ReadTable) -> bool:
    """Whether the table has percentages."""
    return table.percent or any(cell.share is not None for row in table.values for cell in row)


def _words_of(table: ReadTable) -> frozenset[str]:
    return labels.stems(f"{table.caption} {' '.join(row.label for row in table.rows)}")


def _to_another_paragraph(report: Report, paragraphs: Counter[str]) -> Iterator[Finding]:
    """'as described in paragraph 7.12, …' in words that stand in a neighbour of 7.12 and not in 7.12."""
    texts: dict[str, str] = {}
    for said in report.said:
        texts[said.under] = f"{texts.get(said.under, '')} {said.text}"
    rare = Counter(word for text in texts.values() for word in labels.stems(text))
    for said in report.said:
        for found in _PARAGRAPHS.finditer(said.text):
            number = found[1]
            if _is_elsewhere(said.text, found):
                continue
            if paragraphs[number] != 1 or "." not in number or number == said.under:
                continue
            sentence = _sentence_at(said.text, found.start(), found.end())
            words = {word for word in labels.stems(sentence) if rare[word] <= max(4, len(texts) // 8)}
            section, at = number.rsplit(".", 1)
            near = [f"{section}.{int(at) + step}" for step in (-2, -1, 1, 2)]
            scores = {
                p: len(words & labels.stems(texts.get(p, ""))) for p in [number, *near] if p != said.under
            }
            best = max(scores, key=lambda p: (scores[p], p == number))
            if best != number and scores[best] >= 3 and scores[best] >= 2 * scores[number]:
                yield _slip(
                    said, f"paragraph {number}", f"paragraph {best}",
                    f"What the sentence speaks of stands in paragraph {best}, not in {number}.", Sure.LOOK,
                )  # fmt: skip


def _sentence_at(text: str, start: int, end: int) -> str:
    before = max((m.end() for m in re.finditer(r"[.;]\s", text[:start])), default=0)
    after = re.search(r"[.;]\s", text[end:])
    return text[before : end + after.start() if after else len(text)]
