"""Dates are read exactly as the calendar has them, whole columns at a time."""

from __future__ import annotations

from datetime import date, datetime

import pyarrow as pa
from hypothesis import example, given, settings
from hypothesis import strategies as st

from holdfast.returns.ssda903 import dates

NEAR = st.builds(
    "{:02}/{:02}/{:04}".format, st.integers(0, 33), st.integers(0, 14), st.integers(1890, 2210)
) | st.text(st.sampled_from("0123456789/:.-"), min_size=8, max_size=12)


def by_the_calendar(text: str | None) -> date | None:
    """What Python's own calendar says, with the form checked letter by letter."""
    if text is None or len(text) != 10 or not text.isascii() or text[2] + text[5] != "//":
        return None
    if not (text[:2] + text[3:5] + text[6:]).isdigit():
        return None
    try:
        found = datetime.strptime(text, "%d/%m/%Y").date()
    except ValueError:
        return None
    return found if dates.FIRST_YEAR <= found.year <= dates.LAST_YEAR else None


@settings(deadline=None)
@given(
    st.lists(
        st.none() | NEAR | st.dates(date(1900, 1, 1), date(2199, 12, 31)).map(lambda day: f"{day:%d/%m/%Y}")
    )
)
@example(["29/02/2000", "29/02/1900", "29/02/2100", "31/04/2017", "00/01/2017", "01/00/2017", None, ""])
@example(["01/01/1900", "31/12/2199", "31/12/1899", "01/01/2200", "٠١/٠١/٢٠١"])
def test_a_column_is_read_as_the_calendar_has_it(texts):
    read, bad = dates.parse(pa.array(texts, pa.string()))

    expected = [by_the_calendar(text) for text in texts]
    assert read.to_pylist() == expected
    assert bad.tolist() == [n for n, text in enumerate(texts) if text is not None and expected[n] is None]


@settings(deadline=None)
@given(st.lists(st.none() | NEAR, min_size=1), st.integers(0, 5))
def test_a_slice_of_a_column_is_read_like_the_whole(texts, start):
    whole, _ = dates.parse(pa.array(texts, pa.string()))
    part, _ = dates.parse(pa.array(texts, pa.string()).slice(start))

    assert part.to_pylist() == whole.to_pylist()[start:]
