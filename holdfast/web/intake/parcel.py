"""What was uploaded, put where the reader finds it: folders of CSV files and XML files, zips opened with care.

A parcel lies in a folder of its own for as long as its import lasts, and is removed with its end.
"""

from __future__ import annotations

import json
import re
import shutil
import time
import zipfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from holdfast.domain.reporting_year import ReportingYear
from holdfast.returns.ssda903.return_path import ReturnPath

#: More files than any set of returns has; a zip with more was made to fill a disk.
MOST_FILES = 300
#: How much larger than its limit for uploads an opened zip may be.
OPENED_LIMIT = 5
KINDS = (".csv", ".xml", ".zip")
_CHUNK = 1 << 20
_UNSAFE = re.compile(r"[^\w .()-]")


class CannotUnpack(Exception):
    """The upload is not something to read; the message says which file and why."""


def parcel_of(intake_id: UUID) -> Path:
    return Path(settings.MEDIA_ROOT) / str(intake_id)


def pack(intake_id: UUID, files: Iterable[UploadedFile], year: ReportingYear | None) -> None:
    """Keep the files of one import. Raises CannotUnpack; then nothing of it is kept."""
    parcel = parcel_of(intake_id)
    parcel.mkdir(mode=0o700, parents=True)
    try:
        for nth, file in enumerate(files):
            name = _safe(file.name or "file")
            if name.lower().endswith(".zip"):
                _unzip(file, name, parcel / "files" / f"{nth}")
            else:
                _write(file.chunks(), parcel / "files" / "loose" / "upload" / name)
        _note(parcel, "year", year.name if year else None)
    except BaseException:
        shutil.rmtree(parcel, ignore_errors=True)
        raise


def contents(intake_id: UUID) -> list[ReturnPath]:
    """The returns in a parcel: every folder that holds CSV files, and every XML file."""
    parcel = parcel_of(intake_id)
    named = read_note(intake_id, "year")
    year = ReportingYear.parse(named) if named else None
    files = sorted(path for path in (parcel / "files").rglob("*") if path.is_file())
    folders = dict.fromkeys(path.parent for path in files if path.suffix.lower() == ".csv")
    xml = [path for path in files if path.suffix.lower() == ".xml"]
    return [ReturnPath(path, year) for path in (*folders, *xml)]


def discard(intake_id: UUID) -> None:
    """Remove the uploaded files: the record holds what was loaded, and the findings what was wrong."""
    shutil.rmtree(parcel_of(intake_id), ignore_errors=True)


def write_note(intake_id: UUID, name: str, value: Any) -> None:
    """Leave word beside the files for another process of the service: how far it is, what it would change."""
    _note(parcel_of(intake_id), name, value)


def read_note(intake_id: UUID, name: str) -> Any:
    try:
        return json.loads((parcel_of(intake_id) / f"{name}.json").read_text())
    except FileNotFoundError:
        return None


def remove_note(intake_id: UUID, name: str) -> None:
    (parcel_of(intake_id) / f"{name}.json").unlink(missing_ok=True)


def is_fresh(intake_id: UUID, name: str, seconds: float) -> bool:
    """Whether word was left within the last so many seconds."""
    try:
        return time.time() - (parcel_of(intake_id) / f"{name}.json").stat().st_mtime < seconds
    except FileNotFoundError:
        return False


def _note(parcel: Path, name: str, value: Any) -> None:
    if parcel.is_dir():  # the import may have been given up meanwhile
        draft = parcel / f"{name}.draft"
        draft.write_text(json.dumps(value))
        draft.replace(parcel / f"{name}.json")


def _unzip(file: UploadedFile, label: str, into: Path) -> None:
    """Open a zip without trusting it: neither its paths, nor the sizes it states, nor its number of files."""
    allowed = settings.UPLOAD_LIMIT_BYTES * OPENED_LIMIT
    try:
        with zipfile.ZipFile(file) as archive:
            members = [m for m in archive.infolist() if not m.is_dir() and _is_wanted(m.filename)]
            if len(members) > MOST_FILES:
                raise CannotUnpack(
                    f"{label} holds {len(members):,} files. A set of returns has fewer than {MOST_FILES}."
                )
            if not members:
                raise CannotUnpack(f"{label} holds no CSV and no XML file.")
            for member in members:
                if member.flag_bits & 0x1:
                    raise CannotUnpack(f"{label} is locked with a password. Make it again without one.")
                inside = PurePosixPath(member.filename.replace("\\", "/"))
                folder = (
                    "-".join(_safe(part) for part in inside.parts[:-1] if part not in ("/", "..", "."))
                    or "zip"
                )
                with archive.open(member) as content:
                    allowed -= _write(_chunks(content), into / folder / _safe(inside.name), allowed, label)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, RuntimeError) as error:
        if isinstance(error, OSError) and error.errno:
            raise
        raise CannotUnpack(
            f"{label} cannot be opened as a zip. It may be cut short; make it again."
        ) from error


def _is_wanted(name: str) -> bool:
    inside = PurePosixPath(name.replace("\\", "/"))
    hidden = any(part.startswith((".", "__MACOSX")) for part in inside.parts if part not in (".", ".."))
    return not hidden and inside.suffix.lower() in (".csv", ".xml")


def _chunks(content: Any) -> Iterable[bytes]:
    while chunk := content.read(_CHUNK):
        yield chunk


def _write(chunks: Iterable[bytes], path: Path, allowed: int | None = None, label: str = "") -> int:
    """Write a file that is not there yet, within the bytes allowed; returns how many it has."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    size = 0
    if path.exists():
        raise CannotUnpack(f"{path.name} is there twice. Leave one of the two out.")
    with path.open("xb") as out:
        for chunk in chunks:
            size += len(chunk)
            if allowed is not None and size > allowed:
                raise CannotUnpack(
                    f"{label} is far larger inside than a set of returns. Nothing of it was read."
                )
            out.write(chunk)
    return size


def _safe(name: str) -> str:
    """A file name without a path or anything else that means something to a disk."""
    bare = _UNSAFE.sub("_", PurePosixPath(name.replace("\\", "/")).name).strip(". ")[-100:]
    return bare or "file"
