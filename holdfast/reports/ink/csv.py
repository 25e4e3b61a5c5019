"""The tables of a report as CSV files: one for each table, and one that says what they are.

The first line of each is its headings, and nothing but the table is in it, so that it can be read by a program; what
is printed under the table stands in the list of contents.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Sequence

from holdfast.reports.content import Document
from holdfast.reports.ink.formulas import safe
from holdfast.reports.ink.grid import Grids, Sheet, grids

CONTENTS = ("Number", "Table", "Section", "File", "Notes")
INVENTED = "Invented for demonstration"


def render_zip(document: Document) -> bytes:
    """A ZIP file with every table as CSV. Raises a ReportRefused if the report contradicts itself."""
    return of_grids(grids(document))


def of_grids(found: Grids) -> bytes:
    """The same of tables laid out before."""
    invented = bool(found.document.synthetic)
    contents = [
        (sheet.number, sheet.caption, sheet.section, file_name(sheet), " ".join(sheet.notes))
        for sheet in found.sheets
    ]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        _add(archive, "contents.csv", _written(CONTENTS, contents, invented=invented))
        for sheet in found.sheets:
            _add(archive, file_name(sheet), table(sheet, invented=invented))
    return packed.getvalue()


def table(sheet: Sheet, *, invented: bool = False) -> bytes:
    """One table as a CSV file in UTF-8, with the mark that Excel knows it by."""
    headings = [
        f"{heading.group}, {heading.label}" if heading.group else heading.label for heading in sheet.headings
    ]
    return _written(headings, sheet.rows, invented=invented)


def file_name(sheet: Sheet, ending: str = "csv") -> str:
    """'table-04-age.csv': in the order of print in every list of files."""
    number = int(re.sub(r"\D", "", sheet.number) or 0)
    words = re.sub(r"[^a-z0-9]+", "-", sheet.key.lower()).strip("-")
    return f"table-{number:02d}-{words}.{ending}"


def _written(header: Sequence[str], rows: Iterable[Sequence[object]], *, invented: bool) -> bytes:
    mark = [INVENTED] if invented else []
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([safe(cell) for cell in (*header, *(["Note"] if invented else []))])
    writer.writerows([safe(cell) for cell in (*row, *mark)] for row in rows)
    return ("\ufeff" + out.getvalue()).encode()


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    """Without the hour it was made, so that the same tables give the same bytes."""
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
