"""What is typed of a board paper: which aims it names, how it serves each theme, what follows under each head."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from holdfast.casework.improvement.implications import HEADS, NONE, SOME
from holdfast.casework.improvement.models import Aim, BoardPaper, Theme
from holdfast.web.workplan.forms import SeenForm

ANSWERS = [(NONE, "None"), (SOME, "Some: say what follows")]


class PrioritiesForm(SeenForm):
    """A box for each aim of the next year; the paper names those ticked, in the order of the plan."""

    def __init__(self, aims: list[Aim], data: Any = None, *, paper: BoardPaper | None) -> None:
        super().__init__(data, record=paper)
        self.aims = aims
        ticked = set(paper.priorities) if paper else set()
        for aim in aims:
            self.fields[f"aim_{aim.pk}"] = forms.BooleanField(
                label=aim.title, required=False, initial=str(aim.public_id) in ticked
            )

    def chosen(self) -> list[Aim]:
        return [aim for aim in self.aims if self.cleaned_data.get(f"aim_{aim.pk}")]


class LinksForm(SeenForm):
    """Words for each theme in force; a theme left blank is left out of the paper."""

    def __init__(self, themes: list[Theme], data: Any = None, *, paper: BoardPaper | None) -> None:
        super().__init__(data, record=paper)
        self.themes = themes
        written = {link["theme"]: link["text"] for link in paper.links} if paper else {}
        for theme in themes:
            self.fields[f"theme_{theme.pk}"] = forms.CharField(
                label=theme.name,
                required=False,
                max_length=1_000,
                help_text=theme.plan,
                initial=written.get(str(theme.public_id), ""),
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    def links(self) -> list[dict[str, str]]:
        given = self.cleaned_data
        return [{"theme": str(one.public_id), "text": given[f"theme_{one.pk}"]} for one in self.themes]


class ImplicationsForm(SeenForm):
    """For each head an answer and, where something follows, what."""

    def __init__(self, data: Any = None, *, paper: BoardPaper | None) -> None:
        super().__init__(data, record=paper)
        kept = paper.implications if paper else {}
        for key, words in HEADS.items():
            said = kept.get(key, {})
            self.fields[f"answer_{key}"] = forms.ChoiceField(
                label=words,
                required=False,
                choices=ANSWERS,
                widget=forms.RadioSelect,
                initial=said.get("answer", ""),
            )
            self.fields[f"text_{key}"] = forms.CharField(
                label=f"{words}: what follows",
                required=False,
                max_length=2_000,
                initial=said.get("text", ""),
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    @property
    def heads(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        return [(self[f"answer_{key}"], self[f"text_{key}"]) for key in HEADS]

    def answers(self) -> dict[str, dict[str, str]]:
        given = self.cleaned_data
        return {key: {"answer": given[f"answer_{key}"], "text": given[f"text_{key}"]} for key in HEADS}

    def refuse(self, refusal: Exception) -> None:
        """What is refused of a head stands beside its answer."""
        if isinstance(refusal, ValidationError) and hasattr(refusal, "error_dict"):
            named = {f"answer_{key}": errors for key, errors in refusal.error_dict.items()}
            refusal = ValidationError(named)
        super().refuse(refusal)
