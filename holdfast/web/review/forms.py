"""What is typed about a review. Forms give clean values; the actions judge and write."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from holdfast.casework.people.models import Child, Worker
from holdfast.casework.reviews.models import Mode, Review
from holdfast.casework.reviews.timing import Offer
from holdfast.domain.wording import weekday_and_date
from holdfast.web.allocation.forms import WorkerField
from holdfast.web.day_field import DayField
from holdfast.web.refusal import RefusableForm

#: a review is not booked further ahead than this many days; more is a slip of the year
AHEAD = 400


class TimeField(forms.TimeField):
    """A time of day as people write it."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            required=False,
            input_formats=["%H:%M", "%H.%M", "%H"],
            widget=forms.TextInput(attrs={"class": "govuk-input--width-5", "autocomplete": "off"}),
            error_messages={"invalid": "Write the time like 14:30"},
            **kwargs,
        )

    def prepare_value(self, value: Any) -> Any:
        return f"{value:%H:%M}" if hasattr(value, "hour") else value


class ChairField(WorkerField):
    """Who may chair, by name."""

    def label_from_instance(self, worker: Any) -> str:
        return str(worker.name)


class PlanForm(RefusableForm):
    """When, how, where and by whom: for booking and for moving. Used by invitations, the calendar and the figures."""

    planned_on = DayField(label="Day", what="day of the review")
    planned_at = TimeField(label="Time", help_text="For example, 14:30. Leave blank if it is not settled")
    mode = forms.ChoiceField(label="How it is held", choices=Mode.choices, widget=forms.RadioSelect)
    venue = forms.CharField(
        label="Where",
        max_length=300,
        required=False,
        help_text="A place, or the words of the invitation for an online meeting",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    chair = ChairField(
        label="Chaired by",
        required=False,
        empty_label="Not settled",
        error_messages={"invalid_choice": "This person cannot chair any more. Choose somebody else."},
    )

    def __init__(self, chairs: QuerySet[Worker], on: date, data: Any = None, **kwargs: Any) -> None:
        self.on = on
        super().__init__(data, **kwargs)
        self.fields["chair"].queryset = chairs

    def clean_planned_on(self) -> date:
        day: date = self.cleaned_data["planned_on"]
        if (day - self.on).days > AHEAD:
            raise ValidationError("This day is more than a year ahead. Check the year.")
        return day


class BookForm(PlanForm):
    """``offers``: what may be booked for the child; ``siblings``: (id, name, what is due for them)."""

    kind = forms.ChoiceField(
        label="What is reviewed",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Choose what is reviewed",
            "invalid_choice": "This is no longer due. Choose again",
        },
    )
    combined_with = forms.CharField(
        label="Combined with a review of somebody else",
        required=False,
        max_length=300,
        help_text="Held in the same meeting and not booked here, for example of the foster home or of education",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    also = forms.MultipleChoiceField(
        label="Other reviews of this child in the same meeting",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="One meeting may do for several; each has its own record and its own next day",
    )
    siblings = forms.MultipleChoiceField(
        label="Brothers and sisters in the same meeting", required=False, widget=forms.CheckboxSelectMultiple
    )
    field_order = (
        "kind", "also", "planned_on", "planned_at", "mode", "venue", "chair", "siblings", "combined_with",
    )  # fmt: skip

    def __init__(
        self,
        offers: Iterable[Offer],
        siblings: Iterable[tuple[Child, str]],
        chairs: QuerySet[Worker],
        on: date,
        data: Any = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(chairs, on, data, **kwargs)
        self.offers = {offer.key: offer for offer in offers}
        offered = [(key, offer_in_words(offer)) for key, offer in self.offers.items()]
        self.fields["kind"].choices = self.fields["also"].choices = offered
        if len(offered) == 1:
            del self.fields["also"]
        if not self.is_bound:
            self.initial.setdefault("kind", next(iter(self.offers)))
        self.brothers = {str(child.public_id): child for child, _ in siblings}
        self.fields["siblings"].choices = [(str(c.public_id), f"{c}: {due}") for c, due in siblings]
        if not self.brothers:
            del self.fields["siblings"]

    @property
    def offer(self) -> Offer:
        return self.offers[self.cleaned_data["kind"]]

    def further(self) -> list[Offer]:
        """What is reviewed in the same meeting beside what was chosen first."""
        chosen = self.cleaned_data.get("also", [])
        return [self.offers[key] for key in chosen if key != self.cleaned_data["kind"]]

    def chosen(self) -> list[Child]:
        return [self.brothers[key] for key in self.cleaned_data.get("siblings", [])]


def offer_in_words(offer: Offer) -> str:
    """“Review of a child in care, due by Friday 18 December 2026”."""
    day = offer.claim.last_day if offer.claim else None
    return f"{offer.kind.label}, due by {weekday_and_date(day)}" if day else str(offer.kind.label)


class MoveForm(PlanForm):
    """The booking as it stands, to be typed over."""

    together = forms.BooleanField(label="Move everything held in the same meeting", required=False)

    def __init__(
        self,
        review: Review,
        together: bool,
        chairs: QuerySet[Worker],
        on: date,
        data: Any = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(chairs, on, data, **kwargs)
        if not together:
            del self.fields["together"]


class CancelForm(RefusableForm):
    cancelled_why = forms.CharField(
        label="Why is it cancelled?",
        max_length=300,
        help_text="For example, the child came home. If it is only put off, move it instead",
        error_messages={"required": "Say why this review is cancelled"},
    )
    together = forms.BooleanField(label="Cancel everything held in the same meeting", required=False)

    def __init__(self, together: bool, data: Any = None) -> None:
        super().__init__(data)
        if not together:
            del self.fields["together"]
