"""One question of a draft: added, changed, ended, and asked only under a condition. And sections."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from holdfast.casework.access.roles import Permission
from holdfast.casework.monitors import versions
from holdfast.domain.questionnaires import editing
from holdfast.domain.questionnaires.questions import Question, Questionnaire
from holdfast.web.doors import needs
from holdfast.web.questions.conditions import bases_for, condition_from
from holdfast.web.questions.forms import QuestionForm, SectionForm, SteppedForm
from holdfast.web.questions.opened import REFUSALS, Opened, open_draft, pressed, step_of
from holdfast.web.questions.words import condition_words, known_words
from holdfast.web.refusal import attempt


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.SET_RULES)
def add(request: HttpRequest, kind: str, section: str) -> HttpResponse:
    """A question of this council's own, in a section."""
    opened = open_draft(kind)
    if section not in {one.key for one in opened.asked.sections}:
        raise Http404
    form = QuestionForm(opened.asked, None, section, request.POST if request.method == "POST" else None)
    made: list[Question] = []

    def change(asked: Questionnaire) -> Questionnaire:
        made.append(form.made(versions.keys_ever(opened.kind)))
        return form.placed(editing.add(asked, form.cleaned_data["section"], made[-1]), made[-1].key)

    if _saved(request, opened, form, change, "new"):
        messages.success(request, f"Question {made[-1].number} is in the draft.")
        return redirect(f"{opened.url}#question-{made[-1].key}")
    return _form(request, opened, form, "Add a question", "Put it in the draft")


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.SET_RULES)
def question(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """Wording, help, answers, number and place of one question."""
    opened, one = _opened(kind, key)
    form = QuestionForm(opened.asked, one, "", request.POST if request.method == "POST" else None)

    def change(asked: Questionnaire) -> Questionnaire:
        return form.placed(editing.put(asked, form.made(frozenset())), key)

    if _saved(request, opened, form, change, key):
        messages.success(request, "Saved in the draft.")
        return redirect(f"{opened.url}#question-{key}")
    about = {
        "question": one,
        "is_counted": editing.is_counted_on(opened.kind, key),
        "known": known_words(one),
        "conditions": [condition_words(each, opened.asked) for each in one.when],
    }
    return _form(request, opened, form, f"Question {one.number}", "Save in the draft", about)


@require_POST
@needs(Permission.SET_RULES)
def end(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """The question is not asked any more from the next version on."""
    opened, one = _opened(kind, key)

    def act() -> None:
        opened.change(lambda asked: editing.end(asked, key), step_of(request), request.user, key)

    said = f"Question {one.number} is taken out of the draft. What was answered stays."
    return pressed(request, opened, act, said)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.SET_RULES)
def when(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """Conditions under which a question is asked: chosen in two steps, taken out one by one."""
    opened, one = _opened(kind, key)
    earlier, facts = bases_for(one, opened.asked)
    sent = request.POST if request.method == "POST" else request.GET
    basis = next((each for each in (*earlier, *facts) if each.value == sent.get("on", "")), None)
    form = SteppedForm(request.POST if request.method == "POST" else None)
    taken_out = request.POST.get("take_out", "")

    def change(asked: Questionnaire) -> Questionnaire:
        if taken_out:
            left = tuple(each for n, each in enumerate(one.when, 1) if str(n) != taken_out)
            return editing.put(asked, replace(one, when=left))
        if basis is None:
            raise editing.NotPossible("Choose what the question depends on.")
        return editing.put(asked, replace(one, when=(*one.when, condition_from(basis, request.POST))))

    if _saved(request, opened, form, change, key):
        messages.success(request, "Saved in the draft.")
        return redirect("questions_when", opened.kind.value, key)
    context = {
        "page": opened.page(f"When question {one.number} is asked"),
        "opened": opened,
        "step": opened.draft.step,
        "form": form,
        "question": one,
        "is_counted": editing.is_counted_on(opened.kind, key),
        "conditions": list(enumerate([condition_words(each, opened.asked) for each in one.when], 1)),
        "earlier": earlier,
        "facts": facts,
        "basis": basis,
        "typed": {name: request.POST.get(name, "") for name in ("at_least", "below", "codes")},
        "chosen": request.POST.getlist("answers"),
    }
    return render(request, "questions/when.html", context, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.SET_RULES)
def section_add(request: HttpRequest, kind: str) -> HttpResponse:
    """A new heading, last unless another place is typed."""
    opened = open_draft(kind)
    form = SectionForm(
        request.POST if request.method == "POST" else None,
        initial={"place": len(opened.asked.sections) + 1},
    )

    def change(asked: Questionnaire) -> Questionnaire:
        given = form.cleaned_data
        after = editing.add_section(asked, given["title"].strip(), " ".join(given["intro"].split()))
        return editing.move_section(after, after.sections[-1].key, given["place"])

    if _saved(request, opened, form, change, "section"):
        messages.success(request, "The section is in the draft. Add its questions.")
        return redirect(opened.url)
    return _form(request, opened, form, "Add a section", "Put it in the draft")


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.SET_RULES)
def section(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """Title, words and place of a section; ended when no question is left in it."""
    opened = open_draft(kind)
    keys = [one.key for one in opened.asked.sections]
    if key not in keys:
        raise Http404
    held = opened.asked.sections[keys.index(key)]
    initial = {"title": held.title, "intro": held.intro, "place": keys.index(key) + 1}
    form = SectionForm(request.POST if request.method == "POST" else None, initial=initial)

    def change(asked: Questionnaire) -> Questionnaire:
        given = form.cleaned_data
        title, intro = given["title"].strip(), " ".join(given["intro"].split())
        return editing.move_section(editing.reword_section(asked, key, title, intro), key, given["place"])

    if _saved(request, opened, form, change, key):
        messages.success(request, "Saved in the draft.")
        return redirect(f"{opened.url}#section-{key}")
    about = {"held": held}
    return _form(request, opened, form, f"Section “{held.title}”", "Save in the draft", about)


@require_POST
@needs(Permission.SET_RULES)
def section_end(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """An empty section is taken out of the draft."""
    opened = open_draft(kind)

    def act() -> None:
        opened.change(lambda asked: editing.end_section(asked, key), step_of(request), request.user, key)

    return pressed(request, opened, act, "The section is taken out of the draft.")


def _opened(kind: str, key: str) -> tuple[Opened, Question]:
    opened = open_draft(kind)
    one = opened.asked.question(key)
    if one is None:
        raise Http404
    return opened, one


def _saved(
    request: HttpRequest,
    opened: Opened,
    form: SteppedForm,
    change: Callable[[Questionnaire], Questionnaire],
    about: str,
) -> bool:
    """Whether the change of a form was made; what was refused stands in the form, and what was typed stays."""
    if request.method != "POST" or not form.is_valid():
        return False
    return attempt(form, lambda: opened.change(change, step_of(request), request.user, about), *REFUSALS)


def _form(
    request: HttpRequest,
    opened: Opened,
    form: SteppedForm,
    title: str,
    button: str,
    about: dict[str, Any] | None = None,
) -> HttpResponse:
    context = {
        "page": opened.page(title),
        "opened": opened,
        "kind": opened.kind,
        "step": opened.draft.step,
        "form": form,
        "button": button,
        "back": reverse("questions_draft", args=[opened.kind.value]),
        **(about or {}),
    }
    return render(request, "questions/form.html", context, status=400 if form.errors else 200)
