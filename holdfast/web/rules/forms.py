"""A limit, a span of the remit, a post, a line of management, an interest. The actions judge."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from holdfast.casework.people.models import Child, Ground, Worker
from holdfast.casework.service.models import RemitKind
from holdfast.domain.limits import Rule
from holdfast.web.day_field import DayField
from holdfast.web.refusal import RefusableForm
from holdfast.web.rules.presenters import CERTAINTY


def _line(label: str, help_text: str = "", required: str = "", length: int = 300) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=length,
        required=bool(required),
        help_text=help_text,
        error_messages={"required": required} if required else {},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


def _why(help_text: str) -> forms.CharField:
    return forms.CharField(
        label="Why",
        help_text=help_text,
        error_messages={"required": "Say why"},
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class LimitForm(RefusableForm):
    """Used by every due date of the rule, and by the words that explain it."""

    value = forms.IntegerField(
        label="Number",
        min_value=1,
        error_messages={"required": "Enter a number", "invalid": "Enter a whole number, such as 10"},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-4"}),
    )
    unit = forms.ChoiceField(label="Of", error_messages={"required": "Choose what is counted"})
    from_date = DayField(
        label="From", what="first day", help_text="What is counted from that day on is counted by it"
    )
    to_date = DayField(
        label="To", what="last day", required=False, help_text="Leave blank for until further notice"
    )
    source = _line(
        "Where it comes from",
        "A decision of yours with its day, a procedure, a regulation",
        "Say where the limit comes from",
    )
    certainty = forms.ChoiceField(
        label="How sure you are",
        choices=list(CERTAINTY.items()),
        initial="H",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how sure you are"},
    )
    reason = _why("For those who read the dates later")
    law_changed = forms.BooleanField(
        label="The law itself has changed, so this may ask for less than the national limit shown here",
        required=False,
    )

    def __init__(self, rule: Rule, on: date, data: Any = None) -> None:
        super().__init__(data, initial={"from_date": on})
        self.fields["unit"].choices = [(unit, unit) for unit in rule.units]
        if rule.suggestion:
            self.initial |= {"value": rule.suggestion.value, "unit": rule.suggestion.unit}
        if not rule.stricter_only:
            del self.fields["law_changed"]


class EndForm(RefusableForm):
    """``field``: what the action calls the last day."""

    def __init__(self, on: date, data: Any = None, *, field: str = "to_date") -> None:
        super().__init__(data, initial={field: on})
        self.fields[field] = DayField(label="Last day", what="last day")


class RemitForm(RefusableForm):
    """Switches a kind of plan on from a day, or for a span."""

    kind = forms.ChoiceField(
        label="What the service reviews",
        choices=[(kind.value, kind.label) for kind in RemitKind if kind != RemitKind.CARE],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what the service reviews"},
    )
    from_date = DayField(label="From", what="first day")
    to_date = DayField(
        label="To", what="last day", required=False, help_text="Leave blank for until further notice"
    )
    reason = _why("For those who read the figures later")

    def __init__(self, on: date, data: Any = None) -> None:
        super().__init__(data, initial={"from_date": on})


class PostForm(RefusableForm):
    """Used by caseloads for each full post."""

    fte = forms.DecimalField(
        label="Share of a full post",
        max_digits=4,
        decimal_places=2,
        help_text="1 for full time, 0.6 for three days of five",
        error_messages={
            "required": "Enter the share of a full post",
            "invalid": "Enter the share of a full post in figures, such as 0.6",
            "max_decimal_places": "Enter no more than two decimals, such as 0.65",
            "max_digits": "Enter the share of a full post in figures, such as 0.6",
            "max_whole_digits": "A share of a full post is at most 1",
        },
        widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "govuk-input--width-4"}),
    )
    starts = DayField(label="From", what="first day", help_text="Hours held before end the day before")
    ends = DayField(
        label="To", what="last day", required=False, help_text="Leave blank for until further notice"
    )

    def __init__(self, on: date, data: Any = None) -> None:
        super().__init__(data, initial={"starts": on})


class ByPublicId(forms.ModelChoiceField):
    """A record chosen by an id that is theirs alone; an id that is none is answered like one that is nobody's."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(to_field_name="public_id", blank=True, required=False, **kwargs)

    def to_python(self, value: Any) -> Any:
        try:
            return super().to_python(value)
        except ValidationError:
            raise ValidationError(self.error_messages["invalid_choice"], code="invalid_choice") from None


class PersonForm(RefusableForm):
    """Team and manager: independence and the team's own view; e-mail: invitations; register: who may be an officer."""

    manager_id = ByPublicId(
        queryset=Worker.objects.none(),
        label="Line manager",
        empty_label="Nobody on record",
        help_text="Whoever manages a child’s social worker cannot review that child’s care",
        error_messages={"invalid_choice": "This person is no longer on record. Choose again."},
    )
    team = _line("Team", length=100)
    email = forms.EmailField(
        label="Work e-mail",
        required=False,
        help_text="Invitations and reminders go there",
        error_messages={"invalid": "Enter an e-mail address, like name@example.org"},
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    register_body = _line("Registered with", "Social Work England, for social workers in England", length=100)
    register_number = _line("Number in the register", length=40)
    register_until = DayField(label="Registered until", what="last day of the registration", required=False)

    def __init__(self, worker: Worker, workers: QuerySet[Worker], data: Any = None) -> None:
        given = {name: getattr(worker, name) for name in self.base_fields if name != "manager_id"}
        manager = worker.manager
        super().__init__(data, initial={**given, "manager_id": manager.public_id if manager else ""})
        self.fields["manager_id"].queryset = workers.exclude(pk=worker.pk)

    def changes(self) -> dict[str, Any]:
        """What the action takes: only what was changed here, so that a colleague's change beside it stands."""
        changed = {name: self.cleaned_data[name] for name in self.changed_data}
        if "manager_id" in changed:
            manager = changed["manager_id"]
            changed["manager_id"] = manager.pk if manager else None
        return changed


class InterestForm(RefusableForm):
    """Used when somebody is allocated: the law refuses all grounds but the last, which warns."""

    ground = forms.ChoiceField(
        label="Why they are not independent",
        choices=Ground.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose why they are not independent"},
    )
    number = _line(
        "Of which child", "The child’s number; leave blank if it holds for every child", length=100
    )
    note = _line("Note", "What somebody should know who allocates")
    starts = DayField(label="From", what="first day")
    ends = DayField(
        label="To", what="last day", required=False, help_text="Leave blank for until further notice"
    )

    def __init__(self, children: QuerySet[Child], on: date, data: Any = None) -> None:
        self.children = children
        super().__init__(data, initial={"starts": on})

    def clean_number(self) -> Child | None:
        number = self.cleaned_data["number"].strip()
        if not number:
            return None
        child = self.children.filter(number=number).first()
        if child is None:
            raise ValidationError("No child you can see has this number. Look it up in the list of children.")
        return child
