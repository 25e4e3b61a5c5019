from typing import Any

from django import forms


class WordsForm(forms.Form):
    text = forms.CharField(
        label="Your words",
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 12}),
    )

    def __init__(self, *args: Any, prompt: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].help_text = f"{prompt} Leave a blank line between paragraphs."
