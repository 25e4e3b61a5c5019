"""What is asked on the page of a midway check. Each form is sent to the page itself and says in ``do`` what it does."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from holdfast.casework.midway.models import MidwayAnswer, MidwayCheck, MidwayEntry
from holdfast.casework.midway.rules import ANSWERS
from holdfast.casework.records.models import Decision
from holdfast.web.day_field import DayField


def needed(sentence: str) -> dict[str, str]:
    """What a field says when nothing was entered."""
    return {"required": sentence}


class _Form(forms.Form):
    """A form whose fields' ids are its own among the others of the page."""

    do = ""

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, auto_id=f"id_{self.do}_%s", **kwargs)


class MoveForm(_Form):
    """The day is counted in the figure `midway`; the reason is read by the officer's manager."""

    do = "move"
    due_on = DayField(what="day of the check", label="On which day instead?")
    why = forms.CharField(label="Why", max_length=300, error_messages=needed("Say why the check is moved."))

    def __init__(self, check: MidwayCheck, data: Any = None) -> None:
        super().__init__(data, initial={"due_on": check.due_on})


class WaiveForm(_Form):
    """The reason is shown apart in the figure `midway`."""

    do = "waive"
    why = forms.CharField(
        label="Why is no check needed?", max_length=300, error_messages=needed("Say why no check is needed.")
    )


class FinishForm(_Form):
    """Read at the next review."""

    do = "finish"
    summary = forms.CharField(
        label="What you found",
        widget=forms.Textarea({"rows": 5}),
        help_text="A sentence or two. The social worker can read it.",
        error_messages=needed("Write what you found, in a sentence or two."),
    )


class EntryForm(_Form):
    """Evidence that the officer followed up, and of what it brought the child."""

    do = "entry"
    kind = forms.ChoiceField(
        label="What is it?",
        widget=forms.RadioSelect,
        choices=MidwayEntry._meta.get_field("kind").choices,
        error_messages=needed("Say whether it is a challenge or what changed."),
    )
    happened_on = DayField(what="day it happened", label="When?")
    text = forms.CharField(
        label="In a few sentences",
        widget=forms.Textarea({"rows": 4}),
        error_messages=needed("Write what was challenged, or what changed for the child."),
    )


class AnswerForm(_Form):
    """One answer per decision, and a word on what is not simply done; the officer reads them."""

    do = "answer"

    def __init__(
        self, decisions: Iterable[Decision], given: dict[int, MidwayAnswer], data: Any = None
    ) -> None:
        self.decisions = list(decisions)
        super().__init__(data)
        for decision in self.decisions:
            said = given.get(decision.pk)
            self.fields[f"status-{decision.number}"] = forms.ChoiceField(
                label=f"Decision {decision.number}: what came of it?",
                widget=forms.RadioSelect,
                choices=[(each.value, each.label) for each in ANSWERS],
                required=False,
                initial=said.status if said else "",
            )
            self.fields[f"note-{decision.number}"] = forms.CharField(
                label=f"A word on decision {decision.number}",
                help_text="Needed unless it is done.",
                widget=forms.Textarea({"rows": 2}),
                required=False,
                initial=said.note if said else "",
            )

    def rows(self) -> Iterable[tuple[Decision, Any, Any]]:
        """Each decision with its two fields."""
        for decision in self.decisions:
            yield decision, self[f"status-{decision.number}"], self[f"note-{decision.number}"]

    def answers(self) -> dict[int, tuple[str, str]]:
        """What was answered, as the action takes it."""
        given = self.cleaned_data
        return {
            each.pk: (given[f"status-{each.number}"], given[f"note-{each.number}"]) for each in self.decisions
        }
