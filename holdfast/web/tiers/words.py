"""Time in a tier and the way back, in words."""

from __future__ import annotations

from holdfast.domain.tiers import Step

_MONTH = 30.4375
_FEW_DAYS = 61


def days_words(days: float | None) -> str:
    """“12 days”, or from two months on “about 7 months”; blank without a number."""
    if days is None:
        return ""
    if days < _FEW_DAYS:
        return f"{days:g} day{'' if days == 1 else 's'}"
    return f"about {round(days / _MONTH)} months"


def back_words(step: Step, backs: dict[int, bool | None]) -> str:
    """“Back within 6 months”, “Not back within 12 months”, or what can be told so far."""
    where = "Back in" if step.is_up else "Back at"
    soonest = next((months for months, back in backs.items() if back), None)
    if soonest is not None:
        above = "" if step.is_up else " or above"
        return f"{where} “{step.from_tier.words}”{above} within {soonest} months"
    passed = [months for months, back in backs.items() if back is False]
    if passed:
        return f"Not back within {max(passed)} months"
    return "Less than 3 months ago"
