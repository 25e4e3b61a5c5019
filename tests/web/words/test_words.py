"""The words page: saved, refused where another wrote meanwhile, and everything it does without a script."""

from __future__ import annotations

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.drafts.models import Draft
from holdfast.casework.publishing.actions import write_text
from holdfast.casework.publishing.models import ReportText
from holdfast.casework.publishing.queries import texts_of, versions_of
from holdfast.casework.publishing.wording import enter_term
from holdfast.domain.reporting_year import ReportingYear
from holdfast.web.words.opened import draft_of

YEAR = ReportingYear(2017)
REPORT = reverse("report", args=[YEAR])
WORDS = reverse("report_words", args=[YEAR, "introduction"])
#: both invented children were taken into care in the year
COUNT = "figure:children_in_care/number/2016-17"
SEEN = f"There were [9]({COUNT}) children."


@pytest.fixture
def analyst(as_role, world):
    return as_role(Role.ANALYST)


def text_on(response) -> str:
    return response.context["form"]["text"].value()


def test_words_are_saved_shown_in_the_preview_and_kept_in_every_version(analyst):
    analyst.post(WORDS, {"text": "First thoughts.", "save": "1"})
    latest = ReportText.objects.get().pk
    response = analyst.post(WORDS, {"text": "A **year** of <change>.", "based_on": latest}, follow=True)

    assert "Saved at" in response.content.decode()
    assert texts_of(2017)["introduction"] == "A **year** of <change>."
    assert versions_of(2017, "introduction").count() == 2
    preview = analyst.get(reverse("report_preview", args=[YEAR])).content.decode()
    assert "A <strong>year</strong> of &lt;change&gt;." in preview


def test_words_that_stand_there_already_make_no_second_version(analyst):
    analyst.post(WORDS, {"text": "The same.\r\n\r\nTwice."})
    analyst.post(WORDS, {"text": "The same.\n\nTwice.", "based_on": ""})

    assert versions_of(2017, "introduction").count() == 1


def test_saving_and_going_on_leads_to_the_next_place(analyst):
    places = analyst.get(REPORT).context["places"].lines

    response = analyst.post(WORDS, {"text": "Words.", "next": "1"})

    assert places[0].key == "introduction"
    assert response["Location"] == reverse("report_words", args=[YEAR, places[1].key])


def test_who_saves_later_is_shown_both_texts_and_decides(analyst, world):
    before = write_text(year_ending=2017, slot="introduction", text="Before.", by=None)
    manager = world.users[Role.IRO_MANAGER]
    write_text(year_ending=2017, slot="introduction", text="Theirs.", based_on=before.pk, by=manager)

    refused = analyst.post(WORDS, {"text": "Mine.", "based_on": before.pk})

    said = refused.content.decode()
    assert refused.status_code == 409
    assert texts_of(2017)["introduction"] == "Theirs."
    assert text_on(refused) == "Mine."
    assert f"{manager} saved" in said
    assert "<p>Theirs.</p>" in said
    assert "data-draft-shown" in said
    analyst.post(WORDS, {"text": "Both.", "based_on": refused.context["form"]["based_on"].value()})
    assert texts_of(2017)["introduction"] == "Both."


def test_two_who_begin_an_empty_place_do_not_overwrite_each_other(analyst):
    write_text(year_ending=2017, slot="introduction", text="Theirs.", by=None)

    assert analyst.post(WORDS, {"text": "Mine.", "based_on": ""}).status_code == 409


def test_a_figure_that_moved_is_shown_and_accepted_without_a_script(analyst):
    write_text(year_ending=2017, slot="introduction", text=SEEN, by=None)

    page = analyst.get(WORDS).content.decode()
    assert ": now <strong>2</strong>; you wrote <strong>9</strong>." in page

    looked = analyst.post(WORDS, {"text": SEEN, "accept": COUNT})
    assert text_on(looked) == f"There were [2]({COUNT}) children."
    assert looked.context["beside"].moved == []
    assert texts_of(2017)["introduction"] == SEEN, "nothing is saved until somebody saves"


def test_accepting_all_leaves_a_figure_that_is_gone(analyst):
    text = f"{SEEN} And [4](figure:no_table/no_group/2016-17)."

    looked = analyst.post(WORDS, {"text": text, "accept": ""})

    assert text_on(looked) == f"There were [2]({COUNT}) children. And [4](figure:no_table/no_group/2016-17)."
    assert "There is no such figure any more" in looked.content.decode()


def test_a_sentence_is_dropped_into_the_text_with_its_figures_live(analyst):
    offered = analyst.get(WORDS).context["beside"].changes
    dropped = analyst.post(WORDS, {"text": "Mine.", "drop": "0"})

    assert text_on(dropped) == f"Mine.\n\n{offered[0].markdown}"
    assert COUNT in offered[0].markdown
    assert text_on(analyst.post(WORDS, {"text": "Mine.", "drop": "99"})) == "Mine."


def test_the_words_the_service_does_not_use_are_named_and_left_alone(analyst):
    enter_term(preferred="children in care", instead_of=["LAC"], why="They asked for it.", by=None)

    looked = analyst.post(WORDS, {"text": "Our LAC did well.", "look": "1"})

    assert "the service says “children in care”. They asked for it." in looked.content.decode()
    assert text_on(looked) == "Our LAC did well."


def test_the_report_page_says_what_is_left_place_by_place(analyst):
    enter_term(preferred="children in care", instead_of=["LAC"], by=None)
    write_text(year_ending=2017, slot="introduction", text=f"{SEEN} Our LAC rose significantly.", by=None)

    page = analyst.get(REPORT)
    places = page.context["places"]

    assert (places.filled, places.total > 10) == (1, True)
    assert places.lines[0].left == [
        "1 figure moved",
        "1 word the service does not use",
        "1 thing to look at again",
    ]
    said = page.content.decode()
    assert "Figures moved" in said
    assert "now 2; you wrote 9" in said
    assert "“LAC”; the service says “children in care”" in said


def test_the_figures_of_a_period_are_told_as_they_read(analyst):
    address = reverse("report_figures", args=[YEAR, "introduction"])

    told = analyst.get(address).json()
    one = next(each for each in told["figures"] if each["address"] == COUNT)

    assert (told["period"], one["words"]) == ("2016/17", "2")
    assert {"name": "2016/17 Q3", "label": "2016/17 Q3"} in told["periods"]
    quarter = analyst.get(address, {"period": "2016/17 Q1"}).json()["figures"]
    assert quarter
    assert all("2016-17-Q1" in each["address"] for each in quarter)


def test_no_such_place_or_year_leads_nowhere(analyst):
    assert analyst.get(reverse("report_words", args=[YEAR, "nowhere"])).status_code == 404
    assert analyst.get(reverse("report_words", args=[ReportingYear(2013), "introduction"])).status_code == 404


def test_unsaved_words_are_kept_for_those_who_write_and_go_when_saved(analyst, as_role):
    form = draft_of(YEAR, "introduction")
    sent = {"form": form, "content": {"text": "Half a"}, "step": 1}

    assert analyst.post("/drafts", sent, content_type="application/json").status_code == 200
    assert Draft.objects.get().child_id is None
    assert as_role(Role.IRO).post("/drafts", sent, content_type="application/json").status_code == 403

    analyst.post(WORDS, {"text": "Half a sentence more."})
    assert not Draft.objects.exists()
