"""Conferences, core groups, moves here, births (rules E1, E3, E5, E6, E9)."""

from tests.spec.law.worked import Case

CASES = [
    Case(
        "the initial conference within 15 working days of the strategy discussion, over Christmas",
        "protection | 1 | 14/12/2026",
        "on 14/12/2026 | child_protection | 07/01/2027",
    ),
    Case(
        "the plan made on 30 November: core group, then a review conference, which a Sunday does not put off",
        """
        protection | 1 | 09/11/2026 | made: 30/11/2026
        initial    | 30/11/2026 | 1
        """,
        """
        on 29/11/2026 | child_protection | 30/11/2026
        on 30/11/2026 | core_group       | 14/12/2026
        on 30/11/2026 | child_protection | 28/02/2027
        by 30/11/2026 | child_protection | 30/11/2026 | 30/11/2026 | in_time
        by 30/11/2026 | core_group       | 14/12/2026 | -          | open
        by 30/11/2026 | child_protection | 28/02/2027 | -          | open
        """,
    ),
    Case(
        "review conferences: three months, then six",
        """
        protection | 1 | 12/01/2026 | made: 02/02/2026
        initial    | 02/02/2026 | 1
        core group | 16/02/2026 | 1
        conference | 27/04/2026 | 1
        """,
        """
        on 16/02/2026 | child_protection | 02/05/2026
        on 27/04/2026 | child_protection | 27/10/2026
        by 27/04/2026 | child_protection | 02/02/2026 | 02/02/2026 | in_time
        by 27/04/2026 | core_group       | 16/02/2026 | 16/02/2026 | in_time
        by 27/04/2026 | child_protection | 02/05/2026 | 27/04/2026 | in_time
        by 27/04/2026 | child_protection | 27/10/2026 | -          | open
        """,
    ),
    Case(
        "later core groups where the council entered six weeks",
        """
        protection | 1 | 12/01/2026 | made: 02/02/2026
        core group | 16/02/2026 | 1
        limit      | core-group.later | 6 | weeks | 01/01/2026
        """,
        """
        on 16/02/2026 | core_group       | 30/03/2026
        on 16/02/2026 | child_protection | 02/05/2026
        by 16/02/2026 | child_protection | 02/02/2026 | 02/02/2026 | in_time
        by 16/02/2026 | core_group       | 16/02/2026 | 16/02/2026 | in_time
        by 16/02/2026 | core_group       | 30/03/2026 | -          | open
        by 16/02/2026 | child_protection | 02/05/2026 | -          | open
        """,
    ),
    Case(
        "moved here with a plan: a conference within 15 working days of the notice, then three months",
        """
        protection | 1 | 12/01/2026 | moved here | made: 05/02/2026
        transfer   | 05/02/2026 | 1
        """,
        """
        on 12/01/2026 | child_protection | 02/02/2026
        on 05/02/2026 | core_group       | 19/02/2026
        on 05/02/2026 | child_protection | 05/05/2026
        by 05/02/2026 | child_protection | 02/02/2026 | 05/02/2026 | late
        by 05/02/2026 | core_group       | 19/02/2026 | - | open
        by 05/02/2026 | child_protection | 05/05/2026 | - | open
        """,
    ),
    Case(
        "no conference was needed",
        "protection | 1 | 12/01/2026 | closed: 26/01/2026",
        """
        on 25/01/2026 | child_protection | 02/02/2026
        on 26/01/2026 | nothing
        by 01/03/2026 | child_protection | 02/02/2026 | - | not_required
        """,
    ),
    Case(
        "a conference was held and it is not recorded what it decided",
        """
        protection | 1 | 12/01/2026
        initial    | 26/01/2026 | 1
        """,
        "on 27/01/2026 | child_protection | not known",
    ),
    Case(
        "the plan ended: nothing is due, and what was not due yet is not required",
        """
        protection | 1 | 12/01/2026 | made: 02/02/2026 | ended: 20/04/2026
        core group | 16/02/2026 | 1
        """,
        """
        on 19/04/2026 | child_protection | 02/05/2026
        on 20/04/2026 | nothing
        by 01/06/2026 | child_protection | 02/02/2026 | 02/02/2026 | in_time
        by 01/06/2026 | core_group       | 16/02/2026 | 16/02/2026 | in_time
        by 01/06/2026 | child_protection | 02/05/2026 | - | not_required
        """,
    ),
    Case(
        "the conference that ends the plan is in time as well",
        """
        protection | 1 | 12/01/2026 | made: 02/02/2026 | ended: 27/04/2026
        core group | 16/02/2026 | 1
        conference | 27/04/2026 | 1
        """,
        """
        by 01/06/2026 | child_protection | 02/02/2026 | 02/02/2026 | in_time
        by 01/06/2026 | core_group       | 16/02/2026 | 16/02/2026 | in_time
        by 01/06/2026 | child_protection | 02/05/2026 | 27/04/2026 | in_time
        """,
    ),
    Case(
        "a plan from before the birth, where the council entered 10 days: a core group meets it as well",
        """
        born       | 09/03/2026
        protection | 1 | 12/01/2026 | unborn | made: 02/02/2026
        core group | 16/02/2026 | 1
        core group | 16/03/2026 | 1
        limit      | conference.pre-birth | 10 | days | 01/01/2026
        """,
        """
        on 08/03/2026 | child_protection | 02/05/2026
        on 09/03/2026 | pre_birth        | 19/03/2026
        on 09/03/2026 | child_protection | 02/05/2026
        on 16/03/2026 | child_protection | 02/05/2026
        by 16/03/2026 | child_protection | 02/02/2026 | 02/02/2026 | in_time
        by 16/03/2026 | core_group       | 16/02/2026 | 16/02/2026 | in_time
        by 16/03/2026 | pre_birth        | 19/03/2026 | 16/03/2026 | in_time
        by 16/03/2026 | child_protection | 02/05/2026 | - | open
        """,
    ),
    Case(
        "in care and on a protection plan: one list of everything",
        """
        care       | 05/01/2026 | C1 | U6
        protection | 1 | 29/12/2025
        """,
        """
        on 05/01/2026 | child_protection | 20/01/2026
        on 05/01/2026 | ordinary         | 02/02/2026
        """,
    ),
]
