"""Adding and changing many rows of one table: for thousands, far quicker than statements that name each value.

An import holds SQLite's one pen until it has ended, so what is saved here, other people do not wait.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
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
    statement = f"UPDATE {quote(model._meta.db_table)} SET {assignments} WHERE {quote('id')} = %s"  # noqa: S608  our own names
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


def add_rows(model: type[models.Model], rows: Sequence[Mapping[str, Any]]) -> None:
    """Add rows, each given as attribute names and values, all with the same names; the rest takes its default.

    For models whose fields do not fill themselves when they are saved. The rows' numbers are not handed back.
    """
    if not rows:
        return
    columns = [column for column in model._meta.local_concrete_fields if not column.primary_key]
    quote = connection.ops.quote_name
    names = ", ".join(quote(column.column) for column in columns)
    # only names of our own tables and columns are put together here; every value goes as a parameter
    statement = (
        f"INSERT INTO {quote(model._meta.db_table)} ({names}) VALUES ({', '.join(['%s'] * len(columns))})"  # noqa: S608  our own names
    )
    saved = [_saved(column, column.attname in rows[0]) for column in columns]
    with connection.cursor() as cursor:
        cursor.executemany(statement, [tuple(one(row) for one in saved) for row in rows])


#: what both databases take as it stands
_AS_IT_STANDS = {models.CharField: str, models.TextField: str}


def _saved(column: Any, given: bool) -> Callable[[Mapping[str, Any]], Any]:
    """What of a row goes into this column, as the database takes it."""
    name, default, plain = column.attname, column.get_default, _AS_IT_STANDS.get(type(column))

    def value(row: Mapping[str, Any]) -> Any:
        found = row[name] if given else default()
        return found if type(found) is plain else column.get_db_prep_save(found, connection)

    return value
