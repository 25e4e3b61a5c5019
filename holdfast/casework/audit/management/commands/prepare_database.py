"""Make or bring up to date the tables on PostgreSQL, as their owner, and let the service's own role use them."""

from typing import Any

import environ
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, connections

from holdfast.casework.audit.checks import powers_over_the_diary

_OWNER = "owner"


class Command(BaseCommand):
    help = (
        "Makes the tables as the role of DATABASE_OWNER_URL and lets the role of DATABASE_URL use them, "
        "so that the service can add to the audit table and not change it. Run it after every update."
    )
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        if connection.vendor != "postgresql":
            call_command("migrate", verbosity=options["verbosity"])
            self.stdout.write("This service keeps its records in SQLite. The tables are up to date.")
            return
        if not settings.DATABASE_OWNER_URL:
            raise CommandError(
                "Set DATABASE_OWNER_URL to the role that shall own the tables (postgres://owner:…@host/name), "
                "and DATABASE_URL to the role the service signs in with."
            )
        from holdfast.casework.audit.ownership import RoleMissing, SameRole, grant_to_service

        role = connection.settings_dict["USER"]
        connections.databases[_OWNER] = environ.Env.db_url_config(settings.DATABASE_OWNER_URL)
        connections.configure_settings(connections.databases)
        call_command("migrate", database=_OWNER, verbosity=options["verbosity"])
        try:
            grant_to_service(connections[_OWNER], role)
        except (RoleMissing, SameRole) as error:
            raise CommandError(str(error)) from None
        finally:
            connections[_OWNER].close()
        why = powers_over_the_diary(connection)
        if why:
            raise CommandError(
                f"The service's role “{role}” could still change the audit table, because {why}."
            )
        self.stdout.write(
            f"The tables are up to date. “{role}” can add to the audit table and cannot change it."
        )
