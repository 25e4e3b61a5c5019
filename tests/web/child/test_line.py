"""The drawing of a child's time: it stays on its paper, whatever days a return gave."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.web.child.beside import beside
from holdfast.web.child.line import LEFT, RIGHT, WIDTH, Line, draw
from holdfast.web.child_now import one_child_now
from tests.builders import care, people

pytestmark = pytest.mark.django_db

ON = date(2017, 3, 31)


def drawn(*spans: tuple[date, date | None]) -> Line | None:
    child = people.child()
    for started, ended in spans:
        care.episode(child, started, ended, return_key=f"{started}")
    now = one_child_now(child, ON)
    return draw(now, beside(child))


STRANGE = {
    "a hundred years": [(date(1917, 5, 2), None)],
    "since the first day there is": [(date(1, 1, 1), None)],
    "an end before the beginning": [(date(2016, 5, 2), date(2016, 1, 1))],
    "an end before the beginning, and then care": [
        (date(2016, 5, 2), date(2016, 1, 1)),
        (date(2016, 6, 1), None),
    ],
    "an end in 2917": [(date(2016, 5, 2), date(2917, 1, 1))],
    "an end on the last day there is": [(date(2016, 5, 2), date(9999, 12, 31))],
    "an episode that has not begun": [(date(2016, 5, 2), date(2017, 1, 1)), (date(2030, 1, 1), None)],
}


@pytest.mark.parametrize("which", STRANGE)
def test_the_drawing_stays_on_its_paper(which: str):
    line = drawn(*STRANGE[which])

    assert line is not None
    edge = WIDTH - RIGHT
    assert all(LEFT <= bar.x <= edge and 2 <= bar.width <= edge - bar.x + 2 for bar in line.bars)
    assert all(LEFT <= mark.x <= edge for mark in line.marks)
    assert LEFT <= line.now_x <= edge
    assert len(line.years) <= 15


@pytest.mark.parametrize("started", [date(2027, 5, 2), date(9999, 12, 31)])
def test_care_that_has_not_begun_is_not_drawn(started: date):
    assert drawn((started, None)) is None


@pytest.mark.parametrize("which", STRANGE)
def test_the_page_opens_and_tells_it_in_words(which: str, as_role, world):
    child = people.child("Dora Dale")
    for started, ended in STRANGE[which]:
        care.episode(child, started, ended, return_key=f"{started}")

    response = as_role(Role.IRO_MANAGER).get(reverse("child", args=[child.public_id]))

    assert response.status_code == 200
    assert len(response.context["story"]) >= len(STRANGE[which])
