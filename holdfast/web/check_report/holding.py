"""A file that is checked is held in memory, and gone with the answer: it never reaches the disk."""

from __future__ import annotations

import io
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.http import HttpRequest

from holdfast.reports.checker.readers.limits import MOST_BYTES

#: what a form sends around its file
_AROUND = 10_000


class HeldInMemory(FileUploadHandler):
    """Keeps the one file of the form; what is too large is read to its end and let go."""

    def handle_raw_input(
        self,
        input_data: Any,
        META: dict[str, Any],
        content_length: int,
        boundary: bytes,
        encoding: str | None = None,
    ) -> None:
        self.too_large = content_length > MOST_BYTES + _AROUND

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        if self.too_large:
            raise StopUpload(connection_reset=False)
        self.held = io.BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        self.held.write(raw_data)
        return None

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        self.held.seek(0)
        return InMemoryUploadedFile(
            self.held, self.field_name, self.file_name, self.content_type, file_size, self.charset
        )


def is_too_large(request: HttpRequest) -> bool:
    """Whether this request's file was let go for its size."""
    return int(request.META.get("CONTENT_LENGTH") or 0) > MOST_BYTES + _AROUND
