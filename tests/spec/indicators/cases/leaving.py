"""Leaving care: periods of care that ended in the period, by reason."""

from tests.spec.indicators.text_tables import Case

CASES = [
    Case(
        "first and last day",
        "Ended on 1 April 2017 and on 31 March 2018 are in the year, the days beside them are not.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC
        Amber | 01/01/2016 | S   | 31/03/2017 | E4A
        Ben   | 01/01/2016 | S   | 01/04/2017 | E4B
        Cara  | 01/01/2016 | S   | 31/03/2018 | E11
        Dan   | 01/01/2016 | S   | 01/04/2018 | E12
        """,
        """
        leaving_care | total    | year | 2 | - | 2
        leaving_care | children | year | 2 | - | 2
        leaving_care | E4B      | year | 1 | 2 | 50
        leaving_care | E11      | year | 1 | 2 | 50
        leaving_care | total    | Q1   | 1 | - | 1
        leaving_care | children | Q1   | 1 | - | 1
        leaving_care | E4B      | Q1   | 1 | 1 | 100
        leaving_care | total    | Q2   | 0 | - | 0
        """,
    ),
    Case(
        "ended without a reason, or with X1 and nothing after",
        "REC filled and not X1.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC
        Amber | 01/01/2016 | S   | 01/06/2017 |
        Ben   | 01/01/2016 | S   | 01/06/2017 | X1
        """,
        """
        children_in_care | number | year | 0 | - | 0
        leaving_care     | total  | year | 0 | - | 0
        """,
    ),
    Case(
        "left twice in a year",
        "Two periods of care ended, one child; the year's children are not the sum of its quarters.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC
        Amber | 01/01/2016 | S   | 01/06/2017 | E4A
        Amber | 01/07/2017 | S   | 01/12/2017 | E13
        """,
        """
        leaving_care | total    | year | 2 | - | 2
        leaving_care | children | year | 1 | - | 1
        leaving_care | E4A      | year | 1 | 2 | 50
        leaving_care | E13      | year | 1 | 2 | 50
        leaving_care | total    | Q1   | 1 | - | 1
        leaving_care | children | Q1   | 1 | - | 1
        leaving_care | E4A      | Q1   | 1 | 1 | 100
        leaving_care | total    | Q3   | 1 | - | 1
        leaving_care | children | Q3   | 1 | - | 1
        leaving_care | E13      | Q3   | 1 | 1 | 100
        """,
    ),
    Case(
        "guardianship to 2017/18",
        "E43 and E44 are of the year; E45 is not yet, and E99 never was: both unknown.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC
        Amber | 01/01/2016 | S   | 01/06/2017 | E43
        Ben   | 01/01/2016 | S   | 01/06/2017 | E44
        Cara  | 01/01/2016 | S   | 01/06/2017 | E45
        Dan   | 01/01/2016 | S   | 01/06/2017 | E99
        """,
        """
        leaving_care | total    | year | 4 | - | 4
        leaving_care | children | year | 4 | - | 4
        leaving_care | E43      | year | 1 | 4 | 25
        leaving_care | E44      | year | 1 | 4 | 25
        leaving_care | unknown  | year | 2 | 4 | 50
        """,
    ),
    Case(
        "guardianship from 2018/19",
        "E45 to E48 take the place of E43 and E44.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC
        Amber | 01/01/2016 | S   | 01/06/2018 | E43
        Ben   | 01/01/2016 | S   | 01/06/2018 | E45
        Cara  | 01/01/2016 | S   | 01/06/2018 | E48
        """,
        """
        leaving_care | total    | year | 3 | - | 3
        leaving_care | children | year | 3 | - | 3
        leaving_care | E45      | year | 1 | 3 | 33.3
        leaving_care | E48      | year | 1 | 3 | 33.3
        leaving_care | unknown  | year | 1 | 3 | 33.3
        """,
        year="2018/19",
    ),
    Case(
        "a short break that ended",
        "It was no period of care.",
        """
        episodes
        CHILD | DECOM      | RNE | LS | DEC        | REC
        Amber | 01/06/2017 | S   | V3 | 05/06/2017 | E8
        Ben   | 01/06/2016 | S   | V4 | 05/06/2017 | E4A
        """,
        """
        leaving_care | total | year | 0 | - | 0
        """,
    ),
    Case(
        "left on 29 February",
        "In the last quarter of 2015/16.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC
        Amber | 01/01/2014 | S   | 29/02/2016 | E15
        """,
        """
        leaving_care | total    | Q4   | 1 | - | 1
        leaving_care | children | Q4   | 1 | - | 1
        leaving_care | E15      | Q4   | 1 | 1 | 100
        leaving_care | total    | Q3   | 0 | - | 0
        """,
        year="2015/16",
    ),
    Case(
        "a percentage that ends in a half",
        "Half up: 1 of 16 is 6.25%, printed 6.3.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC
        A     | 01/01/2016 | S   | 01/06/2017 | E2
        B     | 01/01/2016 | S   | 01/06/2017 | E3
        C     | 01/01/2016 | S   | 01/06/2017 | E3
        D     | 01/01/2016 | S   | 01/06/2017 | E3
        E     | 01/01/2016 | S   | 01/06/2017 | E3
        F     | 01/01/2016 | S   | 01/06/2017 | E3
        G     | 01/01/2016 | S   | 01/06/2017 | E3
        H     | 01/01/2016 | S   | 01/06/2017 | E3
        I     | 01/01/2016 | S   | 01/06/2017 | E3
        J     | 01/01/2016 | S   | 01/06/2017 | E3
        K     | 01/01/2016 | S   | 01/06/2017 | E3
        L     | 01/01/2016 | S   | 01/06/2017 | E3
        M     | 01/01/2016 | S   | 01/06/2017 | E3
        N     | 01/01/2016 | S   | 01/06/2017 | E3
        O     | 01/01/2016 | S   | 01/06/2017 | E3
        P     | 01/01/2016 | S   | 01/06/2017 | E3
        """,
        """
        leaving_care | total    | year | 16 | -  | 16
        leaving_care | children | year | 16 | -  | 16
        leaving_care | E2       | year | 1  | 16 | 6.3
        leaving_care | E3       | year | 15 | 16 | 93.8
        """,
    ),
]
