"""The sections of a report on screen: moved, left out, titled, added, and back to the program's order."""

from __future__ import annotations

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.publishing.models import SectionChoice
from holdfast.casework.publishing.queries import choices_of
from holdfast.domain.reporting_year import ReportingYear
from holdfast.reports.annual.build import slots_of
from holdfast.reports.content import Finish
from holdfast.reports.gathering.template import template
from holdfast.web.reports import making

YEAR = ReportingYear(2017)
SECTIONS = reverse("report_sections", args=[YEAR])


@pytest.fixture
def client(as_role, world):
    return as_role(Role.ANALYST)


def do(client, what: str, key: str, year: ReportingYear = YEAR):
    return client.post(reverse("report_sections", args=[year]), {"do": f"{what}:{key}"}, follow=True)


def shown(client, year: ReportingYear = YEAR) -> list[str]:
    lines = client.get(reverse("report_sections", args=[year])).context["lines"]
    return [line.key for line in lines if not line.hidden]


def test_the_program_s_order_stands_until_something_is_arranged(client):
    assert shown(client)[:3] == ["introduction", "reporting_period", "legal_context"]
    assert len(shown(client)) == 13
    assert not SectionChoice.objects.exists()


def test_a_section_is_moved_and_later_years_follow_until_they_are_arranged(client):
    do(client, "up", "reporting_period")

    assert shown(client)[:2] == ["reporting_period", "introduction"]
    assert [one.key for one in template("annual", 2019)][:2] == ["reporting_period", "introduction"]
    SectionChoice.objects.create(kind="annual", year_ending=2018, key="summary")
    assert [one.key for one in template("annual", 2019)] == ["summary"]
    assert shown(client)[:2] == ["reporting_period", "introduction"]


def test_the_first_section_stays_first(client):
    do(client, "up", "introduction")

    assert shown(client)[0] == "introduction"


def test_the_report_is_printed_in_that_order_without_what_is_left_out(client):
    do(client, "hide", "profile")
    do(client, "hide", "advocacy")
    do(client, "up", "summary")
    request = client.get(SECTIONS).wsgi_request

    report = making.document(request, YEAR, Finish.DRAFT, YEAR.ends)

    keys = [section.key for section in report.sections]
    assert "profile" not in keys
    assert keys.index("summary") == keys.index("progress") + 1
    impact = next(section for section in report.sections if section.key == "impact")
    assert "advocacy" not in [part.key for part in impact.parts]
    assert client.get(reverse("report_preview", args=[YEAR])).status_code == 200


def test_what_was_left_out_is_shown_again_under_its_own_title(client):
    do(client, "hide", "changes")
    client.post(reverse("report_section", args=[YEAR, "changes"]), {"title": "What changed"})
    do(client, "show", "changes")

    line = next(one for one in client.get(SECTIONS).context["lines"] if one.key == "changes")
    assert (line.title, line.hidden) == ("What changed", False)
    assert line.renamed_from == "Changes in children's social care in the year"


def test_a_section_is_added_with_a_place_for_its_words_and_taken_out(client):
    add = reverse("report_section_add", args=[YEAR])
    assert client.post(add, {"title": ""}).status_code == 400
    client.post(add, {"title": "Sibling contact", "prompt": "Who sees their brothers and sisters."})

    assert shown(client)[-1] == "own-sibling-contact"
    report = making.document(client.get(SECTIONS).wsgi_request, YEAR, Finish.DRAFT, YEAR.ends)
    assert "own-sibling-contact" in [slot.key for slot in slots_of(report)]
    client.post(reverse("report_section_remove", args=[YEAR, "own-sibling-contact"]))
    assert "own-sibling-contact" not in shown(client)


def test_two_sections_of_one_name_are_two(client):
    for _ in range(2):
        client.post(reverse("report_section_add", args=[YEAR]), {"title": "Visits"})

    assert shown(client)[-2:] == ["own-visits", "own-visits-2"]


def test_going_back_asks_first_and_keeps_what_was_done_in_words(client):
    do(client, "up", "summary")
    reset = reverse("report_sections_reset", args=[YEAR])
    assert "Go back to the program’s order?" in client.get(reset).content.decode()

    client.post(reset)

    assert shown(client)[-2:] == ["summary", "recommendations"]
    did = [deed.did for deed in client.get(SECTIONS).context["events"]]
    assert did == ["went back to the program’s order", "moved up: Summary"]


def test_a_report_keeps_one_section_at_least(client):
    keys = shown(client)
    for key in keys:
        response = do(client, "hide", key)

    assert shown(client) == [keys[-1]]
    assert "A report needs one section at least" in response.content.decode()


def test_a_program_s_section_cannot_be_taken_out(client):
    assert client.post(reverse("report_section_remove", args=[YEAR, "profile"])).status_code == 404
    assert client.post(SECTIONS, {"do": "up:nothing"}).status_code == 404
    assert client.get(reverse("report_section", args=[YEAR, "nothing"])).status_code == 404


def test_choices_are_kept_by_kind(client):
    do(client, "hide", "profile")

    assert choices_of("board", 2017) == []
