"""The demo authority of a few seeds, made once."""

from __future__ import annotations

from functools import cache

import pytest

from holdfast.demo.authority import Authority, build

SEEDS = (1, 2, 2017)


@cache
def made(seed: int) -> Authority:
    return build(seed)


@pytest.fixture(params=SEEDS, ids=lambda seed: f"seed {seed}")
def authority(request) -> Authority:
    return made(request.param)
