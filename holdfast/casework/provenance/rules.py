"""How a value is written down beside the record it came from, and read back."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models


def as_text(value: Any) -> str:
    """A field's value as text: days in ISO form, several keys with commas between, a blank for none."""
    if value is None:
        return ""
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return ", ".join(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def from_text(model: type[models.Model], field: str, text: str) -> Any:
    """The value `as_text` wrote, as the field holds it."""
    column = model._meta.get_field(field)
    if text == "" and column.null:
        return None
    return column.to_python(text)
