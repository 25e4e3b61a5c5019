"""A log says what failed and where, and holds no value."""

from __future__ import annotations

import logging
import logging.config
import sys

import pytest
from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.test import RequestFactory

from holdfast.config.log_lines import WithoutValues

NAME = "Alice Arden"


def line(
    msg: object, *args: object, name: str = "holdfast.web", error: BaseException | None = None, **extra
) -> str:
    info = (type(error), error, error.__traceback__) if error else None
    record = logging.LogRecord(name, logging.ERROR, __file__, 1, msg, args, info)
    record.__dict__.update(extra)
    return WithoutValues().format(record)


def failing(child: str) -> None:
    try:
        raise KeyError(child)
    except KeyError as cause:
        raise ValueError(f"duplicate key\nDETAIL: Key (name)=({child}) already exists") from cause


@pytest.fixture
def error() -> Exception:
    try:
        failing(NAME)
    except ValueError:
        return sys.exc_info()[1]


def test_an_exception_is_told_by_type_and_frames_without_its_message(error):
    told = line("An import stopped", error=error)

    assert NAME not in told
    assert "DETAIL" not in told
    assert "An import stopped\nbuiltins.ValueError at\n" in told
    assert "builtins.KeyError at" in told
    assert "test_log_lines.py" in told
    assert " failing" in told


def test_what_is_filled_into_a_message_is_left_out_unless_it_is_a_number(error):
    told = line("Read %s, %d rows: %s", f"{NAME}.csv", 12, error)

    assert told.endswith("Read …, 12 rows: ValueError")


def test_the_address_asked_for_is_shown_and_the_reason_is_not():
    request = RequestFactory().get("/children")

    told = line("%s: %s", NAME, "/children", name="django.request", request=request)

    assert told.endswith("…: /children")


def test_a_message_that_is_an_exceptions_text_is_left_out(error):
    refused = SuspiciousFileOperation(f"{NAME}.csv")

    assert NAME not in line(str(refused), name="django.security.SuspiciousFileOperation", error=refused)
    assert NAME not in line(error)


def test_every_handler_of_the_service_writes_such_lines(error, capsys):
    assert {one["formatter"] for one in settings.LOGGING["handlers"].values()} == {"line"}
    assert settings.LOGGING["formatters"]["line"] == {"()": "holdfast.config.log_lines.WithoutValues"}
    assert not settings.LOGGING["loggers"]["django"]["handlers"]
