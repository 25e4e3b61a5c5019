"""Which role each address opens for: one file per journey, with ``DOORS`` and, where it needs records, ``prepare``.

``prepare(world)`` gives a dict of what the file's own ``args`` read from ``things``. ``page`` is false for an address
that answers with a file, a part of a page or another address; ``more`` gives further lists of arguments to look at as
pages. An address with arguments is also asked for somebody else's child (``test_other_children``) unless it is
``not_one_childs``.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

from holdfast.casework.access.roles import Role

ALL = frozenset(Role)
CHILDREN = ALL - {Role.BOARD_READER, Role.SENIOR_MANAGER}
FIGURES = CHILDREN - {Role.SOCIAL_WORKER, Role.TEAM_MANAGER}
ROWS = FIGURES - {Role.BUSINESS_SUPPORT}
ALLOCATES = frozenset({Role.IRO_MANAGER, Role.BUSINESS_SUPPORT})
CORRECTS = frozenset({Role.IRO, Role.IRO_MANAGER, Role.BUSINESS_SUPPORT})
HOLDS = frozenset({Role.IRO, Role.IRO_MANAGER})
ANSWERS = frozenset({Role.SOCIAL_WORKER, Role.TEAM_MANAGER, Role.IRO_MANAGER})
DATA = frozenset({Role.IRO_MANAGER, Role.ANALYST})
MANAGER = frozenset({Role.IRO_MANAGER})

Args = Callable[[Any], list]


def no_arguments(things: Any) -> list:
    return []


@dataclass(frozen=True)
class Door:
    """``opens`` to these roles with ``status``; others get 403, and nobody is sent to sign in (unless ``public``)."""

    opens: frozenset[Role]
    status: int = 200
    method: str = "get"
    public: int = 0
    args: Args = no_arguments
    data: dict[str, str] = field(default_factory=dict)
    page: bool = True
    more: Args = no_arguments
    not_one_childs: bool = False  # it takes arguments, and they lead to no child's record

    @property
    def childs(self) -> bool:
        """Whether its arguments lead to one child's record: then it is asked for somebody else's child as well."""
        return self.args is not no_arguments and not self.not_one_childs

    @property
    def is_page(self) -> bool:
        return self.page and self.method == "get" and self.status == 200


def modules() -> list[ModuleType]:
    return [importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)]


def every_door() -> dict[str, Door]:
    """All journeys' doors; two files that name the same address are refused."""
    found: dict[str, Door] = {}
    for module in modules():
        assert not found.keys() & module.DOORS.keys(), module.__name__
        found |= module.DOORS
    return found


def prepared(world: Any) -> dict[str, Any]:
    """What every journey's doors need besides the small world."""
    found: dict[str, Any] = {}
    for module in modules():
        if hasattr(module, "prepare"):
            found |= module.prepare(world)
    return found
