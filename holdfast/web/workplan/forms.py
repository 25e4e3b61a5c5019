"""What is typed of a plan: a theme, an aim, an action, progress, a recommendation, a decision. The actions judge."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.db import models

from holdfast.casework.improvement.models import ActionState, Aim, Decided, Theme
from holdfast.casework.improvement.queries import themes
from holdfast.casework.provenance.queries import last_change
from holdfast.web.day_field import DayField
from holdfast.web.refusal import RefusableForm
from holdfast.web.workplan.linked_figures import choices

_PLAIN = {"autocomplete": "off"}


def _line(label: str, required: str = "", help_text: str = "", length: int = 200) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=length,
        required=bool(required),
        help_text=help_text,
        error_messages={"required": required} if required else {},
        widget=forms.TextInput(attrs=_PLAIN),
    )


def _words(label: str, required: str = "", help_text: str = "", rows: int = 3) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=bool(required),
        help_text=help_text,
        max_length=5_000,
        error_messages={"required": required} if required else {},
        widget=forms.Textarea(attrs={"rows": rows}),
    )


def _figure(on: date, help_text: str) -> forms.ChoiceField:
    return forms.ChoiceField(
        label="Figure", required=False, choices=[("", "None"), *choices(on)], help_text=help_text
    )


class SeenForm(RefusableForm):
    """A form over a record that somebody else may change meanwhile: it carries which change it was shown."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, record: models.Model | None = None, **kwargs: Any) -> None:
        self.record = record
        initial = {**kwargs.pop("initial", {}), "seen": last_change(record) if record else ""}
        super().__init__(data, initial=initial, **kwargs)

    def values(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "seen"}

    def refuse(self, refusal: Exception) -> None:
        """Told above the form; the next sending is judged by what stands now."""
        super().refuse(refusal)
        if self.record is not None:
            self.record.refresh_from_db()
            self.data = self.data.copy()
            self.data["seen"] = str(last_change(self.record))


class ThemeForm(SeenForm):
    name = _line("Theme", "Enter the name of the theme")
    plan = _line("Plan it stands in", "Enter the plan it stands in", "Such as Council plan 2015 to 2019")
    from_date = DayField(label="From", what="first day")
    to_date = DayField(
        label="To", what="last day", required=False, help_text="Leave blank while the plan holds"
    )


class _Themed(SeenForm):
    """Themes as one box for each; those that ended stay offered where they are ticked already."""

    def offer_themes(self, on: date, ticked: set[int]) -> None:
        held = {theme.pk for theme in themes(on)}
        self.themes = [theme for theme in themes() if theme.pk in held | ticked]
        for theme in self.themes:
            self.fields[f"theme_{theme.pk}"] = forms.BooleanField(
                label=theme.name, required=False, initial=theme.pk in ticked
            )

    @property
    def plain_fields(self) -> list[forms.BoundField]:
        return [field for field in self.visible_fields() if not field.name.startswith("theme_")]

    @property
    def theme_fields(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The boxes by the plan their themes stand in."""
        grouped: dict[str, list[forms.BoundField]] = {}
        for theme in self.themes:
            grouped.setdefault(theme.plan, []).append(self[f"theme_{theme.pk}"])
        return list(grouped.items())

    def chosen(self) -> list[Theme]:
        return [theme for theme in self.themes if self.cleaned_data.get(f"theme_{theme.pk}")]


class AimForm(_Themed):
    title = _line("Aim", "Enter the aim", "What is to become better, in a few words", 300)
    why = _words("Why", help_text="What it is to change for children and young people")

    def __init__(self, on: date, data: Any = None, *, aim: Aim | None = None) -> None:
        figure = f"{aim.table}/{aim.group}" if aim and aim.table else ""
        given = {"title": aim.title, "why": aim.why, "figure": figure} if aim else {}
        super().__init__(data, record=aim, initial=given)
        self.fields["figure"] = _figure(on, "The figure that shows whether the aim is reached")
        self.offer_themes(on, {theme.pk for theme in aim.themes.all()} if aim else set())

    def values(self) -> dict[str, Any]:
        table, _, group = self.cleaned_data["figure"].partition("/")
        return {
            "title": self.cleaned_data["title"],
            "why": self.cleaned_data["why"],
            "table": table,
            "group": group,
        }


class ActionForm(SeenForm):
    text = _words("Action", "Enter what is to be done", "One thing that can be seen to be done")
    owner = _line("Owner", "Enter who sees that it is done", "A post, such as Service manager")
    due_on = DayField(
        label="By when",
        what="day it is to be done by",
        required=False,
        help_text="Leave blank if no day is set",
    )


class ProgressForm(RefusableForm):
    said_on = DayField(label="Day", what="day")
    state = forms.ChoiceField(
        label="How far is it now?",
        choices=ActionState.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how far it is"},
    )
    text = _words(
        "What was done, and what it led to for children",
        "Say what was done",
        "No names: it may be printed",
        4,
    )
    evidence = _words("Where that can be seen", help_text="A figure, a record, a minute, a survey", rows=2)


class RecommendationForm(SeenForm):
    text = _words("What the board is asked", "Enter what the board is asked to note, to decide or to do")
    reason = _words("Reason", help_text="Why the board is asked")

    def __init__(self, on: date, data: Any = None, *, asked: Any = None) -> None:
        figure = f"{asked.table}/{asked.group}" if asked and asked.table else ""
        given = {"text": asked.text, "reason": asked.reason, "figure": figure} if asked else {}
        if asked and asked.theme_id:
            given["theme"] = str(asked.theme.public_id)
        super().__init__(data, record=asked, initial=given)
        held = {theme.pk for theme in themes(on)} | ({asked.theme_id} if asked else set())
        self.offered = {str(theme.public_id): theme for theme in themes() if theme.pk in held}
        named = [(key, f"{theme.name} ({theme.plan})") for key, theme in self.offered.items()]
        self.fields["theme"] = forms.ChoiceField(
            label="Theme of the council", required=False, choices=[("", "None"), *named]
        )
        self.fields["figure"] = _figure(on, "The figure it rests on")

    def values(self) -> dict[str, Any]:
        given = self.cleaned_data
        table, _, group = given["figure"].partition("/")
        theme = self.offered.get(given["theme"])
        return {
            "text": given["text"],
            "reason": given["reason"],
            "theme": theme,
            "table": table,
            "group": group,
        }


class DecisionForm(RefusableForm):
    body = _line("Which body decided", "Enter which body decided")
    met_on = DayField(label="Day of the meeting", what="day of the meeting")
    decided = forms.ChoiceField(
        label="What it decided",
        choices=Decided.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what it decided"},
    )
    text = _words("In its words", help_text="As the minutes have it")
    owner = _line("Who sees to it", help_text="A post, such as Head of service")
    due_on = DayField(label="By when", what="day it is to be done by", required=False)


class FollowUpForm(RefusableForm):
    said_on = DayField(label="Day", what="day")
    text = _words(
        "What became of it", "Say what became of it", "No names: it is printed in the next report", 4
    )
    evidence = _words("Where that can be seen", rows=2)
    done = forms.BooleanField(label="Nothing is left to do", required=False)
