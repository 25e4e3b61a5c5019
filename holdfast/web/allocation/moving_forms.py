"""Whose children are to move, to whom and from which day."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from holdfast.casework.people.models import Worker
from holdfast.web.allocation.forms import FromADayForm, WorkerField

GONE = "This person cannot be chosen any more. Choose somebody else."


class MoveForm(FromADayForm):
    """``worker``: who takes all of them; blank: spread among the others as the rules suggest."""

    leaving = WorkerField(
        label="Whose children",
        empty_label="Choose an officer",
        help_text="Beside each name: for how many children they are responsible",
        error_messages={"required": "Choose whose children are to move", "invalid_choice": GONE},
    )
    worker = WorkerField(
        label="To whom",
        required=False,
        empty_label="To several, as the rules suggest",
        help_text="You see who would go where, and can change it, before anything is saved",
        error_messages={"invalid_choice": GONE},
    )
    field_order = ("leaving", "worker", "starts")

    def __init__(
        self,
        leaving: QuerySet[Worker],
        workers: QuerySet[Worker],
        on: Any,
        data: Any = None,
        chosen: str = "",
    ) -> None:
        super().__init__(workers, on, data)
        self.fields["leaving"].queryset = leaving
        self.initial["leaving"] = chosen

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        leaving, worker = given.get("leaving"), given.get("worker")
        if leaving is not None and leaving == worker:
            self.add_error("worker", ValidationError("Choose somebody else than the officer they leave"))
        return given


def chosen_officers(data: Any, ids: list[str], officers: dict[str, Worker]) -> dict[str, Worker]:
    """Child's id -> officer, as the selects of the preview say; what is no officer's id is left out."""
    picked = ((one, officers.get(data.get(f"to-{one}", ""))) for one in ids)
    return {one: worker for one, worker in picked if worker is not None}
