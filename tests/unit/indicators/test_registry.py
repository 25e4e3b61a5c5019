import pytest

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.language import Kind
from holdfast.indicators.registry import INDICATORS, indicator

PRINTED = [
    "caseload",
    "protection_plans",
    "meetings",
    "timeliness",
    "seen_before_review",
    "children_in_care",
    "sex",
    "ethnicity",
    "age",
    "time_in_care",
    "legal_status",
    "legal_status_appropriate",
    "placement_type",
    "out_of_area",
    "placement_moves",
    "long_term_stability",
    "placement_suitable",
    "participation",
    "health_education",
    "leaving_care",
    "monitor_completion",
    "disputes",
    "issues",
    "corporate_parenting",
    "care_plan_quality",
    "conference_audit",
    "steps",
    "care_leavers",
    "unplanned_moves",
    "uasc",
    "iro_continuity",
    "records_in_time",
    "midway",
    "child_chaired",
]


def test_the_tables_are_found_in_print_order():
    assert [i.table for i in INDICATORS.values() if not i.beside] == PRINTED


def test_a_table_that_is_not_there_is_said_with_those_that_are():
    with pytest.raises(KeyError, match="no table called “shoe_size”"):
        indicator("shoe_size")


@pytest.mark.parametrize("each", INDICATORS.values(), ids=list(INDICATORS))
def test_every_indicator_has_its_custody(each):
    custody = each.custody
    assert all(
        len(text) > 10 for text in (custody.why, custody.definition, custody.source, custody.owner, each.note)
    )


@pytest.mark.parametrize("each", INDICATORS.values(), ids=list(INDICATORS))
@pytest.mark.parametrize("ending", [2010, 2017, 2019, 2027, 2031])
def test_groups_of_every_year_have_one_key_each(each, ending):
    keys = [g.key for g in each.groups_for(ReportingYear(ending))]
    assert len(keys) == len(set(keys)) > 0


@pytest.mark.parametrize(
    "table", ["sex", "ethnicity", "age", "time_in_care", "legal_status", "placement_type"]
)
def test_a_distribution_has_a_group_for_what_is_not_known(table):
    assert indicator(table).kind is Kind.DISTRIBUTION
    assert indicator(table).groups_for(ReportingYear(2018))[-1].key == "unknown"


def test_leaving_care_reasons_change_with_the_year():
    groups = indicator("leaving_care").groups_for
    keys = {year: {g.key for g in groups(ReportingYear(year))} for year in (2018, 2019)}
    assert keys[2018] - keys[2019] == {"E43", "E44"}
    assert keys[2019] - keys[2018] == {"E45", "E46", "E47", "E48"}
