from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from holdfast.casework.access.models import User
from holdfast.casework.editions.packs_rules import LONGEST_ANSWER, MOST_DUE_DAYS
from holdfast.domain.resolution.categories import group_label
from holdfast.web.day_field import DayField

NOTHING, DONE = "nothing", "done"


class AnswerForm(forms.Form):
    """What a reader did, or will do, or why nothing is needed."""

    what = forms.ChoiceField(
        label="What do you say to it?",
        choices=[(DONE, "Something was done, or will be done"), (NOTHING, "Nothing is needed")],
        widget=forms.RadioSelect(),
        error_messages={"required": "Choose whether something was or will be done, or nothing is needed"},
    )
    text = forms.CharField(
        label="What, or why nothing is needed",
        help_text="Name no child and nobody who works with one: this stands in the next pack and may stand in the "
        "annual report.",
        max_length=LONGEST_ANSWER,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": "Say what was or will be done, or why nothing is needed"},
    )
    done_by = DayField(label="By when, if it is still to be done", what="day", required=False)


class _People(forms.MultipleChoiceField):
    widget = forms.CheckboxSelectMultiple


def people(of: Iterable[User]) -> list[tuple[str, str]]:
    return [(str(one.public_id), f"{one.name}, {one.get_role_display()}") for one in of]


class SendForm(forms.Form):
    """To whom, and by when an answer is asked."""

    readers = _People(label="Readers", error_messages={"required": "Choose at least one reader"})
    answer_by = DayField(
        label="Answer asked for by",
        what="day to answer by",
        required=False,
        help_text="Leave it empty to ask for no answer",
    )

    def __init__(self, *args: Any, possible: Iterable[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.possible = {str(one.public_id): one for one in possible}
        self.fields["readers"].choices = people(self.possible.values())

    def chosen(self) -> list[User]:
        return [self.possible[one] for one in self.cleaned_data["readers"]]


class PlanForm(forms.Form):
    """What a quarterly pack is of, when it is due, and who reads it."""

    about = forms.ChoiceField(
        label="What it is of",
        widget=forms.Select(),
        help_text="The whole service, one team, or one group of concerns",
    )
    due_days = forms.IntegerField(
        label="Working days after the quarter’s last day by which it is sent",
        min_value=1,
        max_value=MOST_DUE_DAYS,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-3", "inputmode": "numeric"}),
    )
    from_date = DayField(label="For quarters that end on or after", what="first day")
    to_date = DayField(label="Until, if it is to end", what="last day", required=False)
    readers = _People(label="Readers", required=False)

    def __init__(
        self, *args: Any, possible: Iterable[User], teams: Iterable[str], heads: Iterable[str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.possible = {str(one.public_id): one for one in possible}
        self.fields["readers"].choices = people(self.possible.values())
        of_teams = [(f"team:{team}", f"Team: {team}") for team in teams]
        of_heads = [(f"theme:{head}", f"Concerns: {group_label(head).lower()}") for head in heads]
        self.fields["about"].choices = [("", "The whole service"), *of_teams, *of_heads]
        self.fields["about"].required = False

    def chosen(self) -> list[User]:
        return [self.possible[one] for one in self.cleaned_data["readers"]]

    def facts(self) -> dict[str, Any]:
        kind, _, name = self.cleaned_data["about"].partition(":")
        given = {key: self.cleaned_data[key] for key in ("due_days", "from_date", "to_date")}
        return {"team": name if kind == "team" else "", "theme": name if kind == "theme" else "", **given}


class WithdrawForm(forms.Form):
    reason = forms.CharField(
        label="Why",
        max_length=2000,
        widget=forms.TextInput(),
        error_messages={"required": "Say why the pack is withdrawn"},
    )


class WordsForm(forms.Form):
    text = forms.CharField(
        label="Your words",
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 10}),
    )

    def __init__(self, *args: Any, prompt: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].help_text = f"{prompt} Leave a blank line between paragraphs."


def show(form: forms.Form, why: dict[str, list[str]] | list[str], names: dict[str, str]) -> None:
    """Put a refusal beside the fields it speaks of. ``names``: what a record calls a field -> the form's field."""
    if isinstance(why, list):
        for sentence in why:
            form.add_error(None, sentence)
        return
    for field, sentences in why.items():
        place = names.get(field, field)
        for sentence in sentences:
            form.add_error(place if place in form.fields else None, sentence)
