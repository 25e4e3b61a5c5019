"""``holdfast check-report``: words or CSV, nothing kept, and an exit code a script can use."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from click.testing import CliRunner

from holdfast.config.commands.check_report import check_report

YORK = Path(__file__).parent / "york" / "report.json"


def test_it_says_what_it_found(tmp_path):
    result = CliRunner().invoke(check_report, [str(YORK)])

    assert result.exit_code == 1
    assert "report.json: 23 tables and 79 paragraphs read, 88 found." in result.output
    assert "Wrong (certain): Table 1, row “Total”, column “2015/16”" in result.output
    assert "printed: 337; should be: 326" in result.output


def test_a_clean_report_and_one_that_cannot_be_read(tmp_path):
    good, bad = tmp_path / "good.csv", tmp_path / "bad.pdf"
    good.write_text("Table 1: Fruit\nFruit,North,South\nApples,1,2\nPears,3,4\nTotal,4,6\n")
    bad.write_bytes(b"%PDF")

    assert CliRunner().invoke(check_report, [str(good)]).exit_code == 0
    both = CliRunner().invoke(check_report, [str(good), str(bad)])
    assert both.exit_code == 1
    assert "bad.pdf: A PDF holds its words as places on paper" in both.output


def test_as_csv_no_cell_runs_as_a_formula(tmp_path):
    file = tmp_path / "a.csv"
    file.write_text("Table 1\nFruit,North,South\n=HYPERLINK(1),1,2\nPears,3,4\nTotal,9,6\n")

    result = CliRunner().invoke(check_report, ["--format", "csv", str(file)])

    rows = list(csv.reader(io.StringIO(result.output)))
    assert rows[0] == ["File", "Kind", "How sure", "Where", "Printed", "Should be", "Why"]
    assert len(rows) == 2
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)
