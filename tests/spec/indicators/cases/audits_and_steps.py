"""Plans on the lists of the conference audit; steps between tiers and the way back."""

from tests.spec.indicators.text_tables import Case

CASES = [
    Case(
        "ended at the first review conference",
        "On the day of its final meeting; a plan that ended on another day, or before any, is not listed.",
        """
        plans
        child | kind | started    | ended      | first_review
        Amber | cp   | 20/03/2017 | 12/06/2017 | 12/06/2017
        Ben   | cp   | 20/03/2017 | 13/06/2017 | 12/06/2017
        Cleo  | cp   | 20/03/2017 | 12/06/2017 |
        Dora  | cin  | 20/03/2017 | 12/06/2017 | 12/06/2017
        """,
        "conference_audit | ended_at_first_review | Q1 | 1 | - | 1",
    ),
    Case(
        "more than fifteen months",
        "Made on 30 March 2016: fifteen months are full on 30 June 2017, and past on the day after. Made a day earlier "
        "it is past on the last day of June. One that ended on that day is no longer open.",
        """
        plans
        child | kind | started    | ended
        Amber | cp   | 30/03/2016 |
        Ben   | cp   | 29/03/2016 |
        Cleo  | cp   | 29/03/2016 | 30/06/2017
        """,
        """
        conference_audit | over_15_months | Q1 | 1 | - | 1
        conference_audit | over_15_months | Q2 | 2 | - | 2
        """,
    ),
    Case(
        "within two years of an earlier plan",
        "Made two years to the day after the last one ended: within. A day later, not. Ben's latest plan before "
        "counts. Cleo's that still goes on is no earlier one, and long open.",
        """
        plans
        child | kind | started    | ended
        Amber | cp   | 01/01/2015 | 01/05/2015
        Amber | cp   | 01/05/2017 |
        Ben   | cp   | 01/01/2012 | 01/05/2012
        Ben   | cp   | 01/01/2015 | 30/04/2015
        Ben   | cp   | 01/05/2017 |
        Cleo  | cp   | 01/01/2015 |
        Cleo  | cp   | 01/05/2017 |
        """,
        """
        conference_audit | repeat_within_2_years | Q1 | 1 | - | 1
        conference_audit | over_15_months        | Q1 | 1 | - | 1
        """,
    ),
    Case(
        "back on the last day of three months",
        "Stepped down on 30 November: three months end on 28 February. Back on that day counts, a day later does not "
        "within three and does within six. A step up, and becoming a care leaver, are no steps down.",
        """
        tier_steps
        child | from_tier | to_tier     | stepped_on | back_on
        Amber | cp        | cin         | 30/11/2017 | 28/02/2018
        Ben   | cp        | cin         | 30/11/2017 | 01/03/2018
        Cleo  | cin       | closed      | 30/11/2017 |
        Dora  | cin       | cp          | 30/11/2017 | 01/12/2017
        Ed    | care      | care_leaver | 30/11/2017 |
        """,
        """
        steps | total               | Q3 | 5 | - | 5
        steps | cp_to_cin           | Q3 | 2 | - | 2
        steps | cin_to_closed       | Q3 | 1 | - | 1
        steps | cin_to_cp           | Q3 | 1 | - | 1
        steps | care_to_care_leaver | Q3 | 1 | - | 1
        steps | down                | Q3 | 3 | - | 3
        steps | back_3              | Q3 | 1 | 3 | 33.3
        steps | back_6              | Q3 | 2 | 3 | 66.7
        steps | back_12             | Q3 | 2 | 3 | 66.7
        """,
    ),
    Case(
        "a window that has not passed",
        "Read at the end of 28 February: three months of Amber's step have just passed, six have not; and those leave "
        "the base though Amber is back already, or children who come back early would count more than their share.",
        """
        tier_steps
        child | from_tier | to_tier | stepped_on | back_on    | as_of
        Amber | cp        | cin     | 30/11/2017 | 15/01/2018 | 28/02/2018
        Ben   | cp        | cin     | 01/12/2017 |            | 28/02/2018
        """,
        """
        steps | total            | Q3 | 2 | - | 2
        steps | cp_to_cin        | Q3 | 2 | - | 2
        steps | down             | Q3 | 2 | - | 2
        steps | back_3           | Q3 | 1 | 1 | 100
        steps | not_yet_known_3  | Q3 | 1 | - | 1
        steps | back_6           | Q3 | 0 | 0 | -
        steps | not_yet_known_6  | Q3 | 2 | - | 2
        steps | back_12          | Q3 | 0 | 0 | -
        steps | not_yet_known_12 | Q3 | 2 | - | 2
        """,
    ),
]
