"""York's cells beside ours, in the demonstration only."""

from __future__ import annotations

from django.test import Client
from django.urls import reverse

from tests.builders.demonstration import demonstration


def test_every_cell_stands_there_with_its_result(world):
    client = Client()
    client.force_login(demonstration()["iro_manager"])

    response = client.get(reverse("comparison"))

    tables = response.context["tables"]
    shown = sum(table.total for table in tables)
    assert response.context["closing"].startswith(f"{shown} printed cells:")
    assert {line.verdict for table in tables for line in table.lines} >= {"Equal", "Differs"}
    assert all(line.reason for table in response.context["unequal"] for line in table.lines)
