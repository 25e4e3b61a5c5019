"""The menu of every role stands in one line on an ordinary screen, the longest too."""

from __future__ import annotations

import pytest

from holdfast.casework.access.roles import Role

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("role", [Role.IRO_MANAGER, Role.ANALYST, Role.BOARD_READER])
def test_the_menu_is_one_line(window, sign_in, role):
    # Given somebody on the home page, on a screen 1280 pixels wide
    sign_in(role)

    # Then every place of their menu stands at the same height
    tops = window.evaluate(
        "[...document.querySelectorAll('.govuk-service-navigation__item')]"
        ".map(place => Math.round(place.getBoundingClientRect().top))"
    )
    assert len(tops) >= 3
    assert len(set(tops)) == 1
