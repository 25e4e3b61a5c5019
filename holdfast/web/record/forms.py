"""Forms after a review. Each field names what uses it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from holdfast.casework.people.models import Relation, Version
from holdfast.casework.records.models import Answer, Method
from holdfast.web.day_field import DayField


def _text(
    label: str, rows: int, help_text: str = "", *, required: bool = True, **messages: str
) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=required,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages=messages or None,
    )


class DecisionForm(forms.Form):
    """Used by: the decisions that are released, the midway check, the next review, the child's own version."""

    what = _text("What is to happen", 2, required=False)
    outcome = _text("What it is to bring the child", 2, "The next review asks whether it did", required=False)
    who = forms.CharField(
        label="Who sees to it",
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "list": "people-known"}),
    )
    by_when = DayField(label="By when", what="day it is to be done by", required=False)
    no_date_why = forms.CharField(
        label="Or why there can be no day yet",
        max_length=300,
        required=False,
        help_text="What it waits for. “As soon as possible” is neither a day nor a reason",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class AnswerForm(forms.Form):
    """Used by: the deadline of the manager's answer; an objection stands beside the decisions with its reply."""

    answer = forms.ChoiceField(
        label="Does the manager agree?",
        choices=Answer.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether the manager agrees or objects"},
    )
    decision = forms.ChoiceField(label="To which decision", required=False)
    text = _text(
        "What is objected to, and what should be decided instead", 4, "Leave blank to agree", required=False
    )
    name = forms.CharField(
        label="Who answered",
        max_length=200,
        required=False,
        help_text="The manager whose e-mail you are typing in",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    answered_on = DayField(label="Day of the answer", what="day of the answer")

    def __init__(self, decisions: list[tuple[str, str]], *, own: bool, on: Any, data: Any = None) -> None:
        self.on = on
        super().__init__(data, initial={"answered_on": on})
        self.fields["decision"].choices = [("", "All of them"), *decisions]
        if own:
            self.fields["answer"].label = "Do you agree?"
            self.fields["text"].label = "What you object to, and what should be decided instead"
            del self.fields["name"]
            del self.fields["answered_on"]

    def clean_answered_on(self) -> date:
        day: date = self.cleaned_data["answered_on"]
        if day > self.on:
            raise forms.ValidationError("This day is still to come. Check it.")
        return day


class WordsForm(forms.Form):
    """An addendum, or the answer to an objection: one text."""

    text = _text("", 6, required=False)

    def __init__(self, label: str, data: Any = None, help_text: str = "") -> None:
        super().__init__(data)
        self.fields["text"].label, self.fields["text"].help_text = label, help_text


class CarePlanForm(forms.Form):
    """Used by: the care plan's ten working days."""

    updated_on = DayField(label="Day the care plan was brought up to date", what="day of the care plan")


class SignForm(forms.Form):
    """Nothing to fill in: a place for what is still in the way."""


class RecipientForm(forms.Form):
    """Used by: the distribution of the record, and its deadline."""

    version = forms.ChoiceField(label="What they receive", choices=Version.choices)
    method = forms.ChoiceField(label="How it goes to them", choices=Method.choices)
    left_out = forms.CharField(
        label="If no record goes to them: why",
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class NewRecipientForm(RecipientForm):
    name = forms.CharField(
        label="Name", max_length=200, required=False, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    relation = forms.ChoiceField(label="Who they are to the child", choices=Relation.choices)
    field_order = ("name", "relation", "version", "method", "left_out")


class SentForm(forms.Form):
    """Used by: the day beside each recipient, and the record's last deadline."""

    sent_on = DayField(label="Day it went", what="day it went")
