"""8 Who the children and young people in care are, and where they went: the tables of the year."""

from holdfast.reports.annual import charts, judged, tables
from holdfast.reports.annual.material import Material
from holdfast.reports.annual.profile import (
    ages,
    education_plans,
    ethnicity,
    health,
    leavers,
    legal,
    long_stays,
    movers,
    numbers,
    out_of_area,
    placements,
    sexes,
    unplanned,
    young_adults,
)
from holdfast.reports.content import Block, Section

IN_CARE = "All children in care"


def section(material: Material) -> Section:
    term = material.authority.children_in_care
    return Section(
        key="profile",
        title=f"Profile of {term}",
        parts=(
            _number(material),
            _distribution(material, "sex", "Sex", "Sex", sexes(material)),
            _ethnicity(material),
            _with_chart(material, "age", "Age", "Age", ages(material)),
            _with_chart(material, "time_in_care", "Time in care", "Time in care", long_stays(material)),
            _legal_status(material),
            _distribution(
                material,
                "placement_type",
                "Where children live",
                "Placement",
                placements(material),
                short=True,
            ),
            _area(material),
            _stability(material),
            _health(material),
            _permanency(material),
        ),
    )


def _number(material: Material) -> Section:
    return Section(
        "number",
        "Number of children and young people in care",
        (
            *numbers(material),
            charts.through_the_years(material),
            tables.table(material, "children_in_care", row_heading="Measure"),
            tables.table(material, "uasc", row_heading="Measure"),
            material.slot("number", "What lies behind the number of children in care, and what is expected."),
        ),
    )


def _distribution(
    material: Material, of: str, title: str, heading: str, said, *, short: bool = False
) -> Section:
    table = tables.table(material, of, row_heading=heading, base_row=IN_CARE, short=short)
    return Section(
        f"{of}_part",
        title,
        (*said, table, material.slot(of, f"Anything the figures under “{title}” do not show.")),
    )


def _legal_status(material: Material) -> Section:
    judged_right = tables.counted(material, "legal_status_appropriate", judged.legal_status)
    return _with_chart(
        material, "legal_status", "Legal status", "Legal status", legal(material), more=judged_right
    )


def _with_chart(
    material: Material, of: str, title: str, heading: str, said, *, more: tuple[Block, ...] = ()
) -> Section:
    about = tables.indicator(of)
    chart = charts.beside_last_year(
        material, of, things="children in care", caption=f"{about.title}, {material.year} year end"
    )
    table = tables.table(material, of, row_heading=heading, base_row=IN_CARE)
    slot = material.slot(of, f"Anything the figures under “{title}” do not show.")
    return Section(f"{of}_part", title, (*said, chart, table, *more, slot))


def _ethnicity(material: Material) -> Section:
    table = tables.table(
        material, "ethnicity", row_heading="Ethnicity", base_row=IN_CARE, short=True, codes=True
    )
    slot = material.slot("ethnicity", "How this compares with the area's children, with the source.")
    return Section("ethnicity_part", "Ethnicity", (*ethnicity(material), table, slot))


def _area(material: Material) -> Section:
    counted = tables.counted(material, "out_of_area", out_of_area)
    slot = material.slot(
        "out_of_area", "Why children live outside the area, and how they are kept in touch with."
    )
    return Section("out_of_area_part", "In or outside the council's area", (*counted, slot))


def _stability(material: Material) -> Section:
    return Section(
        "stability",
        "Placement stability",
        (
            *movers(material),
            tables.table(material, "placement_moves", row_heading="Measure"),
            tables.table(material, "long_term_stability", row_heading="Measure"),
            *unplanned(material),
            tables.table(material, "unplanned_moves", row_heading="Measure and reasons", short=True),
            *tables.counted(material, "placement_suitable", judged.placement),
            material.slot("stability", "What the service does for stable homes, and what it saw this year."),
        ),
    )


def _health(material: Material) -> Section:
    return Section(
        "health",
        "Health and education",
        (
            *health(material),
            tables.table(material, "health_education", row_heading="Measure"),
            *education_plans(material),
            material.slot(
                "health_education",
                "What lies behind the figures of health and education, and what is done about them.",
            ),
        ),
    )


def _permanency(material: Material) -> Section:
    return Section(
        "permanency",
        "Permanency outcomes and leaving care",
        (
            *leavers(material),
            tables.table(
                material,
                "leaving_care",
                row_heading="Outcome",
                without=("total", "children"),
                base_row="All periods of care that ended",
                base_group="total",
                short=True,
            ),
            *young_adults(material),
            tables.table(material, "care_leavers", row_heading="Measure"),
            material.slot("permanency", "What the service saw of children leaving care, and what it did."),
        ),
    )
