"""The catalogue of indicators, written from their custody: what each counts, why, and who answers for it."""

from __future__ import annotations

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.language import Better, Indicator
from holdfast.indicators.registry import INDICATORS

BETTER = {
    Better.HIGHER: "Higher is better",
    Better.LOWER: "Lower is better",
    Better.NEITHER: "Describes; neither way is good in itself",
}


def markdown(year: ReportingYear) -> str:
    """The whole catalogue as Markdown, with the groups of a year's code lists."""
    parts = [
        "# Catalogue of indicators",
        "",
        "Made from the indicators themselves by `holdfast catalogue`; not edited by hand. "
        f"Groups are those of {year}.",
    ]
    for each in INDICATORS.values():
        parts += ["", *_entry(each, year)]
    return "\n".join(parts) + "\n"


def _entry(each: Indicator, year: ReportingYear) -> list[str]:
    custody = each.custody
    given = "each quarter and the year" if each.by_quarter else "the year only"
    given = "each month" if each.by_month else given
    only = " Not held by a return." if each.needs else ""
    groups = ", ".join(f"{g.label} (`{g.key}`)" for g in each.groups_for(year))
    return [
        f"## {each.title}",
        "",
        f"`{each.table}`, a {each.kind.value}, one row per {each.row_is}; for {given}.{only}",
        "",
        f"- **Why it matters**: {custody.why}",
        f"- **Definition**: {custody.definition}",
        f"- **Which way is good**: {BETTER[custody.better]}",
        f"- **Source**: {custody.source}",
        f"- **Owner**: {custody.owner}",
        f"- **Note in print**: {each.note}",
        f"- **Groups**: {groups}",
    ]
