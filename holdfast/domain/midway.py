"""When a midway check falls. It lies between two reviews and never moves either.

Source: practice of reviewing services (a check halfway, the social worker answers in 5 working days); no law sets it.
"""

from __future__ import annotations

from datetime import date


def halfway(completed_on: date, next_due: date) -> date:
    """The day halfway between a completed review and the last day of the next; the earlier of two middle days."""
    return completed_on + (next_due - completed_on) // 2
