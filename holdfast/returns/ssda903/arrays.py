"""Between NumPy and Arrow by way of their bytes, without the detour over pandas.

``pyarrow.array``, ``pyarrow.scalar`` and ``to_numpy`` look at every value for something of pandas, and so
import it: a second of waiting for a library that a return never needs.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc


def truths(values: Any) -> Any:
    """An Arrow array of truth values as NumPy's; null is false."""
    return _bits(values, values.buffers()[1]) & filled(values)


def filled(values: Any) -> Any:
    """Which values of an Arrow array are there, as NumPy truth values."""
    mask = values.buffers()[0] if values.null_count else None
    return np.ones(len(values), dtype=bool) if mask is None else _bits(values, mask)


def _bits(values: Any, buffer: Any) -> Any:
    if len(values) == 0:
        return np.zeros(0, dtype=bool)
    end = values.offset + len(values)
    packed = np.frombuffer(buffer, dtype=np.uint8)
    return np.unpackbits(packed, count=end, bitorder="little")[values.offset :].view(bool)


def places(condition: Any) -> Any:
    """Where an Arrow array of truth values is true, as NumPy positions."""
    if isinstance(condition, pa.ChunkedArray):
        condition = condition.combine_chunks()
    return np.flatnonzero(truths(condition))


def packed(values: Any) -> Any:
    """NumPy truth values as the bits Arrow keeps."""
    return pa.py_buffer(np.packbits(values, bitorder="little"))


def bits(values: Any) -> Any:
    """NumPy truth values as an Arrow array."""
    return pa.Array.from_buffers(pa.bool_(), len(values), [None, packed(values)])


def numbers(values: Any, kind: Any, valid: Any = None) -> Any:
    """NumPy whole numbers as an Arrow array of a kind as wide; null where not valid."""
    mask = None if valid is None else packed(valid)
    return pa.Array.from_buffers(kind, len(values), [mask, pa.py_buffer(np.ascontiguousarray(values))])


def strings(values: Sequence[str | None]) -> Any:
    """Python strings as an Arrow array; None and the empty string are null."""
    encoded = [(value or "").encode() for value in values]
    sizes = np.fromiter(map(len, encoded), dtype=np.int32, count=len(encoded))
    offsets = np.concatenate([np.zeros(1, dtype=np.int32), np.cumsum(sizes, dtype=np.int32)])
    buffers = [packed(sizes > 0), pa.py_buffer(offsets), pa.py_buffer(b"".join(encoded))]
    return pa.Array.from_buffers(pa.string(), len(encoded), buffers)


def lengths(values: Any) -> Any:
    """The length of each string in bytes, 0 for null."""
    if len(values) == 0:
        return np.zeros(0, dtype=np.int32)
    offsets = np.frombuffer(values.buffers()[1], dtype=np.int32)
    return np.diff(offsets[values.offset : values.offset + len(values) + 1]) * filled(values)


def trimmed(values: Any) -> Any:
    """Strings without the white space around them; what is then empty is null."""
    short = pc.utf8_trim_whitespace(values)
    there = lengths(short) > 0
    if int(there.sum()) == len(short) - short.null_count:
        return short
    _, offsets, data = short.buffers()
    return pa.Array.from_buffers(pa.string(), len(short), [packed(there), offsets, data])
