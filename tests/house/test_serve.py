"""What ``holdfast serve`` does before it serves."""

from __future__ import annotations

import socket

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone
from gunicorn.config import Config

from holdfast.casework.audit import checks
from holdfast.casework.intake.actions import receive
from holdfast.casework.intake.models import ReturnIntake
from holdfast.casework.intake.rules import SILENT_FOR
from holdfast.casework.intake.states import State
from holdfast.config import serve
from holdfast.config.server_log import ServerLog


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


@pytest.mark.parametrize(
    ("embedded", "https", "proxies", "named"),
    [
        (True, False, 0, []),
        (False, False, 0, ["HOLDFAST_HTTPS"]),
        (False, True, 0, ["HOLDFAST_PROXIES"]),
        (False, True, 1, []),
    ],
)
def test_settings_that_leave_a_door_open_are_said(
    embedded: bool, https: bool, proxies: int, named: list[str], settings, monkeypatch
):
    monkeypatch.setattr(serve, "is_embedded", lambda: embedded)
    settings.HTTPS, settings.PROXIES = https, proxies
    said: list[str] = []

    serve.warn_of_open_doors(said.append)

    assert [sentence.split()[1] for sentence in said] == named


@pytest.mark.django_db
def test_what_ended_before_the_start_is_cleared_away(settings, tmp_path):
    settings.MEDIA_ROOT, settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "uploads", tmp_path
    (tmp_path / "half.upload").write_bytes(b"x")
    Session.objects.create(session_key="old", session_data="", expire_date=timezone.now())
    dead = receive(by=None)
    ReturnIntake.objects.update(process="gone", alive_at=timezone.now() - SILENT_FOR)

    serve.tidy_up()

    dead.refresh_from_db()
    assert dead.state == State.INTERRUPTED
    assert not Session.objects.exists()
    assert list(tmp_path.iterdir()) == []


def test_the_web_servers_own_lines_hold_no_value(capsys):
    log = ServerLog(Config())
    try:
        raise ValueError("Alice Arden")
    except ValueError:
        log.exception("Error handling request %s", "/children?name=Alice")

    written = capsys.readouterr().err
    assert "builtins.ValueError at" in written
    assert "Alice" not in written
