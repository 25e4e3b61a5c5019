"""A category of concern, a ladder, who answers for a role. The actions judge."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet

from holdfast.casework.people.models import Worker
from holdfast.domain.resolution import categories
from holdfast.domain.resolution.ladders import LONGEST_NAME, LONGEST_ROLE, Ladder
from holdfast.web.day_field import DayField
from holdfast.web.refusal import RefusableForm
from holdfast.web.rules.forms import ByPublicId, _line, _why

#: stages a ladder can be given on screen, the informal one first
STAGES = 8


class CategoryForm(RefusableForm):
    """Used where a concern is raised, and by the patterns of concern."""

    label = _line("Name", "What a concern is about, in a few words", "Enter the name of the category", 120)
    head = forms.ChoiceField(label="Group", required=False)
    new_head = _line("Or a group of your own", "Leave blank for one of the list", length=40)
    from_date = DayField(
        label="From", what="first day", help_text="It is offered for concerns raised from then on"
    )
    reason = _why("For those who read the figures later")

    def __init__(self, on: date, own_groups: list[str], data: Any = None) -> None:
        super().__init__(data, initial={"from_date": on})
        shipped = list(categories.groups().items())
        self.fields["head"].choices = [("", "Choose a group"), *shipped, *((one, one) for one in own_groups)]

    def given(self) -> dict[str, Any]:
        """What the action takes."""
        cleaned = dict(self.cleaned_data)
        own = cleaned.pop("new_head").strip()
        return {**cleaned, "head": own or cleaned["head"]}


class RenameForm(RefusableForm):
    """Other words from a day on; the code stays, so that concerns of all years are counted together."""

    label = _line("Name", "", "Enter the name of the category", 120)
    from_date = DayField(label="From", what="first day")
    reason = _why("For those who read the figures later")

    def __init__(self, on: date, label: str, data: Any = None) -> None:
        super().__init__(data, initial={"from_date": on, "label": label})


class LadderForm(RefusableForm):
    """The stages row by row: place, name, who answers, working days. A row without a name and a role is left out."""

    name = _line("Name of the ladder", "", "Give the ladder a name", 120)
    from_date = DayField(
        label="From",
        what="first day",
        help_text="Today or later. Concerns raised before keep the ladder they were raised on",
    )
    reason = _why("For those who ask later")

    def __init__(self, on: date, like: Ladder, data: Any = None) -> None:
        super().__init__(data, initial={"from_date": on, "name": like.name})
        self.like = like
        for number in range(STAGES):
            rung = like.rung(number)
            self._add_stage(number, (rung.name, rung.role, rung.days) if rung else ("", "", None))
        for name in ("from_date", "reason"):
            self.fields[name] = self.fields.pop(name)  # behind the stages

    def _add_stage(self, number: int, held: tuple[str, str, int | None]) -> None:
        words = "the informal stage" if number == 0 else f"row {number + 1}"
        place = forms.IntegerField(
            label="Place",
            required=False,
            min_value=0,
            max_value=99,
            error_messages=_whole(f"Enter the place of {words} as a whole number, such as 2"),
            widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-2"}),
        )
        days = forms.IntegerField(
            label="Working days",
            required=False,
            min_value=1,
            max_value=366,
            error_messages=_whole(
                f"Enter the working days of {words} as a whole number, or leave them blank"
            ),
            widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-3"}),
        )
        self.fields |= {
            f"place_{number}": place,
            f"name_{number}": _line("Name", length=LONGEST_NAME),
            f"role_{number}": _line("Who answers", length=LONGEST_ROLE),
            f"days_{number}": days,
        }
        self.initial |= {
            f"place_{number}": number if held[0] else "",
            f"name_{number}": held[0],
            f"role_{number}": held[1],
            f"days_{number}": held[2] or "",
        }

    def rows(self) -> list[dict[str, Any]]:
        """The fields of each stage together, as the page sets them out."""
        return [
            {
                "title": "Informal" if number == 0 else f"Formal stage, row {number}",
                "fields": [self[f"{name}_{number}"] for name in ("place", "name", "role", "days")],
            }
            for number in range(STAGES)
        ]

    def rest(self) -> list[Any]:
        return [self[name] for name in ("from_date", "reason")]

    def content(self) -> dict[str, Any]:
        """The ladder as `domain.resolution.ladders` reads it: the stages by their place."""
        given = self.cleaned_data
        rows = [
            (given[f"place_{n}"] if given[f"place_{n}"] is not None else n, n)
            for n in range(STAGES)
            if given[f"name_{n}"].strip() or given[f"role_{n}"].strip()
        ]
        stages: list[dict[str, Any]] = []
        for _, n in sorted(rows):
            stage: dict[str, Any] = {
                "name": " ".join(given[f"name_{n}"].split()),
                "role": " ".join(given[f"role_{n}"].split()),
            }
            if given[f"days_{n}"]:
                stage["days"] = given[f"days_{n}"]
            stages.append(stage)
        return {"name": given["name"].strip(), "stages": stages}


class AnswererForm(RefusableForm):
    """Used when a stage is opened: whom the service proposes to ask."""

    role = forms.ChoiceField(
        label="Role in the ladder", error_messages={"required": "Choose the role of the ladder"}
    )
    worker = ByPublicId(
        queryset=Worker.objects.none(),
        label="Who",
        empty_label="Choose a person",
        error_messages={"invalid_choice": "This person is no longer on record. Choose again."},
    )
    team = forms.ChoiceField(label="For which team", required=False)
    starts = DayField(label="From", what="first day")
    ends = DayField(
        label="To", what="last day", required=False, help_text="Leave blank for until further notice"
    )

    def __init__(
        self, on: date, roles: list[str], teams: list[str], workers: QuerySet[Worker], data: Any = None
    ) -> None:
        super().__init__(data, initial={"starts": on})
        self.fields["role"].choices = [(role, role) for role in roles]
        self.fields["team"].choices = [("", "Every team"), *((team, team) for team in teams)]
        self.fields["worker"].queryset = workers

    def clean_worker(self) -> Worker:
        worker = self.cleaned_data["worker"]
        if worker is None:
            raise forms.ValidationError("Choose who answers.")
        return worker


def _whole(sentence: str) -> dict[str, str]:
    """The same words for whatever is wrong with a number."""
    return dict.fromkeys(("invalid", "min_value", "max_value"), sentence)
