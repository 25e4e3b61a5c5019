"""Read a return in its XML form, piece by piece; document types, entities and links outward are refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final
from xml.sax import SAXParseException

import numpy as np
import pyarrow as pa
from defusedxml import DefusedXmlException
from defusedxml.expatreader import DefusedExpatParser

from . import arrays
from .csv_cells import Cells
from .csv_file import LARGEST
from .faults import FaultList
from .layout import LAYOUTS, Layout
from .typed import typed
from .xml_handler import NotThisReturn, Row, Rows

_BLOCK: Final = 64 * 1024
_WHOLE: Final = "a whole XML return"


def read_xml(
    path: Path, label: str, faults: FaultList, progress: Callable[[str, int, int | None], None]
) -> tuple[dict[str, Any], dict[str, str]]:
    """The tables of an XML return, and the file each came from; empty when it cannot be read."""
    size = path.stat().st_size
    if size == 0:
        faults.add(label, None, None, "an empty file", _WHOLE)
        return {}, {}
    if size > LARGEST:
        faults.add(label, None, None, f"{size // 1_000_000} MB", f"at most {LARGEST // 1_000_000} MB")
        return {}, {}
    rows = Rows(label, faults)
    if not _parse(path, label, rows, faults, lambda done: progress(label, done, size)):
        return {}, {}
    tables = {
        name: typed(_cells(rows.tables[name], rows.lines[name], layout), layout, label, faults)
        for name, layout in LAYOUTS.items()
        if rows.tables[name] or layout.required
    }
    return tables, dict.fromkeys(tables, label)


def _parse(path: Path, label: str, rows: Rows, faults: FaultList, done: Callable[[int], None]) -> bool:
    """Feed the file to the parser. False when a fault says why it could not be read to its end."""
    parser = DefusedExpatParser(forbid_dtd=True, forbid_entities=True, forbid_external=True)
    parser.setContentHandler(rows)
    rows.setDocumentLocator(parser)
    try:
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                parser.feed(block)
                done(file.tell())
        parser.close()
    except NotThisReturn:
        return False
    except DefusedXmlException:
        found = "a document type or an entity, which can reach beyond the file"
        faults.add(label, parser.getLineNumber(), None, found, "an XML return without them")
        return False
    except SAXParseException as error:
        faults.add(label, error.getLineNumber(), None, _broken(error.getMessage()), _WHOLE)
        return False
    except (ValueError, LookupError):
        faults.add(label, 1, None, "letters in an encoding that cannot be read", "XML saved as UTF-8")
        return False
    return True


def _broken(message: str) -> str:
    if message in ("no element found", "unclosed token", "unclosed CDATA section"):
        return "the end of the file in the middle of the return"
    return f"broken XML ({message})"


def _cells(rows: list[Row], lines: list[int], layout: Layout) -> Cells:
    columns = {name: arrays.strings([row.get(name) for row in rows]) for name in layout.names}
    return Cells(columns, arrays.numbers(np.array(lines, dtype=np.int64), pa.int64()))
