"""Who may open the rows behind a figure: those who may read the records it was counted from."""

from __future__ import annotations

from typing import Any

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import check_may, may
from holdfast.indicators.language import Indicator

_CONCERNS = frozenset({"concerns", "stages"})


def permissions(indicator: Indicator) -> tuple[Permission, ...]:
    """What it takes: about whom a concern was raised, and what a monitor answered, is not everybody's to know."""
    rows = Permission.SEE_ROWS_BEHIND_FIGURES
    if _CONCERNS & {*indicator.needs}:
        return rows, Permission.SEE_CONCERNS
    return (rows, Permission.FILL_MONITORS) if indicator.question else (rows,)


def opens(user: Any, indicator: Indicator) -> bool:
    """Whether this person may open the rows behind the figures of a table."""
    return all(may(user, permission) for permission in permissions(indicator))


def check_opens(user: Any, indicator: Indicator) -> None:
    """Raises NotAllowed unless `opens`."""
    for permission in permissions(indicator):
        check_may(user, permission)
