"""The patterns page: counted from the rows, small numbers hidden from everybody, on screen as in the download."""

from __future__ import annotations

import csv
import io
import re
from datetime import date, timedelta
from itertools import cycle, islice

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.people.models import AllocationRole, Worker
from holdfast.domain.reporting_year import ReportingYear
from tests.builders import care, people
from tests.builders import footprint as build

YEAR = ReportingYear(2017)
CATEGORIES = ("health", "placement", "care_plan", "visits_late", "care_plan", "contact")


def page(client, query: str = "") -> str:
    answer = client.get(reverse("patterns_year", args=[YEAR]) + query)
    assert answer.status_code == 200
    return answer.content.decode()


def table(html: str, anchor: str) -> list[list[str]]:
    """The rows of the table under one heading, in words."""
    section = html.split(f'aria-labelledby="{anchor}"')[1].split("</section>")[0]
    rows = re.findall(r"<tr.*?</tr>", section.split("<tbody")[1], re.S)
    cells = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S) for row in rows]
    return [[re.sub(r"<[^>]+>|\s+", " ", cell).strip() for cell in row] for row in cells]


@pytest.fixture
def concerns(world):
    """60 concerns of the year about 10 children of two teams, most in the second quarter."""
    jo = Worker.objects.get(name="Jo Reed")
    jo.team = "North"
    jo.save()
    kim = people.worker("Kim South")
    kim.team = "South"
    kim.save()
    children = [care.in_care(child=people.child(f"Child {n}")) for n in range(10)]
    for n, child in enumerate(children):
        people.allocated(child, jo if n < 5 else kim, AllocationRole.SOCIAL_WORKER)
        people.allocated(child, people.worker(f"Officer {n}"))
    for n, category in enumerate(islice(cycle(CATEGORIES), 60)):
        on = date(2016, 7, 1) + timedelta(days=n)
        closed = {"closed_on": on + timedelta(days=14), "effect": "full"} if n % 2 else {}
        build.concern(children[n % 10], on, category=category, **closed)
    build.concern(children[0], date(2016, 4, 12), category="missing")
    build.concern(children[0], date(2016, 4, 12), effect="withdrawn", closed_on=date(2016, 4, 13))
    return children


def test_concerns_are_counted_once_each_with_their_share(concerns, as_role):
    html = page(as_role(Role.IRO_MANAGER))

    assert "61 concerns were raised" in html
    assert table(html, "effect")[1:3] != []
    total = table(html, "group")[-1]
    assert total[0] == "All"
    assert total[5] == "61"
    assert "A few concerns of the year were taken back" in html


def test_children_are_distinct_and_stand_beside_those_there_could_be(concerns, as_role):
    assert "about 10 of 11 children" not in page(as_role(Role.IRO_MANAGER)), "one left over is a small number"

    for n in range(10):
        people.allocated(care.in_care(child=people.child(f"More {n}")), people.worker(f"More {n}"))

    assert "about 10 of 21 children and young people with a reviewing officer in the period (47.6%)" in page(
        as_role(Role.IRO_MANAGER)
    )


def test_small_numbers_are_hidden_from_every_role_and_in_the_download(concerns, as_role):
    for role in (Role.IRO_MANAGER, Role.IRO, Role.ANALYST):
        client = as_role(role)
        html = page(client)
        planning = next(row for row in table(html, "group") if row[0] == "Care planning")
        assert planning[1:6] == ["hidden", "0", "0", "0", "hidden"]
        found = client.get(reverse("patterns_download", args=[YEAR]))
        rows = list(csv.reader(io.StringIO(found.content.decode("utf-8-sig"))))
        assert not any(
            row[3] in {"1", "2", "3", "4", "5"} for row in rows[1:] if "Working days" not in row[0]
        )
        assert any(row[3] == "hidden" for row in rows)


def test_choosing_a_quarter_or_a_team_shows_the_same_numbers(concerns, as_role):
    client = as_role(Role.ANALYST)
    year, quarter = page(client), page(client, "?quarter=2")

    by_year = {row[0]: row[2] for row in table(year, "group")}
    by_quarter = {row[0]: row[1] for row in table(quarter, "group")}
    assert by_quarter == by_year
    assert [row[0] for row in table(page(client, "?team=South"), "team")] == ["South", "All"]
    assert [row[-1] for row in table(quarter, "month")][-1] == by_quarter["All"]


def test_who_may_read_concerns_finds_the_rows_and_others_do_not(concerns, as_role):
    assert "/concerns?" not in page(as_role(Role.ANALYST))
    assert "state=all&amp;team=North" in page(as_role(Role.IRO))


def test_more_is_not_called_bad(concerns, as_role):
    html = page(as_role(Role.IRO_MANAGER))

    assert "More concerns are not bad news by themselves" in html
    assert "late" not in "".join(re.findall(r'class="([^"]*)"', html.split("<main")[1]))


def test_days_stand_beside_how_many_were_closed(concerns, as_role):
    rows = {row[0]: row[1:] for row in table(page(as_role(Role.IRO_MANAGER)), "days")}

    assert rows["All"] == ["30", "10", "10"]


def test_praise_is_counted_by_theme_and_team(concerns, as_role, world):
    jo = Worker.objects.get(name="Jo Reed")
    for _ in range(7):
        build.praise(world.alice, jo, date(2016, 10, 3))

    html = page(as_role(Role.IRO_MANAGER))

    assert table(html, "praise")[0][1:] == ["0", "0", "7", "0", "7", "100.0% (7 of 7)"]
    assert next(row for row in table(html, "praise_by_team") if row[0] == "North")[-1] == "7"


def test_an_empty_year_says_so(world, as_role):
    html = page(as_role(Role.IRO_MANAGER))

    assert "No concern was raised in this year." in html
    assert "No praise was given in this period." in html


def test_a_year_that_is_not_held_leads_nowhere_and_odd_choices_count_as_none(concerns, as_role):
    client = as_role(Role.ANALYST)

    assert client.get("/patterns/1990-91").status_code == 404
    odd, plain = (page(client, query).split("<main")[1] for query in ("?quarter=9&group=x&team=nobody", ""))
    assert odd == plain
    build.concern(concerns[0], date(2015, 6, 1))
    assert client.get(reverse("patterns") + "?year=2015/16").headers["Location"].endswith("/patterns/2015-16")


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_asks_as_many_questions_for_one_row_as_for_three(number, world, as_role):
    for _ in range(number):
        build.concern(world.alice)
        build.praise(world.alice, Worker.objects.get(name="Jo Reed"))
    client = as_role(Role.IRO_MANAGER)
    client.get("/")

    with CaptureQueriesContext(connection) as asked:
        page(client)

    assert len(asked) == 10
