"""What nobody needs any more goes: uploaded files whose import has ended, and uploads that were never finished."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

from django.conf import settings

from holdfast.casework.intake import actions, queries
from holdfast.web.intake import parcel

#: A parcel is packed before its import can be seen by others; one that is older than this has none.
SECONDS_TO_PACK = 60 * 60


def tidy() -> None:
    """End the imports that were cut off or forgotten and remove their files: at the start and before new work."""
    actions.end_broken_off()
    actions.end_forgotten()
    remove_left_files()


def remove_left_files() -> None:
    """Remove the files of imports that have ended. Changes no record, so a page that only shows may call it."""
    lying = dict(_parcels())
    needed = queries.not_ended(lying) if lying else set()
    known = queries.known(lying) if lying else set()
    for intake_id, packed_at in lying.items():
        if intake_id not in needed and (intake_id in known or packed_at < time.time() - SECONDS_TO_PACK):
            parcel.discard(intake_id)


def empty_upload_folder() -> None:
    """Remove what broken-off uploads left. Only when the service starts: nothing is being uploaded then."""
    for left in Path(settings.FILE_UPLOAD_TEMP_DIR).iterdir():
        if left.is_file():
            left.unlink(missing_ok=True)


def _parcels() -> Iterator[tuple[UUID, float]]:
    """Each parcel's import and when it was last written to."""
    folder = Path(settings.MEDIA_ROOT)
    for lying in folder.iterdir() if folder.is_dir() else ():
        try:
            yield UUID(lying.name), lying.stat().st_mtime
        except (ValueError, FileNotFoundError):
            continue  # none of ours, or another worker has just removed it
