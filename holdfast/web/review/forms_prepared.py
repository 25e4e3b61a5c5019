"""What is noted before a review: what is there, who was asked, whether the child was seen."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from holdfast.casework.people.models import Relation
from holdfast.casework.preparing.models import Came, Invitee, Seen, SeenHow
from holdfast.casework.preparing.queries import Need
from holdfast.web.day_field import DayField
from holdfast.web.refusal import RefusableForm

#: what is done with the ticked people -> the button's words
DEEDS = {
    "paper_sent": "Consultation paper sent",
    "paper_back": "Consultation paper back",
    "invited": "Invited",
    "came": "Came",
    "online": "Came online",
    "not_came": "Did not come",
    "views": "Sent their views",
    "left_out": "Not invited",
}
CAME = {"came": Came.YES, "online": Came.ONLINE, "not_came": Came.NO}


class ReadyForm(RefusableForm):
    """Several things at once, each with one tick and one day for all. Used by readiness, on this page and in lists."""

    there = forms.MultipleChoiceField(
        label="What is there now?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "One of these was noted meanwhile. Look again."},
    )
    since = DayField(label="Since", what="day since when it is there")

    def __init__(self, missing: Iterable[Need], on: date, data: Any = None) -> None:
        super().__init__(data, initial={"since": on})
        self.fields["there"].choices = [(need.key, need.label) for need in missing]

    def clean_there(self) -> list[str]:
        chosen: list[str] = self.cleaned_data["there"]
        if not chosen:
            raise ValidationError("Tick what is there")
        return chosen


class NotNeededForm(RefusableForm):
    """One thing that this review does not need, and why."""

    what = forms.ChoiceField(label="What is not needed?")
    not_needed = forms.CharField(
        label="Why?", max_length=300, error_messages={"required": "Say why it is not needed"}
    )

    def __init__(self, missing: Iterable[Need], data: Any = None) -> None:
        super().__init__(data, prefix="not")
        self.fields["what"].choices = [(need.key, need.label) for need in missing]


class PeopleForm(RefusableForm):
    """The ticked people of one review, what was done, and the day."""

    people = forms.MultipleChoiceField(
        label="People",
        required=False,
        error_messages={"invalid_choice": "One of these people is not on this list. Tick again."},
    )
    on = DayField(label="On", what="day")
    why = forms.CharField(label="Why are they not invited?", max_length=300, required=False)
    views = forms.CharField(
        label="Their views in a few words",
        max_length=2000,
        required=False,
        help_text="Of one person at a time; they stand beside the record while it is written",
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, invitees: Iterable[Invitee], on: date, data: Any = None) -> None:
        super().__init__(data, initial={"on": on})
        self.invitees = {str(one.public_id): one for one in invitees}
        self.fields["people"].choices = [(key, one.name) for key, one in self.invitees.items()]

    def clean_people(self) -> list[Invitee]:
        chosen = [self.invitees[key] for key in self.cleaned_data["people"]]
        if not chosen:
            raise ValidationError("Tick at least one person")
        return chosen

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("views") and len(given.get("people", [])) > 1:
            self.add_error("people", "Tick one person only: the views you wrote down are of one of them")
        return given


class AddPersonForm(RefusableForm):
    """Somebody who is asked about this review only."""

    name = forms.CharField(
        label="Name",
        max_length=200,
        error_messages={"required": "Enter their name"},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    relation = forms.ChoiceField(
        label="Who they are",
        choices=[("", "Choose"), *Relation.choices],
        error_messages={"required": "Choose who they are"},
    )
    email = forms.EmailField(
        label="E-mail",
        required=False,
        help_text="For the invitation",
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "email"}),
        error_messages={"invalid": "Write the e-mail address like name@example.org"},
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, prefix="add")


class SeenForm(RefusableForm):
    """Asked once: counted in “seen before the review”."""

    answer = forms.ChoiceField(
        label="Did you see the child before this review?",
        choices=Seen.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether you saw the child before this review"},
    )
    seen_on = DayField(label="If seen: when?", what="day you saw the child", required=False)
    how = forms.ChoiceField(
        label="If seen: where or how?", choices=SeenHow.choices, required=False, widget=forms.RadioSelect
    )
    alone = forms.ChoiceField(
        label="If seen: alone?",
        choices=[("yes", "Yes"), ("no", "No")],
        required=False,
        widget=forms.RadioSelect,
    )
    why_not = forms.CharField(label="If not: why?", max_length=300, required=False)
