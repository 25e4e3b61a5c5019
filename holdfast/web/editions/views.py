"""The list of editions, and one of them: where it stands, how to read it, what was done with it."""

from __future__ import annotations

from collections import defaultdict
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import may
from holdfast.casework.audit.actions import record
from holdfast.casework.editions import rules
from holdfast.casework.editions.models import EditionStep
from holdfast.casework.editions.queries import editions_for, same_report, steps_of, words_since
from holdfast.domain.edition_states import State
from holdfast.reports.editions import inputs_of
from holdfast.reports.unsettled import unsettled
from holdfast.web.doors import needs
from holdfast.web.editions.opening import SEES, name_of, opened
from holdfast.web.editions.presenters import EditionWords
from holdfast.web.listing import listing
from holdfast.web.page import Page
from holdfast.web.reports.inks import INKS

REPORTS = ("Reports", "reports")


@require_safe
@needs(*SEES)
def editions(request: HttpRequest) -> HttpResponse:
    """Every edition this person may see, the newest first, with who did what last."""
    number = request.GET.get("page", "1")
    wanted = int(number) if number.isdecimal() and 0 < int(number) < 100_000 else 1
    found = list(editions_for(request.user))
    shown = listing(found, wanted, lambda nth: f"?page={nth}")
    steps: dict[int, list[EditionStep]] = defaultdict(list)
    for step in EditionStep.objects.filter(edition__in=shown.rows).select_related("by").order_by("id"):
        steps[step.edition_id].append(step)
    context = {
        "page": Page.under("Editions", "reports", REPORTS),
        "listing": shown,
        "editions": [EditionWords(one, steps[one.pk]) for one in shown.rows],
        "prepares": may(request.user, Permission.WRITE_REPORT),
    }
    return render(request, "editions/editions.html", context)


@require_safe
@needs(*SEES)
def edition(request: HttpRequest, edition_id: UUID) -> HttpResponse:
    """One edition: its state as steps with whose turn it is, what is unsettled, and the ways to read it."""
    found = opened(request, edition_id)
    record(by=request.user, verb="edition.read", subject=found)
    words = EditionWords(found, list(steps_of(found)))
    inside = rules.may_see_drafts(request.user)
    open_states = (State.DRAFT, State.CHECKED)
    context = {
        "page": Page.under(words.title, "reports", REPORTS, ("Editions", "editions")),
        "words": words,
        "edition": found,
        "offered": words.offered(request.user),
        "unsettled": unsettled(inputs_of(found)) if inside and found.state in open_states else [],
        "asks": found.state in open_states,
        "inside": inside,
        "inks": INKS.values(),
        "written_since": words_since(found) if words.is_draft else 0,
        "writes": may(request.user, Permission.WRITE_REPORT),
        "others": [(name_of(one), one) for one in same_report(found)[:20]] if inside else [],
        "compares": inside and may(request.user, Permission.SEE_FIGURES),
    }
    return render(request, "editions/edition.html", context)
