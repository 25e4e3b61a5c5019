"""Whether this service shows the demo authority, and whose chairs a newcomer may try."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest

from holdfast.casework.access.roles import SENTENCES, Role
from holdfast.demo import sign_ins, whose
from holdfast.reports.annual.authority import Authority


@dataclass(frozen=True)
class DemoSignIn:
    title: str
    sentence: str
    username: str
    password: str


def is_demonstration(request: HttpRequest) -> bool:
    """Whether the records here are the demo authority's; asked once for each page."""
    if not hasattr(request, "shows_demonstration"):
        request.shows_demonstration = whose.is_demonstration()
    return request.shows_demonstration


def demo_sign_ins(request: HttpRequest) -> list[DemoSignIn]:
    """One sign-in for each role, or none where this is not a demonstration or the settings want none offered."""
    if not (settings.DEMONSTRATION and is_demonstration(request) and sign_ins.are_present()):
        return []
    return [
        DemoSignIn(Role(one.role).label, SENTENCES[Role(one.role)], one.username, one.password)
        for one in sign_ins.SIGN_INS
    ]


def authority_of(request: HttpRequest) -> Authority:
    """Whose service this is, as its report names it: the council of the settings, or the invented one."""
    return whose.authority(is_demonstration(request))
