"""Sheets to fill in come back as Excel or CSV; what is old is said to be old; a date stands beside its source."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.publishing.models import PublishedFigure
from holdfast.reports import comparator_file
from tests.builders import publishing

TEMPLATE, SEVERAL = reverse("published_template"), reverse("published_several")
ASKED = {"period": "2015/16", "publisher": "nation", "table": "sex", "ink": "xlsx"}


def filled(content: bytes, **values: str) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book.worksheets[0]
    at = {cell.value: cell.column for cell in sheet[1]}
    for name, value in values.items():
        sheet.cell(2, at[name], value)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_sheet_filled_in_is_brought_back(as_role):
    client = as_role(Role.ANALYST)
    sheet = client.get(TEMPLATE, ASKED)
    assert sheet["Content-Disposition"] == 'attachment; filename="figures-to-fill-in.xlsx"'
    back = filled(sheet.content, printed="55.5", source="DfE, an invented table", dated="8 December 2016")

    client.post(SEVERAL, {"file": SimpleUploadedFile("back.xlsx", back), "enter": "1"})

    (figure,) = PublishedFigure.objects.all()
    assert (figure.publisher, figure.table, figure.period, figure.printed) == (
        "National average", "sex", "2015/16", "55.5",
    )  # fmt: skip
    assert figure.published_on == date(2016, 12, 8)


@pytest.mark.parametrize("ink", ["xlsx", "csv"])
def test_a_sheet_nobody_filled_in_enters_nothing(as_role, ink):
    client = as_role(Role.ANALYST)
    content = client.get(TEMPLATE, {**ASKED, "ink": ink}).content

    response = client.post(SEVERAL, {"file": SimpleUploadedFile(f"a.{ink}", content), "enter": "1"})

    assert response.status_code == 400
    assert "at least one figure" in response.content.decode()


def test_every_place_of_the_whole_sheet_is_understood():
    lines = [",".join(map(str, row[:-1])) for row in comparator_file.template("2015/16", "us")]
    text = ",".join(comparator_file.PARTS) + "\n" + "\n".join(lines)

    assert [fault.expected for fault in comparator_file.read(text).faults] == [
        "at least one figure under the headings"
    ]
    given = [line.split(",") for line in lines]
    counted = [",".join([*cells[:4], "", "1", "", "A report", "", ""]) for cells in given]
    faults = comparator_file.read(",".join(comparator_file.PARTS) + "\n" + "\n".join(counted)).faults
    assert {fault.column for fault in faults} <= {"printed", "n"}


def test_a_workbook_that_is_none_is_refused_in_a_sentence(as_role):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as bundle:
        bundle.writestr("xl/workbook.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")

    response = as_role(Role.ANALYST).post(SEVERAL, {"file": SimpleUploadedFile("a.xlsx", out.getvalue())})

    assert response.status_code == 400
    assert "declares entities" in response.content.decode()


def test_what_was_asked_wrongly_is_said(as_role):
    client = as_role(Role.ANALYST)

    assert client.get(TEMPLATE, {"ink": "xlsx"}).status_code == 400
    assert "Choose whose figures they are" in client.get(TEMPLATE, {"ink": "xlsx"}).content.decode()
    assert client.get(TEMPLATE, {"table": "age"}).context["form"]["table"].value() == "age"


def test_old_figures_of_others_are_said_to_be_old(as_role):
    publishing.figure(publisher="National average", period="2012/13")
    publishing.figure(publisher="Regional average", period="2014/15")
    publishing.figure(period="2012/13")
    client = as_role(Role.ANALYST)

    said = client.get(reverse("published")).context["overview"].stale
    grids = client.get(reverse("published_table", args=["sex"])).context["grids"]

    words = "The newest is of 2012/13, 4 years before 2016/17. Look whether a newer one is published."
    assert [(whose, old) for _, _, whose, old in said] == [("The nation", words)]
    assert [grid.stale for grid in grids] == ["", "", words]


def test_a_date_typed_on_the_form_stands_beside_the_source(as_role):
    client = as_role(Role.ANALYST)
    given = {
        "group": "male", "period": "2015/16", "publisher": "region", "printed": "53", "source": "DfE",
        "dated_0": "8", "dated_1": "12", "dated_2": "2016",
    }  # fmt: skip

    client.post(reverse("published_add", args=["sex"]), given)

    assert "DfE, 8 December 2016" in client.get(reverse("published_table", args=["sex"])).content.decode()
    figure = PublishedFigure.objects.get()
    client.post(reverse("published_change", args=[figure.pk]), {**given, "dated_2": "2017"})
    page = client.get(reverse("published_change", args=[figure.pk])).content.decode()
    assert "Published or collected on" in page
