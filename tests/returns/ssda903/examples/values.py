"""Codes, answers, scores and spells in any table."""

from __future__ import annotations

from .example import Example

SPELLS = {
    "Missing": ("MIS_START", "MIS_END"),
    "SWEpisodes": ("SW_DECOM", "SW_DEC"),
    "PlacedAdoption": ("DATE_PLACED", "DATE_PLACED_CEASED"),
    "DoLo": ("DOLO_START", "DOLO_END"),
}
CODES = {
    "Header": {"SEX": "2", "ETHNIC": "WBRI"},
    "Episodes": {"RNE": "S", "LS": "V2", "CIN": "N8", "PLACE": "Z1", "PLACE_PROVIDER": "PR5", "REC": "E43"},
    "Reviews": {"REVIEW_CODE": "PN7"},
    "UASC": {"SEX": "1"},
    "OC2": {"SDQ_REASON": "SDQ5"},
    "OC3": {"IN_TOUCH": "RHOM", "ACTIV": "F3", "ACCOM": "X2"},
    "AD1": {"SEX_ADOPTR": "MF", "LS_ADOPTR": "L11"},
    "PlacedAdoption": {"REASON_PLACED_CEASED": "RD1"},
    "PrevPerm": {"PREV_PERM": "P4"},
    "Missing": {"MISSING": "A"},
}
ANSWERS = {
    "Header": ("MOTHER",),
    "OC2": (
        "CONVICTED",
        "HEALTH_CHECK",
        "IMMUNISATIONS",
        "TEETH_CHECK",
        "HEALTH_ASSESSMENT",
        "SUBSTANCE_MISUSE",
    ),
    "AD1": ("FOSTER_CARE",),
}

EXAMPLES = [
    *(
        Example(
            "unknown_code",
            {table: [{column: "Q9"}]},
            [(2, column, "Q9")],
            {table: [{column: good}, {column: ""}]},
        )
        for table, columns in CODES.items()
        for column, good in columns.items()
    ),
    Example(
        "unknown_code",
        {"Header": [{"SEX": "1"}], "Episodes": [{"DECOM": "10/05/2024", "PLACE": "Z11"}]},
        [(2, "PLACE", "Z11"), (2, "SEX", "1")],
        {"Header": [{"SEX": "U"}], "Episodes": [{"DECOM": "10/05/2025", "PLACE": "Z11"}]},
        wrong_year="2024/25",
        right_year="2025/26",
    ),
    *(
        Example(
            "value_not_allowed",
            {table: [{column: "Y"}]},
            [(2, column, "Y")],
            {table: [{column: "1"}, {column: ""}]},
        )
        for table, columns in ANSWERS.items()
        for column in columns
    ),
    Example(
        "value_not_allowed",
        {"AD1": [{"NB_ADOPTR": "0"}]},
        [(2, "NB_ADOPTR", "0")],
        {"AD1": [{"NB_ADOPTR": "2"}]},
    ),
    Example(
        "sdq_out_of_range",
        {"OC2": [{"SDQ_SCORE": "41"}, {"SDQ_SCORE": "-1"}]},
        [(2, "SDQ_SCORE", "41"), (3, "SDQ_SCORE", "-1")],
        {"OC2": [{"SDQ_SCORE": "0"}, {"SDQ_SCORE": "40"}, {"SDQ_SCORE": ""}]},
    ),
    Example(
        "sdq_score_and_reason",
        {"OC2": [{"SDQ_SCORE": "0", "SDQ_REASON": "SDQ2"}]},
        [(2, "SDQ_REASON", "SDQ2")],
        {"OC2": [{"SDQ_SCORE": "0"}, {"SDQ_REASON": "SDQ2"}]},
    ),
    *(
        Example(
            "end_before_start",
            {table: [{start: "02/06/2017", end: "01/06/2017"}]},
            [(2, end, "01/06/2017")],
            {table: [{start: "01/06/2017", end: "01/06/2017"}, {start: "01/06/2017"}]},
        )
        for table, (start, end) in SPELLS.items()
    ),
    Example(
        "placed_ceased_half",
        {"PlacedAdoption": [{"DATE_PLACED_CEASED": "01/06/2017"}, {"REASON_PLACED_CEASED": "RD2"}]},
        [(2, "REASON_PLACED_CEASED", "01/06/2017"), (3, "DATE_PLACED_CEASED", "RD2")],
        {"PlacedAdoption": [{"DATE_PLACED_CEASED": "01/06/2017", "REASON_PLACED_CEASED": "RD2"}, {}]},
    ),
]
