"""Write the annual report into a folder, in all three inks: all of them or none."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from holdfast.reports.content import Document
from holdfast.reports.ink import docx, html, pdf


def write(document: Document, folder: Path) -> list[Path]:
    """Write ``annual-report-2016-17.html``, ``.docx`` and ``.pdf``, and return where they are.

    The folder is made if it is not there. Nothing is written, and nothing that was there before is touched, if
    any ink refuses the report (ReportRefused); each file appears whole or not at all.
    """
    made = {
        ".html": html.render(document).encode(),
        ".docx": docx.render(document),
        ".pdf": pdf.render(document),
    }
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder, prefix=".writing-") as aside:
        for suffix, content in made.items():
            (Path(aside) / f"{document.file_name}{suffix}").write_bytes(content)
        paths = [folder / f"{document.file_name}{suffix}" for suffix in made]
        for path in paths:
            os.replace(Path(aside) / path.name, path)
    return paths
