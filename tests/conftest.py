"""What every test stands on."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.core.management.commands import flush
from django.db import connections

from holdfast.casework.audit import guard, triggers
from tests import standing_schema

pytest_plugins = ("tests.together",)

#: Chromium in a container, asking nothing of any host
BROWSER_FLAGS = [
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-background-networking",
]


def pytest_configure(config: pytest.Config) -> None:
    """A password that takes half a second to check is right for a service and wrong for a thousand tests."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    # On PostgreSQL the tests make and drop their own database, as a superuser; so do the commands they start.
    settings.AUDIT_UNGUARDED = True
    os.environ["HOLDFAST_AUDIT_UNGUARDED"] = "1"
    # The demonstration is off wherever a database is named; its tests run on a named one too.
    settings.DEMONSTRATION = True
    os.environ["HOLDFAST_DEMO"] = "1"
    if standing_schema.FOLDER not in os.environ and hasattr(config, "cache"):
        os.environ[standing_schema.FOLDER] = str(config.cache.mkdir("schema"))
    standing_schema.use()


@pytest.fixture(autouse=True, scope="session")
def _flush_may_empty_the_diary() -> Iterator[None]:
    """A test that commits is followed by Django's flush, which must be able to empty the guarded tables too."""
    handle = flush.Command.handle

    def handle_with_the_guard_off(self: flush.Command, **options: object) -> None:
        connection = connections[str(options["database"])]
        with guard.lifted():
            with connection.cursor() as cursor:
                for table in guard.tables():
                    for name in triggers.names(connection.vendor, table):
                        on = f" ON {table}" if connection.vendor == "postgresql" else ""
                        cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")
            handle(self, **options)
        guard.install(connection)

    flush.Command.handle = handle_with_the_guard_off
    yield
    flush.Command.handle = handle


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    request: pytest.FixtureRequest,
    django_db_modify_db_settings_parallel_suffix: None,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """Where a browser is driven, SQLite is a file as in the service.

    In memory all threads of the live server would share one connection, and two requests at once would meet in it.
    """
    database = connections.databases["default"]
    driven = any(item.get_closest_marker("browser") for item in request.session.items)
    if driven and database["ENGINE"].endswith("sqlite3"):
        database.setdefault("TEST", {})["NAME"] = str(tmp_path_factory.mktemp("database") / "tests.sqlite3")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """Debian's Chromium, driven; one for all tests.

    Playwright keeps a loop running, which Django must be told is harmless here.
    """
    from playwright.sync_api import sync_playwright

    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=BROWSER_FLAGS)
        yield browser
        browser.close()
    if before is None:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]
