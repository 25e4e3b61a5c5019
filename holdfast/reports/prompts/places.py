"""Which figures speak to which place of the author's: (table, group), the groups that say most first.

A place that is not named here has no figures of its own, because no record counts what it asks for.
"""

from __future__ import annotations

_SERVICE = (("caseload", "average"), ("caseload", "fte"), ("iro_continuity", "same"))
_TIMELY = (
    ("timeliness", "held_in_time"),
    ("timeliness", "children_all_in_time"),
    ("timeliness", "not_overdue"),
)
_SEEN = (
    ("seen_before_review", "of_those_to_be_seen"),
    ("participation", "coded"),
    ("child_chaired", "chaired"),
)
_JUDGED = (
    ("legal_status_appropriate", "not_appropriate"),
    ("placement_suitable", "not_meeting"),
    ("monitor_completion", "completed"),
    ("records_in_time", "record"),
    ("midway", "done"),
)
_RAISED = (("disputes", "informal"), ("disputes", "formal"), ("issues", "total"), ("issues", "children"))
_PLANS = (("protection_plans", "open"), ("protection_plans", "started"), ("protection_plans", "ended"))
_CHILDREN = (("children_in_care", "number"), ("uasc", "number"), ("protection_plans", "open"))
_HEALTH = (
    ("health_education", "health_assessment"),
    ("health_education", "dental"),
    ("health_education", "immunisations"),
)
_MOVES = (
    ("placement_moves", "three_or_more"),
    ("long_term_stability", "stable"),
    ("unplanned_moves", "unplanned"),
)

#: a place's key, or the beginning of it up to an underscore or hyphen -> its figures
PLACES: dict[str, tuple[tuple[str, str], ...]] = {
    "introduction": (*_CHILDREN[:1], *_TIMELY[:1]),
    "reporting_period": (*_CHILDREN, *_TIMELY[:1]),
    "local_context": _CHILDREN[:1],
    "changes": (*_CHILDREN, *_SERVICE),
    "service": _SERVICE,
    "caseloads": _SERVICE,
    "timeliness": _TIMELY,
    "reviews": _TIMELY,
    "participation": _SEEN,
    "consultation": _SEEN,
    "advocacy": _SEEN,
    "surveys": _SEEN,
    "monitors": _JUDGED,
    "quality": _JUDGED,
    "after_reviews": (("midway", "done"), ("records_in_time", "record"), ("records_in_time", "decisions")),
    "after_conferences": _PLANS,
    "protection": _PLANS,
    "disputes": _RAISED,
    "concerns": _RAISED,
    "number": _CHILDREN,
    "ethnicity": (("ethnicity", "WBRI"), ("uasc", "number")),
    "stability": _MOVES,
    "permanency": (("leaving_care", "E11"), ("leaving_care", "E12"), *_MOVES[1:2]),
    "health": _HEALTH,
    "progress": (*_TIMELY, *_JUDGED),
    "priorities": (*_TIMELY, *_SEEN, *_MOVES),
    "summary": (*_CHILDREN[:1], *_TIMELY, *_SEEN, *_RAISED),
    "recommendations": (*_TIMELY, *_RAISED),
    "board": (*_CHILDREN[:1], *_TIMELY, *_SEEN, *_RAISED),
    "pack": (*_TIMELY, *_SEEN, *_RAISED),
}


def figures_of(slot: str) -> tuple[tuple[str, str], ...]:
    """The figures of a place: those of its own key, else of the longest beginning of it that has some."""
    words = slot.replace("-", "_").split("_")
    for length in range(len(words), 0, -1):
        found = PLACES.get("_".join(words[:length]))
        if found:
            return found
    return ()
