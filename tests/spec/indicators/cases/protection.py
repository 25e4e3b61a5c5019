"""Protection plans month by month."""

from tests.spec.indicators.text_tables import Case

CASES = [
    Case(
        "ended on the last day of a month",
        "It ended in that month and is not open at the end of it.",
        """
        plans
        child | kind | started    | ended
        Amber | cp   | 30/04/2017 | 30/06/2017
        """,
        """
        protection_plans | open    | 2017-04 | 1 | - | 1
        protection_plans | started | 2017-04 | 1 | - | 1
        protection_plans | open    | 2017-05 | 1 | - | 1
        protection_plans | ended   | 2017-06 | 1 | - | 1
        """,
    ),
    Case(
        "ended on the first day of a month, and begun before the year",
        "It was open at the end of the month before; what began before April is not among the started.",
        """
        plans
        child | kind | started    | ended
        Amber | cp   | 31/03/2017 | 01/05/2017
        """,
        """
        protection_plans | open  | 2017-04 | 1 | - | 1
        protection_plans | ended | 2017-05 | 1 | - | 1
        """,
    ),
    Case(
        "begun and ended in one month, twice",
        "Plans are counted, not children; one that is only opened, or of a child in need, is none of these.",
        """
        plans
        child | kind | started    | ended      | opened
        Amber | cp   | 02/02/2018 | 10/02/2018 | 01/02/2018
        Amber | cp   | 12/02/2018 |            | 11/02/2018
        Ben   | cp   |            |            | 01/02/2018
        Cleo  | cin  | 01/02/2018 |            | 01/02/2018
        """,
        """
        protection_plans | open    | 2018-02 | 1 | - | 1
        protection_plans | started | 2018-02 | 2 | - | 2
        protection_plans | ended   | 2018-02 | 1 | - | 1
        protection_plans | open    | 2018-03 | 1 | - | 1
        """,
    ),
]
