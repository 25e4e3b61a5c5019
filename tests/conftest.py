"""What every test stands on."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.core.management.commands import flush
from django.db import connections

from holdfast.casework.audit import guard, triggers


def pytest_configure() -> None:
    """A password that takes half a second to check is right for a service and wrong for a thousand tests."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    # On PostgreSQL the tests make and drop their own database, as a superuser; so do the commands they start.
    settings.AUDIT_UNGUARDED = True
    os.environ["HOLDFAST_AUDIT_UNGUARDED"] = "1"
    # The demonstration is off wherever a database is named; its tests run on a named one too.
    settings.DEMONSTRATION = True
    os.environ["HOLDFAST_DEMO"] = "1"


@pytest.fixture(autouse=True, scope="session")
def _flush_may_empty_the_diary() -> Iterator[None]:
    """A test that commits is followed by Django's flush, which must be able to empty the guarded tables too."""
    handle = flush.Command.handle

    def handle_with_the_guard_off(self: flush.Command, **options: object) -> None:
        connection = connections[str(options["database"])]
        with guard.lifted():
            with connection.cursor() as cursor:
                for table in guard.tables():
                    for name in triggers.names(connection.vendor, table):
                        on = f" ON {table}" if connection.vendor == "postgresql" else ""
                        cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")
            handle(self, **options)
        guard.install(connection)

    flush.Command.handle = handle_with_the_guard_off
    yield
    flush.Command.handle = handle
