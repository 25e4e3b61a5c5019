"""Children: their row in Header, and what the other tables say of them."""

from __future__ import annotations

from .example import Example

BORN = "01/02/2008"
TWICE = ("UASC", "OC2", "OC3", "AD1", "PrevPerm")
WITH_DOB = (*TWICE, "Reviews", "PlacedAdoption", "Missing", "SWEpisodes", "DoLo")
WITHOUT_HEADER = tuple(name for name in WITH_DOB if name != "Reviews")
HEADER = {"Header": [{}]}


EXAMPLES = [
    Example(
        "header_row_twice",
        {"Header": [{}, {}]},
        [(3, "CHILD", "C1")],
        {"Header": [{}, {"CHILD": "C2"}]},
    ),
    Example(
        "header_rows_differ",
        {"Header": [{}, {"SEX": "2", "UPN": ""}]},
        [(3, "SEX", "2"), (3, "UPN", "nothing")],
        {"Header": [{}, {}, {"CHILD": "C2", "SEX": "2"}]},
    ),
    Example(
        "nothing_given",
        {
            "Header": [{"SEX": "", "DOB": "", "ETHNIC": ""}],
            "Episodes": [{"RNE": "", "LS": "", "CIN": "", "PLACE": ""}],
        },
        [
            (2, "CIN", "nothing"),
            (2, "LS", "nothing"),
            (2, "PLACE", "nothing"),
            (2, "RNE", "nothing"),
            (2, "DOB", "nothing"),
            (2, "ETHNIC", "nothing"),
            (2, "SEX", "nothing"),
        ],
        {"Header": [{"MOTHER": "", "UPN": ""}]},
    ),
    Example(
        "sex_differs",
        {"UASC": [{"SEX": "2"}]},
        [(2, "SEX", "2")],
        {"UASC": [{"SEX": "1"}, {"SEX": ""}]},
    ),
    Example(
        "duc_after_eighteen",
        {"UASC": [{"DUC": "02/02/2026"}]},
        [(2, "DUC", "02/02/2026")],
        {"UASC": [{"DUC": "01/02/2026"}, {"DUC": ""}]},
    ),
    *(
        Example(
            "child_without_header",
            {**HEADER, table: [{"CHILD": "C9"}]},
            [(2, "CHILD", "C9")],
            {**HEADER, table: [{}]},
        )
        for table in WITHOUT_HEADER
    ),
    *(
        Example(
            "dob_differs",
            {table: [{"DOB": "02/02/2008"}]},
            [(2, "DOB", "02/02/2008")],
            {table: [{"DOB": BORN}, {"CHILD": "C2", "DOB": ""}]},
        )
        for table in WITH_DOB
    ),
    *(
        Example(
            "row_twice_for_child",
            {table: [{}, {"CHILD": "C2"}, {}]},
            [(4, "CHILD", "C1")],
            {table: [{}, {"CHILD": "C2"}]},
        )
        for table in TWICE
    ),
]
