"""A child is added by hand: one short form, a look at who may be the same child, check answers, saved."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from holdfast.casework.access.roles import Permission
from holdfast.casework.care import actions as care
from holdfast.casework.people import actions as people
from holdfast.casework.people.models import Child
from holdfast.casework.people.queries import children_for, note_shown
from holdfast.domain.wording import weekday_and_date
from holdfast.web.child.care_forms import code, time_field
from holdfast.web.child.writing import clock
from holdfast.web.children.search import any_name_alike, find
from holdfast.web.code_words import choices, words
from holdfast.web.day_field import DayField
from holdfast.web.doors import needs
from holdfast.web.page import Page
from holdfast.web.refusal import add_refusal
from holdfast.web.today import today

#: begins a number that this service gives where the council's own is not known yet
OFFERED = "HF"
#: Children of one name that are shown before another is added.
MOST = 10
WHO, CARE = ("number", "name", "born", "sex", "ethnicity"), ("started", "started_at", "legal_status", "place")


class AddChildForm(forms.Form):
    """Read by: every figure (birth, sex, ethnicity), the due dates (care), and whoever looks the child up (name)."""

    name = forms.CharField(
        label="Name", max_length=200, widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": "Enter the child’s name"},
    )  # fmt: skip
    number = forms.CharField(
        label="Number",
        max_length=20,
        help_text="As the council’s case system and its returns know the child. This one is free; "
        "type the council’s own over it where there is one",
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "govuk-input--width-10"}),
        error_messages={"required": "Enter the number"},
    )
    born = DayField(
        label="Date of birth",
        what="date of birth",
        required=False,
        help_text="Leave blank for a child not yet born",
    )
    sex = code("Sex", required=False)
    ethnicity = code("Ethnicity", required=False)
    started = DayField(
        label="Day care began",
        what="day care began",
        required=False,
        help_text="Leave this and all below blank where the child is not in care, as for a child protection process",
    )
    started_at = time_field()
    legal_status = code("Legal status", required=False)
    place = code("Placement", required=False)
    code_lists = {"sex": "SEX", "ethnicity": "ETHNIC", "legal_status": "LS", "place": "PLACE"}

    def __init__(self, user: Any, on: Any, data: Any = None) -> None:
        self.user, self.on = user, on
        super().__init__(data, initial={"number": offered_number(user)} if data is None else None)
        for field, code_list in self.code_lists.items():
            self.fields[field].choices = [
                (v, label if v else "Not known yet") for v, label in choices(code_list, on)
            ]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("started"):
            for field, sentence in (
                ("legal_status", "Choose the legal status under which care began"),
                ("place", "Choose the kind of placement"),
            ):
                if not given.get(field):
                    self.add_error(field, sentence)
        elif "started" in given and any(given.get(field) for field in CARE[1:]):
            self.add_error("started", "Enter the day care began, or leave the fields below blank too")
        return given

    def save(self, by: Any) -> Child:
        """The child, and care where it began. Raises ValidationError."""
        given = self.cleaned_data
        facts = {field: given[field] for field in WHO[1:] if given[field]}
        child = people.add_child(number=given["number"], by=by, **facts)
        if given["started"]:
            care.come_into_care(child=child, by=by, **{field: given[field] for field in CARE})
        return child

    def answers(self) -> list[tuple[str, str]]:
        """(question, answer) in words, for checking before it is saved."""
        return [(str(self.fields[field].label), self._say(field)) for field in self._asked()]

    def _asked(self) -> tuple[str, ...]:
        in_care = bool(self.cleaned_data["started"])
        return ("name", *(f for f in WHO if f != "name"), *(CARE if in_care else ("started",)))

    def _say(self, field: str) -> str:
        value = self.cleaned_data[field]
        if field == "started" and not value:
            return "Not in care"
        if field in self.code_lists:
            return words(self.code_lists[field], value, self.on)
        if field in ("born", "started"):
            return weekday_and_date(value) if value else "Not born yet"
        return str(value or "Blank") if field != "started_at" else (f"{value:%H:%M}" if value else "Blank")


def offered_number(user: Any) -> str:
    """The next number of ours that no child has."""
    ours = children_for(user).filter(number__startswith=OFFERED).values_list("number", flat=True)
    used = [int(found[1]) for number in ours if (found := re.fullmatch(rf"{OFFERED}(\d{{1,9}})", number))]
    return f"{OFFERED}{max(used, default=0) + 1:05}"


def may_be_the_same(form: AddChildForm) -> list[Child]:
    """Children born on the same day of whom one name is like one of these; without a day, children of the same name."""
    given = form.cleaned_data
    everybody = children_for(form.user).order_by("name", "number")
    if given["born"]:
        return [
            child
            for child in everybody.filter(born=given["born"])
            if any_name_alike(given["name"], child.name)
        ]
    found = find(given["name"], everybody.values_list("pk", "name", "number"))
    return [] if found.near else list(everybody.filter(pk__in=found.ids)[:MOST])


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.CORRECT_RECORDS)
@needs(Permission.SEE_ALL_CHILDREN)
def add(request: HttpRequest) -> HttpResponse:
    """The form, then the check page, then the child's own page."""
    form = AddChildForm(request.user, today(request), request.POST or None)
    if request.method == "POST" and form.is_valid():
        if "save" in request.POST:
            child = _attempt(request, form, keep=True)
            if child is not None:
                messages.success(request, f"Saved at {clock()}. {_next_step(form)}")
                return redirect("child", child.public_id)
        elif "check" in request.POST and _attempt(request, form, keep=False) is not None:
            return _check(request, form)
    context = {"page": _page("Add a child"), "form": form}
    return render(request, "child/add.html", context, status=400 if form.errors else 200)


def _check(request: HttpRequest, form: AddChildForm) -> HttpResponse:
    same = may_be_the_same(form)
    if same:
        note_shown(to=request.user, verb="children.listed", children=(child.pk for child in same))
    context = {"page": _page("Check who is added"), "form": form, "same": same}
    return render(request, "child/add_check.html", context)


def _attempt(request: HttpRequest, form: AddChildForm, *, keep: bool) -> Child | None:
    """Add the child, or only try it. What the record refuses becomes the form's errors."""
    number = form.cleaned_data["number"]
    if children_for(request.user).filter(number__iexact=number).exists():
        form.add_error(
            "number", "A child with this number is on record. Search for the number in the list of children."
        )
        return None
    try:
        with transaction.atomic():
            child = form.save(request.user)
            if not keep:
                transaction.set_rollback(True)
    except ValidationError as refusal:
        add_refusal(form, refusal)
        return None
    return child


def _next_step(form: AddChildForm) -> str:
    if form.cleaned_data["started"]:
        return "Next: make an Independent Reviewing Officer responsible."
    return "Next: open the child protection process, or add the child in need plan, under “What happened”."


def _page(title: str) -> Page:
    return Page.under(title, "children", ("Children and young people", "children"))
