"""A pytest plugin (``-p tests.house.only_database``): keep only the tests that touch the database.

script/test uses it to run them a second time, on PostgreSQL.
"""

from __future__ import annotations

import pytest

FIXTURES = {
    "db",
    "transactional_db",
    "django_db_reset_sequences",
    "django_db_serialized_rollback",
    "live_server",
    "django_db_setup",
}


def touches_database(item: pytest.Item) -> bool:
    """By mark, by fixture, or as a Django test case; less what is the same whatever database it came from."""
    if item.get_closest_marker("any_database"):
        return False
    if item.get_closest_marker("django_db") or item.get_closest_marker("postgres"):
        return True
    return bool(FIXTURES & set(getattr(item, "fixturenames", ())))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    away = [item for item in items if not touches_database(item)]
    items[:] = [item for item in items if touches_database(item)]
    config.hook.pytest_deselected(items=away)
