"""Where this service keeps what it must not lose: its database and its secret key."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]


#: what anybody but its owner may do with a file
_OTHERS = stat.S_IRWXG | stat.S_IRWXO
#: the files in it that hold records or keys, should they have been made when others could still read them
_KEPT = ("*.sqlite3", "*.sqlite3-*", "secret-key")


class OpenToOthers(Exception):
    """Other accounts of this machine can read the folder, and it is not ours to close."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"Other accounts of this machine can read {folder}, where the records would lie, and Holdfast may not "
            "close it. Set HOLDFAST_DATA to a folder that belongs to this account only: one that is not there yet is "
            "made so."
        )


def keep_files_to_ourselves() -> None:
    """What this process writes from here on can be read by its own account only. For the doors we start by."""
    os.umask(0o077)


def data_folder() -> Path:
    """The folder named by HOLDFAST_DATA, or `.holdfast` beside the project; made on first use, for us alone.

    An installed package has no project around it: there it is `.holdfast` where the command was given. One that
    is there already is closed to other accounts. Raises OpenToOthers where that is not ours to do.
    """
    around = PROJECT if (PROJECT / "pyproject.toml").exists() else Path.cwd()
    folder = Path(os.environ.get("HOLDFAST_DATA") or around / ".holdfast").expanduser().resolve()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    _close(folder)
    return folder


def _close(folder: Path) -> None:
    there = folder.stat()
    if there.st_mode & _OTHERS:
        # a folder with the sticky bit, such as /tmp, is everybody's even where it belongs to this account
        if there.st_uid != os.geteuid() or there.st_mode & stat.S_ISVTX:
            raise OpenToOthers(folder)
        folder.chmod(0o700)
    for file in (file for pattern in _KEPT for file in folder.glob(pattern)):
        with contextlib.suppress(
            FileNotFoundError
        ):  # SQLite removes its files beside the database when it is closed
            if file.stat().st_mode & _OTHERS and file.stat().st_uid == os.geteuid():
                file.chmod(0o600)


def secret_key(folder: Path) -> str:
    """The key that signs sessions: made once, readable by this account only, never in the repository."""
    path = folder / "secret-key"
    draft = folder / f"secret-key.{secrets.token_hex(8)}"
    if not path.exists():
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(50))
        try:
            os.link(draft, path)  # of two processes that start together, one makes the key and both read it
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text()
