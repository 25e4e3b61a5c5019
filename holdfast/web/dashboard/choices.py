"""Which few figures stand on the overview of each role, and why each matters to them. Data: one line, one figure."""

from __future__ import annotations

from dataclasses import dataclass

from holdfast.casework.access.roles import Role


@dataclass(frozen=True)
class Choice:
    """``table`` and ``group`` name a figure of the catalogue, ``name`` says it in plain words, ``why`` what for."""

    table: str
    group: str
    name: str
    why: str


@dataclass(frozen=True)
class Part:
    title: str
    choices: tuple[Choice, ...]


_IN_TIME = Choice(
    "timeliness",
    "held_in_time",
    "Reviews held in time",
    "A plan that nobody reviews in time can stay wrong for months.",
)
_DUE_IN_TIME = Choice(
    "timeliness",
    "due_in_time",
    "Reviews due that were held in time",
    "Counts the reviews that were never held as well.",
)
_NOT_OVERDUE = Choice(
    "timeliness",
    "not_overdue",
    "Children whose review is not overdue",
    "Who is not in this figure is waiting now.",
)
_VIEWS = Choice(
    "participation",
    "views",
    "Reviews in which the child’s views were heard",
    "A review without the child’s views is about them, not with them.",
)
_ATTENDED = Choice(
    "participation",
    "attended",
    "Reviews that the child came to",
    "It shows whether reviews are made so that children want to come.",
)
_SEEN = Choice(
    "seen_before_review",
    "of_those_to_be_seen",
    "Children seen by their officer before the review",
    "It is the child’s own time with you, and the law asks for it.",
)
_DECISIONS = Choice(
    "records_in_time",
    "decisions",
    "Decisions sent within 5 working days",
    "Until they are out nobody can act on them.",
)
_RECORD = Choice(
    "records_in_time",
    "record",
    "Records written within 15 working days",
    "The longer it takes, the less of the meeting is in it.",
)
_SENT = Choice(
    "records_in_time",
    "distributed",
    "Records with everybody within 20 working days",
    "The child and the family know what was agreed only when it is with them.",
)
_MANAGER = Choice(
    "records_in_time",
    "manager",
    "Decisions answered by the manager within 5 working days",
    "An answer that does not come leaves the decisions open.",
)
_MIDWAY = Choice(
    "midway",
    "done",
    "Midway checks done",
    "Half a year is long: what was decided should not wait for the next review.",
)
_MONITORS = Choice(
    "monitor_completion",
    "completed",
    "Reviews with a finished monitor",
    "All figures from monitors can say no more than this share.",
)
_INFORMAL = Choice(
    "disputes",
    "informal",
    "Children for whom a concern was raised informally",
    "Many may mean that officers look closely.",
)
_FORMAL = Choice(
    "disputes",
    "formal",
    "Children with a concern in the formal process",
    "These are what could not be put right by asking.",
)
_IN_CARE = Choice(
    "children_in_care", "number", "Children in care", "How many children the service answers for."
)
_AVERAGE = Choice(
    "caseload",
    "average",
    "Children for a full post",
    "The guide is 50 to 70 (IRO Handbook 7.15); an officer with more cannot know each of them.",
)
_SAME_OFFICER = Choice(
    "iro_continuity",
    "same",
    "Children with the same officer for a year",
    "Children tell their story to somebody who stays.",
)
_MOVES = Choice(
    "placement_moves",
    "three_or_more",
    "Children with three or more placements in the year",
    "Each move is a loss of school, friends and trust.",
)
_STABLE = Choice(
    "long_term_stability",
    "stable",
    "Children in the same placement for two years",
    "Of those in care for long: whether they can count on where they live.",
)
_CHAIRED = Choice(
    "child_chaired",
    "chaired",
    "Reviews that the child chaired, alone or with the officer",
    "It is their review.",
)
_HEALTH = Choice(
    "health_education",
    "health_assessment",
    "Children with a health assessment in the year",
    "It is due to every child in care.",
)
_SUITABLE = Choice(
    "care_leavers",
    "suitable",
    "Care leavers aged 17 to 21 who live somewhere suitable",
    "The council stays responsible for them.",
)
_CODED = Choice(
    "participation",
    "coded",
    "Reviews with a participation code",
    "A review without a code is in no figure of participation.",
)
_NO_DUE_DAY = Choice(
    "timeliness",
    "unknown",
    "Reviews held of which nobody can tell when they were due",
    "They are in none of the readings of “in time”.",
)
_MONITORS_CP = Choice(
    "monitor_completion",
    "cp",
    "Conferences with a finished monitor",
    "The monitors of conferences say no more than this share.",
)
_MEETINGS = Choice("meetings", "total", "Reviews and conferences held", "Each of them has papers to send.")

_SERVICE = (
    Part("Reviews", (_IN_TIME, _DUE_IN_TIME, _NOT_OVERDUE)),
    Part("The child’s part", (_VIEWS, _SEEN, _CHAIRED)),
    Part("After the review", (_DECISIONS, _SENT, _MIDWAY, _MONITORS)),
    Part("Concerns", (_INFORMAL, _FORMAL)),
    Part("Children and officers", (_IN_CARE, _AVERAGE, _SAME_OFFICER, _MOVES)),
)
_ANSWERERS = (
    Part("What depends on the answers of social work", (_IN_TIME, _MANAGER, _SENT)),
    Part("The child’s part", (_VIEWS, _CHAIRED)),
    Part("Where children live", (_MOVES, _STABLE)),
)

#: of these roles everybody sees the figures of the service as they are counted now; of others those that were published
OVERVIEWS: dict[Role, tuple[Part, ...]] = {
    Role.IRO: (
        Part("Reviews", (_IN_TIME, _NOT_OVERDUE)),
        Part("The child’s part", (_SEEN, _VIEWS)),
        Part("After the review", (_DECISIONS, _RECORD, _MIDWAY, _MONITORS)),
    ),
    Role.IRO_MANAGER: _SERVICE,
    Role.BUSINESS_SUPPORT: (
        Part("Records on their way", (_DECISIONS, _RECORD, _SENT)),
        Part("Reviews", (_IN_TIME, _NOT_OVERDUE, _MEETINGS)),
    ),
    Role.ANALYST: (
        Part("What the figures rest on", (_CODED, _MONITORS, _MONITORS_CP, _NO_DUE_DAY)),
        Part("What is asked for most", (_IN_CARE, _IN_TIME, _MOVES, _STABLE)),
    ),
    Role.SOCIAL_WORKER: _ANSWERERS,
    Role.TEAM_MANAGER: _ANSWERERS,
    Role.SENIOR_MANAGER: _ANSWERERS,
    Role.BOARD_READER: (
        Part("Children in care", (_IN_CARE, _MOVES, _STABLE)),
        Part("Reviews, and the child’s part", (_IN_TIME, _VIEWS, _ATTENDED, _SEEN)),
        Part("Health, and after care", (_HEALTH, _SUITABLE)),
        Part("Concerns", (_FORMAL,)),
    ),
}

#: who is told how many published figures have moved since
ANSWERS_FOR_FIGURES = frozenset({Role.IRO_MANAGER, Role.ANALYST})

#: figures of which an officer sees their own beside the service’s; those of posts cannot be told child by child
ALSO_OWN = frozenset(
    {
        "timeliness",
        "seen_before_review",
        "participation",
        "records_in_time",
        "midway",
        "monitor_completion",
    }
)


def tables_of(parts: tuple[Part, ...]) -> tuple[str, ...]:
    """The tables these figures stand in, each once."""
    return tuple(dict.fromkeys(one.table for part in parts for one in part.choices))
