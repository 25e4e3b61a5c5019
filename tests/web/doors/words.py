"""Addresses of this journey: the author's words, and the words the service prefers."""

from __future__ import annotations

from typing import Any

from holdfast.casework.publishing.wording import enter_term
from holdfast.domain.reporting_year import ReportingYear
from tests.web.doors import DATA, MANAGER, Door

YEAR = ReportingYear(2017)


def prepare(world: Any) -> dict[str, Any]:
    """A word the service prefers."""
    return {"term": enter_term(preferred="children in care", instead_of=["LAC"], by=None)}


def _place(things: Any) -> list:
    return [YEAR, "introduction"]


DOORS: dict[str, Door] = {
    "report_words": Door(DATA, args=_place, not_one_childs=True),
    "report_figures": Door(DATA, args=_place, page=False, not_one_childs=True),
    "rules_terms": Door(MANAGER),
    "rules_term_add": Door(MANAGER),
    "rules_term_correct": Door(MANAGER, args=lambda t: [t.term.pk], not_one_childs=True),
    "rules_term_remove": Door(
        MANAGER, status=302, method="post", args=lambda t: [t.term.pk], not_one_childs=True
    ),
}
