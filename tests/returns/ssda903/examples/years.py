"""What the year of the return allows, and what last year's return says beside it."""

from __future__ import annotations

from .example import Example

LAST = {"DECOM": "10/05/2016", "PLACE": "U4", "URN": "SC1"}

EXAMPLES = [
    *(
        Example(
            "table_before_its_year",
            {table: [{}, {}]},
            [(None, "CHILD", table)],
            {table: [{}]},
            right_year=right_year,
        )
        for table, right_year in (("SWEpisodes", "2023/24"), ("DoLo", "2026/27"))
    ),
    Example(
        "open_last_year_gone",
        {"Episodes": [{"CHILD": "C2"}], "Header": [{}, {"CHILD": "C2"}]},
        [(2, "DECOM", "10/05/2016")],
        {"Episodes": [{**LAST, "DEC": "01/06/2017", "REC": "E4A"}]},
        before={"Episodes": [LAST]},
    ),
    Example(
        "changed_since_last_year",
        {"Episodes": [{**LAST, "PLACE": "K2", "URN": ""}]},
        [(2, "PLACE", "K2"), (2, "URN", "nothing")],
        {"Episodes": [{**LAST, "DEC": "01/06/2017", "REC": "E4A"}]},
        before={"Episodes": [LAST]},
    ),
]
