"""What speaks against an allocation is shown, and must be ticked before it is saved: just that, and nothing newer."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from hashlib import sha256
from typing import TypeVar

from django.http import HttpRequest

from holdfast.casework.people.actions import NotAccepted

Done = TypeVar("Done")
Warnings = Sequence[tuple[str, str]]


def seal(warnings: Warnings) -> str:
    """The value of the tick: it stands for these warnings and no others."""
    return sha256("\n".join(sorted(key for key, _ in warnings)).encode()).hexdigest()[:24]


def has_ticked(request: HttpRequest, warnings: Warnings) -> bool:
    return request.POST.get("accepted") == seal(warnings)


def attempt(request: HttpRequest, act: Callable[[Collection[str]], Done]) -> Done:
    """Do it; where something speaks against it, only when this person has ticked that they read it.

    Raises NotAccepted with what is still to be read, and whatever the act raises.
    """
    try:
        return act(())
    except NotAccepted as refusal:
        if not has_ticked(request, refusal.warnings):
            raise
        return act([key for key, _ in refusal.warnings])


def shown(warnings: Warnings) -> dict[str, object]:
    """For the page: the sentences and the value of the tick."""
    return {"sentences": [sentence for _, sentence in warnings], "seal": seal(warnings)}
