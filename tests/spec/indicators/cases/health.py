"""Health and wellbeing of children in care on every day of the year, from OC2."""

from tests.spec.indicators.text_tables import Case


def checked(*children: str) -> str:
    rows = "\n".join(f"{child} | 1 | 1 | 1 | 1 | " for child in children)
    return f"""
    health
    CHILD | HEALTH_ASSESSMENT | TEETH_CHECK | IMMUNISATIONS | HEALTH_CHECK | SDQ_SCORE
    {rows}
    """


def assessed(number: int) -> str:
    """All of them had their assessment, check and immunisations; all are ten years old, none has a score."""
    value = "100" if number else "-"
    return f"""
    health_education | health_assessment | year | {number} | {number} | {value}
    health_education | dental            | year | {number} | {number} | {value}
    health_education | both              | year | {number} | {number} | {value}
    health_education | immunisations     | year | {number} | {number} | {value}
    health_education | sdq_average       | year | 0        | {number} | -
    """


CASES = [
    Case(
        "the education plan at the last review of the year",
        "Amber's was missing in May and there in November. Ben's was there the year before only. Cleo needs none. Dora "
        "came in May: not in care all year. Eve's was missing at the last of two.",
        """
        episodes
        CHILD | DECOM      | RNE
        Amber | 01/05/2016 | S
        Ben   | 01/05/2016 | S
        Cleo  | 01/05/2016 | S
        Dora  | 01/05/2017 | S
        Eve   | 01/05/2016 | S

        education_plans
        child | completed_on | state
        Amber | 10/05/2017   | not_there
        Amber | 10/11/2017   | there
        Ben   | 31/03/2017   | there
        Cleo  | 10/11/2017   | not_needed
        Dora  | 10/11/2017   | there
        Eve   | 10/05/2017   | there
        Eve   | 31/03/2018   | not_there
        """,
        """
        health_education | pep | year | 1 | 2 | 50
        """,
    ),
    Case(
        "no education plan was ever asked for",
        "Nothing can be divided.",
        """
        episodes
        CHILD | DECOM      | RNE
        Amber | 01/05/2016 | S
        """,
        """
        health_education | pep | year | 0 | 0 | -
        """,
    ),
    Case(
        "in care at both ends of the year",
        "From 1 April, begun on it or before, to 31 March, ended on 1 April or later or not at all.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC
        Amber | 01/04/2017 | S   |            |
        Ben   | 02/04/2017 | S   |            |
        Cara  | 01/01/2016 | S   | 31/03/2018 | E4A
        Dan   | 01/01/2016 | S   | 01/04/2018 | E4A
        """
        + checked("Amber", "Ben", "Cara", "Dan"),
        assessed(2),
    ),
    Case(
        "a gap of a day",
        "Out of care at the end of 1 June: not in care on every day.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC
        Amber | 01/01/2016 | S   | 01/06/2017 | X1
        Amber | 02/06/2017 | P   |            |
        """
        + checked("Amber"),
        assessed(0),
    ),
    Case(
        "handed over on the same day",
        "Ended on 1 June and begun on 1 June: at the end of every day in care, through four episodes.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC
        Amber | 01/01/2016 | S   | 01/06/2017 | X1
        Amber | 01/06/2017 | P   | 01/07/2017 | X1
        Amber | 01/07/2017 | L   | 31/03/2018 | X1
        Amber | 31/03/2018 | P   |            |
        """
        + checked("Amber"),
        assessed(1),
    ),
    Case(
        "two periods of care without a day between them",
        "The question is whether the child was in care on every day, not in how many periods.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC
        Amber | 01/01/2016 | S   | 01/06/2017 | E4A
        Amber | 01/06/2017 | S   |            |
        """
        + checked("Amber"),
        assessed(1),
    ),
    Case(
        "a gap that another episode covers",
        "The rows overlap out of order; on every day one of them is open.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC
        Amber | 01/01/2016 | S   | 01/12/2017 | X1
        Amber | 01/05/2017 | P   | 01/07/2017 | X1
        Amber | 01/11/2017 | P   |            |
        """
        + checked("Amber"),
        assessed(1),
    ),
    Case(
        "a short break in the year",
        "No short break in the year; one that ended before it does not matter.",
        """
        episodes
        CHILD | DECOM      | RNE | LS | DEC        | REC
        Amber | 01/01/2016 | S   | C2 |            |
        Amber | 01/06/2017 | S   | V3 | 05/06/2017 | E8
        Ben   | 01/01/2016 | S   | C2 |            |
        Ben   | 01/03/2017 | S   | V3 | 05/03/2017 | E8
        Cara  | 01/01/2016 | S   | C2 |            |
        Cara  | 31/03/2018 | S   | V4 |            |
        Dan   | 01/01/2016 | S   | C2 |            |
        Dan   | 01/04/2018 | S   | V4 |            |
        """
        + checked("Amber", "Ben", "Cara", "Dan"),
        assessed(2),
    ),
    Case(
        "a short break bridges no gap",
        "In V4 in June, in care before and after: not in care on every day.",
        """
        episodes
        CHILD | DECOM      | RNE | LS | DEC        | REC
        Amber | 01/01/2016 | S   | C2 | 01/06/2017 | X1
        Amber | 01/06/2017 | S   | V4 | 01/07/2017 | X1
        Amber | 01/07/2017 | S   | C2 |            |
        """
        + checked("Amber"),
        assessed(0),
    ),
    Case(
        "answers that were not given",
        "Value 1 over value present: a blank leaves the base, and so does what is neither 0 nor 1.",
        """
        episodes
        CHILD | DECOM      | RNE
        Amber | 01/01/2016 | S
        Ben   | 01/01/2016 | S
        Cara  | 01/01/2016 | S
        Dan   | 01/01/2016 | S
        Ella  | 01/01/2016 | S

        health
        CHILD | HEALTH_ASSESSMENT | TEETH_CHECK | IMMUNISATIONS
        Amber | 1                 | 1           | 1
        Ben   | 1                 | 0           | 0
        Cara  | 1                 |             | 2
        Dan   | 0                 | Y           |
        """,
        """
        health_education | health_assessment | year | 3 | 4 | 75
        health_education | dental            | year | 1 | 2 | 50
        health_education | both              | year | 1 | 2 | 50
        health_education | immunisations     | year | 1 | 2 | 50
        health_education | sdq_average       | year | 0 | 5 | -
        """,
    ),
    Case(
        "OC2 speaks for its own year",
        "The row of the year before answers nothing about this one.",
        """
        episodes
        CHILD | DECOM      | RNE
        Amber | 01/01/2016 | S

        health
        CHILD | YEAR | HEALTH_ASSESSMENT | SDQ_SCORE
        Amber | 2017 | 1                 | 10
        Amber | 2018 | 0                 | 20
        Amber | 2019 | 1                 | 30
        """,
        """
        health_education | health_assessment | year | 0 | 1 | 0
        health_education | sdq_average       | year | 1 | 1 | 20
        health_education | sdq_concern       | year | 1 | 1 | 100
        """,
    ),
    Case(
        "development check under five",
        "HEALTH_CHECK for those under 5 on 31 March: five on the day itself is not.",
        """
        children
        CHILD | DOB
        Amber | 01/04/2013
        Ben   | 31/03/2013
        Cara  | 01/02/2016

        episodes
        CHILD | DECOM      | RNE
        Amber | 01/03/2016 | S
        Ben   | 01/03/2016 | S
        Cara  | 01/03/2016 | S

        health
        CHILD | HEALTH_CHECK
        Amber | 1
        Ben   | 1
        Cara  | 0
        """,
        """
        health_education | development_check | year | 1 | 2 | 50
        health_education | sdq_average       | year | 0 | 2 | -
        """,
    ),
    Case(
        "strengths and difficulties: bands and mean",
        "0-13, 14-16, 17-40 over the scores present. Mean of 0, 13, 14, 16, 17, 40 is 16.67.",
        """
        episodes
        CHILD | DECOM      | RNE
        A     | 01/01/2016 | S
        B     | 01/01/2016 | S
        C     | 01/01/2016 | S
        D     | 01/01/2016 | S
        E     | 01/01/2016 | S
        F     | 01/01/2016 | S
        G     | 01/01/2016 | S
        H     | 01/01/2016 | S

        health
        CHILD | SDQ_SCORE
        A     | 0
        B     | 13
        C     | 14
        D     | 16
        E     | 17
        F     | 40
        G     |
        """,
        """
        health_education | sdq_average    | year | 6 | 8 | 16.67
        health_education | sdq_normal     | year | 2 | 6 | 33.3
        health_education | sdq_borderline | year | 2 | 6 | 33.3
        health_education | sdq_concern    | year | 2 | 6 | 33.3
        """,
    ),
    Case(
        "strengths and difficulties from 4 to 16",
        "Four on 31 March is of the age, and so is sixteen; three and seventeen are not, score or no score.",
        """
        children
        CHILD | DOB
        Three | 01/04/2014
        Four  | 31/03/2014
        Sixt  | 01/04/2001
        Sevt  | 31/03/2001

        episodes
        CHILD | DECOM      | RNE
        Three | 01/01/2016 | S
        Four  | 01/01/2016 | S
        Sixt  | 01/01/2016 | S
        Sevt  | 01/01/2016 | S

        health
        CHILD | SDQ_SCORE
        Three | 1
        Four  | 10
        Sixt  | 13
        Sevt  | 40
        """,
        """
        health_education | sdq_average | year | 2 | 2 | 11.5
        health_education | sdq_normal  | year | 2 | 2 | 100
        """,
    ),
    Case(
        "a mean that ends in a half",
        "Rounded half up: 8 scores with the sum 1 have a mean of 0.125, printed 0.13.",
        """
        episodes
        CHILD | DECOM      | RNE
        A     | 01/01/2016 | S
        B     | 01/01/2016 | S
        C     | 01/01/2016 | S
        D     | 01/01/2016 | S
        E     | 01/01/2016 | S
        F     | 01/01/2016 | S
        G     | 01/01/2016 | S
        H     | 01/01/2016 | S

        health
        CHILD | SDQ_SCORE
        A     | 0
        B     | 0
        C     | 0
        D     | 0
        E     | 0
        F     | 0
        G     | 0
        H     | 1
        """,
        """
        health_education | sdq_average    | year | 8 | 8 | 0.13
        health_education | sdq_normal     | year | 8 | 8 | 100
        """,
    ),
    Case(
        "the year is a leap year",
        "2015/16 has a 29 February; a child out of care on that day alone is not in the base.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC
        Amber | 01/01/2014 | S   | 29/02/2016 | X1
        Amber | 29/02/2016 | P   |            |
        Ben   | 01/01/2014 | S   | 29/02/2016 | E4A
        Ben   | 01/03/2016 | S   |            |

        health
        CHILD | HEALTH_ASSESSMENT | TEETH_CHECK | IMMUNISATIONS
        Amber | 1                 | 1           | 1
        Ben   | 1                 | 1           | 1
        """,
        """
        health_education | health_assessment | year | 1 | 1 | 100
        health_education | dental            | year | 1 | 1 | 100
        health_education | both              | year | 1 | 1 | 100
        health_education | immunisations     | year | 1 | 1 | 100
        health_education | sdq_average       | year | 0 | 1 | -
        leaving_care     | total             | Q4   | 1 | - | 1
        leaving_care     | children          | Q4   | 1 | - | 1
        leaving_care     | E4A               | Q4   | 1 | 1 | 100
        """,
        year="2015/16",
    ),
    Case(
        "a short break that ended on 1 April",
        "Our reading: at the end of 1 April she was in none, so it was not in the year.",
        """
        episodes
        CHILD | DECOM      | RNE | LS | DEC        | REC
        Amber | 01/01/2016 | S   | C2 |            |
        Amber | 28/03/2017 | S   | V3 | 01/04/2017 | E8
        Ben   | 01/01/2016 | S   | C2 |            |
        Ben   | 28/03/2017 | S   | V3 | 02/04/2017 | E8
        """
        + checked("Amber", "Ben"),
        assessed(1),
    ),
]
