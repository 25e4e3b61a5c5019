"""On PostgreSQL the tables belong to one role and the service signs in as another, which may only add to the diary."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from psycopg import sql

from .mutability import AppendOnly, append_only


class RoleMissing(Exception):
    """The service's role is not there yet."""

    def __init__(self, role: str) -> None:
        super().__init__(
            f"There is no role “{role}” on this server. Have it made first: "
            f"CREATE ROLE {role} LOGIN PASSWORD '…' NOSUPERUSER NOCREATEDB NOCREATEROLE;"
        )


class SameRole(Exception):
    """Owner and service are one, so nothing would be kept apart."""

    def __init__(self, role: str) -> None:
        super().__init__(
            f"DATABASE_URL and DATABASE_OWNER_URL both sign in as “{role}”. Give the service a role of its own."
        )


def grant_to_service(connection: Any, role: str) -> None:
    """As the owner: let ``role`` read and write the records, and only read and add to what is append-only. Repeatable.

    Raises RoleMissing or SameRole.
    """
    service = sql.Identifier(role)
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        cursor.execute("SELECT current_user, current_schema(), current_database()")
        owner, schema, database = cursor.fetchone()
        if owner == role:
            raise SameRole(role)
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role])
        if cursor.fetchone() is None:
            raise RoleMissing(role)
        for statement in _grants(service, sql.Identifier(schema), sql.Identifier(database)):
            cursor.execute(statement.as_string(connection.connection))


def _grants(service: sql.Identifier, schema: sql.Identifier, database: sql.Identifier) -> list[sql.Composed]:
    return [
        # a temporary table, or a schema of the service's own, could stand in the diary's place
        sql.SQL("REVOKE TEMPORARY, CREATE ON DATABASE {} FROM PUBLIC, {}").format(database, service),
        sql.SQL("REVOKE CREATE ON SCHEMA {} FROM PUBLIC, {}").format(schema, service),
        sql.SQL("GRANT USAGE ON SCHEMA {} TO {}").format(schema, service),
        sql.SQL("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {} TO {}").format(
            schema, service
        ),
        sql.SQL("GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA {} TO {}").format(schema, service),
        *(grant for model in append_only() for grant in _only_added_to(model, service)),
        sql.SQL("REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM {}").format(service),
    ]


def _only_added_to(model: type[AppendOnly], service: sql.Identifier) -> list[sql.Composed]:
    """Rows are read and added, and the database gives them their number: one out of turn would forge the order."""
    table = sql.Identifier(model._meta.db_table)
    columns = [field.column for field in model._meta.local_concrete_fields if not field.primary_key]
    given = sql.SQL(", ").join(map(sql.Identifier, columns))
    return [
        sql.SQL("REVOKE ALL ON {} FROM PUBLIC, {}").format(table, service),
        sql.SQL("GRANT SELECT, INSERT ({}) ON {} TO {}").format(given, table, service),
    ]
