"""Which figures stand in a quarterly pack, in the order of print: table, and its groups (none: all of them)."""

from __future__ import annotations

from typing import Final

Lines = tuple[tuple[str, tuple[str, ...]], ...]

#: children, reviews and records
WORK: Final[Lines] = (
    ("children_in_care", ("number",)),
    ("caseload", ("total", "average")),
    ("meetings", ("cypic", "cp", "cin")),
    ("timeliness", ("held_in_time", "due_in_time", "not_overdue")),
    ("seen_before_review", ("of_those_to_be_seen",)),
    ("participation", ("attended", "views")),
    ("records_in_time", ("decisions", "manager", "record", "distributed")),
)
#: what officers judged
JUDGED: Final[Lines] = (
    ("monitor_completion", ("completed",)),
    ("legal_status_appropriate", ("not_appropriate",)),
    ("placement_suitable", ("not_meeting",)),
)
#: ratings: each a table that adds up
RATED: Final = ("care_plan_quality", "corporate_parenting")
MIDWAY: Final[Lines] = (("midway", ("done", "waived")),)
AUDIT: Final[Lines] = (("conference_audit", ()),)
RAISED: Final[Lines] = (("disputes", ("informal", "formal")), ("issues", ("total", "children", "withdrawn")))
DAYS: Final = ("days_to_resolve", "longest_to_resolve")

#: what is asked of posts is no team's: officers work for all teams
OF_THE_SERVICE: Final = frozenset({"caseload", "meetings"})
#: a pack about one group of concerns counts the concerns alone
OF_A_THEME: Final = ("issues",)


def tables(*, team: str, theme: str) -> tuple[str, ...]:
    """The tables counted for a pack: of the service, of one team, or about one group of concerns."""
    if theme:
        return OF_A_THEME
    every = [table for lines in (WORK, JUDGED, MIDWAY, AUDIT, RAISED) for table, _ in lines]
    return tuple(one for one in (*every, *RATED) if not (team and one in OF_THE_SERVICE))


#: what a line is called where its label says too little by itself
WORDS: Final = {
    ("children_in_care", "number"): "Children in care at the end of the quarter",
    ("caseload", "total"): "Children allocated to officers at the end of the quarter",
    ("caseload", "average"): "Average caseload of a full post",
    ("seen_before_review", "of_those_to_be_seen"): "Children seen before the review, of those to be seen",
    ("participation", "attended"): "Reviews the child attended, aged 4 and over",
    ("participation", "views"): "Reviews with the child’s views, aged 4 and over",
    ("records_in_time", "decisions"): "Decisions sent in time",
    ("records_in_time", "manager"): "Managers’ answers in time",
    ("records_in_time", "record"): "Records written in time",
    ("records_in_time", "distributed"): "Records with everybody entitled in time",
    ("monitor_completion", "completed"): "Reviews of children in care with a completed monitor",
    ("midway", "done"): "Midway checks due in the quarter that were done",
    ("midway", "waived"): "Midway checks waived with a reason",
}


def label(table: str, group: str, own: str) -> str:
    """What a line is called. ``own``: the group's own label."""
    return WORDS.get((table, group), own)
