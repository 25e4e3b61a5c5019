"""The user guide: for everybody who is signed in."""

from __future__ import annotations

from typing import Any

from tests.web.doors import ALL, Door


def _picture(things: Any) -> list:
    return ["iro-book"]


DOORS = {
    "about_guide": Door(ALL),
    "about_guide_page": Door(ALL, args=lambda things: ["iro"], not_one_childs=True),
    "about_guide_picture": Door(ALL, args=_picture, page=False, not_one_childs=True),
}
