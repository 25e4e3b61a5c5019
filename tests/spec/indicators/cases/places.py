"""In or outside the area."""

from tests.spec.indicators.text_tables import Case

CASES = [
    Case(
        "outside, of those whose place is known",
        "Amber and Ben are known, one of them outside. Of Cleo nothing is recorded, of Dora something in no list. Eve "
        "moved back on the last day of June, so she is inside from then.",
        """
        episodes
        CHILD | line | DECOM      | RNE | DEC
        Amber | 1    | 01/05/2017 | S   |
        Ben   | 2    | 01/05/2017 | S   |
        Cleo  | 3    | 01/05/2017 | S   |
        Dora  | 4    | 01/05/2017 | S   |
        Eve   | 5    | 01/05/2017 | S   | 30/06/2017
        Eve   | 6    | 30/06/2017 | P   |

        places
        child | line | location
        Amber | 1    | OUT
        Ben   | 2    | IN
        Dora  | 4    | ELSEWHERE
        Eve   | 5    | OUT
        Eve   | 6    | IN
        """,
        """
        out_of_area | outside | Q1 | 1 | 3 | 33.3
        out_of_area | unknown | Q1 | 2 | - | 2
        """,
    ),
    Case(
        "nobody's place is known",
        "Nothing can be divided, and everybody is unknown.",
        """
        episodes
        CHILD | DECOM      | RNE
        Amber | 01/05/2017 | S

        places
        child | line | location
        """,
        """
        out_of_area | outside | Q1 | 0 | 0 | -
        out_of_area | unknown | Q1 | 1 | - | 1
        """,
    ),
]
