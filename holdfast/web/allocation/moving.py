"""Moving a whole caseload: whose, to whom; who would go where, with what speaks against it and the caseloads before and
after; then saved at once, and undone at once."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from holdfast.casework.access.roles import Permission
from holdfast.casework.care.queries import in_care
from holdfast.casework.people import actions
from holdfast.casework.people.independence import judged
from holdfast.casework.people.models import AllocationRole, Child, Worker
from holdfast.casework.people.queries import (
    caseloads,
    children_for,
    find_move,
    last_move,
    note_shown,
    responsible_on,
    with_children,
    workers_for,
)
from holdfast.casework.people.suggesting import spread
from holdfast.domain.wording import weekday_and_date
from holdfast.web.allocation import accepting
from holdfast.web.allocation.moving_forms import MoveForm, chosen_officers
from holdfast.web.allocation.moving_presenters import Going, before_and_after
from holdfast.web.doors import needs
from holdfast.web.page import Page
from holdfast.web.today import today

#: How long the banner with the undo stays.
UNDO_FOR = timedelta(hours=1)
CHILDREN = ("Children and young people", "children")
Pairs = list[tuple[Child, Worker]]


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.ALLOCATE)
def move(request: HttpRequest) -> HttpResponse:
    """The question; who would go where; the change."""
    on = today(request)
    officers = workers_for(AllocationRole.IRO, on)
    form = MoveForm(
        with_children(AllocationRole.IRO, on),
        officers,
        on,
        request.POST or None,
        request.GET.get("from", "")[:40],
    )
    if request.method == "POST" and form.is_valid():
        return _preview_or_save(request, form, {str(one.public_id): one for one in officers})
    context = {
        "page": Page.under("Move an officer’s children", "children", CHILDREN),
        "form": form,
        "undo": last_move(request.user, timezone.now() - UNDO_FOR),
    }
    return render(request, "allocation/move.html", context, status=400 if form.errors else 200)


@require_POST
@needs(Permission.ALLOCATE)
def undo(request: HttpRequest, move_id: UUID) -> HttpResponse:
    """The whole move is taken back, once."""
    found = find_move(move_id)
    if found is None:
        raise Http404
    try:
        count = actions.undo_move(move=found, by=request.user)
    except actions.CannotUndo as refusal:
        messages.warning(request, str(refusal))
    else:
        back = "1 child is" if count == 1 else f"{count} children are"
        messages.success(request, f"Undone. {back} with the officer they were with before.")
    return redirect("caseload_move")


def _preview_or_save(request: HttpRequest, form: MoveForm, officers: dict[str, Worker]) -> HttpResponse:
    given = form.cleaned_data
    leaving: Worker = given["leaving"]
    held = responsible_on(given["starts"], AllocationRole.IRO).filter(worker=leaving)
    theirs = list(children_for(request.user).filter(pk__in=held.values("child")).order_by("name", "number"))
    to = _to(request, form, theirs, officers)
    pairs = [(child, to[child.pk]) for child in theirs if child.pk in to]
    refusal, warnings = "", []
    if not pairs:
        refusal = (
            f"No child would move. Choose somebody for at least one of the {len(theirs)} of {leaving.name}."
        )
    elif "save" in request.POST:
        try:
            return _save(request, leaving, pairs, given["starts"])
        except (actions.NothingToMove, actions.AllocatedLater, actions.NotIndependent) as said:
            refusal = str(said)
        except actions.NotAccepted as said:
            warnings = said.warnings
    else:
        refused, warnings = judged(pairs, given["starts"])
        refusal = f"{'. '.join(refused)}. Choose somebody else." if refused else ""
    note_shown(to=request.user, verb="children.listed", children=(child.pk for child in theirs))
    return _preview(request, form, theirs, to, officers, refusal, warnings)


def _to(
    request: HttpRequest, form: MoveForm, theirs: list[Child], officers: dict[str, Worker]
) -> dict[int, Worker]:
    """Child -> officer: as changed on the preview, else all to one, else as the rules suggest."""
    given = form.cleaned_data
    if "preview" not in request.POST:
        ids = [str(child.public_id) for child in theirs]
        picked = chosen_officers(request.POST, ids, officers)
        found = {child.pk: picked.get(str(child.public_id)) for child in theirs}
    elif given["worker"] is not None:
        found = dict.fromkeys((child.pk for child in theirs), given["worker"])
    else:
        spread_out = spread(theirs, given["leaving"], given["starts"], of=in_care(form.on))
        found = {child.pk: worker for child, worker in spread_out}
    return {pk: worker for pk, worker in found.items() if worker is not None and worker != given["leaving"]}


def _save(request: HttpRequest, leaving: Worker, pairs: Pairs, starts: Any) -> HttpResponse:
    made = accepting.attempt(
        request,
        lambda keys: actions.move_caseload(
            from_worker=leaving, to=pairs, starts=starts, accepting=keys, by=request.user
        ),
    )
    count = "1 child goes" if len(pairs) == 1 else f"{len(pairs)} children go"
    messages.success(request, f"Saved. {count} from {leaving.name} from {weekday_and_date(made.starts)}.")
    return redirect("caseload_move")


def _preview(
    request: HttpRequest,
    form: MoveForm,
    theirs: list[Child],
    to: dict[int, Worker],
    officers: dict[str, Worker],
    refusal: str,
    warnings: accepting.Warnings,
) -> HttpResponse:
    given = form.cleaned_data
    counted = set(in_care(form.on).filter(pk__in=[child.pk for child in theirs]).values_list("pk", flat=True))
    moving = Counter(worker.pk for worker in to.values())
    cared = Counter(worker.pk for pk, worker in to.items() if pk in counted)
    loads = caseloads(form.on, of=in_care(form.on))
    context = {
        "page": Page.under(
            "Check who goes where", "children", CHILDREN, ("Move an officer’s children", "caseload_move")
        ),
        "form": form,
        "leaving": given["leaving"],
        "starts": given["starts"],
        "going": [Going(child, to.get(child.pk)) for child in theirs],
        "officers": [one for one in officers.values() if one != given["leaving"]],
        "count": len(to),
        "loads": before_and_after(loads, given["leaving"], moving, cared),
        "refusal": refusal,
        "warnings": accepting.shown(warnings) if warnings and not refusal else None,
    }
    failed = refusal or (warnings and "save" in request.POST)
    return render(request, "allocation/move_check.html", context, status=400 if failed else 200)
