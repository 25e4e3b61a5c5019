"""What was uploaded, put where the reader finds it: folders of CSV files and XML files.

A parcel lies in a folder of its own for as long as its import lasts, and is removed with its end.
"""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from holdfast.domain.reporting_year import ReportingYear
from holdfast.returns.ssda903.return_path import ReturnPath
from holdfast.web.intake.packing import MOST_FILES, CannotUnpack, Packing

KINDS = (".csv", ".xml", ".zip")
__all__ = ["KINDS", "MOST_FILES", "CannotUnpack", "contents", "discard", "pack", "parcel_of"]


def parcel_of(intake_id: UUID) -> Path:
    return Path(settings.MEDIA_ROOT) / str(intake_id)


def pack(intake_id: UUID, files: Iterable[UploadedFile], year: ReportingYear | None) -> None:
    """Keep the files of one import. Raises CannotUnpack; then nothing of it is kept."""
    parcel = parcel_of(intake_id)
    parcel.mkdir(mode=0o700, parents=True)
    try:
        packing = Packing(parcel / "files")
        for file in files:
            packing.add(file)
        _note(parcel, "names", packing.given)
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


def given_names(intake_id: UUID) -> dict[str, str]:
    """The names that the folders and files of a parcel came with, by the numbers they lie under."""
    return read_note(intake_id, "names") or {}


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
