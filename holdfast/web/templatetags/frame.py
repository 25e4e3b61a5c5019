"""What stands around every page: the demonstration banner, the menu, and who is signed in."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from holdfast.casework.access.models import User
from holdfast.domain.wording import long_date, weekday_and_date
from holdfast.web.demonstration import is_demonstration
from holdfast.web.drafts.saved import take_saved
from holdfast.web.due import NOT_DUE, due_words
from holdfast.web.navigation import places_for
from holdfast.web.today import today

register = template.Library()


@register.inclusion_tag("components/demo_banner/demo_banner.html", takes_context=True)
def demo_banner(context: Context) -> dict[str, Any]:
    request = context["request"]
    # A request that is refused before anybody looked who asks (a wrong host) has no user.
    user = getattr(request, "user", None)
    stands_on = today(request) if user is not None and user.is_authenticated else None
    return {"demonstration": is_demonstration(request), "stands_on": stands_on}


@register.inclusion_tag("components/navigation/navigation.html", takes_context=True)
def navigation(context: Context) -> dict[str, Any]:
    user, page = context.get("user"), context.get("page")
    if user is None or not user.is_authenticated:
        return {"places": []}
    return {"places": places_for(user, page.section if page else "")}


@register.simple_tag(takes_context=True)
def drafts_saved(context: Context) -> SafeString:
    """Tells ``drafts.js`` which forms were saved, so that this device forgets what it kept of them."""
    request = context["request"]
    saved = take_saved(request) if hasattr(request, "session") else []
    return (
        format_html('<div hidden data-drafts-saved="{}"></div>', " ".join(saved)) if saved else SafeString()
    )


@register.simple_tag
def person_line(user: User) -> str:
    """“Amara Obi, Independent Reviewing Officer”."""
    return f"{user.name}, {user.get_role_display()}"


@register.filter
def in_words(day: date | None) -> str:
    """“18 December 2026”, the way every date on a page is written."""
    return long_date(day) if day else ""


@register.filter
def weekday_in_words(day: date | None) -> str:
    """“Friday 18 December 2026”."""
    return weekday_and_date(day) if day else ""


@register.inclusion_tag("components/due_date/due_date.html")
def due_date(day: date | None, on: date) -> dict[str, Any]:
    """A due date that speaks: with its distance, and a shape and a word beside its colour."""
    return {"due": due_words(day, on) if day else NOT_DUE}
