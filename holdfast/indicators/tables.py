"""The statistical tables an indicator may read: one row per what, and what each column means.

Two rooms fill them with the same shapes, ``snapshot.from_ssda903`` from statutory returns and
``snapshot.from_casework`` from the service's own records, so an indicator never knows which it reads.
Dates are days without a time. A code that was not given is null; one that was given and is not in the
code list stands as it was given (upper case), so that an indicator can count it as unknown.
A return holds none of ``RECORD_TABLES``: what is counted from them is left out of what a return is asked.
Source of the codes: Department for Education, SSDA903 return, children looked after.
"""

from __future__ import annotations

from typing import Final

#: table name -> column name -> type (Ibis names)
TABLES: Final[dict[str, dict[str, str]]] = {
    # one row per child that is known by a header row (or a record)
    "children": {
        "child": "string",  # the council's own id of the child; never a name
        "sex": "string",  # M, F, U or as given
        "born": "date",  # null if not known
        "ethnicity": "string",  # ETHNIC code
    },
    # one row per episode of care, short breaks (V3, V4) included
    "episodes": {
        "child": "string",
        "line": "int64",  # place in the reading order; settles ties, later wins
        "started": "date",  # DECOM
        "ended": "date",  # DEC; null while open
        "reason_started": "string",  # RNE
        "legal_status": "string",  # LS
        "place": "string",  # PLACE
        "place_post": "string",  # PL_POST; null if blank
        "reason_ended": "string",  # REC
        "reason_moved": "string",  # REASON_PLACE_CHANGE
    },
    # one row per child and date of review
    "reviews": {
        "child": "string",
        "held_on": "date",
        "participation": "string",  # REVIEW_CODE
    },
    # one row per child and return year: the OC2 facts, which speak for that year only
    "health": {
        "child": "string",
        "year_ending": "int64",  # 2017 for the year to 31 March 2017
        "health_assessment": "string",  # '1' yes, '0' no, null not answered
        "teeth_check": "string",
        "immunisations": "string",
        "health_check": "string",
        "sdq_score": "int64",  # as given; only 0 to 40 is a score
    },
    # one row per young person and return year: the OC3 facts
    "care_leavers": {
        "child": "string",
        "year_ending": "int64",
        "born": "date",
        "in_touch": "string",
        "accommodation": "string",
    },
    # one row per child in the UASC table
    "uasc": {
        "child": "string",
        "ceased": "date",  # DUC; null while the status lasts
    },
    # one row per year for which somebody entered the population aged 0 to 17
    "population": {
        "year_ending": "int64",
        "aged_0_17": "int64",
    },
}

#: what only the service's own records hold; the same shape as TABLES
RECORD_TABLES: Final[dict[str, dict[str, str]]] = {
    # one row per time a worker was responsible for a child
    "allocations": {
        "child": "string",
        "worker": "string",  # the worker's public id; never a name
        "role": "string",  # iro, social_worker
        "started": "date",
        "ended": "date",  # the first day no longer; null until further notice
    },
    # one row per post held
    "posts": {
        "worker": "string",
        "role": "string",
        "hundredths": "int64",  # of a full post: 50 is half a post
        "started": "date",
        "ended": "date",  # the first day no longer held; null until further notice
    },
    # one row per protection plan, and per plan of a child in need
    "plans": {
        "child": "string",
        "kind": "string",  # cp, cin
        "started": "date",  # cp: the conference that made the plan, null while there is none; cin: agreed
        "ended": "date",  # no longer open at the end of this day
        "opened": "date",  # cp: the strategy discussion, or the notice of the move here; cin: agreed
    },
    # one row per child and completed review or conference
    "meetings": {
        "child": "string",
        "kind": "string",  # cypic, short_breaks, cp, cin
        "held_on": "date",  # the first meeting
        "completed_on": "date",  # the final meeting
        "seen": "string",  # before it: seen, not_seen, not_appropriate, not_necessary; null not answered
        "chaired": "string",  # by the child: no, part, whole; null not answered
    },
    # one row per review of a child in care that was or is due; none where care ended first
    "dues": {
        "child": "string",
        "due_on": "date",  # null: held, and nobody can tell when it was due
        "held_on": "date",  # the first meeting; null until it is held
        "completed_on": "date",  # the final meeting; null until it is held
        "finish_by": "date",  # the last day for the final meeting, counted from the first
        "kept": "string",  # in_time, late, open, overdue, under_way: first meeting in time, series not too long
        "kept_by_final": "string",  # the same by the final meeting alone
        "as_of": "date",  # the last day that had passed when the records were read
    },
    # one row per deadline that has passed after a completed review of a child in care
    "deadlines": {
        "child": "string",
        "kind": "string",  # decisions, manager, record, distributed
        "due_on": "date",
        "met_on": "date",  # null until it is met
    },
    # one row per midway check whose day has passed while the child was in care
    "midways": {
        "child": "string",
        "due_on": "date",
        "done_on": "date",
        "waived": "date",  # null unless it was waived, with a reason
    },
}

#: every statistical table there is
ALL_TABLES: Final[dict[str, dict[str, str]]] = TABLES | RECORD_TABLES
