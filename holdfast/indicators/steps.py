"""The rows of steps between tiers of help, and which of the steps down were taken back.

What a tier, a step and a way back are, `domain.tiers` says.
"""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr.types import Table

from holdfast.domain.reporting_year import ReportingYear
from holdfast.domain.tiers import BACK_WITHIN, Tier
from holdfast.indicators.sources import Sources, with_periods


def steps(sources: Sources, year: ReportingYear) -> Table:
    """One row per step in the period.

    ``down``: to a lower tier, neither from nor to being a care leaver, which nobody comes back from. ``known_3``:
    three months of it have passed; ``back_3``: within them the child was back. The same for the other months.
    """
    rows = with_periods(
        sources.table("tier_steps"), year.periods, lambda t: t.stepped_on.between(t.starts, t.ends)
    )
    rank = {tier: ibis.literal(tier.rank, type="int64") for tier in Tier if tier is not Tier.CARE_LEAVER}
    nth = {
        column: ibis.cases(
            *((_[column] == str(tier), nth) for tier, nth in rank.items()), else_=ibis.null("int64")
        )
        for column in ("from_tier", "to_tier")
    }
    rows = rows.mutate(down=(nth["to_tier"] < nth["from_tier"]).fill_null(False))
    for months in BACK_WITHIN:
        limit = (_.stepped_on + ibis.interval(months=months)).cast("date")
        rows = rows.mutate(
            **{f"known_{months}": limit <= _.as_of, f"back_{months}": (_.back_on <= limit).fill_null(False)}
        )
    return rows
