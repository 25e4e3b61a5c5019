"""Every indicator there is, found by listing ``holdfast/indicators/definitions``."""

from __future__ import annotations

import importlib
import pkgutil

from holdfast.indicators import definitions
from holdfast.indicators.language import Indicator


def _found() -> dict[str, Indicator]:
    found: list[Indicator] = []
    for module in pkgutil.iter_modules(definitions.__path__):
        loaded = importlib.import_module(f"{definitions.__name__}.{module.name}")
        found.append(loaded.INDICATOR)
    return {i.table: i for i in sorted(found, key=lambda i: i.order)}


#: table id -> indicator, in the order they are printed
INDICATORS: dict[str, Indicator] = _found()


def indicator(table: str) -> Indicator:
    """The indicator of a table id. Raises KeyError with a sentence when there is none."""
    try:
        return INDICATORS[table]
    except KeyError:
        raise KeyError(
            f"There is no table called “{table}”. The tables are: {', '.join(INDICATORS)}."
        ) from None
