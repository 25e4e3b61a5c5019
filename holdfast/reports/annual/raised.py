"""The tables of the concerns raised, of the ratings, and of the steps: parts of one indicator each, side by side."""

from __future__ import annotations

from holdfast.indicators.registry import indicator
from holdfast.reports.annual import judged, tables
from holdfast.reports.annual.material import Material
from holdfast.reports.content import Block, Kind, Table

_DAYS = ("days_to_resolve", "longest_to_resolve")


def concerns(material: Material) -> tuple[Block, ...]:
    """What they were about, how far they went, and how long they took; no table of what did not happen."""
    if not material.counts("issues"):
        return ()
    blocks: list[Block] = [*judged.issues(material)]
    if material.figure("issues", "total").numerator != 0:
        blocks += [_numbers(material), _categories(material)]
    blocks += judged.stages(material)
    if material.figure("issues", "total").numerator != 0:
        blocks += [_highest(material), _at_each_stage(material)]
    if material.figure("issues", _DAYS[0]).numerator != 0:
        blocks.append(_days(material))
    return tuple(blocks)


def _keys(material: Material, *starts: str) -> tuple[str, ...]:
    keys = (group.key for group in indicator("issues").groups_for(material.year))
    return tuple(key for key in keys if key.startswith(starts))


def _numbers(material: Material) -> Table:
    heads = _keys(material, "head_")
    return tables.table(
        material,
        "issues",
        row_heading="Measure",
        groups=("total", "children", *heads, "children_informal", "withdrawn"),
        kind=Kind.COUNT,
    )


def _categories(material: Material) -> Table:
    aside = ("total", "children", "withdrawn", *_DAYS)
    staged = _keys(material, "head_", "highest_", "with_", "children_")
    return tables.table(
        material,
        "issues",
        key="issues_categories",
        caption=f"What the concerns raised by officers were about, {material.year}",
        row_heading="Category",
        without=(*aside, *staged),
        base_row="All concerns raised",
        short=True,
        like_before=True,
    )


def _highest(material: Material) -> Table:
    return tables.table(
        material,
        "issues",
        key="issues_highest",
        caption=f"How far concerns went: the highest stage opened by the end of the period, {material.year}",
        row_heading="Highest stage",
        groups=_keys(material, "highest_"),
        base_row="All concerns raised",
        short=True,
        like_before=True,
    )


def _at_each_stage(material: Material) -> Table:
    return tables.table(
        material,
        "issues",
        key="issues_stages",
        caption=f"Concerns at each stage they had by the end of the period, {material.year}",
        row_heading="Stage",
        groups=_keys(material, "with_"),
        kind=Kind.RATE,
        short=True,
        like_before=True,
    )


def _days(material: Material) -> Table:
    return tables.table(
        material,
        "issues",
        key="issues_days",
        caption=f"Working days from raised to closed, concerns closed in the period, {material.year}",
        row_heading="Measure",
        groups=_DAYS,
        kind=Kind.RATE,
        base="concern closed in the period",
        like_before=True,
    )


_RATED = {"corporate_parenting": "corporate parenting", "care_plan_quality": "the care plan"}


def ratings(material: Material, of: str) -> tuple[Block, ...]:
    """The ratings of a monitor's question over the monitors with one, then how many reviews have one."""
    if not material.counts(of):
        return ()
    said = judged.corporate_parenting if of == "corporate_parenting" else judged.care_plans
    return (
        *said(material),
        tables.table(
            material, of, row_heading="Rating", base_row="Reviews with a rating", without=("answered",)
        ),
        tables.table(
            material,
            of,
            key=f"{of}_answered",
            caption=f"Reviews with a rating of {_RATED[of]}, {material.year}",
            row_heading="Measure",
            groups=("answered",),
            kind=Kind.RATE,
            base="completed review of a child in care",
            like_before=True,
        ),
    )


def steps(material: Material) -> tuple[Block, ...]:
    """Which steps there were, and how many of those down were taken back."""
    if not material.counts("steps"):
        return ()
    said = judged.steps(material)
    if material.figure("steps", "total").numerator == 0:
        return tuple(said)
    keys = [group.key for group in indicator("steps").groups_for(material.year)]
    back = [key for key in keys if key.startswith(("back_", "not_yet_"))]
    return (
        *said,
        tables.table(material, "steps", row_heading="From and to", without=back, short=True),
        tables.table(
            material,
            "steps",
            key="steps_back",
            caption=f"Steps down that were taken back, {material.year}",
            row_heading="Measure",
            groups=back,
            kind=Kind.RATE,
            base="step down in the period",
            like_before=True,
        ),
    )
