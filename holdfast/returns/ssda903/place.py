"""What lies at a path: a folder of CSV files, a folder with one XML file, or an XML file."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from .faults import FaultList
from .folder import Progress, read_folder
from .xml_file import read_xml

__all__ = ["Progress", "read_place"]

_EXPECTED: Final = "a folder of CSV files, or an XML file"

Tables = tuple[dict[str, Any], dict[str, str]]


def read_place(path: Path, title: str, faults: FaultList, notes: list[str], progress: Progress) -> Tables:
    """The tables at a path and the file each came from; what is no part of a return goes to ``notes``."""
    try:
        if path.is_dir():
            return _read_folder(path, title, faults, notes, progress)
        if path.is_file():
            return _read_file(path, title, faults, progress)
        faults.add(title, None, None, "nothing of this name", _EXPECTED)
    except OSError as error:
        faults.add(title, None, None, f"a file that may not be read ({error.strerror})", _EXPECTED)
    return {}, {}


def _read_folder(path: Path, title: str, faults: FaultList, notes: list[str], progress: Progress) -> Tables:
    entries = sorted(path.iterdir())
    files = [entry for entry in entries if entry.is_file()]
    tables = [file for file in files if file.suffix.lower() == ".csv"]
    documents = [file for file in files if file.suffix.lower() == ".xml"]
    aside = [file for file in files if file not in tables and file not in documents]
    notes += [f"{title}/{file.name} is neither CSV nor XML and was left aside." for file in aside]
    if not tables and not documents:
        inside = ", only folders (name each of them)" if any(entry.is_dir() for entry in entries) else ""
        faults.add(title, None, None, f"no CSV and no XML file{inside}", "the files of an SSDA903 return")
        return {}, {}
    if not documents:
        return read_folder(title, tables, faults, progress)
    if len(documents) == 1 and not tables:
        return read_xml(documents[0], f"{title}/{documents[0].name}", faults, progress)
    found = f"{len(documents)} XML file{'s' * (len(documents) > 1)} and {len(tables)} CSV files"
    faults.add(title, None, None, found, "CSV files alone, or one XML file alone")
    return {}, {}


def _read_file(path: Path, title: str, faults: FaultList, progress: Progress) -> Tables:
    with path.open("rb") as file:
        start = file.read(1024)
    if path.suffix.lower() == ".xml" or start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return read_xml(path, title, faults, progress)
    found = "a single CSV file" if path.suffix.lower() == ".csv" else "a file that is not XML"
    faults.add(title, None, None, found, _EXPECTED)
    return {}, {}
