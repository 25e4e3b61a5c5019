"""A collection of the region's caseloads as somebody types or pastes it."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from holdfast.casework.publishing.actions_regional import Returned
from holdfast.web.day_field import DayField
from holdfast.web.typed.forms import lines

#: what stands where an authority sent no return
_NO_RETURN = ("", "-", "–", "—", "none", "no return", "n/a", "na")
_HEADINGS = ("authority", "local authority", "council", "area")
_MOST = Decimal("9999.99")


class CollectionForm(forms.Form):
    """When it was collected, the lines of the authorities, which of them is ours, and the source."""

    collected = forms.CharField(
        label="What is the collection called?",
        max_length=60,
        help_text="As it heads the column of the report, like November 2016",
        error_messages={"required": "Enter what the collection is called"},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    collected_on = DayField(
        label="When was it collected?",
        what="day it was collected",
        help_text="Its day, or the last day of its month",
    )
    grid = forms.CharField(
        label="What each authority returned",
        strip=False,
        max_length=10_000,
        help_text=(
            "A line for each: authority, average caseload, whom its officers serve. Paste it from a spreadsheet, or "
            "put a comma between. Leave the caseload empty where no return came in"
        ),
        widget=forms.Textarea(
            attrs={"rows": 12, "spellcheck": "false", "autocomplete": "off", "data-lines": ""}
        ),
        error_messages={"required": "Paste or type a line for each authority"},
    )
    us = forms.CharField(
        label="Which of them is ours?",
        required=False,
        max_length=200,
        help_text="Its name as it stands in the lines. The mean is given with it and without it",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    source = forms.CharField(
        label="Source",
        max_length=300,
        help_text="Who collected it. It is printed under the table",
        error_messages={"required": "Enter who collected it"},
    )

    def clean_grid(self) -> list[list[str]]:
        rows = lines(self.cleaned_data["grid"])
        if rows and rows[0][0].lower() in _HEADINGS:
            rows = rows[1:]
        if not rows:
            raise ValidationError("Paste or type a line for each authority")
        for nth, row in enumerate(rows, start=1):
            if not row[0]:
                raise ValidationError(f"Line {nth} has no authority.")
            if len(row) > 3:
                raise ValidationError(f"Line {nth} has {len(row)} cells; a line has three at most.")
            _value(row, nth)
        names = [row[0].lower() for row in rows]
        twice = next((row[0] for row in rows if names.count(row[0].lower()) > 1), None)
        if twice:
            raise ValidationError(f"{twice} stands twice. Give each authority one line.")
        return rows

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        rows, us = given.get("grid"), (given.get("us") or "").strip().lower()
        if rows is None:
            return given
        if us and us not in {row[0].lower() for row in rows}:
            self.add_error("us", f"“{given['us']}” is in none of the lines. Write it as it stands there.")
            return given
        returned = [
            Returned(row[0], _value(row, nth), row[2] if len(row) > 2 else "", is_us=row[0].lower() == us)
            for nth, row in enumerate(rows, start=1)
        ]
        return {**given, "returned": returned}


def _value(row: list[str], nth: int) -> Decimal | None:
    typed = row[1] if len(row) > 1 else ""
    if typed.strip().lower() in _NO_RETURN:
        return None
    if not re.fullmatch(r"\d{1,4}(\.\d{1,2})?", typed) or Decimal(typed) > _MOST:
        raise ValidationError(f"Line {nth}: “{typed}” is no caseload. Write a number like 72 or 72.5.")
    return Decimal(typed)
