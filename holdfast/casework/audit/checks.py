"""Says aloud when the database is set up so that the diary could be changed."""

from __future__ import annotations

from typing import Any

from django.core.checks import CheckMessage, Warning
from django.db import connections

from . import guard

_POWERS = """
SELECT r.rolsuper, pg_has_role(current_user, c.relowner, 'USAGE'),
       pg_has_role(current_user, d.datdba, 'USAGE'), pg_has_role(current_user, n.nspowner, 'USAGE')
FROM pg_roles r, pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, pg_database d
WHERE r.rolname = current_user AND c.oid = to_regclass(%s) AND d.datname = current_database()
"""

_HOW = "Run `manage.py prepare_database` with DATABASE_OWNER_URL set, and give the service a role of its own."


def powers_over_the_diary(connection: Any) -> str | None:
    """Why this connection could change the audit table's shape; None when it cannot. SQLite: the authorizer refuses."""
    if connection.vendor != "postgresql":
        return None
    with connection.cursor() as cursor:
        cursor.execute(_POWERS, [guard.TABLE])
        row = cursor.fetchone()
    if row is None:
        return None
    superuser, owns_table, owns_database, owns_schema = row
    if superuser:
        return "it signs in as a superuser"
    if owns_table:
        return "it owns the table"
    if owns_database or owns_schema:
        return "it owns the database the table is in"
    return None


def audit_is_out_of_reach(databases: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """A warning for each database whose service connection has power over the audit table."""
    warnings = []
    for name in databases or []:
        why = powers_over_the_diary(connections[name])
        if why:
            message = (
                f"The service could reshape the audit table, because {why}. Triggers still refuse changes."
            )
            warnings.append(Warning(message, hint=_HOW, id="audit.W001"))
    return warnings
