"""Who is in care on a day: the base of every snapshot."""

from tests.spec.indicators.text_tables import Case

CASES = [
    Case(
        "in care from the day care began",
        "A snapshot is at the end of the last day of the period, and DECOM is on or before it.",
        """
        episodes
        CHILD | DECOM      | RNE
        Amber | 30/06/2017 | S
        Ben   | 01/07/2017 | S
        Cara  | 31/03/2018 | S
        """,
        """
        children_in_care | number | Q1   | 1 | - | 1
        children_in_care | number | Q2   | 2 | - | 2
        children_in_care | number | Q3   | 2 | - | 2
        children_in_care | number | Q4   | 3 | - | 3
        children_in_care | number | year | 3 | - | 3
        """,
    ),
    Case(
        "DEC on 31 March",
        "A child who left on the last day is not in care at its end; she is counted among those who left.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC
        Amber | 01/06/2016 | S   | 31/03/2018 | E4A
        Ben   | 01/06/2016 | S   | 01/04/2018 | E4A
        """,
        """
        children_in_care | number   | Q3   | 2 | - | 2
        children_in_care | number   | year | 1 | - | 1
        leaving_care     | total    | year | 1 | - | 1
        leaving_care     | children | year | 1 | - | 1
        leaving_care     | E4A      | year | 1 | 1 | 100
        leaving_care     | total    | Q4   | 1 | - | 1
        leaving_care     | children | Q4   | 1 | - | 1
        leaving_care     | E4A      | Q4   | 1 | 1 | 100
        """,
    ),
    Case(
        "an open episode that carries a reason ceased",
        "Care ends with a DEC; a REC without one ends nothing. The child is in care and has not left.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC | REC
        Amber | 01/06/2016 | S   |     | E4A
        Ben   | 01/06/2016 | S   |     | X1
        """,
        """
        children_in_care | number   | year | 2 | - | 2
        time_in_care     | 1_2_years | year | 2 | 2 | 100
        leaving_care     | total    | year | 0 | - | 0
        """,
    ),
    Case(
        "short breaks are set aside",
        "Episodes in V3 and V4 make nobody a child in care.",
        """
        episodes
        CHILD | DECOM      | RNE | LS
        Amber | 01/06/2016 | S   | V3
        Ben   | 01/06/2016 | S   | V4
        Cara  | 01/06/2016 | S   | V2
        """,
        """
        children_in_care | number     | year | 1 | - | 1
        legal_status     | section_20 | year | 1 | 1 | 100
        """,
    ),
    Case(
        "a child in two episodes at once",
        "She is counted once, by the later DECOM.",
        """
        episodes
        CHILD | DECOM      | RNE | LS | PLACE
        Amber | 01/06/2017 | S   | V2 | K2
        Amber | 01/06/2016 | S   | C2 | U4
        """,
        """
        children_in_care | number      | year | 1 | - | 1
        legal_status     | section_20  | year | 1 | 1 | 100
        placement_type   | residential | year | 1 | 1 | 100
        legal_status     | care_order  | Q1   | 0 | 1 | 0
        legal_status     | section_20  | Q1   | 1 | 1 | 100
        """,
    ),
    Case(
        "two open episodes, the later one ended before the day",
        "Only episodes open on the day speak for it: the older one still has her in care.",
        """
        episodes
        CHILD | DECOM      | RNE | LS | DEC        | REC
        Amber | 01/06/2016 | S   | C2 |            |
        Amber | 01/06/2017 | S   | V2 | 01/09/2017 | E4A
        """,
        """
        children_in_care | number     | year | 1 | - | 1
        legal_status     | care_order | year | 1 | 1 | 100
        legal_status     | section_20 | Q1   | 1 | 1 | 100
        """,
    ),
    Case(
        "two episodes begun on the same day",
        "The one read later wins.",
        """
        episodes
        CHILD | DECOM      | RNE | LS | PLACE
        Amber | 01/06/2016 | S   | C2 | U4
        Amber | 01/06/2016 | S   | C1 | K2
        """,
        """
        children_in_care | number             | year | 1 | - | 1
        legal_status     | interim_care_order | year | 1 | 1 | 100
        placement_type   | residential        | year | 1 | 1 | 100
        """,
    ),
    Case(
        "same-day hand-over",
        "The episode that ended on the day is over at its end; the one that began has the child in care.",
        """
        episodes
        CHILD | DECOM      | RNE | LS | DEC        | REC
        Amber | 01/06/2016 | S   | C1 | 30/06/2017 | X1
        Amber | 30/06/2017 | L   | C2 |            |
        """,
        """
        children_in_care | number     | Q1 | 1 | - | 1
        legal_status     | care_order | Q1 | 1 | 1 | 100
        """,
    ),
    Case(
        "nobody in care",
        "Every group is there, and where N is 0 there is no value.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC
        Amber | 01/06/2015 | S   | 01/06/2016 | E4A
        """,
        """
        children_in_care    | number         | year | 0 | - | 0
        sex                 | male           | year | 0 | 0 | -
        sex                 | female         | year | 0 | 0 | -
        sex                 | unknown        | year | 0 | 0 | -
        age                 | 5_9            | year | 0 | 0 | -
        placement_moves     | three_or_more  | year | 0 | 0 | -
        placement_moves     | unknown        | year | 0 | - | 0
        long_term_stability | stable         | year | 0 | 0 | -
        participation       | coded          | year | 0 | 0 | -
        leaving_care        | total          | year | 0 | - | 0
        leaving_care        | E11            | year | 0 | 0 | -
        health_education    | sdq_average    | year | 0 | 0 | -
        care_leavers        | suitable       | year | 0 | 0 | -
        unplanned_moves     | unplanned      | year | 0 | 0 | -
        uasc                | number         | year | 0 | - | 0
        """,
    ),
    Case(
        "per 10,000 of the population aged 0 to 17",
        "Only where a population is entered for the year; it stands for the year's quarters too.",
        """
        episodes
        CHILD | DECOM      | RNE
        Amber | 01/06/2016 | S
        Ben   | 01/09/2017 | S

        population
        YEAR | AGED_0_17
        2017 | 1000
        2018 | 1600
        """,
        """
        children_in_care | number     | Q1   | 1 | -    | 1
        children_in_care | per_10000  | Q1   | 1 | 1600 | 6.3
        children_in_care | number     | year | 2 | -    | 2
        children_in_care | per_10000  | year | 2 | 1600 | 12.5
        """,
    ),
]
