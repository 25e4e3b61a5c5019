"""What is asked when a finished monitor is opened again."""

from __future__ import annotations

from django import forms


class ReopenForm(forms.Form):
    """The reason is read by whoever reads the monitor."""

    why = forms.CharField(
        label="Why is it opened again?",
        help_text="In a sentence. It stands beside the monitor, with your name and the day.",
        max_length=300,
        widget=forms.Textarea({"rows": 2}),
        error_messages={"required": "Say in a sentence why it is opened again."},
    )
