"""Where a return and what somebody typed here differ: a person says which is right."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.intake import actions, queries
from holdfast.casework.intake.models import Keep, Mismatch
from holdfast.casework.intake.rules import AlreadySettled
from holdfast.casework.people.queries import note_shown
from holdfast.casework.provenance.models import EVERY_FIELD
from holdfast.casework.provenance.queries import model_of
from holdfast.casework.provenance.rules import from_text
from holdfast.domain.wording import long_date
from holdfast.web.code_words import words
from holdfast.web.doors import needs
from holdfast.web.listing import PER_PAGE, listing
from holdfast.web.page import Page

#: the SSDA903 list that a field's codes come from
CODE_LISTS = {
    "sex": "SEX", "ethnicity": "ETHNIC", "reason_started": "RNE", "legal_status": "LS", "need": "CIN",
    "place": "PLACE", "provider": "PLACE_PROVIDER", "location": "PL_LOCATION", "reason_ended": "REC",
    "reason_moved": "REASON_PLACE_CHANGE", "participation": "REVIEW_CODE",
}  # fmt: skip


@dataclass(frozen=True)
class Difference:
    """One difference in words."""

    mismatch: Mismatch

    @property
    def what(self) -> str:
        model = model_of(self.mismatch.record_type)
        kind = str(model._meta.verbose_name)
        if self.mismatch.field == EVERY_FIELD:
            return f"The {kind} as a whole"
        name = str(model._meta.get_field(self.mismatch.field).verbose_name)
        return f"{kind.capitalize()}: {name}"

    @property
    def ours(self) -> str:
        return "It stands here" if self.mismatch.field == EVERY_FIELD else self._in_words(self.mismatch.ours)

    @property
    def returned(self) -> str:
        if self.mismatch.field == EVERY_FIELD:
            return "No longer has it"
        return self._in_words(self.mismatch.returned)

    def _in_words(self, text: str) -> str:
        if not text:
            return "Blank"
        field = self.mismatch.field
        if field in CODE_LISTS:
            return words(CODE_LISTS[field], text, self.mismatch.raised_at.date())
        value = from_text(model_of(self.mismatch.record_type), field, text)
        return long_date(value) if isinstance(value, date) else text


@require_safe
@needs(Permission.SETTLE_MISMATCHES)
def waiting(request: HttpRequest) -> HttpResponse:
    """The differences that wait to be settled, oldest first."""
    paginator = Paginator(queries.open_mismatches(request.user), PER_PAGE)
    page = paginator.get_page(request.GET.get("page", "1"))
    rows = [Difference(mismatch) for mismatch in page.object_list]
    note_shown(to=request.user, verb="differences.listed", children=(one.mismatch.child_id for one in rows))
    context = {
        "page": Page.under("Differences to settle", "intake", ("Bring data in", "intake")),
        "listing": listing(rows, page.number, lambda n: f"?page={n}", total=paginator.count),
    }
    return render(request, "intake/differences.html", context)


@require_POST
@needs(Permission.SETTLE_MISMATCHES)
def settle(request: HttpRequest, mismatch_id: UUID) -> HttpResponse:
    """Keep what stands here, or follow the return."""
    keep = request.POST.get("keep")
    mismatch = queries.open_mismatches(request.user).filter(public_id=mismatch_id).first()
    if mismatch is None:
        messages.info(request, "This difference has been settled already.")
        return redirect("intake_differences")
    if keep not in (Keep.OURS, Keep.RETURN):
        raise Http404
    try:
        actions.settle(mismatch=mismatch, keep=keep, by=request.user)
    except AlreadySettled as refusal:
        messages.info(request, str(refusal))
    except ValidationError as refusal:
        messages.warning(request, " ".join(refusal.messages))
    else:
        kept = (
            "What stands here is kept." if keep == Keep.OURS else "The record now says what the return says."
        )
        messages.success(request, f"Settled. {kept}")
    return redirect("intake_differences")
