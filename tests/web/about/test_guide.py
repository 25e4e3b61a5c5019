"""The guide in the service: its own marks, links that stay in it, and the week of the reader's role."""

from __future__ import annotations

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.web.about.guide import FOLDER, WEEKS, address
from holdfast.web.about.marked_text import anchor, as_html


def test_every_page_of_the_guide_is_drawn_without_a_mark_left_over(as_role, world):
    client = as_role(Role.BOARD_READER)

    for path in sorted(FOLDER.glob("*.md")):
        to = (
            reverse("about_guide") if path.stem == "README" else reverse("about_guide_page", args=[path.stem])
        )
        page = client.get(to).content.decode()
        main = page[page.index("<main") : page.index("</main>")]
        assert [mark for mark in ("**", "](", "|", "## ", "`") if mark in main] == [], path.name


@pytest.mark.parametrize("role", Role)
def test_the_contents_lead_to_the_readers_own_week(as_role, world, role: Role):
    page = as_role(role).get(reverse("about_guide")).content.decode()

    assert f'href="{reverse("about_guide_page", args=[WEEKS[role]])}">Your own week' in page


def test_a_page_the_guide_has_not_is_not_there(as_role, world):
    client = as_role(Role.IRO)

    assert client.get(reverse("about_guide_page", args=["nothing"])).status_code == 404
    assert client.get(reverse("about_guide_picture", args=["nothing"])).status_code == 404


def test_a_picture_is_a_picture(as_role, world):
    answer = as_role(Role.IRO).get(reverse("about_guide_picture", args=["iro-book"]))

    assert answer["Content-Type"] == "image/png"
    assert answer.content.startswith(b"\x89PNG")


def test_links_stay_in_the_guide():
    assert address("iro.md#monday") == "/guide/iro#monday"
    assert address("README.md#what-holds-on-every-page") == "/guide#what-holds-on-every-page"
    assert address("pictures/iro-book.png") == "/guide/pictures/iro-book.png"
    assert address("../generated/catalogue.md") == ""


def test_what_is_not_a_mark_is_shown_as_written():
    drawn = as_html(
        "Enter <b> & **go**\n\n- one\n  more\n- *two*\n\n| A | B |\n|---|---|\n| c | [d](e.md) |", address
    ).replace("\n", "")

    assert "Enter &lt;b&gt; &amp; <strong>go</strong>" in drawn
    assert "<li>one more</li><li><em>two</em></li>" in drawn
    assert '<th scope="row" class="govuk-table__header">c</th>' in drawn
    assert 'href="/guide/e">d</a>' in drawn


def test_a_heading_is_reached_by_its_words():
    assert anchor("What holds on every page") == "what-holds-on-every-page"
