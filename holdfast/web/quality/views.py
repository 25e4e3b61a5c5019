"""Where monitors, praise, patterns, audits and steps are found. Each person is shown what they may open."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import may
from holdfast.web.doors import needs
from holdfast.web.page import Page

#: label, address, what it answers, and the permission that opens it
PARTS: tuple[tuple[str, str, str, Permission], ...] = (
    (
        "Monitors",
        "monitors",
        "Which reviews have a monitor, and which are missing.",
        Permission.FILL_MONITORS,
    ),
    (
        "Patterns",
        "patterns",
        "What is raised again and again, where, and how long it takes to put right.",
        Permission.SEE_PATTERNS,
    ),
    ("Praise", "praise", "Good practice that officers saw, and who has read it.", Permission.RAISE_CONCERNS),
    (
        "Peer audits",
        "peer_audits",
        "Reviews rated again by a second officer, without seeing the first ratings.",
        Permission.AUDIT_PEERS,
    ),
    (
        "How far officers agree",
        "peer_agreement",
        "Agreement of the two ratings, as a percentage and beyond chance.",
        Permission.AUDIT_PEERS,
    ),
    (
        "Conference audit",
        "conference_audit",
        "Protection plans that ended early, go on long, or followed another.",
        Permission.AUDIT_PEERS,
    ),
    (
        "Steps between tiers",
        "steps",
        "Who stepped up or down, and who came back within a year.",
        Permission.SEE_FIGURES,
    ),
)


@require_safe
@needs(Permission.SEE_PATTERNS)
def quality(request: HttpRequest) -> HttpResponse:
    """The parts this person may open, each with what it answers."""
    parts = [part for part in PARTS if may(request.user, part[3])]
    return render(request, "quality/quality.html", {"page": Page.under("Quality", "quality"), "parts": parts})
