"""The overview of each role: the number with its n of N, the year before, and whose it is to open."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from holdfast.casework.access.roles import Role
from holdfast.casework.people.models import AllocationRole
from holdfast.domain.edition_states import State
from holdfast.indicators.figure import Figure
from holdfast.reports.annual.authority import Authority
from holdfast.reports.inputs import Inputs
from holdfast.snapshot import from_casework, kept
from tests.builders import care, people, publishing, reviews
from tests.builders.editions import DAY, brought_to, draft

COUNTED = (Role.IRO, Role.IRO_MANAGER, Role.BUSINESS_SUPPORT, Role.ANALYST)
PUBLISHED = (Role.SOCIAL_WORKER, Role.TEAM_MANAGER, Role.SENIOR_MANAGER, Role.BOARD_READER)


@pytest.fixture
def overview(as_role) -> Callable[[Role], str]:
    """The page as somebody reads it, with its links."""
    return lambda role: as_role(role).get("/overview").content.decode()


def card(body: str, key: str) -> str:
    """The words of one figure."""
    found = re.search(rf'<article class="hf-glance" aria-labelledby="{key}">(.*?)</article>', body, re.S)
    assert found, key
    return unescape(" ".join(re.sub(r"<[^>]+>", " ", found.group(1)).split()))


def published(figures: tuple[Figure, ...]) -> None:
    """The annual report of 2016/17 with these figures, published."""
    rows, digest = kept.to_bytes(from_casework.tables(on=DAY))
    inputs = Inputs("annual", 2017, day=DAY, authority=Authority("Testshire"), figures=figures)
    brought_to(draft(tables=rows, tables_digest=digest, inputs=inputs.to_bytes()), State.PUBLISHED)


def in_care(period: str, number: int) -> Figure:
    return Figure("children_in_care", "number", period, number, None, number)


def moved(n: int, of: int) -> tuple[Figure, ...]:
    return (
        Figure("placement_moves", "three_or_more", "2016/17", n, of, round(100 * n / of, 1)),
        Figure("placement_moves", "unknown", "2016/17", 0, None, 0),
    )


def test_a_number_stands_with_its_n_of_n_and_opens_its_rows(overview, world):
    body = overview(Role.IRO_MANAGER)

    words = card(body, "timeliness-held-in-time")
    assert "100.0% 1 of 1, 2016/17" in words
    assert "/figures/2016-17/timeliness/held_in_time?period=2016%2F17" in body


def test_support_reads_the_number_and_opens_no_rows(overview, world):
    body = overview(Role.BUSINESS_SUPPORT)

    assert "100.0% 1 of 1, 2016/17" in card(body, "timeliness-held-in-time")
    assert "?period=" not in body


def test_the_year_before_is_as_we_printed_it_where_the_records_do_not_reach(overview, world):
    publishing.figure(
        table="timeliness", group="held_in_time", numerator=40, denominator=41, printed="97.6", value="97.6"
    )

    words = card(overview(Role.IRO_MANAGER), "timeliness-held-in-time")

    assert "2015/16: 97.6% (40 of 41), as we printed it" in words


def test_what_others_published_says_who_and_where(overview, world):
    publishing.figure(
        publisher="National average", table="placement_moves", group="three_or_more", numerator=None,
        denominator=None, printed="10", value="10",
    )  # fmt: skip

    words = card(overview(Role.IRO_MANAGER), "placement-moves-three-or-more")

    assert "National average, 2015/16: 10% (published: An invented report)" in words


def test_an_officer_sees_their_own_beside_the_services(overview, world):
    reviews.review(world.benedict, date(2017, 3, 27))  # late, and nobody's

    words = card(overview(Role.IRO), "timeliness-held-in-time")

    assert "50.0% 1 of 2, 2016/17" in words
    assert "Yours: 100.0% (1 of 1)" in words


def test_nobody_else_has_figures_of_their_own(overview, world):
    assert "Yours:" not in overview(Role.IRO_MANAGER)


def test_an_analyst_sees_what_the_records_do_not_say(overview, world):
    people.child("Nobody Known")
    care.in_care(date(2016, 6, 1), people.child("Una Known", sex=""))

    body = overview(Role.ANALYST)

    section = body[body.index('id="not-known"') :]
    assert "Children in care by sex" in section or "sex" in section.lower()
    assert re.search(r"33\.3% \(1 of 3\)", section)


@pytest.mark.parametrize("role", PUBLISHED)
def test_before_anything_is_published_others_see_no_figure_and_are_told_why(role, overview, world):
    body = overview(role)

    assert "No report has been published yet." in body
    assert "hf-glance" not in body


@pytest.mark.parametrize("role", PUBLISHED)
def test_others_see_the_published_figures_and_open_nothing(role, overview, world):
    published((in_care("2016/17", 204), in_care("2015/16", 191), *moved(10, 204)))

    body = overview(role)

    assert "as they were published in the annual report on" in body
    assert "4.9% 10 of 204, 2016/17" in card(body, "placement-moves-three-or-more")
    assert "?period=" not in body
    assert "/figures/" not in body


def test_a_small_number_is_hidden_from_those_who_read_what_is_published(overview, world):
    published((in_care("2016/17", 204), *moved(3, 204)))

    body = overview(Role.BOARD_READER)

    words = card(body, "placement-moves-three-or-more")
    assert "hidden" in body
    assert " c 2016/17" in words
    assert "3 of" not in words
    assert "1.5" not in words


def test_a_withdrawn_report_shows_no_figure_any_more(overview, world):
    rows, digest = kept.to_bytes(from_casework.tables(on=DAY))
    inputs = Inputs(
        "annual", 2017, day=DAY, authority=Authority("Testshire"), figures=(in_care("2016/17", 204),)
    )
    brought_to(draft(tables=rows, tables_digest=digest, inputs=inputs.to_bytes()), State.WITHDRAWN)

    assert "No report has been published yet." in overview(Role.BOARD_READER)


@pytest.mark.parametrize("role", COUNTED)
def test_an_empty_service_says_that_nothing_is_held(role, db, client):
    client.force_login(people.user(role))

    body = client.get("/overview").content.decode()

    assert "the records hold nothing" in body


@pytest.mark.parametrize("role", COUNTED)
def test_the_overview_asks_as_many_questions_for_one_child_as_for_four(role, world, as_role):
    client = as_role(role)
    client.get("/overview")
    with CaptureQueriesContext(connection) as first:
        client.get("/overview")
    worker = world.alice.allocations.get(role=AllocationRole.IRO).worker
    for nth in range(3):
        child = care.in_care(date(2016, 5, 2), people.child(f"Alice {nth}"))
        reviews.review(child, date(2016, 5, 27))
        people.allocated(child, worker)

    with CaptureQueriesContext(connection) as then:
        assert client.get("/overview").status_code == 200

    assert len(then) == len(first)
