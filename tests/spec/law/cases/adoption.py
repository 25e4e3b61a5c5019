"""Adoption authorised, placed, and the placement ended before the order (rules A4.2 to A4.4)."""

from tests.spec.law.worked import Case

CASES = [
    Case(
        "a placement order brings a review within three months; the earlier of the two timetables counts",
        """
        care   | 05/01/2026 | C1 | U6
        review | 30/01/2026
        review | 10/04/2026
        care   | 01/06/2026 | E1 | U6
        review | 24/08/2026
        """,
        """
        on 31/05/2026 | ordinary            | 10/10/2026
        on 01/06/2026 | adoption_authorised | 01/09/2026
        on 01/06/2026 | ordinary            | 10/10/2026
        on 24/08/2026 | ordinary            | 24/02/2027
        on 24/08/2026 | adoption_authorised | 24/02/2027
        by 24/08/2026 | ordinary            | 02/02/2026 | 30/01/2026 | in_time
        by 24/08/2026 | ordinary            | 30/04/2026 | 10/04/2026 | in_time
        by 24/08/2026 | adoption_authorised | 01/09/2026 | 24/08/2026 | in_time
        by 24/08/2026 | ordinary            | 24/02/2027 | -          | open
        """,
    ),
    Case(
        "an ordinary review inside the three months is the first adoption review as well",
        """
        care   | 05/01/2026 | C1 | U6
        review | 30/01/2026
        care   | 02/03/2026 | E1 | U6
        review | 10/04/2026
        """,
        """
        on 02/03/2026 | ordinary            | 30/04/2026
        on 02/03/2026 | adoption_authorised | 02/06/2026
        on 10/04/2026 | ordinary            | 10/10/2026
        on 10/04/2026 | adoption_authorised | 10/10/2026
        """,
    ),
    Case(
        "authority by consent, noted as a milestone, and adoption then no longer planned",
        """
        care      | 05/01/2026 | V2 | U6
        review    | 30/01/2026
        review    | 10/04/2026
        milestone | 01/06/2026 | adoption_authorised
        milestone | 15/07/2026 | adoption_no_longer_planned
        """,
        """
        on 14/07/2026 | adoption_authorised | 01/09/2026
        on 14/07/2026 | ordinary            | 10/10/2026
        on 15/07/2026 | ordinary            | 10/10/2026
        """,
    ),
    Case(
        "the placement order is revoked: the ordinary timetable alone counts, though the milestone was noted",
        """
        care      | 05/01/2026 | C1 | U6
        review    | 30/01/2026
        review    | 10/04/2026
        milestone | 01/06/2026 | adoption_authorised
        care      | 01/06/2026 | E1 | U6
        care      | 03/08/2026 | C2 | U6
        """,
        """
        on 02/08/2026 | adoption_authorised | 01/09/2026
        on 02/08/2026 | ordinary            | 10/10/2026
        on 03/08/2026 | ordinary            | 10/10/2026
        """,
    ),
    Case(
        "the day for the adoption review had passed before the order was revoked: it stays overdue until one is held",
        """
        care   | 05/01/2026 | C1 | U6
        review | 30/01/2026
        review | 10/04/2026
        care   | 01/06/2026 | E1 | U6
        care   | 07/09/2026 | C2 | U6
        review | 21/09/2026
        """,
        """
        by 08/09/2026 | ordinary            | 02/02/2026 | 30/01/2026 | in_time
        by 08/09/2026 | ordinary            | 30/04/2026 | 10/04/2026 | in_time
        by 08/09/2026 | adoption_authorised | 01/09/2026 | -          | overdue
        by 21/09/2026 | ordinary            | 02/02/2026 | 30/01/2026 | in_time
        by 21/09/2026 | ordinary            | 30/04/2026 | 10/04/2026 | in_time
        by 21/09/2026 | adoption_authorised | 01/09/2026 | 21/09/2026 | late
        by 21/09/2026 | ordinary            | 21/03/2027 | -          | open
        """,
    ),
    Case(
        "placed: four weeks, three months, six months; the ordinary timetable stops",
        """
        care   | 05/01/2026 | C1 | U6
        review | 30/01/2026
        review | 10/04/2026
        care   | 11/05/2026 | E1 | U6
        care   | 01/06/2026 | E1 | A6
        review | 22/06/2026
        review | 21/09/2026
        """,
        """
        on 01/06/2026 | adoption_placed     | 29/06/2026
        on 22/06/2026 | adoption_placed     | 22/09/2026
        on 21/09/2026 | adoption_placed     | 21/03/2027
        by 21/09/2026 | ordinary            | 02/02/2026 | 30/01/2026 | in_time
        by 21/09/2026 | ordinary            | 30/04/2026 | 10/04/2026 | in_time
        by 21/09/2026 | adoption_placed     | 29/06/2026 | 22/06/2026 | in_time
        by 21/09/2026 | adoption_placed     | 22/09/2026 | 21/09/2026 | in_time
        by 21/09/2026 | adoption_placed     | 21/03/2027 | -          | open
        """,
    ),
    Case(
        "foster carers who become the adopters: counted from the day the placement is for adoption",
        """
        care   | 05/01/2026 | E1 | U5
        review | 30/01/2026
        care   | 02/03/2026 | E1 | A5 | same carer
        """,
        "on 02/03/2026 | adoption_placed | 30/03/2026",
    ),
    Case(
        "an order made after placing with consent, same adopters, starts no new count",
        """
        care   | 05/01/2026 | V2 | A4
        care   | 19/01/2026 | E1 | A6 | same carer
        """,
        "on 19/01/2026 | adoption_placed | 02/02/2026",
    ),
    Case(
        "a stay in hospital does not end the placement for adoption",
        """
        care   | 05/01/2026 | E1 | A6
        review | 26/01/2026
        care   | 02/03/2026 | E1 | T1
        """,
        "on 02/03/2026 | adoption_placed | 26/04/2026",
    ),
    Case(
        "adopted: nothing is due any more",
        """
        care   | 05/01/2026 | E1 | A6
        review | 26/01/2026
        home   | 13/04/2026
        """,
        """
        on 13/04/2026 | nothing
        by 01/06/2026 | adoption_placed | 02/02/2026 | 26/01/2026 | in_time
        by 01/06/2026 | adoption_placed | 26/04/2026 | -          | not_required
        """,
    ),
    Case(
        "the placement ends before the order: a review between 28 and 42 days after",
        """
        care   | 05/01/2026 | E1 | A6
        review | 26/01/2026
        care   | 02/03/2026 | E1 | U6
        review | 07/04/2026
        """,
        """
        on 02/03/2026 | adoption_disrupted  | 13/04/2026 | opens: 30/03/2026
        on 02/03/2026 | ordinary            | 26/04/2026
        on 02/03/2026 | adoption_authorised | 26/07/2026
        on 07/04/2026 | ordinary            | 07/10/2026
        on 07/04/2026 | adoption_authorised | 07/10/2026
        by 07/04/2026 | adoption_placed     | 02/02/2026 | 26/01/2026 | in_time
        by 07/04/2026 | adoption_disrupted  | 13/04/2026 | 07/04/2026 | in_time
        by 07/04/2026 | ordinary            | 07/10/2026 | -          | open
        """,
    ),
    Case(
        "a review before the window opens is not the one after the disruption",
        """
        care   | 05/01/2026 | E1 | A6
        review | 26/01/2026
        care   | 02/03/2026 | E1 | U6
        review | 16/03/2026
        """,
        """
        on 16/03/2026 | adoption_disrupted  | 13/04/2026 | opens: 30/03/2026
        on 16/03/2026 | ordinary            | 16/09/2026
        on 16/03/2026 | adoption_authorised | 16/09/2026
        by 14/04/2026 | adoption_placed     | 02/02/2026 | 26/01/2026 | in_time
        by 14/04/2026 | adoption_disrupted  | 13/04/2026 | -          | overdue
        by 14/04/2026 | ordinary            | 26/04/2026 | 16/03/2026 | in_time
        """,
    ),
    Case(
        "placed again with others before the window closed: the new placement is what counts",
        """
        care   | 05/01/2026 | E1 | A6
        review | 26/01/2026
        care   | 02/03/2026 | E1 | U6
        care   | 16/03/2026 | E1 | A6
        """,
        """
        on 16/03/2026 | adoption_placed | 13/04/2026
        """,
    ),
    Case(
        "a council that starts the first review anew after a disruption",
        """
        care   | 05/01/2026 | E1 | A6
        review | 26/01/2026
        care   | 02/03/2026 | E1 | U6
        limit  | review.local-after-disruption | 20 | working days | 01/01/2026
        """,
        """
        on 02/03/2026 | local               | 30/03/2026
        on 02/03/2026 | adoption_disrupted  | 13/04/2026 | opens: 30/03/2026
        on 02/03/2026 | ordinary            | 26/04/2026
        on 02/03/2026 | adoption_authorised | 26/07/2026
        """,
    ),
]
