"""The picture of the rooms, drawn from the imports as they are, and the same in words.

The order of the rooms is the one import-linter keeps (pyproject.toml); the sentence in each box is the
first line of the room's own ``__init__.py``.
"""

from __future__ import annotations

import ast
import tomllib
from dataclasses import dataclass
from html import escape
from pathlib import Path

import grimp

ROOT = Path(__file__).resolve().parent.parent
WIDTH, BOX_LEFT, BOX_WIDTH, BOX_HEIGHT, GAP, TOP = 1080, 24, 640, 54, 26, 64
COLOURS = (
    "#1d70b8",
    "#912b88",
    "#00703c",
    "#b10e1e",
    "#5a3f12",
    "#28517a",
    "#7a4b00",
    "#4c2c92",
    "#0b6e6e",
    "#505a5f",
)


@dataclass(frozen=True)
class Room:
    name: str
    row: int
    purpose: str
    beside: str  # the room it stands side by side with, or nothing
    imports: tuple[str, ...]
    knows_django: bool


def rooms(container: str) -> list[Room]:
    """The rooms of a package in their order, each with what it imports."""
    graph = grimp.build_graph("holdfast", include_external_packages=True, cache_dir=None)
    order = _order(container)
    flat = [(name, layer) for layer in order for name in layer]
    names = [name for name, _ in flat]
    imported = {
        name: tuple(
            other
            for other in names
            if other != name
            and graph.direct_import_exists(
                importer=f"{container}.{name}", imported=f"{container}.{other}", as_packages=True
            )
        )
        for name in names
    }
    django = {
        name: graph.direct_import_exists(importer=f"{container}.{name}", imported="django", as_packages=True)
        if "django" in graph.modules
        else False
        for name in names
    }
    return [
        Room(
            name,
            row,
            _purpose(container, name),
            ", ".join(o for o in layer if o != name),
            imported[name],
            django[name],
        )
        for row, (name, layer) in enumerate(flat)
    ]


def _order(container: str) -> list[list[str]]:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    kept = next(one for one in contracts if one["type"] == "layers" and one["containers"] == [container])
    return [[name.strip() for name in layer.split("|")] for layer in kept["layers"]]


def _purpose(container: str, name: str) -> str:
    source = (ROOT / container.replace(".", "/") / name / "__init__.py").read_text()
    return (ast.get_docstring(ast.parse(source)) or "").split("\n")[0]


def svg(drawn: list[Room], title: str) -> str:
    """Boxes from the top floor down; an arrow from each room to every room it imports."""
    height = TOP + len(drawn) * (BOX_HEIGHT + GAP)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        f'aria-labelledby="title" font-family="Arial, Helvetica, sans-serif">',
        f'<title id="title">{escape(title)}</title>',
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
        f'<text x="{BOX_LEFT}" y="34" font-size="22" font-weight="bold">{escape(title)}</text>',
        *(_marker(nth) for nth in range(len(COLOURS))),
        *(_box(room) for room in drawn),
        *_arrows(drawn),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _y(row: int) -> int:
    return TOP + row * (BOX_HEIGHT + GAP)


def _box(room: Room) -> str:
    y, colour = _y(room.row), COLOURS[room.row % len(COLOURS)]
    # The same floor: a little further in, so that the eye sees that they do not stand on each other.
    inset = 28 if room.beside else 0
    words = [room.purpose]
    if len(room.purpose) > 92:
        cut = room.purpose.rfind(" ", 0, 92)
        words = [room.purpose[:cut], room.purpose[cut + 1 :]]
    lines = "".join(
        f'<text x="{BOX_LEFT + inset + 14}" y="{y + 37 + 13 * nth - 3 * (len(words) - 1)}" font-size="12.5">'
        f"{escape(line)}</text>"
        for nth, line in enumerate(words)
    )
    return (
        f'<rect x="{BOX_LEFT + inset}" y="{y}" width="{BOX_WIDTH - inset}" height="{BOX_HEIGHT}" rx="4" '
        f'fill="#f3f2f1" stroke="{colour}" stroke-width="2"/>'
        f'<text x="{BOX_LEFT + inset + 14}" y="{y + 20}" font-size="16" font-weight="bold" fill="{colour}">'
        f"{escape(room.name)}</text>{lines}"
    )


def _marker(nth: int) -> str:
    return (
        f'<marker id="head{nth}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" '
        f'orient="auto"><path d="M0 0 L8 4 L0 8 z" fill="{COLOURS[nth]}"/></marker>'
    )


def _arrows(drawn: list[Room]) -> list[str]:
    row = {room.name: room.row for room in drawn}
    ends: dict[int, set[int]] = {room.row: set() for room in drawn}
    pairs = sorted((room.row, row[other]) for room in drawn for other in room.imports)
    for above, below in pairs:
        ends[above].add(below)
        ends[below].add(above)
    arrows = []
    for above, below in pairs:
        y1, y2 = _port(ends[above], above, below), _port(ends[below], below, above)
        out = BOX_LEFT + BOX_WIDTH
        bulge = out + 34 + 38 * abs(below - above)
        nth = above % len(COLOURS)
        label = f"{drawn[above].name} imports {drawn[below].name}"
        arrows.append(
            f'<path d="M{out} {y1:.0f} C{bulge} {y1:.0f} {bulge} {y2:.0f} {out + 2} {y2:.0f}" fill="none" '
            f'stroke="{COLOURS[nth]}" stroke-width="1.8" marker-end="url(#head{nth})"><title>{label}</title></path>'
        )
    return arrows


def _port(ends: set[int], here: int, there: int) -> float:
    """Where on the edge of its box an arrow stands, so that arrows nest: first those from above, the nearest
    highest, then those going down, the farthest highest."""
    order = sorted(ends, key=lambda other: (other > here, here - other))
    return _y(here) + BOX_HEIGHT * (order.index(there) + 1) / (len(order) + 1)


def in_words(drawn: list[Room], title: str) -> str:
    """The picture as a table, for who cannot see it."""
    lines = [f"## {title}", "", "| Room | What it is for | Imports | Django |", "|---|---|---|---|"]
    for room in drawn:
        beside = f" Side by side with {room.beside}: neither imports the other." if room.beside else ""
        imports = ", ".join(room.imports) or "none of ours"
        lines.append(
            f"| {room.name} | {room.purpose}{beside} | {imports} | {'yes' if room.knows_django else 'no'} |"
        )
    return "\n".join(lines) + "\n"


def documents() -> dict[str, str]:
    """File name under docs/generated -> its text."""
    house, casework = rooms("holdfast"), rooms("holdfast.casework")
    words = (
        "# The rooms and what they import\n\n"
        "Generated from the imports by `script/generate-docs`. The upper may import the lower.\n\n"
        + "![The rooms of Holdfast, in the order of the table below](rooms.svg)\n\n"
        + in_words(house, "The rooms of Holdfast")
        + "\n![The casework apps, in the order of the table below](casework.svg)\n\n"
        + in_words(casework, "The casework apps")
    )
    return {
        "rooms.svg": svg(house, "The rooms of Holdfast: an arrow means “imports”"),
        "casework.svg": svg(casework, "The casework apps: an arrow means “imports”"),
        "rooms.md": words,
    }
