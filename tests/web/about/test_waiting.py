"""While somebody else holds the database's pen a page says so, and nothing is shown that is not written down."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from django.db import OperationalError, connection
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.audit.models import AuditEvent
from holdfast.web import waiting


@pytest.fixture
def held(tmp_path: Path) -> OperationalError:
    """What Django raises when another connection is writing."""
    first, second = (sqlite3.connect(tmp_path / "one.sqlite3", timeout=0) for _ in range(2))
    first.execute("BEGIN IMMEDIATE")
    try:
        second.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as refusal:
        error = OperationalError(str(refusal))
        error.__cause__ = refusal
    finally:
        first.close()
        second.close()
    return error


def raising(error: Exception):
    def act(*args, **kwargs):
        raise error

    return act


def test_a_childs_page_that_cannot_be_written_down_is_not_shown(as_role, world, held, monkeypatch) -> None:
    monkeypatch.setattr(AuditEvent.objects, "create", raising(held))
    before = AuditEvent.objects.count()

    response = as_role(Role.IRO_MANAGER).get(reverse("child", args=[world.alice.public_id]))

    assert (response.status_code, response["Retry-After"]) == (503, "10")
    page = response.content.decode()
    assert "A return is being loaded" in page
    assert "Open this page again in a moment" in page
    assert "Alice" not in page
    assert AuditEvent.objects.count() == before


def test_what_was_sent_is_said_not_to_be_saved(rf, held) -> None:
    assert "What you sent just now was not saved" in waiting.busy(rf.post("/")).content.decode()


def test_a_session_that_cannot_be_written_is_said_in_the_same_words(as_role, held, monkeypatch) -> None:
    client = as_role(Role.IRO_MANAGER)
    monkeypatch.setattr("django.contrib.sessions.backends.db.SessionStore.save", raising(held))
    client.raise_request_exception = False

    response = client.get(reverse("home"))

    assert response.status_code == 503
    assert "A return is being loaded" in response.content.decode()


def test_another_error_of_the_database_is_not_called_waiting() -> None:
    assert not waiting.is_held(OperationalError("no such table"))
    assert not waiting.is_held(None)


def test_a_page_waits_a_few_seconds_and_no_longer(client, db) -> None:
    client.get(reverse("sign_in"))

    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA busy_timeout")
            assert cursor.fetchone() == (waiting.SECONDS_A_PAGE_WAITS * 1000,)
