"""Preparing on the pages: papers, people, the child seen, and what a social worker sees."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.notices.models import Letter
from holdfast.casework.people.models import Contact
from holdfast.casework.preparing.models import Came, Item
from holdfast.casework.reviews.models import EarlyTrigger, Review
from tests.builders import care, people, reviews
from tests.web.conftest import TODAY
from tests.web.review.test_booking import day

pytestmark = pytest.mark.django_db


@pytest.fixture
def review(world) -> Review:
    """Alice's, booked for Monday 10 April 2017; the talk was due on 20 March, papers are by 5 April."""
    return reviews.booked(world.alice)


def _address(name: str, review: Review) -> str:
    return reverse(name, args=[review.public_id])


def test_what_is_missing_stands_in_words_and_red_is_for_lateness_alone(as_role, review):
    body = as_role(Role.IRO).get(_address("review_prepare", review)).content.decode()

    assert "10 of 10 missing: talk, invitations, report" in body
    assert body.count("govuk-tag--red") == 2  # the talk and the invitations: their days are past
    assert "Wednesday 5 April 2017, in 3 working days" in body


def test_several_things_are_noted_with_one_day(as_role, review):
    client = as_role(Role.BUSINESS_SUPPORT)

    client.post(
        _address("review_prepare", review),
        {"there": ["report", "care_plan"], **day("since", date(2017, 3, 30)), "there_now": "1"},
    )

    assert {item.kind for item in Item.objects.filter(done_on=date(2017, 3, 30))} == {"report", "care_plan"}
    client.post(_address("review_prepare", review), {"take_back": "report"})
    assert Item.objects.get(kind="report").done_on is None
    client.post(
        _address("review_prepare", review),
        {"not-what": "education", "not-not_needed": "Under school age", "spare": "1"},
    )
    assert "Under school age" in client.get(_address("review_prepare", review)).content.decode()


def test_nothing_ticked_is_said(as_role, review):
    response = as_role(Role.IRO).post(
        _address("review_prepare", review), {**day("since", TODAY), "there_now": "1"}
    )

    assert response.status_code == 400
    assert "Tick what is there" in response.content.decode()


def test_a_social_worker_sees_what_is_asked_of_them_and_says_what_is_there(as_role, review):
    review.invitees.create(name="Ann Arden", relation="mother", views="A secret of the mother’s")
    client = as_role(Role.SOCIAL_WORKER)
    body = client.get(_address("review", review)).content.decode()
    assert "What is asked of you" in body
    assert "Ann Arden" not in body
    assert "secret" not in body
    assert "Move this review" not in body
    listed = client.get(_address("review_prepare", review)).content.decode()
    assert "Invitations" not in listed
    assert "not needed this time" not in listed

    client.post(
        _address("review_prepare", review),
        {"there": ["talk"], **day("since", date(2017, 3, 20)), "there_now": "1"},
    )

    assert Item.objects.get(kind="talk").done_on == date(2017, 3, 20)


def test_a_team_manager_reads_the_same_of_their_teams_children_only(as_role, review, world):
    client = as_role(Role.TEAM_MANAGER)

    assert "What is asked of you" in client.get(_address("review", review)).content.decode()
    assert client.get(_address("review", reviews.booked(world.benedict))).status_code == 404


def test_people_are_ticked_and_one_button_is_for_all(as_role, review, world):
    Contact.objects.create(child=world.alice, name="Ann Arden", relation="mother", email="ann@example.org")
    client = as_role(Role.BUSINESS_SUPPORT)
    client.post(_address("review_people", review), {"ask": "1"})
    ids = [str(one.public_id) for one in review.invitees.all()]
    assert len(ids) == 3

    for deed in ("paper_sent", "paper_back", "invited", "online"):
        sent = {"people": ids, **day("on", date(2017, 3, 30)), "deed": deed}
        assert client.post(_address("review_people", review), sent).status_code == 302

    first = review.invitees.first()
    assert (first.paper_sent_on, first.paper_back_on, first.invited_on) == (date(2017, 3, 30),) * 3
    assert (first.came, first.sent_views) == (Came.ONLINE, True)
    assert Letter.objects.filter(to="ann@example.org").count() == 1


def test_views_are_written_down_for_one_person_at_a_time(as_role, review):
    ann = review.invitees.create(name="Ann Arden", relation="mother")
    abe = review.invitees.create(name="Abe Arden", relation="father")
    client, address = as_role(Role.BUSINESS_SUPPORT), _address("review_people", review)
    sent = {**day("on", TODAY), "deed": "views", "views": "Wants her home for Easter."}

    both = client.post(address, {**sent, "people": [str(ann.public_id), str(abe.public_id)]})
    assert both.status_code == 400
    assert "Tick one person only" in both.content.decode()

    body = client.post(address, {**sent, "people": [str(ann.public_id)]}, follow=True).content.decode()
    ann.refresh_from_db()
    assert (ann.sent_views, ann.views) == (True, "Wants her home for Easter.")
    assert '<td class="govuk-table__cell" data-label="Views">Wants her home for Easter.</td>' in body

    client.post(address, {**sent, "deed": "came", "views": "By letter.", "people": [str(abe.public_id)]})
    abe.refresh_from_db()
    assert (abe.came, abe.views) == (Came.YES, "By letter.")


def test_who_is_not_invited_has_a_reason(as_role, review):
    father = review.invitees.create(name="Abe Arden", relation="father")
    client, sent = (
        as_role(Role.IRO),
        {"people": [str(father.public_id)], **day("on", TODAY), "deed": "left_out"},
    )

    assert (
        "Say why they are not invited"
        in client.post(_address("review_people", review), sent).content.decode()
    )
    client.post(_address("review_people", review), {**sent, "why": "The court forbids contact"})

    father.refresh_from_db()
    assert father.not_invited_why == "The court forbids contact"


def test_people_of_another_review_are_not_ticked_here(as_role, review, world):
    other = reviews.booked(world.benedict).invitees.create(name="Ben Birch", relation="father")

    response = as_role(Role.IRO).post(
        _address("review_people", review),
        {"people": [str(other.public_id)], **day("on", TODAY), "deed": "paper_sent"},
    )

    assert response.status_code == 400
    other.refresh_from_db()
    assert other.paper_sent_on is None


def test_somebody_for_this_review_only(as_role, review):
    client = as_role(Role.IRO)

    client.post(
        _address("review_people", review), {"add-name": "Gil Oak", "add-relation": "advocate", "add": "1"}
    )
    twice = client.post(
        _address("review_people", review), {"add-name": "Gil Oak", "add-relation": "advocate", "add": "1"}
    )

    assert review.invitees.get().name == "Gil Oak"
    assert "on the list already" in twice.content.decode()


def test_the_child_seen_is_asked_once(as_role, review):
    client = as_role(Role.IRO)
    refused = client.post(_address("review_seen", review), {"answer": "seen"}).content.decode()
    assert "Enter the day you saw the child" in refused

    client.post(
        _address("review_seen", review),
        {"answer": "seen", **day("seen_on", date(2017, 3, 28)), "how": "school", "alone": "yes"},
    )

    body = client.get(_address("review", review)).content.decode()
    assert "on 28 March 2017, at school" in body
    assert 'value="28"' in client.get(_address("review_seen", review)).content.decode()


def test_what_may_bring_a_review_forward_is_noted_and_decided(as_role, world):
    client = as_role(Role.IRO)
    address = reverse("review_triggers", args=[world.alice.public_id])
    sent = {"code": "accommodation_ends", **day("happened_on", date(2017, 4, 3)), **day("told_on", TODAY)}

    response = client.post(address, sent, follow=True)
    assert "A review must be held before it happens." in response.content.decode()
    trigger = EarlyTrigger.objects.get()
    decide = reverse("review_trigger", args=[trigger.public_id])
    refused = client.post(decide, {"answer": "review", "reason": "It ends"})
    assert "held by" in refused.content.decode()
    client.post(decide, {"answer": "review", "reason": "It ends", **day("review_by", date(2017, 4, 2))})

    assert "Review early, by 2 April 2017: It ends" in client.get(address).content.decode()


def test_a_trigger_of_another_officers_child_is_not_there(as_role, world):
    trigger = reviews.trigger(world.benedict)

    assert as_role(Role.IRO).get(reverse("review_trigger", args=[trigger.public_id])).status_code == 404


def test_the_list_shows_what_to_book_and_what_to_prepare(as_role, review, world):
    client, address = as_role(Role.BUSINESS_SUPPORT), reverse("reviews")

    body = client.get(address).content.decode()
    assert "1 still to book, 2 late" in body
    assert reverse("review_book", args=[world.benedict.public_id]) in body
    assert "After it is due" in body
    only = client.get(address + "?show=book").content.decode()
    assert "Alice" not in only
    assert "Nothing fits this choice" in client.get(address + "?show=held").content.decode()
    mine = as_role(Role.IRO).get(address).content.decode()
    assert "Alice" in mine
    assert "Benedict" not in mine


def test_the_list_names_the_working_day_before_a_last_day_that_is_none(as_role, world):
    child = care.in_care(date(2017, 1, 2), people.child("Cass Arden"))
    reviews.review(child, date(2017, 1, 15))  # three months on is Saturday 15 April, after Good Friday

    body = as_role(Role.BUSINESS_SUPPORT).get(reverse("reviews")).content.decode()

    assert "book by Thursday 13 April 2017" in body


def test_many_are_invited_and_sent_papers_at_once(as_role, review, world):
    his = reviews.booked(world.benedict, date(2017, 4, 12))
    client, address = as_role(Role.BUSINESS_SUPPORT), reverse("reviews") + "?within=all"
    ids = [str(review.public_id), str(his.public_id)]

    client.post(address, {"reviews": ids, **day("on", date(2017, 3, 30)), "deed": "papers"})
    response = client.post(
        address, {"reviews": ids, **day("on", date(2017, 3, 30)), "deed": "invite"}, follow=True
    )

    assert "Invited: 3 people to 2 reviews" in response.content.decode()
    for one in (review, his):
        assert {x.paper_sent_on for x in one.invitees.all()} == {date(2017, 3, 30)}
    assert client.post(address, {**day("on", TODAY), "deed": "invite"}).status_code == 400


def test_a_review_that_is_not_theirs_is_not_done_in_the_list(as_role, world):
    his = reviews.booked(world.benedict)

    for wrong in (str(his.public_id), "nonsense"):
        response = as_role(Role.IRO).post(
            reverse("reviews"), {"reviews": [wrong], **day("on", TODAY), "deed": "papers"}
        )
        assert response.status_code == 400
    assert not his.invitees.exists()
