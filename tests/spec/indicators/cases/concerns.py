"""Concerns: children over children and over reviews, stages opened and passed over, days, what was taken back."""

from tests.spec.indicators.text_tables import Case

_TWO_CHILDREN = """
        meetings
        child | kind  | held_on    | completed_on
        Amber | cypic | 05/04/2017 | 05/04/2017
        Amber | cypic | 20/06/2017 | 20/06/2017
        Ben   | cypic | 01/05/2017 | 01/05/2017
        Cleo  | cp    | 01/05/2017 | 01/05/2017
"""

CASES = [
    Case(
        "children over children, and over reviews",
        "Amber, reviewed twice, had an informal stage; Cleo has a conference and no review of a child in care.",
        _TWO_CHILDREN
        + """
        stages
        child | concern | number | opened_on
        Amber | K1      | 0      | 30/06/2017
        Amber | K2      | 0      | 06/04/2017
        Cleo  | K3      | 0      | 01/05/2017
        """,
        """
        disputes | informal            | Q1 | 1 | 2 | 50
        disputes | informal_of_reviews | Q1 | 1 | 3 | 33.3
        disputes | formal              | Q1 | 0 | 2 | 0
        disputes | formal_of_reviews   | Q1 | 0 | 3 | 0
        """,
    ),
    Case(
        "passed over is not opened",
        "Ben's concern went straight to the second stage: a formal one, and no informal one.",
        _TWO_CHILDREN
        + """
        stages
        child | concern | number | opened_on
        Ben   | K1      | 0      |
        Ben   | K1      | 1      |
        Ben   | K1      | 2      | 02/05/2017
        """,
        """
        disputes | informal            | Q1 | 0 | 2 | 0
        disputes | informal_of_reviews | Q1 | 0 | 3 | 0
        disputes | formal              | Q1 | 1 | 2 | 50
        disputes | formal_of_reviews   | Q1 | 1 | 3 | 33.3
        """,
    ),
    Case(
        "opened in the period, and not taken back",
        "Opened the day before the year, on the day after it, or for a concern that was none: not counted.",
        _TWO_CHILDREN
        + """
        stages
        child | concern | number | opened_on  | withdrawn
        Amber | K1      | 0      | 31/03/2017 |
        Amber | K1      | 1      | 01/04/2018 |
        Ben   | K2      | 0      | 02/05/2017 | 01/08/2017
        """,
        """
        disputes | informal            | year | 0 | 2 | 0
        disputes | informal_of_reviews | year | 0 | 3 | 0
        disputes | formal              | year | 0 | 2 | 0
        disputes | formal_of_reviews   | year | 0 | 3 | 0
        """,
    ),
    Case(
        "raised in the period, once each",
        "Amber and a brother are two concerns; Amber raised about again is one child. One taken back stands beside; "
        "a category of our own under a group of our own stands with the others. The stage opened in July is not there "
        "at the end of June.",
        """
        concerns
        child | concern | category  | head          | raised_on  | closed_on  | effect    | working_days
        Amber | K1      | pep       | practice      | 30/06/2017 |            |           |
        Ben   | K2      | pep       | practice      | 30/06/2017 |            |           |
        Amber | K3      | placement | resource      | 01/04/2017 |            |           |
        Amber | K4      | pets      | home          | 01/05/2017 |            |           |
        Cleo  | K5      | other     | other         | 01/05/2017 | 01/09/2017 | withdrawn | 86
        Dora  | K6      | pep       | practice      | 01/07/2017 |            |           |

        stages
        child | concern | number | opened_on
        Amber | K1      | 0      | 30/06/2017
        Amber | K1      | 1      | 03/07/2017
        Amber | K3      | 0      | 01/04/2017
        Amber | K3      | 1      |
        Amber | K3      | 2      | 10/04/2017
        Amber | K4      | 7      | 10/05/2017
        """,
        """
        issues | total             | Q1 | 4 | - | 4
        issues | children          | Q1 | 2 | - | 2
        issues | head_resource     | Q1 | 1 | - | 1
        issues | head_practice     | Q1 | 2 | - | 2
        issues | head_other        | Q1 | 1 | - | 1
        issues | placement         | Q1 | 1 | 4 | 25
        issues | pep               | Q1 | 2 | 4 | 50
        issues | other_category    | Q1 | 1 | 4 | 25
        issues | highest_none      | Q1 | 1 | 4 | 25
        issues | highest_informal  | Q1 | 1 | 4 | 25
        issues | highest_stage_2   | Q1 | 1 | 4 | 25
        issues | highest_stage_5   | Q1 | 1 | 4 | 25
        issues | with_informal     | Q1 | 2 | 4 | 50
        issues | with_stage_2      | Q1 | 1 | 4 | 25
        issues | with_stage_5      | Q1 | 1 | 4 | 25
        issues | children_informal | Q1 | 1 | - | 1
        issues | withdrawn         | Q1 | 1 | - | 1
        """,
    ),
    Case(
        "days of those closed in the period",
        "Closed in the first quarter, whenever raised: 4, 10, 11 and 30 working days; the median is between 10 and 11. "
        "One taken back took no time to be put right; one closed in July is for July.",
        """
        concerns
        child | concern | raised_on  | closed_on  | effect    | working_days
        Amber | K1      | 27/03/2017 | 03/04/2017 | full      | 4
        Ben   | K2      | 27/03/2017 | 10/04/2017 | none      | 10
        Cleo  | K3      | 27/03/2017 | 11/04/2017 | overtaken | 11
        Dora  | K4      | 27/03/2017 | 12/05/2017 | partial   | 30
        Ed    | K5      | 27/03/2017 | 30/06/2017 | withdrawn | 65
        Fay   | K6      | 27/03/2017 | 03/07/2017 | full      | 66
        """,
        """
        issues | days_to_resolve    | Q1 | 4 | 4 | 10.5
        issues | longest_to_resolve | Q1 | 4 | 4 | 30
        issues | days_to_resolve    | Q2 | 1 | 1 | 66
        issues | longest_to_resolve | Q2 | 1 | 1 | 66
        """,
    ),
    Case(
        "nothing closed",
        "No concern, no median: a dash, and not nought days.",
        """
        concerns
        child | concern | raised_on
        Amber | K1      | 01/07/2017
        """,
        """
        issues | days_to_resolve    | Q1 | 0 | 0 | -
        issues | longest_to_resolve | Q1 | 0 | 0 | -
        """,
    ),
]
