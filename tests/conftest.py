"""What every test stands on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.core.management.commands import flush
from django.db import connections

from holdfast.casework.audit import guard


def pytest_configure() -> None:
    """A password that takes half a second to check is right for a service and wrong for a thousand tests."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True, scope="session")
def _flush_may_empty_the_diary() -> Iterator[None]:
    """A test that commits is followed by Django's flush, which must be able to empty the audit table too."""
    handle = flush.Command.handle

    def handle_with_the_guard_off(self: flush.Command, **options: object) -> None:
        connection = connections[str(options["database"])]
        with guard.lifted():
            with connection.cursor() as cursor:
                for name in ("no_change", "no_truncate"):
                    if connection.vendor == "postgresql":
                        cursor.execute(f"DROP TRIGGER IF EXISTS {guard.TABLE}_{name} ON {guard.TABLE}")
                for name in ("no_update", "no_delete", "no_replace", "no_leap"):
                    if connection.vendor == "sqlite":
                        cursor.execute(f"DROP TRIGGER IF EXISTS {guard.TABLE}_{name}")
            handle(self, **options)
        guard.install(connection)

    flush.Command.handle = handle_with_the_guard_off
    yield
    flush.Command.handle = handle
