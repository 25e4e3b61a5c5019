"""What happens to a child in care, as forms: care began, a move, another legal status, care ended, a milestone."""

from __future__ import annotations

from typing import Any

from django import forms

from holdfast.casework.care import actions
from holdfast.casework.care.models import MilestoneKind
from holdfast.casework.care.queries import in_care_on
from holdfast.casework.people.models import Child
from holdfast.web.child.entering import EnterForm
from holdfast.web.code_words import choices
from holdfast.web.day_field import DayField

NOT_IN_CARE = "The child is not in care on our records. Add first that care began."


def code(label: str, *, required: bool = True, missing: str = "", **kwargs: Any) -> forms.ChoiceField:
    """A choice from a code list, which is filled in for the day the page speaks of."""
    messages = {"required": missing} if missing else {}
    return forms.ChoiceField(
        label=label, required=required, widget=forms.Select(), error_messages=messages, **kwargs
    )


def time_field() -> forms.TimeField:
    return forms.TimeField(
        label="Time it began, under section 20",
        required=False,
        input_formats=["%H:%M", "%H.%M", "%H%M"],
        help_text="For example, 16:30. Under section 20 a child is looked after once 24 hours have passed; "
        "under an order or on remand at once",
        error_messages={"invalid": "Give the time in hours and minutes, like 16:30"},
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "govuk-input--width-5"}),
    )


def location_field() -> forms.ChoiceField:
    return code(
        "In or outside the council’s area",
        required=False,
        help_text="As the social worker's record or the placement's address says. Leave it where nobody knows yet",
    )


class CareForm(EnterForm):
    code_lists: dict[str, str] = {}
    needs_care = True

    def __init__(self, child: Child, on: Any, data: Any = None) -> None:
        super().__init__(child, on, data)
        for name, field in self.code_lists.items():
            self.fields[name].choices = [
                (value, label if value else "Choose") for value, label in choices(field, on) if value != "X1"
            ]

    def why_not(self) -> str:
        in_care = in_care_on(self.child, self.on) is not None
        if self.needs_care:
            return "" if in_care else NOT_IN_CARE
        return "The child is in care already. Say what changed." if in_care else ""


class CameForm(CareForm):
    """Care begins, or begins again."""

    title = "Care began"
    lead = "A new period of care, with a new clock for its first review."
    button = "Save that care began"
    needs_care = False
    started = DayField(label="Day care began", what="day care began")
    started_at = time_field()
    legal_status = code("Legal status", missing="Choose the legal status under which care began")
    place = code("Placement", missing="Choose the kind of placement")
    location = location_field()
    code_lists = {"legal_status": "LS", "place": "PLACE", "location": "PL_LOCATION"}

    def save(self, by: Any) -> None:
        actions.come_into_care(child=self.child, by=by, **self.cleaned_data)


class MovedForm(CareForm):
    """Another placement; the legal status may change with it."""

    title = "Moved to another placement"
    button = "Save the move"
    on_day = DayField(label="Day of the move", what="day of the move")
    place = code("Placement from then on", missing="Choose the kind of placement")
    same_carer = forms.BooleanField(
        label="The carer stays the same; only the kind of placement changed", required=False
    )
    reason_moved = code(
        "Why the placement changed", required=False, help_text="Leave it where the carer stays the same"
    )
    provider = code("Provided by", required=False)
    location = location_field()
    legal_status = code("Legal status, if it changed that day too", required=False)
    code_lists = {
        "place": "PLACE",
        "reason_moved": "REASON_PLACE_CHANGE",
        "provider": "PLACE_PROVIDER",
        "location": "PL_LOCATION",
        "legal_status": "LS",
    }

    def save(self, by: Any) -> None:
        actions.change_care(child=self.child, by=by, **_on(self.cleaned_data))


class StatusForm(CareForm):
    """Another legal status in the same placement."""

    title = "Legal status changed"
    lead = "The child stays in the same placement. If both changed on one day, enter it as a move."
    button = "Save the legal status"
    on_day = DayField(label="From", what="day from which it holds")
    legal_status = code("Legal status from then on", missing="Choose the legal status")
    code_lists = {"legal_status": "LS"}

    def save(self, by: Any) -> None:
        actions.change_care(child=self.child, by=by, **_on(self.cleaned_data))


class LeftForm(CareForm):
    """Care ends."""

    title = "Left care"
    button = "Save that care ended"
    on_day = DayField(label="Day care ended", what="day care ended")
    reason = code("Why care ended", missing="Choose why care ended")
    code_lists = {"reason": "REC"}

    def save(self, by: Any) -> None:
        actions.leave_care(child=self.child, by=by, **_on(self.cleaned_data))


class MilestoneForm(EnterForm):
    """What sets when reviews are due and stands in no return."""

    title = "Add a milestone"
    lead = "These days change when reviews are due, or how they may be held, and no return brings them."
    button = "Save the milestone"
    kind = forms.ChoiceField(
        label="What happened", choices=MilestoneKind.choices, widget=forms.RadioSelect(),
        error_messages={"required": "Choose what happened"},
    )  # fmt: skip
    happened_on = DayField(label="On", what="day it happened")
    note = forms.CharField(label="Note", required=False, max_length=300, widget=forms.TextInput())

    def save(self, by: Any) -> None:
        given = self.cleaned_data
        actions.note_milestone(
            child=self.child, kind=MilestoneKind(given["kind"]), happened_on=given["happened_on"],
            note=given["note"], by=by,
        )  # fmt: skip


def _on(cleaned: dict[str, Any]) -> dict[str, Any]:
    """The form's day under the name the action knows it by."""
    return {("on" if name == "on_day" else name): value for name, value in cleaned.items()}


#: the word in the address -> its form
CARE_EVENTS: dict[str, type[EnterForm]] = {
    "came": CameForm,
    "moved": MovedForm,
    "legal-status": StatusForm,
    "left": LeftForm,
    "milestone": MilestoneForm,
}
