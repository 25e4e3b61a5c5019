"""What officers judged after reviews: answers, blanks, half-done monitors, other kinds of review."""

from tests.spec.indicators.text_tables import Case

CASES = [
    Case(
        "a blank is not yes",
        "Six reviews: no; yes twice; a blank; half done; none at all. One of three answered says no, which is one of "
        "six reviews, as it was printed before. A conference is another questionnaire.",
        """
        monitors
        child | kind  | completed_on | finished_on | legal_status_right | placement_meets_needs
        Amber | cypic | 01/06/2017   | 05/06/2017  | no                 | yes
        Ben   | cypic | 01/06/2017   | 05/06/2017  | yes                | no
        Cleo  | cypic | 01/06/2017   | 01/06/2017  | yes                |
        Dora  | cypic | 01/06/2017   | 05/06/2017  |                    |
        Ed    | cypic | 01/06/2017   |             | no                 | no
        Fay   | cypic | 01/06/2017   |             |                    |
        Gus   | cp    | 01/06/2017   | 05/06/2017  | no                 | no
        """,
        """
        legal_status_appropriate | not_appropriate            | Q1 | 1 | 3 | 33.3
        legal_status_appropriate | not_appropriate_of_reviews | Q1 | 1 | 6 | 16.7
        legal_status_appropriate | answered                   | Q1 | 3 | 6 | 50
        placement_suitable       | not_meeting                | Q1 | 1 | 2 | 50
        placement_suitable       | not_meeting_of_reviews     | Q1 | 1 | 6 | 16.7
        placement_suitable       | answered                   | Q1 | 2 | 6 | 33.3
        """,
    ),
    Case(
        "neither yes nor no",
        "A version that offers “not known” gives answers the question of the rate cannot use: they stand beside it.",
        """
        monitors
        child | completed_on | finished_on | legal_status_right
        Amber | 01/06/2017   | 05/06/2017  | unknown
        Ben   | 01/06/2017   | 05/06/2017  | yes
        """,
        """
        legal_status_appropriate | not_appropriate            | Q1 | 0 | 1 | 0
        legal_status_appropriate | not_appropriate_of_reviews | Q1 | 0 | 2 | 0
        legal_status_appropriate | answered                   | Q1 | 1 | 2 | 50
        legal_status_appropriate | unknown                    | Q1 | 1 | - | 1
        """,
    ),
    Case(
        "the period of the final meeting",
        "Completed on 30 June and written up in July: the first quarter, where its review is counted.",
        """
        monitors
        child | completed_on | finished_on | corporate_parenting
        Amber | 30/06/2017   | 20/07/2017  | good
        Ben   | 01/07/2017   | 01/07/2017  | inadequate
        """,
        """
        corporate_parenting | good       | Q1   | 1 | 1 | 100
        corporate_parenting | answered   | Q1   | 1 | 1 | 100
        corporate_parenting | inadequate | Q2   | 1 | 1 | 100
        corporate_parenting | answered   | Q2   | 1 | 1 | 100
        corporate_parenting | good       | year | 1 | 2 | 50
        corporate_parenting | inadequate | year | 1 | 2 | 50
        corporate_parenting | answered   | year | 2 | 2 | 100
        """,
    ),
    Case(
        "ratings add up to those that rate",
        "Four monitors, three with a rating, one of them in a word that is none of the four; a blank leaves the base.",
        """
        monitors
        child | completed_on | finished_on | care_plan_quality
        Amber | 01/06/2017   | 05/06/2017  | outstanding
        Ben   | 01/06/2017   | 05/06/2017  | requires_improvement
        Cleo  | 01/06/2017   | 05/06/2017  | excellent
        Dora  | 01/06/2017   | 05/06/2017  |
        """,
        """
        care_plan_quality | outstanding          | Q1 | 1 | 3 | 33.3
        care_plan_quality | requires_improvement | Q1 | 1 | 3 | 33.3
        care_plan_quality | unknown              | Q1 | 1 | 3 | 33.3
        care_plan_quality | answered             | Q1 | 3 | 4 | 75
        """,
    ),
    Case(
        "which reviews have one",
        "Each kind of review over its own number; half done is not done.",
        """
        monitors
        child | kind         | completed_on | finished_on
        Amber | cypic        | 01/06/2017   | 05/06/2017
        Ben   | cypic        | 01/06/2017   |
        Cleo  | short_breaks | 01/06/2017   | 01/06/2017
        Dora  | cp           | 01/06/2017   |
        """,
        """
        monitor_completion | completed    | Q1 | 1 | 2 | 50
        monitor_completion | short_breaks | Q1 | 1 | 1 | 100
        monitor_completion | cp           | Q1 | 0 | 1 | 0
        """,
    ),
]
