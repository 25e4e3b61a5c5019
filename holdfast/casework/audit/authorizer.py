"""What SQLite asks before it prepares a statement on one of our connections, and what it is answered."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection

#: not among the names of Python's module; values from sqlite3.h
_CREATE_VTABLE, _DROP_VTABLE = 29, 30

_SHAPE = {
    sqlite3.SQLITE_CREATE_INDEX,
    sqlite3.SQLITE_CREATE_TABLE,
    sqlite3.SQLITE_CREATE_TEMP_INDEX,
    sqlite3.SQLITE_CREATE_TEMP_TABLE,
    sqlite3.SQLITE_CREATE_TEMP_TRIGGER,
    sqlite3.SQLITE_CREATE_TEMP_VIEW,
    sqlite3.SQLITE_CREATE_TRIGGER,
    sqlite3.SQLITE_CREATE_VIEW,
    sqlite3.SQLITE_DROP_INDEX,
    sqlite3.SQLITE_DROP_TABLE,
    sqlite3.SQLITE_DROP_TEMP_INDEX,
    sqlite3.SQLITE_DROP_TEMP_TABLE,
    sqlite3.SQLITE_DROP_TEMP_TRIGGER,
    sqlite3.SQLITE_DROP_TEMP_VIEW,
    sqlite3.SQLITE_DROP_TRIGGER,
    sqlite3.SQLITE_DROP_VIEW,
    sqlite3.SQLITE_ALTER_TABLE,
    sqlite3.SQLITE_ATTACH,
    sqlite3.SQLITE_DETACH,
    _CREATE_VTABLE,
    _DROP_VTABLE,
}
_CHANGE = {sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE}
_WRITE = _CHANGE | {sqlite3.SQLITE_INSERT}
#: SQLite refuses to change these itself; and it asks for it whenever it first meets a function such as json_each
_KEPT_BY_SQLITE = {"sqlite_master", "sqlite_temp_master"}
#: those that look, and those Django sets while it works; any other may be read and not set
_PRAGMAS_WITH_A_VALUE = {
    "busy_timeout",
    "foreign_key_check",
    "foreign_key_list",
    "foreign_keys",
    "index_info",
    "index_list",
    "index_xinfo",
    "table_info",
    "table_list",
    "table_xinfo",
}


def answer(
    action: int, first: str | None, second: str | None, *, guarded: Collection[str], lifted: bool
) -> int:
    """SQLITE_OK or SQLITE_DENY. `first` is the table written to, or the PRAGMA, and `second` then its value.

    Nobody makes, drops or alters anything (`lifted` excepted), writes to SQLite's own tables such as
    sqlite_sequence, or changes a row of a guarded table.
    """
    if lifted:
        return sqlite3.SQLITE_OK
    name = (first or "").lower()
    refused = (
        action in _SHAPE
        or (action in _WRITE and name.startswith("sqlite_") and name not in _KEPT_BY_SQLITE)
        or (action in _CHANGE and name in guarded)
        or (action == sqlite3.SQLITE_PRAGMA and second is not None and name not in _PRAGMAS_WITH_A_VALUE)
    )
    return sqlite3.SQLITE_DENY if refused else sqlite3.SQLITE_OK
