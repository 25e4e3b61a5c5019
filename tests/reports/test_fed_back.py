"""What was fed back in quarterly packs, in the annual report: how many answered, and what they did; never who."""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import replace
from datetime import date
from io import BytesIO

import msgspec
import openpyxl
import pytest

from holdfast.reports import kinds, public
from holdfast.reports.annual.fed_back import WITHHELD
from holdfast.reports.check import check, tables
from holdfast.reports.content import Audience, AuthorText, Document, Finish, Paragraph, Section, Table
from holdfast.reports.ink import csv, docx, html, xlsx
from holdfast.reports.inputs import FedBack, FedBackAnswer, Inputs
from holdfast.reports.printing import lines
from tests.reports import a_plan

MONDAYS = "A list of visits goes out each Monday."
GIVEN = (
    FedBack("2016/17 Q1"),
    FedBack(
        "2016/17 Q2",
        4,
        2,
        (
            FedBackAnswer("Team manager", MONDAYS, done_by=date(2016, 11, 30)),
            FedBackAnswer("Team manager", "It has gone out since.",),
            FedBackAnswer("Reviewing officer", "We look at it already.", nothing_needed=True),
        ),
    ),
    FedBack("2016/17 Q3", 3, 0),
    FedBack("2016/17 Q4", 1, 1, (FedBackAnswer("Senior manager", "A second administrator helps."),)),
)  # fmt: skip
NOTHING = tuple(FedBack(one.quarter) for one in GIVEN)


def report(given: tuple[FedBack, ...] | None, audience: Audience = Audience.INSIDE) -> Document:
    inputs = a_plan.inputs("annual", fed_back=given)
    return kinds.document(inputs, audience=audience, finish=Finish.FINAL)


def part(document: Document) -> Section | None:
    impact = next(one for one in document.sections if one.key == "impact")
    return next((one for one in impact.parts if one.key == "fed_back_part"), None)


def printed(document: Document, key: str) -> list[list[str]]:
    table = next(one for one in tables(document.sections) if one.key == key)
    return [[row.header, *(" ".join(lines(cell, table.kind)) for cell in row.cells)] for row in table.rows]


def said(section: Section | None) -> list[str]:
    assert section is not None
    return ["".join(map(str, one.content)) for one in section.blocks if isinstance(one, Paragraph)]


def test_quarter_by_quarter_with_n_of_n() -> None:
    document = report(GIVEN)

    check(document)
    assert printed(document, "fed_back_numbers") == [
        ["2016/17 Q1", "0", "– 0 of 0"],
        ["2016/17 Q2", "4", "50.0% 2 of 4"],
        ["2016/17 Q3", "3", "0.0% 0 of 3"],
        ["2016/17 Q4", "1", "100.0% 1 of 1"],
        ["2016/17", "8", "37.5% 3 of 8"],
    ]
    (sentence,) = said(part(document))
    assert sentence.endswith(
        "For 2016/17 readers received 8, and 3 of 8 were answered (37.5%). No pack was sent for 2016/17 Q1."
    )


def test_what_was_done_is_told_with_the_role_alone() -> None:
    assert printed(report(GIVEN), "fed_back_answers") == [
        ["2016/17 Q2", "Team manager", MONDAYS, "30 November 2016"],
        ["2016/17 Q2", "Team manager", "It has gone out since.", "No day given"],
        ["2016/17 Q2", "Reviewing officer", "We look at it already.", "Nothing needed"],
        ["2016/17 Q4", "Senior manager", "A second administrator helps.", "No day given"],
    ]


def test_where_no_pack_was_sent_the_report_says_so() -> None:
    section = part(report(NOTHING))

    assert said(section) == ["No quarterly pack was sent to services or teams for 2016/17."]
    assert not [one for one in section.blocks if isinstance(one, Table)]


def test_where_nobody_answered_there_is_no_table_of_answers() -> None:
    unanswered = tuple(replace(one, answered=0, answers=()) for one in GIVEN)
    document = report(unanswered)

    assert [one.key for one in part(document).blocks if isinstance(one, Table)] == ["fed_back_numbers"]
    assert WITHHELD not in str(document)


def test_the_public_reads_how_many_answered_and_nothing_of_what_they_wrote() -> None:
    document = report(GIVEN, Audience.PUBLIC)

    assert printed(document, "fed_back_numbers") == printed(report(GIVEN), "fed_back_numbers")
    assert "fed_back_answers" not in [one.key for one in tables(document.sections)]
    assert WITHHELD in next(one for one in tables(document.sections) if one.key == "fed_back_numbers").notes
    assert all(one.answers == () for one in public.safe(a_plan.inputs("annual", fed_back=GIVEN)).fed_back)


@pytest.mark.parametrize("audience", list(Audience))
def test_no_ink_prints_an_answer_for_the_public(audience: Audience) -> None:
    document = report(GIVEN, audience)
    book = openpyxl.load_workbook(BytesIO(xlsx.render(document)))
    cells = {str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row}

    inside = audience is Audience.INSIDE
    assert (MONDAYS in html.render(document)) is inside
    assert (MONDAYS in cells) is inside
    with zipfile.ZipFile(BytesIO(csv.render_zip(document))) as files:
        assert any(MONDAYS.encode() in files.read(name) for name in files.namelist()) is inside
    with zipfile.ZipFile(BytesIO(docx.render(document))) as word:
        assert (MONDAYS.encode() in word.read("word/document.xml")) is inside


def test_the_author_has_a_place_beside_it() -> None:
    places = [one.key for one in part(report(GIVEN)).blocks if isinstance(one, AuthorText)]
    assert places == ["fed_back"]


def test_an_edition_kept_before_packs_were_asked_about_prints_as_it_did() -> None:
    """It neither says that no pack was sent, nor has a place that its author never saw."""
    inputs = a_plan.inputs("annual", fed_back=GIVEN)
    assert Inputs.from_bytes(inputs.to_bytes()) == inputs

    payload = msgspec.json.decode(zlib.decompress(inputs.to_bytes()))
    del payload["fed_back"]
    older = Inputs.from_bytes(zlib.compress(msgspec.json.encode(payload)))

    assert older.fed_back is None
    assert part(kinds.document(older)) is None
    assert public.safe(older).fed_back is None
