"""The draft of the next version: its sections and questions, its faults, previewed, taken back, published."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.monitors import versions
from holdfast.domain.questionnaires import editing
from holdfast.domain.questionnaires.changes import changed
from holdfast.domain.questionnaires.questions import Questionnaire, read
from holdfast.domain.wording import long_date
from holdfast.web.doors import needs
from holdfast.web.questions.forms import PublishForm
from holdfast.web.questions.opened import REFUSALS, Opened, open_draft, pressed, step_of, under
from holdfast.web.questions.presenters import compare, faults_of, parts_of
from holdfast.web.questions.preview import preview_of
from holdfast.web.refusal import attempt
from holdfast.web.today import today

#: the buttons that move: what they do, by what they are called in the form
_WAYS = {"up": -1, "down": 1}


@require_safe
@needs(Permission.SET_RULES)
def draft(request: HttpRequest, kind: str) -> HttpResponse:
    """The draft as it stands: what differs from the version before, what is to be put right, every question."""
    opened = open_draft(kind)
    context = {
        **_about(opened),
        "page": under(f"Draft of version {opened.draft.number}", opened.kind),
        "parts": parts_of(opened.asked, changed(read(opened.before.content), opened.asked)),
        "faults": faults_of(opened.asked),
        "can_undo": bool(opened.draft.undo),
    }
    return render(request, "questions/draft.html", context)


@require_safe
@needs(Permission.SET_RULES)
def preview(request: HttpRequest, kind: str) -> HttpResponse:
    """The draft as the officer will see it."""
    opened = open_draft(kind)
    page = opened.page("Preview")
    context = {"page": page, "opened": opened, "preview": preview_of(opened.asked)}
    return render(request, "questions/preview.html", context)


@require_POST
@needs(Permission.SET_RULES)
def move(request: HttpRequest, kind: str) -> HttpResponse:
    """One button of the list was pressed: a question or a section goes up or down."""
    opened = open_draft(kind)
    what, _, rest = request.POST.get("move", "").partition("|")
    way, _, key = rest.partition("|")
    if what not in ("question", "section") or way not in _WAYS:
        messages.error(request, "Press one of the buttons beside a question or a section.")
        return redirect(opened.url)

    def moved(asked: Questionnaire) -> Questionnaire:
        if what == "question":
            return editing.shift(asked, key, _WAYS[way])
        keys = [one.key for one in asked.sections]
        place = keys.index(key) + 1 if key in keys else 1
        return editing.move_section(asked, key, place + _WAYS[way])

    def act() -> None:
        opened.change(moved, step_of(request), request.user, key)

    return pressed(request, opened, act, "", f"{opened.url}#{what}-{key}")


@require_POST
@needs(Permission.SET_RULES)
def undo(request: HttpRequest, kind: str) -> HttpResponse:
    """The last change of the draft is taken back."""
    opened = open_draft(kind)

    def act() -> None:
        versions.take_change_back(draft=opened.draft, step=step_of(request), by=request.user)

    return pressed(request, opened, act, "The last change is taken back.")


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.SET_RULES)
def drop(request: HttpRequest, kind: str) -> HttpResponse:
    """The whole draft is thrown away, after one has seen what is in it."""
    opened = open_draft(kind)
    if request.method == "POST":
        back = reverse("questions_one", args=[opened.kind.value])

        def act() -> None:
            versions.drop_draft(draft=opened.draft, step=step_of(request), by=request.user)

        said = f"The draft is dropped. Version {opened.before.number} stays as it is."
        return pressed(request, opened, act, said, back)
    context = {**_about(opened), "page": opened.page("Drop the draft")}
    return render(request, "questions/drop.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.SET_RULES)
def publish(request: HttpRequest, kind: str) -> HttpResponse:
    """The draft becomes a version that is asked from a day on and never changed again."""
    opened, on = open_draft(kind), today(request)
    form = PublishForm(on, request.POST if request.method == "POST" else None)
    done = form.is_valid() and attempt(
        form,
        lambda: versions.publish(
            draft=opened.draft, step=step_of(request), on=on, by=request.user, **form.cleaned_data
        ),
        *REFUSALS,
    )
    if done:
        day = form.cleaned_data["from_date"]
        said = f"Version {opened.draft.number} is published and asked from {long_date(day)}."
        messages.success(request, said)
        return redirect("questions_one", opened.kind.value)
    context = {
        **_about(opened),
        "page": opened.page(f"Publish version {opened.draft.number}"),
        "form": form,
        "faults": faults_of(opened.asked),
    }
    return render(request, "questions/publish.html", context, status=400 if form.errors else 200)


def _about(opened: Opened) -> dict[str, object]:
    return {
        "opened": opened,
        "kind": opened.kind,
        "step": opened.draft.step,
        "found": compare(read(opened.before.content), opened.asked),
    }
