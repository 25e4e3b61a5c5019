"""Legal status, type of placement, and which episodes are a new placement."""

from tests.spec.indicators.text_tables import Case

# Most cases count placements in the year 2017/18 and ask whether they reach three, so that one placement more
# or less changes the answer.

CASES = [
    Case(
        "legal status by group",
        "Each code of the list in its group; a code in no list and a blank are unknown.",
        """
        episodes
        CHILD | DECOM      | RNE | LS
        A     | 01/06/2016 | S   | C1
        B     | 01/06/2016 | S   | C2
        C     | 01/06/2016 | S   | D1
        D     | 01/06/2016 | S   | E1
        E     | 01/06/2016 | S   | V2
        F     | 01/06/2016 | S   | J1
        G     | 01/06/2016 | S   | J2
        H     | 01/06/2016 | S   | J3
        I     | 01/06/2016 | S   | L1
        J     | 01/06/2016 | S   | L2
        K     | 01/06/2016 | S   | L3
        L     | 01/06/2016 | S   | X9
        M     | 01/06/2016 | S   |
        """,
        """
        legal_status | interim_care_order | year | 1 | 13 | 7.7
        legal_status | care_order         | year | 1 | 13 | 7.7
        legal_status | placement_order    | year | 2 | 13 | 15.4
        legal_status | section_20         | year | 1 | 13 | 7.7
        legal_status | youth_justice      | year | 3 | 13 | 23.1
        legal_status | protection         | year | 3 | 13 | 23.1
        legal_status | unknown            | year | 2 | 13 | 15.4
        """,
    ),
    Case(
        "placement type by group",
        "Each code of the list in its group; whatever begins with Z is other; the rest is unknown.",
        """
        episodes
        CHILD | DECOM      | RNE | PLACE
        A1    | 01/06/2016 | S   | U1
        A2    | 01/06/2016 | S   | U2
        A3    | 01/06/2016 | S   | U3
        B1    | 01/06/2016 | S   | U4
        B2    | 01/06/2016 | S   | U5
        B3    | 01/06/2016 | S   | U6
        C1    | 01/06/2016 | S   | A3
        C2    | 01/06/2016 | S   | A4
        C3    | 01/06/2016 | S   | A5
        C4    | 01/06/2016 | S   | A6
        D1    | 01/06/2016 | S   | K1
        D2    | 01/06/2016 | S   | K2
        D3    | 01/06/2016 | S   | R1
        D4    | 01/06/2016 | S   | R2
        D5    | 01/06/2016 | S   | R3
        D6    | 01/06/2016 | S   | R5
        D7    | 01/06/2016 | S   | S1
        E1    | 01/06/2016 | S   | P1
        F1    | 01/06/2016 | S   | H5
        F2    | 01/06/2016 | S   | P2
        F3    | 01/06/2016 | S   | K3
        F4    | 01/06/2016 | S   | P3
        G0    | 01/06/2016 | S   | T0
        G1    | 01/06/2016 | S   | T1
        G2    | 01/06/2016 | S   | T2
        G3    | 01/06/2016 | S   | T3
        G4    | 01/06/2016 | S   | T4
        H1    | 01/06/2016 | S   | Z1
        H2    | 01/06/2016 | S   | Z14
        I1    | 01/06/2016 | S   | R4
        I2    | 01/06/2016 | S   |
        I3    | 01/06/2016 | S   | A2
        """,
        """
        placement_type | foster_kin  | year | 3 | 32 | 9.4
        placement_type | foster      | year | 3 | 32 | 9.4
        placement_type | adoption    | year | 4 | 32 | 12.5
        placement_type | residential | year | 7 | 32 | 21.9
        placement_type | home        | year | 1 | 32 | 3.1
        placement_type | independent | year | 4 | 32 | 12.5
        placement_type | temporary   | year | 5 | 32 | 15.6
        placement_type | other       | year | 2 | 32 | 6.3
        placement_type | unknown     | year | 3 | 32 | 9.4
        """,
    ),
    Case(
        "three placements in the year",
        "S, P and B begin a placement; it counts placements, not moves: the first is one of the three.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC
        Amber | 02/05/2017 | S   | 01/08/2017 | X1
        Amber | 01/08/2017 | P   | 01/11/2017 | X1
        Amber | 01/11/2017 | B   |            |
        Ben   | 02/05/2017 | S   | 01/08/2017 | X1
        Ben   | 01/08/2017 | P   |            |
        """,
        """
        placement_moves | three_or_more | year | 1 | 2 | 50
        """,
    ),
    Case(
        "placements at 1 April",
        "The placement begun on 1 April is the one they were in on that day, and is not counted again.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC
        Amber | 01/04/2017 | S   | 01/08/2017 | X1
        Amber | 01/08/2017 | P   |            |
        Ben   | 01/01/2016 | S   | 01/04/2017 | X1
        Ben   | 01/04/2017 | P   | 02/04/2017 | X1
        Ben   | 02/04/2017 | P   |            |
        Cara  | 01/01/2016 | S   | 02/04/2017 | X1
        Cara  | 02/04/2017 | P   | 03/04/2017 | X1
        Cara  | 03/04/2017 | P   |            |
        """,
        """
        placement_moves | three_or_more | year | 1 | 3 | 33.3
        """,
    ),
    Case(
        "placements at 31 March",
        "A placement that begins on 31 March is in the year; one on 1 April is in the next.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC
        Amber | 01/01/2016 | S   | 01/08/2017 | X1
        Amber | 01/08/2017 | P   | 31/03/2018 | X1
        Amber | 31/03/2018 | P   |            |
        Ben   | 01/01/2016 | S   | 01/08/2017 | X1
        Ben   | 01/08/2017 | P   | 01/04/2018 | X1
        Ben   | 01/04/2018 | P   |            |
        """,
        """
        placement_moves | three_or_more | year | 1 | 2 | 50
        """,
    ),
    Case(
        "not in care on 31 March",
        "Three placements, but the base is the child in care on the last day.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC
        Amber | 02/05/2017 | S   | 01/08/2017 | X1
        Amber | 01/08/2017 | P   | 01/11/2017 | X1
        Amber | 01/11/2017 | P   | 31/03/2018 | E4A
        """,
        """
        placement_moves | three_or_more | year | 0 | 0 | -
        """,
    ),
    Case(
        "two periods of care in the year",
        "The year's placements are the child's, whichever period of care they lie in.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC
        Amber | 01/01/2016 | S   | 01/06/2017 | E4A
        Amber | 01/07/2017 | S   | 01/09/2017 | E4B
        Amber | 01/10/2017 | S   |            |
        """,
        """
        placement_moves | three_or_more | year | 1 | 1 | 100
        leaving_care    | total         | year | 2 | - | 2
        leaving_care    | children      | year | 1 | - | 1
        leaving_care    | E4A           | year | 1 | 2 | 50
        leaving_care    | E4B           | year | 1 | 2 | 50
        """,
    ),
    Case(
        "a change of legal status, or the same carer elsewhere",
        "L, T and U are not new placements, and neither is a code in no list or a blank.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC
        Amber | 01/01/2016 | S   | 01/05/2017 | X1
        Amber | 01/05/2017 | P   | 01/06/2017 | X1
        Amber | 01/06/2017 | L   | 01/07/2017 | X1
        Amber | 01/07/2017 | T   | 01/08/2017 | X1
        Amber | 01/08/2017 | U   | 01/09/2017 | X1
        Amber | 01/09/2017 | Q   | 01/10/2017 | X1
        Amber | 01/10/2017 |     |            |
        """,
        """
        placement_moves | three_or_more | year | 0 | 1 | 0
        """,
    ),
    Case(
        "short breaks are no placements",
        "They are set aside before anything is counted.",
        """
        episodes
        CHILD | DECOM      | RNE | LS | DEC        | REC
        Amber | 01/01/2016 | S   | C2 | 01/05/2017 | X1
        Amber | 01/05/2017 | P   | C2 |            |
        Amber | 01/06/2017 | S   | V3 | 05/06/2017 | X1
        Amber | 05/06/2017 | P   | V4 | 15/06/2017 | X1
        """,
        """
        placement_moves | three_or_more | year | 0 | 1 | 0
        """,
    ),
    Case(
        "in two episodes on 1 April",
        "The child was in one placement on 1 April however many rows say so.",
        """
        episodes
        CHILD | DECOM      | RNE | PLACE | DEC        | REC
        Amber | 01/01/2016 | S   | U4    | 01/05/2017 | E4A
        Amber | 01/01/2017 | S   | K2    | 01/06/2017 | X1
        Amber | 01/06/2017 | P   | U4    |            |
        """,
        """
        placement_moves | three_or_more | year | 0 | 1 | 0
        """,
    ),
    Case(
        "a code that stands in no list begins no placement and hides none",
        "In care on 1 April, then two moves that are coded: three placements.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC
        Amber | 01/01/2016 | Q   | 01/05/2017 | X1
        Amber | 01/05/2017 | P   | 01/06/2017 | X1
        Amber | 01/06/2017 | P   |            |
        """,
        """
        placement_moves | three_or_more | year | 1 | 1 | 100
        """,
    ),
]
