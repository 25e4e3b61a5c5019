"""The statistical tables an indicator may read: one row per what, and what each column means.

Two rooms fill them with the same shapes, ``snapshot.from_ssda903`` from statutory returns and
``snapshot.from_casework`` from the service's own records, so an indicator never knows which it reads.
Dates are days without a time. A code that was not given is null; one that was given and is not in the
code list stands as it was given (upper case), so that an indicator can count it as unknown.
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
