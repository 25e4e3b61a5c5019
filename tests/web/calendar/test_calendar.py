"""The calendar feed: told once, read without signing in, revoked; and no child's name in it or in a log."""

from __future__ import annotations

import logging
import re
from datetime import date, time

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from icalendar import Calendar

from holdfast.casework.access.roles import Role
from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.notices.models import CalendarFeed
from holdfast.casework.reviews.models import Meeting, Review
from holdfast.config.log_lines import WithoutValues
from tests.builders import care, people


@pytest.fixture
def officer(as_role) -> Client:
    return as_role(Role.IRO)


def made(officer: Client) -> str:
    """The address the page shows after “make”."""
    body = officer.post(reverse("calendar"), {"do": "make"}).content.decode()
    return re.search(r"data-feed>http://testserver(/[^<]+)<", body).group(1)


def booked(world, **facts) -> Review:
    standard = {
        "child": world.alice,
        "planned_on": date(2017, 4, 11),
        "planned_at": time(10, 0),
        "mode": "hybrid",
    }
    return Review.objects.create(**{**standard, **facts})


def events(address: str) -> list:
    response = Client().get(address)
    assert response.status_code == 200
    return Calendar.from_ical(response.content).walk("VEVENT")


def test_the_address_is_told_once_and_only_its_hash_is_kept(officer):
    assert "You have no feed" in officer.get(reverse("calendar")).content.decode()

    address = made(officer)

    secret = address.removeprefix("/calendar/feed/").removesuffix(".ics")
    assert len(secret) >= 43
    assert secret not in str(CalendarFeed.objects.values_list())
    body = officer.get(reverse("calendar")).content.decode()
    assert "You have a feed" in body
    assert secret not in body


def test_a_booked_review_stands_in_it_without_a_name(officer, world):
    review = booked(world)

    (event,) = events(made(officer))

    assert str(event["summary"]) == "Review 10:00 (hybrid)"
    assert event.decoded("dtstart").isoformat() == "2017-04-11T09:00:00+00:00"  # 10:00 in summer time
    assert str(review.public_id) in str(event["uid"])


def test_what_is_not_booked_stands_on_its_last_day(officer):
    (event,) = events(made(officer))

    assert str(event["summary"]) == "Last day for a review that is not booked"
    assert event.decoded("dtstart") == date(2016, 8, 27)


def test_the_next_meeting_of_a_review_that_was_adjourned(officer, world):
    review = booked(world, held_on=date(2017, 3, 20), planned_on=date(2017, 3, 20))
    Meeting.objects.create(review=review, number=1, held_on=date(2017, 3, 20))
    Meeting.objects.create(review=review, number=2, planned_on=date(2017, 4, 6), planned_at=time(14, 30))

    (event,) = events(made(officer))

    assert str(event["summary"]) == "Review, further meeting 14:30 (hybrid)"


def test_nothing_in_it_tells_of_whom_or_where(officer, world):
    booked(world, venue="14 Invented Lane")

    text = Client().get(made(officer)).content.decode()

    for word in ("Alice", "Arden", world.alice.number, "Lane", "C2"):
        assert word not in text


def test_only_the_officers_own_children_stand_in_it(officer, world):
    bobs = Review.objects.create(child=world.benedict, planned_on=date(2017, 4, 11), mode="online")

    assert str(bobs.public_id) not in Client().get(made(officer)).content.decode()


def test_each_reading_is_written_in_the_diary(officer, world):
    Client().get(made(officer))

    event = AuditEvent.objects.filter(verb="feed.read").get()
    assert event.actor_id == str(world.users[Role.IRO].pk)
    assert event.detail["children"] == [world.alice.pk]


def test_it_is_kept_by_no_cache_between(officer):
    response = Client().get(made(officer))

    assert response.headers["Cache-Control"] == "private, no-store"
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"


def test_a_feed_made_anew_ends_the_one_before(officer):
    first, second = made(officer), made(officer)

    assert Client().get(first).status_code == 404
    assert Client().get(second).status_code == 200


def test_a_revoked_feed_is_not_there(officer):
    address = made(officer)

    body = officer.post(reverse("calendar"), {"do": "revoke"}, follow=True).content.decode()

    assert "Its address opens nothing any more" in body
    assert Client().get(address).status_code == 404
    assert Client().get(reverse("calendar_feed", args=["guessed"])).status_code == 404


@pytest.mark.parametrize("change", [{"is_active": False}, {"role": Role.ANALYST}])
def test_somebody_who_no_longer_holds_reviews_has_no_feed(officer, world, change):
    address = made(officer)
    user = world.users[Role.IRO]
    for field, value in change.items():
        setattr(user, field, value)
    user.save()

    assert Client().get(address).status_code == 404


def test_the_secret_reaches_no_log(officer):
    record = logging.LogRecord(
        "django.request",
        logging.WARNING,
        __file__,
        1,
        "%s: %s",
        ("Not Found", "/calendar/feed/abc.ics"),
        None,
    )
    record.request = type("Request", (), {"path": "/calendar/feed/abc.ics"})

    told = WithoutValues().format(record)

    assert "abc" not in told
    assert told.endswith("/calendar/feed/…")


def test_what_the_page_does_not_know_is_refused(officer):
    assert officer.post(reverse("calendar"), {"do": "burn"}).status_code == 400


@pytest.mark.parametrize("number", [1, 3])
def test_a_feed_asks_as_many_questions_for_one_child_as_for_three(officer, world, number):
    sam = world.alice.allocations.get(role="iro").worker
    for nth in range(number - 1):
        child = care.in_care(date(2016, 5, 2), people.child(f"Alice {nth}"))
        people.allocated(child, sam)
        booked(world, child=child)
    booked(world)
    address = made(officer)
    Client().get(address)  # that it was read is noted once a quarter of an hour

    with CaptureQueriesContext(connection) as asked:
        assert Client().get(address).status_code == 200

    assert len(asked) == 16
