"""Each claim says why in one sentence, where that comes from, and what would change it."""

from datetime import date

import pytest

from holdfast.domain.limits import Book, Limit
from holdfast.domain.tracks.claim import Claim
from holdfast.domain.tracks.outlook import outlook
from tests.spec.law.worked import Case, day


def claim(given: str, on: str, track: str) -> Claim:
    life, book = Case("", given, "").life_and_book()
    return next(each for each in outlook(life, day(on), book).claims if each.track == track)


@pytest.mark.parametrize(
    ("given", "on", "track", "why"),
    [
        (
            "care | 05/01/2026 | C1 | U6",
            "05/01/2026",
            "ordinary",
            "The first review is due within 20 working days of coming into care on 5 January 2026.",
        ),
        (
            "care | 05/01/2026 | J1 | R5",
            "05/01/2026",
            "remand",
            "The first review is due within 20 working days of the remand on 5 January 2026, which made the child "
            "looked after.",
        ),
        (
            "care | 05/01/2026 | E1 | A6",
            "05/01/2026",
            "adoption_placed",
            "The first review is due within 4 weeks of placing for adoption on 5 January 2026.",
        ),
        (
            "care | 05/01/2026 | E1 | U6",
            "05/01/2026",
            "adoption_authorised",
            "A review is due within 3 months of adoption being authorised on 5 January 2026; 5 April 2026 is no "
            "working day (Sunday), so book by Thursday 2 April 2026.",
        ),
        (
            """
            care | 05/01/2026 | E1 | A6
            care | 02/03/2026 | E1 | U6
            """,
            "02/03/2026",
            "adoption_disrupted",
            "A review is due within 42 days of the end of the adoptive placement on 2 March 2026, and not before "
            "30 March 2026.",
        ),
        (
            """
            care   | 05/01/2026 | C1 | U6
            review | 30/01/2026 to -
            """,
            "30/01/2026",
            "series",
            "The review begun on 30 January 2026 is to be completed within 20 working days of that day.",
        ),
        (
            """
            care  | 05/01/2026 | C1 | U6
            early | 06/01/2026 | 12/01/2026
            """,
            "06/01/2026",
            "early",
            "The officer decided on 6 January 2026 on an early review by 12 January 2026: the officer asks.",
        ),
        (
            "break | 06/01/2026 | | V4",
            "06/01/2026",
            "short_breaks",
            "The first review is due within 3 months of the first short break on 6 January 2026; 6 April 2026 is no "
            "working day (Easter Monday), so book by Thursday 2 April 2026.",
        ),
        (
            "protection | 1 | 12/01/2026 | moved here",
            "12/01/2026",
            "child_protection",
            "The conference is due within 15 working days of the notice of the move here on 12 January 2026.",
        ),
    ],
)
def test_why(given, on, track, why):
    due = claim(given, on, track).due

    assert due.why == why
    assert due.source
    assert due.certainty in {"H", "M", "L"}


def test_a_review_without_a_meeting_says_by_when_one_is_needed():
    found = claim(
        """
        care   | 05/01/2026 | C2 | U4
        review | 30/01/2026
        review | 27/04/2026
        review | 26/10/2026
        """,
        "05/01/2027",
        "long_term_fostering",
    )

    assert not found.meeting_needed
    assert found.would_change[0] == (
        "This has been a long-term foster placement since 5 January 2026, so this review may be done without a "
        "meeting; one is needed by 26 October 2027."
    )


def test_breaks_past_their_limits_raise_alerts():
    long_break = outlook(*_at("break | 05/01/2026 | 26/01/2026 | V3", "01/03/2026"))
    too_many = outlook(
        *_at(
            """
            break | 05/01/2026 | 20/01/2026 | V3
            break | 02/02/2026 | 17/02/2026 | V3
            break | 02/03/2026 | 17/03/2026 | V3
            break | 06/04/2026 | 21/04/2026 | V3
            break | 04/05/2026 | 20/05/2026 | V3
            """,
            "20/05/2026",
        )
    )

    assert long_break.alerts == (
        "The short break that began on 5 January 2026 lasted 21 days; the limit is 17. The rules for short breaks do "
        "not cover it: the full rules apply.",
    )
    assert too_many.alerts == (
        "Short breaks come to 76 days in the 12 months up to 20 May 2026; the limit is 75. The rules for short breaks "
        "no longer cover them: the full rules apply.",
    )


def test_an_agreement_says_that_its_days_cannot_be_counted():
    found = claim("break | 05/01/2026 | | V4", "05/01/2026", "short_breaks")

    assert any("cannot be checked" in sentence for sentence in found.would_change)


def test_a_council_s_own_limit_is_named_with_its_own_source():
    own = Limit("review.first", 15, "working days", date(2026, 1, 1), "Our practice standard 4", "H")
    life, _ = Case("", "care | 05/01/2026 | C1 | U6", "").life_and_book()

    due = outlook(life, date(2026, 1, 5), Book(own=(own,))).claims[0].due

    assert due.last_day == date(2026, 1, 26)
    assert due.source == "Our practice standard 4"


@pytest.mark.parametrize(
    "given",
    [
        "care | 05/01/1965 | C1 | U6",
        "care | 05/01/1965 | E1 | A6",
        "care | 05/01/1965 | E1 | U6",
        "break | 05/01/1965 | | V3",
        "protection | 1 | 05/01/1965",
        "protection | 1 | 05/01/1965 | made: 12/01/1965",
    ],
)
def test_a_day_before_every_rule_makes_a_sentence_not_an_error(given):
    life, book = Case("", given, "").life_and_book()

    claims = outlook(life, date(1965, 1, 12), book).claims

    assert claims
    assert all("Check that the date is right" in each.due.why for each in claims)


def _at(given: str, on: str):
    life, book = Case("", given, "").life_and_book()
    return life, day(on), book
