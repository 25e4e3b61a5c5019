"""Three files together, or none."""

import pytest

from holdfast.reports.annual import build
from holdfast.reports.annual.write import write
from holdfast.reports.check import GroupsDoNotAddUp
from tests.reports.a_year import MARLDON, YEAR, nothing
from tests.reports.documents import annual_draft, distribution, report


def test_the_report_is_written_in_three_formats_that_can_be_told_apart(tmp_path):
    paths = write(annual_draft(), tmp_path / "new" / "folder")

    assert [path.name for path in paths] == [
        "annual-report-2016-17.html",
        "annual-report-2016-17.docx",
        "annual-report-2016-17.pdf",
    ]
    assert [path.read_bytes()[:5] for path in paths] == [b"<!DOC", b"PK\x03\x04\x14", b"%PDF-"]
    assert sorted(p.name for p in (tmp_path / "new" / "folder").iterdir()) == sorted(p.name for p in paths)


def test_a_year_in_which_nothing_was_recorded_can_be_written(tmp_path):
    paths = write(build(YEAR, nothing(), [], {}, MARLDON), tmp_path)

    assert len(paths) == 3
    assert "No review was recorded for 2016/17." in paths[0].read_text()


def test_a_report_that_is_refused_leaves_what_was_there(tmp_path):
    (tmp_path / "report.html").write_text("last week's")

    with pytest.raises(GroupsDoNotAddUp):
        write(report(distribution(("Under 1", 1), base=2)), tmp_path)

    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"report.html": "last week's"}
