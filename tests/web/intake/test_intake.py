"""Bringing a return in: read, judged, shown, loaded; or nothing at all."""

from __future__ import annotations

import os
import time
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from holdfast.casework.access.roles import Role
from holdfast.casework.care.models import Episode
from holdfast.casework.intake import actions
from holdfast.casework.intake.models import Mismatch, ReturnIntake
from holdfast.casework.intake.rules import SILENT_FOR, WAITS_FOR
from holdfast.casework.intake.states import State
from holdfast.casework.people import actions as people_actions
from holdfast.casework.people.models import Child
from holdfast.web.intake import job, parcel, tidying

HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nA1,2,01/05/2005,WBRI,,,\nB2,1,30/11/2010,MWBC,,,\n"
EPISODES = (
    "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
    "A1,02/05/2016,S,C2,N1,U6,PR1,,,,ZZ1 1AA,ZZ1 1AA,\n"
    "B2,07/11/2016,S,V2,N1,U6,PR1,,,,ZZ1 1AA,ZZ1 1AA,\n"
)
REVIEWS = "CHILD,DOB,REVIEW,REVIEW_CODE\nA1,01/05/2005,27/05/2016,PN1\nB2,30/11/2010,02/12/2016,PN0\n"


def files(**changed: str) -> dict:
    tables = {"header": HEADER, "episodes": EPISODES, "reviews": REVIEWS, **changed}
    return {
        "files": [SimpleUploadedFile(f"{name}.csv", text.encode()) for name, text in tables.items()],
        "year": "",
    }


def bring(client, **changed: str) -> ReturnIntake:
    response = client.post(reverse("intake_new"), files(**changed))
    assert response.status_code == 302, response.context["form"].errors
    return ReturnIntake.objects.latest("id")


def page_of(client, intake: ReturnIntake):
    return client.get(reverse("intake_one", args=[intake.public_id]))


@pytest.fixture
def client(as_role):
    return as_role(Role.ANALYST)


def test_reading_shows_what_would_change_and_changes_nothing(client):
    before = (Child.objects.count(), Episode.objects.count())

    intake = bring(client)

    assert intake.state == State.WAITING
    assert (Child.objects.count(), Episode.objects.count()) == before
    changes = {change.kind: change.added for change in page_of(client, intake).context["intake"].changes}
    assert (changes["children"], changes["episodes of care"], changes["reviews"]) == (2, 2, 2)


def test_loading_does_what_was_said_and_removes_the_files(client):
    intake = bring(client)
    said = page_of(client, intake).context["intake"].changes

    client.post(reverse("intake_load", args=[intake.public_id]))

    intake.refresh_from_db()
    assert intake.state == State.LOADED
    assert Child.objects.get(number="A1").episodes.count() == 1
    assert page_of(client, intake).context["intake"].changes == said
    assert not parcel.parcel_of(intake.public_id).exists()


def test_bringing_the_same_in_again_is_said_to_change_nothing(client):
    client.post(reverse("intake_load", args=[bring(client).public_id]))

    assert page_of(client, bring(client)).context["intake"].changes_nothing


def test_an_error_is_listed_by_file_row_and_column_and_nothing_is_loaded(client):
    intake = bring(client, episodes=EPISODES.replace("02/05/2016", "2nd of May"))

    body = page_of(client, intake).content.decode()
    fault = intake.findings.get()
    assert intake.state == State.REFUSED
    assert (fault.row, fault.column) == (2, "DECOM")
    assert "nothing of it was loaded" in body
    assert "2nd of May" in body
    assert not parcel.parcel_of(intake.public_id).exists()


def test_where_errors_are_only_counted_the_page_and_the_download_say_so(client):
    rows = "".join(f"C{n},2,never,WBRI,,,\n" for n in range(25))
    intake = bring(client, header=HEADER + rows)

    body = page_of(client, intake).content.decode()
    lines = client.get(reverse("intake_faults_download", args=[intake.public_id])).content.decode("utf-8-sig")
    assert "More than 20 errors: nothing of it was loaded" in body
    assert "the first 20 errors are listed, here and in the download" in body
    assert len(lines.splitlines()) == 1 + 21
    assert "21 of 21 lines" in body
    assert "and 5 more like these" in lines


def test_the_page_says_which_tables_are_checked_but_not_kept(client):
    intake = bring(client)
    before = page_of(client, intake).content.decode()
    client.post(reverse("intake_load", args=[intake.public_id]))
    after = page_of(client, intake).content.decode()

    tables = "AD1, PlacedAdoption, PrevPerm, Missing, SWEpisodes, DoLo: if the return has these tables, they"
    assert f"{tables} are read and checked, but this version keeps no records of them" in before
    assert f"{tables} were read and checked, but this version keeps no records of them" in after


def test_files_are_called_by_the_names_they_came_with(client):
    broken = bring(client, episodes=EPISODES.replace("02/05/2016", "2nd of May"))
    understood = bring(client)

    assert broken.findings.get().file == "upload/episodes.csv"
    assert understood.findings.get().file == "upload/reviews.csv"


def test_warnings_are_listed_by_type_and_by_child_and_as_csv(client):
    intake = bring(client)
    page = page_of(client, intake)

    types = page.context["intake"].warning_types
    assert [(title, count) for _, title, count in types] == [("PN0 for a child aged four or over", 1)]
    listed = client.get(reverse("intake_warnings", args=[intake.public_id]))
    (child,) = listed.context["children"]
    assert child["child_number"] == "B2"
    one = client.get(reverse("intake_warnings", args=[intake.public_id]) + f"?like={child['like']}")
    assert one.context["listing"].total == 1
    lines = client.get(reverse("intake_warnings_download", args=[intake.public_id])).content.decode(
        "utf-8-sig"
    )
    assert [line.split(",")[2] for line in lines.splitlines()[1:]] == ["B2"]


def test_leaving_it_unloaded_removes_the_files(client):
    intake = bring(client)

    client.post(reverse("intake_give_up", args=[intake.public_id]))

    intake.refresh_from_db()
    assert intake.state == State.INTERRUPTED
    assert not parcel.parcel_of(intake.public_id).exists()
    assert not Child.objects.filter(number="A1").exists()


def test_a_process_that_is_gone_leaves_the_import_broken_off_and_nothing_loaded(client, world):
    intake = actions.receive(by=world.users[Role.ANALYST])
    intake.process = "elsewhere:1:x-1"
    intake.alive_at = timezone.now() - SILENT_FOR
    intake.save()

    body = page_of(client, intake).content.decode()
    listed = client.get(reverse("intake")).content.decode()

    intake.refresh_from_db()
    assert intake.state == State.READING  # looking writes nothing
    assert "Nothing of it was loaded" in body
    assert "was stopped or restarted before it had finished" in body
    assert "Broken off; nothing was loaded" in listed


def test_one_that_was_cut_off_does_not_keep_the_next_from_loading(client, world):
    dead = actions.receive(by=None)
    actions.has_been_read(intake=dead, years=[2016], refused=False, by=None)
    actions.begin_loading(intake=dead, by=None)
    ReturnIntake.objects.filter(pk=dead.pk).update(process="gone", alive_at=timezone.now() - SILENT_FOR)

    intake = bring(client)
    client.post(reverse("intake_load", args=[intake.public_id]))

    intake.refresh_from_db()
    dead.refresh_from_db()
    assert (intake.state, dead.state) == (State.LOADED, State.INTERRUPTED)


def test_a_second_press_leaves_the_import_that_loads_alone(client, world):
    intake = bring(client)
    actions.begin_loading(intake=intake, by=None)

    job.start_loading(intake, world.users[Role.ANALYST])

    intake.refresh_from_db()
    assert (intake.state, intake.message) == (State.LOADING, "")
    assert parcel.contents(intake.public_id)


def test_who_comes_while_another_import_loads_is_told_to_try_again(client, world):
    intake = bring(client)
    other = actions.receive(by=None)
    actions.has_been_read(intake=other, years=[2016], refused=False, by=None)
    actions.begin_loading(intake=other, by=None)

    response = client.post(reverse("intake_load", args=[intake.public_id]), follow=True)

    intake.refresh_from_db()
    assert intake.state == State.WAITING
    assert "Wait until it has ended, then load yours" in response.content.decode()


def test_the_files_of_imports_that_ended_and_of_nobody_are_removed(client, world):
    waiting, ended, young, old = bring(client), actions.receive(by=None), uuid4(), uuid4()
    actions.has_been_read(intake=ended, years=[2016], refused=True, by=None)
    for intake_id in (ended.public_id, young, old):
        parcel.parcel_of(intake_id).mkdir()
    long_ago = time.time() - tidying.SECONDS_TO_PACK - 5
    os.utime(parcel.parcel_of(old), (long_ago, long_ago))

    client.get(reverse("intake"))

    lying = {path.name for path in parcel.parcel_of(old).parent.iterdir()}
    assert lying == {str(waiting.public_id), str(young)}


def test_an_import_left_waiting_for_a_week_is_given_up_with_its_files(client):
    intake = bring(client)
    ReturnIntake.objects.update(alive_at=timezone.now() - WAITS_FOR)

    tidying.tidy()

    assert not parcel.parcel_of(intake.public_id).exists()
    assert "within 7 days" in page_of(client, intake).content.decode()


def test_what_broken_off_uploads_left_is_removed(settings, tmp_path):
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "uploading"
    settings.FILE_UPLOAD_TEMP_DIR.mkdir()
    (settings.FILE_UPLOAD_TEMP_DIR / "half.upload").write_bytes(b"x")

    tidying.empty_upload_folder()

    assert list(settings.FILE_UPLOAD_TEMP_DIR.iterdir()) == []


def test_a_page_opened_while_it_reads_shows_how_far_it_is(client, world):
    intake = actions.receive(by=world.users[Role.ANALYST])
    actions.tell_progress(intake=intake, step="Reading episodes.csv", progress=42)

    body = page_of(client, intake).content.decode()
    part = client.get(reverse("intake_progress", args=[intake.public_id]))

    assert '<noscript><meta http-equiv="refresh" content="4"></noscript>' in body
    assert "Reading episodes.csv" in part.content.decode()
    assert "X-Finished" not in part.headers


def test_the_moving_part_says_when_it_has_finished(client):
    part = client.get(reverse("intake_progress", args=[bring(client).public_id]))

    assert part.headers["X-Finished"] == "1"


def test_an_error_of_ours_stops_it_with_nothing_loaded(client, monkeypatch):
    def broken(*args: object, **kwargs: object) -> None:
        raise RuntimeError("A1 was born on 1 May 2005")

    monkeypatch.setattr(job, "read", broken)
    intake = bring(client)

    body = page_of(client, intake).content.decode()
    assert intake.state == State.FAILED
    assert "RuntimeError" in body
    assert "Nothing was loaded" in body
    assert "1 May 2005" not in body


def test_an_upload_beyond_the_limit_is_let_go(client, settings):
    settings.UPLOAD_LIMIT_BYTES = 500

    response = client.post(reverse("intake_new"), files())

    assert response.status_code == 400
    assert "The files are larger than" in response.content.decode()
    assert not ReturnIntake.objects.exists()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("letter.docx", b"x", "letter.docx is neither CSV, XML nor zip"),
        ("header.csv", b"", "One of the files is empty"),
        ("broken.zip", b"PK", "broken.zip cannot be opened as a zip"),
    ],
)
def test_what_is_no_return_is_named_before_anything_is_kept(client, name: str, content: bytes, said: str):
    response = client.post(reverse("intake_new"), {"files": SimpleUploadedFile(name, content), "year": ""})

    assert response.status_code == 400
    assert said in response.content.decode()
    assert not ReturnIntake.objects.exists()


def test_no_file_at_all_is_asked_for(client):
    response = client.post(reverse("intake_new"), {"year": ""})

    assert "Choose the files of the return" in response.content.decode()


def test_what_was_typed_stays_and_the_difference_is_settled_by_a_person(client, as_role, world):
    client.post(reverse("intake_load", args=[bring(client).public_id]))
    child = Child.objects.get(number="A1")
    manager = world.users[Role.IRO_MANAGER]
    people_actions.correct_child(child=child, changes={"ethnicity": "WIRI"}, by=manager)
    client.post(reverse("intake_load", args=[bring(client, header=HEADER.replace("WBRI", "WOTH")).public_id]))
    child.refresh_from_db()
    assert child.ethnicity == "WIRI"

    mismatch = Mismatch.objects.get(settled_at__isnull=True)
    page = client.get(reverse("intake_differences"))
    (difference,) = page.context["listing"].rows
    assert difference.what == "Child: ethnicity (ETHNIC)"
    client.post(reverse("intake_settle", args=[mismatch.public_id]), {"keep": "return"})

    child.refresh_from_db()
    assert child.ethnicity == "WOTH"
    again = client.post(reverse("intake_settle", args=[mismatch.public_id]), {"keep": "ours"}, follow=True)
    assert "settled already" in again.content.decode()


def test_an_answer_that_is_none_settles_nothing(client, world):
    client.post(reverse("intake_load", args=[bring(client).public_id]))
    intake = ReturnIntake.objects.latest("id")
    mismatch = Mismatch.objects.create(
        intake=intake, child=world.alice, record_type="people.Child", record_id=world.alice.pk,
        field="sex", ours="F", returned="M",
    )  # fmt: skip

    assert (
        client.post(reverse("intake_settle", args=[mismatch.public_id]), {"keep": "both"}).status_code == 404
    )
