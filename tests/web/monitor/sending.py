"""A monitor's form as a browser without JavaScript sends it: what stands on the page, with some of it changed."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

from django.test import Client


class Form(HTMLParser):
    """The fields of the form on a monitor's page as a browser would send them, and what it offers."""

    def __init__(self, body: str) -> None:
        super().__init__()
        self.fields: dict[str, list[str]] = {}
        self.offered: dict[str, list[str]] = {}
        self._in = self._area = ""
        self.feed(body)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "form":
            self._in = "monitor" if "data-monitor" in given else ""
        if self._in != "monitor" or not given.get("name"):
            return
        name, value = str(given["name"]), given.get("value") or ""
        if tag == "textarea":
            self._area = name
            self.fields[name] = [""]
        elif tag == "input" and given.get("type") in ("radio", "checkbox"):
            self.offered.setdefault(name, []).append(value)
            if "checked" in given:
                self.fields.setdefault(name, []).append(value)
        elif tag == "input":
            self.fields[name] = [value]

    def handle_endtag(self, tag: str) -> None:
        self._area = "" if tag == "textarea" else self._area
        self._in = "" if tag == "form" else self._in

    def handle_data(self, data: str) -> None:
        if self._area:
            self.fields[self._area] = [self.fields[self._area][0] + data.removeprefix("\n")]


def send(client: Client, address: str, do: str = "save", page: str = "", **changed: Any) -> Any:
    """Open the page (or take ``page``, opened before), answer these questions by their keys, and send it."""
    form = Form(page or client.get(address).content.decode())
    fields = dict(form.fields)
    for key, value in changed.items():
        fields[f"q_{key}"] = value if isinstance(value, list) else [value]
    return client.post(address, {**fields, "do": do})


def answers_for_all(page: str) -> dict[str, str]:
    """A plain answer to each question that is open and must be answered, as the page stands."""
    form, found = Form(page), {}
    for block in re.findall(r'<div class="govuk-form-group[^>]*data-question="[^>]*>', page):
        key = re.search(r'data-question="([^"]+)"', block)[1]
        if (
            "data-counts" not in block
            or block.endswith("hidden>")
            or form.fields.get(f"q_{key}", [""]) != [""]
        ):
            continue
        offered = form.offered.get(f"q_{key}")
        found[key] = ("none" if "none" in offered else offered[0]) if offered else "As the plan says."
        if "good" in (offered or ()):
            found[key] = "good"
    return found
