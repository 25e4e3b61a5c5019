"""Tables typed in: pasted, checked for their sums, printed as typed in, changed, removed."""

from __future__ import annotations

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.publishing.models import TypedTable
from holdfast.domain.reporting_year import ReportingYear
from holdfast.web.typed.forms import lines

YEAR = ReportingYear(2017)
ADD, LIST = (reverse(name, args=[YEAR]) for name in ("typed_table_add", "typed_tables"))
GRID = "Theme\t2016/17\t2015/16\nContact\t60%\t3%\nOther, and more\t40%\t-\n"


@pytest.fixture
def client(as_role, world):
    return as_role(Role.ANALYST)


def typed(**more: str) -> dict[str, str]:
    given = {
        "slot": "advocacy",
        "caption": "Themes of advocacy",
        "grid": GRID,
        "base": "20 referrals",
        "note": "",
    }
    return {**given, "source": "The advocacy service", **more}


def test_a_pasted_table_is_printed_under_its_words_and_marked(client):
    response = client.post(ADD, typed(), follow=True)

    assert [(one.caption, rows) for one, _where, rows in response.context["tables"]] == [
        ("Themes of advocacy", 2)
    ]
    page = client.get(reverse("report_preview", args=[YEAR])).content.decode()
    assert "Typed in by the service, not counted from records." in page
    assert "Base: 20 referrals." in page
    assert page.index("Referrals for advocacy</h3>") < page.index("Other, and more")


def test_lines_are_read_with_tabs_or_with_commas():
    assert lines("a\tb\r\n1,204\t2\r\n\t\r\n") == [["a", "b"], ["1,204", "2"]]
    assert lines('a,b,\n"x, y",2,\n') == [["a", "b"], ["x, y", "2"]]
    assert lines(" \n") == []


def test_a_sum_that_is_off_is_said_before_anything_is_saved(client):
    grid = "Reviews,Q1,Q2,Q3,Q4,Total\nCare,1,2,3,4,11\nTotal,1,2,3,4,10"

    response = client.post(ADD, typed(grid=grid))

    assert response.context["warnings"] == [
        "“Total”: the rows add up to 11, the total says 10.",
        "“Care”: the row adds up to 10, its total says 11.",
    ]
    assert not TypedTable.objects.exists()
    client.post(ADD, typed(grid=grid, anyway="1"))
    assert TypedTable.objects.count() == 1


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"slot": "nowhere"}, "slot"),
        ({"slot": ""}, "slot"),
        ({"caption": " "}, "caption"),
        ({"grid": "one column\nonly"}, "grid"),
        ({"grid": "a,b"}, "grid"),
        ({"grid": "a,b\n,2"}, "grid"),
        ({"grid": ",b\nx,2"}, "grid"),
        ({"grid": ",".join("abcdefghijklmn") + "\n" + ",".join("12345678901234")}, "grid"),
        ({"source": ""}, "source"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(client, given, field):
    response = client.post(ADD, typed(**given))

    assert (response.status_code, list(response.context["form"].errors)) == (400, [field])


def test_a_table_is_changed_and_removed(client):
    client.post(ADD, typed())
    table = TypedTable.objects.get()
    change, remove = (
        reverse(name, args=[YEAR, table.public_id]) for name in ("typed_table", "typed_table_remove")
    )
    assert "Other, and more\t40%" in client.get(change).content.decode()

    client.post(change, typed(caption="Themes", grid=GRID.replace("60%", "59%").replace("40%", "41%")))
    table.refresh_from_db()
    assert (table.caption, table.rows[0][1]) == ("Themes", "59%")
    assert "Nothing was changed" in client.post(
        change, typed(caption="Themes", grid=GRID.replace("60%", "59%").replace("40%", "41%")), follow=True
    ).content.decode()  # fmt: skip

    assert "Remove this table?" in client.get(remove).content.decode()
    client.post(remove)
    assert not TypedTable.objects.exists()


def test_a_table_of_another_year_leads_nowhere(client):
    client.post(ADD, typed())
    table = TypedTable.objects.get()

    assert client.get(reverse("typed_table", args=[ReportingYear(2018), table.public_id])).status_code == 404
