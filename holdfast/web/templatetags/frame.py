"""What stands around every page: the demonstration banner, the menu, and who is signed in."""

from __future__ import annotations

from typing import Any

from django import template
from django.template import Context

from holdfast.casework.access.models import User
from holdfast.web.demonstration import is_demonstration
from holdfast.web.navigation import places_for

register = template.Library()


@register.inclusion_tag("components/demo_banner/demo_banner.html")
def demo_banner() -> dict[str, Any]:
    return {"demonstration": is_demonstration()}


@register.inclusion_tag("components/navigation/navigation.html", takes_context=True)
def navigation(context: Context) -> dict[str, Any]:
    user, page = context.get("user"), context.get("page")
    if user is None or not user.is_authenticated:
        return {"places": []}
    return {"places": places_for(user, page.section if page else "")}


@register.simple_tag
def person_line(user: User) -> str:
    """“Amara Obi, Independent Reviewing Officer”."""
    return f"{user.name}, {user.get_role_display()}"
