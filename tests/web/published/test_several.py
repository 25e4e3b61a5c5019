"""Many published figures: every line checked, then shown, then entered together or not at all."""

from __future__ import annotations

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.publishing.models import PublishedFigure
from holdfast.reports import comparator_file
from tests.builders import publishing

SEVERAL = reverse("published_several")
HEAD = "table,group,period,publisher,printed,n,of,source,note,dated"
SOURCE = "An invented report"
GOOD = f"{HEAD}\nsex,male,2015/16,us,51.4,98,191,{SOURCE},,\nsex,female,2015/16,us,48.7,,,{SOURCE},,\n"


def test_the_page_explains_every_column(as_role):
    columns = [name for name, _ in as_role(Role.ANALYST).get(SEVERAL).context["columns"]]

    assert [name.split(" ")[0] for name in columns] == HEAD.split(",")


def test_checking_shows_what_would_change_and_enters_nothing(as_role):
    publishing.figure()

    response = as_role(Role.ANALYST).post(SEVERAL, {"text": GOOD, "check": "1"})

    assert [(row.state, row.before[:10], row.after[:9]) for row in response.context["rows"]] == [
        ("Changes", "98, 51.3%.", "98, 51.4%"),
        ("New", "", "48.7%. An"),
    ]
    assert PublishedFigure.objects.get().printed == "51.3"


def test_entering_enters_all(as_role):
    publishing.figure()

    response = as_role(Role.ANALYST).post(SEVERAL, {"text": GOOD, "enter": "1"}, follow=True)

    assert sorted(PublishedFigure.objects.values_list("group", "printed")) == [
        ("female", "48.7"),
        ("male", "51.4"),
    ]
    assert "2 published figures" in response.content.decode()


def test_what_was_checked_is_what_is_carried(as_role):
    client = as_role(Role.ANALYST)
    page = client.post(SEVERAL, {"text": GOOD, "check": "1"})

    again = client.post(SEVERAL, {"text": page.context["text"], "again": "1"})

    assert again.context["form"]["text"].value() == GOOD
    assert not PublishedFigure.objects.exists()


def test_one_wrong_line_enters_nothing_and_is_named(as_role):
    text = GOOD + "age,1_4,2015/16,us,twelve,,,An invented report,\n"

    response = as_role(Role.ANALYST).post(SEVERAL, {"text": text, "enter": "1"})

    (fault,) = response.context["faults"]
    assert (response.status_code, fault.line, fault.column, fault.found) == (400, 4, "printed", "“twelve”")
    assert "a percentage from 0 to 100, like 12.5" in response.content.decode()
    assert not PublishedFigure.objects.exists()


def test_a_file_of_a_windows_spreadsheet_is_read(as_role):
    text = GOOD.replace(",", ";").replace("An invented", "Plymouth’s")
    file = SimpleUploadedFile("figures.csv", text.encode("cp1252"))

    as_role(Role.ANALYST).post(SEVERAL, {"file": file, "enter": "1"})

    assert {figure.source for figure in PublishedFigure.objects.all()} == {"Plymouth’s report"}


def test_nothing_both_or_too_much_is_refused_in_words(as_role):
    client = as_role(Role.ANALYST)
    assert client.post(SEVERAL, {"check": "1"}).context["form"].errors == {
        "file": ["Choose a spreadsheet (Excel or CSV), or paste the lines"]
    }
    both = {"file": SimpleUploadedFile("figures.csv", GOOD.encode()), "text": GOOD, "check": "1"}
    assert client.post(SEVERAL, both).context["form"].errors == {
        "text": ["Choose a file or paste lines, not both"]
    }
    for size in (comparator_file.MOST_BYTES + 1, 3_000_000):
        large = SimpleUploadedFile("figures.csv", b"x" * size)
        assert client.post(SEVERAL, {"file": large, "check": "1"}).context["form"].errors == {
            "file": ["The file is larger than 1 MB. Part it into several."]
        }


def test_a_form_of_another_session_is_refused(world):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(world.users[Role.ANALYST])

    assert strict.post(SEVERAL, {"text": GOOD, "enter": "1"}).status_code == 403
    assert not PublishedFigure.objects.exists()


def test_the_example_is_understood_and_the_list_names_every_group(as_role):
    client = as_role(Role.ANALYST)

    example = comparator_file.decoded(client.get(reverse("published_example")).content)
    listed = client.get(reverse("published_groups")).content.decode()

    assert len(comparator_file.read(example).figures) == len(comparator_file.EXAMPLE)
    assert "age,Children in care by age,10_15,10 to 15" in listed
