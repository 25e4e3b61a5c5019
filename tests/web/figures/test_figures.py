"""Figures: what is shown is what opens."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from holdfast.casework.access.roles import Role
from holdfast.casework.monitors.models import Monitor, MonitorAnswer, QuestionSet
from holdfast.casework.people.models import Post
from holdfast.casework.plans.models import Protection
from holdfast.casework.preparing.models import Item, ItemKind
from holdfast.casework.resolution.models import Concern, Stage
from holdfast.casework.reviews.models import Review
from holdfast.domain.questionnaires.questions import AnswerType, Question, Questionnaire, Section, content_of
from holdfast.domain.reporting_year import ReportingYear
from tests.builders import care, people

YEAR = ReportingYear(2017)


def rows(client, *args: object, **query: str):
    return client.get(reverse("figures_rows", args=[YEAR, *args]), query)


@pytest.mark.any_database
def test_numbers_of_every_table_open_as_many_rows(as_role, world):
    care.moved(world.alice, date(2016, 9, 1))
    care.left_care(world.benedict, date(2017, 2, 1))
    client = as_role(Role.IRO_MANAGER)
    page = client.get(reverse("figures_year", args=[YEAR]))
    linked = [[cell for row in grid.rows for cell in row.cells if cell.url] for grid in page.context["grids"]]
    # of each table some numbers that are not nought, and one that is
    counted = [[cell for cell in some if cell.counted_from != "0"][:4] for some in linked]
    nought = [[cell for cell in some if cell.counted_from == "0"][:1] for some in linked]
    cells = [cell for some in (*counted, *nought) for cell in some]
    opened = {cell.url: client.get(cell.url).context["behind"].total for cell in cells}

    shown = {cell.url: int(cell.counted_from.replace(",", "")) for cell in cells}
    assert len(cells) > 40
    assert opened == shown


def test_a_group_read_from_the_officers_work_is_counted_on_its_own_page_too(as_role, world):
    """Health is counted from returns, the education plan in the same table from what was there for reviews."""
    child = care.in_care(date(2015, 5, 1), people.child("Nia Newcome"))
    review = Review.objects.create(
        child=child, held_on=date(2016, 6, 1), completed_on=date(2016, 6, 1), kind="care"
    )
    Item.objects.create(review=review, kind=ItemKind.EDUCATION, done_on=date(2016, 5, 30))
    client = as_role(Role.IRO_MANAGER)

    (cell,) = [
        cell
        for row in client.get(reverse("figures_table", args=[YEAR, "health_education"])).context["grid"].rows
        for cell in row.cells
        if row.label.startswith("Personal education plan")
    ]
    behind = rows(client, "health_education", "pep").context["behind"]

    assert (cell.main, cell.under) == ("100.0%", "1 of 1")
    assert [str(row.child) for row in behind.rows] == ["Nia Newcome"]
    assert "There" in behind.rows[0].cells


def test_an_officer_sees_the_rows_of_their_own_children_and_how_many_others_there_are(as_role, world):
    response = rows(as_role(Role.IRO), "children_in_care", "number")

    assert [str(row.child) for row in response.context["behind"].rows] == ["Alice Arden"]
    assert response.context["behind"].not_shown == 1
    assert "Benedict" not in response.content.decode()


def test_support_reads_the_figure_and_not_the_children_behind_it(as_role, world):
    page = as_role(Role.BUSINESS_SUPPORT).get(reverse("figures_table", args=[YEAR, "age"]))

    assert "10 to 15" in page.content.decode()
    assert reverse("figures_rows", args=[YEAR, "age", "10_15"]) not in page.content.decode()


def test_a_quarter_opens_its_own_rows_and_the_base_everybody(as_role, world):
    client = as_role(Role.IRO_MANAGER)

    assert rows(client, "age", "5_9", period="2016/17 Q1").context["behind"].total == 0
    assert rows(client, "age", "5_9", period="2016/17 Q4").context["behind"].total == 1
    assert rows(client, "age", "5_9", period="2016/17 Q4", of="base").context["behind"].total == 2


def test_what_is_no_table_no_group_no_period_or_no_year_leads_nowhere(as_role, world):
    client = as_role(Role.IRO_MANAGER)

    assert rows(client, "nonsense", "5_9").status_code == 404
    assert rows(client, "age", "nonsense").status_code == 404
    assert rows(client, "age", "5_9", period="nonsense").status_code == 404
    assert client.get("/figures/2016-19").status_code == 404
    assert client.get("/figures/1999-00").status_code == 404
    assert client.get("/figures/2019-20").status_code == 404  # after the day the pages speak of


def test_the_rows_download_holds_only_children_one_may_see(as_role, world):
    address = reverse("figures_rows_download", args=[YEAR, "children_in_care", "number"])

    response = as_role(Role.IRO).get(address)

    lines = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert [line["Name"] for line in lines] == ["Alice Arden"]


def test_the_catalogue_says_of_each_figure_why_and_who(as_role, world):
    entries = as_role(Role.IRO).get(reverse("figures_catalogue")).context["entries"]

    labels = {tuple(label for label, _ in entry.custody) for entry in entries}
    assert labels == {
        ("Why it matters", "Definition", "One row per", "Source", "Answers for it", "Which way is good")
    }
    assert all(value for entry in entries for _, value in entry.custody)


def test_posts_open_as_rows_of_their_own(as_role, world):
    worker = world.alice.allocations.get(role="iro").worker
    Post.objects.create(worker=worker, fte=Decimal("0.60"), starts=date(2016, 4, 1))
    client = as_role(Role.IRO_MANAGER)

    page = rows(client, "caseload", "fte")
    children = rows(client, "caseload", "cypic", period="2016/17 Q4")

    assert page.context["behind"].not_shown == 0
    assert page.context["behind"].columns == ["Officer", "From", "Hundredths of a full post"]
    assert [(row.child, row.cells) for row in page.context["behind"].rows] == [
        (None, [worker.name, "1 April 2016", "60"])
    ]
    assert "One row per post held." in page.content.decode()
    assert worker.name in children.content.decode()
    assert str(worker.public_id) not in children.content.decode()


def test_the_rows_of_posts_are_downloaded_without_a_child(as_role, world):
    Post.objects.create(worker=people.worker("Olive Oak"), fte=1, starts=date(2016, 4, 1))
    address = reverse("figures_rows_download", args=[YEAR, "caseload", "fte"])

    response = as_role(Role.IRO_MANAGER).get(address)

    lines = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert [(line["Number"], line["Name"], line["Officer"]) for line in lines] == [("", "", "Olive Oak")]


def test_protection_plans_are_read_month_by_month(as_role, world):
    Protection.objects.create(child=world.alice, opened_on=date(2016, 6, 1), started=date(2016, 6, 20))
    client = as_role(Role.IRO_MANAGER)

    grid = client.get(reverse("figures_table", args=[YEAR, "protection_plans"])).context["grid"]

    assert [column.words for column in grid.columns[:3]] == ["Apr 2016", "May 2016", "Jun 2016"]
    assert [cell.main for cell in grid.rows[0].cells] == ["0", "0", *["1"] * 10]
    assert rows(client, "protection_plans", "started", period="2016-06").context["behind"].total == 1
    assert rows(client, "protection_plans", "open").context["behind"].period == "2017-03"
    assert rows(client, "protection_plans", "open", period="2016/17").status_code == 404


def a_concern(child, **facts):
    made = Concern.objects.create(
        child=child,
        category="pep",
        about="Invented",
        asked_for="Invented",
        raised_on=date(2016, 6, 1),
        **facts,
    )
    Stage.objects.create(concern=made, number=0, opened_on=date(2016, 6, 1))
    return made


def a_monitor(child, answer="no"):
    """Asked with version 1; version 2 puts the question otherwise from 1 October 2016."""
    for number, words, day in ((1, "Right?", date(2016, 4, 1)), (2, "Appropriate?", date(2016, 10, 1))):
        question = Question("legal_status_right", "20", words, AnswerType.YES_NO, used_by="figure")
        content = content_of(Questionnaire("child_in_care", "Monitor", (Section("a", "A", (question,)),)))
        QuestionSet.objects.create(
            kind="child_in_care", number=number, content=content, from_date=day, published_at=timezone.now()
        )
    day = date(2016, 6, 1)
    review = Review.objects.create(child=child, kind="care", held_on=day, completed_on=day)
    made = Monitor.objects.create(
        review=review, asked=QuestionSet.objects.get(number=1), started_on=day, finished_on=day
    )
    MonitorAnswer.objects.create(monitor=made, question="legal_status_right", value=answer)


def test_the_rows_behind_concerns_say_in_words_what_they_are_about(as_role, world):
    a_concern(world.alice, closed_on=date(2016, 6, 13), effect="partial")

    behind = rows(as_role(Role.IRO_MANAGER), "issues", "pep").context["behind"]

    assert behind.columns[:3] == ["Category", "Raised", "Highest stage opened"]
    assert [row.cells for row in behind.rows] == [
        [
            "No or poor quality personal education plan",
            *("1 June 2016", "Informal", "13 June 2016", "It changed in part", "8"),
        ]
    ]


def test_whose_concerns_and_answers_were_counted_is_for_those_who_may_read_them(as_role, world):
    a_concern(world.alice)
    a_monitor(world.alice)
    analyst, manager = as_role(Role.ANALYST), as_role(Role.IRO_MANAGER)

    for table, group in (
        ("issues", "total"),
        ("disputes", "informal"),
        ("legal_status_appropriate", "not_appropriate"),
    ):
        download = reverse("figures_rows_download", args=[YEAR, table, group])
        assert rows(analyst, table, group).status_code == 403, table
        assert analyst.get(download).status_code == 403, table
        page = analyst.get(reverse("figures_table", args=[YEAR, table]))
        assert page.status_code == 200
        assert not [cell.url for row in page.context["grid"].rows for cell in row.cells if cell.url]
        assert rows(manager, table, group).context["behind"].total == 1, table
        assert manager.get(download).status_code == 200
    assert rows(analyst, "monitor_completion", "completed").context["behind"].total == 1


def test_a_changed_question_is_said_and_marked_on_the_table_and_the_year(as_role, world):
    a_monitor(world.alice)
    client = as_role(Role.IRO_MANAGER)
    said = (
        "The question changed on 1 October 2016 (version 2): figures before and after do not answer the same "
    )
    said += "question."

    table = client.get(reverse("figures_table", args=[YEAR, "legal_status_appropriate"]))
    year = client.get(reverse("figures_year", args=[YEAR]))
    other = client.get(reverse("figures_table", args=[YEAR, "placement_suitable"]))

    assert said in table.content.decode()
    assert year.content.decode().count(said) == 1
    assert "The question changed" not in other.content.decode()
    marks = [column.mark for column in table.context["grid"].columns]
    assert marks == ["", "", "new question from 1 October 2016", "", "new question from 1 October 2016"]
    assert [cell.main for cell in table.context["grid"].rows[0].cells] == [
        "100.0%",
        "–",
        "–",
        "–",
        "100.0%",
    ]


def test_steps_that_nobody_took_stay_out_of_sight(as_role, world):
    Protection.objects.create(
        child=people.child(number="S1"),
        opened_on=date(2016, 5, 1),
        started=date(2016, 5, 20),
        ended=date(2016, 9, 1),
    )

    grid = as_role(Role.IRO_MANAGER).get(reverse("figures_table", args=[YEAR, "steps"])).context["grid"]

    shown = [row.label for row in grid.rows]
    assert shown[:2] == ["Steps", "Child protection to closed"]
    assert "Child in need to child protection" not in shown
    assert {"Stepped down, and back within 3 months", "Stepped down, and back within 12 months"} < {*shown}
