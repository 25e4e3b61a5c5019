"""Django's migrate, the one command that may change the audit table's shape; it leaves the guard in place."""

from typing import Any

from django.core.management.commands import migrate
from django.db import connections

from holdfast.casework.audit import guard


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        with guard.lifted():
            super().handle(*args, **options)
        guard.install(connections[options["database"]])
