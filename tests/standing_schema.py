"""The tables of an empty service on SQLite, made once for the same code and then copied.

Making them takes the migrations some seconds, for each worker of each run. What was made is kept under a name that
holds a digest of the code, so whoever changes it migrates anew. script/test keeps it in a folder of its own run, where
the migrations are always run once; pytest alone keeps it in its cache.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import django
from django.db import connections

from holdfast.casework.audit.management.commands import migrate

ROOT = Path(__file__).resolve().parents[1]
FOLDER = "HOLDFAST_TEST_SCHEMA"


@cache
def _kept() -> Path | None:
    """Where tables made by this very code stand, or would."""
    folder = os.environ.get(FOLDER)
    if not folder:
        return None
    code = hashlib.sha256(django.__version__.encode())
    for room in ("casework", "config"):
        for file in sorted((ROOT / "holdfast" / room).rglob("*.py")):
            code.update(f"{file.relative_to(ROOT)}\0".encode() + file.read_bytes())
    return Path(folder) / f"{code.hexdigest()[:32]}.sqlite3"


def copied(usual: Callable[..., None]) -> Callable[..., None]:
    """``migrate`` that copies the tables into an empty SQLite database where somebody made them before."""

    def handle(self: migrate.Command, *args: Any, **options: Any) -> None:
        connection, kept = connections[options["database"]], _kept()
        standing = options.get("app_label") or connection.introspection.table_names()
        if kept is None or connection.vendor != "sqlite" or standing:
            usual(self, *args, **options)
            return
        connection.ensure_connection()
        if kept.exists():
            _copy(kept, connection.connection)
            return
        usual(self, *args, **options)
        own = kept.with_suffix(f".{os.getpid()}")
        made = sqlite3.connect(own)
        with made:
            connection.connection.backup(made)
        made.close()
        for old in set(kept.parent.glob("*.sqlite3")) - {kept}:
            old.unlink(missing_ok=True)
        own.replace(kept)

    return handle


def _copy(kept: Path, into: sqlite3.Connection) -> None:
    made = sqlite3.connect(f"file:{kept}?mode=ro", uri=True)
    made.backup(into)
    made.close()


def use() -> None:
    """From now on, in this process."""
    migrate.Command.handle = copied(migrate.Command.handle)
