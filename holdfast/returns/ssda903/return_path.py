"""Where a return lies, and the year somebody says it is for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from holdfast.domain.reporting_year import ReportingYear

_WITH_YEAR = re.compile(r"\s*(\d{4}/\d{2})\s*=(.+)", re.DOTALL)


def titles(paths: Sequence[Path]) -> list[str]:
    """How each folder is named in messages: its last part, with the ones above where two are the same."""
    parts = [path.absolute().parts for path in paths]
    depth = 1
    while True:
        named = ["/".join(one[-depth:]).replace("//", "/") for one in parts]
        if len(set(named)) == len(set(parts)):
            return named
        depth += 1


@dataclass(frozen=True)
class ReturnPath:
    """A folder of CSV files, a folder with one XML file, or an XML file.

    Without a year, the return's year is the one its latest DECOM falls in.
    """

    path: Path
    year: ReportingYear | None = None

    @classmethod
    def parse(cls, text: str) -> ReturnPath:
        """Read 'FOLDER' or '2017/18=FOLDER'. Raises ValueError when the year before '=' is no year."""
        match = _WITH_YEAR.fullmatch(text)
        if match is None:
            return cls(Path(text))
        return cls(Path(match[2]), ReportingYear.parse(match[1]))

    @classmethod
    def of(cls, given: ReturnPath | str | Path) -> ReturnPath:
        """The same for whatever a caller has in hand."""
        if isinstance(given, ReturnPath):
            return given
        return cls(given) if isinstance(given, Path) else cls.parse(given)
