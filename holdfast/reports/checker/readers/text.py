"""A report as plain text: cells parted by tabs or bars, paragraphs and captions as lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from holdfast.reports.checker.printed import Item
from holdfast.reports.checker.readers.lines import walked

_RULE = re.compile(r"^\s*\|?[\s:|-]*-{3,}[\s:|-]*\|?\s*$")


def read(text: str) -> list[Item]:
    """Headings, paragraphs, captions and tables of a text, in its order."""
    return walked(_rows(text))


def _rows(text: str) -> Iterator[list[str]]:
    for line in text.splitlines():
        if "\t" in line.rstrip("\n"):
            yield line.split("\t")
        elif line.count("|") >= 2:
            if not _RULE.match(line):
                yield line.strip().strip("|").split("|")
        else:
            yield [line]
