"""Published figures on screen: overview, a table, one added, changed, removed, and the download."""

from __future__ import annotations

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.publishing.models import PublishedFigure
from holdfast.domain.reporting_year import ReportingYear
from holdfast.reports.comparator_file import decoded, read
from tests.builders import publishing

YEAR = ReportingYear(2017)
OVERVIEW, TABLE, ADD = (
    reverse("published"), reverse("published_table", args=["sex"]), reverse("published_add", args=["sex"])
)  # fmt: skip

PRINTED = "The number as it is printed must be"


def typed(**more: str) -> dict[str, str]:
    return {
        "group": "female", "period": "2015/16", "publisher": "region", "printed": "45%", "n": "", "of": "",
        "source": "An invented bulletin", "note": "", **more,
    }  # fmt: skip


def test_the_overview_counts_by_table_and_publisher(as_role):
    publishing.figure()
    publishing.figure(publisher="Regional average")
    publishing.figure(publisher="Regional average", period="2014/15")

    overview = as_role(Role.ANALYST).get(OVERVIEW).context["overview"]

    (sex,) = [row for row in overview.rows if row.about.table == "sex"]
    assert (overview.columns[:2], sex.counts, overview.total) == (
        ["Ours, earlier years", "The region"], [1, 2, 0, 0], 3,
    )  # fmt: skip


def test_empty_pages_say_so(as_role):
    client = as_role(Role.ANALYST)

    assert "No published figure is entered yet" in client.get(OVERVIEW).content.decode()
    assert "No published figure of this table is entered yet" in client.get(TABLE).content.decode()
    assert client.get(reverse("published_table", args=["no_such"])).status_code == 404


def test_a_table_lists_each_publisher_ours_first_and_the_nation_last(as_role):
    publishing.figure(publisher="National average", numerator=None, denominator=None)
    publishing.figure(publisher="Regional average", note="Rounded.")
    publishing.figure()

    grids = as_role(Role.ANALYST).get(TABLE).context["grids"]

    assert [grid.title for grid in grids] == [
        "Ours, published for an earlier year",
        "The region",
        "The nation",
    ]
    label, (cell,) = grids[0].rows[0]
    assert (label, cell.main, cell.under) == ("Male", "98", "51.3%")
    assert grids[1].notes == ["Male, 2015/16: Rounded."]


def test_one_is_added_as_it_is_printed(as_role):
    response = as_role(Role.ANALYST).post(ADD, typed(note="Of another base."), follow=True)

    figure = PublishedFigure.objects.get()
    assert (figure.publisher, figure.printed, figure.value, figure.note) == (
        "Regional average", "45", 45, "Of another base.",
    )  # fmt: skip
    assert "45%" in response.content.decode()


@pytest.mark.parametrize(
    ("given", "field", "said"),
    [
        ({"printed": "450"}, "printed", f"{PRINTED} a percentage from 0 to 100, like 12.5"),
        (
            {"printed": ""},
            "printed",
            f"{PRINTED} a percentage from 0 to 100, like 12.5; or n, where only a count was printed",
        ),
        ({"n": "5", "of": "4"}, "of", "Out of how many (N) must be no fewer than n, which is 5"),
        ({"group": ""}, "group", "Choose the row of the table"),
        ({"period": ""}, "period", "Choose the year"),
        ({"source": ""}, "source", "Enter where the figure was published"),
        ({"publisher": ""}, "publisher", "Choose whose figure it is"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_said_beside_its_field(as_role, given, field, said):
    response = as_role(Role.ANALYST).post(ADD, typed(**given))

    assert (response.status_code, response.context["form"].errors) == (400, {field: [said]})
    assert not PublishedFigure.objects.exists()


def test_a_row_the_year_did_not_have_is_refused(as_role):
    address = reverse("published_add", args=["leaving_care"])

    response = as_role(Role.ANALYST).post(address, typed(group="E48", period="2015/16"))

    assert response.context["form"].errors == {
        "group": ["This year’s table has no such row. Choose another row or another year"]
    }


def test_a_figure_that_stands_is_not_entered_twice(as_role):
    publishing.figure()

    response = as_role(Role.ANALYST).post(ADD, typed(group="male", publisher="us"))

    assert "This figure is entered already, as 98, 51.3%" in response.content.decode()
    assert PublishedFigure.objects.get().printed == "51.3"


def test_a_change_is_saved_and_what_stood_before_is_shown(as_role):
    figure = publishing.figure()
    client, address = as_role(Role.ANALYST), reverse("published_change", args=[figure.pk])
    shown = client.get(address).context["form"]
    assert "publisher" not in shown.fields

    client.post(address, typed(printed="51.4", n="98", of="191", source="An invented report"))

    figure.refresh_from_db()
    assert (figure.printed, figure.publisher, figure.group) == ("51.4", "us", "male")
    assert [(one.label, one.value) for one in client.get(address).context["before"]] == [
        ("As printed", "51.3")
    ]


def test_a_figure_of_an_area_named_otherwise_keeps_its_name(as_role):
    figure = publishing.figure(publisher="England")

    as_role(Role.ANALYST).post(reverse("published_change", args=[figure.pk]), typed(printed="44"))

    figure.refresh_from_db()
    assert (figure.publisher, figure.printed) == ("England", "44")


def test_a_change_of_nothing_is_said_to_be_none(as_role):
    figure = publishing.figure()
    given = typed(printed="51.3", n="98", of="191", source="An invented report")

    response = as_role(Role.ANALYST).post(reverse("published_change", args=[figure.pk]), given, follow=True)

    assert "Nothing was changed" in response.content.decode()
    assert not AuditEvent.objects.filter(verb="published_figure.corrected").exists()


def test_removing_asks_first(as_role):
    figure = publishing.figure()
    client, address = as_role(Role.ANALYST), reverse("published_remove", args=[figure.pk])

    assert "Remove this published figure?" in client.get(address).content.decode()
    assert PublishedFigure.objects.exists()
    client.post(address)

    assert not PublishedFigure.objects.exists()
    assert client.get(address).status_code == 404


def test_the_download_can_be_brought_in_again_and_runs_nothing(as_role):
    publishing.figure(source="=HYPERLINK(1)", note="-1 is missing")

    content = as_role(Role.ANALYST).get(reverse("published_download")).content

    assert b",=HYPERLINK" not in content
    assert b"'=HYPERLINK" in content
    (again,) = read(decoded(content)).figures
    assert (again.source, again.note, again.value) == ("=HYPERLINK(1)", "-1 is missing", "51.3")


def test_the_report_and_the_figures_lead_here_those_who_may(as_role):
    for address in (reverse("report", args=[YEAR]), reverse("figures_year", args=[YEAR])):
        for role, leads in ((Role.ANALYST, True), (Role.IRO, False)):
            page = as_role(role).get(address).content.decode()
            assert [f'href="{reverse(name)}"' in page for name in ("published", "population")] == [
                leads,
                leads,
            ]


def test_a_note_is_printed_under_the_report_s_table(as_role, world):
    publishing.figure(note="Counted on another day.")

    preview = as_role(Role.ANALYST).get(reverse("report_preview", args=[YEAR])).content.decode()

    assert "Male, 2015/16: Counted on another day." in preview
