"""What ``holdfast serve`` does before it serves."""

from __future__ import annotations

import socket

import pytest

from holdfast.casework.audit import checks
from holdfast.config import serve


def test_a_port_in_use_is_said_and_the_next_one_taken():
    said: list[str] = []
    with socket.socket() as other:
        other.bind((serve.LOOPBACK, 0))
        other.listen()
        taken = other.getsockname()[1]

        port = serve.free_port(taken, said.append)

    assert port > taken
    assert said[0] == f"Port {taken} is in use by another program; trying {taken + 1}."


def test_no_free_port_is_an_error_that_says_what_to_do(monkeypatch):
    monkeypatch.setattr(serve, "PORTS_TO_TRY", 1)
    with socket.socket() as other:
        other.bind((serve.LOOPBACK, 0))
        other.listen()

        with pytest.raises(serve.CannotServe, match="Name another with: script/server --port"):
            serve.free_port(other.getsockname()[1], lambda _sentence: None)


def test_static_files_are_collected_once_and_again_only_when_they_change(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    said: list[str] = []

    serve.prepare_static_files(said.append)
    serve.prepare_static_files(said.append)
    (tmp_path / "static" / ".collected").write_text("as of another day")
    serve.prepare_static_files(said.append)

    assert said == ["Collecting style sheets and scripts…"] * 2


@pytest.mark.django_db
def test_a_database_in_todays_form_is_left_alone():
    said: list[str] = []

    serve.prepare_database(said.append)

    assert [sentence for sentence in said if "WARNING" not in sentence] == []


@pytest.mark.django_db
def test_a_role_that_could_change_the_audit_trail_does_not_start_unless_that_is_accepted(
    settings, monkeypatch
):
    monkeypatch.setattr(serve, "is_embedded", lambda: False)
    monkeypatch.setattr(checks, "powers_over_the_diary", lambda _connection: "it owns the table")
    said: list[str] = []

    serve.check_audit_trail(said.append)
    settings.AUDIT_UNGUARDED = False
    with pytest.raises(serve.CannotServe, match=r"because it owns the table.*prepare_database"):
        serve.prepare_database(said.append)

    assert [sentence.split()[0] for sentence in said] == ["WARNING:"]


@pytest.mark.django_db
def test_a_role_without_powers_starts_without_a_word(settings, monkeypatch):
    monkeypatch.setattr(serve, "is_embedded", lambda: False)
    monkeypatch.setattr(checks, "powers_over_the_diary", lambda _connection: None)
    settings.AUDIT_UNGUARDED = False
    said: list[str] = []

    serve.prepare_database(said.append)

    assert said == []
