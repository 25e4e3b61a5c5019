"""What stands on the overview of each role: figures that are there, said in words that can be read."""

from __future__ import annotations

from holdfast.casework.access.roles import Permission, Role
from holdfast.casework.access.rules import PERMISSIONS
from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.registry import INDICATORS
from holdfast.web.dashboard.choices import ALSO_OWN, OVERVIEWS, tables_of

YEAR = ReportingYear(2017)


def test_every_role_has_an_overview():
    assert set(OVERVIEWS) == set(Role)


def test_every_figure_chosen_is_in_the_catalogue_and_stands_once():
    for role, parts in OVERVIEWS.items():
        chosen = [(one.table, one.group) for part in parts for one in part.choices]
        assert len(chosen) == len(set(chosen)), role
        for table, group in chosen:
            assert group in {each.key for each in INDICATORS[table].groups_for(YEAR)}, (role, table, group)


def test_every_figure_chosen_says_why_it_matters():
    for parts in OVERVIEWS.values():
        assert all(one.name and one.why.endswith(".") for part in parts for one in part.choices)


def test_an_officers_own_figures_are_of_children_and_not_of_posts():
    assert not ALSO_OWN & {"caseload", "meetings"}
    assert ALSO_OWN & {*tables_of(OVERVIEWS[Role.IRO])}


def test_who_sees_no_figure_of_the_service_may_read_what_is_published():
    for role in set(Role):
        if Permission.SEE_FIGURES not in PERMISSIONS[role]:
            assert Permission.SEE_PUBLISHED in PERMISSIONS[role]
