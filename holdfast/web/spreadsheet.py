"""Lists as CSV files that open in a spreadsheet, without a cell ever being taken for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from django.http import HttpResponse

#: A spreadsheet takes a cell that begins so for a formula to run; in East Asian settings the wide signs too.
DANGEROUS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
#: What a spreadsheet may pass over before it looks for the sign.
PASSED_OVER = " \t\r\n\v\f\0\xa0\u200b\u2028\u2029\u3000\ufeff"
#: A cell that begins so is broken apart by some spreadsheets, whatever follows.
BREAKS = ("\t", "\r", "\n")
#: What every row of a demonstration's download says at its end.
INVENTED = "Invented for demonstration"


def csv_file(
    name: str, header: Sequence[str], rows: Iterable[Sequence[object]], *, invented: bool = False
) -> HttpResponse:
    """A download called ``name`` (nothing personal in it).

    ``invented``: the records are the demonstration's. Then the name says so, and every row in a last column of its
    own, which stays with it when the rows are sorted, filtered or copied elsewhere; the first line stays the heading.
    """
    mark = [INVENTED] if invented else []
    name = f"demo-{name}" if invented else name
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([*header, *(["Note"] if invented else [])])
    writer.writerows([safe(cell) for cell in [*row, *mark]] for row in rows)
    response = HttpResponse("\ufeff" + out.getvalue(), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def safe(cell: object) -> object:
    """Text that a spreadsheet would run as a formula gets an apostrophe in front; numbers stay numbers."""
    if not isinstance(cell, str):
        return "" if cell is None else cell
    runs = cell.lstrip(PASSED_OVER).startswith(DANGEROUS) or cell.startswith(BREAKS)
    return f"'{cell}" if runs else cell
