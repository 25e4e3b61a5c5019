"""What is asked when a concern is raised: one page, for one child and their brothers and sisters."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from holdfast.casework.people.models import Child
from holdfast.casework.resolution.models import Severity
from holdfast.web.concern.forms import Choices, needed
from holdfast.web.day_field import DayField

INFORMAL = "0"


class RaiseForm(forms.Form):
    """Category, severity, stage and days feed the figures `disputes` and `issues`; the words go to who is asked."""

    category = forms.ChoiceField(label="What is it about?", error_messages=needed("Choose what it is about."))
    severity = forms.ChoiceField(
        label="How serious is it?",
        widget=forms.RadioSelect,
        choices=Severity.choices,
        error_messages=needed("Say how serious it is."),
    )
    about = forms.CharField(
        label="What is wrong",
        widget=forms.Textarea({"rows": 4}),
        help_text="Facts, with their days. Whoever is asked reads it, and so do the social worker and their manager.",
        error_messages=needed("Write what is wrong."),
    )
    asked_for = forms.CharField(
        label="What you ask for",
        widget=forms.Textarea({"rows": 3}),
        help_text="What is to be different for the child.",
        error_messages=needed("Write what you ask for."),
    )
    asked_by = DayField(
        what="day by which you ask for it",
        label="By when do you ask for it?",
        required=False,
        help_text="For example 27 3 2027. Leave it empty if no day can be given yet.",
    )
    also = forms.MultipleChoiceField(
        label="Does it hold for a brother or sister too?",
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Each has a concern of their own, in the same words, and the two are shown together.",
    )
    stage = forms.ChoiceField(
        label="How do you raise it?",
        widget=forms.RadioSelect,
        initial=INFORMAL,
        error_messages=needed("Say how you raise it."),
    )
    pass_over_informal = forms.CharField(
        label="Why earlier steps are passed over",
        max_length=300,
        required=False,
        help_text="Only if you do not begin informally. It stays on the ladder.",
    )
    asked = forms.ChoiceField(
        label="Put it to",
        help_text="For the informal step the social worker or their manager; for a formal stage who answers it.",
        error_messages=needed("Choose who is asked."),
    )

    def __init__(
        self,
        data: Any = None,
        *,
        categories: Choices,
        stages: Choices,
        people: Choices,
        siblings: Iterable[Child],
        initial: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(data, initial=initial)
        self.siblings = {str(child.public_id): child for child in siblings}
        self.fields["category"].choices = [("", "Choose"), *categories]
        self.fields["stage"].choices = stages
        self.fields["asked"].choices = [("", "Choose"), *people]
        self.fields["also"].choices = [(key, str(child)) for key, child in self.siblings.items()]
        if not self.siblings:
            del self.fields["also"]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("stage", INFORMAL) != INFORMAL and not given.get("pass_over_informal", "").strip():
            self.add_error(
                "pass_over_informal", "Say why the earlier steps are passed over, or begin informally."
            )
        return given

    @property
    def children(self) -> list[Child]:
        """The brothers and sisters that were ticked."""
        return [self.siblings[key] for key in self.cleaned_data.get("also", ())]
