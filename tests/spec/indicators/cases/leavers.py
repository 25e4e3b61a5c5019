"""Care leavers (OC3) and unaccompanied asylum-seeking children."""

from tests.spec.indicators.text_tables import Case

CASES = [
    Case(
        "aged 17 to 21 on 31 March",
        "Seventeen on the day is in, so is twenty-one to the day before the twenty-second birthday.",
        """
        care_leavers
        CHILD | DOB        | IN_TOUCH | ACCOM
        Amber | 01/04/2001 | YES      | U1
        Ben   | 31/03/2001 | YES      | U1
        Cara  | 01/04/1996 | YES      | U1
        Dan   | 31/03/1996 | YES      | U1
        Ella  |            | YES      | U1
        """,
        """
        care_leavers | suitable | year | 2 | 2 | 100
        care_leavers | in_touch | year | 2 | 2 | 100
        """,
    ),
    Case(
        "a young person who died",
        "Leaves the base of both.",
        """
        care_leavers
        CHILD | DOB        | IN_TOUCH | ACCOM
        Amber | 01/01/1999 | DIED     | 0
        Ben   | 01/01/1999 | DIED     | U1
        Cara  | 01/01/1999 | NO       | U2
        """,
        """
        care_leavers | suitable | year | 0 | 1 | 0
        care_leavers | in_touch | year | 0 | 1 | 0
        """,
    ),
    Case(
        "suitable homes",
        "A valid letter with 1 or 2; R is “not known”, 0 is none, and A, 01 and U3 are in no list.",
        """
        care_leavers
        CHILD | DOB        | IN_TOUCH | ACCOM
        Amber | 01/01/1999 | YES      | B1
        Ben   | 01/01/1999 | YES      | Z1
        Cara  | 01/01/1999 | YES      | S2
        Dan   | 01/01/1999 | YES      | R1
        Ella  | 01/01/1999 | YES      | R2
        Fred  | 01/01/1999 | YES      | 0
        Gia   | 01/01/1999 | YES      | 01
        Hal   | 01/01/1999 | YES      | A1
        Ida   | 01/01/1999 | YES      | U3
        Jan   | 01/01/1999 | YES      | U
        Kim   | 01/01/1999 | YES      | U11
        Lou   | 01/01/1999 | YES      |
        """,
        """
        care_leavers | suitable | year | 2  | 3  | 66.7
        care_leavers | in_touch | year | 12 | 12 | 100
        """,
    ),
    Case(
        "in touch",
        "YES over those for whom it was answered; a blank leaves the base but not that of the home.",
        """
        care_leavers
        CHILD | DOB        | IN_TOUCH | ACCOM
        Amber | 01/01/1999 | YES      | U1
        Ben   | 01/01/1999 | NO       | U1
        Cara  | 01/01/1999 | REFU     | U1
        Dan   | 01/01/1999 | NREQ     | U1
        Ella  | 01/01/1999 | RHOM     | 0
        Fred  | 01/01/1999 |          | U2
        """,
        """
        care_leavers | suitable | year | 4 | 5 | 80
        care_leavers | in_touch | year | 1 | 5 | 20
        """,
    ),
    Case(
        "OC3 speaks for its own year",
        "Rows of the years before and after are not this year's.",
        """
        care_leavers
        CHILD | YEAR | DOB        | IN_TOUCH | ACCOM
        Amber | 2017 | 01/01/1999 | NO       | U2
        Amber | 2018 | 01/01/1999 | YES      | U1
        Amber | 2019 | 01/01/1999 | NO       | U2
        """,
        """
        care_leavers | suitable | year | 1 | 1 | 100
        care_leavers | in_touch | year | 1 | 1 | 100
        """,
    ),
    Case(
        "seeking asylum, and the day it ceased",
        "In care on the day, in the table, and DUC blank or after the day.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC
        Amber | 01/01/2016 | S   |            |
        Ben   | 01/01/2016 | S   |            |
        Cara  | 01/01/2016 | S   |            |
        Dan   | 01/01/2016 | S   | 01/06/2017 | E15
        Ella  | 01/01/2016 | S   |            |

        uasc
        CHILD | DUC
        Amber |
        Ben   | 31/03/2018
        Cara  | 01/04/2018
        Dan   |
        """,
        """
        uasc | number | Q1   | 3 | - | 3
        uasc | number | Q3   | 3 | - | 3
        uasc | number | year | 2 | - | 2
        """,
    ),
    Case(
        "in short breaks and in the asylum table",
        "Not a child in care.",
        """
        episodes
        CHILD | DECOM      | RNE | LS
        Amber | 01/01/2016 | S   | V4

        uasc
        CHILD | DUC
        Amber |
        """,
        """
        uasc | number | year | 0 | - | 0
        """,
    ),
    Case(
        "a letter that allows only 2",
        "Our reading: the letter is valid and 1 is suitable, though the guide lists S and X (no home, custody) with 2.",
        """
        care_leavers
        CHILD | DOB        | IN_TOUCH | ACCOM
        Amber | 01/01/1999 | YES      | S1
        Ben   | 01/01/1999 | YES      | X2
        """,
        """
        care_leavers | suitable | year | 1 | 2 | 50
        care_leavers | in_touch | year | 2 | 2 | 100
        """,
    ),
]
