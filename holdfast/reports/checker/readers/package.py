"""The parts of a Word or Excel file: unfolded no further than a limit, without entities, macros or passwords."""

from __future__ import annotations

import io
import zipfile
import zlib

from holdfast.reports.checker.readers.limits import MB, MOST_PARTS, MOST_UNFOLDED, CannotRead

_OLD = b"\xd0\xcf\x11\xe0"
_DECLARES = [
    word.encode(code) for word in ("<!DOCTYPE", "<!ENTITY") for code in ("ascii", "utf-16-le", "utf-16-be")
]


def opened(content: bytes, called: str) -> zipfile.ZipFile:
    """The file as a bundle of parts that is safe to read. Raises CannotRead with a sentence.

    ``called``: 'Word' or 'Excel'. Every part is unfolded once here and counted, because what a bundle says of its own
    size may be untrue.
    """
    if content.startswith(_OLD):
        raise CannotRead(
            f"The file is in an older form of {called}, or protected by a password. Save it as "
            f"{'.docx' if called == 'Word' else '.xlsx'} without a password."
        )
    try:
        bundle = zipfile.ZipFile(io.BytesIO(content))
        _look_through(bundle, called)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError):
        raise CannotRead(
            f"The file is no {called} file, or it is damaged. Open it in {called} and save it again."
        ) from None
    return bundle


def _look_through(bundle: zipfile.ZipFile, called: str) -> None:
    parts = bundle.infolist()
    if len(parts) > MOST_PARTS:
        raise CannotRead(f"The {called} file holds more than {MOST_PARTS:,} parts. A report has far fewer.")
    left = MOST_UNFOLDED
    for part in parts:
        if part.filename.casefold().endswith("vbaproject.bin"):
            raise CannotRead(
                f"The file holds macros, which are not needed here. Save it as "
                f"{'a .docx document' if called == 'Word' else 'an .xlsx workbook'} without macros."
            )
        markup = part.filename.casefold().endswith((".xml", ".rels", ".vml"))
        before = b""
        with bundle.open(part) as opened_part:
            while piece := opened_part.read(MB):
                left -= len(piece)
                if left < 0:
                    raise CannotRead(
                        f"The {called} file unfolds to more than {MOST_UNFOLDED // MB} MB. Leave out its pictures or "
                        "check its tables in parts."
                    )
                if markup and any(word in before + piece for word in _DECLARES):
                    raise CannotRead(
                        f"The {called} file declares entities, which no {called} program writes. It was not read."
                    )
                before = piece[-32:]
