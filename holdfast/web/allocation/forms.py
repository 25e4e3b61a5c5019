"""Who is to be responsible, and from which day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from holdfast.casework.people.models import AllocationRole, Child, Worker
from holdfast.casework.people.queries import children_for
from holdfast.web.day_field import DayField

#: A day further ahead than this is a slip of the year.
AHEAD = timedelta(days=366)


class WorkerField(forms.ModelChoiceField):
    """A worker, each with how many children they have."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(Worker.objects.none(), to_field_name="public_id", blank=True, **kwargs)

    def label_from_instance(self, worker: Any) -> str:
        return f"{worker.name}: {worker.children} child{'' if worker.children == 1 else 'ren'}"

    def to_python(self, value: Any) -> Worker | None:
        """An id that is none is answered like one that is nobody's."""
        try:
            return super().to_python(value)
        except ValidationError:
            raise ValidationError(self.error_messages["invalid_choice"], code="invalid_choice") from None


def _worker() -> WorkerField:
    return WorkerField(
        label="Who",
        required=False,
        empty_label="Choose somebody",
        help_text="Beside each name: for how many children they are responsible",
        error_messages={"invalid_choice": "This person cannot be allocated any more. Choose somebody else."},
    )


class FromADayForm(forms.Form):
    """``on``: the day that the pages speak of, which is offered."""

    worker = _worker()
    starts = DayField(
        label="From", what="first day", help_text="Whoever was responsible is until the day before"
    )

    def __init__(self, workers: QuerySet[Worker], on: date, data: Any = None) -> None:
        self.on = on
        super().__init__(data, initial={"starts": on})
        self.fields["worker"].queryset = workers

    def clean_starts(self) -> date:
        starts = self.cleaned_data["starts"]
        if starts > self.on + AHEAD:
            raise ValidationError("This day is more than a year ahead. Check the year.")
        return starts


class AllocateForm(FromADayForm):
    """One child. A social worker may be new to the records."""

    new_name = forms.CharField(
        label="Or somebody who is not in the list",
        required=False,
        max_length=200,
        help_text="Their name; they can be given a sign-in later",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    field_order = ("worker", "new_name", "starts")

    def __init__(
        self, child: Child, role: AllocationRole, workers: QuerySet[Worker], on: date, data: Any = None
    ) -> None:
        self.child = child
        super().__init__(workers, on, data)
        if role == AllocationRole.IRO:
            del self.fields["new_name"]

    def clean_starts(self) -> date:
        starts = super().clean_starts()
        if self.child.born and starts < self.child.born:
            raise ValidationError("This day is before the child was born. Check the year.")
        return starts

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if "worker" in given:
            both = [given["worker"], given.get("new_name")]
            if not any(both):
                self.add_error("worker", "Choose who is to be responsible")
            elif all(both):
                self.add_error("new_name", "Choose somebody from the list or type a new name, not both")
        return given


class ChildrenField(forms.ModelMultipleChoiceField):
    """The ticked children. One that this person may not see, or that is not there, is refused in the same words."""

    def __init__(self) -> None:
        super().__init__(
            children_for(None),
            to_field_name="public_id",
            error_messages={
                "required": "Tick at least one child",
                "invalid_choice": "One of these children is not among those you can see. Tick again.",
            },
        )

    def clean(self, value: Any) -> QuerySet[Child]:
        try:
            return super().clean(value)
        except ValidationError as refusal:
            code = "required" if refusal.code == "required" else "invalid_choice"
            raise ValidationError(self.error_messages[code], code=code) from None


class AllocateManyForm(FromADayForm):
    """Several children, ticked, and one officer."""

    children = ChildrenField()
    worker = _worker()
    field_order = ("worker", "starts", "children")

    def __init__(
        self, children: QuerySet[Child], workers: QuerySet[Worker], on: date, data: Any = None
    ) -> None:
        super().__init__(workers, on, data)
        self.fields["children"].queryset = children
        self.fields["worker"].required = True
        self.fields["worker"].error_messages["required"] = "Choose who is to be responsible"
