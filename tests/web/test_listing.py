"""Pages of a long list."""

from holdfast.web.listing import listing


def test_a_long_list_shows_its_ends_and_its_neighbours():
    page = listing(list(range(250)), 5, lambda n: f"?page={n}")

    assert [number for number, _ in page.numbers] == [1, 0, 4, 5, 6, 0, 10]
    assert (page.first, page.last, page.previous, page.next) == (101, 125, "?page=4", "?page=6")


def test_a_page_past_the_end_is_the_last():
    page = listing(list(range(30)), 99, lambda n: f"?page={n}")

    assert (page.page, list(page.rows), page.next) == (2, [25, 26, 27, 28, 29], "")


def test_an_empty_list_has_one_page():
    page = listing([], 1, lambda n: "")

    assert (page.pages, page.total, list(page.rows)) == (1, 0, [])
