"""Long-term stability on 31 March 2018: 30 months in care reach back to 30 September 2015, 24 to 31 March 2016."""

from tests.spec.indicators.text_tables import Case

STABLE = """
long_term_stability | stable  | year | 1 | 1 | 100
long_term_stability | unknown | year | 0 | - | 0
"""
NOT_STABLE = """
long_term_stability | stable  | year | 0 | 1 | 0
long_term_stability | unknown | year | 0 | - | 0
"""
NO_ROW = """
long_term_stability | stable  | year | 0 | 0 | -
long_term_stability | unknown | year | 0 | - | 0
"""
UNKNOWN = """
long_term_stability | stable  | year | 0 | 0 | -
long_term_stability | unknown | year | 1 | - | 1
"""

CASES = [
    Case(
        "thirty months in care, to the day",
        "Started on or before 31 March 2018 less 30 months, which is 30 September 2015.",
        """
        episodes
        CHILD | DECOM      | RNE
        Amber | 30/09/2015 | S
        Ben   | 01/10/2015 | S
        """,
        STABLE,
    ),
    Case(
        "two years in the placement, to the day",
        "Ben's began a day too late; both are in the base.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC
        Amber | 01/01/2015 | S   | 31/03/2016 | X1
        Amber | 31/03/2016 | P   |            |
        Ben   | 01/01/2015 | S   | 01/04/2016 | X1
        Ben   | 01/04/2016 | P   |            |
        """,
        """
        long_term_stability | stable  | year | 1 | 2 | 50
        long_term_stability | unknown | year | 0 | - | 0
        """,
    ),
    Case(
        "under 16 on 31 March",
        "Sixteen on the day itself is not under 16.",
        """
        children
        CHILD | DOB
        Amber | 01/04/2002
        Ben   | 31/03/2002

        episodes
        CHILD | DECOM      | RNE
        Amber | 01/01/2015 | S
        Ben   | 01/01/2015 | S
        """,
        STABLE,
    ),
    Case(
        "the same carer throughout",
        "L, T and U leave the placement as it was.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC
        Amber | 01/01/2015 | S   | 01/01/2017 | X1
        Amber | 01/01/2017 | L   | 01/06/2017 | X1
        Amber | 01/06/2017 | T   | 01/09/2017 | X1
        Amber | 01/09/2017 | U   |            |
        """,
        STABLE,
    ),
    Case(
        "a stay in hospital and back",
        "The return is no new placement: the placement goes on.",
        """
        episodes
        CHILD | DECOM      | RNE | PLACE | PL_POST | DEC        | REC
        Amber | 01/01/2015 | S   | U4    | AA1 1AA | 01/01/2018 | X1
        Amber | 01/01/2018 | P   | T1    | HH1 1HH | 09/01/2018 | X1
        Amber | 09/01/2018 | P   | U4    | AA1 1AA |            |
        """,
        STABLE,
    ),
    Case(
        "in hospital on the day",
        "The T belongs to the placement it interrupts.",
        """
        episodes
        CHILD | DECOM      | RNE | PLACE | PL_POST | DEC        | REC
        Amber | 01/01/2015 | S   | U4    | AA1 1AA | 30/03/2018 | X1
        Amber | 30/03/2018 | P   | T1    | HH1 1HH |            |
        """,
        STABLE,
    ),
    Case(
        "from hospital to another carer",
        "A new placement, begun in January 2018.",
        """
        episodes
        CHILD | DECOM      | RNE | PLACE | PL_POST | DEC        | REC
        Amber | 01/01/2015 | S   | U4    | AA1 1AA | 01/01/2018 | X1
        Amber | 01/01/2018 | P   | T1    | HH1 1HH | 09/01/2018 | X1
        Amber | 09/01/2018 | P   | U4    | BB1 1BB |            |
        """,
        NOT_STABLE,
    ),
    Case(
        "a new period of care",
        "Home for a month in 2017: the current period is not 30 months old, and its start is known.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC
        Amber | 01/01/2014 | S   | 01/05/2017 | E4A
        Amber | 01/06/2017 | S   |            |
        """,
        NO_ROW,
    ),
    Case(
        "start not known, settled by the first DECOM",
        "On or before 30 September 2015 is at least 30 months in care and 24 in the placement.",
        """
        episodes
        CHILD | DECOM      | RNE
        Amber | 30/09/2015 | L
        """,
        STABLE,
    ),
    Case(
        "start not known and not settled",
        "On or before 1 October 2015 may be 30 months or not: counted beside the rate as unknown.",
        """
        episodes
        CHILD | DECOM      | RNE
        Amber | 01/10/2015 | L
        """,
        UNKNOWN,
    ),
    Case(
        "start of care not known, start of the placement known and recent",
        "Whether she is in the base is not settled, so she is unknown, not “not stable”.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC
        Amber | 01/02/2017 | L   | 01/06/2017 | X1
        Amber | 01/06/2017 | P   |            |
        """,
        UNKNOWN,
    ),
    Case(
        "start not known, sixteen already",
        "The table asks only about those under 16.",
        """
        children
        CHILD | DOB
        Amber | 01/01/2002

        episodes
        CHILD | DECOM      | RNE
        Amber | 01/10/2015 | L
        """,
        NO_ROW,
    ),
    Case(
        "period settled, then a known move",
        "In care since 2014 at the latest; the current placement began in 2017.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC
        Amber | 01/01/2014 | T   | 01/06/2017 | X1
        Amber | 01/06/2017 | P   |            |
        """,
        NOT_STABLE,
    ),
    Case(
        "a gap of a day breaks the placement",
        "The period from 2 June 2017 has no known start: unknown.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC
        Amber | 01/01/2014 | S   | 01/06/2017 | X1
        Amber | 02/06/2017 | L   |            |
        """,
        UNKNOWN,
    ),
    Case(
        "placed for adoption after a long placement",
        "The adoptive placement together with the one before it has lasted since 2015.",
        """
        episodes
        CHILD | DECOM      | RNE | PLACE | DEC        | REC
        Amber | 01/01/2015 | S   | U4    | 01/12/2017 | X1
        Amber | 01/12/2017 | P   | A6    |            |
        """,
        STABLE,
    ),
    Case(
        "placed for adoption, the one before it to the day",
        "The placement before must have begun on or before 31 March 2016.",
        """
        episodes
        CHILD | DECOM      | RNE | PLACE | DEC        | REC
        Amber | 01/01/2015 | S   | U4    | 31/03/2016 | X1
        Amber | 31/03/2016 | P   | U5    | 01/12/2017 | X1
        Amber | 01/12/2017 | P   | A4    |            |
        Ben   | 01/01/2015 | S   | U4    | 01/04/2016 | X1
        Ben   | 01/04/2016 | P   | U5    | 01/12/2017 | X1
        Ben   | 01/12/2017 | P   | A4    |            |
        """,
        """
        long_term_stability | stable  | year | 1 | 2 | 50
        long_term_stability | unknown | year | 0 | - | 0
        """,
    ),
    Case(
        "adopted by the foster carer",
        "A change of status with the same carer (U) is no new placement: she has been there since 2015.",
        """
        episodes
        CHILD | DECOM      | RNE | PLACE | DEC        | REC
        Amber | 01/01/2015 | S   | U5    | 01/12/2017 | X1
        Amber | 01/12/2017 | U   | A5    |            |
        """,
        STABLE,
    ),
    Case(
        "a move that is not for adoption",
        "The rule that adds the placement before is for A3 to A6 alone.",
        """
        episodes
        CHILD | DECOM      | RNE | PLACE | DEC        | REC
        Amber | 01/01/2015 | S   | U4    | 01/12/2017 | X1
        Amber | 01/12/2017 | P   | U1    |            |
        """,
        NOT_STABLE,
    ),
    Case(
        "placed for adoption, the placement before it of unknown start",
        "It began on or before 1 January 2014, which settles it.",
        """
        episodes
        CHILD | DECOM      | RNE | PLACE | DEC        | REC
        Amber | 01/01/2014 | L   | U4    | 01/12/2017 | X1
        Amber | 01/12/2017 | B   | A6    |            |
        """,
        STABLE,
    ),
    Case(
        "placed for adoption, and in hospital on the day",
        "Our reading: the T belongs to the placement it interrupts, so she is still placed for adoption.",
        """
        episodes
        CHILD | DECOM      | RNE | PLACE | DEC        | REC
        Amber | 01/01/2015 | S   | U4    | 01/12/2017 | X1
        Amber | 01/12/2017 | P   | A6    | 30/03/2018 | X1
        Amber | 30/03/2018 | P   | T1    |            |
        """,
        STABLE,
    ),
    Case(
        "no date of birth",
        "Our reading: not shown to be under 16, so no row of this table; `unknown` is for lengths not settled.",
        """
        children
        CHILD | DOB
        Amber |

        episodes
        CHILD | DECOM      | RNE
        Amber | 01/01/2015 | S
        Ben   | 01/10/2015 | L
        """,
        NO_ROW,
    ),
]
