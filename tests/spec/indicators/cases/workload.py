"""Caseload, and meetings for each post."""

from tests.spec.indicators.text_tables import Case

CASES = [
    Case(
        "a child on two plans is counted once",
        "In care comes first, then protection, then short breaks, then child in need.",
        """
        episodes
        CHILD | DECOM      | RNE | LS
        Amber | 01/05/2016 | S   | C2
        Ben   | 01/05/2016 | S   | V4
        Cleo  | 01/05/2016 | S   | V4

        plans
        child | kind | started    | ended
        Amber | cp   | 01/06/2016 |
        Ben   | cp   | 01/06/2016 |
        Ben   | cin  | 01/06/2016 |
        Cleo  | cin  | 01/06/2016 |
        Dora  | cin  | 01/06/2016 |

        allocations
        child | started
        Amber | 01/05/2016
        Ben   | 01/05/2016
        Cleo  | 01/05/2016
        Dora  | 01/05/2016

        posts
        worker | started
        Olive  | 01/01/2016
        """,
        """
        caseload | cypic       | year | 1 | -   | 1
        caseload | cp          | year | 1 | -   | 1
        caseload | short_breaks| year | 1 | -   | 1
        caseload | cin         | year | 1 | -   | 1
        caseload | total       | year | 3 | -   | 3
        caseload | fte         | year | 1 | -   | 1
        caseload | average     | year | 3 | 1   | 3
        """,
    ),
    Case(
        "only an open allocation of an officer on the day",
        "An allocation is over on its first day no longer; a social worker is no officer; two officers are one child.",
        """
        episodes
        CHILD | DECOM      | RNE
        Amber | 01/05/2016 | S
        Ben   | 01/05/2016 | S
        Cleo  | 01/05/2016 | S
        Dora  | 01/05/2016 | S

        allocations
        child | worker | role          | started    | ended
        Amber | Olive  | iro           | 01/05/2016 | 30/06/2017
        Ben   | Olive  | iro           | 01/05/2016 | 01/07/2017
        Cleo  | Sam    | social_worker | 01/05/2016 |
        Dora  | Olive  | iro           | 30/06/2017 |
        Dora  | Petra  | iro           | 01/01/2017 |
        """,
        """
        caseload | cypic   | Q1   | 2 | - | 2
        caseload | total   | Q1   | 2 | - | 2
        caseload | average | Q1   | 2 | 0 | -
        caseload | cypic   | Q2   | 1 | - | 1
        caseload | total   | Q2   | 1 | - | 1
        caseload | average | Q2   | 1 | 0 | -
        """,
    ),
    Case(
        "an officer and no plan",
        "A child who left care and was not given back by the officer is shown, and is no caseload.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC
        Amber | 01/05/2016 | S   | 31/03/2018 | E4A

        plans
        child | kind | started    | ended      | opened
        Ben   | cp   | 01/06/2016 | 31/03/2018 | 01/06/2016
        Cleo  | cp   |            |            | 01/03/2018

        allocations
        child | started
        Amber | 01/05/2016
        Ben   | 01/05/2016
        Cleo  | 01/03/2018
        """,
        """
        caseload | average | year | 0 | 0 | -
        caseload | no_plan | year | 3 | - | 3
        """,
    ),
    Case(
        "half posts",
        "Shares of a full post are added up: 1 + 0.5 + 0.6 is 2.1; 3 children over 2.1 are 1.4.",
        """
        plans
        child | kind | started
        Amber | cp   | 01/06/2016
        Ben   | cp   | 01/06/2016
        Cleo  | cin  | 01/06/2016

        allocations
        child | started
        Amber | 01/06/2016
        Ben   | 01/06/2016
        Cleo  | 01/06/2016

        posts
        worker | role          | hundredths | started    | ended
        Olive  | iro           | 100        | 01/01/2016 |
        Petra  | iro           | 50         | 01/01/2016 |
        Quinn  | iro           | 60         | 31/03/2018 |
        Rosa   | iro           | 100        | 01/01/2016 | 31/03/2018
        Sam    | social_worker | 100        | 01/01/2016 |
        """,
        """
        caseload | cp      | year | 2 | -   | 2
        caseload | cin     | year | 1 | -   | 1
        caseload | total   | year | 3 | -   | 3
        caseload | fte     | year | 3 | -   | 2.1
        caseload | average | year | 3 | 2.1 | 1.4
        """,
    ),
    Case(
        "posts that change in the period",
        "Q1 has 91 days: one full post throughout and one from the 46th day on is 1 + 46/91, 1.51.",
        """
        meetings
        child | kind         | held_on    | completed_on
        Amber | cypic        | 02/04/2017 | 02/04/2017
        Ben   | cp           | 03/05/2017 | 03/05/2017
        Cleo  | cin          | 04/06/2017 | 04/06/2017
        Dora  | short_breaks | 05/06/2017 | 05/06/2017

        posts
        worker | hundredths | started    | ended
        Olive  | 100        | 01/01/2016 | 01/05/2017
        Olive  | 50         | 01/05/2017 |
        Petra  | 50         | 01/05/2017 | 01/07/2017
        Quinn  | 100        | 16/05/2017 | 01/07/2017
        """,
        """
        meetings | cypic        | Q1   | 1 | -    | 1
        meetings | cp           | Q1   | 1 | -    | 1
        meetings | cin          | Q1   | 1 | -    | 1
        meetings | total        | Q1   | 3 | -    | 3
        meetings | per_fte      | Q1   | 3 | 1.51 | 2
        meetings | short_breaks | Q1   | 1 | -    | 1
        meetings | per_fte      | Q2   | 0 | 0.5  | 0
        """,
    ),
    Case(
        "completed in another quarter than begun",
        "A review is counted in the period of its final meeting, and only there.",
        """
        meetings
        child | kind  | held_on    | completed_on
        Amber | cypic | 29/06/2017 | 03/07/2017
        Ben   | cypic | 29/03/2018 | 03/04/2018
        """,
        """
        meetings | per_fte | Q1   | 0 | 0 | -
        meetings | cypic   | Q2   | 1 | - | 1
        meetings | total   | Q2   | 1 | - | 1
        meetings | per_fte | Q2   | 1 | 0 | -
        meetings | cypic   | year | 1 | - | 1
        meetings | total   | year | 1 | - | 1
        meetings | per_fte | year | 1 | 0 | -
        """,
    ),
]
