"""Reviews: how many, who took part, whether in time, what was judged of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from holdfast.indicators.definitions.participation import ATTENDED, COULD_TAKE_PART, GAVE_VIEWS
from holdfast.indicators.monitors import RATINGS
from holdfast.indicators.publishing.language import Declared, adds_up, at_most, part_of
from holdfast.indicators.publishing.relations.care import IN_CARE

#: completed reviews of children in care
REVIEWS = "meetings.cypic"
JUDGED = {"legal_status_appropriate": "not_appropriate", "placement_suitable": "not_meeting"}
RATED = ("corporate_parenting", "care_plan_quality")
DONE = "monitor_completion.completed"
KINDS = {"completed": "cypic", "short_breaks": "short_breaks", "cp": "cp", "cin": "cin"}
TABLES = (
    *("participation", "meetings", "timeliness", "seen_before_review", "child_chaired"),
    *("monitor_completion", *JUDGED, *RATED),
)


def declared(groups: Mapping[str, Sequence[str]]) -> Declared:
    """What holds between the tables of meetings, of how children took part, and of monitors."""
    found = _meetings() + _participation() + _timeliness() + _seen() + _chaired() + _monitors()
    for table, key in JUDGED.items():
        found += _doubt(table, key)
    for table in RATED:
        found += _rating(groups, table)
    return found


def _every_review() -> tuple[str, ...]:
    """All the terms that are the completed reviews of children in care."""
    return (
        *(REVIEWS, f"{DONE}/of", "seen_before_review.seen/asked"),
        *(f"disputes.{key}_of_reviews/of" for key in ("informal", "formal")),
        *(term for table, key in JUDGED.items() for term in _over_reviews(table, key)),
        *(term for table in RATED for term in (f"{table}.answered/of", f"{table}.outstanding/asked")),
    )


def _over_reviews(table: str, key: str) -> tuple[str, ...]:
    return (f"{table}.{key}_of_reviews/of", f"{table}.answered/of", f"{table}.{key}/asked")


def _meetings() -> Declared:
    kinds = tuple(f"meetings.{kind}" for kind in ("cypic", "cp", "cin"))
    return Declared(
        same=(("meetings.per_fte", "meetings.total"), _every_review()),
        relations=(adds_up("meetings.total", *kinds),),
        flows=("meetings.total", "meetings.short_breaks", *kinds),
    )


def _participation() -> Declared:
    p = "participation"
    codes = ("PN0", *COULD_TAKE_PART)
    base = f"{p}.attended/of"
    each = tuple(f"{p}.{code}" for code in codes)
    return Declared(
        same=((f"{p}.coded", *(f"{term}/of" for term in each)), (f"{p}.views/of", base)),
        # the review of a child and day, and the completed review
        alike=((f"{p}.coded/of", REVIEWS), (f"{p}.coded", f"{p}.coded/of")),
        relations=(
            adds_up(f"{p}.coded", *each),
            adds_up(f"{p}.coded", f"{p}.PN0", base),
            adds_up(base, *(f"{p}.{code}" for code in COULD_TAKE_PART)),
            adds_up(f"{p}.attended", *(f"{p}.{code}" for code in ATTENDED)),
            adds_up(f"{p}.views", *(f"{p}.{code}" for code in GAVE_VIEWS)),
        ),
        flows=(*each, f"{p}.coded", f"{p}.coded/of", base, f"{p}.attended", f"{p}.views"),
        recorded=(f"{p}.coded",),
    )


def _timeliness() -> Declared:
    t = "timeliness"
    events = tuple(f"{t}.{key}{end}" for key in ("held_in_time", "due_in_time") for end in ("", "_by_final"))
    readings = ("held_in_time", "due_in_time", "children_all_in_time", "not_overdue")
    child, due, standing = f"{t}.children_all_in_time", f"{t}.due_in_time", f"{t}.not_overdue"
    return Declared(
        same=tuple((f"{t}.{key}_by_final/of", f"{t}.{key}/of") for key in readings),
        # where every review was one meeting, and every due date is known
        alike=(
            *((f"{t}.{key}_by_final", f"{t}.{key}") for key in readings),
            (f"{t}.held_in_time/of", REVIEWS),
        ),
        relations=(
            part_of((f"{t}.held_in_time/of", f"{t}.unknown"), REVIEWS),
            at_most(f"{child}/of", f"{due}/of"),
            at_most(child, due),
            at_most((f"{child}/of", due), (f"{due}/of", child)),  # as many late reviews as children with one
            part_of(f"{standing}/of", IN_CARE),
            part_of(f"{standing}_by_final", standing),
        ),
        flows=(*events, f"{t}.held_in_time/of", f"{t}.due_in_time/of", f"{t}.unknown"),
        stocks=(standing, f"{standing}_by_final", f"{standing}/of"),
        distinct=(f"{child}/of",),
    )


def _seen() -> Declared:
    s = "seen_before_review"
    answers = tuple(f"{s}.{key}" for key in ("seen", "not_seen", "not_appropriate", "not_necessary"))
    base, to_be = f"{s}.seen/of", f"{s}.of_those_to_be_seen"
    return Declared(
        same=(
            (base, *(f"{one}/of" for one in answers[1:])),
            (to_be, answers[0]),
        ),
        relations=(
            adds_up(base, *answers),
            adds_up(f"{to_be}/of", *answers[:2]),
            at_most(base, REVIEWS),  # the others are those of which nobody wrote it down
        ),
        flows=(*answers, base, f"{to_be}/of"),
    )


def _chaired() -> Declared:
    c = "child_chaired"
    return Declared(
        relations=(
            part_of((f"{c}.chaired/asked",), REVIEWS),
            part_of((f"{c}.chaired/of", f"{c}.unknown"), REVIEWS),
            at_most((f"{c}.chaired/asked", f"{c}.unknown"), REVIEWS),
        ),
        flows=(f"{c}.chaired", f"{c}.chaired/of", f"{c}.chaired/asked", f"{c}.unknown"),
    )


def _monitors() -> Declared:
    done = tuple(f"monitor_completion.{key}" for key in KINDS)
    return Declared(
        same=tuple(
            (f"monitor_completion.{key}/of", f"meetings.{kind}")
            for key, kind in KINDS.items()
            if kind != "cypic"
        ),
        flows=(*done, *(f"{one}/of" for one in done)),
        recorded=done,
    )


def _doubt(table: str, key: str) -> Declared:
    no, answered = f"{table}.{key}", f"{table}.answered"
    return Declared(
        same=(
            (f"{no}_of_reviews", no),
            (f"{no}/of", answered),
        ),
        relations=(at_most((answered, f"{table}.unknown"), DONE),),
        flows=(no, answered, f"{table}.unknown"),
        recorded=(answered,),
    )


def _rating(groups: Mapping[str, Sequence[str]], table: str) -> Declared:
    answered = f"{table}.answered"
    each = tuple(f"{table}.{key}" for key in (*RATINGS, "unknown"))
    return Declared(
        same=((answered, *(f"{one}/of" for one in each)),),
        relations=(adds_up(answered, *each), at_most(answered, DONE)),
        flows=(*each, answered),
        recorded=(answered,),
    )
