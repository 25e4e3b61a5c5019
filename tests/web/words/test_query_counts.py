"""Each page of the author's words asks a fixed number of questions, for one version and word as for three."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.publishing.actions import write_text
from holdfast.casework.publishing.wording import enter_term
from holdfast.domain.reporting_year import ReportingYear

PLACE = [ReportingYear(2017), "summary"]
COUNTS = {
    "report_words": 54,
    "report_figures": 52,
    "rules_terms": 4,
    "rules_term_add": 3,
    "rules_term_correct": 4,
}


@pytest.mark.parametrize("name", COUNTS)
@pytest.mark.parametrize("number", [1, 3])
def test_a_page_asks_as_many_questions_for_one_as_for_three(number, name, as_role, world):
    by = world.users[Role.IRO_MANAGER]
    for nth in range(number):
        write_text(year_ending=2017, slot="summary", text=f"[{nth}](figure:sex/male/2016-17)", by=by)
        term = enter_term(preferred=f"word {nth}", instead_of=[f"other {nth}"], by=None)
    args = {"report_words": PLACE, "report_figures": PLACE, "rules_term_correct": [term.pk]}.get(name, [])
    client = as_role(Role.IRO_MANAGER)
    client.get("/")

    with CaptureQueriesContext(connection) as asked:
        assert client.get(reverse(name, args=args)).status_code == 200

    assert len(asked) == COUNTS[name]
