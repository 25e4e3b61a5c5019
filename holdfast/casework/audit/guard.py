"""Keeps the diary, and every table to which rows are only added, as it was written, whatever SQL is run.

Which tables these are, each model says itself (`mutability.AppendOnly`). It holds for the service's own connection.

On SQLite two guards: triggers in the file refuse UPDATE, DELETE, REPLACE and numbers out of turn for every program
that opens it, and an authorizer on each of our connections refuses them too, and with them every change of any
table's shape, main or temporary: what cannot be made cannot stand in the diary's place (see `authorizer`).
On PostgreSQL the tables belong to another role (see `prepare_database`), and triggers stand as the second guard.
Only `migrate` may change a table's shape: it runs inside `lifted()`.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from django.db import connections

from . import authorizer, triggers
from .mutability import append_only

_thread = threading.local()


@cache
def tables() -> frozenset[str]:
    """The names of the guarded tables."""
    return frozenset(model._meta.db_table for model in append_only())


def _authorize(
    action: int, first: str | None, second: str | None, database: str | None, by: str | None
) -> int:
    lifted = getattr(_thread, "lifted", False)
    return authorizer.answer(action, first, second, guarded=tables(), lifted=lifted)


def on_connection(sender: Any, connection: Any, **kwargs: Any) -> None:
    """Put the authorizer on a connection that has just been made."""
    if connection.vendor == "sqlite":
        connection.connection.set_authorizer(_authorize)


@contextmanager
def lifted() -> Iterator[None]:
    """Let this thread change the shape of tables: for `migrate`, and for nothing a request can reach."""
    before = getattr(_thread, "lifted", False)
    _thread.lifted = True
    try:
        yield
    finally:
        _thread.lifted = before
        for connection in connections.all(initialized_only=True):
            if connection.connection is not None:
                on_connection(None, connection)  # statements it prepared while lifted are asked again


def install(connection: Any) -> None:
    """Put the triggers on the guarded tables that are there and lack them. Harmless when repeated."""
    there = tables() & set(connection.introspection.table_names())
    with lifted(), connection.cursor() as cursor:
        for table in sorted(there):
            for statement in triggers.statements(connection.vendor, table):
                cursor.execute(statement)
