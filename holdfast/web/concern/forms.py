"""What each move of a concern asks for. Each form goes to the concern's own page and says in ``do`` what it does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from holdfast.casework.resolution.models import Effect, Outcome, Told
from holdfast.web.day_field import DayField

#: one choice, or a group of them with its heading
Choices = Sequence[tuple[str, Any]]


def needed(sentence: str) -> dict[str, str]:
    """What a field says when nothing was entered."""
    return {"required": sentence}


def _text(label: str, missing: str, *, rows: int = 4, **more: Any) -> forms.CharField:
    widget = forms.Textarea({"rows": rows})
    return forms.CharField(label=label, widget=widget, error_messages=needed(missing), **more)


def _reason(label: str, missing: str, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=300, error_messages=needed(missing), **more)


class MoveForm(forms.Form):
    """A form whose fields' ids are its own among the others of the page.

    ``about``: where several of a kind stand on the page (two referrals), which one it is of.
    """

    do = ""

    def __init__(self, data: Any = None, *, about: str = "", **kwargs: Any) -> None:
        self.about = about
        own = f"{self.do}_{about}" if about else self.do
        super().__init__(data, auto_id=f"id_{own}_%s", **kwargs)


class AnswerForm(MoveForm):
    """Read by the officer; the outcome is counted by stage in the figure `disputes`."""

    do = "answer"
    outcome = forms.ChoiceField(
        label="Your answer",
        widget=forms.RadioSelect,
        choices=Outcome.choices,
        error_messages=needed("Say whether you agree."),
    )
    answer = _text(
        "What will be done, or why not", "Write what will be done, or why it will not be done.", rows=5
    )
    do_by = DayField(
        what="day by which it is done",
        label="By when will it be done?",
        required=False,
        help_text="For example 27 3 2027. Leave it empty if nothing is to be done.",
    )


class CorrectAnswerForm(AnswerForm):
    """An answer written wrongly; what it said before is kept."""

    do = "correct_answer"


class OpenStageForm(MoveForm):
    """Asks at the next stage or a later one. Reasons for those passed over stand on the ladder and in the figure."""

    do = "open_stage"
    number = forms.TypedChoiceField(
        label="Which stage?", coerce=int, error_messages=needed("Choose the stage.")
    )
    asked = forms.ChoiceField(label="Put it to", error_messages=needed("Choose who is asked."))
    said = _text(
        "What you say to them",
        "Write what you say to them.",
        rows=3,
        required=False,
        help_text="What is wrong and what is asked for stands above already. Add what has happened since.",
    )
    passed_over_why = _reason(
        "Why the stages before it are passed over",
        "Say why the stages before it are passed over.",
        required=False,
        help_text="Only if you choose a later stage than the next one.",
    )

    def __init__(self, data: Any, *, stages: Choices, people: Choices, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["number"].choices = stages
        self.fields["asked"].choices = people


class PassOverForm(MoveForm):
    """The next stage is not gone through; it stays on the ladder with the reason."""

    do = "pass_over"
    why = _reason("Why it is passed over", "Say why the stage is passed over.")


class HandForm(MoveForm):
    """Somebody else is to answer the stage that is open."""

    do = "hand_to"
    worker = forms.ChoiceField(label="Who answers instead?", error_messages=needed("Choose who answers."))

    def __init__(self, data: Any, *, people: Choices, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["worker"].choices = people


class PauseForm(MoveForm):
    """The reason stands beside the clock; the total goes on in view."""

    do = "pause"
    why = _reason("Why the clock is to stand still", "Say why the clock is to stand still.")


class LegalAskForm(MoveForm):
    """Independent legal advice. Source: rules C6; counted with days waited in the report."""

    do = "ask_legal"
    asked_of = forms.CharField(
        label="Whom you ask", max_length=200, error_messages=needed("Say whom you ask for advice.")
    )
    independent = forms.BooleanField(
        label="They are independent of the council’s lawyers in this matter", required=False, initial=True
    )
    question = _text("What you ask", "Write what you ask.")


class LegalGivenForm(MoveForm):
    """What the lawyer said; read by officers and their manager only."""

    do = "legal_given"
    advice = _text("What they advise", "Write what they advise.")
    cost = forms.DecimalField(
        label="Cost in pounds",
        required=False,
        min_value=0,
        max_digits=8,
        decimal_places=2,
        help_text="For example 240 or 240.50. Leave it empty if it is not known.",
        error_messages={"invalid": "Give the cost in pounds, like 240 or 240.50."},
        widget=forms.TextInput({"inputmode": "decimal", "class": "govuk-input--width-5"}),
    )


class ReferForm(MoveForm):
    """A referral to Cafcass. Source: Children Act 1989, section 25B(3); regulation 45."""

    do = "refer_to_cafcass"
    why = _text(
        "Why you refer it",
        "Write why you refer it to Cafcass.",
        help_text="You need nobody’s permission, and the stages here go on. Children Act 1989, section 25B(3); Care "
        "Planning Regulations 2010, regulation 45.",
    )


class CafcassSaidForm(MoveForm):
    """What Cafcass did."""

    do = "cafcass_said"
    outcome = _text("What Cafcass did", "Write what Cafcass did.")


class TellForm(MoveForm):
    """Whether the child was told what came of it; read at the next review."""

    do = "tell_child"
    child_told = forms.ChoiceField(
        label="Has the child been told?",
        widget=forms.RadioSelect,
        choices=Told.choices,
        error_messages=needed("Say whether the child has been told."),
    )
    child_told_on = DayField(what="day the child was told", label="When were they told?", required=False)
    child_told_why = _reason(
        "Why they are not told",
        "Say why they are not told.",
        required=False,
        help_text="Only if it is not right.",
    )


class CloseForm(TellForm):
    """The effect for the child. Source: rules C, Impact and footprint; counted in the figure `disputes`."""

    do = "close"
    field_order = ["effect", "what_changed", "changed_on", "evidence"]
    effect = forms.ChoiceField(
        label="What came of it for the child?",
        widget=forms.RadioSelect,
        choices=[pair for pair in Effect.choices if pair[0] != Effect.WITHDRAWN],
        error_messages=needed("Say what came of it for the child."),
    )
    what_changed = _text(
        "What changed for the child",
        "Write what changed for the child.",
        rows=3,
        required=False,
        help_text="If nothing changed, say why it is closed all the same.",
    )
    changed_on = DayField(what="day it changed", label="When did it change?", required=False)
    evidence = _text(
        "How do you know?",
        "Write how you know.",
        rows=2,
        required=False,
        help_text="Seen, heard from the child, a document and its day.",
    )


class TakeBackForm(MoveForm):
    """It was no concern: kept, counted apart as taken back."""

    do = "take_back"
    why = _reason("Why you take it back", "Say why you take it back.")


class ReopenForm(MoveForm):
    """Closed too soon: it goes on where it stood."""

    do = "reopen"
    why = _reason("Why it is opened again", "Say why it is opened again.")
