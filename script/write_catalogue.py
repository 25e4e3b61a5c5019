"""The catalogue of indicators: what each counts, why, and who answers for it, from their own definitions."""

from __future__ import annotations

import contextlib
import io

from holdfast.config.cli import main


def documents() -> dict[str, str]:
    """File name under docs/generated -> its text: what ``holdfast catalogue`` prints."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        main(["catalogue"], standalone_mode=False)
    return {"catalogue.md": printed.getvalue()}
