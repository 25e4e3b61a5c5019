"""2 Reporting period: which days count, and what must be protected before publication."""

from holdfast.indicators.publishing.protection import THRESHOLD, rule
from holdfast.reports.annual.material import Material
from holdfast.reports.content import Audience, Finish, Paragraph, Section, paragraph
from holdfast.reports.printing import long_day


def section(material: Material) -> Section:
    year = material.year
    quarters = ", ".join(f"Q{n} {q.starts:%B} to {q.ends:%B}" for n, q in enumerate(year.quarters, start=1))
    return Section(
        key="reporting_period",
        title="Reporting period",
        blocks=(
            paragraph(
                f"This report covers the year from {long_day(year.starts)} to {long_day(year.ends)} and its "
                f"quarters: {quarters}."
            ),
            paragraph(
                "A number of children is counted at the end of the last day of the quarter or year. Events, "
                "such as reviews and children leaving care, are counted from the first day to the last, both "
                "included. A year's events are counted over the year, not averaged over its quarters."
            ),
            *_small_numbers(material),
            material.slot(
                "reporting_period", "What marked this year for the service, in a paragraph or two."
            ),
        ),
    )


def _small_numbers(material: Material) -> tuple[Paragraph, ...]:
    """A warning to whoever publishes the draft; the rule itself in what is safe to publish."""
    if material.audience is Audience.PUBLIC:
        most = material.inputs.threshold if material.inputs else THRESHOLD
        return (paragraph(rule(most)),)
    if material.finish is Finish.FINAL:
        return ()
    return (
        paragraph(
            "Small numbers are printed as they were counted, so that a child could be recognised by them. Only the "
            "version for the public may leave the council: they are hidden in it, with what gives them away."
        ),
    )
