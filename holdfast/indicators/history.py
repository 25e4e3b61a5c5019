"""From episodes to periods of care and placements, for every child at once.

The same rules as ``holdfast.domain.care_history`` has for one child, as expressions over rows.
Sources: SSDA903 guide (RNE, PLACE and REC code lists; a child returns to the same placement after T0 to T4);
the product's definitions of period of care and new placement.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import ibis
from ibis import _
from ibis.expr.types import Table

SHORT_BREAKS: Final = ("V3", "V4")
TEMPORARY: Final = ("T0", "T1", "T2", "T3", "T4")
ADOPTIVE: Final = ("A3", "A4", "A5", "A6")
BEGINS_PLACEMENT: Final = ("S", "P", "B")

_IN_ORDER: Final[dict[str, Any]] = {"group_by": "child", "order_by": ["started", "line"]}
#: stands for "there was none" where a blank would be passed over
_NEVER: Final = date(9999, 12, 31)


def is_in(column: Any, codes: tuple[str, ...]) -> Any:
    """Whether a code is one of ``codes``; a blank is not."""
    return column.isin(codes).fill_null(False)


def care_episodes(episodes: Table) -> Table:
    """Episodes that make care (short breaks set aside), each with its period of care and its placement.

    One row per episode. Added: ``period_started`` and whether that is known (``period_known``: the period's first
    episode has RNE S, otherwise it began on or before that day); ``begins_placement``; ``placement_started`` and
    ``placement_known``; ``before_started``, when the placement before this one in the same period began, 31
    December 9999 if there was none; ``settled_place``, the place without temporary stays; ``last_in_period``;
    ``moves_on``, true where the next episode of the period begins a new placement.
    """
    care = episodes.filter(~is_in(_.legal_status, SHORT_BREAKS))
    return _placed(_begins_placement(_in_periods(care)))


def _last_of(value: Any, where: Any) -> Any:
    """The value at the last episode of the child, up to this one, for which ``where`` is true."""
    upto = ibis.window(**_IN_ORDER, preceding=(None, 0))
    return ibis.ifelse(where, value, ibis.null(value.type())).last().over(upto)


def _in_periods(care: Table) -> Table:
    """An episode continues the period before it only if its RNE is not S and the one before ended X1 that day."""
    order = ibis.window(**_IN_ORDER)
    follows = (
        (care.reason_started.fill_null("") != "S")
        & (care.reason_ended.lag().over(order) == "X1")
        & (care.ended.lag().over(order) == care.started)
    )
    care = care.mutate(
        begins_period=~follows.fill_null(False),
        nth=ibis.row_number().over(order),
        temporary=is_in(care.place, TEMPORARY),
    )
    return care.mutate(
        period_nth=_last_of(care.nth, care.begins_period),
        period_started=_last_of(care.started, care.begins_period),
        period_known=_last_of((care.reason_started == "S").fill_null(False), care.begins_period),
        last_in_period=care.begins_period.lead().over(order).fill_null(True),
        after_temporary=care.temporary.lag().over(order).fill_null(False) & ~care.begins_period,
        settled_nth=_last_of(care.nth, ~care.temporary),
        settled_code=_last_of(care.place.fill_null(""), ~care.temporary),
    )


def _begins_placement(care: Table) -> Table:
    """RNE S, P or B begins one, but neither a temporary stay does nor the return from it."""
    # Among the child's episodes that are not temporary, the one before is the last before the stay.
    settled = ibis.window(group_by=["child", "temporary"], order_by=["started", "line"])
    none_before = ~(care.nth.lag().over(settled) >= care.period_nth).fill_null(False)
    same = care.place.identical_to(care.place.lag().over(settled)) & care.place_post.identical_to(
        care.place_post.lag().over(settled)
    )
    returns = care.after_temporary & (none_before | same)
    return care.mutate(
        begins_placement=is_in(care.reason_started, BEGINS_PLACEMENT) & ~care.temporary & ~returns
    )


def _placed(care: Table) -> Table:
    order = ibis.window(**_IN_ORDER)
    opens = care.begins_period | care.begins_placement
    care = care.mutate(
        opens=opens,
        placement_started=_last_of(care.started, opens),
        placement_known=_last_of(care.begins_placement, opens),
        settled_place=ibis.ifelse(
            care.settled_nth >= care.period_nth, care.settled_code, ibis.null("string")
        ),
        moves_on=(care.begins_placement & ~care.begins_period).lead().over(order).fill_null(False),
    )
    before = ibis.ifelse(care.begins_period, ibis.null("date"), care.placement_started.lag().over(order))
    care = care.mutate(began_before=before.fill_null(ibis.literal(_NEVER)))
    care = care.mutate(before_started=_last_of(care.began_before, care.opens))
    return care.drop(
        "nth",
        "temporary",
        "period_nth",
        "after_temporary",
        "settled_nth",
        "settled_code",
        "opens",
        "began_before",
    )
