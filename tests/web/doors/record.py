"""Addresses of this journey: record."""

from __future__ import annotations

from tests.web.doors import Door

DOORS: dict[str, Door] = {}
