"""What an officer types of their footprint: an entry, and praise."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from holdfast.casework.footprint.models import EntryKind, Theme
from holdfast.casework.people.models import Worker
from holdfast.web.day_field import DayField
from holdfast.web.refusal import RefusableForm


class EntryForm(RefusableForm):
    """Kind and day are counted in the footprint; the words are read on the child's line."""

    kind = forms.ChoiceField(
        label="What did you do?",
        widget=forms.RadioSelect,
        choices=EntryKind.choices,
        error_messages={"required": "Say what you did.", "invalid_choice": "Choose from the list."},
    )
    happened_on = DayField(what="day it happened", label="When?")
    text = forms.CharField(
        label="In a few words",
        widget=forms.Textarea({"rows": 4}),
        help_text="What was said or asked, and what came of it. Those who work with the child can read it",
        error_messages={"required": "Write in a few words what you did."},
    )

    def __init__(self, on: date, data: Any = None) -> None:
        super().__init__(data, initial={"happened_on": on})


class PraiseForm(RefusableForm):
    """The worker is sent it with their manager; theme and team are counted in the patterns."""

    worker = forms.ChoiceField(
        label="Whose practice was good?",
        widget=forms.Select(),
        help_text="Those who work or worked with the child stand first",
        error_messages={
            "required": "Choose the worker whose practice was good.",
            "invalid_choice": "Choose from the list.",
        },
    )
    theme = forms.ChoiceField(
        label="What was it about?",
        widget=forms.RadioSelect,
        choices=Theme.choices,
        error_messages={"required": "Say what it was about.", "invalid_choice": "Choose from the list."},
    )
    text = forms.CharField(
        label="What was good, and what did it bring the child?",
        widget=forms.Textarea({"rows": 5}),
        help_text="The worker and their manager read it in your words",
        error_messages={"required": "Write what was good, and what it brought the child."},
    )

    def __init__(self, workers: tuple[list[Worker], list[Worker]], data: Any = None) -> None:
        theirs, others = workers
        self.known = {str(worker.public_id): worker for worker in (*theirs, *others)}
        super().__init__(data)
        groups = (("Works or worked with the child", theirs), ("Everybody else", others))
        named = [(label, [_choice(worker) for worker in some]) for label, some in groups if some]
        self.fields["worker"].choices = [("", "Choose"), *named]

    def praised(self) -> dict[str, Any]:
        """What was typed, as the action takes it."""
        given = self.cleaned_data
        return {**given, "worker": self.known[given["worker"]]}


def _choice(worker: Worker) -> tuple[str, str]:
    return (str(worker.public_id), f"{worker.name}, {worker.team}" if worker.team else worker.name)
