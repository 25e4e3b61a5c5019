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

from holdfast.domain import care_history

SHORT_BREAKS: Final = tuple(sorted(care_history.SHORT_BREAK))
TEMPORARY: Final = tuple(sorted(care_history.TEMPORARY))
ADOPTIVE: Final = ("A3", "A4", "A5", "A6")
BEGINS_PLACEMENT: Final = tuple(sorted(care_history.NEW_CARER))

_IN_ORDER: Final[dict[str, Any]] = {"group_by": "child", "order_by": ["started", "line"]}
#: columns needed on the way only
_PASSING: Final = (
    "nth",
    "temporary",
    "period_nth",
    "after_temporary",
    "settled_nth",
    "settled_adoptive",
    "opens",
    "opened_nth",
    "before",
)


def is_in(column: Any, codes: tuple[str, ...]) -> Any:
    """Whether a code is one of ``codes``; a blank is not."""
    return column.isin(codes).fill_null(False)


def care_episodes(episodes: Table) -> Table:
    """Episodes that make care (short breaks set aside), each with its period of care and its placement.

    One row per episode. Added: ``period_started`` and whether that is known (``period_known``: the period's first
    episode has RNE S, otherwise it began on or before that day); ``begins_placement``; the same two for the
    placement; ``before_started``, when the placement before this one
    in the same period began (null if none); ``adoptive``, whether the placement is A3 to A6, temporary stays apart;
    ``last_in_period``; ``moves_on``, true where the next episode of the period begins a new placement.
    """
    care = episodes.filter(~is_in(_.legal_status, SHORT_BREAKS))
    return _placed(_begins_placement(_in_periods(care)))


def _latest(value: Any, where: Any) -> Any:
    """The value at the child's last episode up to this one where ``where`` is true; values never fall."""
    upto = ibis.window(**_IN_ORDER, preceding=(None, 0))
    return ibis.ifelse(where, value, ibis.null(value.type())).max().over(upto)


def _was(question: Any, where: Any, nth: Any) -> Any:
    """Whether ``question`` was true at that last episode: its answer rides on the episode's number."""
    return (_latest(nth * 2 + question.cast("int64"), where) % 2 == 1).fill_null(False)


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
    settled = ~care.temporary
    return care.mutate(
        period_nth=_latest(care.nth, care.begins_period),
        period_started=_latest(care.started, care.begins_period),
        period_known=_was((care.reason_started == "S").fill_null(False), care.begins_period, care.nth),
        last_in_period=care.begins_period.lead().over(order).fill_null(True),
        after_temporary=care.temporary.lag().over(order).fill_null(False) & ~care.begins_period,
        settled_nth=_latest(care.nth, settled),
        settled_adoptive=_was(is_in(care.place, ADOPTIVE), settled, care.nth),
    )


def _begins_placement(care: Table) -> Table:
    """RNE S, P or B begins one, but neither a temporary stay does nor the return from it."""
    # Among the child's episodes that are not temporary, the one before is the last before the stay.
    settled = ibis.window(group_by=["child", "temporary"], order_by=["started", "line"])
    none_before = ~(care.nth.lag().over(settled) >= care.period_nth).fill_null(False)
    same_place = care.place.identical_to(care.place.lag().over(settled))
    same_post = care.place_post.identical_to(care.place_post.lag().over(settled))
    returns = care.after_temporary & (none_before | (same_place & same_post))
    begins = is_in(care.reason_started, BEGINS_PLACEMENT) & ~care.temporary & ~returns
    return care.mutate(begins_placement=begins)


def _placed(care: Table) -> Table:
    order = ibis.window(**_IN_ORDER)
    opens = care.begins_period | care.begins_placement
    care = care.mutate(
        opens=opens,
        opened_nth=_latest(care.nth, opens),
        placement_started=_latest(care.started, opens),
        placement_known=_was(care.begins_placement, opens, care.nth),
        adoptive=care.settled_adoptive & (care.settled_nth >= care.period_nth).fill_null(False),
        moves_on=(care.begins_placement & ~care.begins_period).lead().over(order).fill_null(False),
    )
    care = care.mutate(before=care.placement_started.lag().over(order))
    before = _latest(care.before, care.opens & ~care.begins_period)
    care = care.mutate(
        before_started=ibis.ifelse(care.opened_nth > care.period_nth, before, ibis.null("date"))
    )
    return care.drop(*_PASSING)
