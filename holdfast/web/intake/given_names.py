"""Uploaded files lie under numbers; messages call them by the names they came with."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from holdfast.returns.ssda903.return_set import ReturnSet

#: How a folder and a file of a parcel are named on the disk.
FOLDER, FILE = "return-{:04}", "file-{:04}{}"
_NUMBERED = re.compile(r"(?:return-\d{4}/)?file-\d{4}\.(?:csv|xml)|return-\d{4}")


def in_given_names(text: str, given: Mapping[str, str]) -> str:
    """The text with each numbered folder or file under the name somebody knows it by."""
    return _NUMBERED.sub(lambda found: given.get(found[0].rpartition("/")[2], found[0]), text)


def renamed(read: ReturnSet, given: Mapping[str, str]) -> ReturnSet:
    """What was read, its returns and its faults with the given names; the warnings follow the returns."""
    faults = [
        replace(one, file=in_given_names(one.file, given), found=in_given_names(one.found, given))
        for one in read.faults
    ]
    returns = [
        replace(one, files={table: in_given_names(label, given) for table, label in one.files.items()})
        for one in read.returns
    ]
    return ReturnSet(returns, faults, [in_given_names(note, given) for note in read.notes])
