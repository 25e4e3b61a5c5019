"""Addresses of this journey: the board paper."""

from __future__ import annotations

from typing import Any

from holdfast.domain.reporting_year import ReportingYear
from tests.web.doors import DATA, FIGURES, Door


def _year(things: Any) -> list:
    return [ReportingYear(2017)]


DOORS: dict[str, Door] = {
    "board_paper": Door(FIGURES, status=302),
    "board_paper_year": Door(FIGURES, args=_year, not_one_childs=True),
    "board_paper_headlines": Door(DATA, args=_year, not_one_childs=True),
    "board_paper_priorities": Door(DATA, args=_year, not_one_childs=True),
    "board_paper_links": Door(DATA, args=_year, not_one_childs=True),
    "board_paper_implications": Door(DATA, args=_year, not_one_childs=True),
    "board_paper_preview": Door(FIGURES, args=_year, not_one_childs=True),
    "board_paper_file": Door(
        FIGURES,
        args=lambda t: [ReportingYear(2017), "draft", "inside", "html"],
        page=False,
        not_one_childs=True,
    ),
}
