"""Packs on “My work”: those sent to the reader that wait to be read or answered."""

from __future__ import annotations

from datetime import date
from typing import Any

from holdfast.casework.editions.packs_queries import to_read_or_answer
from holdfast.web.packs.presenters import PackRow


def packs_on_desk(user: Any, on: date) -> list[PackRow]:
    """What waits, the earliest day first. At most two queries, none for a role that receives no packs."""
    return [PackRow(receipt, on) for receipt in to_read_or_answer(user)]
