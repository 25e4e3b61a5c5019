"""Returns are taken at one address, from those who may bring data in; nowhere is a byte of another file kept."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.test import Client
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.casework.intake.models import ReturnIntake


@pytest.fixture
def kept(monkeypatch) -> list[str]:
    """The names of the files for which a place on the disk was made."""
    names: list[str] = []
    new_file = TemporaryFileUploadHandler.new_file

    def noted(self, field_name, file_name, *args, **kwargs):
        names.append(file_name)
        return new_file(self, field_name, file_name, *args, **kwargs)

    monkeypatch.setattr(TemporaryFileUploadHandler, "new_file", noted)
    return names


def upload(client: Client, address: str):
    return client.post(address, {"files": SimpleUploadedFile("header.csv", b"CHILD\n" * 10), "year": ""})


@pytest.mark.parametrize("strict", [True, False], ids=["without the token", "with it"])
def test_nobody_and_other_roles_leave_nothing_on_the_disk(strict: bool, world, kept):
    stranger, officer = Client(enforce_csrf_checks=strict), Client(enforce_csrf_checks=strict)
    officer.force_login(world.users[Role.IRO])

    assert upload(stranger, reverse("intake_new")).status_code == 302
    assert upload(stranger, reverse("sign_in")).status_code in (
        400,
        403,
    )  # 403: not even a cookie came with it
    assert upload(officer, reverse("intake_new")).status_code == 403
    assert upload(officer, reverse("children_search")).status_code in (400, 403)
    assert kept == []


def test_who_may_still_needs_the_token_of_our_own_form(world, kept):
    analyst = Client(enforce_csrf_checks=True)
    analyst.force_login(world.users[Role.ANALYST])

    response = upload(analyst, reverse("intake_new"))

    assert response.status_code == 403
    assert "This form can no longer be sent" in response.content.decode()
    assert not ReturnIntake.objects.exists()


def test_who_may_brings_files_in(as_role, kept):
    assert upload(as_role(Role.ANALYST), reverse("intake_new")).status_code == 302
    assert kept == ["header.csv"]
