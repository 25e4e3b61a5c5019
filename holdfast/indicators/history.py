"""From episodes to periods of care and placements, for every child at once.

The same rules as ``holdfast.domain.care_history`` has for one child, as expressions over rows.
Sources: SSDA903 guide (RNE, PLACE and REC code lists; a child returns to the same placement after T0 to T4);
the product's definitions of period of care and new placement.
"""

from __future__ import annotations

from typing import Any, Final

import ibis
from ibis import _
from ibis.expr.types import Table

SHORT_BREAKS: Final = ("V3", "V4")
TEMPORARY: Final = ("T0", "T1", "T2", "T3", "T4")
ADOPTIVE: Final = ("A3", "A4", "A5", "A6")
BEGINS_PLACEMENT: Final = ("S", "P", "B")


def is_in(column: Any, codes: tuple[str, ...]) -> Any:
    """Whether a code is one of ``codes``; a blank is not."""
    return column.isin(codes).fill_null(False)


def care_episodes(episodes: Table) -> Table:
    """Episodes that make care (short breaks set aside), each with its period of care and its placement.

    One row per episode. Added: ``period_no`` and ``placement_no`` within the child; ``period_started`` and
    whether that is known (``period_known``: the period's first episode has RNE S, otherwise it began on or before
    that day); the same for the placement; ``before_started``, when the placement before this one in the same
    period began (null if none); ``settled_place``, the place without temporary stays; ``last_in_period``;
    ``moves_on``, true where the next episode of the period begins a new placement.
    """
    return _placements(_periods(episodes.filter(~is_in(_.legal_status, SHORT_BREAKS))))


def _periods(care: Table) -> Table:
    """An episode continues the period before it only if its RNE is not S and the one before ended X1 that day."""
    child = ibis.window(group_by="child", order_by=["started", "line"])
    upto = ibis.window(group_by="child", order_by=["started", "line"], preceding=(None, 0))
    follows = (
        (_.reason_started.fill_null("") != "S")
        & (_.reason_ended.lag().over(child) == "X1")
        & (_.ended.lag().over(child) == _.started)
    )
    care = care.mutate(begins_period=~follows.fill_null(False))
    return care.mutate(period_no=_.begins_period.cast("int64").sum().over(upto))


def _placements(care: Table) -> Table:
    keys = ["child", "period_no"]
    order = ["started", "line"]
    period = ibis.window(group_by=keys, order_by=order)
    upto = ibis.window(group_by=keys, order_by=order, preceding=(None, 0))
    whole = ibis.window(group_by=keys)
    care = care.mutate(temporary=is_in(_.place, TEMPORARY))
    care = care.mutate(
        after_temporary=_.temporary.lag().over(period).fill_null(False),
        settled_no=(~_.temporary).cast("int64").sum().over(upto),
        period_started=_.started.min().over(whole),
        period_known=(_.begins_period & (_.reason_started == "S").fill_null(False)).any().over(whole),
        last_in_period=_.started.lead().over(period).isnull(),
    )
    # The last episode before a temporary stay is the one before in the line of those that are not temporary.
    line = ibis.window(group_by=[*keys, "temporary"], order_by=order)
    same_place = _.place.identical_to(_.place.lag().over(line))
    same_post = _.place_post.identical_to(_.place_post.lag().over(line))
    care = care.mutate(
        returns=~_.temporary & _.after_temporary & ((_.settled_no == 1) | (same_place & same_post))
    )
    care = care.mutate(
        begins_placement=is_in(_.reason_started, BEGINS_PLACEMENT) & ~_.temporary & ~_.returns,
    )
    care = care.mutate(placement_no=_.begins_placement.cast("int64").sum().over(upto))
    placement = ibis.window(group_by=[*keys, "placement_no"])
    settled = ibis.window(group_by=[*keys, "placement_no", "settled_no"])
    care = care.mutate(
        placement_started=_.started.min().over(placement),
        placement_known=_.placement_no > 0,
        settled_place=ibis.ifelse(_.temporary, ibis.null("string"), _.place).max().over(settled),
        moves_on=_.begins_placement.lead().over(period).fill_null(False),
    )
    began_before = ibis.ifelse(_.begins_placement, _.placement_started.lag().over(period), ibis.null("date"))
    care = care.mutate(began_before=began_before)
    return care.mutate(before_started=_.began_before.max().over(placement)).drop(
        "after_temporary", "temporary", "settled_no", "returns", "began_before"
    )
