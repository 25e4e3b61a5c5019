"""What finds a bare figure finds one, and lets those pass that stand with their counts."""

from __future__ import annotations

import pytest

from tests.demo.bare_figures import of_page, of_sentence, of_sheet


def table(*rows: str, head: str = "<th>Measure</th><th>2016/17</th>") -> str:
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(f'<tr>{row}</tr>' for row in rows)}</tbody></table>"


@pytest.mark.parametrize(
    "words",
    [
        "Reviews in time: 61.3%.",
        "Reviews in time: 61%.",
        "A full post had 99.0 children.",
        "That is 55.1 for every 10,000 children.",
        "It was 61.3% (125 of 204), and 48.0% before.",
        "61.3% of the children",
    ],
)
def test_a_sentence_with_a_bare_figure_is_found(words):
    assert of_sentence(words)
    assert of_page(f"<p>{words}</p>")
    assert of_page(f"<div><span>{words}</span></div>")


@pytest.mark.parametrize(
    "words",
    [
        "Reviews in time: 61.3% (125 of 204).",
        "A full post had 99.0 children (594 over 6.00 full posts).",
        "That is 55.1 for every 10,000 children (204 among 37,050).",
        "125 of 204 children (61.3%) were boys and 79 (38.7%) girls.",
        "Against 8.9% published for 2015/16.",
        "We follow WCAG 2.2 and paragraph 7.15 of the guidance.",
        "204 children were in care.",
    ],
)
def test_a_sentence_that_says_what_was_counted_passes(words):
    assert of_sentence(words) == []


@pytest.mark.parametrize(
    "rows",
    [
        ["<th>In time</th><td>61.3%</td>"],
        ["<th>In time</th><td>125 61.3%</td>"],  # n, and no N anywhere
        ["<th>In time</th><td>61.3%</td>", "<th>Total</th><td>204</td>"],  # N, and no n
        ["<th>Boys</th><td>61.3%</td><td>40.0% 2 of 5</td>"],  # its neighbour’s counts are not its own
        ["<th>Number per 10,000</th><td>55.1</td>"],
        ["<th>Mean score</th><td>16.11</td>"],
    ],
)
def test_a_bare_figure_in_a_table_is_found(rows):
    assert of_page(table(*rows))


@pytest.mark.parametrize(
    "rows",
    [
        ["<th>In time</th><td>61.3%<small>125 of 204</small></td>"],
        [
            "<th>Boys</th><td>125 61.3%</td>",
            "<th>Girls</th><td>79 38.7%</td>",
            "<th>Total</th><td>204</td>",
        ],
        ["<th>In time</th><td class='published'>61.3%</td>"],
        ["<th>In time</th><td>61.3%<small>as we printed it</small></td>"],
        ["<th>In time</th><td>c</td>"],
        ["<th>Full-time equivalent posts</th><td>4.20</td>"],
        [
            "<th>Number</th><td>204</td>",
            "<th>Number per 10,000</th><td>55.1</td>",
            "<th>Children aged 0 to 17 in the area</th><td>37,050</td>",
        ],
    ],
)
def test_a_figure_that_stands_with_its_counts_in_a_table_passes(rows):
    assert of_page(table(*rows)) == []


def test_the_median_of_a_row_stands_with_how_many_it_is_of():
    head = "<th>Group</th><th>Closed</th><th>Median of working days</th>"

    assert of_page(table("<th>Practice</th><td>12</td><td>36.5</td>", head=head)) == []
    assert of_page(table("<th>Practice</th><td></td><td>36.5</td>", head=head))


def test_a_column_under_the_heading_published_needs_no_counts():
    head = "<th>Measure</th><th>Published in 2015/16</th>"

    assert of_page(table("<th>In time</th><td>85%</td>", head=head)) == []


def test_a_spreadsheet_has_its_counts_in_columns_of_their_own():
    with_counts = [
        ["Measure", "2016/17: figure", "2016/17: counted", "2016/17: of"],
        ["In time", "61.3", 125, 204],
    ]
    bare = [
        ["Measure", "2016/17: figure", "2016/17: counted", "2016/17: of"],
        ["In time", "61.3", None, None],
    ]

    assert of_sheet(with_counts) == []
    assert of_sheet(bare)
