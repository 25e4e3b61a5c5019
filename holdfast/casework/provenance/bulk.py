"""Changing many rows of one table, each to its own values: for thousands, far quicker than one CASE WHEN."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection, models


def update_rows(
    model: type[models.Model], fields: Sequence[str], rows: Iterable[tuple[int, Sequence[Any]]]
) -> None:
    """Set ``fields`` (attribute names) of each row, given as its id and its values in that order."""
    columns = [model._meta.get_field(name) for name in fields]
    quote = connection.ops.quote_name
    assignments = ", ".join(f"{quote(column.column)} = %s" for column in columns)
    # only names of our own tables and columns are put together here; every value goes as a parameter
    statement = f"UPDATE {quote(model._meta.db_table)} SET {assignments} WHERE {quote('id')} = %s"  # noqa: S608
    parameters = [
        (
            *(
                column.get_db_prep_save(value, connection)
                for column, value in zip(columns, values, strict=True)
            ),
            pk,
        )
        for pk, values in rows
    ]
    if parameters:
        with connection.cursor() as cursor:
            cursor.executemany(statement, parameters)
