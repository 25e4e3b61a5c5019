"""Every form of every page, sent with what nobody should type: it is answered in words, never by a fault of ours."""

from __future__ import annotations

from html.parser import HTMLParser
from types import SimpleNamespace
from typing import Any

import pytest
from django.urls import Resolver404, resolve, reverse

from holdfast.casework.access.roles import Role
from tests.web.doors import every_door, prepared

PAGES = sorted(name for name, door in every_door().items() if door.is_page and Role.IRO_MANAGER in door.opens)
_DAYS = ("1 1 0001", "31 12 9999", "30 2 2017", "² x ٢٠١٧", "27 3 2017", "1 1 1980", "31 12 2100")
DAYS = [tuple(day.split()) for day in _DAYS]
TEXTS = [
    "🙂 Zoë‮ O’Brien <b>\t\x07\x0b",
    "=cmd|' /C calc'!A0\r\nBcc: a@b.example",
    "9" * 60,
    "x" * 5000,
    "-1",
    "a\x00b",
]
TURNS = 1 + max(len(DAYS), len(TEXTS))


class Forms(HTMLParser):
    """Each form sent by post: where to, and (name, kind, value) of what is in it."""

    def __init__(self, body: str) -> None:
        super().__init__()
        self.forms: list[tuple[str, list[tuple[str, str, str]]]] = []
        self._in: list[tuple[str, str, str]] | None = None
        self._select = ""
        self.feed(body)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        if tag == "form":
            self._in = [] if given.get("method", "").lower() == "post" else None
            if self._in is not None:
                self.forms.append((given.get("action", ""), self._in))
        if self._in is None:
            return
        name = given.get("name", "")
        if tag == "select":
            self._select = name
        elif tag == "option":
            self._in.append((self._select, "choice", given.get("value", "")))
        elif tag == "textarea" and name:
            self._in.append((name, "text", ""))
        elif tag in ("input", "button") and name:
            self._in.append(
                (name, given.get("type", "submit" if tag == "button" else "text"), given.get("value", ""))
            )

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._in = None


def filled(fields: list[tuple[str, str, str]], turn: int) -> dict[str, Any]:
    """The form filled for the nth time: the choices go on, the texts and days are wrong in another way."""
    sent: dict[str, Any] = {}
    offered: dict[str, list[str]] = {}
    for name, kind, value in fields:
        if kind in ("choice", "radio", "checkbox", "submit"):
            offered.setdefault(name, []).append(value)
        elif kind == "hidden":
            sent[name] = value if turn % 2 == 0 else TEXTS[turn % len(TEXTS)]
        elif name[-2:] in ("_0", "_1", "_2"):
            sent[name] = DAYS[turn % len(DAYS)][int(name[-1])]
        else:
            sent[name] = TEXTS[turn % len(TEXTS)]
    for name, values in offered.items():
        sent[name] = "no choice of ours" if turn == TURNS - 1 else values[turn % len(values)]
    return sent


@pytest.fixture(scope="module")
def things(standing: Any) -> SimpleNamespace:
    return SimpleNamespace(world=standing, **prepared(standing))


@pytest.mark.parametrize("name", PAGES)
def test_wrong_input_is_answered_in_words(name: str, things: SimpleNamespace) -> None:
    door = every_door()[name]
    client = things.world.client(Role.IRO_MANAGER)
    sent: dict[Any, int] = {}
    for args in (door.args(things), *door.more(things)):
        address = reverse(name, args=args)
        page = client.get(address, door.data).content.decode()
        for action, fields in Forms(page).forms:
            if "sign-out" in action or _is_known(action or address, fields, sent):
                continue
            for turn in range(TURNS):
                answer = client.post(action or address, filled(fields, turn))
                assert answer.status_code in (200, 302, 400, 403, 404, 409), (address, action, turn)
                if answer.status_code == 302:
                    assert client.get(answer.url).status_code in (200, 302, 404), (answer.url, turn)


def _is_known(address: str, fields: list[tuple[str, str, str]], sent: dict[Any, int]) -> bool:
    """Whether two forms of this shape were sent to this kind of address from the page: a list has one on every line."""
    try:
        place = resolve(address.partition("?")[0]).url_name
    except Resolver404:
        place = address
    shape = (place, tuple((name, kind) for name, kind, _ in fields))
    sent[shape] = sent.get(shape, 0) + 1
    return sent[shape] > 2
