"""A manager reads the versions of a questionnaire, edits the next one on screen, previews and publishes it."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse
from django.utils.html import escape

from holdfast.casework.access.roles import Role
from holdfast.casework.monitors import versions
from holdfast.casework.monitors.models import QuestionSet
from holdfast.domain.questionnaires.questions import AnswerType, Condition, read
from holdfast.domain.questionnaires.shipped import shipped
from tests.web.rules.test_limits import day

KIND = "child_in_care"


@pytest.fixture
def manager(as_role):
    return as_role(Role.IRO_MANAGER)


@pytest.fixture
def draft(world) -> QuestionSet:
    return versions.begin_draft(kind=KIND, by=None)


def url(name: str, *args: str) -> str:
    return reverse(f"questions_{name}", args=[KIND, *args])


def asked_now(draft: QuestionSet):
    draft.refresh_from_db()
    return read(draft.content)


def fields(manager, address: str) -> dict[str, str]:
    """What stands in the form of a page, as a browser would send it back."""
    context = manager.get(address).context
    form = context["form"]
    values = {name: form[name].value() for name in form.fields}
    sent = {name: "on" if value is True else str(value or "") for name, value in values.items() if value}
    return {**sent, "step": str(context["step"])}


def new_question(manager, **changed: str):
    section = read(versions.draft_of(KIND).content).sections[-1].key
    address = url("add", section)
    given = {
        **fields(manager, address),
        "text": "Does the child sleep well?",
        "type": "yn",
        "used_by": "Team",
    }
    return manager.post(address, {**given, **changed}, follow=True)


def press(manager, name: str, *args: str, **given: str):
    step = versions.draft_of(KIND).step
    return manager.post(url(name, *args), {"step": str(step), **given}, follow=True)


def test_nothing_changed_yet_shows_what_was_shipped(manager, world):
    body = manager.get(reverse("questions")).content.decode()
    assert "Version 1, as shipped" in body

    one = manager.get(url("one")).content.decode()
    assert "Make a draft of the next version" in one
    assert "Asked now" in one
    full = manager.get(url("version", "1")).content.decode()
    assert all(escape(question.text) in full for question in shipped(KIND).questions())
    assert not QuestionSet.objects.exists()


def test_only_the_manager_is_led_there(as_role, world):
    assert reverse("questions") in as_role(Role.IRO_MANAGER).get(reverse("rules")).content.decode()
    assert reverse("questions") not in as_role(Role.IRO).get(reverse("rules")).content.decode()


def test_a_local_question_is_added_at_its_place(manager, draft):
    response = new_question(manager, type="list", more="Most nights\r\nSeldom\r\n", place="1", once="on")

    assert "is in the draft" in response.content.decode()
    made = asked_now(draft).sections[-1].questions[0]
    assert (made.key, made.type, made.local) == ("local_does_the_child_sleep_well", AnswerType.LIST, True)
    assert [(one.key, one.label) for one in made.options] == [
        ("most_nights", "Most nights"),
        ("seldom", "Seldom"),
    ]


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"text": ""}, "Write the question"),
        ({"used_by": ""}, "Say who uses the answer"),
        ({"type": "list", "more": "Only one"}, "at least two answers"),
        ({"type": "list", "more": "Yes\nyes"}, "twice"),
        ({"type": "list", "more": "a" * 5000}, "at most 4000"),
        ({"place": "none"}, "Enter a whole number"),
        ({"section": "nowhere"}, "Select a valid choice"),
    ],
)
def test_a_question_that_is_none_is_said(changed, sentence, manager, draft):
    response = new_question(manager, **changed)

    assert response.status_code == 400
    assert sentence in response.content.decode()
    assert "local_does_the_child_sleep_well" not in versions.keys_ever(KIND)


def test_a_question_is_reworded_and_its_anchors_too(manager, draft):
    address = url("question", "care_plan_quality")
    given = {**fields(manager, address), "text": "How good is the plan?", "anchor_good": "Up to date."}

    body = manager.post(address, given, follow=True).content.decode()

    one = asked_now(draft).question("care_plan_quality")
    assert (one.text, one.options[1].anchor) == ("How good is the plan?", "Up to date.")
    assert "Reworded" in body
    assert "figures that count them say so" in body


def test_what_figures_count_on_says_so_and_cannot_be_ended_or_answered_otherwise(manager, draft):
    body = manager.get(url("question", "seen_before")).content.decode()
    assert "A figure counts this question" in body
    assert "Take question" not in body
    assert 'name="type"' not in body

    ended = press(manager, "end", "seen_before").content.decode()
    assert "Figures count on question 3, so it cannot be ended" in ended
    address = url("question", "seen_before")
    refused = manager.post(address, {**fields(manager, address), "label_seen": ""})
    assert refused.status_code == 400
    assert "stay as they are" in refused.content.decode()
    assert asked_now(draft) == read(versions.published(KIND)[0].content)


def test_an_answer_is_reworded_ended_and_added_and_keys_stay(manager, draft):
    new_question(manager, type="list", more="Most nights\nSeldom\nNever")
    key = "local_does_the_child_sleep_well"
    address = url("question", key)
    changed = {"label_seldom": "Rarely", "label_never": "", "more": "Not known"}

    manager.post(address, {**fields(manager, address), **changed})

    assert [(one.key, one.label) for one in asked_now(draft).question(key).options] == [
        ("most_nights", "Most nights"),
        ("seldom", "Rarely"),
        ("not_known", "Not known"),
    ]


def test_a_question_goes_up_and_down_by_a_button_and_to_a_place_by_number(manager, draft):
    first = [one.key for one in asked_now(draft).sections[0].questions]
    section = asked_now(draft).sections[-1]
    last = section.questions[-1]

    response = press(manager, "move", move=f"question|up|{last.key}")
    assert response.redirect_chain[0][0].endswith(f"#question-{last.key}")
    assert asked_now(draft).sections[-1].questions[-2].key == last.key
    address = url("question", last.key)
    manager.post(
        address, {**fields(manager, address), "section": asked_now(draft).sections[0].key, "place": "1"}
    )
    assert [one.key for one in asked_now(draft).sections[0].questions] == [last.key, *first]
    assert "Press one of the buttons" in press(manager, "move", move="sideways").content.decode()


def test_sections_are_added_moved_reworded_and_taken_out(manager, draft):
    address = url("section_add")
    manager.post(address, {**fields(manager, address), "title": "Sleep and rest", "intro": "Ask gently"})
    assert asked_now(draft).sections[-1].key == "sleep_and_rest"
    press(manager, "move", move="section|up|sleep_and_rest")
    assert asked_now(draft).sections[-2].key == "sleep_and_rest"
    address = url("section", "sleep_and_rest")
    manager.post(address, {**fields(manager, address), "title": "Sleep", "place": "1"})
    assert asked_now(draft).sections[0].title == "Sleep"
    held = asked_now(draft).sections[1].key
    assert "Move them or end them first" in press(manager, "section_end", held).content.decode()
    press(manager, "section_end", "sleep_and_rest")
    assert "sleep_and_rest" not in [one.key for one in asked_now(draft).sections]


@pytest.mark.parametrize(
    ("on", "given", "condition"),
    [
        (
            "question-legal_status_right",
            {"answers": "no"},
            Condition(question="legal_status_right", is_one_of=("no",)),
        ),
        ("fact-age", {"at_least": "16", "below": ""}, Condition(fact="age", at_least=16)),
        ("fact-siblings", {"answers": ["yes"]}, Condition(fact="siblings", is_one_of=("yes",))),
        ("fact-legal_status", {"codes": "c1, C2"}, Condition(fact="legal_status", is_one_of=("C1", "C2"))),
    ],
)
def test_a_question_is_asked_only_under_a_condition(on, given, condition, manager, draft):
    new_question(manager)
    key = "local_does_the_child_sleep_well"
    page = manager.get(url("when", key), {"on": on})
    assert "Add this condition" in page.content.decode()

    press(manager, "when", key, on=on, **given)

    assert asked_now(draft).question(key).when == (condition,)
    body = manager.get(url("draft")).content.decode()
    assert "Only if" in body
    press(manager, "when", key, take_out="1")
    assert asked_now(draft).question(key).when == ()


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({}, "Choose what the question depends on"),
        ({"on": "fact-age"}, "Enter from which number"),
        ({"on": "fact-age", "at_least": "x"}, "Enter a whole number"),
        ({"on": "fact-age", "at_least": "5", "below": "5"}, "Check both"),
        ({"on": "question-legal_status_right"}, "Choose at least one answer"),
        ({"on": "fact-legal_status", "codes": "<b>"}, "Enter codes"),
    ],
)
def test_a_condition_that_is_none_is_said(given, sentence, manager, draft):
    new_question(manager)

    response = press(manager, "when", "local_does_the_child_sleep_well", **given)

    assert response.status_code == 400
    assert sentence in response.content.decode()


def test_the_last_change_is_taken_back_and_the_draft_dropped(manager, draft):
    new_question(manager)
    body = press(manager, "undo").content.decode()
    assert "The last change is taken back" in body
    assert "local_does_the_child_sleep_well" not in body
    assert "No change of this draft is left" in press(manager, "undo").content.decode()

    new_question(manager)
    assert "All of this is lost" in manager.get(url("drop")).content.decode()
    response = press(manager, "drop")
    assert "The draft is dropped" in response.content.decode()
    assert versions.draft_of(KIND) is None
    assert manager.get(url("draft")).status_code == 404


def test_faults_lead_to_their_question_and_keep_it_from_being_published(manager, draft):
    new_question(manager, number="20")

    page = manager.get(url("draft"))
    (fault,) = page.context["faults"]
    assert fault.key == "local_does_the_child_sleep_well"
    assert url("question", fault.key) in page.content.decode()
    body = manager.get(url("publish")).content.decode()
    assert "1 thing to put right" in body
    assert 'name="reason"' not in body
    refused = press(manager, "publish", reason="x", **day("from_date", date(2017, 4, 1)))
    assert "Two questions have the number 20" in refused.content.decode()


def test_it_is_previewed_as_the_officer_sees_it(manager, draft):
    new_question(manager, help="Ask the carer")
    body = manager.get(url("preview")).content.decode()

    assert "Does the child sleep well?" in body
    assert 'name="q_local_does_the_child_sleep_well"' in body
    assert "Filled in by the service" in body
    assert 'name="q_dispute_raised"' not in body


def test_it_is_published_with_a_day_and_a_reason(manager, draft, world):
    new_question(manager)
    early = press(manager, "publish", reason="Sleep", **day("from_date", date(2017, 3, 30)))
    assert "must be 31 March 2017 or later" in early.content.decode()

    said = press(manager, "publish", reason="Sleep matters", **day("from_date", date(2017, 4, 3)))

    body = said.content.decode()
    assert "Version 2 is published and asked from 3 April 2017" in body
    assert "Sleep matters" in body
    assert "To come" in body
    assert world.users[Role.IRO_MANAGER].name in body
    compared = manager.get(url("compare")).content.decode()
    assert "1 question differs" in compared
    assert "Does the child sleep well?" in compared
    assert "Nothing differs" in manager.get(url("compare"), {"from": "2", "to": "2"}).content.decode()


def test_of_two_managers_the_second_is_told_and_their_words_stand(manager, draft):
    address = url("question", "legal_status_right")
    first, second = fields(manager, address), fields(manager, address)
    manager.post(address, {**first, "text": "Is the status right?"})

    refused = manager.post(address, {**second, "text": "Is it the right status?"})

    body = refused.content.decode()
    assert refused.status_code == 400
    assert "Somebody else changed this draft" in body
    assert "In the draft it now reads: “Is the status right?”" in body
    assert "Is it the right status?" in body
    again = {**second, "text": "Is it the right status?", "step": str(refused.context["step"])}
    manager.post(address, again)
    assert asked_now(draft).question("legal_status_right").text == "Is it the right status?"


@pytest.mark.parametrize(
    "address",
    [
        "/questions/nothing",
        "/questions/conference/draft",
        "/questions/child_in_care/versions/7",
        "/questions/child_in_care/compare?from=7",
        "/questions/child_in_care/draft/questions/gone",
        "/questions/child_in_care/draft/sections/gone",
        "/questions/child_in_care/draft/sections/gone/add",
    ],
)
def test_what_is_not_there(address, manager, draft):
    assert manager.get(address).status_code == 404
