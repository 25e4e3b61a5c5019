"""What every test stands on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core.management.commands import flush
from django.db import connections

from holdfast.casework.audit import guard, triggers


@pytest.fixture(autouse=True, scope="session")
def _flush_may_empty_the_diary() -> Iterator[None]:
    """A test that commits is followed by Django's flush, which must be able to empty the audit table too."""
    handle = flush.Command.handle

    def handle_with_the_guard_off(self: flush.Command, **options: object) -> None:
        connection = connections[str(options["database"])]
        with guard.lifted():
            with connection.cursor() as cursor:
                for statement in triggers.removal(connection.vendor, guard.TABLE):
                    cursor.execute(statement)
            handle(self, **options)
        guard.install(connection)

    flush.Command.handle = handle_with_the_guard_off
    yield
    flush.Command.handle = handle
