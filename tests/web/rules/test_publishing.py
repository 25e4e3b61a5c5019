"""How much is hidden from the public is read and changed by the manager; what is hidden is listed inside."""

from __future__ import annotations

from django.template.loader import render_to_string
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.web.figures.hidden_list import hidden_figures
from tests.reports.test_public import inputs


def test_the_manager_settles_how_much_is_hidden(as_role, world):
    client = as_role(Role.IRO_MANAGER)
    address = reverse("rules_publishing")
    assert "Counts of 1 to 5 are hidden" in client.get(address).content.decode()

    refused = client.post(address, {"threshold": "1", "reason": "More open"})
    assert (refused.status_code, b"from 2 to 20" in refused.content) == (400, True)
    assert client.post(address, {"threshold": "4", "reason": "As our partners do"}).status_code == 302

    page = client.get(address).content.decode()
    assert "Counts of 1 to 4 are hidden" in page
    assert "As our partners do" in page


def test_the_list_for_the_inside_says_each_number_and_why():
    hidden = hidden_figures(inputs())
    words = render_to_string("components/hidden_figures/hidden_figures.html", {"hidden": hidden})

    assert f"{hidden.total} figures are hidden" in words
    assert "It is a small number itself" in words
    assert "It would give away another number that is hidden" in words
