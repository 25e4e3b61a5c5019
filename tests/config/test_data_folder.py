from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from holdfast.config.data_folder import OpenToOthers, data_folder, secret_key


def test_the_key_is_made_once_for_this_account_only(tmp_path: Path) -> None:
    first = secret_key(tmp_path)

    assert secret_key(tmp_path) == first
    assert len(first) >= 50
    assert [p.name for p in tmp_path.iterdir()] == ["secret-key"]
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600


def test_two_services_have_two_keys(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()

    assert secret_key(tmp_path / "a") != secret_key(tmp_path / "b")


def test_the_folder_is_the_one_named_and_closed_to_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOLDFAST_DATA", str(tmp_path / "new" / "one"))

    folder = data_folder()

    assert folder == tmp_path / "new" / "one"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def open_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder made beforehand as most are: others can read it, and the database in it."""
    folder = tmp_path / "made-before"
    folder.mkdir()
    folder.chmod(0o755)
    monkeypatch.setenv("HOLDFAST_DATA", str(folder))
    return folder


def test_a_folder_made_beforehand_is_closed_to_others(open_folder: Path) -> None:
    database = open_folder / "holdfast.sqlite3"
    database.touch()
    database.chmod(0o644)

    data_folder()

    assert (mode(open_folder), mode(database)) == (0o700, 0o600)


def test_a_folder_of_another_account_is_refused_when_others_can_read_it(
    open_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: open_folder.stat().st_uid + 1)

    with pytest.raises(OpenToOthers, match="Set HOLDFAST_DATA to a folder that belongs to this account only"):
        data_folder()

    open_folder.chmod(0o700)
    assert data_folder() == open_folder


def test_a_folder_for_everybody_is_not_taken_from_them(open_folder: Path) -> None:
    open_folder.chmod(0o1777)

    with pytest.raises(OpenToOthers):
        data_folder()

    assert mode(open_folder) == 0o1777


@pytest.mark.parametrize(
    "door",
    [
        "import holdfast.config.wsgi",
        "from holdfast.config.cli import main; main(['manage', 'check'], standalone_mode=False)",
    ],
)
def test_what_the_service_writes_is_for_its_own_account(open_folder: Path, door: str) -> None:
    code = f"import os; os.umask(0o022)\n{door}\nfrom django.db import connection; connection.connect()\n"
    code += "from uuid import uuid4; from django.core.files.uploadedfile import SimpleUploadedFile as File\n"
    code += "from holdfast.web.intake.parcel import pack; pack(uuid4(), [File('b.csv', b'x')], None)"
    env = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}

    subprocess.run([sys.executable, "-c", code], check=True, env=env, cwd=Path(__file__).parents[2])

    files = [path for path in open_folder.rglob("*") if path.is_file()]
    assert {path.name for path in files} >= {"holdfast.sqlite3", "secret-key", "file-0001.csv"}
    assert {mode(path) for path in files} == {0o600}


def test_without_a_name_it_lies_beside_the_project(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HOLDFAST_DATA", raising=False)

    folder = data_folder()

    assert folder.name == ".holdfast"
    assert (folder.parent / "pyproject.toml").exists()
