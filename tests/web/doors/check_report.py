"""Addresses of this journey: a report of anybody's is checked; its findings are taken as a file."""

from __future__ import annotations

from tests.web.doors import DATA, Door

DOORS: dict[str, Door] = {
    "check_report": Door(DATA),
    # without findings sealed by the page there is nothing to give
    "check_report_findings": Door(DATA, status=400, method="post", page=False),
}
