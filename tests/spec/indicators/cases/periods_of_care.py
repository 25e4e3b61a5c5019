"""Periods of care and how long the current one has lasted."""

from tests.spec.indicators.text_tables import Case

CASES = [
    Case(
        "the bands of time in care, to the day",
        "D < S + 6 months, 12 months, 2 years, 4 years; on the corresponding date the next band begins.",
        """
        episodes
        CHILD | DECOM      | RNE
        Amber | 01/10/2017 | S
        Ben   | 30/09/2017 | S
        Cara  | 01/04/2017 | S
        Dan   | 31/03/2017 | S
        Ella  | 01/04/2016 | S
        Fred  | 31/03/2016 | S
        Gia   | 01/04/2014 | S
        Hal   | 31/03/2014 | S
        """,
        """
        time_in_care | under_6_months | year | 1 | 8 | 12.5
        time_in_care | 6_12_months    | year | 2 | 8 | 25
        time_in_care | 1_2_years      | year | 2 | 8 | 25
        time_in_care | 2_4_years      | year | 2 | 8 | 25
        time_in_care | over_4_years   | year | 1 | 8 | 12.5
        """,
    ),
    Case(
        "six months from the last day of a month",
        "31 December and six months is 30 June; 31 March and six months is 30 September.",
        """
        episodes
        CHILD | DECOM      | RNE
        Amber | 31/12/2016 | S
        Ben   | 31/03/2017 | S
        """,
        """
        time_in_care | 6_12_months    | Q1   | 1 | 2 | 50
        time_in_care | under_6_months | Q1   | 1 | 2 | 50
        time_in_care | 6_12_months    | Q2   | 2 | 2 | 100
        time_in_care | 1_2_years      | Q3   | 1 | 2 | 50
        time_in_care | 6_12_months    | Q3   | 1 | 2 | 50
        time_in_care | 1_2_years      | year | 2 | 2 | 100
        """,
    ),
    Case(
        "care begun on 29 February",
        "Two and four years later the corresponding date is 28 or 29 February, long past on 31 March.",
        """
        episodes
        CHILD | DECOM      | RNE
        Amber | 29/02/2012 | S
        Ben   | 29/02/2016 | S
        """,
        """
        time_in_care | over_4_years | Q4   | 1 | 2 | 50
        time_in_care | 2_4_years    | Q4   | 1 | 2 | 50
        time_in_care | over_4_years | Q3   | 1 | 2 | 50
        time_in_care | 1_2_years    | Q3   | 1 | 2 | 50
        """,
    ),
    Case(
        "a change of legal status on the day goes on with the period",
        "RNE is not S and the episode before ended X1 on that day: one period of care from May 2015.",
        """
        episodes
        CHILD | DECOM      | RNE | LS | DEC        | REC
        Amber | 01/05/2015 | S   | C1 | 01/06/2017 | X1
        Amber | 01/06/2017 | L   | C2 |            |
        """,
        """
        time_in_care | 2_4_years | year | 1 | 1 | 100
        """,
    ),
    Case(
        "a blank RNE after X1 on the day goes on too",
        "Blank is not S.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC
        Amber | 01/05/2015 | S   | 01/06/2017 | X1
        Amber | 01/06/2017 |     |            |
        """,
        """
        time_in_care | 2_4_years | year | 1 | 1 | 100
        """,
    ),
    Case(
        "S on the day after X1 begins anew",
        "An episode with RNE S never continues a period.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC
        Amber | 01/05/2015 | S   | 01/12/2017 | X1
        Amber | 01/12/2017 | S   |            |
        """,
        """
        time_in_care | under_6_months | year | 1 | 1 | 100
        leaving_care | total          | year | 0 | - | 0
        """,
    ),
    Case(
        "home and back on the same day",
        "The first period ended with E4A; the second begins that day and is the current one.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC
        Amber | 01/05/2015 | S   | 01/12/2017 | E4A
        Amber | 01/12/2017 | S   |            |
        """,
        """
        children_in_care | number         | year | 1 | - | 1
        time_in_care     | under_6_months | year | 1 | 1 | 100
        leaving_care     | total          | year | 1 | - | 1
        leaving_care     | children       | year | 1 | - | 1
        leaving_care     | E4A            | year | 1 | 1 | 100
        """,
    ),
    Case(
        "an episode after an end other than X1 does not continue",
        "RNE P on the day of an E4A begins a period whose start is not known.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC
        Amber | 01/05/2015 | S   | 01/12/2017 | E4A
        Amber | 01/12/2017 | P   |            |
        """,
        """
        time_in_care | unknown | year | 1 | 1 | 100
        """,
    ),
    Case(
        "a day between X1 and the next episode",
        "X1 ended on 1 June, the next began on 2 June: another period, its start not known.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC
        Amber | 01/05/2012 | S   | 01/06/2017 | X1
        Amber | 02/06/2017 | P   |            |
        """,
        """
        time_in_care | unknown | year | 1 | 1 | 100
        leaving_care | total   | year | 0 | - | 0
        """,
    ),
    Case(
        "a start that is not known settles over four years only",
        "It is on or before the first DECOM: four years before 31 March 2018 or more is settled.",
        """
        episodes
        CHILD | DECOM      | RNE
        Amber | 31/03/2014 | L
        Ben   | 01/04/2014 | P
        Cara  | 01/01/2018 |
        Dan   | 01/01/2010 | Q
        """,
        """
        time_in_care | over_4_years | year | 2 | 4 | 50
        time_in_care | unknown      | year | 2 | 4 | 50
        """,
    ),
    Case(
        "a short break inside a period of care",
        "It is set aside first, so the episode before 1 June is the one that began in January 2017.",
        """
        episodes
        CHILD | DECOM      | RNE | LS | DEC        | REC
        Amber | 01/01/2017 | S   | C2 | 01/06/2017 | X1
        Amber | 15/05/2017 | S   | V3 | 17/05/2017 | E8
        Amber | 01/06/2017 | P   | C2 |            |
        """,
        """
        time_in_care | 1_2_years | year | 1 | 1 | 100
        leaving_care | total     | year | 0 | - | 0
        """,
    ),
    Case(
        "the length is that of the current period",
        "The first period, four years of it, ended in 2016.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC
        Amber | 01/05/2012 | S   | 01/06/2016 | E4B
        Amber | 01/05/2017 | S   |            |
        """,
        """
        time_in_care | 6_12_months | year | 1 | 1 | 100
        """,
    ),
    Case(
        "rows in any order of reading",
        "The history follows the dates, not the lines.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC
        Amber | 01/06/2017 | P   |            |
        Amber | 01/05/2016 | L   | 01/06/2017 | X1
        Amber | 01/05/2015 | S   | 01/05/2016 | X1
        """,
        """
        time_in_care | 2_4_years | year | 1 | 1 | 100
        """,
    ),
]
