"""The questionnaires: what is asked now, every version in full, two versions side by side."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.monitors import versions
from holdfast.casework.monitors.models import MonitorKind, QuestionSet
from holdfast.domain.questionnaires.questions import read
from holdfast.web.doors import needs
from holdfast.web.page import Page
from holdfast.web.questions.opened import first_of, kind_or_404, published, under
from holdfast.web.questions.presenters import compare, lines_of, parts_of
from holdfast.web.today import today


@require_safe
@needs(Permission.SET_RULES)
def questions(request: HttpRequest) -> HttpResponse:
    """The three questionnaires: which version is asked, and whether a draft is begun."""
    on = today(request)
    rows = []
    for kind in MonitorKind:
        held = published(kind)
        asked = next(line.version for line in lines_of(held, on) if line.is_now)
        rows.append(
            {
                "kind": kind,
                "version": asked,
                "first": first_of(asked.from_date),
                "count": sum(1 for _ in read(asked.content).questions()),
                "to_come": next((one for one in held if one.from_date and one.from_date > on), None),
                "draft": versions.draft_of(kind),
            }
        )
    page = Page.under("Questions", "rules", ("Rules", "rules"))
    return render(request, "questions/questions.html", {"page": page, "rows": rows, "on": on})


@require_safe
@needs(Permission.SET_RULES)
def one(request: HttpRequest, kind: str) -> HttpResponse:
    """One questionnaire: its versions, who published them and why, and its draft."""
    of, on = kind_or_404(kind), today(request)
    lines = lines_of(published(of), on)
    context = {
        "page": under(of.label, of),
        "kind": of,
        "lines": [(line, first_of(line.version.from_date)) for line in lines],
        "draft": versions.draft_of(of),
        "on": on,
    }
    return render(request, "questions/one.html", context)


@require_safe
@needs(Permission.SET_RULES)
def version(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    """One version in full, as it was published."""
    of = kind_or_404(kind)
    held = _version(published(of), number)
    asked = read(held.content)
    context = {
        "page": under(f"Version {number}", of),
        "kind": of,
        "version": held,
        "first": first_of(held.from_date),
        "title": asked.title,
        "parts": parts_of(asked),
        "count": sum(1 for _ in asked.questions()),
    }
    return render(request, "questions/version.html", context)


@require_safe
@needs(Permission.SET_RULES)
def comparison(request: HttpRequest, kind: str) -> HttpResponse:
    """What differs from one version to another; the last two where the address names none."""
    of = kind_or_404(kind)
    every = published(of)
    numbers = [held.number for held in every]
    newest = numbers[-1]
    first = _number(request.GET.get("from", ""), max(newest - 1, 1))
    second = _number(request.GET.get("to", ""), newest)
    before, after = _version(every, first), _version(every, second)
    context = {
        "page": under("Compare two versions", of),
        "kind": of,
        "before": before,
        "after": after,
        "from_choices": _choices(numbers, first),
        "to_choices": _choices(numbers, second),
        "found": compare(read(before.content), read(after.content)),
    }
    return render(request, "questions/compare.html", context)


@require_POST
@needs(Permission.SET_RULES)
def begin(request: HttpRequest, kind: str) -> HttpResponse:
    """The draft of the next version; the one there is, if somebody began one."""
    of = kind_or_404(kind)
    versions.begin_draft(kind=of, by=request.user)
    return redirect("questions_draft", of.value)


def _version(versions_of: list[QuestionSet], number: int) -> QuestionSet:
    found = next((held for held in versions_of if held.number == number), None)
    if found is None:
        raise Http404
    return found


def _number(typed: str, otherwise: int) -> int:
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 6 else otherwise


def _choices(numbers: list[int], chosen: int) -> list[dict[str, object]]:
    return [{"value": number, "label": f"Version {number}", "chosen": number == chosen} for number in numbers]
