"""The user guide in the service: the pages of docs/guide as they stand beside the program."""

from __future__ import annotations

import re
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from holdfast.casework.access.roles import Role
from holdfast.web.about.marked_text import as_html
from holdfast.web.page import Page

FOLDER = Path(settings.BASE_DIR) / "docs" / "guide"
CONTENTS = "README"
#: the page of each role
WEEKS = {
    Role.IRO: "iro",
    Role.IRO_MANAGER: "iro-manager",
    Role.BUSINESS_SUPPORT: "business-support",
    Role.SOCIAL_WORKER: "social-worker",
    Role.TEAM_MANAGER: "team-manager",
    Role.SENIOR_MANAGER: "senior-manager",
    Role.ANALYST: "analyst",
    Role.BOARD_READER: "board-reader",
}


@require_safe
def guide(request: HttpRequest, page: str = CONTENTS) -> HttpResponse:
    """One page of the guide; the contents lead to the week of the reader's own role first."""
    found = _file(f"{page}.md")
    title, _, text = found.read_text(encoding="utf-8").removeprefix("# ").partition("\n")
    trail = () if page == CONTENTS else (("User guide", "about_guide"),)
    context = {
        "page": Page.under(title, "", *trail),
        "text": as_html(text, address),
        "own": WEEKS[Role(request.user.role)] if page == CONTENTS else "",
    }
    return render(request, "about/guide.html", context)


@require_safe
def picture(request: HttpRequest, name: str) -> HttpResponse:
    return HttpResponse(_file(f"pictures/{name}.png").read_bytes(), content_type="image/png")


def _file(name: str) -> Path:
    """Addresses hold letters and hyphens only, so that no name leads out of the folder."""
    path = FOLDER / name
    if not path.is_file():
        raise Http404
    return path


def address(link: str) -> str:
    """Where a link of the guide leads in the service; blank for what is not part of the guide."""
    if found := re.fullmatch(r"pictures/([a-z-]+)\.png", link):
        return reverse("about_guide_picture", args=[found[1]])
    found = re.fullmatch(r"([A-Za-z-]+)\.md(#[a-z-]+)?", link)
    if found is None:
        return ""
    page, place = found[1], found[2] or ""
    return (reverse("about_guide") if page == CONTENTS else reverse("about_guide_page", args=[page])) + place
