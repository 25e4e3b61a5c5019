"""Population aged 0 to 17 by year: listed, added, changed, removed."""

from __future__ import annotations

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.publishing.models import Population
from holdfast.domain.reporting_year import ReportingYear
from tests.builders import publishing

YEAR = ReportingYear(2017)
ADD = reverse("population_add")
CHANGE, REMOVE = (reverse(f"population_{what}", args=[YEAR]) for what in ("change", "remove"))


def typed(**more: str) -> dict[str, str]:
    return {"year": "2016/17", "aged_0_17": "36,500", "source": "ONS mid-year estimate 2016", **more}


def test_where_none_is_entered_the_page_says_where_to_find_one(as_role):
    assert "No population is entered yet" in as_role(Role.ANALYST).get(reverse("population")).content.decode()


def test_a_year_is_added_and_listed(as_role):
    response = as_role(Role.ANALYST).post(ADD, typed(), follow=True)

    assert response.context["entered"] == [(YEAR, "36,500", "ONS mid-year estimate 2016")]
    assert "the population for 2016/17" in response.content.decode()


def test_the_next_year_to_enter_is_offered_first(as_role):
    client = as_role(Role.ANALYST)

    assert client.get(ADD).context["form"].initial == {"year": "2016/17"}
    publishing.population(2017)
    assert client.get(ADD).context["form"].initial == {}


@pytest.mark.parametrize(
    ("given", "field", "said"),
    [
        ({"aged_0_17": ""}, "aged_0_17", "Enter how many people aged 0 to 17 live in the area"),
        ({"aged_0_17": "36.5"}, "aged_0_17", "The population must be a whole number from 1 to 99,999,999, like 36,500"),
        ({"aged_0_17": "0"}, "aged_0_17", "The population must be a whole number from 1 to 99,999,999, like 36,500"),
        ({"aged_0_17": "³"}, "aged_0_17", "The population must be a whole number from 1 to 99,999,999, like 36,500"),
        ({"source": " "}, "source", "Enter where the number was published"),
        ({"year": "2015/16"}, "year", "A population is entered for 2015/16. Change that one from the list."),
    ],
)  # fmt: skip
def test_what_cannot_be_is_said_beside_its_field(as_role, given, field, said):
    publishing.population(2016)

    response = as_role(Role.ANALYST).post(ADD, typed(**given))

    assert (response.status_code, response.context["form"].errors) == (400, {field: [said]})
    assert Population.objects.count() == 1


def test_a_changed_number_shows_what_stood_before(as_role):
    publishing.population()
    client = as_role(Role.ANALYST)

    client.post(CHANGE, {"aged_0_17": "36,700", "source": "An invented estimate"})

    assert Population.objects.get().aged_0_17 == 36_700
    (before,) = client.get(CHANGE).context["before"]
    assert (before.label, before.value) == ("People aged 0 to 17", "36500")


def test_removing_asks_first(as_role):
    publishing.population()
    client = as_role(Role.ANALYST)

    assert "Remove the population for 2016/17?" in client.get(REMOVE).content.decode()
    assert Population.objects.exists()
    response = client.post(REMOVE, follow=True)

    assert not Population.objects.exists()
    assert "Removed at" in response.content.decode()


def test_a_year_that_is_not_entered_leads_nowhere(as_role):
    assert [as_role(Role.ANALYST).get(address).status_code for address in (CHANGE, REMOVE)] == [404, 404]


def test_the_figures_use_what_is_typed(as_role):
    client = as_role(Role.ANALYST)
    client.post(ADD, typed(aged_0_17="10,000"))

    grid = client.get(reverse("figures_table", args=[YEAR, "children_in_care"])).context["grid"]

    rate = next(row for row in grid.rows if row.label == "Number per 10,000 aged 0 to 17")
    assert rate.cells[-1].main == "2.0"
