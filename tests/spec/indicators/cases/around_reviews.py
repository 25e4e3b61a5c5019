"""Seen before, chaired by the child, records in time, midway checks."""

from tests.spec.indicators.text_tables import Case

CASES = [
    Case(
        "seen before the review",
        "An unanswered question leaves the base; those who were not to be seen leave the base of the last line too.",
        """
        meetings
        child | kind  | held_on    | completed_on | seen
        Amber | cypic | 01/06/2017 | 01/06/2017   | seen
        Ben   | cypic | 01/06/2017 | 01/06/2017   | seen
        Cleo  | cypic | 01/06/2017 | 01/06/2017   | not_seen
        Dora  | cypic | 01/06/2017 | 01/06/2017   | not_appropriate
        Ed    | cypic | 01/06/2017 | 01/06/2017   | not_necessary
        Fay   | cypic | 01/06/2017 | 01/06/2017   |
        Gus   | cp    | 01/06/2017 | 01/06/2017   | seen
        """,
        """
        seen_before_review | seen                | Q1 | 2 | 5 | 40
        seen_before_review | not_seen            | Q1 | 1 | 5 | 20
        seen_before_review | not_appropriate     | Q1 | 1 | 5 | 20
        seen_before_review | not_necessary       | Q1 | 1 | 5 | 20
        seen_before_review | of_those_to_be_seen | Q1 | 2 | 3 | 66.7
        """,
    ),
    Case(
        "aged 4 on the day",
        "Four on the day of the final meeting counts; a day younger does not; no answer leaves the base.",
        """
        children
        CHILD | DOB
        Amber | 01/06/2013
        Ben   | 02/06/2013
        Cleo  | 01/06/2003
        Dora  | 01/06/2003
        Ed    |
        Fay   | 01/06/2003

        meetings
        child | kind  | held_on    | completed_on | chaired
        Amber | cypic | 20/05/2017 | 01/06/2017   | part
        Ben   | cypic | 01/06/2017 | 01/06/2017   | whole
        Cleo  | cypic | 01/06/2017 | 01/06/2017   | no
        Dora  | cypic | 01/06/2017 | 01/06/2017   |
        Ed    | cypic | 01/06/2017 | 01/06/2017   | whole
        Fay   | cypic | 01/06/2017 | 01/06/2017   | whole
        """,
        """
        child_chaired | chaired | Q1 | 2 | 3 | 66.7
        child_chaired | unknown | Q1 | 1 | - | 1
        """,
    ),
    Case(
        "records in time",
        "Met on the day is in time; met the day after and not met at all are not; each kind has its own base.",
        """
        deadlines
        child | kind        | due_on     | met_on
        Amber | decisions   | 08/06/2017 | 08/06/2017
        Ben   | decisions   | 08/06/2017 | 09/06/2017
        Cleo  | decisions   | 08/06/2017 |
        Amber | manager     | 15/06/2017 | 12/06/2017
        Amber | record      | 03/07/2017 | 30/06/2017
        """,
        """
        records_in_time | decisions   | Q1 | 1 | 3 | 33.3
        records_in_time | manager     | Q1 | 1 | 1 | 100
        records_in_time | record      | Q2 | 1 | 1 | 100
        """,
    ),
    Case(
        "midway checks",
        "Done late is done; waived is in neither number; due in the period is what counts, not done in it.",
        """
        midways
        child | due_on     | done_on    | waived
        Amber | 30/06/2017 | 10/07/2017 |
        Ben   | 30/06/2017 |            |
        Cleo  | 30/06/2017 |            | 01/06/2017
        Dora  | 01/07/2017 |            |
        """,
        """
        midway | done   | Q1 | 1 | 2 | 50
        midway | waived | Q1 | 1 | - | 1
        midway | done   | Q2 | 0 | 1 | 0
        """,
    ),
]
