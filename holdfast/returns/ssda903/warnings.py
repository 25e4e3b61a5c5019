"""Run every rule over the returns and put its findings into words, by year, file and row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from holdfast.domain.reporting_year import ReportingYear

from .facts import Facts
from .return_set import Return
from .rule import ReturnWarning, Rule
from .rules import all_rules


def find_warnings(returns: Sequence[Return]) -> list[ReturnWarning]:
    """All that is understood but wrong in these returns."""
    if not returns:
        return []
    facts = Facts(returns)
    found = [warning for rule in all_rules() for warning in findings(rule, facts)]
    return sorted(
        found, key=lambda one: (one.year_ending, one.file, one.row or 0, one.column or "", one.type)
    )


def findings(rule: Rule, facts: Facts) -> Iterator[ReturnWarning]:
    """What one rule finds, in its own words."""
    files = {one.year_ending: one.files for one in facts.returns}
    for finding in rule.find(facts):
        if facts.is_empty(finding.table):
            continue
        for row in facts.run(finding.rows).to_pylist():
            year = row["year"]
            words = {"found": row["found"], "column": finding.column, "year": ReportingYear(year).name}
            yield ReturnWarning(
                type=rule.code,
                child=row["child"],
                file=files[year][finding.table],
                row=row["row"],
                column=finding.column,
                found=row["found"],
                message=rule.message.format(**words),
                year_ending=year,
            )
