from __future__ import annotations

import stat
from pathlib import Path

import pytest

from holdfast.config.data_folder import data_folder, secret_key


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


def test_without_a_name_it_lies_beside_the_project(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HOLDFAST_DATA", raising=False)

    folder = data_folder()

    assert folder.name == ".holdfast"
    assert (folder.parent / "pyproject.toml").exists()
