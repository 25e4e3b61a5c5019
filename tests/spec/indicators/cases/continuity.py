"""The same officer for a year."""

from tests.spec.indicators.text_tables import Case

_IN_CARE = """
        episodes
        CHILD | DECOM      | RNE
        Amber | 01/01/2015 | S
"""

CASES = [
    Case(
        "one officer, written in two rows",
        "The second row begins on the day the first is no longer: no day is missing.",
        _IN_CARE
        + """
        allocations
        child | worker | started    | ended
        Amber | Olive  | 31/03/2017 | 01/09/2017
        Amber | Olive  | 01/09/2017 |
        """,
        "iro_continuity | same | year | 1 | 1 | 100",
    ),
    Case(
        "a day without an officer",
        "The same officer before and after, and one day with nobody: not throughout.",
        _IN_CARE
        + """
        allocations
        child | worker | started    | ended
        Amber | Olive  | 01/01/2017 | 01/09/2017
        Amber | Olive  | 02/09/2017 |
        """,
        "iro_continuity | same | year | 0 | 1 | 0",
    ),
    Case(
        "a change and back",
        "Another officer in between: not the same throughout, though the last is the first.",
        _IN_CARE
        + """
        allocations
        child | worker | started    | ended
        Amber | Olive  | 01/01/2017 | 01/09/2017
        Amber | Petra  | 01/09/2017 | 01/11/2017
        Amber | Olive  | 01/11/2017 |
        """,
        "iro_continuity | same | year | 0 | 1 | 0",
    ),
    Case(
        "an officer from the day after",
        "Nothing is recorded on the first day or before it: not known. A social worker is no officer.",
        _IN_CARE
        + """
        allocations
        child | worker | role          | started    | ended
        Amber | Olive  | iro           | 01/04/2017 |
        Amber | Sam    | social_worker | 01/01/2015 |
        """,
        """
        iro_continuity | same    | year | 0 | 0 | -
        iro_continuity | unknown | year | 1 | - | 1
        """,
    ),
    Case(
        "not in care a year earlier",
        "Only children in care on both days.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC
        Amber | 01/04/2017 | S   |            |
        Ben   | 01/01/2015 | S   | 31/03/2018 | E4A
        Cleo  | 01/01/2015 | S   | 31/03/2017 | E4A
        Cleo  | 01/05/2017 | S   |            |

        allocations
        child | started
        Amber | 01/01/2015
        Ben   | 01/01/2015
        Cleo  | 01/01/2015
        """,
        "iro_continuity | same | year | 0 | 0 | -",
    ),
    Case(
        "out of care in between",
        "In care on both days, and kept by the officer through the time at home.",
        """
        episodes
        CHILD | DECOM      | RNE | DEC        | REC
        Amber | 01/01/2015 | S   | 01/06/2017 | E4A
        Amber | 01/12/2017 | S   |            |

        allocations
        child | started
        Amber | 01/01/2015
        """,
        "iro_continuity | same | year | 1 | 1 | 100",
    ),
]
