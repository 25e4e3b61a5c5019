"""My work, for each role: what is mine, what waits on others, what is late and what comes."""

from __future__ import annotations

import re
from datetime import date, datetime
from html import unescape
from types import SimpleNamespace

import pytest
from django.utils import timezone

from holdfast.casework.access.roles import Role
from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.notices.models import Letter
from holdfast.casework.people.models import AllocationRole, Post
from holdfast.casework.plans.models import Protection
from holdfast.casework.reviews.models import Meeting, Review
from tests.builders import care, midway, monitors, people, reviews, work


def rows(body: str, key: str) -> list[str]:
    """The lines of a section, as somebody reads them."""
    found = re.search(rf'<section aria-labelledby="{key}">(.*?)</section>', body, re.S)
    assert found, key
    lines = re.findall(r"<tr><th scope=\"row\".*?</tr>", found.group(1), re.S)
    return [unescape(" ".join(re.sub(r"<[^>]+>", " ", line).split())) for line in lines]


@pytest.fixture
def desk(as_role):
    """The text of somebody's desk."""
    return lambda role: as_role(role).get("/").content.decode()


def test_an_officer_sees_what_is_overdue_with_one_link_each(desk, world):
    body = desk(Role.IRO)

    (late,) = rows(body, "late")
    assert late.startswith("Alice Arden Book the review")
    assert "Saturday 27 August 2016" in late
    assert "working days late" in late
    assert late.endswith("Book : Book the review, Alice Arden")
    assert "1 thing is overdue, nothing is for today or the next 7 days." in body
    assert "Nothing is due today." in body
    assert "Nothing waits on others." in body


def test_an_officers_whole_desk(desk, world):
    work.waiting(world.alice)

    body = desk(Role.IRO)

    assert rows(body, "late") == []
    today = rows(body, "today")
    assert [line.split(" No day is set")[0] for line in today] == [
        "Alice Arden Answer an objection since 29 March 2017",
        "Alice Arden Decide whether an early review is necessary since 20 March 2017",
    ]
    waiting = "\n".join(rows(body, "waiting"))
    assert "Send the record out review of 3 March 2017; waits for business support" in waiting
    assert "Midway check: say what came of the decisions waits for Jo Reed" in waiting
    assert (
        "Talk about the review, papers for the review review of 11 April 2017; waits for Jo Reed" in waiting
    )
    coming = rows(body, "coming")
    assert any("Review 10:00, in person" in line and "missing: talk" in line for line in coming)
    assert "See your reviews in your own calendar" in body


def test_a_review_that_is_booked_stands_on_its_day(desk, world):
    reviews.booked(world.alice, date(2017, 3, 31))

    (line,) = rows(desk(Role.IRO), "today")

    assert line.startswith(
        "Alice Arden Review 10:00, in person 10 of 10 missing: talk, invitations, report and 7 more"
    )
    assert "Prepare or record" in line


def test_a_late_review_stays_overdue_when_it_is_booked(desk, world):
    reviews.booked(world.alice, date(2017, 4, 11))

    (late,) = rows(desk(Role.IRO), "late")
    assert late.startswith("Alice Arden The review is late booked for 11 April 2017 Saturday 27 August 2016")
    text = " ".join(re.sub(r"<[^>]+>", " ", desk(Role.IRO_MANAGER)).split())
    assert "Sam Fielding 1 no post entered 1 0 0 0" in text
    assert "2 reviews late" in text


def test_an_officer_sees_which_monitors_wait_for_them_the_latest_review_first(desk, world):
    mine = world.alice.allocations.get(role="iro").worker
    need = reviews.review(world.alice, date(2016, 12, 2))
    Review.objects.filter(pk=need.pk).update(kind="need", chair=mine)
    monitors.begun(reviews.review(world.alice, date(2017, 3, 24)), on=date(2017, 3, 27))

    body = desk(Role.IRO)

    assert rows(body, "monitors") == [
        "Alice Arden Monitor: review of a child in care half done Completed 24 March 2017 Go on with it : "
        "Monitor: review of a child in care, Alice Arden",
        "Alice Arden Monitor: review of a child in need Completed 2 December 2016 Fill it in : "
        "Monitor: review of a child in need, Alice Arden",
    ]


def test_a_monitor_that_is_finished_old_or_anothers_waits_for_nobody_on_a_desk(desk, world):
    monitors.bare(reviews.review(world.alice, date(2017, 3, 24)), {})
    old = reviews.review(world.alice, date(2016, 9, 30))
    Review.objects.filter(pk=old.pk).update(kind="conference_review")
    theirs = reviews.review(world.alice, date(2017, 3, 3))
    other = people.worker("Pat Hollis")
    Review.objects.filter(pk=theirs.pk).update(kind="need", chair=other)

    body = desk(Role.IRO)

    assert rows(body, "monitors") == []
    assert "No review of the last six months waits for its monitor." in body


def test_what_no_day_is_known_for_is_said(desk, world):
    old = care.in_care(date(2012, 5, 2), people.child("Olga Ash"), reason_started="L")
    people.allocated(old, world.alice.allocations.get(role="iro").worker)

    today = "\n".join(rows(desk(Role.IRO), "today"))

    assert "Olga Ash The day of the next review is not known Care began before 2 May 2012" in today


def test_a_social_worker_sees_what_is_asked_of_them_and_who_else_is_late(desk, world):
    work.waiting(world.alice)
    Protection.objects.create(
        child=world.alice, route="enquiry", opened_on=date(2017, 2, 20), started=date(2017, 3, 13)
    )
    reviews.review(world.alice, date(2017, 3, 13)).__class__.objects.filter(held_on=date(2017, 3, 13)).update(
        kind="conference_initial", protection=Protection.objects.get()
    )

    body = desk(Role.SOCIAL_WORKER)

    late = "\n".join(rows(body, "late"))
    assert "Talk about the review" in late
    assert "Bring the care plan up to date review of 3 March 2017" in late
    assert "Hold the core group Monday 27 March 2017" in late
    assert "Midway check: say what came of the decisions" in "\n".join(rows(body, "week"))
    others = "\n".join(rows(body, "waiting"))
    assert (
        "Agree or object to the decisions review of 3 March 2017; waits for the social worker’s manager"
        in others
    )
    assert "Prepare" not in "\n".join(rows(body, "coming"))


def test_a_team_manager_sees_the_decisions_to_answer_the_oldest_first(desk, world):
    for day, released in ((date(2017, 3, 24), date(2017, 3, 28)), (date(2017, 3, 20), date(2017, 3, 22))):
        review = reviews.review(world.alice, day)
        Meeting.objects.create(review=review, held_on=day)
        midway.decisions(review, released=released)

    body = desk(Role.TEAM_MANAGER)

    first, second = rows(body, "answer")
    assert "review of 20 March 2017" in first
    assert "Wednesday 29 March 2017, 2 working days late" in first
    assert "review of 24 March 2017" in second
    assert "2 reviews with decisions for you to answer" in body


def test_business_support_sees_what_to_book_to_invite_and_to_send(desk, world):
    work.waiting(world.alice)
    refused = Letter.objects.create(
        template="week", to="x@y.example", subject="x", text="x", key="x", review=world.alice.reviews.first(),
        failure="The mail server refused the address (550).", failed_at=timezone.now(),
    )  # fmt: skip

    body = desk(Role.BUSINESS_SUPPORT)

    (book,) = rows(body, "book")
    assert book.startswith("Benedict Birch Book the review")
    (invite,) = rows(body, "invite")
    assert "missing: invitations, consultation papers out" in invite
    (send,) = rows(body, "send")
    assert "Friday 31 March 2017, today" in send
    (nobody,) = rows(body, "nobody")
    assert "Benedict Birch Name a reviewing officer Monday 14 November 2016" in nobody
    assert "1 to book, 1 to invite, 1 record to send." in body
    assert "Many at once: records to send" in body
    assert refused.failure in body
    assert refused.to not in body


def test_a_manager_sees_the_team_officer_by_officer(desk, world):
    work.waiting(world.alice)
    Post.objects.create(
        worker=world.alice.allocations.get(role="iro").worker, fte="0.5", starts=date(2016, 4, 1)
    )

    body = desk(Role.IRO_MANAGER)

    text = " ".join(re.sub(r"<[^>]+>", " ", body).split())
    assert "Sam Fielding 1 1 in care, 2.0 per full post (0.50 held), below the guide 0 0 0 0" in text
    assert (
        "2 children and young people with a plan: 1 review late, 0 meetings, decisions and records late"
        in text
    )
    assert "1 without an IRO." in text
    (late,) = rows(body, "late")
    assert late.startswith("Benedict Birch")
    (answer,) = rows(body, "answers")
    assert "review of 3 March 2017; waits for the social worker’s manager" in answer


def test_a_long_section_is_cut_and_leads_to_the_rest(desk, world):
    for nth in range(12):
        care.in_care(date(2016, 11, 7), people.child(f"Alice {nth}"))

    body = desk(Role.BUSINESS_SUPPORT)

    assert len(rows(body, "nobody")) == 10
    assert "The first 10 of 13." in body
    assert "Allocate many at once" in body


def test_nobody_but_the_children_shown_is_named_in_the_diary(desk, world):
    reviews.review(world.alice, date(2016, 7, 20))
    monitors.bare(reviews.review(world.alice, date(2017, 3, 20)), {})

    desk(Role.IRO)

    event = AuditEvent.objects.filter(verb="desk.opened").get()
    assert event.detail["children"] == []


def test_somebody_without_children_is_told_whom_to_ask(db, client):
    client.force_login(people.user(Role.IRO))

    assert "No child is allocated to you" in client.get("/").content.decode()


@pytest.mark.parametrize(
    ("hour", "words"),
    [
        (0, "Good morning"),
        (11, "Good morning"),
        (12, "Good afternoon"),
        (17, "Good afternoon"),
        (18, "Good evening"),
    ],
)
def test_it_greets_by_the_clock_on_the_wall(desk, world, monkeypatch, hour, words):
    """In summer the clock on the wall is an hour ahead of the computer's."""
    at = timezone.make_aware(datetime(2017, 6, 30, hour, 30))
    monkeypatch.setattr("holdfast.web.home.desks.timezone", SimpleNamespace(localtime=lambda: at))

    assert f"{words}, Sam</h1>" in desk(Role.IRO)


def test_a_social_worker_of_another_child_sees_nothing_of_alice(world, client):
    user = people.user(Role.SOCIAL_WORKER)
    people.allocated(world.benedict, people.worker("Lee Marsh", user), AllocationRole.SOCIAL_WORKER)
    work.waiting(world.alice)
    client.force_login(user)

    body = client.get("/").content.decode()

    assert "Alice" not in body
    assert "Benedict Birch" in body
