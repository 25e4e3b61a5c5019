"""Hospital, holidays and other temporary placements (T0 to T4), and the return from them.

Every child here was in care on 1 April 2017 and moved once in May: two placements. Whether there is a third
depends on the temporary placement alone.
"""

from tests.spec.indicators.text_tables import Case


def after_the_move_in_may(later: str) -> str:
    return f"""
    episodes
    CHILD | DECOM      | RNE | PLACE | PL_POST | DEC        | REC
    Amber | 01/01/2016 | S   | U4    | AA1 1AA | 01/05/2017 | X1
    {later.strip()}
    """


TWO = "placement_moves | three_or_more | year | 0 | 1 | 0"
THREE = "placement_moves | three_or_more | year | 1 | 1 | 100"

CASES = [
    Case(
        "in hospital at the year's end",
        "An episode in T0 to T4 is never a new placement.",
        after_the_move_in_may("""
    Amber | 01/05/2017 | P   | U6    | BB1 1BB | 01/02/2018 | X1
    Amber | 01/02/2018 | P   | T1    | HH1 1HH |            |
        """),
        TWO + "\nplacement_type | temporary | year | 1 | 1 | 100",
    ),
    Case(
        "back from hospital to the same place",
        "The return to the same PLACE and PL_POST is not a new placement, though its RNE is P.",
        after_the_move_in_may("""
    Amber | 01/05/2017 | P   | U6    | BB1 1BB | 01/06/2017 | X1
    Amber | 01/06/2017 | P   | T1    | HH1 1HH | 09/06/2017 | X1
    Amber | 09/06/2017 | P   | U6    | BB1 1BB |            |
        """),
        TWO,
    ),
    Case(
        "back to another address of the same type",
        "PLACE is the same, PL_POST is not: a new placement.",
        after_the_move_in_may("""
    Amber | 01/05/2017 | P   | U6    | BB1 1BB | 01/06/2017 | X1
    Amber | 01/06/2017 | P   | T1    | HH1 1HH | 09/06/2017 | X1
    Amber | 09/06/2017 | P   | U6    | CC1 1CC |            |
        """),
        THREE,
    ),
    Case(
        "back to the same address under another type",
        "PL_POST is the same, PLACE is not: a new placement.",
        after_the_move_in_may("""
    Amber | 01/05/2017 | P   | U6    | BB1 1BB | 01/06/2017 | X1
    Amber | 01/06/2017 | P   | T1    | HH1 1HH | 09/06/2017 | X1
    Amber | 09/06/2017 | P   | U4    | BB1 1BB |            |
        """),
        THREE,
    ),
    Case(
        "back, and the address is blank both times",
        "Blank equals blank.",
        after_the_move_in_may("""
    Amber | 01/05/2017 | P   | U6    |         | 01/06/2017 | X1
    Amber | 01/06/2017 | P   | T1    | HH1 1HH | 09/06/2017 | X1
    Amber | 09/06/2017 | P   | U6    |         |            |
        """),
        TWO,
    ),
    Case(
        "back, and the address is blank once",
        "Blank does not equal an address.",
        after_the_move_in_may("""
    Amber | 01/05/2017 | P   | U6    | BB1 1BB | 01/06/2017 | X1
    Amber | 01/06/2017 | P   | T1    | HH1 1HH | 09/06/2017 | X1
    Amber | 09/06/2017 | P   | U6    |         |            |
        """),
        THREE,
    ),
    Case(
        "hospital, then a carer's holiday, then back",
        "The last episode before the T is the one before the whole run of them.",
        after_the_move_in_may("""
    Amber | 01/05/2017 | P   | U6    | BB1 1BB | 01/06/2017 | X1
    Amber | 01/06/2017 | P   | T1    | HH1 1HH | 09/06/2017 | X1
    Amber | 09/06/2017 | B   | T3    | DD1 1DD | 20/06/2017 | X1
    Amber | 20/06/2017 | B   | U6    | BB1 1BB |            |
        """),
        TWO,
    ),
    Case(
        "two stays in hospital with a return between them",
        "Each return is held against the episode before its own T.",
        after_the_move_in_may("""
    Amber | 01/05/2017 | P   | U6    | BB1 1BB | 01/06/2017 | X1
    Amber | 01/06/2017 | P   | T1    | HH1 1HH | 09/06/2017 | X1
    Amber | 09/06/2017 | P   | U6    | BB1 1BB | 20/06/2017 | X1
    Amber | 20/06/2017 | P   | T1    | HH1 1HH | 29/06/2017 | X1
    Amber | 29/06/2017 | P   | U6    | BB1 1BB |            |
        """),
        TWO,
    ),
    Case(
        "a move straight after the return",
        "Only the next episode not in T0 to T4 is the return; the one after it is a placement of its own.",
        after_the_move_in_may("""
    Amber | 01/05/2017 | P   | U6    | BB1 1BB | 01/06/2017 | X1
    Amber | 01/06/2017 | P   | T1    | HH1 1HH | 09/06/2017 | X1
    Amber | 09/06/2017 | P   | U6    | BB1 1BB | 20/06/2017 | X1
    Amber | 20/06/2017 | P   | U6    | BB1 1BB |            |
        """),
        THREE,
    ),
    Case(
        "the return is coded as the same carer",
        "T is no new placement, wherever it leads.",
        after_the_move_in_may("""
    Amber | 01/05/2017 | P   | U6    | BB1 1BB | 01/06/2017 | X1
    Amber | 01/06/2017 | P   | T1    | HH1 1HH | 09/06/2017 | X1
    Amber | 09/06/2017 | T   | U6    | CC1 1CC |            |
        """),
        TWO,
    ),
    Case(
        "legal status changed in hospital, then back",
        "The L episode is itself in T1, so it belongs to the same run.",
        after_the_move_in_may("""
    Amber | 01/05/2017 | P   | U6    | BB1 1BB | 01/06/2017 | X1
    Amber | 01/06/2017 | P   | T1    | HH1 1HH | 05/06/2017 | X1
    Amber | 05/06/2017 | L   | T1    | HH1 1HH | 09/06/2017 | X1
    Amber | 09/06/2017 | P   | U6    | BB1 1BB |            |
        """),
        TWO,
    ),
    Case(
        "from hospital into a new period of care",
        "Care ended in hospital; what begins with S a day later is a placement, though the place is the same.",
        after_the_move_in_may("""
    Amber | 01/05/2017 | P   | U6    | BB1 1BB | 01/06/2017 | X1
    Amber | 01/06/2017 | P   | T1    | HH1 1HH | 09/06/2017 | E4A
    Amber | 10/06/2017 | S   | U6    | BB1 1BB |            |
        """),
        THREE,
    ),
    Case(
        "a period of care, as known, that begins in hospital",
        "The return is then not new: in the T on 1 April, the return in April, one move in May.",
        """
        episodes
        CHILD | DECOM      | RNE | PLACE | PL_POST | DEC        | REC
        Amber | 20/03/2017 | P   | T1    | HH1 1HH | 09/04/2017 | X1
        Amber | 09/04/2017 | P   | U6    | BB1 1BB | 01/05/2017 | X1
        Amber | 01/05/2017 | P   | U4    | CC1 1CC |            |
        Ben   | 20/03/2017 | P   | T1    | HH1 1HH | 09/04/2017 | X1
        Ben   | 09/04/2017 | P   | U6    | BB1 1BB | 01/05/2017 | X1
        Ben   | 01/05/2017 | P   | U4    | CC1 1CC | 01/08/2017 | X1
        Ben   | 01/08/2017 | P   | U4    | DD1 1DD |            |
        """,
        "placement_moves | three_or_more | year | 1 | 2 | 50",
    ),
    Case(
        "taken into care in hospital",
        "S in T1 is no new placement and the return from it is not either: two moves later it is two.",
        """
        episodes
        CHILD | DECOM      | RNE | PLACE | PL_POST | DEC        | REC
        Amber | 20/04/2017 | S   | T1    | HH1 1HH | 29/04/2017 | X1
        Amber | 29/04/2017 | P   | U6    | BB1 1BB | 01/05/2017 | X1
        Amber | 01/05/2017 | P   | U4    | CC1 1CC | 01/08/2017 | X1
        Amber | 01/08/2017 | P   | U4    | DD1 1DD |            |
        """,
        TWO,
    ),
    Case(
        "in hospital on 1 April",
        "The T belongs to the placement it interrupts: that is the one they were in on 1 April.",
        """
        episodes
        CHILD | DECOM      | RNE | PLACE | PL_POST | DEC        | REC
        Amber | 01/01/2016 | S   | U4    | AA1 1AA | 25/03/2017 | X1
        Amber | 25/03/2017 | P   | T1    | HH1 1HH | 09/04/2017 | X1
        Amber | 09/04/2017 | P   | U4    | AA1 1AA | 01/05/2017 | X1
        Amber | 01/05/2017 | P   | U6    | BB1 1BB |            |
        """,
        TWO,
    ),
]
