"""Steps up and down between the tiers of help, and how many of those down were taken back.

Source: the ladder of need as councils print it (`domain.tiers`).
"""

from itertools import permutations

import ibis
from ibis import _

from holdfast.domain.tiers import BACK_WITHIN, Tier
from holdfast.indicators import steps
from holdfast.indicators.language import Custody, Group, Indicator, Kind, Measure, Question


def _number(key: str, label: str, when: Question) -> Group:
    return Group(key, label, when, measure=Measure.COUNT)


def _from_to(before: Tier, after: Tier) -> Group:
    when = (_.from_tier == str(before)) & (_.to_tier == str(after))
    return _number(
        f"{before}_to_{after}", f"{before.words} to {after.words[:1].lower()}{after.words[1:]}", when
    )


def _back(months: int) -> tuple[Group, Group]:
    known, back = _[f"known_{months}"], _[f"back_{months}"]
    return (
        Group(f"back_{months}", f"Stepped down, and back within {months} months", back, _.down & known),
        _number(f"not_yet_known_{months}", f"{months} months have not passed yet", _.down & ~known),
    )


INDICATOR = Indicator(
    table="steps",
    title="Steps up and down between tiers of help",
    kind=Kind.COUNT,
    order=127,
    rows=steps.steps,
    row_is="step of a child from one tier to another in the period",
    dates=("from_tier", "to_tier", "stepped_on", "back_on"),
    needs=("tier_steps",),
    many=True,
    groups=(
        _number("total", "Steps", ibis.literal(True)),
        *(_from_to(before, after) for before, after in permutations(reversed(Tier), 2)),
        _number("down", "Steps down, becoming a care leaver left aside", _.down),
        *(group for months in BACK_WITHIN for group in _back(months)),
    ),
    note=(
        "A child's tier is the highest that holds at the end of a day: in care, child protection, child in need, early "
        "help, care leaver, or none any more. Becoming known at all is no step. Back: of the steps down in the period, "
        "those after which the child was in the tier before, or above it, within so many months by corresponding date. "
        "Our choices: where those months have not passed the step leaves the base, also when the child is back "
        "already, and is counted beside it; steps to or from being a care leaver are no steps down, because nobody "
        "comes back from growing up."
    ),
    custody=Custody(
        why="A child who is back within months was let go too soon, or without the help that was to follow.",
        definition=(
            "Steps between tiers dated in the period, from and to; of the steps down, those taken back within 3, 6 and "
            "12 months."
        ),
        source="Periods of care, protection plans, plans of children in need and other tiers in the service's records.",
        owner="IRO manager",
    ),
)
