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
        "first_review": "date",  # cp: the first review conference that was completed; null while there is none
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
    # one row per episode of which it is known whether the placement is in the council's own area
    "places": {
        "child": "string",
        "line": "int64",  # the episode's, in the table of episodes
        "location": "string",  # IN, OUT or as given
    },
    # one row per completed review of a child in care for which the personal education plan was asked for
    "education_plans": {
        "child": "string",
        "completed_on": "date",
        "state": "string",  # there (by the day of the review), not_there, not_needed
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
    # one row per completed review or conference, with what its monitor answered
    "monitors": {
        "child": "string",
        "kind": "string",  # cypic, short_breaks, cp, cin
        "completed_on": "date",  # the final meeting
        "finished_on": "date",  # the monitor; null: there is none, or it is half done
        "version": "int64",  # of the questionnaire it was asked with; null: there is none
        # as answered on a finished monitor, null not answered: yes, no, or another answer the version offered
        "legal_status_right": "string",
        "placement_meets_needs": "string",
        # the same: outstanding, good, requires_improvement, inadequate
        "corporate_parenting": "string",
        "care_plan_quality": "string",
    },
    # one row per question that a version of a questionnaire asks otherwise than the version before it
    "question_changes": {
        "kind": "string",  # the questionnaire: child_in_care, conference, child_in_need
        "question": "string",  # its key
        "version": "int64",
        "changed_on": "date",  # the first day the version was asked
    },
    # one row per concern of one child
    "concerns": {
        "child": "string",
        "concern": "string",  # its public id
        "category": "string",  # a code of domain/resolution/categories.toml, or of the council's own
        "head": "string",  # the group it stands in: resource, care_planning, practice, other, or the council's own
        "raised_on": "date",
        "closed_on": "date",  # null while it is open
        "effect": "string",  # none, partial, full, overtaken, withdrawn; null while it is open
        "working_days": "int64",  # from the day it was raised to the day it was closed; null while it is open
    },
    # one row per stage of a concern that was opened or passed over
    "stages": {
        "child": "string",
        "concern": "string",
        "number": "int64",  # 0 informal, 1 and up formal
        "opened_on": "date",  # null: passed over
        "withdrawn": "date",  # the day the concern was taken back as none; null unless it was
    },
    # one row per step of a child from one tier of help to another
    "tier_steps": {
        "child": "string",
        "from_tier": "string",  # closed, care_leaver, early_help, cin, cp, care: the highest that held before
        "to_tier": "string",
        "stepped_on": "date",  # the first day in the new tier
        "back_on": "date",  # the first day in the tier before again, or after a step down above it; null: not yet
        "as_of": "date",  # the last day that had passed when the records were read
    },
}

#: every statistical table there is
ALL_TABLES: Final[dict[str, dict[str, str]]] = TABLES | RECORD_TABLES
