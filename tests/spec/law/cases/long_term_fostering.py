"""A settled foster placement: as often as ever, but not each time with a meeting (rule A2.8)."""

from tests.spec.law.worked import Case

SETTLED = """
        care   | 05/01/2026 | C2 | U4
        review | 30/01/2026
        review | 27/04/2026
        review | 26/10/2026
        """

CASES = [
    Case(
        "after 12 months a meeting need not be held, if one was in the year before the day it is due",
        SETTLED,
        """
        on 04/01/2027 | ordinary            | 26/04/2027
        on 05/01/2027 | long_term_fostering | 26/04/2027 | no meeting
        """,
    ),
    Case(
        "no meeting for a year by the day it is due: a meeting is needed",
        """
        care   | 05/01/2026 | C2 | U4
        review | 30/01/2026
        review | 27/04/2026
        review | 26/10/2026
        review | 26/04/2027 | no meeting
        """,
        """
        on 26/04/2027 | long_term_fostering | 26/10/2027
        """,
    ),
    Case(
        "the match is noted, whatever the code says",
        """
        care      | 05/01/2026 | C2 | U6
        milestone | 02/03/2026 | long_term_match
        review    | 30/01/2026
        review    | 27/04/2026
        review    | 26/10/2026
        """,
        """
        on 01/03/2027 | ordinary            | 26/04/2027
        on 02/03/2027 | long_term_fostering | 26/04/2027 | no meeting
        """,
    ),
    Case(
        "a move ends it",
        """
        care   | 05/01/2026 | C2 | U4
        review | 30/01/2026
        review | 27/04/2026
        review | 26/10/2026
        care   | 01/02/2027 | C2 | U6
        """,
        """
        on 31/01/2027 | long_term_fostering | 26/04/2027 | no meeting
        on 01/02/2027 | ordinary            | 26/04/2027
        """,
    ),
    Case(
        "a review without a meeting counts as held",
        """
        care   | 05/01/2026 | C2 | U4
        review | 30/01/2026
        review | 27/04/2026
        review | 26/10/2026
        review | 19/04/2027 | no meeting
        """,
        """
        by 19/04/2027 | ordinary | 02/02/2026 | 30/01/2026 | in_time
        by 19/04/2027 | ordinary | 30/04/2026 | 27/04/2026 | in_time
        by 19/04/2027 | ordinary | 27/10/2026 | 26/10/2026 | in_time
        by 19/04/2027 | ordinary | 26/04/2027 | 19/04/2027 | in_time
        by 19/04/2027 | long_term_fostering | 19/10/2027 | - | open
        """,
    ),
]
