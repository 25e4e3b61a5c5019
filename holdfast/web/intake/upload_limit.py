"""Which uploads are taken in: none but at the page that asks for them, and none larger than any set of returns."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import BadRequest
from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.http import HttpRequest


class NoFiles(FileUploadHandler):
    """Stands at every address: a file sent where none is asked for is refused before a byte of it is kept."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        raise BadRequest("A file where none is taken")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None


class UploadLimit(FileUploadHandler):
    """Stands before the handler that keeps files. What is too large is read to its end and let go."""

    def handle_raw_input(
        self,
        input_data: Any,
        META: dict[str, Any],
        content_length: int,
        boundary: bytes,
        encoding: str | None = None,
    ) -> None:
        self.too_large = content_length > settings.UPLOAD_LIMIT_BYTES

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        if self.too_large:
            raise StopUpload(connection_reset=False)
        super().new_file(*args, **kwargs)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None


def is_too_large(request: HttpRequest) -> bool:
    """Whether this request's files were let go for their size."""
    return int(request.META.get("CONTENT_LENGTH") or 0) > settings.UPLOAD_LIMIT_BYTES


def limit_in_words() -> str:
    return f"{settings.UPLOAD_LIMIT_BYTES // (1024 * 1024):,} MB"
