"""The footprint on its page and on the child's line, praise given and received, and who sees which of it."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.footprint.models import Entry, Praise
from holdfast.casework.people.models import Worker
from tests.builders import footprint as build
from tests.builders import people, reviews

SEES = (Role.IRO, Role.IRO_MANAGER, Role.SOCIAL_WORKER, Role.TEAM_MANAGER)
SEES_NOT = (Role.BUSINESS_SUPPORT, Role.ANALYST)


@pytest.fixture
def jo(world):
    return Worker.objects.get(name="Jo Reed")


@pytest.fixture
def disputed(world, jo):
    build.entry(world.alice)
    build.entry(world.alice, date(2016, 9, 6), kind="challenge", text="Asked why.")
    build.praise(world.alice, jo)
    return build.stage(build.concern(world.alice), asked=jo)


def get(client, name, *args, query=""):
    answer = client.get(reverse(name, args=args) + query)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("role", SEES)
@pytest.mark.parametrize("page", ["child", "footprint"])
def test_who_reads_concerns_sees_them_on_the_line(page, role, world, as_role, disputed):
    html = get(as_role(role), page, world.alice.public_id)

    for words in ("Concern raised", "Informal opened, asked of Jo Reed", "Challenge", "Praise for Jo Reed"):
        assert words in html


@pytest.mark.parametrize("role", SEES_NOT)
@pytest.mark.parametrize("page", ["child", "footprint"])
def test_who_does_not_sees_no_trace_of_a_dispute(page, role, world, as_role, disputed):
    html = get(as_role(role), page, world.alice.public_id).split("<main")[1]

    for words in ("oncern", "Informal", "Challenge", "Asked why", "Praise"):
        assert words not in html
    assert "Contact with the child" in html


def test_an_entry_is_typed_refused_and_saved(world, as_role):
    client, address = as_role(Role.IRO), reverse("footprint_enter", args=[world.alice.public_id])

    refused = client.post(address, {"happened_on_0": "1", "happened_on_1": "4", "happened_on_2": "2017"})
    assert refused.status_code == 400
    assert "Say what you did." in refused.content.decode()
    day = {"happened_on_0": "1", "happened_on_1": "4", "happened_on_2": "2017"}
    late = client.post(address, {"kind": "contact", "text": "Rang.", **day})
    assert "This day is still to come" in late.content.decode()
    saved = client.post(
        address, {"kind": "contact", "text": "Rang.", **day, "happened_on_1": "3"}, follow=True
    )
    assert "It stands on the child’s line and is counted." in saved.content.decode()
    assert Entry.objects.get().officer.name == "Sam Fielding"


def test_an_entry_is_taken_back_and_put_back(world, as_role):
    client, entry = as_role(Role.IRO), build.entry(world.alice)
    args = [world.alice.public_id, entry.public_id]

    gone = client.post(reverse("footprint_take_back", args=args), follow=True).content.decode()
    assert "Nothing is on record yet" in gone
    assert "Put it back" in gone
    client.post(reverse("footprint_put_back", args=args))
    entry.refresh_from_db()
    assert entry.taken_back_on is None


def test_the_footprint_is_filtered_by_kind_and_written_in_the_diary(world, as_role, disputed):
    client = as_role(Role.IRO)

    html = get(client, "footprint", world.alice.public_id, query="?kind=praise").split("hf-timeline")[1]

    assert "Praise for Jo Reed" in html
    assert "Concern raised" not in html
    assert get(client, "footprint", world.alice.public_id, query="?kind=none")
    assert AuditEvent.objects.filter(verb="footprint.read", detail={}).count() == 2


def test_praise_is_sent_to_the_worker_about_a_review(world, as_role, jo):
    client = as_role(Role.IRO)
    address = reverse("praise_give", args=[world.alice.public_id])
    typed = {"worker": str(jo.public_id), "theme": "voice", "text": "Heard her."}

    wrong = client.post(address, {**typed, "worker": "nobody"})
    assert wrong.status_code == 400
    saved = client.post(f"{address}?review={world.review.public_id}", typed, follow=True).content.decode()

    assert "Jo Reed and Pat Hollis find it under “My work”." in saved
    assert Praise.objects.get().review == world.review


def test_a_review_of_another_child_is_not_there(world, as_role):
    other = reviews.review(world.benedict, date(2016, 12, 1))
    address = reverse("praise_give", args=[world.alice.public_id])

    for query in (f"?review={other.public_id}", "?review=odd"):
        assert as_role(Role.IRO).get(address + query).status_code == 404


def test_the_praised_worker_finds_it_on_their_desk_and_has_seen_it_once_opened(world, as_role, jo):
    praise = build.praise(world.alice, jo)
    worker, manager = as_role(Role.SOCIAL_WORKER), as_role(Role.TEAM_MANAGER)

    assert "what is new: 1" in get(worker, "home")
    assert get(manager, "praise_received").count("Heard") == 0
    praise.refresh_from_db()
    assert praise.seen_on is None, "the manager’s reading is not the worker’s"
    assert ">New<" in get(worker, "praise_received")
    praise.refresh_from_db()
    assert praise.seen_on == date(2017, 3, 31)
    assert ">New<" not in get(worker, "praise_received")
    assert "praise_received" not in get(as_role(Role.BUSINESS_SUPPORT), "home")


def test_praise_of_a_child_who_is_not_with_the_worker_now_names_no_child(world, as_role, jo):
    build.praise(world.benedict, jo)

    html = get(as_role(Role.SOCIAL_WORKER), "praise_received")

    assert "Benedict Birch" not in html
    assert "about a child or young person who is not with you now" in html


def test_the_list_of_praise_is_of_ones_own_children_by_theme_and_team(world, as_role, jo):
    jo.team = "North"
    jo.save()
    build.praise(world.alice, jo)
    build.praise(world.benedict, people.worker("Kim Other"), theme="plan", text="Benedict’s plan.")

    officer, manager = as_role(Role.IRO), as_role(Role.IRO_MANAGER)
    assert "Benedict’s plan." not in get(officer, "praise")
    assert "Benedict’s plan." in get(manager, "praise")
    assert "Benedict’s plan." not in get(manager, "praise", query="?theme=voice&team=North")
    assert "No praise fits this choice." in get(manager, "praise", query="?theme=plan&team=North")


@pytest.mark.parametrize(
    ("name", "query"), [("footprint", ""), ("praise_give", ""), ("praise", ""), ("praise_received", "")]
)
def test_what_is_typed_is_never_taken_for_markup(name, query, world, as_role, jo):
    build.praise(world.alice, jo, text="<script>alert(1)</script>")
    args = [] if name.startswith("praise") and name != "praise_give" else [world.alice.public_id]

    assert "<script>alert" not in get(as_role(Role.IRO), name, *args)
