"""Children in need, while the service reviews such plans (rule E15); York from 12 September 2016 to 31 May 2019."""

from tests.spec.law.worked import Case

CASES = [
    Case(
        "off unless the council switched it on",
        "need | 1 | 05/01/2026",
        "on 05/01/2026 | nothing",
    ),
    Case(
        "the plan within 10 working days; no review without a cycle of the council's own",
        """
        need  | 1 | 05/01/2026 | made: 16/01/2026
        remit | 01/01/2026 |
        """,
        """
        on 05/01/2026 | need_plan | 19/01/2026
        on 16/01/2026 | nothing
        by 16/01/2026 | need_plan | 19/01/2026 | 16/01/2026 | in_time
        """,
    ),
    Case(
        "a cycle of 12 weeks, counted from the plan and then from each review",
        """
        need        | 1 | 05/01/2026 | made: 16/01/2026
        need review | 03/04/2026 | 1
        remit       | 01/01/2026 |
        limit       | need.review | 12 | weeks | 01/01/2026
        """,
        """
        on 16/01/2026 | child_in_need | 10/04/2026
        on 03/04/2026 | child_in_need | 26/06/2026
        by 03/04/2026 | need_plan     | 19/01/2026 | 16/01/2026 | in_time
        by 03/04/2026 | child_in_need | 10/04/2026 | 03/04/2026 | in_time
        by 03/04/2026 | child_in_need | 26/06/2026 | - | open
        """,
    ),
    Case(
        "York: on 12 September 2016, off 1 June 2019",
        """
        need  | 1 | 05/09/2016
        need  | 2 | 22/05/2019
        remit | 12/09/2016 | 31/05/2019
        """,
        """
        on 11/09/2016 | nothing
        on 12/09/2016 | need_plan | 19/09/2016 | plan 1
        on 31/05/2019 | need_plan | 19/09/2016 | plan 1
        on 31/05/2019 | need_plan | 06/06/2019 | plan 2
        on 01/06/2019 | nothing
        by 01/07/2019 | need_plan | 19/09/2016 | - | overdue
        by 01/07/2019 | need_plan | 06/06/2019 | - | not_required
        """,
    ),
    Case(
        "the plan ended",
        """
        need  | 1 | 05/01/2026 | made: 16/01/2026 | ended: 16/03/2026
        remit | 01/01/2026 |
        limit | need.review | 12 | weeks | 01/01/2026
        """,
        """
        on 16/03/2026 | nothing
        by 01/06/2026 | need_plan     | 19/01/2026 | 16/01/2026 | in_time
        by 01/06/2026 | child_in_need | 10/04/2026 | - | not_required
        """,
    ),
]
