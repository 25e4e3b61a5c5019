"""The region's caseloads: entered a collection at a time, printed side by side, put right, removed."""

from __future__ import annotations

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.publishing.models import RegionalCaseload
from holdfast.domain.reporting_year import ReportingYear

YEAR = ReportingYear(2017)
ADD, LIST = reverse("regional_add"), reverse("regional")
CHANGE, REMOVE = (reverse(f"regional_{what}", args=["2016-11-30"]) for what in ("change", "remove"))
GRID = "Authority\tCaseload\tServes\nAldmere\t73\tChildren in care only\nBrough\t\t\nMarldon\t99.5\t\n"


@pytest.fixture
def client(as_role, world):
    return as_role(Role.ANALYST)


def typed(**more: str) -> dict[str, str]:
    day = {"collected_on_0": "30", "collected_on_1": "11", "collected_on_2": "2016"}
    given = {"collected": "November 2016", "grid": GRID, "us": "Marldon", "source": "The regional group"}
    return {**day, **given, **more}


def test_a_collection_is_entered_and_stands_in_the_report(client):
    response = client.post(ADD, typed(), follow=True)

    (one,) = response.context["collections"]
    assert (one["name"], one["returned"], one["mean"]) == ("November 2016", "2 of 3", "86.3")
    page = client.get(reverse("report_preview", args=[YEAR])).content.decode()
    assert "For November 2016, 2 of 3 authorities of the region sent a return." in page
    assert "73.0 without ours, which was 99.5" in page
    assert "No return" in page


def test_the_year_prints_the_last_two_collections_up_to_its_end(client):
    for year in ("2014", "2015", "2016", "2017"):
        client.post(ADD, typed(collected=f"November {year}", collected_on_2=year))

    page = client.get(reverse("report_preview", args=[YEAR])).content.decode()

    assert [year for year in (2014, 2015, 2016, 2017) if f"November {year}</th>" in page] == [2015, 2016]


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"collected": ""}, "collected"),
        ({"collected_on_0": "31"}, "collected_on"),
        ({"grid": " "}, "grid"),
        ({"grid": "Aldmere,seventy"}, "grid"),
        ({"grid": "Aldmere,-3"}, "grid"),
        ({"grid": "Aldmere,73\naldmere,74"}, "grid"),
        ({"grid": "Aldmere,73,x,y"}, "grid"),
        ({"us": "Elsewhere"}, "us"),
        ({"source": ""}, "source"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(client, given, field):
    response = client.post(ADD, typed(**given))

    assert (response.status_code, list(response.context["form"].errors)) == (400, [field])
    assert not RegionalCaseload.objects.exists()


def test_a_day_is_entered_once(client):
    client.post(ADD, typed())

    response = client.post(ADD, typed())

    assert list(response.context["form"].errors) == ["collected_on"]


def test_a_collection_is_put_right_and_removed(client):
    client.post(ADD, typed())
    assert "Aldmere\t73\tChildren in care only" in client.get(CHANGE).content.decode()

    client.post(CHANGE, typed(grid="Aldmere,74,Children in care only\nBrough,60\nMarldon,99.5"))

    assert list(RegionalCaseload.objects.values_list("authority", "value", "is_us")) == [
        ("Aldmere", 74, False),
        ("Brough", 60, False),
        ("Marldon", 99.5, True),
    ]
    client.post(REMOVE)
    assert not RegionalCaseload.objects.exists()
    assert client.get(CHANGE).status_code == 404
    assert client.get(reverse("regional_change", args=["yesterday"])).status_code == 404
