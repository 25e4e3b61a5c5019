"""Health of children in care all year, and care leavers. Given for the year only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from holdfast.indicators.publishing.language import Declared, adds_up, at_most, part_of
from holdfast.indicators.publishing.relations.care import IN_CARE

TABLES = ("health_education", "care_leavers")
H = "health_education"
ALL_YEAR = f"{H}.health_assessment/asked"


def declared(groups: Mapping[str, Sequence[str]]) -> Declared:
    """What holds between the figures of health, education and care leavers."""
    bands = (f"{H}.sdq_normal", f"{H}.sdq_borderline", f"{H}.sdq_concern")
    scored = f"{H}.sdq_average"
    return Declared(
        same=(
            (ALL_YEAR, *(f"{H}.{key}/asked" for key in ("dental", "both", "immunisations", "pep"))),
            (scored, *(f"{band}/of" for band in bands)),
            ("care_leavers.suitable/asked", "care_leavers.in_touch/asked"),
        ),
        relations=(
            adds_up(scored, *bands),
            part_of(ALL_YEAR, IN_CARE),
            part_of(f"{H}.sdq_average/of", ALL_YEAR),
            at_most(f"{H}.immunisations/of", ALL_YEAR),
            at_most(f"{H}.pep/of", ALL_YEAR),
            part_of(f"{H}.development_check/asked", ALL_YEAR),
            *(
                relation
                for one in ("health_assessment", "dental")
                for relation in (
                    part_of(f"{H}.both", f"{H}.{one}"),
                    part_of(f"{H}.both/of", f"{H}.{one}/of"),
                )
            ),
            # whoever had one, or the other, is no more than everybody
            at_most((f"{H}.health_assessment", f"{H}.dental"), (ALL_YEAR, f"{H}.both")),
            at_most((f"{H}.health_assessment/of", f"{H}.dental/of"), (ALL_YEAR, f"{H}.both/of")),
        ),
    )
