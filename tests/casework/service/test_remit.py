"""Which plans the service reviews, by date."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from holdfast.casework.audit.queries import events_about
from holdfast.casework.service import actions
from holdfast.casework.service.models import Remit, RemitKind
from holdfast.casework.service.queries import book
from holdfast.casework.service.rules import BeginsLater

pytestmark = pytest.mark.django_db

BEGAN, ENDED = date(2016, 9, 1), date(2019, 5, 31)


def need(
    from_date: date = BEGAN, to_date: date | None = None, reason: str = "The council asked for it"
) -> Remit:
    return actions.set_remit(
        kind=RemitKind.NEED, from_date=from_date, to_date=to_date, reason=reason, by=None
    )


def test_child_in_need_reviews_are_switched_on_and_off_by_date() -> None:
    assert book().need == ()
    made = need()

    actions.end_remit(remit=made, to_date=ENDED, by=None)

    assert book().need == ((BEGAN, ENDED),)
    assert [event.verb for event in events_about(made)] == ["remit.set", "remit.ended"]


def test_conferences_are_in_the_remit_until_a_span_is_entered() -> None:
    assert book().protection == ((date.min, None),)

    actions.set_remit(
        kind=RemitKind.PROTECTION, from_date=BEGAN, to_date=ENDED, reason="Another service does", by=None
    )

    assert book().protection == ((BEGAN, ENDED),)


def test_it_may_begin_again_after_it_ended() -> None:
    need(to_date=ENDED)
    need(date(2024, 4, 1))

    assert book().need == ((BEGAN, ENDED), (date(2024, 4, 1), None))


def test_what_is_in_the_remit_already_is_not_switched_on_twice() -> None:
    need()

    with pytest.raises(ValidationError, match="in the remit on that day already"):
        need(date(2017, 1, 1))
    with pytest.raises(BeginsLater):
        need(date(2015, 1, 1))
    need(date(2015, 1, 1), date(2015, 12, 31))


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"kind": "care"}, "by law"),
        ({"kind": "fostering"}, "not a valid choice"),
        ({"reason": ""}, "Say why"),
        ({"to_date": date(2016, 8, 1)}, "before the first"),
    ],
)
def test_what_cannot_stand_is_said(given: dict, sentence: str) -> None:
    standard = {"kind": "need", "from_date": BEGAN, "reason": "The council asked for it", "by": None}

    with pytest.raises(ValidationError, match=sentence):
        actions.set_remit(**{**standard, **given})
