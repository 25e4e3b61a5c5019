"""The head of each kind of warning, from the rule that finds it."""

from __future__ import annotations

from functools import cache

from holdfast.returns.ssda903.rules import all_rules


def title_of(code: str) -> str:
    """A rule that is no longer there is named by its code: old imports keep what they found."""
    return _titles().get(code, code)


@cache
def _titles() -> dict[str, str]:
    return {rule.code: rule.title for rule in all_rules()}
