"""The board paper on screen: put together part by part, previewed, and refused while a head is blank."""

from __future__ import annotations

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.improvement.implications import HEADS
from holdfast.casework.improvement.queries import paper_of
from holdfast.domain.reporting_year import ReportingYear
from tests.builders import improvement

YEAR = ReportingYear(2017)
PAPER, CHOOSE, PRIORITIES, LINKS, IMPLICATIONS, PREVIEW = (
    reverse(name, args=[YEAR])
    for name in (
        "board_paper_year", "board_paper_headlines", "board_paper_priorities", "board_paper_links",
        "board_paper_implications", "board_paper_preview",
    )
)  # fmt: skip
NONE = {f"answer_{head}": "none" for head in HEADS}


def file(finish: str, ink: str = "html", audience: str = "inside") -> str:
    return reverse("board_paper_file", args=[YEAR, finish, audience, ink])


def test_an_empty_paper_says_what_is_missing(as_role) -> None:
    said = as_role(Role.ANALYST).get(PAPER).content.decode()

    assert "What is missing" in said
    assert "No headline figure is chosen." in said
    assert "Not answered yet" in said
    assert "0 of" in said


def test_the_last_whole_year_opens(as_role) -> None:
    assert as_role(Role.IRO).get(reverse("board_paper"))["Location"] == PAPER
    assert as_role(Role.IRO).get(PAPER.replace("2016-17", "2011-12")).status_code == 404


def test_headlines_are_searched_added_worded_moved_and_taken_out(as_role) -> None:
    client = as_role(Role.IRO_MANAGER)
    found = client.get(CHOOSE, {"search": "sex male"}).context["found"]
    assert [(one.key, one.main, one.under) for one in found] == [
        ("sex/male", "50.0%", "1 of 2"), ("sex/female", "50.0%", "1 of 2"),
    ]  # fmt: skip

    client.post(CHOOSE, {"do": "add:sex/male", "seen": ""})
    client.post(CHOOSE, {"do": "add:sex/female", "seen": ""})
    client.post(CHOOSE, {"do": "up:1", "words-0": "Boys", "words-1": "Girls", "seen": ""})
    assert [(one["group"], one["words"]) for one in paper_of(2017).headlines] == [
        ("female", "Girls"), ("male", "Boys"),
    ]  # fmt: skip
    page = client.post(CHOOSE, {"do": "remove:0", "search": "sex", "seen": ""}, follow=True)

    assert [one.key for one in page.context["chosen"]] == ["sex/male"]
    assert page.context["search"] == "sex"
    assert "sex/male" not in {one.key for one in page.context["found"]}


@pytest.mark.parametrize(
    "do", ["burn", "add:sex/none_such", "add:none/male", "up:0", "down:0", "remove:7", "up:x"]
)
def test_a_button_that_is_not_there_changes_nothing(as_role, do) -> None:
    client = as_role(Role.IRO_MANAGER)
    client.post(CHOOSE, {"do": "add:sex/male"})

    assert client.post(CHOOSE, {"do": do}).status_code == 404
    assert len(paper_of(2017).headlines) == 1


def test_without_a_search_what_is_put_forward_most_is_offered(as_role) -> None:
    found = as_role(Role.IRO_MANAGER).get(CHOOSE).context["found"]

    assert "placement_moves/three_or_more" in {one.key for one in found}


def test_the_second_of_two_is_told(as_role) -> None:
    client = as_role(Role.IRO_MANAGER)
    client.post(CHOOSE, {"do": "add:sex/male"})
    seen = client.get(CHOOSE).context["seen"]
    client.post(CHOOSE, {"do": "remove:0", "seen": seen})

    page = client.post(CHOOSE, {"do": "add:sex/female", "seen": seen}, follow=True)

    assert "Somebody else changed this while you had it open" in page.content.decode()
    assert paper_of(2017).headlines == []


def test_priorities_are_ticked_among_the_next_years_aims(as_role) -> None:
    client = as_role(Role.IRO_MANAGER)
    assert "has no aim yet" in client.get(PRIORITIES).content.decode()
    first, second = (improvement.aim(title, year_ending=2018) for title in ("First", "Second"))

    page = client.post(PRIORITIES, {f"aim_{second.pk}": "on"}, follow=True)

    assert [aim.title for aim in page.context["priorities"]] == ["Second"]
    assert first.title not in [aim.title for aim in page.context["priorities"]]


def test_links_are_written_for_each_theme(as_role) -> None:
    theme = improvement.theme("Listening")

    page = as_role(Role.IRO_MANAGER).post(LINKS, {f"theme_{theme.pk}": "Officers listen."}, follow=True)

    assert [(one.theme, one.text) for one in page.context["links"]] == [("Listening", "Officers listen.")]


def test_none_is_an_answer_and_blank_is_refused_when_the_paper_is_finished(as_role) -> None:
    client = as_role(Role.IRO_MANAGER)
    most = {key: value for key, value in NONE.items() if key != "answer_legal"}
    client.post(IMPLICATIONS, most)

    refused = client.get(file("final"))
    assert refused.status_code == 409
    assert "Implications are not answered for: Legal." in refused.content.decode()
    assert "Not answered yet" in client.get(PREVIEW).content.decode()

    client.post(IMPLICATIONS, {**NONE, "answer_legal": "some", "text_legal": "A new duty from April."})
    made = client.get(file("final"))
    assert made.status_code == 200
    assert "A new duty from April." in made.content.decode()
    assert made["Content-Disposition"] == 'attachment; filename="board-paper-2016-17-final.html"'


@pytest.mark.parametrize(
    ("given", "field"),
    [({"answer_legal": "some"}, "answer_legal"), ({"text_legal": "Words"}, "answer_legal")],
)
def test_an_answer_that_says_two_things_is_refused_beside_its_head(as_role, given, field) -> None:
    response = as_role(Role.IRO_MANAGER).post(IMPLICATIONS, {**NONE, **given})

    assert response.status_code == 400
    assert list(response.context["form"].errors) == [field]
    assert paper_of(2017) is None


@pytest.mark.parametrize("ink", ["html", "docx", "pdf"])
@pytest.mark.parametrize("audience", ["inside", "public"])
def test_a_draft_is_downloaded_in_every_ink(as_role, ink, audience) -> None:
    response = as_role(Role.ANALYST).get(file("draft", ink, audience))

    assert response.status_code == 200
    assert AuditEvent.objects.get(verb="board_paper.downloaded").detail["audience"] == audience


@pytest.mark.parametrize("address", [file("rough"), file("draft", "gold"), file("draft", audience="nobody")])
def test_a_file_that_is_not_made_leads_nowhere(as_role, address) -> None:
    assert as_role(Role.ANALYST).get(address).status_code == 404


def test_the_places_for_words_lead_to_the_editor(as_role) -> None:
    client = as_role(Role.IRO_MANAGER)
    page = client.get(PAPER)

    place = page.context["places"][0]
    assert place.key == "board-summary"
    assert client.get(reverse("report_words", args=[YEAR, place.key])).status_code == 200
