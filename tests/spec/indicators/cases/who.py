"""Who the children in care are: sex, ethnicity, age."""

from tests.spec.indicators.text_tables import Case

CASES = [
    Case(
        "sex by either code, and unknown",
        "To 2023/24 the codes are 1 and 2, then M, F and U. U, a code in no list and a blank are unknown.",
        """
        children
        CHILD | SEX
        Amber | F
        Bea   | 2
        Carl  | M
        Dan   | 1
        Eli   | U
        Fred  | 9
        Gus   |

        episodes
        CHILD | DECOM      | RNE
        Amber | 01/06/2016 | S
        Bea   | 01/06/2016 | S
        Carl  | 01/06/2016 | S
        Dan   | 01/06/2016 | S
        Eli   | 01/06/2016 | S
        Fred  | 01/06/2016 | S
        Gus   | 01/06/2016 | S
        """,
        """
        sex | male    | year | 2 | 7 | 28.6
        sex | female  | year | 2 | 7 | 28.6
        sex | unknown | year | 3 | 7 | 42.9
        """,
    ),
    Case(
        "a child without a header row",
        "She is in care and counted; what the header row would have said is unknown.",
        """
        children
        CHILD | SEX
        Amber | F

        episodes
        CHILD | DECOM      | RNE
        Amber | 01/06/2016 | S
        Bea   | 01/06/2016 | S
        """,
        """
        children_in_care | number  | year | 2 | - | 2
        sex              | female  | year | 1 | 2 | 50
        sex              | unknown | year | 1 | 2 | 50
        ethnicity        | WBRI    | year | 1 | 2 | 50
        ethnicity        | unknown | year | 1 | 2 | 50
        age              | 10_15   | year | 1 | 2 | 50
        age              | unknown | year | 1 | 2 | 50
        """,
    ),
    Case(
        "a header row of a child who is not in care",
        "The base is the child in care on the day, not the header.",
        """
        children
        CHILD | SEX
        Amber | F
        Ben   | M

        episodes
        CHILD | DECOM      | RNE
        Amber | 01/06/2016 | S
        """,
        """
        sex | male   | year | 0 | 1 | 0
        sex | female | year | 1 | 1 | 100
        """,
    ),
    Case(
        "ethnicity, refused and misspelt",
        "REFU and NOBT are groups of the list; a code that is not in it, and a blank, are unknown.",
        """
        children
        CHILD | ETHNIC
        Amber | WBRI
        Bea   | CHNE
        Cara  | CNHE
        Dora  | REFU
        Elsa  | NOBT
        Fay   |

        episodes
        CHILD | DECOM      | RNE
        Amber | 01/06/2016 | S
        Bea   | 01/06/2016 | S
        Cara  | 01/06/2016 | S
        Dora  | 01/06/2016 | S
        Elsa  | 01/06/2016 | S
        Fay   | 01/06/2016 | S
        """,
        """
        ethnicity | WBRI    | year | 1 | 6 | 16.7
        ethnicity | CHNE    | year | 1 | 6 | 16.7
        ethnicity | REFU    | year | 1 | 6 | 16.7
        ethnicity | NOBT    | year | 1 | 6 | 16.7
        ethnicity | unknown | year | 2 | 6 | 33.3
        """,
    ),
    Case(
        "age on the day of the birthday and the day before",
        "Completed years on 31 March 2018.",
        """
        children
        CHILD  | DOB
        Baby   | 01/04/2017
        One    | 31/03/2017
        Four   | 01/04/2013
        Five   | 31/03/2013
        Nine   | 01/04/2008
        Ten    | 31/03/2008
        Fift   | 01/04/2002
        Sixt   | 31/03/2002

        episodes
        CHILD  | DECOM      | RNE
        Baby   | 01/05/2017 | S
        One    | 01/05/2017 | S
        Four   | 01/05/2017 | S
        Five   | 01/05/2017 | S
        Nine   | 01/05/2017 | S
        Ten    | 01/05/2017 | S
        Fift   | 01/05/2017 | S
        Sixt   | 01/05/2017 | S
        """,
        """
        age | under_1 | year | 1 | 8 | 12.5
        age | 1_4     | year | 2 | 8 | 25
        age | 5_9     | year | 2 | 8 | 25
        age | 10_15   | year | 2 | 8 | 25
        age | 16_over | year | 1 | 8 | 12.5
        """,
    ),
    Case(
        "age in each quarter",
        "The age is that of the quarter's last day: five from 30 June on, ten from 31 December on.",
        """
        children
        CHILD | DOB
        Amber | 30/06/2012
        Ben   | 31/12/2007

        episodes
        CHILD | DECOM      | RNE
        Amber | 01/05/2016 | S
        Ben   | 01/05/2016 | S
        """,
        """
        age | 5_9   | Q1   | 2 | 2 | 100
        age | 5_9   | Q2   | 2 | 2 | 100
        age | 5_9   | Q3   | 1 | 2 | 50
        age | 10_15 | Q3   | 1 | 2 | 50
        age | 5_9   | year | 1 | 2 | 50
        age | 10_15 | year | 1 | 2 | 50
        """,
    ),
    Case(
        "born on 29 February",
        "On 31 March the birthday is past in every year, kept on 1 March where there is no 29 February.",
        """
        children
        CHILD | DOB
        Amber | 29/02/2008
        Ben   | 29/02/2016

        episodes
        CHILD | DECOM      | RNE
        Amber | 01/05/2016 | S
        Ben   | 01/05/2016 | S
        """,
        """
        age | 5_9   | Q3   | 1 | 2 | 50
        age | 1_4   | Q3   | 1 | 2 | 50
        age | 10_15 | year | 1 | 2 | 50
        age | 1_4   | year | 1 | 2 | 50
        """,
    ),
    Case(
        "no date of birth, or one after the day",
        "An age that cannot be told is unknown, and the groups still add up to the base.",
        """
        children
        CHILD | DOB
        Amber |
        Ben   | 01/04/2018
        Cara  | 31/03/2018

        episodes
        CHILD | DECOM      | RNE
        Amber | 01/05/2016 | S
        Ben   | 01/05/2016 | S
        Cara  | 31/03/2018 | S
        """,
        """
        age | under_1 | year | 1 | 3 | 33.3
        age | unknown | year | 2 | 3 | 66.7
        """,
    ),
]
