"""A table as somebody types or pastes it."""

from __future__ import annotations

import csv
import io
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from holdfast.casework.publishing.rules import MOST_COLUMNS, MOST_ROWS, check_typed

MOST_LETTERS = 20_000


class TypedForm(forms.Form):
    """Where the table stands, what it is called, its lines, and where its figures come from."""

    slot = forms.ChoiceField(
        label="Where does it stand?",
        widget=forms.Select(),
        help_text="Under the author’s words of this part",
        error_messages={"required": "Choose where the table stands"},
    )
    caption = forms.CharField(
        label="What is the table called?",
        max_length=300,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text="Its number is given when the report is printed",
        error_messages={"required": "Enter what the table is called"},
    )
    grid = forms.CharField(
        label="The table",
        strip=False,
        max_length=MOST_LETTERS,
        widget=forms.Textarea(
            attrs={"rows": 10, "spellcheck": "false", "autocomplete": "off", "data-lines": ""}
        ),
        help_text=(
            "Copy it from a spreadsheet and paste it here, or type a line for each row with a comma between the "
            "cells. The first line holds the headings"
        ),
        error_messages={"required": "Paste or type the table"},
    )
    base = forms.CharField(
        label="What are its shares of?",
        required=False,
        max_length=300,
        help_text="Such as “212 referrals to the advocacy service”. Leave it blank where it holds no shares",
    )
    source = forms.CharField(
        label="Source",
        max_length=300,
        help_text="Who counted it, and when. It is printed under the table",
        error_messages={"required": "Enter who counted it"},
    )
    note = forms.CharField(
        label="What its reader must know",
        required=False,
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, slots: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["slot"].choices = [("", "Choose"), *slots]

    def clean_grid(self) -> list[list[str]]:
        rows = lines(self.cleaned_data["grid"])
        if not rows:
            raise ValidationError("Paste or type the table")
        try:
            check_typed(rows[0], rows[1:])
        except ValidationError as refusal:
            raise ValidationError(refusal.message_dict["grid"]) from None
        return rows


def lines(typed: str) -> list[list[str]]:
    """The rows of what was pasted: cells parted by tabs, as a spreadsheet gives them, or else by commas.

    Rows shorter than the headings are filled up; empty lines and columns without anything in them are left out.
    """
    delimiter = "\t" if "\t" in typed else ","
    cut = typed.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    found = [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(cut), delimiter=delimiter)]
    found = [row for row in found if any(row)]
    if not found:
        return []
    wide = max(len(row) for row in found)
    filled = [row + [""] * (wide - len(row)) for row in found]
    kept = [place for place in range(wide) if any(row[place] for row in filled)]
    return (
        [[row[place] for place in kept] for row in filled[: MOST_ROWS + 10]]
        if wide < 4 * MOST_COLUMNS
        else filled
    )


def as_typed(columns: list[str], rows: list[list[str]]) -> str:
    """A table as lines that can be typed on: with tabs, as a spreadsheet takes them."""
    return "\n".join("\t".join(row) for row in [columns, *rows])
