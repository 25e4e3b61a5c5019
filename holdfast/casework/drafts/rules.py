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
    if sum(len(text) for text in content.values()) > LONGEST:
        raise ValidationError("This is too long to be kept as a draft. Save it in parts.")
