"""Unplanned moves: why a placement ended, where another one followed it."""

from tests.spec.indicators.text_tables import Case

NONE = """
unplanned_moves | unplanned | year | 0 | 0 | -
unplanned_moves | unknown   | year | 0 | - | 0
"""

CASES = [
    Case(
        "planned and unplanned",
        "The reason on the episode that ends; CREQB is in the unplanned group, CARPL is not.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC | REASON
        Amber | 01/01/2016 | S   | 01/06/2017 | X1  | CREQB
        Amber | 01/06/2017 | P   | 01/09/2017 | X1  | CARPL
        Amber | 01/09/2017 | B   |            |     |
        """,
        """
        unplanned_moves | unplanned | year | 1 | 2 | 50
        unplanned_moves | CREQB     | year | 1 | 2 | 50
        unplanned_moves | CARPL     | year | 1 | 2 | 50
        unplanned_moves | unplanned | Q1   | 1 | 1 | 100
        unplanned_moves | CREQB     | Q1   | 1 | 1 | 100
        unplanned_moves | unplanned | Q2   | 0 | 1 | 0
        unplanned_moves | CARPL     | Q2   | 1 | 1 | 100
        """,
    ),
    Case(
        "the first and the last day of the year",
        "The move is on the day the placement ended: 1 April 2017 and 31 March 2018 are in, the days beside not.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC | REASON
        Amber | 01/01/2016 | S   | 31/03/2017 | X1  | ALLEG
        Amber | 31/03/2017 | P   | 01/04/2017 | X1  | STAND
        Amber | 01/04/2017 | P   | 31/03/2018 | X1  | OTHER
        Amber | 31/03/2018 | P   | 01/04/2018 | X1  | CLOSE
        Amber | 01/04/2018 | P   |            |     |
        """,
        """
        unplanned_moves | unplanned | year | 1 | 2 | 50
        unplanned_moves | STAND     | year | 1 | 2 | 50
        unplanned_moves | OTHER     | year | 1 | 2 | 50
        unplanned_moves | unplanned | Q4   | 0 | 1 | 0
        unplanned_moves | OTHER     | Q4   | 1 | 1 | 100
        """,
    ),
    Case(
        "a move without a reason",
        "Blank is not “planned”: the move leaves the base.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC | REASON
        Amber | 01/01/2016 | S   | 01/06/2017 | X1  |
        Amber | 01/06/2017 | P   |            |     |
        """,
        NONE,
    ),
    Case(
        "the reason on the placement's last episode",
        "What stands on an earlier episode of the same placement, where only the legal status changed, is not it.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC | REASON
        Amber | 01/01/2016 | S   | 01/06/2017 | X1  | CARPL
        Amber | 01/06/2017 | L   | 01/07/2017 | X1  | CREQO
        Amber | 01/07/2017 | P   |            |     |
        Ben   | 01/01/2016 | S   | 01/06/2017 | X1  | CARPL
        Ben   | 01/06/2017 | L   | 01/07/2017 | X1  |
        Ben   | 01/07/2017 | P   |            |     |
        """,
        """
        unplanned_moves | unplanned | year | 1 | 1 | 100
        unplanned_moves | CREQO     | year | 1 | 1 | 100
        """,
    ),
    Case(
        "same carer, no move",
        "T and U begin no placement, so nothing ended, whatever the reason says.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC | REASON
        Amber | 01/01/2016 | S   | 01/06/2017 | X1  | PLACE
        Amber | 01/06/2017 | T   | 01/07/2017 | X1  | ALLEG
        Amber | 01/07/2017 | U   |            |     |
        """,
        NONE,
    ),
    Case(
        "hospital and back",
        "Neither going into a T nor the return from it ends a placement.",
        """
        episodes
        CHILD | DECOM      | RNE | PLACE | PL_POST | DEC        | REC | REASON
        Amber | 01/01/2016 | S   | U4    | AA1 1AA | 01/06/2017 | X1  | ALLEG
        Amber | 01/06/2017 | P   | T1    | HH1 1HH | 09/06/2017 | X1  | STAND
        Amber | 09/06/2017 | P   | U4    | AA1 1AA |            |     |
        """,
        NONE,
    ),
    Case(
        "from hospital to another carer",
        "The T belongs to the placement it interrupts, so the T is its last episode and carries the reason.",
        """
        episodes
        CHILD | DECOM      | RNE | PLACE | PL_POST | DEC        | REC | REASON
        Amber | 01/01/2016 | S   | U4    | AA1 1AA | 01/06/2017 | X1  | ALLEG
        Amber | 01/06/2017 | P   | T1    | HH1 1HH | 09/07/2017 | X1  | STAND
        Amber | 09/07/2017 | P   | U4    | BB1 1BB |            |     |
        """,
        """
        unplanned_moves | unplanned | year | 1 | 1 | 100
        unplanned_moves | STAND     | year | 1 | 1 | 100
        unplanned_moves | unplanned | Q1   | 0 | 0 | -
        unplanned_moves | unplanned | Q2   | 1 | 1 | 100
        unplanned_moves | STAND     | Q2   | 1 | 1 | 100
        """,
    ),
    Case(
        "custody is a reason whatever the year",
        "The code came into the return in 2018/19; in a return of 2017/18 it still says why the placement ended.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC | REASON
        Amber | 01/01/2016 | S   | 01/06/2017 | X1  | CUSTOD
        Amber | 01/06/2017 | P   | 01/07/2017 | X1  | CHILD
        Amber | 01/07/2017 | P   |            |     |
        """,
        """
        unplanned_moves | unplanned | year | 2 | 2 | 100
        unplanned_moves | CHILD     | year | 1 | 2 | 50
        unplanned_moves | CUSTOD    | year | 1 | 2 | 50
        unplanned_moves | unknown   | year | 0 | - | 0
        """,
    ),
    Case(
        "custody in 2018/19",
        "It is then in the list and in the unplanned group.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC | REASON
        Amber | 01/01/2016 | S   | 01/06/2018 | X1  | CUSTOD
        Amber | 01/06/2018 | P   | 01/07/2018 | X1  | LIIAF
        Amber | 01/07/2018 | P   |            |     |
        """,
        """
        unplanned_moves | unplanned | year | 1 | 1 | 100
        unplanned_moves | CUSTOD    | year | 1 | 1 | 100
        unplanned_moves | unknown   | year | 1 | - | 1
        """,
        year="2018/19",
    ),
    Case(
        "which reasons are unplanned",
        "CARPL, PLACE and OTHER are not; the eight others of 2017/18 are.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC | REASON
        Amber | 01/01/2016 | S   | 01/05/2017 | X1  | CARPL
        Amber | 01/05/2017 | P   | 02/05/2017 | X1  | CLOSE
        Amber | 02/05/2017 | P   | 03/05/2017 | X1  | ALLEG
        Amber | 03/05/2017 | P   | 04/05/2017 | X1  | STAND
        Amber | 04/05/2017 | P   | 05/05/2017 | X1  | APPRR
        Amber | 05/05/2017 | P   | 06/05/2017 | X1  | CREQB
        Amber | 06/05/2017 | P   | 07/05/2017 | X1  | CREQO
        Amber | 07/05/2017 | P   | 08/05/2017 | X1  | CHILD
        Amber | 08/05/2017 | P   | 09/05/2017 | X1  | LAREQ
        Amber | 09/05/2017 | P   | 10/05/2017 | X1  | PLACE
        Amber | 10/05/2017 | P   | 11/05/2017 | X1  | OTHER
        Amber | 11/05/2017 | P   |            |     |
        """,
        """
        unplanned_moves | unplanned | year | 8 | 11 | 72.7
        unplanned_moves | CARPL     | year | 1 | 11 | 9.1
        unplanned_moves | CLOSE     | year | 1 | 11 | 9.1
        unplanned_moves | ALLEG     | year | 1 | 11 | 9.1
        unplanned_moves | STAND     | year | 1 | 11 | 9.1
        unplanned_moves | APPRR     | year | 1 | 11 | 9.1
        unplanned_moves | CREQB     | year | 1 | 11 | 9.1
        unplanned_moves | CREQO     | year | 1 | 11 | 9.1
        unplanned_moves | CHILD     | year | 1 | 11 | 9.1
        unplanned_moves | LAREQ     | year | 1 | 11 | 9.1
        unplanned_moves | PLACE     | year | 1 | 11 | 9.1
        unplanned_moves | OTHER     | year | 1 | 11 | 9.1
        """,
    ),
    Case(
        "care ended",
        "What begins later is another period of care: no next episode followed in this one.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC | REASON
        Amber | 01/01/2016 | S   | 01/06/2017 | E4A | CREQB
        Amber | 01/06/2017 | S   | 01/07/2017 | X1  | CREQO
        Amber | 02/07/2017 | P   | 01/08/2017 | X1  | ALLEG
        """,
        NONE,
    ),
    Case(
        "a placement whose start is not known",
        "It ended all the same, in June, and the reason is there.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC | REASON
        Amber | 01/01/2016 | L   | 01/06/2017 | X1  | CLOSE
        Amber | 01/06/2017 | P   |            |     |
        """,
        """
        unplanned_moves | unplanned | year | 1 | 1 | 100
        unplanned_moves | CLOSE     | year | 1 | 1 | 100
        """,
    ),
    Case(
        "an open episode carrying a reason for change",
        "Nothing has ended yet.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC | REASON
        Amber | 01/01/2016 | S   |            |     | CREQB
        """,
        NONE,
    ),
]
