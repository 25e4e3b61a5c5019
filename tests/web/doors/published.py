"""Addresses of this journey: sheets to fill in, and the populations of several years."""

from __future__ import annotations

from tests.web.doors import DATA, Door

DOORS: dict[str, Door] = {
    "published_template": Door(DATA),
    "population_several": Door(DATA),
    "population_template": Door(DATA, page=False),
}
