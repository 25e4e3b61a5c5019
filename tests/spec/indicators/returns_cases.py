"""What one return cannot show, and what several joined do."""

from __future__ import annotations

from dataclasses import dataclass

from tests.spec.indicators.text_tables import Case

OLD = """
    Episodes
    CHILD | DECOM      | RNE | DEC        | REC
    Amber | 01/05/2015 | S   | 01/06/2016 | X1
    Amber | 01/06/2016 | P   |            |
"""
NEW = """
    Episodes
    CHILD | DECOM      | RNE | DEC        | REC
    Amber | 01/06/2016 | P   |            |
    Ben   | 01/05/2017 | S   |            |
"""


@dataclass(frozen=True)
class ReturnsCase:
    """Returns in the order given, each with the year somebody says it is for (empty: by its latest DECOM)."""

    name: str
    why: str
    returns: tuple[tuple[str, str], ...]
    expected: str
    year: str = "2017/18"

    def as_case(self) -> Case:
        return Case(self.name, self.why, "", self.expected, self.year)


JOINED = """
time_in_care        | 2_4_years     | year | 1 | 2 | 50
time_in_care        | 6_12_months   | year | 1 | 2 | 50
long_term_stability | stable        | year | 0 | 1 | 0
long_term_stability | unknown       | year | 0 | - | 0
"""

CASES = [
    ReturnsCase(
        "one return does not show an older start",
        "Amber's care began on or before 1 June 2016: neither a length of care nor 30 months is settled.",
        (("", NEW),),
        """
        time_in_care        | unknown     | year | 1 | 2 | 50
        time_in_care        | 6_12_months | year | 1 | 2 | 50
        long_term_stability | unknown     | year | 1 | - | 1
        """,
    ),
    ReturnsCase(
        "two returns joined do",
        "The same episode stands in both; the older return has the start of the period, May 2015.",
        (("", OLD), ("", NEW)),
        JOINED,
    ),
    ReturnsCase(
        "in whatever order they are named",
        "Returns are joined in the order of their years.",
        (("", NEW), ("", OLD)),
        JOINED,
    ),
    ReturnsCase(
        "the later return wins",
        "The episode open in the older return ended in the later one, and the sex was put right.",
        (
            (
                "2016/17",
                """
                Header
                CHILD | SEX | DOB        | ETHNIC
                Amber | 1   | 01/01/2008 | NOBT
                Ben   | 1   | 01/01/2008 | WBRI

                Episodes
                CHILD | DECOM      | RNE | DEC | REC | LS
                Amber | 01/05/2016 | S   |     |     | C1
                Ben   | 01/05/2016 | S   |     |     | C1
                """,
            ),
            (
                "2017/18",
                """
                Header
                CHILD | SEX | DOB        | ETHNIC
                Amber | 2   | 01/01/2007 | WBRI
                Ben   | 1   | 01/01/2008 | WBRI

                Episodes
                CHILD | DECOM      | RNE | DEC        | REC | LS
                Amber | 01/05/2016 | S   |            |     | C2
                Ben   | 01/05/2016 | S   | 01/06/2017 | E4A | C1
                """,
            ),
        ),
        """
        children_in_care | number     | year | 1 | - | 1
        sex              | female     | year | 1 | 1 | 100
        ethnicity        | WBRI       | year | 1 | 1 | 100
        age              | 10_15      | year | 1 | 1 | 100
        legal_status     | care_order | year | 1 | 1 | 100
        leaving_care     | E4A        | year | 1 | 1 | 100
        leaving_care     | total      | year | 1 | - | 1
        leaving_care     | children   | year | 1 | - | 1
        """,
    ),
    ReturnsCase(
        "another RNE on the same day is another episode",
        "Episodes are the same only if CHILD, DECOM and RNE are; of two begun that day the later read stands.",
        (
            ("2016/17", "Episodes\nCHILD | DECOM | RNE | LS\nAmber | 01/05/2016 | S | C1"),
            ("2017/18", "Episodes\nCHILD | DECOM | RNE | LS\nAmber | 01/05/2016 | P | C2"),
        ),
        """
        children_in_care | number     | year | 1 | - | 1
        legal_status     | care_order | year | 1 | 1 | 100
        time_in_care     | unknown    | year | 1 | 1 | 100
        """,
    ),
    ReturnsCase(
        "OC2 and OC3 speak for the year of their return",
        "They have no date. The rows of 2016/17 are not counted in 2017/18.",
        (
            (
                "",
                OLD
                + """
                OC2
                CHILD | DOB        | HEALTH_ASSESSMENT
                Amber | 01/01/2008 | 1

                OC3
                CHILD | DOB        | IN_TOUCH | ACCOM
                Olive | 01/01/1999 | YES      | U1
                """,
            ),
            (
                "",
                NEW
                + """
                OC2
                CHILD | DOB        | HEALTH_ASSESSMENT
                Amber | 01/01/2008 | 0

                OC3
                CHILD | DOB        | IN_TOUCH | ACCOM
                Olive | 01/01/1999 | NO       | U2
                """,
            ),
        ),
        """
        health_education | health_assessment | year | 0 | 1 | 0
        health_education | sdq_average       | year | 0 | 1 | -
        care_leavers     | suitable          | year | 0 | 1 | 0
        care_leavers     | in_touch          | year | 0 | 1 | 0
        """,
    ),
    ReturnsCase(
        "the year that somebody says",
        "Nobody came into care in 2017/18, so the latest DECOM would make it a return of 2016/17.",
        (
            (
                "2017/18",
                OLD
                + """
                OC2
                CHILD | DOB        | HEALTH_ASSESSMENT
                Amber | 01/01/2008 | 1
                """,
            ),
        ),
        """
        health_education | health_assessment | year | 1 | 1 | 100
        health_education | sdq_average       | year | 0 | 1 | -
        """,
    ),
    ReturnsCase(
        "the same child and date of review twice",
        "They are one review, and the last row wins: within a return, and of two returns the later.",
        (
            (
                "2016/17",
                """
                Reviews
                CHILD | DOB        | REVIEW     | REVIEW_CODE
                Amber | 01/01/2008 | 01/05/2017 | PN7
                Ben   | 01/01/2008 | 01/05/2017 | PN1
                """,
            ),
            (
                "2017/18",
                """
                Reviews
                CHILD | DOB        | REVIEW     | REVIEW_CODE
                Amber | 01/01/2008 | 01/05/2017 | PN4
                Amber | 01/01/2008 | 01/05/2017 | PN2
                Cara  | 01/01/2008 |            | PN1
                """,
            ),
        ),
        """
        participation | PN1      | year | 1 | 2 | 50
        participation | PN2      | year | 1 | 2 | 50
        participation | coded    | year | 2 | 2 | 100
        participation | attended | year | 2 | 2 | 100
        participation | views    | year | 2 | 2 | 100
        """,
    ),
    ReturnsCase(
        "codes in lower case, and blanks around them",
        "They are read as the codes they are.",
        (
            (
                "",
                """
                Header
                CHILD | SEX | DOB        | ETHNIC
                amber | f   | 01/01/2008 | wbri

                Episodes
                CHILD | DECOM      | RNE | LS | PLACE | DEC | REC
                Amber | 01/05/2017 | s   | v2 | k2    |     |
                """,
            ),
        ),
        """
        sex            | female      | year | 1 | 1 | 100
        ethnicity      | WBRI        | year | 1 | 1 | 100
        legal_status   | section_20  | year | 1 | 1 | 100
        placement_type | residential | year | 1 | 1 | 100
        """,
    ),
    ReturnsCase(
        "a score beyond 40",
        "SDQ scores run from 0 to 40; 41 is no score.",
        (
            (
                "2017/18",
                """
                Episodes
                CHILD | DECOM      | RNE
                Amber | 01/05/2016 | S
                Ben   | 01/05/2016 | S

                OC2
                CHILD | DOB        | SDQ_SCORE
                Amber | 01/01/2008 | 40
                Ben   | 01/01/2008 | 41
                """,
            ),
        ),
        """
        health_education | sdq_average | year | 1 | 2 | 40
        health_education | sdq_concern | year | 1 | 1 | 100
        """,
    ),
    ReturnsCase(
        "asylum status that ceased, said later",
        "The later return's row about a child takes the place of the earlier one.",
        (
            ("2016/17", OLD + "\nUASC\nCHILD | SEX | DOB | DUC\nAmber | 2 | 01/01/2008 | "),
            ("2017/18", NEW + "\nUASC\nCHILD | SEX | DOB | DUC\nAmber | 2 | 01/01/2008 | 01/09/2017"),
        ),
        """
        uasc | number | Q1   | 1 | - | 1
        uasc | number | Q2   | 0 | - | 0
        uasc | number | year | 0 | - | 0
        """,
    ),
]
