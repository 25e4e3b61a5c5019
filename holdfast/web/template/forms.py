from __future__ import annotations

from typing import Any

from django import forms


class SectionForm(forms.Form):
    """What a section is called; for one the service added, also what its author is asked to write."""

    title = forms.CharField(
        label="Title",
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    prompt = forms.CharField(
        label="What is the author asked to write there?",
        required=False,
        max_length=500,
        help_text="It stands in the draft until the words are written",
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, own: bool, program: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        title = self.fields["title"]
        if own:
            title.required = True
            title.error_messages["required"] = "Enter a title for the section"
            title.help_text = "The section holds your words and the tables you type in under them"
        else:
            del self.fields["prompt"]
            title.help_text = f"Leave it blank for the program’s own: “{program}”"
