"""The kinds of file a report is printed to.

An ink's module is loaded when a file is asked for: loading the drawing of charts would double the service's start.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass

from holdfast.reports.content import Document

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Ink:
    """A kind of file. The ink's module is loaded when a file is asked for: the drawing of charts is slow to load."""

    key: str
    label: str
    ending: str
    content_type: str
    module: str
    function: str = "render"

    def print(self, document: Document) -> bytes:
        """The file. Raises a ReportRefused if the report contradicts itself."""
        render: Callable[[Document], str | bytes] = getattr(
            importlib.import_module(f"holdfast.reports.ink.{self.module}"), self.function
        )
        made = render(document)
        return made.encode() if isinstance(made, str) else made


INKS: dict[str, Ink] = {
    one.key: one
    for one in (
        Ink("pdf", "PDF (tagged)", "pdf", "application/pdf", "pdf"),
        Ink("docx", "Word (editable)", "docx", WORD, "docx"),
        Ink("html", "Web page", "html", "text/html; charset=utf-8", "html"),
        Ink("xlsx", "Every table, Excel", "xlsx", EXCEL, "xlsx"),
        Ink("csv", "Every table, CSV", "zip", "application/zip", "csv", "render_zip"),
    )
}
