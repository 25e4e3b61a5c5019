"""Which report to prepare, and why an edition is moved."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from holdfast.casework.editions.queries import FOR_EVERYBODY
from holdfast.domain.edition_states import Move, Rule
from holdfast.domain.reporting_year import ReportingYear
from holdfast.web.refusal import RefusableForm


class PrepareForm(RefusableForm):
    """A report of one year."""

    kind = forms.ChoiceField(
        label="Which report",
        choices=[(kind.value, kind.label) for kind in FOR_EVERYBODY],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a report"},
    )
    year = forms.ChoiceField(
        label="Year, April to March",
        error_messages={"required": "Choose a year", "invalid_choice": "Choose a year"},
    )

    def __init__(self, years: Sequence[ReportingYear], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["year"].choices = [(year.name, year.name) for year in years]


class MoveForm(RefusableForm):
    """Why, and what the page showed when it was opened."""

    reason = forms.CharField(label="Why", required=False, widget=forms.Textarea(attrs={"rows": 4}))
    seen = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    def __init__(self, one: Rule, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reason = self.fields["reason"]
        if one.reason:
            reason.required = True
            reason.error_messages["required"] = "Say why"
            reason.help_text = "It is kept with the edition, and whoever opens it reads it"
        else:
            reason.label = "A note, if you want to leave one"
            if one.move is Move.CHECK:
                reason.help_text = "What you checked, and how"
