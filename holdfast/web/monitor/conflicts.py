"""What somebody else answered while a page was open, said beside what was typed there."""

from __future__ import annotations

from collections.abc import Iterable

from holdfast.casework.monitors.sheet import Sheet
from holdfast.web.monitor.reading import value_in_words


def meanwhile_words(sheet: Sheet, moved: Iterable[str]) -> dict[str, str]:
    """Question key → what stands saved there now, of the questions that two people answered at the same time."""
    found = {}
    for key in moved:
        question, value = sheet.questions.question(key), sheet.given.get(key)
        if question is None:
            continue
        now = f"“{value_in_words(question, value)}”" if value else "no answer"
        found[key] = (
            f"Changed elsewhere to {now} while this page was open, and saved. Yours stands here, not saved."
        )
    return found
