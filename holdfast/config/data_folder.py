"""Where this service keeps what it must not lose: its database and its secret key."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]


def data_folder() -> Path:
    """The folder named by HOLDFAST_DATA, or `.holdfast` beside the project; made on first use, for us alone.

    An installed package has no project around it: there it is `.holdfast` where the command was given.
    """
    around = PROJECT if (PROJECT / "pyproject.toml").exists() else Path.cwd()
    folder = Path(os.environ.get("HOLDFAST_DATA") or around / ".holdfast").expanduser().resolve()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


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
