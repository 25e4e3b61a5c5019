"""Keeps the diary out of reach of the service's own connection, whatever SQL it may be made to run.

On SQLite two guards: triggers in the file refuse UPDATE, DELETE, REPLACE and numbers out of turn for every program
that opens it, and an authorizer on each of our connections refuses them too, and with them every change of any
table's shape, main or temporary: what cannot be made cannot stand in the diary's place (see `authorizer`).
On PostgreSQL the table belongs to another role (see `prepare_database`), and triggers stand as the second guard.
Only `migrate` may change a table's shape: it runs inside `lifted()`.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connections

from . import authorizer, triggers

TABLE = "audit_auditevent"
_thread = threading.local()


def _authorize(
    action: int, first: str | None, second: str | None, database: str | None, by: str | None
) -> int:
    return authorizer.answer(action, first, second, guarded={TABLE}, lifted=getattr(_thread, "lifted", False))


def on_connection(sender: Any, connection: Any, **kwargs: Any) -> None:
    """Put the authorizer on a connection that has just been made."""
    if connection.vendor == "sqlite":
        connection.connection.set_authorizer(_authorize)


@contextmanager
def lifted() -> Iterator[None]:
    """Let this thread change the diary's shape: for `migrate`, and for nothing a request can reach."""
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
    """Put the triggers on the table if it is there and they are not. Harmless when repeated."""
    if TABLE in connection.introspection.table_names():
        with lifted(), connection.cursor() as cursor:
            for statement in triggers.statements(connection.vendor, TABLE):
                cursor.execute(statement)
