"""The child's page: what is next and why, one story, and a diary of who looked."""

from __future__ import annotations

from datetime import date

from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.audit.queries import events_about
from tests.builders import care, people, reviews


def page_of(client, child):
    return client.get(reverse("child", args=[child.public_id]))


def test_the_next_review_is_said_with_its_reason_and_source(as_role, world):
    body = page_of(as_role(Role.IRO), world.alice).content.decode()

    assert "Saturday 27 August 2016, 151 working days late" in body
    assert "The second review is due within 3 months of the first review on 27 May 2016" in body
    assert "book by Friday 26 August 2016" in body
    assert "regulation 33(2)" in body


def test_every_opening_leaves_a_row_in_the_diary(as_role, world):
    page_of(as_role(Role.IRO), world.alice)

    event = events_about(world.alice).get()
    assert (event.verb, event.actor_id) == ("child.read", str(world.users[Role.IRO].pk))


def test_the_window_is_not_named_after_the_child(as_role, world):
    body = page_of(as_role(Role.IRO), world.alice).content.decode()

    assert "<title>Child’s record – Holdfast</title>" in body
    assert '<h1 class="govuk-heading-l govuk-!-margin-bottom-2">Alice Arden</h1>' in body


def test_the_story_tells_everything_newest_first(as_role, world):
    care.moved(world.alice, date(2016, 9, 1), why="CARPL")
    care.left_care(world.alice, date(2017, 2, 1), why="E4A")

    response = page_of(as_role(Role.IRO), world.alice)

    assert [(event.title, event.day) for event in response.context["story"]] == [
        ("Left care", date(2017, 2, 1)),
        ("Moved to another placement", date(2016, 9, 1)),
        ("Review held", date(2016, 5, 27)),
        ("Came into care", date(2016, 5, 2)),
        ("Independent Reviewing Officer: Sam Fielding", date(2016, 4, 1)),
        ("Social worker: Jo Reed", date(2016, 4, 1)),
    ]
    assert "No review is due: the child is not in care." in response.content.decode()


def test_a_short_break_is_not_told_as_coming_into_care(as_role, world):
    child = people.child("Dora Dale")
    care.episode(child, date(2017, 1, 9), date(2017, 1, 13), legal_status="V3", reason_ended="E8")

    story = page_of(as_role(Role.IRO_MANAGER), child).context["story"]

    assert [event.title for event in story] == ["Short break ended", "Short break"]


def test_a_code_that_is_in_no_list_is_shown_and_said_to_be_unknown(as_role, world):
    care.moved(world.alice, date(2016, 9, 1), place="XX")

    assert (
        "Code XX, which is not in the code list" in page_of(as_role(Role.IRO), world.alice).content.decode()
    )


def test_where_the_start_of_care_is_not_on_record_no_date_is_made_up(as_role, world):
    child = care.in_care(date(2016, 6, 1), people.child("Dora Dale"), reason_started="P")

    body = page_of(as_role(Role.IRO_MANAGER), child).content.decode()

    assert "Care began before 1 June 2016" in body


def test_where_the_start_of_care_is_not_on_record_the_last_review_counts(as_role, world):
    child = care.in_care(date(2016, 6, 1), people.child("Dora Dale"), reason_started="P")
    reviews.review(child, date(2016, 12, 1))

    assert "Thursday 1 June 2017" in page_of(as_role(Role.IRO_MANAGER), child).content.decode()


def test_a_child_without_any_record_has_a_page(as_role, world):
    child = people.child("Eli Elm", born=None, sex="", ethnicity="")

    body = page_of(as_role(Role.IRO_MANAGER), child).content.decode()

    assert "No episode and no review is on record yet" in body
