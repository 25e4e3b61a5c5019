"""Remand makes a child looked after; the ordinary clock runs and ends with the remand (rule A4.6)."""

from tests.spec.law.worked import Case

CASES = [
    Case(
        "remanded: the first review within 20 working days",
        "care | 05/01/2026 | J1 | R5",
        "on 05/01/2026 | remand | 02/02/2026",
    ),
    Case(
        "the remand ends at court before the review was due: not required",
        """
        care | 05/01/2026 | J1 | R5
        home | 26/01/2026
        """,
        """
        on 26/01/2026 | nothing
        by 01/03/2026 | remand | 02/02/2026 | - | not_required
        """,
    ),
    Case(
        "the remand ends and the child stays in care: the clock goes on",
        """
        care   | 05/01/2026 | J1 | K1
        care   | 19/01/2026 | V2 | K2
        """,
        """
        on 18/01/2026 | remand   | 02/02/2026
        on 19/01/2026 | ordinary | 02/02/2026
        """,
    ),
    Case(
        "a child in care is remanded: the timetable is the one they had",
        """
        care   | 05/01/2026 | C2 | U6
        review | 30/01/2026
        care   | 02/03/2026 | J1 | R5
        """,
        "on 02/03/2026 | remand | 30/04/2026",
    ),
    Case(
        "three months on remand: the second review",
        """
        care   | 05/01/2026 | J1 | R5
        review | 30/01/2026
        """,
        "on 30/01/2026 | remand | 30/04/2026",
    ),
]
