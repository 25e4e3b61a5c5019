"""Participation in reviews."""

from tests.spec.indicators.text_tables import Case

CASES = [
    Case(
        "each code once",
        "Eight coded reviews; attended PN1-4 and views PN1, 2, 3, 5, 6 are of the seven that are not PN0.",
        """
        reviews
        CHILD | REVIEW     | REVIEW_CODE
        Amber | 01/05/2017 | PN0
        Amber | 02/05/2017 | PN1
        Amber | 03/05/2017 | PN2
        Amber | 04/05/2017 | PN3
        Amber | 05/05/2017 | PN4
        Amber | 06/05/2017 | PN5
        Amber | 07/05/2017 | PN6
        Amber | 08/05/2017 | PN7
        """,
        """
        participation | PN0      | year | 1 | 8 | 12.5
        participation | PN1      | year | 1 | 8 | 12.5
        participation | PN2      | year | 1 | 8 | 12.5
        participation | PN3      | year | 1 | 8 | 12.5
        participation | PN4      | year | 1 | 8 | 12.5
        participation | PN5      | year | 1 | 8 | 12.5
        participation | PN6      | year | 1 | 8 | 12.5
        participation | PN7      | year | 1 | 8 | 12.5
        participation | coded    | year | 8 | 8 | 100
        participation | attended | year | 4 | 7 | 57.1
        participation | views    | year | 5 | 7 | 71.4
        """,
    ),
    Case(
        "no code, and a code in no list",
        "They leave the base of the codes; “coded” shows how many were left.",
        """
        reviews
        CHILD | REVIEW     | REVIEW_CODE
        Amber | 01/05/2017 | PN1
        Ben   | 01/05/2017 |
        Cara  | 01/05/2017 | PN9
        """,
        """
        participation | PN1      | year | 1 | 1 | 100
        participation | coded    | year | 1 | 3 | 33.3
        participation | attended | year | 1 | 1 | 100
        participation | views    | year | 1 | 1 | 100
        """,
    ),
    Case(
        "under four only",
        "PN0 is not asked whether the child attended: nobody is left to ask.",
        """
        reviews
        CHILD | REVIEW     | REVIEW_CODE
        Amber | 01/05/2017 | PN0
        """,
        """
        participation | PN0      | year | 1 | 1 | 100
        participation | coded    | year | 1 | 1 | 100
        participation | attended | year | 0 | 0 | -
        participation | views    | year | 0 | 0 | -
        """,
    ),
    Case(
        "first and last day of the year, and 29 February",
        "A review is counted in the period of its date.",
        """
        reviews
        CHILD | REVIEW     | REVIEW_CODE
        Amber | 31/03/2015 | PN7
        Amber | 01/04/2015 | PN1
        Amber | 29/02/2016 | PN4
        Amber | 31/03/2016 | PN5
        Amber | 01/04/2016 | PN7
        """,
        """
        participation | PN1      | year | 1 | 3 | 33.3
        participation | PN4      | year | 1 | 3 | 33.3
        participation | PN5      | year | 1 | 3 | 33.3
        participation | coded    | year | 3 | 3 | 100
        participation | attended | year | 2 | 3 | 66.7
        participation | views    | year | 2 | 3 | 66.7
        participation | PN1      | Q1   | 1 | 1 | 100
        participation | coded    | Q1   | 1 | 1 | 100
        participation | attended | Q1   | 1 | 1 | 100
        participation | views    | Q1   | 1 | 1 | 100
        participation | PN4      | Q4   | 1 | 2 | 50
        participation | PN5      | Q4   | 1 | 2 | 50
        participation | coded    | Q4   | 2 | 2 | 100
        participation | attended | Q4   | 1 | 2 | 50
        participation | views    | Q4   | 1 | 2 | 50
        """,
        year="2015/16",
    ),
    Case(
        "in care or not",
        "In a return every row with a review date counts, also that of a child no longer in care.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC
        Amber | 01/01/2016 | S   | 01/06/2017 | E4A

        reviews
        CHILD | REVIEW     | REVIEW_CODE
        Amber | 01/05/2017 | PN1
        Amber | 01/07/2017 | PN1
        Ben   | 01/07/2017 | PN1
        """,
        """
        participation | PN1      | year | 3 | 3 | 100
        participation | coded    | year | 3 | 3 | 100
        participation | attended | year | 3 | 3 | 100
        participation | views    | year | 3 | 3 | 100
        """,
    ),
]
