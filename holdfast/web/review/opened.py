"""A review opened for a page: with what the page reads of it, and its place under the child."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import prefetch_related_objects
from django.http import HttpRequest
from django.urls import reverse

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import may
from holdfast.casework.preparing.queries import WHAT_A_REVIEW_NEEDS
from holdfast.casework.reviews.models import Review
from holdfast.casework.reviews.queries import open_review
from holdfast.casework.service.queries import book
from holdfast.web.page import Page
from holdfast.web.review.stages import WholeReview
from holdfast.web.today import today


def opened(request: HttpRequest, review_id: UUID) -> WholeReview:
    """The review with its records, as this person sees it. Opening it is written down. Raises NotYours."""
    review = open_review(request.user, review_id)
    prefetch_related_objects([review], *WHAT_A_REVIEW_NEEDS, "midway")
    return WholeReview(
        review,
        today(request),
        book(),
        can_book=may(request.user, Permission.BOOK_REVIEWS),
        can_hold=may(request.user, Permission.HOLD_REVIEWS),
        can_send=may(request.user, Permission.SEND_RECORDS),
    )


def under_the_child(title: str, child: Any) -> Page:
    return Page.under(
        title,
        "children",
        ("Children and young people", "children"),
        (str(child), reverse("child", args=[child.public_id])),
    )


def under_the_review(title: str, review: Review) -> Page:
    child = review.child
    return Page.under(
        title,
        "children",
        ("Children and young people", "children"),
        (str(child), reverse("child", args=[child.public_id])),
        ("Review", reverse("review", args=[review.public_id])),
    )
