"""The record printed and as a Word file, in each version. Officers' notes are in neither."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.people.models import Version
from holdfast.casework.people.queries import note_shown
from holdfast.casework.records.queries import last_release
from holdfast.web.demonstration import is_demonstration
from holdfast.web.doors import needs
from holdfast.web.record.document import RecordDocument, document_of
from holdfast.web.record.opening import Opened
from holdfast.web.record.word import as_word

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
VERSIONS = (Version.FULL, Version.DECISIONS, Version.CHILD)
#: never a name nor a day: a file lies about on a desk
FILE_NAMES = {
    Version.FULL: "review-record.docx",
    Version.DECISIONS: "review-decisions.docx",
    Version.CHILD: "your-review.docx",
}


@require_safe
@needs(Permission.SEE_OWN_CHILDREN)
def printed(request: HttpRequest, review_id: UUID, version: str) -> HttpResponse:
    opened = Opened(request, review_id)
    document = _document(opened, version)
    context = opened.frame(document.title, "record", document=document, version=version)
    return render(request, "record/print.html", context)


@require_safe
@needs(Permission.SEE_OWN_CHILDREN)
def word(request: HttpRequest, review_id: UUID, version: str) -> HttpResponse:
    opened = Opened(request, review_id)
    document = _document(opened, version)
    note_shown(to=request.user, verb="record.downloaded", children=[opened.child.pk], version=version)
    response = HttpResponse(as_word(document, is_demonstration(request)), content_type=WORD)
    response["Content-Disposition"] = f'attachment; filename="{FILE_NAMES[Version(version)]}"'
    return response


def _document(opened: Opened, version: str) -> RecordDocument:
    """What is finished, or, for officers, as it stands. 404 for what there is not (yet)."""
    if version not in VERSIONS:
        raise Http404
    finished = opened.signed
    if version == Version.DECISIONS:
        finished = last_release(opened.review) is not None
    if not finished and not opened.sees_unfinished:
        raise Http404
    return document_of(opened.review, opened.record, version)
