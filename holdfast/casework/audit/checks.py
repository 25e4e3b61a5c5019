"""Says aloud when the database is set up so that the diary could be changed."""

from __future__ import annotations

from typing import Any

from django.core.checks import CheckMessage, Warning
from django.db import connections

from . import guard

# Every role the service signs in as or may take on: SET ROLE needs no inheriting, so MEMBER and not USAGE.
# Whoever may make roles may make itself a member of the owner (PostgreSQL 15 and before).
_POWERS = """
WITH reach AS (
  SELECT * FROM pg_roles
  WHERE pg_has_role(session_user, oid, 'MEMBER') OR pg_has_role(current_user, oid, 'MEMBER')
),
tables AS (SELECT to_regclass(name) AS oid FROM unnest(%s::text[]) AS name),
kept AS (SELECT c.oid, c.relowner, c.relnamespace FROM pg_class c JOIN tables USING (oid)),
base AS (SELECT * FROM pg_database WHERE datname = current_database())
SELECT
  bool_or(r.rolsuper),
  bool_or(EXISTS (SELECT FROM kept WHERE kept.relowner = r.oid)),
  bool_or(EXISTS (SELECT FROM base WHERE base.datdba = r.oid) OR EXISTS (
    SELECT FROM kept JOIN pg_namespace n ON n.oid = kept.relnamespace WHERE n.nspowner = r.oid)),
  bool_or(r.rolcreaterole),
  bool_or(r.rolname IN ('pg_execute_server_program', 'pg_write_server_files')),
  bool_or(EXISTS (SELECT FROM kept WHERE has_table_privilege(r.oid, kept.oid, 'UPDATE, DELETE, TRUNCATE, TRIGGER')
    OR has_any_column_privilege(r.oid, kept.oid, 'UPDATE'))),
  bool_or(EXISTS (SELECT FROM base WHERE has_database_privilege(r.oid, base.oid, 'TEMPORARY, CREATE'))
    OR EXISTS (SELECT FROM pg_namespace n WHERE n.nspname !~ '^pg_' AND has_schema_privilege(r.oid, n.oid, 'CREATE')))
FROM reach r WHERE EXISTS (SELECT FROM kept)
"""

#: in the order of the columns above
_REASONS = (
    "it signs in as a superuser, or may become one",
    "it owns the table, or may become the role that does",
    "it owns the database the table is in, or may become the role that does",
    "it may make roles, and so become the one that owns the table",
    "it may write the server's files",
    "it may change or remove rows of it",
    "it may make tables of its own in this database, and one of them could stand in its place",
)

HOW = (
    "Give the service a role of its own, without powers and a member of no other, and run "
    "`holdfast manage prepare_database` with DATABASE_OWNER_URL set to the role that owns the database."
)


def powers_over_the_diary(connection: Any) -> str | None:
    """Why this connection could change what is only added to; None when it cannot. SQLite: the authorizer refuses."""
    if connection.vendor != "postgresql":
        return None
    with connection.cursor() as cursor:
        cursor.execute(_POWERS, [sorted(guard.tables())])
        found = cursor.fetchone()
    return next((reason for reason, holds in zip(_REASONS, found, strict=True) if holds), None)


def audit_is_out_of_reach(databases: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """A warning for each database whose service connection has power over the audit table."""
    warnings = []
    for name in databases or []:
        why = powers_over_the_diary(connections[name])
        if why:
            message = f"The service could change the audit table, because {why}."
            warnings.append(Warning(message, hint=HOW, id="audit.W001"))
    return warnings
