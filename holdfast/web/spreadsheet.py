"""Lists as CSV files that open in a spreadsheet, without a cell ever being taken for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from django.http import HttpResponse

from holdfast.reports.ink.formulas import safe

__all__ = ["INVENTED", "csv_file", "safe"]
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
