"""Addresses of this journey: the overview of each role."""

from __future__ import annotations

from tests.web.doors import ALL, Door

DOORS: dict[str, Door] = {"overview": Door(ALL)}
