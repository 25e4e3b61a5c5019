"""What holds between the figures there are, declared once for each table or pair of tables.

A new indicator is added here: until it is, a test fails. ``declared`` gives everything for the groups of a year.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from holdfast.indicators.publishing.language import Declared
from holdfast.indicators.publishing.relations import care, concerns, health, reviews, work

#: table id -> its groups in print order, as far as they were counted
Groups = Mapping[str, Sequence[str]]

_PARTS = (care.declared, health.declared, reviews.declared, work.declared, concerns.declared)

#: every table about which something is declared, if only that it stands alone
TABLES = frozenset({*care.TABLES, *health.TABLES, *reviews.TABLES, *work.TABLES, *concerns.TABLES})


def declared(groups: Groups) -> Declared:
    """Everything that holds between the numbers of these tables; terms that are not among them are left aside."""
    found = Declared()
    for part in _PARTS:
        found += part(groups)
    return found
