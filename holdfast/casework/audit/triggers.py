"""The triggers that refuse to change the diary, in the words of each database."""

from __future__ import annotations

REFUSAL = "The audit table is only ever added to."


def statements(vendor: str, table: str) -> list[str]:
    """The statements that make the triggers, each harmless when they are there already."""
    return _postgresql(table) if vendor == "postgresql" else _sqlite(table)


def _sqlite(table: str) -> list[str]:
    # REPLACE removes the old row without a DELETE trigger being asked, so the insert itself is watched. A number out
    # of turn would forge the order, and the largest there is would leave no number for any later row.
    same = f"EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id)"  # noqa: S608
    later = f"EXISTS (SELECT 1 FROM {table} WHERE id > NEW.id)"  # noqa: S608
    last = (
        f"coalesce((SELECT max(id) FROM {table} WHERE id < NEW.id), "  # noqa: S608
        f"(SELECT seq FROM sqlite_sequence WHERE name = '{table}'), 0)"
    )
    watched = {
        "update": f"BEFORE UPDATE ON {table}",
        "delete": f"BEFORE DELETE ON {table}",
        "replace": f"BEFORE INSERT ON {table} WHEN {same}",
        "leap": f"AFTER INSERT ON {table} WHEN {later} OR NEW.id > 1 + {last}",
    }
    return [
        f"CREATE TRIGGER IF NOT EXISTS {table}_no_{name} {moment} BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
        for name, moment in watched.items()
    ]


def _postgresql(table: str) -> list[str]:
    return [
        f"CREATE OR REPLACE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'insufficient_privilege'; END $$",
        f"CREATE OR REPLACE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION {table}_refuse()",
        f"CREATE OR REPLACE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {table}_refuse()",
    ]
