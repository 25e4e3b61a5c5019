"""A council's own tighter cycles, and early reviews (rules A2.5, A2.6, A2.9)."""

from tests.spec.law.worked import Case

CASES = [
    Case(
        "three months for a child under 5, where the council entered it",
        """
        born   | 01/01/2024
        care   | 05/01/2026 | C1 | U6
        review | 30/01/2026
        review | 10/04/2026
        limit  | review.local-under-5 | 3 | months | 01/01/2026
        """,
        """
        on 10/04/2026 | local    | 10/07/2026
        on 10/04/2026 | ordinary | 10/10/2026
        """,
    ),
    Case(
        "not where the day would fall on the fifth birthday or after",
        """
        born   | 10/07/2021
        care   | 05/01/2026 | C1 | U6
        review | 30/01/2026
        review | 10/04/2026
        limit  | review.local-under-5 | 3 | months | 01/01/2026
        """,
        "on 10/04/2026 | ordinary | 10/10/2026",
    ),
    Case(
        "the day before the fifth birthday it still counts",
        """
        born   | 11/07/2021
        care   | 05/01/2026 | C1 | U6
        review | 30/01/2026
        review | 10/04/2026
        limit  | review.local-under-5 | 3 | months | 01/01/2026
        """,
        """
        on 10/04/2026 | local    | 10/07/2026
        on 10/04/2026 | ordinary | 10/10/2026
        """,
    ),
    Case(
        "off for a review held before the council entered it",
        """
        born   | 01/01/2024
        care   | 05/01/2026 | C1 | U6
        review | 30/01/2026
        review | 10/04/2026
        limit  | review.local-under-5 | 3 | months | 11/04/2026
        """,
        "on 01/05/2026 | ordinary | 10/10/2026",
    ),
    Case(
        "28 days after a placement order, then every three months",
        """
        care   | 05/01/2026 | C1 | U6
        review | 30/01/2026
        care   | 02/03/2026 | E1 | U6
        review | 27/03/2026
        limit  | review.local-placement-order-first | 28 | days   | 01/01/2026
        limit  | review.local-placement-order-later | 3  | months | 01/01/2026
        """,
        """
        on 02/03/2026 | local               | 30/03/2026
        on 02/03/2026 | ordinary            | 30/04/2026
        on 02/03/2026 | adoption_authorised | 02/06/2026
        on 27/03/2026 | local               | 27/06/2026
        on 27/03/2026 | ordinary            | 27/09/2026
        on 27/03/2026 | adoption_authorised | 27/09/2026
        """,
    ),
    Case(
        "an early review: by the day the officer set, met by a review held after it was asked for",
        """
        care   | 05/01/2026 | C1 | U6
        review | 30/01/2026
        early  | 02/03/2026 | 16/03/2026
        review | 12/03/2026
        """,
        """
        on 01/03/2026 | ordinary | 30/04/2026
        on 02/03/2026 | early    | 16/03/2026
        on 02/03/2026 | ordinary | 30/04/2026
        on 12/03/2026 | ordinary | 12/09/2026
        by 12/03/2026 | ordinary | 02/02/2026 | 30/01/2026 | in_time
        by 12/03/2026 | early    | 16/03/2026 | 12/03/2026 | in_time
        by 12/03/2026 | ordinary | 12/09/2026 | -          | open
        """,
    ),
    Case(
        "an early review not held in time",
        """
        care   | 05/01/2026 | C1 | U6
        review | 30/01/2026
        early  | 02/03/2026 | 16/03/2026
        """,
        """
        on 17/03/2026 | early    | 16/03/2026
        on 17/03/2026 | ordinary | 30/04/2026
        by 17/03/2026 | ordinary | 02/02/2026 | 30/01/2026 | in_time
        by 17/03/2026 | early    | 16/03/2026 | -          | overdue
        """,
    ),
    Case(
        "an early review in an adoptive placement",
        """
        care   | 05/01/2026 | E1 | A6
        early  | 12/01/2026 | 19/01/2026
        """,
        """
        on 12/01/2026 | early           | 19/01/2026
        on 12/01/2026 | adoption_placed | 02/02/2026
        """,
    ),
    Case(
        "asked for in an earlier period of care: it ended with it",
        """
        care   | 05/01/2026 | V2 | U6
        early  | 12/01/2026 | 02/03/2026
        home   | 19/01/2026
        care   | 02/02/2026 | V2 | U6
        """,
        "on 02/02/2026 | ordinary | 02/03/2026",
    ),
]
