"""Whatever bytes lie in a folder, reading answers with faults or a return, and never breaks."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from holdfast.returns.ssda903.layout import LAYOUTS
from holdfast.returns.ssda903.read import read

from .making import write_return
from .test_read_xml import document

SLOW = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
LINES = st.lists(st.text(st.sampled_from(',"\n\r 01/9CAPNzé\x00﻿;\t'), max_size=30), max_size=8)
HEADS = st.sampled_from([b"", *(",".join(layout.names).encode() + b"\n" for layout in LAYOUTS.values())])


def answers(folder: Path, name: str, content: bytes) -> None:
    write_return(folder / "a")
    path = folder / "a" / name
    path.write_bytes(content)
    for read_set in (read([path]), read([folder / "a"])):
        assert bool(read_set.faults) != bool(read_set.returns)
        assert all("\n" not in str(fault) for fault in read_set.faults)


@SLOW
@given(HEADS, st.binary(max_size=200) | LINES.map(lambda lines: "\n".join(lines).encode()))
@example(b"CHILD,DOB,REVIEW,REVIEW_CODE\r", b'"\r"')
@example(b"CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\n", b"C1,,,,\n\n\n,,,,\n")
def test_any_bytes_in_a_csv_file(head, rest):
    with tempfile.TemporaryDirectory() as folder:
        answers(Path(folder), "other.csv", head + rest)


@SLOW
@given(st.binary(max_size=200), st.integers(0, 900), st.integers(0, 40))
def test_any_bytes_in_an_xml_file(rest, start, length):
    text = document().encode()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "return.xml"
        path.write_bytes(text[:start] + rest + text[start + length :])

        read_set = read([path])

    assert bool(read_set.faults) != bool(read_set.returns)
