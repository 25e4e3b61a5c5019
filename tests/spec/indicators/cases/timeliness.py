"""Reviews in time, in four readings and by two meetings."""

from tests.spec.indicators.text_tables import Case

CASES = [
    Case(
        "a series that began in time and ended after the day",
        "In time by the first meeting, late by the final one; counted as held where it ended, as due where it fell.",
        """
        episodes
        CHILD | DECOM      | RNE
        Amber | 01/01/2017 | S

        dues
        child | due_on     | held_on    | completed_on | finish_by  | kept    | kept_by_final
        Amber | 30/06/2017 | 28/06/2017 | 05/07/2017   | 26/07/2017 | in_time | late
        """,
        """
        timeliness | due_in_time                  | Q1 | 1 | 1 | 100
        timeliness | children_all_in_time         | Q1 | 1 | 1 | 100
        timeliness | not_overdue                  | Q1 | 1 | 1 | 100
        timeliness | held_in_time                 | Q2 | 1 | 1 | 100
        timeliness | not_overdue                  | Q2 | 1 | 1 | 100
        timeliness | not_overdue_by_final         | Q2 | 1 | 1 | 100
        """,
    ),
    Case(
        "due in the period and held later",
        "Late for ever among the due; overdue on the day it was missing, and not any more once it was held.",
        """
        episodes
        CHILD | DECOM      | RNE
        Amber | 01/01/2017 | S

        dues
        child | due_on     | held_on    | completed_on | finish_by  | kept | kept_by_final
        Amber | 20/06/2017 | 03/07/2017 | 03/07/2017   | 31/07/2017 | late | late
        """,
        """
        timeliness | not_overdue          | Q2   | 1 | 1 | 100
        timeliness | not_overdue_by_final | Q2   | 1 | 1 | 100
        timeliness | due_in_time          | Q1   | 0 | 1 | 0
        timeliness | not_overdue          | Q1   | 0 | 1 | 0
        timeliness | held_in_time         | Q2   | 0 | 1 | 0
        """,
    ),
    Case(
        "under way for too long",
        "Begun in time, adjourned past the last day for the final meeting: overdue on a day after it.",
        """
        episodes
        CHILD | DECOM      | RNE
        Amber | 01/01/2017 | S

        dues
        child | due_on     | held_on    | completed_on | finish_by  | kept | kept_by_final
        Amber | 30/05/2017 | 30/05/2017 | 10/07/2017   | 27/06/2017 | late | late
        """,
        """
        timeliness | not_overdue          | Q1 | 0 | 1 | 0
        timeliness | not_overdue          | Q2 | 1 | 1 | 100
        timeliness | not_overdue_by_final | Q2 | 1 | 1 | 100
        """,
    ),
    Case(
        "one of two reviews of a child late",
        "Two of three reviews due are in time, and one of two children had all of theirs in time.",
        """
        episodes
        CHILD | DECOM      | RNE
        Amber | 01/01/2017 | S
        Ben   | 01/01/2017 | S

        dues
        child | due_on     | held_on    | completed_on | kept    | kept_by_final
        Amber | 20/04/2017 | 20/04/2017 | 20/04/2017   | in_time | in_time
        Amber | 20/06/2017 | 21/06/2017 | 21/06/2017   | late    | late
        Ben   | 20/06/2017 | 20/06/2017 | 20/06/2017   | in_time | in_time
        """,
        """
        timeliness | held_in_time                  | Q1 | 2 | 3 | 66.7
        timeliness | due_in_time                   | Q1 | 2 | 3 | 66.7
        timeliness | children_all_in_time          | Q1 | 1 | 2 | 50
        timeliness | not_overdue                   | Q1 | 2 | 2 | 100
        timeliness | held_in_time_by_final         | Q1 | 2 | 3 | 66.7
        timeliness | due_in_time_by_final          | Q1 | 2 | 3 | 66.7
        timeliness | children_all_in_time_by_final | Q1 | 1 | 2 | 50
        timeliness | not_overdue_by_final          | Q1 | 2 | 2 | 100
        """,
    ),
    Case(
        "the next one due is not yet due",
        "Held early, due in Q2: held in Q1 and nothing due in it; the child is past no due date yet.",
        """
        episodes
        CHILD | DECOM      | RNE
        Amber | 10/05/2017 | S

        dues
        child | due_on     | held_on    | completed_on | kept    | kept_by_final
        Amber | 07/07/2017 | 01/06/2017 | 01/06/2017   | in_time | in_time
        """,
        """
        timeliness | held_in_time          | Q1 | 1 | 1 | 100
        timeliness | held_in_time_by_final | Q1 | 1 | 1 | 100
        timeliness | due_in_time           | Q2 | 1 | 1 | 100
        timeliness | due_in_time_by_final  | Q2 | 1 | 1 | 100
        timeliness | children_all_in_time  | Q2 | 1 | 1 | 100
        timeliness | children_all_in_time_by_final | Q2 | 1 | 1 | 100
        timeliness | not_overdue           | Q2 | 1 | 1 | 100
        timeliness | not_overdue_by_final  | Q2 | 1 | 1 | 100
        """,
    ),
    Case(
        "care that ended and began again",
        "What fell due in the period of care before says nothing of the new one: the child is past no due date.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC
        Amber | 01/01/2017 | S   | 15/05/2017 | E4A
        Amber | 20/06/2017 | S   |            |

        dues
        child | due_on     | held_on | completed_on | kept    | kept_by_final
        Amber | 20/04/2017 |         |              | overdue | overdue
        """,
        """
        timeliness | due_in_time | Q1 | 0 | 1 | 0
        timeliness | not_overdue | Q1 | 0 | 0 | -
        """,
    ),
    Case(
        "a day that has not passed when the records are read",
        "Due on 20 June, read on 10 June: not due yet, whether or not it was held; what was held is held.",
        """
        episodes
        CHILD | DECOM      | RNE
        Amber | 01/01/2017 | S
        Ben   | 01/01/2017 | S

        dues
        child | due_on     | held_on    | completed_on | kept    | kept_by_final | as_of
        Amber | 20/06/2017 | 01/06/2017 | 01/06/2017   | in_time | in_time       | 10/06/2017
        Ben   | 20/06/2017 |            |              | open    | open          | 10/06/2017
        """,
        """
        timeliness | held_in_time          | Q1 | 1 | 1 | 100
        timeliness | held_in_time_by_final | Q1 | 1 | 1 | 100
        timeliness | due_in_time           | Q1 | 0 | 0 | -
        timeliness | not_overdue           | Q1 | 0 | 0 | -
        """,
    ),
    Case(
        "held, and nobody can tell when it was due",
        "It leaves the base and is counted beside it.",
        """
        dues
        child | due_on | held_on    | completed_on
        Amber |        | 01/06/2017 | 01/06/2017
        """,
        """
        timeliness | held_in_time | Q1 | 0 | 0 | -
        timeliness | unknown      | Q1 | 1 | - | 1
        """,
    ),
]
