"""What may be corrected on a child's record. Forms give clean values; the actions check what can be and write."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from holdfast.casework.care.models import Episode
from holdfast.casework.people.models import Child
from holdfast.casework.plans.models import Category, NeedPlan, Protection
from holdfast.casework.provenance.rules import as_text, from_text
from holdfast.casework.reviews.models import Review
from holdfast.domain.wording import weekday_and_date
from holdfast.web.child.opened import OPENED, ChangedMeanwhile, seal, stands, unseal
from holdfast.web.code_words import choices, words
from holdfast.web.day_field import DayField

Values = dict[str, Any]


class CorrectionForm(forms.Form):
    """A record's values as they stand, to be typed over; ``stood``: as they stood when the form was opened.

    ``why`` is no value of the record: the reason for the change, kept beside it.
    """

    code_lists: dict[str, str] = {}

    def __init__(self, record: Any, on: date, data: Any = None) -> None:
        self.record, self.on = record, on
        self.kept = [name for name in self.base_fields if name != "why"]
        self.stood = stands(record, self.kept) if data is None else unseal(record, data.get(OPENED, ""))
        super().__init__(data, initial={name: getattr(record, name) for name in self.kept})
        for name, field in self.code_lists.items():
            self.fields[name].choices = choices(field, on, keep=getattr(record, name))

    @property
    def opened(self) -> str:
        """What the page carries, so that the next answer can say what its form showed."""
        if self.is_bound and self.stood is not None:
            return self.data[OPENED]
        return seal(self.record, self.stood or {})

    def changed_meanwhile(self) -> list[str]:
        """The fields in which something else stands now than when the form was opened."""
        stood = self.stood or {}
        return [name for name, now in stands(self.record, self.kept).items() if stood.get(name) != now]

    def check_unchanged(self) -> None:
        """Raises ChangedMeanwhile when the record is no longer what the form showed."""
        if self.changed_meanwhile():
            raise ChangedMeanwhile

    def looked_at_again(self) -> CorrectionForm:
        """The form of what stands now, in which what this person typed is kept."""
        data = self.data.copy()
        for name in self.changed_meanwhile():
            field = self.fields[name]
            if name not in (self.stood or {}):
                continue
            typed = field.widget.value_from_datadict(self.data, self.files, name)
            if not field.has_changed(from_text(type(self.record), name, self.stood[name]), typed):
                for sent, value in _as_sent(name, field, getattr(self.record, name)).items():
                    data[sent] = value
        data[OPENED] = seal(self.record, stands(self.record, self.kept))
        return type(self)(self.record, self.on, data)

    def changes(self) -> Values:
        """The values that differ from what stands on the record."""
        return {
            name: value if value is not None or name in DATES else ""
            for name, value in self.cleaned_data.items()
            if name in self.kept and (value or None) != (getattr(self.record, name) or None)
        }

    def differences(self) -> list[tuple[str, str, str]]:
        """(what, before, after) in words, for checking before it is saved."""
        return [
            (
                str(self.fields[name].label),
                self._say(name, getattr(self.record, name)),
                self._say(name, value),
            )
            for name, value in self.changes().items()
        ]

    def _say(self, name: str, value: Any) -> str:
        if isinstance(value, date):
            return weekday_and_date(value)
        if name in self.code_lists:
            return words(self.code_lists[name], value, self.on)
        listed = dict(getattr(self.fields[name], "choices", ()))
        return str(listed.get(value, value)) if value else "Blank"


def _as_sent(name: str, field: forms.Field, value: Any) -> dict[str, str]:
    """A value as the browser sends it: a day in its three parts."""
    if isinstance(field, DayField):
        return {f"{name}_{nth}": part for nth, part in enumerate(field.widget.decompress(value))}
    return {name: as_text(value)}


DATES = frozenset(
    {"born", "started", "ended", "held_on", "completed_on", "opened_on", "closed_on", "agreed_on", "made_on"}
)


def _code(label: str, **kwargs: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, required=False, widget=forms.Select(), **kwargs)


def _why() -> forms.CharField:
    """Read by whoever later asks why a due date moved: it stands beside the correction in the child's line."""
    return forms.CharField(
        label="Why it is corrected",
        required=False,
        max_length=300,
        help_text="Kept with what stood here before",
        widget=forms.TextInput(),
    )


class ChildForm(CorrectionForm):
    record: Child
    name = forms.CharField(
        label="Name", required=False, max_length=200, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    born = DayField(
        label="Date of birth", what="date of birth", required=False, help_text="For example, 27 3 2009"
    )
    sex = _code("Sex")
    ethnicity = _code("Ethnicity")
    code_lists = {"sex": "SEX", "ethnicity": "ETHNIC"}


class EpisodeForm(CorrectionForm):
    record: Episode
    started = DayField(label="Day it began", what="day the episode began")
    reason_started = _code("Why it began")
    legal_status = _code("Legal status")
    place = _code("Placement")
    provider = _code("Provided by")
    location = _code("In or outside the council’s area")
    ended = DayField(
        label="Day it ended",
        what="day the episode ended",
        required=False,
        help_text="Leave blank while it lasts",
    )
    reason_ended = _code("Why it ended")
    reason_moved = _code("Why the placement changed")
    why = _why()
    code_lists = {
        "reason_started": "RNE",
        "legal_status": "LS",
        "place": "PLACE",
        "provider": "PLACE_PROVIDER",
        "location": "PL_LOCATION",
        "reason_ended": "REC",
        "reason_moved": "REASON_PLACE_CHANGE",
    }


class ReviewForm(CorrectionForm):
    record: Review
    held_on = DayField(
        label="Day it was held",
        what="day the review was held",
        help_text="For a review in parts, its first meeting",
    )
    completed_on = DayField(
        label="Day it was completed",
        what="day the review was completed",
        required=False,
        help_text="The day of its final meeting",
    )
    participation = _code("How the child took part")
    why = _why()
    code_lists = {"participation": "REVIEW_CODE"}


class ProtectionForm(CorrectionForm):
    record: Protection
    opened_on = DayField(
        label="Opened on",
        what="day it was opened",
        help_text="The strategy discussion, or the notice of the move here",
    )
    started = DayField(label="Plan made on", what="day the plan was made", required=False)
    category_latest = forms.ChoiceField(
        label="Category of the plan",
        required=False,
        choices=[("", "Blank"), *Category.choices],
        widget=forms.Select(),
    )
    closed_on = DayField(label="Closed without a plan on", what="day it was closed", required=False)
    ended = DayField(
        label="Plan ended on",
        what="day the plan ended",
        required=False,
        help_text="Leave blank while it lasts",
    )


class NeedPlanForm(CorrectionForm):
    record: NeedPlan
    agreed_on = DayField(label="Agreed on", what="day it was agreed")
    made_on = DayField(label="Made on", what="day it was made", required=False)
    ended = DayField(
        label="Ended on", what="day it ended", required=False, help_text="Leave blank while it lasts"
    )
    why = _why()
