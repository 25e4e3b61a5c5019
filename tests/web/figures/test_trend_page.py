"""A table through time on its page: the group chosen, its quarters, and the readings of “in time”."""

from __future__ import annotations

import re
from datetime import date

from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.domain.reporting_year import ReportingYear
from tests.builders import care, people, publishing, reviews

THIS, NEXT = ReportingYear(2017), ReportingYear(2018)


def page(as_role, table: str, year: ReportingYear = THIS, role: Role = Role.IRO_MANAGER, **query: str) -> str:
    return as_role(role).get(reverse("figures_table", args=[year, table]), query).content.decode()


def words(body: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())


def test_the_first_group_is_shown_and_another_can_be_chosen(as_role, world):
    first, other = page(as_role, "sex"), page(as_role, "sex", trend="female")

    assert "50.0% (1 of 2) in Q4 2016/17" in first
    assert '<option value="female" selected>' in other
    assert page(as_role, "sex", trend="no-such-group").count("selected") == first.count("selected")


def test_two_years_of_records_stand_beside_each_other(as_role, world, settings):
    settings.TODAY = date(2018, 3, 31)
    care.in_care(date(2017, 6, 1), people.child("Cara Cole", sex="F"))

    body = page(as_role, "sex", NEXT, trend="female")

    assert "66.7% (2 of 3) in Q4 2017/18; 50.0% (1 of 2) a year before." in body
    assert "<svg" in body
    assert 'role="img"' in body
    assert "/figures/2016-17/sex/female?period=2016%2F17+Q4" in body


def test_what_was_published_stands_beside_it_with_its_source(as_role, world):
    publishing.figure(publisher="National average", period="2016/17", numerator=None, denominator=None)
    publishing.figure()

    said = words(page(as_role, "sex"))

    assert "National average, 2016/17: 51.3% (An invented report)" in said
    assert "51.3% 98 of 191 as we printed it" in said


def test_support_reads_the_numbers_and_opens_none(as_role, world):
    assert "?period=" not in page(as_role, "sex", role=Role.BUSINESS_SUPPORT)


def test_the_four_readings_of_in_time_are_told_apart(as_role, world):
    reviews.review(world.benedict, date(2017, 3, 27))

    said = words(page(as_role, "timeliness"))

    assert "Four readings of “in time”" in said
    assert "50.0% (1 of 2) in 2016/17" in said
    assert "Four readings" not in page(as_role, "sex")


def test_better_and_worse_are_not_said_of_a_change(as_role, world):
    said = words(page(as_role, "timeliness"))

    assert not re.search(r"\b(improved|worsened|rose|fell|significant)\b", said)
