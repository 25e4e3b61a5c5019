"""A report is given, its slips are shown with the cell they stand in, and nothing of it is kept."""

from __future__ import annotations

import csv
import io
import logging
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.audit.models import AuditEvent
from holdfast.reports.checker.readers.limits import MOST_BYTES
from tests.reports.checker.making import as_word

PAGE = reverse("check_report")
GRID = [
    ["Fruit", "North", "South"],
    ["Apples of Zebedee", "1", "2"],
    ["Pears", "3", "4"],
    ["Total", "4", "9"],
]
YORK = Path(__file__).parents[2] / "reports" / "checker" / "york" / "report.json"


def file(grid=GRID, name: str = "Zebedee.docx") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, as_word("Table 1: Fruit <script>alert(1)</script>", grid))


def test_a_wrong_total_is_shown_in_its_cell(as_role):
    response = as_role(Role.ANALYST).post(PAGE, {"file": file()})

    page = response.content.decode()
    (group,) = response.context["result"].groups
    assert (group.title, len(group.lines)) == ("Table 1", 1)
    assert "<mark>9</mark><br><a" in page
    assert "finding 1: 6" in page
    assert "9 is printed, but 2 (Apples of Zebedee) + 4 (Pears) add up to 6." in page
    assert "<script>alert" not in page


def test_a_clean_report_is_said_to_be_clean(as_role):
    right = [*GRID[:-1], ["Total", "4", "6"]]

    page = as_role(Role.ANALYST).post(PAGE, {"file": file(right)}).content.decode()

    assert "Nothing was found that does not agree." in page


def test_who_checks_before_signing_may_check_a_report(as_role):
    assert as_role(Role.ANALYST).get(PAGE).status_code == 200
    assert as_role(Role.IRO).get(PAGE).status_code == 403
    assert as_role(Role.IRO).post(PAGE, {"file": file()}).status_code == 403


def test_the_diary_knows_that_and_not_what(as_role, caplog):
    with caplog.at_level(logging.DEBUG):
        as_role(Role.ANALYST).post(PAGE, {"file": file()})

    event = AuditEvent.objects.get(verb="report.checked")
    assert event.detail == {"kind": "docx", "tables": 1, "found": 1}
    assert "Zebedee" not in caplog.text


def test_nothing_is_left_on_the_disk(as_role, settings, tmp_path):
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "uploading"
    settings.FILE_UPLOAD_TEMP_DIR.mkdir()
    before = set(tmp_path.rglob("*"))

    as_role(Role.ANALYST).post(PAGE, {"file": file()})

    assert set(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (SimpleUploadedFile("a.pdf", b"%PDF-1.7"), "Give the Word or HTML file it was made from"),
        (SimpleUploadedFile("a.docx", b"PK\x03\x04junk"), "it is damaged"),
        (SimpleUploadedFile("a.csv", b""), "The file is empty."),
        (SimpleUploadedFile("a.txt", b"x" * (MOST_BYTES + 20_000)), "larger than 10 MB"),
        (None, "Choose the file of a report"),
    ],
)
def test_what_cannot_be_read_is_answered_in_a_sentence(as_role, given, said):
    response = as_role(Role.ANALYST).post(PAGE, {"file": given} if given else {})

    assert response.status_code == 400
    assert said in response.content.decode()


def test_the_findings_can_be_taken_as_a_file(as_role):
    client = as_role(Role.ANALYST)
    grid = [GRID[0], ["=cmd|' /C calc'!A0", "1", "2"], *GRID[2:]]
    page = client.post(PAGE, {"file": file(grid)})

    answer = client.post(reverse("check_report_findings"), {"findings": page.context["sealed"]})

    assert answer["Content-Disposition"] == 'attachment; filename="report-findings.csv"'
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[0] == ["Kind", "How sure", "Where", "Printed", "Should be", "Why"]
    assert rows[1][3:5] == ["9", "6"]
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)


def test_findings_that_were_not_made_here_are_refused(as_role):
    client = as_role(Role.ANALYST)
    page = client.post(PAGE, {"file": file()})

    for forged in ("", "x", page.context["sealed"][:-1] + "!"):
        assert client.post(reverse("check_report_findings"), {"findings": forged}).status_code == 400


def test_yorks_report_is_shown_whole(as_role):
    """Every finding of a real report stands on the page once, and each mark leads to one."""
    response = as_role(Role.IRO_MANAGER).post(
        PAGE, {"file": SimpleUploadedFile("york.json", YORK.read_bytes())}
    )

    result = response.context["result"]
    numbers = [line.number for group in result.groups for line in group.lines]
    assert sorted(numbers) == list(range(1, 89))
    page = response.content.decode()
    assert all(f'id="finding-{number}"' in page for number in numbers)


@pytest.mark.parametrize("rows", [1, 40])
def test_a_check_asks_the_database_the_same_for_a_long_report(as_role, rows):
    client = as_role(Role.ANALYST)
    client.get("/")
    long = [GRID[0], *(["Apples", "1", "2"] for _ in range(rows)), GRID[-1]]

    with CaptureQueriesContext(connection) as asked:
        client.get(PAGE)
    assert len(asked) == 3
    with CaptureQueriesContext(connection) as asked:
        client.post(PAGE, {"file": file(long)})
    assert len(asked) == 4
