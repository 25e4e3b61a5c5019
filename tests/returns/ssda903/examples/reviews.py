"""Reviews: when they were, and the code for how the child took part."""

from __future__ import annotations

from .example import Example

BORN = {"Header": [{"DOB": "06/06/2013"}]}

EXAMPLES = [
    Example(
        "review_in_future",
        {"Reviews": [{"REVIEW": "01/04/2018"}]},
        [(2, "REVIEW", "01/04/2018")],
        {"Reviews": [{"REVIEW": "31/03/2018"}, {"REVIEW": ""}]},
    ),
    Example(
        "review_before_birth",
        {**BORN, "Reviews": [{"REVIEW": "05/06/2013"}]},
        [(2, "REVIEW", "05/06/2013")],
        {**BORN, "Reviews": [{"REVIEW": "06/06/2013"}]},
    ),
    Example(
        "pn0_aged_four_or_over",
        {**BORN, "Reviews": [{"REVIEW": "07/06/2017", "REVIEW_CODE": "PN0"}]},
        [(2, "REVIEW_CODE", "PN0")],
        {
            **BORN,
            "Reviews": [
                {"REVIEW": "06/06/2017", "REVIEW_CODE": "PN0"},
                {"REVIEW": "07/06/2017", "REVIEW_CODE": "PN1"},
            ],
        },
    ),
    Example(
        "pn_under_four",
        {**BORN, "Reviews": [{"REVIEW": "05/06/2017", "REVIEW_CODE": "PN7"}]},
        [(2, "REVIEW_CODE", "PN7")],
        {
            **BORN,
            "Reviews": [
                {"REVIEW": "06/06/2017", "REVIEW_CODE": "PN7"},
                {"REVIEW": "05/06/2017", "REVIEW_CODE": "PN0"},
            ],
        },
    ),
    Example(
        "review_code_without_date",
        {"Reviews": [{"REVIEW": ""}]},
        [(2, "REVIEW", "PN1")],
        {"Reviews": [{}]},
    ),
    Example(
        "review_date_without_code",
        {"Reviews": [{"REVIEW_CODE": ""}]},
        [(2, "REVIEW_CODE", "06/06/2017")],
        {"Reviews": [{}]},
    ),
    Example(
        "review_twice",
        {"Reviews": [{}, {"REVIEW": "07/06/2017"}, {"REVIEW_CODE": "PN2"}]},
        [(4, "REVIEW", "06/06/2017")],
        {"Reviews": [{}, {"CHILD": "C2"}, {"REVIEW": ""}, {"REVIEW": ""}]},
    ),
]
