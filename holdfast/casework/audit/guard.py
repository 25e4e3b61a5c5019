"""Keeps the diary out of reach of the service's own connection, whatever SQL it may be made to run.

On SQLite two guards: triggers in the file refuse UPDATE, DELETE and REPLACE for every program that opens it, and an
authorizer on each of our connections refuses them too, and with them every change of the table's shape and every
disguise (dropping or renaming it, a temporary table or trigger in its place, `PRAGMA writable_schema`).
On PostgreSQL the table belongs to another role (see `prepare_database`), and triggers stand as the second guard.
Only `migrate` may change the table's shape: it runs inside `lifted()`.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from . import triggers

TABLE = "audit_auditevent"
_thread = threading.local()

_ON_TABLE = {
    sqlite3.SQLITE_UPDATE,
    sqlite3.SQLITE_DELETE,
    sqlite3.SQLITE_DROP_TABLE,
    sqlite3.SQLITE_CREATE_TABLE,
}
_IN_DISGUISE = {
    sqlite3.SQLITE_CREATE_TEMP_TABLE,
    sqlite3.SQLITE_CREATE_TEMP_VIEW,
    sqlite3.SQLITE_CREATE_VIEW,
    sqlite3.SQLITE_DROP_TEMP_TABLE,
}
_SECOND_NAMES_TABLE = {
    sqlite3.SQLITE_ALTER_TABLE,
    sqlite3.SQLITE_CREATE_INDEX,
    sqlite3.SQLITE_CREATE_TEMP_INDEX,
    sqlite3.SQLITE_CREATE_TRIGGER,
    sqlite3.SQLITE_CREATE_TEMP_TRIGGER,
    sqlite3.SQLITE_DROP_INDEX,
    sqlite3.SQLITE_DROP_TRIGGER,
    sqlite3.SQLITE_DROP_TEMP_TRIGGER,
}
_PRAGMAS_REFUSED = {"writable_schema"}


def _authorize(
    action: int, first: str | None, second: str | None, database: str | None, by: str | None
) -> int:
    if getattr(_thread, "lifted", False):
        return sqlite3.SQLITE_OK
    touched = second if action in _SECOND_NAMES_TABLE else first
    guarded = action in _ON_TABLE or action in _IN_DISGUISE or action in _SECOND_NAMES_TABLE
    if guarded and touched is not None and touched.lower() == TABLE:
        return sqlite3.SQLITE_DENY
    if action == sqlite3.SQLITE_PRAGMA and (first or "").lower() in _PRAGMAS_REFUSED and second is not None:
        return sqlite3.SQLITE_DENY
    return sqlite3.SQLITE_OK


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


def install(connection: Any) -> None:
    """Put the triggers on the table if it is there and they are not. Harmless when repeated."""
    if TABLE in connection.introspection.table_names():
        with lifted(), connection.cursor() as cursor:
            for statement in triggers.statements(connection.vendor, TABLE):
                cursor.execute(statement)
