"""The questionnaire and the draft a page speaks of, and a change of the draft with what may come of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from holdfast.casework.monitors import versions
from holdfast.casework.monitors.models import MonitorKind, QuestionSet
from holdfast.casework.monitors.versions import ChangedMeanwhile
from holdfast.casework.service.rules import FIRST_DAY
from holdfast.domain.questionnaires.editing import NotPossible
from holdfast.domain.questionnaires.questions import Questionnaire, content_of, read
from holdfast.domain.questionnaires.shipped import shipped
from holdfast.web.page import Page

Change = Callable[[Questionnaire], Questionnaire]
REFUSALS = (ValidationError, NotPossible, ChangedMeanwhile)


def kind_or_404(kind: str) -> MonitorKind:
    if kind not in MonitorKind.values:
        raise Http404
    return MonitorKind(kind)


def published(kind: str) -> list[QuestionSet]:
    """The published versions; the shipped one, not written down yet, where nothing was ever changed."""
    unsaved = QuestionSet(
        kind=kind,
        number=1,
        content=content_of(shipped(kind)),
        from_date=FIRST_DAY,
        reason="Shipped with the service.",
    )
    return versions.published(kind) or [unsaved]


@dataclass(frozen=True)
class Opened:
    """A draft with what it is laid beside: the version published before it."""

    kind: MonitorKind
    draft: QuestionSet
    asked: Questionnaire
    before: QuestionSet

    @property
    def url(self) -> str:
        return reverse("questions_draft", args=[self.kind.value])

    def page(self, title: str, *trail: tuple[str, str]) -> Page:
        """A page below the draft."""
        return under(title, self.kind, ("Draft", self.url), *trail)

    def change(self, change: Change, step: int, by: Any, about: str = "") -> QuestionSet:
        """Raises NotPossible, ChangedMeanwhile, ValidationError."""
        content = content_of(change(self.asked))
        return versions.change_draft(draft=self.draft, content=content, step=step, by=by, about=about)


def open_draft(kind: str) -> Opened:
    """The draft of a questionnaire. Raises Http404 where none is begun."""
    of = kind_or_404(kind)
    draft = versions.draft_of(of)
    if draft is None:
        raise Http404
    return Opened(of, draft, read(draft.content), versions.published(of)[-1])


def under(title: str, kind: MonitorKind, *trail: tuple[str, str]) -> Page:
    """A page below one questionnaire."""
    crumbs = (("Rules", "rules"), ("Questions", "questions"))
    here = (kind.label, reverse("questions_one", args=[kind.value]))
    return Page.under(title, "rules", *crumbs, *([here] if trail or title != kind.label else []), *trail)


def step_of(request: HttpRequest) -> int:
    """The step of the page a form was sent from; one that never is for what is no number."""
    typed = request.POST.get("step", "")
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 9 else -1


def pressed(
    request: HttpRequest, opened: Opened, act: Callable[[], Any], said: str, back: str = ""
) -> HttpResponse:
    """A button of the draft: done and said, or refused and said; back to the draft either way."""
    try:
        act()
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    except (NotPossible, ChangedMeanwhile) as refusal:
        messages.error(request, str(refusal))
    else:
        if said:
            messages.success(request, said)
    return redirect(back or opened.url)


def first_of(day: date | None) -> date | None:
    """The first day of a version as it is told: none for the one that was shipped."""
    return None if day is None or day <= FIRST_DAY else day
