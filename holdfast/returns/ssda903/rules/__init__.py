"""The rules over an SSDA903 return, one in each file; a new file in this folder is a new rule.

A rule finds what can be understood but is wrong. The row is kept and counted (under unknown where the wrong
value decides a group), and the analyst gets the list, by type and by child.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from holdfast.returns.ssda903.rule import Rule


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule in this folder, in the order of their codes."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(importlib.import_module(f"{__name__}.{name}").RULE for name in names)
