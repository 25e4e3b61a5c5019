"""What may be kept as a draft."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError

#: a form and the record it is about: record:5f0c…
_FORM = re.compile(r"[a-z][a-z_-]{0,40}:[0-9a-f-]{36}(:[0-9a-f-]{1,36})?")
#: characters of all fields together: some sixty pages
LONGEST = 200_000
MOST_FIELDS = 200
MOST_STEPS = 10**9
#: PostgreSQL keeps neither in JSON
_NO_TEXT = re.compile(r"[\x00\ud800-\udfff]")
#: somebody whose draft was kept within this time is said to be writing
WRITING = timedelta(minutes=15)


def check_form(form: str) -> None:
    """Raises ValidationError unless it is named like ``record:`` and the id of the review or child it is about."""
    if not _FORM.fullmatch(form):
        raise ValidationError("A draft names its form and the record it is about.")


def check_content(content: Mapping[str, Any]) -> None:
    """Raises ValidationError unless it is fields of text, of a size that a person types."""
    if len(content) > MOST_FIELDS or not all(
        isinstance(field, str) and isinstance(text, str) for field, text in content.items()
    ):
        raise ValidationError("A draft holds the text of a form’s fields.")
    if sum(len(field) + len(text) for field, text in content.items()) > LONGEST:
        raise ValidationError("This is too long to be kept as a draft. Save it in parts.")
    check_signs(*content, *content.values())


def check_signs(*texts: str) -> None:
    """Raises ValidationError for a text with a sign that no database keeps."""
    if any(_NO_TEXT.search(text) for text in texts):
        raise ValidationError("This holds a sign that cannot be kept. Paste it as plain text.")


def check_step(step: int) -> None:
    """Raises ValidationError for a number that no draft comes to."""
    if not 0 <= step <= MOST_STEPS:
        raise ValidationError("A draft is kept step by step.")
