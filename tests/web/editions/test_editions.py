"""Editions on screen: prepared, moved by four people, read the same after the records changed, and compared."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.care.actions import correct_episode
from holdfast.casework.editions.models import Edition
from holdfast.domain.edition_states import State
from holdfast.reports import editions as kept
from holdfast.reports import public
from holdfast.reports.annual.authority import Authority
from tests.builders import care, editions, people, publishing

pytestmark = pytest.mark.django_db


@pytest.fixture
def report(world) -> Edition:
    publishing.population(2017)
    return kept.prepare(
        kind="annual", year_ending=2017, authority=Authority("Testshire"), day=editions.DAY, by=None
    )


def page(client, name: str, *args, **query) -> str:
    answer = client.get(reverse(name, args=args), query)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def move(client, edition: Edition, what: str, **data: str):
    return client.post(reverse("edition_move", args=[edition.public_id, what]), data, follow=True)


def test_a_report_is_prepared_checked_signed_and_published_on_screen(world, as_role) -> None:
    people_of = world.users
    analyst, manager = as_role(Role.ANALYST), as_role(Role.IRO_MANAGER)
    senior, board = as_role(Role.SENIOR_MANAGER), as_role(Role.BOARD_READER)

    made = manager.post(reverse("edition_prepare"), {"kind": "annual", "year": "2016/17"}, follow=True)
    edition = Edition.objects.get()
    assert "Prepared in" in made.content.decode()
    assert "Annual report 2016/17, edition 1" in page(manager, "editions")

    refused = move(manager, edition, "check").content.decode()
    assert "it takes somebody else to mark it as checked" in refused
    move(analyst, edition, "check", seen=edition.digest, reason="Sums and notes.")
    assert "Sums and notes." in page(manager, "edition", edition.public_id)
    move(manager, edition, "sign")
    assert "No report is published yet" in page(board, "reports")
    move(senior, edition, "publish")

    edition.refresh_from_db()
    assert edition.state == State.PUBLISHED
    signed = f"{people_of[Role.IRO_MANAGER].name}, IRO manager, on "
    assert signed in page(board, "edition_published", edition.public_id)
    assert reverse("edition_published", args=[edition.public_id]) in page(board, "reports")
    assert "Independent reviewing officers" in page(board, "edition_published", edition.public_id)


def test_what_is_not_published_is_not_there_for_readers(world, as_role, report) -> None:
    board, senior = as_role(Role.BOARD_READER), as_role(Role.SENIOR_MANAGER)
    for client, name, args in (
        (board, "edition_published", []),
        (board, "edition_published_file", ["pdf"]),
        (senior, "edition", []),
        (senior, "edition_read", ["public"]),
    ):
        assert client.get(reverse(name, args=[report.public_id, *args])).status_code == 404
    assert board.get(reverse("edition", args=[report.public_id])).status_code == 403


def test_whoever_only_publishes_reads_the_public_version_alone(world, as_role, report) -> None:
    editions.brought_to(report, State.SIGNED)
    senior = as_role(Role.SENIOR_MANAGER)

    read = page(senior, "edition", report.public_id)

    assert "For the public" in read
    assert "For the service" not in read
    for name, args in (("edition_read", ["inside"]), ("edition_file", ["inside", "pdf"])):
        assert senior.get(reverse(name, args=[report.public_id, *args])).status_code == 403
    assert senior.get(reverse("edition_read", args=[report.public_id, "public"])).status_code == 200


def test_a_withdrawn_edition_stays_to_be_read_inside_and_leaves_everybody_else(
    world, as_role, report
) -> None:
    editions.brought_to(report, State.WITHDRAWN)

    inside = page(as_role(Role.ANALYST), "edition", report.public_id)
    assert "Withdrawn, not to be used." in inside
    assert "A figure was wrong." in inside
    text = page(as_role(Role.ANALYST), "edition_read", report.public_id, "inside")
    assert "withdrawn: not to be used" in text
    answer = as_role(Role.BOARD_READER).get(reverse("edition_published", args=[report.public_id]))
    assert answer.status_code == 404


@pytest.mark.parametrize("audience", ["inside", "public"])
def test_every_ink_prints_the_same_after_the_records_changed(world, as_role, report, audience) -> None:
    editions.brought_to(report, State.CHECKED)
    client = as_role(Role.ANALYST)

    def files() -> dict[str, bytes]:
        return {
            ink: client.get(reverse("edition_file", args=[report.public_id, audience, ink])).content
            for ink in ("html", "docx", "csv")
        }

    before = files()
    for nth in range(7):
        care.in_care(date(2016, 9, 1), people.child(f"Kit {nth}"))
    publishing.figure(publisher="us", table="age", group="10_15", denominator=10, numerator=3, value="30.0")

    assert files() == before
    assert len(before["html"]) > 10_000


def test_an_edition_keeps_which_numbers_its_public_copy_hides(report) -> None:
    held = kept.inputs_of(report)

    assert held.hides == public.settled(held).hides
    assert held.hides


def test_a_file_is_named_after_nobody_and_noted(world, as_role, report) -> None:
    answer = as_role(Role.ANALYST).get(reverse("edition_file", args=[report.public_id, "public", "csv"]))

    assert (
        answer["Content-Disposition"] == 'attachment; filename="annual-report-2016-17-edition-1-public.zip"'
    )
    assert "contents.csv" in zipfile.ZipFile(io.BytesIO(answer.content)).namelist()
    event = AuditEvent.objects.get(verb="edition.downloaded")
    assert event.detail == {"audience": "public", "format": "csv", "state": "draft"}


def test_what_moved_since_is_shown_with_its_rows_and_why(world, as_role, report) -> None:
    episode = world.alice.episodes.get()
    correct_episode(episode=episode, changes={"place": "U4"}, by=world.users[Role.IRO_MANAGER])
    care.in_care(date(2016, 9, 1), people.child("Kit Larch", sex="M"))
    manager = as_role(Role.IRO_MANAGER)

    moved = page(manager, "edition_moved", report.public_id)
    assert "have moved." in moved
    rows = page(manager, "edition_rows", report.public_id, "sex", "male", period="2016/17")
    assert "Kit Larch" in rows
    assert "Came" in rows
    placed = page(
        manager, "edition_rows", report.public_id, "placement_type", "foster", period="2016/17", of="base"
    )

    assert "Alice Arden" not in rows
    assert "the same" in placed
    event = AuditEvent.objects.filter(verb="edition.rows_compared").first()
    assert event.detail["children"]


def test_whose_children_they_are_not_are_counted_and_not_named(world, as_role, report) -> None:
    care.in_care(date(2016, 9, 1), people.child("Kit Larch", sex="M"))

    rows = page(as_role(Role.IRO), "edition_rows", report.public_id, "sex", "male", period="2016/17")

    assert "Kit Larch" not in rows
    assert "about children you cannot see" in rows


def test_the_words_of_a_draft_are_taken_anew_with_its_figures_kept(world, as_role, report) -> None:
    from holdfast.casework.publishing.actions import write_text

    write_text(year_ending=2017, slot="introduction", text="Our good year.", by=None)
    care.in_care(date(2016, 9, 1), people.child("Kit Larch", sex="M"))
    figures = kept.inputs_of(report).figures
    manager = as_role(Role.IRO_MANAGER)
    assert "Something was written in 1 place after" in page(manager, "edition", report.public_id)

    manager.post(reverse("edition_anew", args=[report.public_id, "words"]))
    report.refresh_from_db()
    assert kept.inputs_of(report).texts["introduction"] == "Our good year."
    assert kept.inputs_of(report).figures == figures

    manager.post(reverse("edition_anew", args=[report.public_id, "figures"]))
    report.refresh_from_db()
    assert kept.inputs_of(report).figures != figures


def test_a_draft_changed_meanwhile_is_not_checked_unread(world, as_role, report) -> None:
    seen = report.digest
    kept.rewrite_words(edition=report, by=None)
    Edition.objects.filter(pk=report.pk).update(digest="0" * 64)

    answer = move(as_role(Role.ANALYST), report, "check", seen=seen)

    assert "Read it again as it stands now" in answer.content.decode()


def test_an_address_that_leads_nowhere(world, as_role, report) -> None:
    manager = as_role(Role.IRO_MANAGER)
    for name, args, query in (
        ("edition_move", ["burn"], {}),
        ("edition_anew", ["paper"], {}),
        ("edition_read", ["aliens"], {}),
        ("edition_file", ["inside", "exe"], {}),
        ("edition_moved", [], {"with": "nonsense"}),
        ("edition_moved", [], {"with": str(report.public_id)}),
        ("edition_rows", ["nothing", "none"], {}),
        ("edition_rows", ["sex", "none"], {}),
        ("edition_rows", ["sex", "male"], {"period": "1066"}),
    ):
        assert manager.get(reverse(name, args=[report.public_id, *args]), query).status_code == 404, name


def test_what_is_hidden_is_listed_with_its_number_for_those_inside(world, as_role, report) -> None:
    text = page(as_role(Role.IRO_MANAGER), "edition_hidden", report.public_id)

    assert "hidden from the public: counts of 1 to 5" in text
    assert "Children and young people in care, excluding short breaks" in text
    assert AuditEvent.objects.filter(verb="edition.hidden_read").count() == 1
    editions.brought_to(report, State.PUBLISHED)
    senior = as_role(Role.SENIOR_MANAGER).get(reverse("edition_hidden", args=[report.public_id]))
    assert senior.status_code == 403
