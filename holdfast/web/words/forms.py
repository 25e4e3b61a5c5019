"""The author's words for one place, and the words a service prefers."""

from __future__ import annotations

from typing import Any

from django import forms
from django.urls import reverse

from holdfast.domain.reporting_year import ReportingYear
from holdfast.web.refusal import RefusableForm

HELP = (
    "An empty line begins a paragraph. **two stars** make bold, *one star* italic, “- ” before a line a list, “### ” "
    "a sub-heading, [words](https://address) a link."
)


class WordsForm(forms.Form):
    """``based_on``: the version the writer had before them; empty where nothing was written yet."""

    text = forms.CharField(
        label="Your words",
        required=False,
        max_length=20_000,
        strip=False,
        help_text=HELP,
        widget=forms.Textarea(attrs={"rows": 14, "data-editor": ""}),
        error_messages={"max_length": "This is longer than a place of the report holds. Shorten it."},
    )
    based_on = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, year: ReportingYear, slot: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        figures = reverse("report_figures", args=[year, slot])
        self.fields["text"].widget.attrs["data-figures"] = figures

    def clean_text(self) -> str:
        """Lines end in one way only, so that words saved again unchanged are the same."""
        return str(self.cleaned_data["text"]).replace("\r\n", "\n").strip()


class TermForm(RefusableForm):
    preferred = forms.CharField(
        label="Say",
        max_length=100,
        help_text="For example: children and young people in care (CYPIC)",
        error_messages={"required": "Enter the words you prefer"},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    instead_of = forms.CharField(
        label="Instead of",
        help_text="One word or phrase a line. Plurals, capitals and hyphens are found by themselves.",
        error_messages={"required": "Enter at least one word that is not to be used"},
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    why = forms.CharField(
        label="Why (optional)",
        max_length=300,
        required=False,
        help_text="Told to the author beside the word",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def clean_instead_of(self) -> list[str]:
        return str(self.cleaned_data["instead_of"]).splitlines()
