"""Figures read as the public may: no small number anywhere on the page or in the file, and none to be worked out."""

from __future__ import annotations

import csv
import io

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.domain.reporting_year import ReportingYear

YEAR = ReportingYear(2017)


def lines(response) -> dict[tuple[str, str, str], dict[str, str]]:
    found = csv.DictReader(io.StringIO(response.content.decode("utf-8-sig")))
    return {(line["table"], line["group"], line["period"]): line for line in found}


def test_who_sees_every_figure_can_look_at_the_safe_ones(as_role, world):
    client = as_role(Role.IRO_MANAGER)
    address = reverse("figures_year", args=[YEAR])
    safe = client.get(f"{address}?public=1")

    cells = [cell for grid in safe.context["grids"] for row in grid.rows for cell in row.cells]
    assert {cell.main for cell in cells} >= {"c", "0"}
    assert not any(cell.url for cell in cells)
    assert not any(cell.counted_from in ("1", "2") for cell in cells)
    words = safe.content.decode()
    assert f'href="{reverse("figures_download", args=[YEAR])}?public=1"' in words
    assert "Numbers of 1 to 5 are not published" in words
    assert f"{address}?public=1" in client.get(address).content.decode()


def test_the_file_hides_what_the_page_hides(as_role, world):
    client = as_role(Role.IRO_MANAGER)
    address = reverse("figures_download", args=[YEAR])
    every, safe = lines(client.get(address)), lines(client.get(f"{address}?public=1"))

    place = ("children_in_care", "number", "2016/17")
    assert (every[place]["numerator"], safe[place]["numerator"], safe[place]["value"]) == ("2", "", "c")
    small = [key for key, line in every.items() if line["numerator"] in ("1", "2", "3", "4", "5")]
    assert len(small) > 20
    assert {safe[key]["value"] for key in small if key[1] != "fte"} == {"c"}


def test_a_table_and_its_trend_are_safe_too(as_role, world):
    client = as_role(Role.IRO_MANAGER)
    words = client.get(reverse("figures_table", args=[YEAR, "age"]) + "?public=1").content.decode()
    assert "hidden, because somebody could be told from it" in words
    assert reverse("figures_rows", args=[YEAR, "age", "10_15"]) not in words


@pytest.mark.parametrize("role", [Role.BOARD_READER, Role.SOCIAL_WORKER, Role.SENIOR_MANAGER])
def test_who_sees_only_what_is_published_sees_no_year_of_which_nothing_is(as_role, world, role):
    client = as_role(role)
    assert "No annual report is published yet" in client.get(reverse("figures")).content.decode()
    assert client.get(reverse("figures_year", args=[YEAR])).status_code == 404
    assert client.get(reverse("figures_rows", args=[YEAR, "age", "10_15"])).status_code == 403


@pytest.mark.parametrize(
    "role", [Role.BOARD_READER, Role.SOCIAL_WORKER, Role.TEAM_MANAGER, Role.SENIOR_MANAGER]
)
def test_the_menu_leads_everybody_to_figures_and_others_cannot_ask_for_the_running_ones(as_role, world, role):
    client = as_role(role)
    assert f'href="{reverse("figures")}"' in client.get(reverse("overview")).content.decode()
    for asked in ("", "?public=0", "?public=", "?public=no"):
        assert "No annual report is published yet" in client.get(reverse("figures") + asked).content.decode()
        assert client.get(reverse("figures_year", args=[YEAR]) + asked).status_code == 404
        assert client.get(reverse("figures_download", args=[YEAR]) + asked).status_code == 404
        assert client.get(reverse("figures_table", args=[YEAR, "age"]) + asked).status_code == 404
