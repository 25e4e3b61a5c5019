"""Every figure on every page and in every file stands with what it was counted from: the demonstration, walked through.

Each role follows the links from its own desk and sees one page of every kind, of the figures one of every table; the
reports are printed of every kind, for the service and for the public, in every ink. What an author wrote and the tables
somebody typed in are theirs, and marked so. See ``bare_figures`` for the rule.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

import docx
import openpyxl
import pyarrow as pa
import pypdf
import pytest
from django.test import Client
from django.urls import Resolver404, resolve
from lxml import html as markup

from holdfast.casework.access.models import User
from holdfast.casework.access.roles import Role
from holdfast.demo import whose
from holdfast.demo.quarters import TODAY
from holdfast.demo.sign_ins import SIGN_INS
from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.language import Measure
from holdfast.indicators.registry import INDICATORS
from holdfast.reports.content import Audience, AuthorText, Document, Section, paragraph
from holdfast.reports.gathering import gather
from holdfast.reports.ink import csv as csv_ink
from holdfast.reports.ink import docx as docx_ink
from holdfast.reports.ink import html as html_ink
from holdfast.reports.ink import pdf as pdf_ink
from holdfast.reports.ink import xlsx as xlsx_ink
from holdfast.reports.inputs import Inputs
from holdfast.reports.kinds import document
from holdfast.snapshot import from_casework
from holdfast.web.figures import counting
from tests.demo.bare_figures import of_page, of_paragraphs, of_sheet

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

YEAR = ReportingYear(2017)
#: pages about the product, or of numbers that no record here gave: the guide, the check of somebody’s report
OF_NO_RECORD = frozenset({"about_accessibility", "guide", "guide_page", "guide_picture", "check_report"})
#: what somebody published, collected or typed in, each line with its source, on the pages where it is entered
ENTERED = frozenset(
    {
        "published_download",
        "published_example",
        "regional",
        "typed_tables",
        "typed_table",
        "typed_table_remove",
    }
)
#: how much of a post somebody holds is a fact about them, and no figure
POSTS_HELD = frozenset({"rules_people", "rules_person", "rules_post", "rules_post_end"})
#: reports as they are printed, which are looked at by themselves, and what their authors write
PRINTED = frozenset(
    {
        "edition_read",
        "edition_published",
        "edition_file",
        "edition_published_file",
        "report_html",
        "report_preview",
    }
    | {"report_word", "report_pdf", "report_file", "board_paper_file", "pack_download"}
    | {"report_words", "typed", "typed_one"}
    # York's cells one by one, n, N and share each in a line of its own, as York printed them and as ours are
    | {"comparison"}
)
#: a share as it is printed
SHARE = re.compile(r"(?<![\d.,])\d[\d,]*(?:\.\d+)?%")
#: addresses of which the manager looks at every table, and others at one: they are the same for whoever sees figures
EACH = frozenset({"figures_table"})


class Walk:
    """What somebody of a role reads who follows every link once."""

    def __init__(self, client: Client, each: frozenset[str] = frozenset()) -> None:
        self.client, self.each = client, each
        self.bare: list[str] = []
        self.seen: set[tuple[str, str]] = set()
        self._waiting = ["/"]

    def through(self) -> Walk:
        while self._waiting:
            self._open(self._waiting.pop(0))
        return self

    def _open(self, address: str) -> None:
        try:
            found = resolve(address.partition("?")[0])
        except Resolver404:
            return
        name = found.url_name or ""
        place = (name, str(found.kwargs) if name in self.each else "")
        if place in self.seen or name in OF_NO_RECORD | ENTERED | POSTS_HELD | PRINTED:
            return
        answer = self.client.get(address, follow=True)
        if answer.status_code != 200:
            return
        self.seen.add(place)
        kind = answer.headers["Content-Type"]
        if kind.startswith("text/html"):
            page = answer.content.decode()
            self.bare += [f"{address}: {each}" for each in of_page(page)]
            self._waiting += [
                str(link) for link in markup.fromstring(page).xpath("//a/@href") if str(link).startswith("/")
            ]
        elif kind.startswith("text/csv"):
            lines = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
            self.bare += [f"{address}: {each}" for each in of_sheet(lines)]


def read_once(read: Callable[..., dict[str, pa.Table]]) -> Callable[..., dict[str, pa.Table]]:
    """Who only follows links changes nothing: the same rows are read once for all pages."""
    known: dict[tuple[Any, ...], dict[str, pa.Table]] = {}

    def tables(children: Any = None, *, on: Any, work: Iterable[str]) -> dict[str, pa.Table]:
        if children is not None:
            return read(children, on=on, work=work)
        asked = (on, frozenset(work))
        if asked not in known:
            known[asked] = read(on=on, work=asked[1])
        return dict(known[asked])

    return tables


@pytest.mark.parametrize("one", SIGN_INS, ids=lambda one: one.role)
def test_every_page_of_a_role(one, loaded, settings, tmp_path, monkeypatch):
    monkeypatch.setattr(from_casework, "tables", read_once(from_casework.tables))
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    client = Client()
    client.force_login(User.objects.get(username=one.username))

    is_manager = Role(one.role) is Role.IRO_MANAGER
    walk = Walk(client, EACH if is_manager else frozenset()).through()

    assert len(walk.seen) > 5
    if is_manager:
        assert {
            ("figures_table", str({"year": YEAR, "table": table}))
            for table, about in INDICATORS.items()
            if not about.beside
        } <= walk.seen
    assert walk.bare == []


def test_the_list_of_all_figures_has_every_n_and_every_n_of_it(loaded):
    for figure in counting.counted(TODAY, YEAR).figures:
        about = INDICATORS[figure.table]
        group = next(each for each in about.groups_for(YEAR) if each.key == figure.group)
        of_nothing = group.measure in (Measure.COUNT, Measure.FTE)
        assert figure.numerator is not None, figure
        assert of_nothing or figure.denominator is not None, figure


@pytest.fixture(scope="module")
def gathered(loaded: None) -> dict[str, Inputs]:
    """What each kind of report is printed from."""
    sources = counting.sources(TODAY)
    kinds = {"annual": 0, "board": 0, "quarterly": 3}
    return {
        kind: gather(kind, YEAR, sources, whose.authority(True), day=TODAY, quarter=quarter)
        for kind, quarter in kinds.items()
    }


@pytest.fixture(scope="module", params=["annual", "board", "quarterly"])
def inputs(request, gathered) -> Inputs:
    return gathered[request.param]


@pytest.fixture(scope="module", params=list(Audience), ids=lambda audience: audience.value)
def report(request, inputs) -> Document:
    made = document(inputs, audience=request.param)
    return replace(made, sections=tuple(_without_typed(section) for section in made.sections))


def test_every_figure_of_a_report_on_the_web(report):
    assert of_page(html_ink.render(report)) == []


def test_every_figure_of_a_report_in_word(report):
    made = docx.Document(io.BytesIO(docx_ink.render(report)))

    assert of_paragraphs(each.text for each in made.paragraphs) == []
    page = "".join(_as_page(table) for table in made.tables)
    assert of_page(f"<body>{page}</body>") == []


def test_every_figure_of_a_report_in_print_stands_on_the_web_page_too(report):
    printed = pypdf.PdfReader(io.BytesIO(pdf_ink.render(report)))
    words = " ".join(page.extract_text() for page in printed.pages)
    page = " ".join(markup.document_fromstring(html_ink.render(report)).itertext())

    assert set(SHARE.findall(_close(words))) <= set(SHARE.findall(_close(page)))


def test_every_figure_of_a_report_as_a_workbook(report):
    made = openpyxl.load_workbook(io.BytesIO(xlsx_ink.render(report)))

    for sheet in made.worksheets:
        lines = [list(row) for row in sheet.iter_rows(values_only=True)]
        assert of_sheet(lines) == [], sheet.title


def test_every_figure_of_a_report_as_csv(report):
    with zipfile.ZipFile(io.BytesIO(csv_ink.render_zip(report))) as files:
        for name in files.namelist():
            lines = csv.reader(io.StringIO(files.read(name).decode("utf-8-sig")))
            assert of_sheet(list(lines)) == [], name


def test_a_report_with_a_bare_figure_is_found(gathered):
    made = document(gathered["quarterly"])
    first, *others = made.sections
    said = replace(first, blocks=(*first.blocks, paragraph("We reached 91.5%.")))

    found = of_page(html_ink.render(replace(made, sections=(said, *others))))

    assert [each for each in found if "We reached 91.5%." in each]


def _as_page(table: Any) -> str:
    """A table of Word as one of a page, so that the same rule reads it."""
    rows = []
    for row in table.rows:
        head = bool(row._tr.xpath("./w:trPr/w:tblHeader"))
        cells = "".join(f"<td>{cell.text}</td>" for cell in row.cells)
        rows.append(f"<thead><tr>{cells}</tr></thead>" if head else f"<tr>{cells}</tr>")
    return f"<table>{''.join(rows)}</table>"


def _close(words: str) -> str:
    return re.sub(r"\s+%", "%", words)


def _of_the_program(block: Any) -> bool:
    """Whether it is no author’s text and no table that somebody typed in: those are marked as such, and are theirs."""
    return not isinstance(block, AuthorText) and not getattr(block, "typed", False)


def _without_typed(section: Section) -> Section:
    return replace(
        section,
        blocks=tuple(block for block in section.blocks if _of_the_program(block)),
        parts=tuple(_without_typed(part) for part in section.parts),
    )
