"""Children for one full post, beside the guide."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from holdfast.domain.caseload import Guide, guide, per_full_post
from holdfast.domain.limits import Book, Limit


@pytest.mark.parametrize(
    ("children", "fte", "per", "beside"),
    [
        (49, "1", "49.0", "below"),
        (50, "1", "50.0", "within"),
        (70, "1.00", "70.0", "within"),
        (42, "0.60", "70.0", "within"),
        (43, "0.6", "71.7", "above"),
        (0, "0.5", "0.0", "below"),
        (1, "0.3", "3.3", "below"),
        (3, "0.8", "3.8", "below"),  # 3.75, halves up
    ],
)
def test_worked_cases(children: int, fte: str, per: str, beside: str) -> None:
    found = per_full_post(children, Decimal(fte))

    assert found == Decimal(per)
    assert guide(date(2026, 11, 2)).beside(found) == beside


def test_without_a_post_there_is_no_share() -> None:
    assert per_full_post(10, Decimal(0)) is None


def test_the_guide_is_a_limit_like_any_other_and_a_council_may_have_its_own() -> None:
    own = tuple(
        Limit(f"caseload.guide-{which}", value, "children", date(2026, 4, 1), "Our own", "H")
        for which, value in (("least", 40), ("most", 55))
    )

    assert guide(date(2026, 3, 31), Book(own=own)) == Guide(50, 70)
    assert guide(date(2026, 4, 1), Book(own=own)).wording == "40 to 55"


def test_before_the_handbook_there_is_none() -> None:
    assert guide(date(1995, 1, 1)) is None
