"""A child in care: 20 working days, 3 months, 6 months (rules A2.1 to A2.3, A3.2, 0.5)."""

from tests.spec.law.worked import Case

CASES = [
    Case(
        "three reviews in time; each is counted from the day the last was held",
        """
        care   | 05/01/2026 | C2 | U6
        review | 30/01/2026
        review | 10/04/2026
        """,
        """
        on 04/01/2026 | nothing
        on 05/01/2026 | ordinary | 02/02/2026
        on 29/01/2026 | ordinary | 02/02/2026
        on 30/01/2026 | ordinary | 30/04/2026
        on 10/04/2026 | ordinary | 10/10/2026
        by 10/10/2026 | ordinary | 02/02/2026 | 30/01/2026 | in_time
        by 10/10/2026 | ordinary | 30/04/2026 | 10/04/2026 | in_time
        by 10/10/2026 | ordinary | 10/10/2026 | -          | open
        by 11/10/2026 | ordinary | 02/02/2026 | 30/01/2026 | in_time
        by 11/10/2026 | ordinary | 30/04/2026 | 10/04/2026 | in_time
        by 11/10/2026 | ordinary | 10/10/2026 | -          | overdue
        """,
    ),
    Case(
        "into care on a Friday in autumn",
        "care | 20/11/2026 | V2 | U6",
        "on 20/11/2026 | ordinary | 18/12/2026",
    ),
    Case(
        "into care before Christmas: 25 and 28 December and 1 January are no working days",
        "care | 21/12/2026 | V2 | U6",
        "on 21/12/2026 | ordinary | 21/01/2027",
    ),
    Case(
        "into care on Christmas Eve",
        "care | 24/12/2026 | V2 | U6",
        "on 24/12/2026 | ordinary | 26/01/2027",
    ),
    Case(
        "into care on a Saturday that is Boxing Day: day 1 is the next working day",
        "care | 26/12/2026 | V2 | U6",
        "on 26/12/2026 | ordinary | 26/01/2027",
    ),
    Case(
        "into care before Easter",
        "care | 19/03/2027 | C1 | U6",
        "on 19/03/2027 | ordinary | 20/04/2027",
    ),
    Case(
        "into care before Christmas 2016",
        "care | 22/12/2016 | C1 | U6",
        "on 22/12/2016 | ordinary | 24/01/2017",
    ),
    Case(
        "three months from 30 November end on the last day of February, a Sunday, and are not put off",
        """
        care   | 09/11/2026 | C1 | U6
        review | 30/11/2026
        """,
        "on 30/11/2026 | ordinary | 28/02/2027",
    ),
    Case(
        "three months from 30 November end on 29 February in a leap year",
        """
        care   | 08/11/2027 | C1 | U6
        review | 30/11/2027
        """,
        "on 30/11/2027 | ordinary | 29/02/2028",
    ),
    Case(
        "six months from 31 August",
        """
        care   | 05/01/2026 | C1 | U6
        review | 02/02/2026
        review | 30/04/2026
        review | 31/08/2026
        """,
        "on 31/08/2026 | ordinary | 28/02/2027",
    ),
    Case(
        "six months from 22 May end on a Sunday",
        """
        care   | 05/01/2026 | C1 | U6
        review | 02/02/2026
        review | 22/05/2026
        """,
        """
        on 22/05/2026 | ordinary | 22/11/2026
        by 22/05/2026 | ordinary | 02/02/2026 | 02/02/2026 | in_time
        by 22/05/2026 | ordinary | 02/05/2026 | 22/05/2026 | late
        by 22/05/2026 | ordinary | 22/11/2026 | -          | open
        """,
    ),
    Case(
        "held late: the next is counted from the actual day, not from the day it was due",
        """
        care   | 05/01/2026 | C1 | U6
        review | 05/02/2026
        """,
        """
        on 03/02/2026 | ordinary | 02/02/2026
        on 05/02/2026 | ordinary | 05/05/2026
        by 03/02/2026 | ordinary | 02/02/2026 | -          | overdue
        by 05/02/2026 | ordinary | 02/02/2026 | 05/02/2026 | late
        by 05/02/2026 | ordinary | 05/05/2026 | -          | open
        """,
    ),
    Case(
        "care ended before the first review was due: not required, never late",
        """
        care | 05/01/2026 | V2 | U6
        home | 28/01/2026
        """,
        """
        on 27/01/2026 | ordinary | 02/02/2026
        on 28/01/2026 | nothing
        by 27/01/2026 | ordinary | 02/02/2026 | - | open
        by 01/06/2026 | ordinary | 02/02/2026 | - | not_required
        """,
    ),
    Case(
        "care ended on the last day for the first review: not required",
        """
        care | 05/01/2026 | V2 | U6
        home | 02/02/2026
        """,
        "by 01/06/2026 | ordinary | 02/02/2026 | - | not_required",
    ),
    Case(
        "care ended the day after: it was due and never held",
        """
        care | 05/01/2026 | V2 | U6
        home | 03/02/2026
        """,
        "by 01/06/2026 | ordinary | 02/02/2026 | - | overdue",
    ),
    Case(
        "back in care: a new period and a new clock; the review on the day care ended belongs to the old one",
        """
        care   | 05/01/2026 | V2 | U6
        review | 30/01/2026
        review | 02/03/2026
        home   | 02/03/2026
        care   | 01/06/2026 | V2 | U6
        review | 22/06/2026
        """,
        """
        on 02/03/2026 | nothing
        on 01/06/2026 | ordinary | 29/06/2026
        on 22/06/2026 | ordinary | 22/09/2026
        by 22/06/2026 | ordinary | 02/02/2026 | 30/01/2026 | in_time
        by 22/06/2026 | ordinary | 30/04/2026 | 02/03/2026 | in_time
        by 22/06/2026 | ordinary | 29/06/2026 | 22/06/2026 | in_time
        by 22/06/2026 | ordinary | 22/09/2026 | -          | open
        """,
    ),
    Case(
        "moves and changes of legal status leave the clock alone",
        """
        care   | 05/01/2026 | L1 | U6
        care   | 08/01/2026 | C1 | U6
        care   | 12/01/2026 | C1 | K2
        """,
        "on 12/01/2026 | ordinary | 02/02/2026",
    ),
    Case(
        "where the start is not known and no review is recorded, no day can be told",
        "care | 05/01/2026 | C2 | U6 | not the start",
        """
        on 05/01/2026 | ordinary | not known
        by 05/06/2026 | nothing
        """,
    ),
    Case(
        "where the start is not known, one early review may be the first: three months",
        """
        care   | 05/01/2026 | C2 | U6 | not the start
        review | 30/01/2026
        """,
        "on 30/01/2026 | ordinary | 30/04/2026",
    ),
    Case(
        "where the start is not known, a review after a first was due is a later one: six months",
        """
        care   | 05/01/2026 | C2 | U6 | not the start
        review | 03/02/2026
        """,
        "on 03/02/2026 | ordinary | 03/08/2026",
    ),
    Case(
        "a council that holds itself to 15 working days for the first review",
        """
        care  | 05/01/2026 | C2 | U6
        limit | review.first | 15 | working days | 01/01/2026
        """,
        "on 05/01/2026 | ordinary | 26/01/2026",
    ),
]
