"""How the XML form of the return holds the tables: which element is which table, which name differs.

Source: the Department's schema “Expanded SSDA903 Return”, 2021 (CLA.xsd). AD1, OC3 and UASC have no element
of their own, their values stand in HEADER. Social worker episodes and deprivation of liberty orders have no
place in that schema, and what later years call them is not published where we could read it.
"""

from __future__ import annotations

from typing import Final

from .layout import LAYOUTS

ROOT: Final = "EXPSSDA903"
CHILD: Final = "CHILD"
HEADER: Final = "HEADER"
EPISODE: Final = "EPISODE"
ID: Final = "CHILDID"
UASC_FLAG: Final = "UASC"

#: elements that hold one row of a table: the table, and the element they stand in
ROWS: Final[dict[str, tuple[str, str]]] = {
    HEADER: ("Header", CHILD),
    "AMISSING": ("Missing", HEADER),
    "AREVIEW": ("Reviews", HEADER),
    "PERMANENCE": ("PrevPerm", HEADER),
    "OC2": ("OC2", HEADER),
    "AD_PLACED": ("PlacedAdoption", HEADER),
    EPISODE: ("Episodes", CHILD),
}

#: tables whose values stand in HEADER itself, with the columns that are theirs there
INLINE: Final[dict[str, tuple[str, ...]]] = {
    "UASC": ("DUC",),
    "AD1": tuple(name for name in LAYOUTS["AD1"].names if name not in ("CHILD", "DOB")),
    "OC3": tuple(name for name in LAYOUTS["OC3"].names if name not in ("CHILD", "DOB")),
}

#: tables with no element in the schema
NOT_IN_XML: Final = ("SWEpisodes", "DoLo")

_RENAMED: Final = {"CHILD": ID, "PLACE": "PL"}


def _values(element: str) -> dict[str, str]:
    table, _ = ROWS[element]
    shared = () if element == HEADER else ("CHILD", "DOB")
    names = [name for name in LAYOUTS[table].names if name not in shared]
    if element == HEADER:
        names += [UASC_FLAG, *(name for columns in INLINE.values() for name in columns)]
    return {_RENAMED.get(name, name): name for name in names}


#: row element -> the value elements in it -> the column each fills
VALUES: Final[dict[str, dict[str, str]]] = {element: _values(element) for element in ROWS}
