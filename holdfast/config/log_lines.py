"""Log lines without a value in them: what failed and where, never what it was about.

An exception's message often holds the very thing that must not be in a log: a field's value, the name of an uploaded
file, PostgreSQL's DETAIL line with the whole row. So a line has the exception's type and the frames it came through
(file, line and function, without the local variables), and of the message only what our own code wrote.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterator
from typing import Any

#: Loggers whose message is an exception's own text.
_MESSAGE_IS_A_VALUE = ("django.security",)
#: What follows in such an address opens a calendar feed for whoever knows it.
_KEY_IN_ADDRESS = "/calendar/feed/"
#: Longest way from one exception back to the first that is followed.
_CAUSES = 5


class WithoutValues(logging.Formatter):
    """Formats a record from its template, with numbers and our own addresses filled in and everything else as “…”."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        told = [f"{self.formatTime(record)} {record.levelname} {record.name} {_message(record)}"]
        if record.exc_info and record.exc_info[1] is not None:
            told += _exceptions(record.exc_info[1])
        return "\n".join(told)


def _message(record: logging.LogRecord) -> str:
    if not isinstance(record.msg, str) or (record.name.startswith(_MESSAGE_IS_A_VALUE) and not record.args):
        return "(message not shown)"
    if not record.args:
        return record.msg
    path = getattr(getattr(record, "request", None), "path", None)
    try:
        if isinstance(record.args, dict):
            return record.msg % {key: _shown(value, path) for key, value in record.args.items()}
        return record.msg % tuple(_shown(value, path) for value in record.args)
    except (TypeError, ValueError):
        return record.msg  # its place for a number was given a text: the template alone


def _shown(value: Any, path: str | None) -> Any:
    """Addresses hold opaque ids only, so a request's own may be shown; one that is itself a key is cut short."""
    if isinstance(value, bool | int | float) or value is None:
        return value
    if isinstance(value, BaseException):
        return type(value).__name__
    if path is None or value != path:
        return "…"
    return f"{_KEY_IN_ADDRESS}…" if path.startswith(_KEY_IN_ADDRESS) else value


def _exceptions(error: BaseException) -> Iterator[str]:
    """The exception and what it came from, the last first: type and frames of each."""
    at: BaseException | None = error
    for _ in range(_CAUSES):
        if at is None:
            return
        kind = type(at)
        yield f"{kind.__module__}.{kind.__qualname__} at"
        for frame in traceback.extract_tb(at.__traceback__):
            yield f"  {frame.filename}:{frame.lineno} {frame.name}"
        at = at.__cause__ or (None if at.__suppress_context__ else at.__context__)
