"""A return written and read again is the same return, in either form."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from holdfast.returns.ssda903.layout import LAYOUTS
from holdfast.returns.ssda903.read import ReturnPath, read
from holdfast.returns.ssda903.return_path import ReportingYear
from holdfast.returns.ssda903.write import write_csv
from holdfast.returns.ssda903.write_xml import NotInXml, write_xml

from .making import write_return
from .whole_returns import whole_returns

SLOW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def without_lines(tables) -> dict:
    return {name: tables[name].drop(["LINE"]).to_pylist() for name in LAYOUTS}


def read_back(path: Path) -> dict:
    read_set = read([ReturnPath(path, ReportingYear(2018))])
    assert [str(fault) for fault in read_set.faults] == []
    return without_lines(read_set.returns[0].tables)


@SLOW
@given(whole_returns())
def test_a_return_written_as_csv_reads_the_same(tables):
    with tempfile.TemporaryDirectory() as folder:
        write_csv(tables, Path(folder))

        assert read_back(Path(folder)) == without_lines(tables)


@SLOW
@given(whole_returns())
def test_a_return_written_as_xml_reads_the_same(tables):
    with tempfile.TemporaryDirectory() as folder:
        write_xml(tables, Path(folder) / "return.xml")

        assert read_back(Path(folder)) == without_lines(tables)


@pytest.mark.parametrize(
    ("tables", "says"),
    [
        ({"DoLo": [{"DOLO_START": "01/06/2017"}]}, "no place for the table DoLo"),
        ({"Header": [{}, {}]}, "two rows in Header"),
        ({"OC3": [{"IN_TOUCH": "YES"}, {"IN_TOUCH": "NO"}]}, "two rows for a child"),
        ({"OC2": [{"CHILD": "C9"}], "Header": [{}]}, "without a row in Header"),
        ({"Reviews": [{"DOB": "03/03/2003"}]}, "another DOB or SEX"),
        ({"Episodes": [{"URN": "A\x01B"}]}, "letters that XML cannot hold"),
    ],
)
def test_what_xml_cannot_hold_is_said_and_not_left_out(tmp_path, tables, says):
    whole = read([write_return(tmp_path / "a", **tables)]).returns[0].tables

    with pytest.raises(NotInXml, match=says):
        write_xml(whole, tmp_path / "return.xml")
