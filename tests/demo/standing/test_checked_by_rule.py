"""The demo's own reports agree with themselves, for the service and for the public, in every kind of file.

What York published for earlier years is printed as it was published. Where a table carries its note, the note says so
and nothing is found; a file of one table carries none, and there the columns that repeat are to be looked at.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import pytest

from holdfast.casework.editions.models import Edition
from holdfast.reports.checker.check import check
from holdfast.reports.checker.findings import Finding, Sure
from holdfast.reports.checker.reading import CannotRead, read
from holdfast.reports.content import Audience
from holdfast.web.editions.printing import document_of
from holdfast.web.reports.inks import INKS

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

#: contents of a bundle that are no table
NO_TABLE = "No table and no numbered paragraph"
#: (kind, printed, right) of what York published and its report repeats
REPEATED = {
    ("annual", "337", "326"),
    ("annual", "321", "317"),
    ("annual", "371", "347"),
    ("annual", "345", "371"),
    ("annual", "222", "221"),
    ("annual", "84", "80"),
    ("annual", "89", "85"),
    ("board", "1.04% 5 of 485", "1.03%"),
}


def found_in(name: str, content: bytes) -> Iterator[Finding]:
    if name.endswith(".zip"):
        with zipfile.ZipFile(io.BytesIO(content)) as bundle:
            for part in bundle.namelist():
                yield from found_in(part, bundle.read(part))
        return
    try:
        report = read(name, content)
    except CannotRead as why:
        if not str(why).startswith(NO_TABLE):
            raise
    else:
        yield from check(report)


def checked() -> Iterator[Edition]:
    """The annual report, the board paper, and a quarterly pack of the service and of a team."""
    editions = Edition.objects.select_related("snapshot").order_by("pk")
    yield editions.filter(kind="annual").first()
    yield editions.filter(kind="board").first()
    packs = editions.filter(kind="quarterly")
    yield packs.filter(team="").first()
    yield packs.exclude(team="").last()


@pytest.mark.parametrize("audience", list(Audience))
def test_our_own_reports_agree_with_themselves(loaded, audience) -> None:
    seen = 0
    for edition in checked():
        document = document_of(edition, audience)
        for key in ("html", "docx", "xlsx", "csv"):
            ink = INKS[key]
            for one in found_in(f"report.{ink.ending}", ink.print(document)):
                about = (edition.kind, key, one.where, one.sentence)
                assert one.sure is Sure.LOOK, about
                assert (edition.kind, one.printed, one.expected) in REPEATED, about
                assert edition.kind == "board" or key == "csv", about
            seen += 1
    assert seen == 16
