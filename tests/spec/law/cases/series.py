"""A review held as several meetings: both readings of in time (rules A3.1 to A3.3)."""

from tests.spec.law.worked import Case

CASES = [
    Case(
        "begun in time, completed within 20 working days, after the due day: in time by the first meeting only",
        """
        care   | 05/01/2026 | C1 | U6
        review | 30/01/2026 to 20/02/2026
        """,
        """
        on 30/01/2026 | series   | 27/02/2026
        on 19/02/2026 | series   | 27/02/2026
        on 20/02/2026 | ordinary | 20/05/2026
        by 02/02/2026 | ordinary | 02/02/2026 | 30/01/2026 | under_way | under_way
        by 03/02/2026 | ordinary | 02/02/2026 | 30/01/2026 | under_way | overdue
        by 20/02/2026 | ordinary | 02/02/2026 | 30/01/2026 | in_time   | late
        by 20/02/2026 | ordinary | 20/05/2026 | -          | open
        """,
    ),
    Case(
        "begun in time and completed too long after: late by both readings",
        """
        care   | 05/01/2026 | C1 | U6
        review | 30/01/2026 to 02/03/2026
        """,
        """
        by 01/03/2026 | ordinary | 02/02/2026 | 30/01/2026 | overdue | overdue
        by 02/03/2026 | ordinary | 02/02/2026 | 30/01/2026 | late | late
        by 02/03/2026 | ordinary | 02/06/2026 | -          | open
        """,
    ),
    Case(
        "completed before the due day: in time by both readings",
        """
        care   | 05/01/2026 | C1 | U6
        review | 19/01/2026 to 30/01/2026
        """,
        """
        by 30/01/2026 | ordinary | 02/02/2026 | 19/01/2026 | in_time | in_time
        by 30/01/2026 | ordinary | 30/04/2026 | -          | open
        """,
    ),
    Case(
        "more than 20 working days from first to final, yet before the due day: only the first reading is late",
        """
        care   | 05/01/2026 | C1 | U6
        review | 30/01/2026
        review | 02/03/2026 to 31/03/2026
        """,
        """
        by 31/03/2026 | ordinary | 02/02/2026 | 30/01/2026 | in_time | in_time
        by 31/03/2026 | ordinary | 30/04/2026 | 02/03/2026 | late    | in_time
        by 31/03/2026 | ordinary | 30/09/2026 | -          | open
        """,
    ),
    Case(
        "begun late",
        """
        care   | 05/01/2026 | C1 | U6
        review | 03/02/2026 to -
        """,
        """
        on 04/02/2026 | series   | 03/03/2026
        by 04/02/2026 | ordinary | 02/02/2026 | 03/02/2026 | overdue
        """,
    ),
    Case(
        "care ended while it was under way",
        """
        care   | 05/01/2026 | C1 | U6
        review | 30/01/2026 to -
        home   | 16/02/2026
        """,
        """
        on 16/02/2026 | nothing
        by 01/06/2026 | ordinary | 02/02/2026 | 30/01/2026 | not_required | overdue
        """,
    ),
    Case(
        "one never completed is overtaken by a later review",
        """
        care   | 05/01/2026 | C1 | U6
        review | 30/01/2026 to -
        review | 10/02/2026
        """,
        """
        on 09/02/2026 | series   | 27/02/2026
        on 10/02/2026 | ordinary | 10/05/2026
        by 10/02/2026 | ordinary | 02/02/2026 | 10/02/2026 | late
        by 10/02/2026 | ordinary | 10/05/2026 | -          | open
        """,
    ),
]
