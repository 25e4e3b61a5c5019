"""The triggers that refuse to change what is only added to, in the words of each database."""

from __future__ import annotations

REFUSAL = "This table is only ever added to."


def names(vendor: str, table: str) -> list[str]:
    """The triggers' names."""
    return list(_on_postgresql(table) if vendor == "postgresql" else _on_sqlite(table))


def statements(vendor: str, table: str) -> list[str]:
    """The statements that make the triggers, each harmless when they are there already."""
    if vendor == "postgresql":
        refuse = (
            f"CREATE OR REPLACE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'insufficient_privilege'; END $$"
        )
        return [refuse] + [
            f"CREATE OR REPLACE TRIGGER {name} {moment} EXECUTE FUNCTION {table}_refuse()"
            for name, moment in _on_postgresql(table).items()
        ]
    return [
        f"CREATE TRIGGER IF NOT EXISTS {name} {moment} BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
        for name, moment in _on_sqlite(table).items()
    ]


def _on_postgresql(table: str) -> dict[str, str]:
    return {
        f"{table}_no_change": f"BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW",
        f"{table}_no_truncate": f"BEFORE TRUNCATE ON {table} FOR EACH STATEMENT",
    }


def _on_sqlite(table: str) -> dict[str, str]:
    # REPLACE removes the old row without a DELETE trigger being asked, so the insert itself is watched. A number out
    # of turn would forge the order, and the largest there is would leave no number for any later row.
    same = f"EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id)"  # noqa: S608  our own names
    later = f"EXISTS (SELECT 1 FROM {table} WHERE id > NEW.id)"  # noqa: S608  our own names
    last = (
        f"coalesce((SELECT max(id) FROM {table} WHERE id < NEW.id), "  # noqa: S608  our own names
        f"(SELECT seq FROM sqlite_sequence WHERE name = '{table}'), 0)"
    )
    return {
        f"{table}_no_update": f"BEFORE UPDATE ON {table}",
        f"{table}_no_delete": f"BEFORE DELETE ON {table}",
        f"{table}_no_replace": f"BEFORE INSERT ON {table} WHEN {same}",
        f"{table}_no_leap": f"AFTER INSERT ON {table} WHEN {later} OR NEW.id > 1 + {last}",
    }
