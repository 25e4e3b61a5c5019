"""One after the other where no row can be held: rows that are never changed may be read and added, not held."""

from __future__ import annotations

import hashlib

from django.db import connection, transaction


def take_turns(*about: object) -> None:
    """Wait until nobody else is at the same thing, and keep others from it until the transaction ends.

    ``about``: what it is, such as a place in a year's report. Call it before reading what the change rests on. On
    SQLite nothing is asked: a transaction that writes is alone from its first line. Raises TransactionManagementError
    outside a transaction, where it would hold nothing.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError(
            "Turns are kept until a transaction ends; none has begun."
        )
    if connection.vendor != "postgresql":
        return
    key = hashlib.sha256(repr(about).encode()).digest()[:8]
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [int.from_bytes(key, "big", signed=True)])
