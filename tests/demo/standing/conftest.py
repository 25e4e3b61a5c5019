"""One demonstration for every test here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from holdfast.demo import load
from tests.demo.standing import SEED


@pytest.fixture(scope="package")
def loaded(django_db_setup: None, django_db_blocker: Any) -> Iterator[list[str]]:
    """The demo loaded; what was said meanwhile. All of it is undone at the end."""
    said: list[str] = []
    with django_db_blocker.unblock(), transaction.atomic():
        assert load.load(seed=SEED, progress=lambda what, done, total: said.append(what))
        yield said
        transaction.set_rollback(True)
