"""Addresses of this journey: patterns of concern and praise."""

from __future__ import annotations

from typing import Any

from holdfast.casework.access.roles import Role
from holdfast.domain.reporting_year import ReportingYear
from tests.web.doors import Door

OPENS = frozenset({Role.IRO, Role.IRO_MANAGER, Role.ANALYST})


def _year(things: Any) -> list:
    return [ReportingYear(2017)]


DOORS: dict[str, Door] = {
    "patterns": Door(OPENS, 302),
    "patterns_year": Door(OPENS, args=_year, not_one_childs=True),
    "patterns_download": Door(OPENS, args=_year, page=False, not_one_childs=True),
}
