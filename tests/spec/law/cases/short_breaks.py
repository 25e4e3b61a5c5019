"""Series of short breaks and their limits of 17 and 75 days (rule A4.1)."""

from tests.spec.law.worked import Case

CASES = [
    Case(
        "within three months of the first break, then within six of the last review",
        """
        break         | 05/01/2026 | 09/01/2026 | V3
        break         | 02/02/2026 | 06/02/2026 | V3
        breaks review | 30/03/2026
        """,
        """
        on 04/01/2026 | nothing
        on 05/01/2026 | short_breaks | 05/04/2026
        on 20/01/2026 | short_breaks | 05/04/2026
        on 30/03/2026 | short_breaks | 30/09/2026
        by 30/03/2026 | short_breaks | 05/04/2026 | 30/03/2026 | in_time
        by 30/03/2026 | short_breaks | 30/09/2026 | -          | open
        """,
    ),
    Case(
        "an agreement that is not recorded break by break",
        "break | 05/01/2026 | | V4",
        "on 05/01/2026 | short_breaks | 05/04/2026",
    ),
    Case(
        "an agreement that ended: a year later the series is over, though its review was never held",
        "break | 05/01/2026 | 02/02/2026 | V4",
        """
        on 02/02/2027 | short_breaks | 05/04/2026
        on 03/02/2027 | nothing
        by 03/02/2027 | short_breaks | 05/04/2026 | - | overdue
        """,
    ),
    Case(
        "agreed as a milestone, then counted from the first break",
        """
        milestone | 05/01/2026 | short_breaks_agreed
        break     | 19/01/2026 | 23/01/2026 | V3
        """,
        """
        on 05/01/2026 | short_breaks | 05/04/2026
        on 19/01/2026 | short_breaks | 19/04/2026
        by 19/04/2026 | short_breaks | 19/04/2026 | - | open
        """,
    ),
    Case(
        "ended by a milestone: nothing is due from that day; agreed anew, it begins anew",
        """
        break     | 05/01/2026 | 09/01/2026 | V3
        milestone | 02/03/2026 | short_breaks_ended
        milestone | 01/06/2026 | short_breaks_agreed
        """,
        """
        on 01/03/2026 | short_breaks | 05/04/2026
        on 02/03/2026 | nothing
        by 02/03/2026 | short_breaks | 05/04/2026 | - | not_required
        on 01/06/2026 | short_breaks | 01/09/2026
        """,
    ),
    Case(
        "a break after the day that ended the series begins another",
        """
        break     | 05/01/2026 | 09/01/2026 | V3
        milestone | 02/03/2026 | short_breaks_ended
        break     | 04/05/2026 | 08/05/2026 | V3
        """,
        "on 04/05/2026 | short_breaks | 04/08/2026",
    ),
    Case(
        "another carer: another series",
        """
        break | 05/01/2026 | 09/01/2026 | V3 | U6
        break | 02/02/2026 | 06/02/2026 | V3 | K2
        """,
        """
        on 02/02/2026 | short_breaks | 02/05/2026
        by 02/02/2026 | short_breaks | 05/04/2026 | - | not_required
        by 02/02/2026 | short_breaks | 02/05/2026 | - | open
        """,
    ),
    Case(
        "coming into care ends the series and starts the full rules",
        """
        break | 05/01/2026 | 09/01/2026 | V3
        care  | 02/02/2026 | V2 | U6
        """,
        """
        on 02/02/2026 | ordinary | 02/03/2026
        by 02/02/2026 | ordinary     | 02/03/2026 | - | open
        by 02/02/2026 | short_breaks | 05/04/2026 | - | not_required
        """,
    ),
    Case(
        "17 days are a short break still",
        "break | 05/01/2026 | 22/01/2026 | V3",
        """
        on 21/01/2026 | short_breaks | 05/04/2026
        on 22/01/2026 | short_breaks | 05/04/2026
        """,
    ),
    Case(
        "on the 18th day the full rules apply, counted from the first",
        "break | 05/01/2026 | | V3",
        """
        on 21/01/2026 | short_breaks       | 05/04/2026
        on 22/01/2026 | short_break_passed | 02/02/2026
        on 22/01/2026 | short_breaks       | 05/04/2026
        by 03/02/2026 | short_break_passed | 02/02/2026 | - | overdue
        by 03/02/2026 | short_breaks       | 05/04/2026 | - | open
        """,
    ),
    Case(
        "the long break ended before the review was due",
        "break | 05/01/2026 | 26/01/2026 | V3",
        """
        on 26/01/2026 | short_breaks       | 05/04/2026
        by 03/02/2026 | short_break_passed | 02/02/2026 | - | not_required
        by 03/02/2026 | short_breaks       | 05/04/2026 | - | open
        """,
    ),
    Case(
        "five breaks of 15 days are 75 within a year; the first day of the sixth is one too many",
        """
        break         | 05/01/2026 | 20/01/2026 | V3
        break         | 02/02/2026 | 17/02/2026 | V3
        break         | 02/03/2026 | 17/03/2026 | V3
        breaks review | 30/03/2026
        break         | 06/04/2026 | 21/04/2026 | V3
        break         | 04/05/2026 | 19/05/2026 | V3
        break         | 01/06/2026 | 08/06/2026 | V3
        """,
        """
        on 18/05/2026 | short_breaks       | 30/09/2026
        on 31/05/2026 | short_breaks       | 30/09/2026
        on 01/06/2026 | short_break_passed | 29/06/2026
        on 01/06/2026 | short_breaks       | 30/09/2026
        on 08/06/2026 | short_breaks       | 30/09/2026
        """,
    ),
    Case(
        "the 12 months move: a break a year ago has dropped out, day by day",
        """
        break         | 05/01/2026 | 20/01/2026 | V3
        break         | 02/02/2026 | 17/02/2026 | V3
        break         | 02/03/2026 | 17/03/2026 | V3
        breaks review | 30/03/2026
        break         | 06/04/2026 | 21/04/2026 | V3
        breaks review | 28/09/2026
        break         | 04/10/2026 | 19/10/2026 | V3
        break         | 20/01/2027 | 30/01/2027 | V3
        """,
        "on 20/01/2027 | short_breaks | 28/03/2027",
    ),
    Case(
        "an early review of short breaks",
        """
        break | 05/01/2026 | 09/01/2026 | V3
        early | 12/01/2026 | 26/01/2026
        """,
        """
        on 12/01/2026 | early        | 26/01/2026
        on 12/01/2026 | short_breaks | 05/04/2026
        """,
    ),
]
