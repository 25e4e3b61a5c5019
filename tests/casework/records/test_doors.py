"""Every action after a review is keyword-only and says by whom."""

from __future__ import annotations

import inspect

from holdfast.casework.drafts import actions as drafts
from holdfast.casework.records import actions


def test_every_action_is_keyword_only_and_says_by_whom():
    found = [getattr(actions, name) for name in actions.__all__] + [drafts.keep, drafts.drop]

    for action in found:
        parameters = inspect.signature(action).parameters
        assert "by" in parameters, action.__name__
        assert all(p.kind is inspect.Parameter.KEYWORD_ONLY for p in parameters.values()), action.__name__
