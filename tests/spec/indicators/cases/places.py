"""In or outside the area, and the personal education plan found at the last review."""

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
    Case(
        "the plan at the last review of the year",
        "Amber's was missing in May and there in November. Ben's was there the year before only. Cleo needs none. Dora "
        "is two on 31 March and Eve eighteen: neither is counted.",
        """
        children
        CHILD | DOB
        Amber | 01/01/2008
        Ben   | 01/01/2008
        Cleo  | 01/01/2008
        Dora  | 01/04/2015
        Eve   | 31/03/2000

        episodes
        CHILD | DECOM      | RNE
        Amber | 01/05/2016 | S
        Ben   | 01/05/2016 | S
        Cleo  | 01/05/2016 | S
        Dora  | 01/05/2016 | S
        Eve   | 01/05/2016 | S

        education_plans
        child | completed_on | state
        Amber | 10/05/2017   | not_there
        Amber | 10/11/2017   | there
        Ben   | 31/03/2017   | there
        Cleo  | 10/11/2017   | not_needed
        Dora  | 10/11/2017   | there
        Eve   | 10/11/2017   | there
        """,
        """
        pep | up_to_date | year | 1 | 1 | 100.0
        pep | not_needed | year | 1 | 3 | 33.3
        pep | unknown    | year | 1 | - | 1
        """,
    ),
]
