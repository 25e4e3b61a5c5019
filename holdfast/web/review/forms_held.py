"""What is asked of a meeting, of adjourning and at the end of a review: what the figures and the record need."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from holdfast.casework.people.models import Child
from holdfast.casework.reviews.models import Attended, Chaired, LateReason, Mode
from holdfast.casework.reviews.participating import WHEN_NOT, WHEN_THERE, codes_allowed, is_under_four
from holdfast.web.day_field import DayField
from holdfast.web.refusal import RefusableForm
from holdfast.web.review.forms import TimeField
from holdfast.web.review.participation_words import in_words

#: reasons a meeting may be adjourned for: the same list as for a late review, without a wrong date
ADJOURNED_FOR = [choice for choice in LateReason.choices if choice[0] != LateReason.RECORDING]


class MeetingForm(RefusableForm):
    """A meeting that was held. The day is used by every due date and figure of timeliness; the two questions about the
    child by the participation code of the return; how it was held by the record."""

    held_on = DayField(label="When was the meeting?", what="day of the meeting")
    child_there = forms.ChoiceField(
        label="Was the child there?",
        choices=Attended.choices,
        required=False,
        widget=forms.RadioSelect,
        help_text="In the room or online",
    )
    views_there = forms.ChoiceField(
        label="The child was there: how did they get views across?",
        choices=[(one.value, one.label) for one in WHEN_THERE],
        required=False,
        widget=forms.RadioSelect,
    )
    views_not_there = forms.ChoiceField(
        label="The child was not there: how did they get views across?",
        choices=[(one.value, one.label) for one in WHEN_NOT],
        required=False,
        widget=forms.RadioSelect,
    )
    mode = forms.ChoiceField(label="How it was held", choices=Mode.choices, required=False)
    venue = forms.CharField(
        label="Where", max_length=300, required=False, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )

    why = forms.CharField(
        label="Why it is corrected",
        required=False,
        max_length=300,
        help_text="Kept with what stood here before",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, child: Child, likely_on: date, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.child = child
        self.asks = not is_under_four(child, likely_on)

    def answers(self) -> dict[str, str]:
        """child_there and views_by, as the action takes them; blank for a child under four on the day."""
        given = self.cleaned_data
        if is_under_four(self.child, given["held_on"]):
            return {"child_there": "", "views_by": ""}
        there = given["child_there"]
        views = given["views_there"] if there == Attended.YES else given["views_not_there"]
        return {"child_there": there, "views_by": views}

    def refuse(self, refusal: Exception) -> None:
        """An error about the views stands beside the question that was meant."""
        errors = getattr(refusal, "error_dict", {})
        self.asks = self.asks or "child_there" in errors  # the day typed may be after the fourth birthday
        if "views_by" in errors:
            there = self.cleaned_data.get("child_there") == Attended.YES
            self.add_error("views_there" if there else "views_not_there", errors.pop("views_by"))
        if errors or not hasattr(refusal, "error_dict"):
            super().refuse(refusal)


def views_initial(there: str, views_by: str) -> dict[str, str]:
    """The two questions as they were answered."""
    field = "views_there" if there == Attended.YES else "views_not_there"
    return {"child_there": there, field: views_by}


class AdjournForm(RefusableForm):
    """Why, what the social worker says of it, and when the next meeting is. Used by the record and by late reasons."""

    adjourned_why = forms.ChoiceField(
        label="Why was the review adjourned?",
        choices=ADJOURNED_FOR,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose why the review was adjourned"},
    )
    adjourned_note = forms.CharField(
        label="What the social worker says of it", max_length=300, required=False
    )
    next_planned_on = DayField(label="Day of the next meeting", what="day of the next meeting")
    next_planned_at = TimeField(label="Time", help_text="Leave blank if it is not settled")


class CompleteForm(RefusableForm):
    """``late``: whether the reason is asked. Used by the figures on children who chaired and on late reviews."""

    child_chaired = forms.ChoiceField(
        label="Did the child chair the review?",
        choices=Chaired.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether the child chaired the review"},
    )
    late_reason = forms.ChoiceField(
        label="Why was it late?", choices=LateReason.choices, required=False, widget=forms.RadioSelect
    )
    late_note = forms.CharField(
        label="In a few words, if that does not say it", max_length=300, required=False
    )

    def __init__(self, late: bool, under_four: bool, data: Any = None) -> None:
        super().__init__(data, initial={"child_chaired": Chaired.NO})
        if not late:
            del self.fields["late_reason"], self.fields["late_note"]
        if under_four:
            del self.fields["child_chaired"]


class ParticipationForm(RefusableForm):
    participation = forms.ChoiceField(label="How the child took part", widget=forms.RadioSelect)
    participation_reason = forms.CharField(
        label="Why is another code right than the answers give?",
        max_length=300,
        required=False,
        help_text="Leave blank if you choose the code that the answers give",
    )

    def __init__(self, child: Child, day: date, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["participation"].choices = [(c, in_words(c)) for c in codes_allowed(child, day)]
