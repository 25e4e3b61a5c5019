"""York's cells beside ours, in the demonstration only."""

from __future__ import annotations

from datetime import date

from django.test import Client
from django.urls import reverse

from holdfast.casework.editions.models import State
from holdfast.domain.reporting_year import ReportingYear
from holdfast.reports.annual.authority import Authority
from holdfast.reports.inputs import Inputs
from tests.builders.demonstration import demonstration
from tests.builders.editions import brought_to, draft


def test_every_cell_stands_there_with_its_result(world):
    client = Client()
    client.force_login(demonstration()["iro_manager"])

    response = client.get(reverse("comparison"))

    tables = response.context["tables"]
    shown = sum(table.total for table in tables)
    assert response.context["closing"].startswith(f"{shown} printed cells:")
    assert {line.verdict for table in tables for line in table.lines} >= {"Equal", "Differs"}
    assert all(line.reason for table in response.context["unequal"] for line in table.lines)


def test_the_way_there_is_shown_to_whoever_may_go(world):
    inputs = Inputs("annual", 2017, day=date(2017, 4, 3), authority=Authority("Testshire"))
    brought_to(draft(inputs=inputs.to_bytes()), State.PUBLISHED)
    users = demonstration()
    for role, shown in (("iro_manager", True), ("board_reader", False)):
        client = Client()
        client.force_login(users[role])
        page = client.get(reverse("figures_year", args=[ReportingYear(2017)]))
        assert (page.status_code, reverse("comparison") in page.content.decode()) == (200, shown), role
