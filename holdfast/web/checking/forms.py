"""What is asked for the draw, for a rating, after it, and of a plan on the conference audit's lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms

from holdfast.casework.checking.models import WAS_RIGHT, PeerAudit
from holdfast.casework.checking.rules import MOST_PER_OFFICER
from holdfast.casework.people.models import Worker
from holdfast.domain.questionnaires.answering import options
from holdfast.domain.questionnaires.questions import Question
from holdfast.web.refusal import RefusableForm

_LARGEST_SEED = 10**15


def _text(label: str, rows: int, help_text: str = "", required: str = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        required=bool(required),
        help_text=help_text,
        max_length=4000,
        error_messages={"required": required} if required else {},
        widget=forms.Textarea({"rows": rows}),
    )


class DrawForm(RefusableForm):
    """The seed is printed with the sample, so that anybody can draw it again."""

    month = forms.ChoiceField(label="Month", error_messages={"required": "Choose a month"})
    per_officer = forms.IntegerField(
        label="Reviews of each officer",
        initial=2,
        min_value=1,
        max_value=MOST_PER_OFFICER,
        error_messages={"required": "Say how many", "invalid": "Give a whole number, such as 2"},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-4"}),
    )
    seed = forms.IntegerField(
        label="Seed",
        required=False,
        min_value=0,
        max_value=_LARGEST_SEED,
        help_text="Leave blank to have one chosen by chance. The same seed and records draw the same sample",
        error_messages={"invalid": "Give a whole number, or leave it blank"},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-10"}),
    )

    def __init__(self, months: Iterable[tuple[str, str]], data: Any = None) -> None:
        super().__init__(data)
        self.fields["month"].choices = list(months)

    def clean_month(self) -> date:
        return date.fromisoformat(self.cleaned_data["month"])


class HandOnForm(RefusableForm):
    """Another officer rates the review."""

    rater = forms.ChoiceField(
        label="Who rates it instead",
        error_messages={
            "required": "Choose who rates it",
            "invalid_choice": "This officer cannot rate it. Choose somebody else.",
        },
    )

    def __init__(self, audit: PeerAudit, workers: Mapping[str, Worker], data: Any = None) -> None:
        super().__init__(data, auto_id=f"id_{audit.pk}_%s")
        self.workers = workers
        out = (audit.officer.public_id, audit.rater.public_id)
        offered = [(key, one.name) for key, one in workers.items() if one.public_id not in out]
        self.fields["rater"].choices = [("", "Choose somebody"), *offered]

    def clean_rater(self) -> Worker:
        return self.workers[self.cleaned_data["rater"]]


class RatingForm(RefusableForm):
    """The questions in the words of the officer's own monitor; used by the agreement of the two."""

    remarks = _text("Remarks", 4, "For the two of you to discuss. Not needed")

    def __init__(self, questions: Iterable[Question], audit: PeerAudit, data: Any = None) -> None:
        super().__init__(data, initial={**audit.ratings, "remarks": audit.remarks})
        self.keys = []
        for question in questions:
            self.keys.append(question.key)
            self.fields[question.key] = forms.ChoiceField(
                label=f"{question.number}. {question.text}",
                help_text=question.help,
                choices=[(one.key, _with_anchor(one.label, one.anchor)) for one in options(question)],
                widget=forms.RadioSelect,
                required=False,
                error_messages={"invalid_choice": "Choose one of the answers offered."},
            )
        self.order_fields([*self.keys, "remarks"])

    def ratings(self) -> dict[str, str]:
        return {key: self.cleaned_data.get(key, "") for key in self.keys}


def _with_anchor(label: str, anchor: str) -> str:
    return f"{label}: {anchor}" if anchor else label


class DiscussForm(RefusableForm):
    """Read by both officers and their manager; learning by the whole team."""

    outcome = _text(
        "What you agreed", 4, "Or that you did not, and why", "Write what you agreed, or that you did not."
    )
    learning = _text("What the team can learn from it", 3, "Without the child’s name. Not needed")

    def __init__(self, audit: PeerAudit, data: Any = None) -> None:
        super().__init__(data, initial={"outcome": audit.outcome, "learning": audit.learning})


class FindingForm(RefusableForm):
    """Read by officers and their manager beside the list."""

    was_right = forms.ChoiceField(
        label="Was it right?",
        choices=list(WAS_RIGHT.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether it was right."},
    )
    finding = _text("What was found", 5, required="Write what was found, in a sentence or two.")
    learning = _text("What the service learns from it", 3, "Not needed")
