"""Child protection and child in need, as forms: opened, a plan made, core groups, ended."""

from __future__ import annotations

from typing import Any

from django import forms

from holdfast.casework.people.models import Child
from holdfast.casework.plans import actions, queries
from holdfast.casework.plans.models import Category, NoPlan, Route
from holdfast.domain.wording import long_date
from holdfast.web.child.entering import EnterForm
from holdfast.web.day_field import DayField

Choices = list[tuple[str, str]]


def _choose(label: str, options: Choices, missing: str) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=options, widget=forms.RadioSelect(), error_messages={"required": missing}
    )


def _why() -> forms.CharField:
    return forms.CharField(label="Why", required=False, max_length=200, widget=forms.TextInput())


class OpenForm(EnterForm):
    title = "Open a child protection process"
    button = "Open the process"
    route = _choose("How it began", list(Route.choices), "Choose how it began")
    opened_on = DayField(
        label="Day of the strategy discussion, or of the notice of the move here",
        what="day it began",
        help_text="The conference is due so many working days after this day",
    )
    unborn = forms.BooleanField(label="The child is not born yet", required=False)

    def why_not(self) -> str:
        one = queries.open_protection(self.child)
        if one is None:
            return ""
        return f"A child protection process is open since {long_date(one.opened_on)}. Carry that one on."

    def save(self, by: Any) -> None:
        given = self.cleaned_data
        actions.open_protection(
            child=self.child, opened_on=given["opened_on"], route=Route(given["route"]), unborn=given["unborn"], by=by
        )  # fmt: skip


class OfProcess(EnterForm):
    """``planned``: whether there has to be a plan, or must be none yet."""

    planned = True

    def __init__(self, child: Child, on: Any, data: Any = None) -> None:
        super().__init__(child, on, data)
        self.process = queries.open_protection(child)

    def why_not(self) -> str:
        if self.process is None:
            return "No child protection process is open. Open one first."
        if self.planned and self.process.started is None:
            return "There is no plan yet. Say first which conference made it."
        if not self.planned and self.process.started is not None:
            return f"A plan was made on {long_date(self.process.started)} already."
        return ""


class PlanForm(OfProcess):
    title = "The conference made a plan"
    button = "Save the plan"
    planned = False
    started = DayField(
        label="Day of the conference", what="day of the conference", help_text="The plan starts on it"
    )
    category_latest = _choose("Category", list(Category.choices), "Choose the category of the plan")
    ends_need_plan = forms.BooleanField(label="The child in need plan ends on the same day", required=False)

    def __init__(self, child: Child, on: Any, data: Any = None) -> None:
        super().__init__(child, on, data)
        if queries.open_need_plan(child) is None:
            del self.fields["ends_need_plan"]

    def save(self, by: Any) -> None:
        given = self.cleaned_data
        actions.make_plan(
            protection=self.process,
            started=given["started"],
            category=given["category_latest"],
            ends_need_plan=given.get("ends_need_plan", False),
            by=by,
        )


class NoPlanForm(OfProcess):
    title = "Close the process without a plan"
    button = "Close the process"
    planned = False
    why = _choose("Why there is no plan", list(NoPlan.choices), "Choose why there is no plan")
    closed_on = DayField(label="Closed on", what="day it was closed")

    def save(self, by: Any) -> None:
        given = self.cleaned_data
        why = NoPlan(given["why"])
        actions.close_without_plan(protection=self.process, closed_on=given["closed_on"], why=why, by=by)


class CategoryForm(OfProcess):
    title = "Change the category of the plan"
    lead = "The category the plan began with is kept beside it."
    button = "Save the category"
    category_latest = _choose(
        "Category from now on", list(Category.choices), "Choose the category of the plan"
    )

    def save(self, by: Any) -> None:
        actions.change_category(protection=self.process, category=self.cleaned_data["category_latest"], by=by)


class CoreGroupForm(OfProcess):
    title = "A core group met"
    button = "Save the core group"
    held_on = DayField(label="Met on", what="day it met")
    note = forms.CharField(label="Note", required=False, widget=forms.Textarea(attrs={"rows": 3}))

    def save(self, by: Any) -> None:
        actions.hold_core_group(protection=self.process, by=by, **self.cleaned_data)


class EndPlanForm(OfProcess):
    title = "End the child protection plan"
    button = "End the plan"
    ended = DayField(label="Ended on", what="day it ended", help_text="Not the day on which it was made")
    reason = _why()

    def save(self, by: Any) -> None:
        actions.end_plan(protection=self.process, by=by, **self.cleaned_data)


class AgreeNeedForm(EnterForm):
    title = "A child in need plan is agreed"
    button = "Save that it is agreed"
    agreed_on = DayField(label="Agreed on", what="day it was agreed")

    def why_not(self) -> str:
        one = queries.open_need_plan(self.child)
        return "" if one is None else f"A child in need plan is open since {long_date(one.agreed_on)}."

    def save(self, by: Any) -> None:
        actions.agree_need_plan(child=self.child, by=by, **self.cleaned_data)


class OfNeedPlan(EnterForm):
    def __init__(self, child: Child, on: Any, data: Any = None) -> None:
        super().__init__(child, on, data)
        self.plan = queries.open_need_plan(child)

    def why_not(self) -> str:
        return "No child in need plan is open. Add first that one is agreed." if self.plan is None else ""


class MakeNeedForm(OfNeedPlan):
    title = "The child in need plan is made"
    button = "Save that it is made"
    made_on = DayField(label="Made on", what="day it was made")

    def save(self, by: Any) -> None:
        actions.make_need_plan(plan=self.plan, by=by, **self.cleaned_data)


class EndNeedForm(OfNeedPlan):
    title = "End the child in need plan"
    button = "End the plan"
    ended = DayField(label="Ended on", what="day it ended")
    reason = _why()

    def save(self, by: Any) -> None:
        actions.end_need_plan(plan=self.plan, by=by, **self.cleaned_data)


#: the word in the address -> its form
PLAN_EVENTS: dict[str, type[EnterForm]] = {
    "protection": OpenForm,
    "plan": PlanForm,
    "no-plan": NoPlanForm,
    "category": CategoryForm,
    "core-group": CoreGroupForm,
    "end": EndPlanForm,
    "need": AgreeNeedForm,
    "need-made": MakeNeedForm,
    "need-ended": EndNeedForm,
}
