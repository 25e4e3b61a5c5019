"""The catalogue of indicators, written from their definitions: what each counts, why, and who answers for it."""

from __future__ import annotations

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.language import Better, Indicator
from holdfast.indicators.registry import INDICATORS

#: the year whose code lists the catalogue shows
YEAR = ReportingYear(2026)

_BETTER = {
    Better.HIGHER: "Higher is better.",
    Better.LOWER: "Lower is better.",
    Better.NEITHER: "Neither way is good or bad: it describes.",
}


def documents() -> dict[str, str]:
    """File name under docs/generated -> its text."""
    intro = (
        "# Catalogue of indicators\n\nGenerated from `holdfast/indicators/definitions` by `script/generate-docs`; "
        f"groups as in {YEAR}. A figure is the count of rows for which a question is true, over the count of rows "
        "to which it applies; the rows behind it open with `holdfast figures --table … --group … --rows`.\n\n"
    )
    contents = "\n".join(f"- [{one.title}](#{one.table}) `{one.table}`" for one in INDICATORS.values())
    return {"catalogue.md": intro + contents + "\n" + "".join(_entry(one) for one in INDICATORS.values())}


def _entry(one: Indicator) -> str:
    custody = one.custody
    facts = [
        ("One row per", one.row_is),
        ("Kind", one.kind.value),
        ("Periods", "each quarter, and the year" if one.by_quarter else "the year only"),
        ("Why it matters", custody.why),
        ("Definition", custody.definition),
        ("Source", custody.source),
        ("Owner", custody.owner),
        ("Which way is good", _BETTER[custody.better]),
        ("Note printed with it", one.note),
    ]
    lines = [
        f'\n<a id="{one.table}"></a>',
        "",
        f"## {one.title}",
        "",
        *(f"- **{name}**: {text}" for name, text in facts),
    ]
    groups = [f"| `{group.key}` | {group.label} |" for group in one.groups_for(YEAR)]
    return "\n".join([*lines, "", "| Group | Printed as |", "|---|---|", *groups, ""])
