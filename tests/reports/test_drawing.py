"""Charts: drawn from the report's own typeface, without a network, the same every time."""

import re

from holdfast.reports.content import Chart, Series
from holdfast.reports.ink import drawing

AGES = Chart(
    "ages",
    "Children by age",
    "Bar chart.",
    "age",
    "bars",
    "Number of children",
    ("Under 1", "A label so long that it has to be broken into two lines to be read"),
    (Series("2016/17", (11, 24)), Series("2015/16 (published)", (13, None), earlier=True)),
)


def test_every_value_is_written_beside_its_mark():
    words = re.findall(r"<text[^>]*>([^<]+)</text>", drawing.svg(AGES))

    assert {"11", "24", "13", "2016/17", "2015/16 (published)", "Number of children"} <= set(words)


def test_an_earlier_year_is_drawn_in_outline_so_that_colour_is_not_needed():
    fills = set(re.findall(r'fill="(#[0-9a-f]{6})" stroke="#1d4f7c"', drawing.svg(AGES)))

    assert fills == {drawing.FILL, drawing.PAPER}


def test_a_long_label_is_broken_and_not_cut():
    assert "…" not in drawing.svg(AGES)


def test_a_drawing_points_to_nothing_outside():
    links = re.findall(r'(?:href|src)="([^"]+)"', drawing.svg(AGES))

    assert links == []


def test_the_same_chart_makes_the_same_picture():
    drawing.svg.cache_clear()
    first = drawing.svg(AGES), drawing.png(AGES)
    drawing.svg.cache_clear()

    assert (drawing.svg(AGES), drawing.png(AGES)) == first


def test_the_words_of_a_picture_are_drawn_and_not_lost(monkeypatch):
    drawing.svg.cache_clear()
    written = len(drawing.png(AGES))
    drawing.svg.cache_clear()
    monkeypatch.setattr(drawing, "FONT", "Source Sans 3")  # without quotes: no renderer finds such a name

    lost = len(drawing.png(AGES))
    drawing.svg.cache_clear()

    assert written > 1.5 * lost
