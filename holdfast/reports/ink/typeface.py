"""Which characters the report's typeface can draw, read from the font's own table of them.

Source: the OpenType specification, table 'cmap', format 12.
"""

from __future__ import annotations

import struct
from functools import cache

from holdfast.reports.ink.drawing import FONTS

REGULAR = FONTS / "SourceSans3-Regular.ttf"


@cache
def characters() -> frozenset[str]:
    """Every character that the regular cut has a shape for. Raises ValueError if the font has no such table."""
    font = REGULAR.read_bytes()
    cmap = _table(font, b"cmap")
    (subtables,) = struct.unpack_from(">H", cmap, 2)
    for nth in range(subtables):
        (start,) = struct.unpack_from(">I", cmap, 4 + nth * 8 + 4)
        (form,) = struct.unpack_from(">H", cmap, start)
        if form == 12:
            return _format_12(cmap, start)
    raise ValueError(f"{REGULAR.name} has no character table of format 12.")


def _table(font: bytes, name: bytes) -> bytes:
    (tables,) = struct.unpack_from(">H", font, 4)
    for nth in range(tables):
        tag, _, offset, length = struct.unpack_from(">4sIII", font, 12 + nth * 16)
        if tag == name:
            return font[offset : offset + length]
    raise ValueError(f"{REGULAR.name} has no table {name.decode()}.")


def _format_12(cmap: bytes, start: int) -> frozenset[str]:
    (groups,) = struct.unpack_from(">I", cmap, start + 12)
    found: set[str] = set()
    for nth in range(groups):
        first, last, _ = struct.unpack_from(">III", cmap, start + 16 + nth * 12)
        found.update(map(chr, range(first, last + 1)))
    return frozenset(found)
