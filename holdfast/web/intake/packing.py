"""Putting an upload on the disk without trusting it: neither its names, nor its paths, nor the sizes it states.

Everything is written under numbers, so that no name can be too long, climb out or stand in the way of another; the
name a file came with is kept beside it for messages.
"""

from __future__ import annotations

import errno
import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from holdfast.web.intake.given_names import FILE, FOLDER

#: More files than any set of returns has; an upload with more was made to fill a disk.
MOST_FILES = 300
#: How much larger than the limit for uploads all its files together may be once they are opened.
OPENED_LIMIT = 5
#: Where files that came on their own lie together, as messages name it.
LOOSE = "upload"
_CHUNK = 1 << 20
_UNSAFE = re.compile(r"[^\w .()-]")
#: What damage in a zip may raise while it is read, beside an OSError.
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    NotImplementedError,
    EOFError,
    RuntimeError,
    ValueError,
)


class CannotUnpack(Exception):
    """The upload is not something to read; the message says which file and why."""


class Packing:
    """One upload on its way into ``folder``; its zips and loose files share one allowance of bytes and files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.left = settings.UPLOAD_LIMIT_BYTES * OPENED_LIMIT
        #: number -> the name somebody knows the folder or file by
        self.given: dict[str, str] = {}
        self._folders: dict[tuple[str, ...], str] = {}
        self._files = 0

    def add(self, file: UploadedFile) -> None:
        """Keep a file, or what is in it if it is a zip. Raises CannotUnpack."""
        name = _shown(file.name or "file")
        if name.lower().endswith(".zip"):
            self._add_zip(file, name, f"zip {len(self._folders)}")
        else:
            self._write(file.chunks(), self._folder((LOOSE,), LOOSE), name, name)

    def _add_zip(self, file: UploadedFile, label: str, own: str) -> None:
        try:
            with zipfile.ZipFile(file) as archive:
                for member, inside in _wanted(archive, label):
                    parts = [_shown(part) for part in inside.parts[:-1] if part not in ("/", "..", ".")]
                    folder = self._folder((own, *inside.parts[:-1]), "/".join(parts)[-100:] or label)
                    with archive.open(member) as content:
                        self._write(_chunks(content), folder, _shown(inside.name), label)
        except _DAMAGE as error:
            raise _damaged(label) from error
        except OSError as error:
            # a stream that is damaged or leads outside the file, as against a disk that is full
            if error.errno not in (None, errno.EINVAL):
                raise
            raise _damaged(label) from error

    def _folder(self, key: tuple[str, ...], shown: str) -> str:
        """The number of a folder; a second one of the same name is told apart."""
        if key not in self._folders:
            number = FOLDER.format(len(self._folders) + 1)
            again = sum(name == shown or name.startswith(f"{shown} (") for name in self.given.values())
            self._folders[key] = number
            self.given[number] = f"{shown} ({again + 1})" if again else shown
        return self._folders[key]

    def _write(self, chunks: Iterable[bytes], folder: str, name: str, label: str) -> None:
        shown = f"{self.given[folder]}/{name}"
        if shown in self.given.values():
            raise CannotUnpack(f"{name} is there twice. Leave one of the two out.")
        self._files += 1
        if self._files >= MOST_FILES:
            raise CannotUnpack(f"There are too many files. A set of returns has fewer than {MOST_FILES}.")
        number = FILE.format(self._files, PurePosixPath(name).suffix.lower())
        self.given[number] = shown
        (self.folder / folder).mkdir(mode=0o700, parents=True, exist_ok=True)
        with (self.folder / folder / number).open("xb") as out:
            for chunk in chunks:
                self.left -= len(chunk)
                if self.left < 0:
                    raise CannotUnpack(
                        f"{label} is far larger inside than a set of returns. Nothing of it was read."
                    )
                out.write(chunk)


def _wanted(archive: zipfile.ZipFile, label: str) -> list[tuple[zipfile.ZipInfo, PurePosixPath]]:
    """The tables in a zip. Raises CannotUnpack where there are none, too many, or they are locked."""
    inside = [(m, PurePosixPath(m.filename.replace("\\", "/"))) for m in archive.infolist() if not m.is_dir()]
    wanted = [(member, path) for member, path in inside if _is_wanted(path)]
    if len(wanted) > MOST_FILES:
        raise CannotUnpack(
            f"{label} holds {len(wanted):,} files. A set of returns has fewer than {MOST_FILES}."
        )
    if not wanted:
        raise CannotUnpack(f"{label} holds no CSV and no XML file.")
    if any(member.flag_bits & 0x1 for member, _ in wanted):
        raise CannotUnpack(f"{label} is locked with a password. Make it again without one.")
    return wanted


def _is_wanted(inside: PurePosixPath) -> bool:
    hidden = any(part.startswith((".", "__MACOSX")) for part in inside.parts if part not in (".", ".."))
    return not hidden and inside.suffix.lower() in (".csv", ".xml")


def _damaged(label: str) -> CannotUnpack:
    return CannotUnpack(f"{label} cannot be opened as a zip. It may be cut short or damaged; make it again.")


def _chunks(content: Any) -> Iterator[bytes]:
    while chunk := content.read(_CHUNK):
        yield chunk


def _shown(name: str) -> str:
    """A name as it may stand in a message: its last part, without anything that moves a cursor."""
    bare = _UNSAFE.sub("_", PurePosixPath(name.replace("\\", "/")).name).strip(". ")[-100:]
    return bare or "file"
