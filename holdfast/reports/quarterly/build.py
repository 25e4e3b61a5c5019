"""Build a quarterly pack as content, ready for any ink."""

from __future__ import annotations

from datetime import date

from holdfast.domain.resolution.categories import group_label
from holdfast.reports.annual.build import SYNTHETIC, slots_of
from holdfast.reports.content import Audience, AuthorText, Document, Finish
from holdfast.reports.inputs import Inputs
from holdfast.reports.printing import long_day
from holdfast.reports.quarterly import sections
from holdfast.reports.quarterly.matter import Matter, slug

TITLE = "Quarterly pack"


def document(
    inputs: Inputs,
    *,
    finish: Finish = Finish.DRAFT,
    audience: Audience = Audience.INSIDE,
    made_on: date | None = None,
) -> Document:
    """A pack of a quarter: for the service, for one team, or about one group of concerns.

    ``audience`` public: the copy for readers who may not see the children behind small numbers; ``inputs.figures`` are
    then made safe already. Raises a ReportRefused if it would contradict itself.
    """
    matter = Matter(inputs, finish, audience)
    about, period = inputs.authority, matter.period
    facts = [
        ("Period", f"{long_day(period.starts)} to {long_day(period.ends)}"),
        ("About", whose(inputs)),
        ("Service", f"{about.service}, {about.name}"),
    ]
    if inputs.day:
        facts.append(("Counted on", long_day(inputs.day)))
    return Document(
        title=TITLE,
        subtitle=f"{whose(inputs)}, {about.name}",
        authority=about.name,
        period=period.name,
        file_name=file_name(inputs),
        sections=sections.every(matter),
        finish=finish,
        audience=audience,
        synthetic=SYNTHETIC if about.invented else "",
        made_on=made_on,
        facts=tuple(facts),
    )


def whose(inputs: Inputs) -> str:
    """“The whole service”, the team's name, or “Concerns about practice”."""
    theme = inputs.pack.theme if inputs.pack else ""
    if inputs.team:
        return inputs.team
    return f"Concerns: {group_label(theme).lower()}" if theme else "The whole service"


def file_name(inputs: Inputs) -> str:
    """“quarterly-pack-2016-17-q3-…”."""
    theme = inputs.pack.theme if inputs.pack else ""
    year = f"{inputs.year_ending - 1}-{inputs.year_ending % 100:02d}"
    parts = ["quarterly-pack", year, f"q{inputs.quarter}", slug(inputs.team or theme)]
    return "-".join(part for part in parts if part)


def slots(inputs: Inputs) -> list[AuthorText]:
    """Every place for the author's words in a pack, in print order."""
    return slots_of(document(inputs))
