"""Which tests stay on one worker when several work at once: those that share what takes long to make.

A plugin of pytest-xdist. Its own groups are not used: under pytest 9.2 they have no effect.
"""

from __future__ import annotations

from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling

#: one loaded demonstration each
TOGETHER = ("tests/demo/standing/", "tests/journeys/test_guide.py")


class Scheduling(LoadScopeScheduling):
    """Every test by itself, wherever a worker is free, but for those that stay together."""

    def _split_scope(self, nodeid: str) -> str:
        return next((place for place in TOGETHER if nodeid.startswith(place)), nodeid)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Scheduling:
    """Whatever way of sharing out was asked for."""
    return Scheduling(config, log)
