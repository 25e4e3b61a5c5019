"""Editions of the demo's reports: one of the annual report published, the next a draft, and a board paper checked.

Between the two a review's participation code is put right, so that there is something that has moved.
"""

from __future__ import annotations

from datetime import date

from holdfast.casework.access.models import User
from holdfast.casework.editions import actions
from holdfast.casework.editions.models import Edition
from holdfast.casework.reviews.actions import correct_review
from holdfast.casework.reviews.models import Review, ReviewKind
from holdfast.demo import sign_ins, whose
from holdfast.demo.quarters import TODAY
from holdfast.reports import editions, unsettled

_YEAR_ENDING = 2017
#: the year of the report begins
SINCE = date(2016, 4, 1)
#: as it was first recorded, and as it is: the child came and spoke for themselves
_WRONG, _RIGHT = "PN7", "PN1"


def make() -> None:
    """Prepare, check, sign and publish, each by another person, through the actions the pages use."""
    review = Review.objects.filter(kind=ReviewKind.CARE, participation=_RIGHT, completed_on__gte=SINCE)
    slip = review.order_by("completed_on", "public_id")[0]
    correct_review(review=slip, changes={"participation": _WRONG}, by=None)
    first = _prepare("annual")
    correct_review(review=slip, changes={"participation": _RIGHT}, by=None)
    actions.check(edition=first, by=_user("analyst"))
    actions.sign(edition=first, unsettled=unsettled.unsettled_bytes, by=_user("iro_manager"))
    actions.publish(edition=first, by=_user("senior_manager"))
    paper = _prepare("board")
    actions.check(edition=paper, by=_user("analyst"))
    _prepare("annual")


def _prepare(kind: str) -> Edition:
    return editions.prepare(
        kind=kind,
        year_ending=_YEAR_ENDING,
        authority=whose.authority(True),
        day=TODAY,
        by=_user("iro_manager"),
    )


def _user(role: str) -> User:
    return User.objects.get(username=next(one.username for one in sign_ins.SIGN_INS if one.role == role))
