"""The demo's children as the law in ``domain.tracks`` reads them, apart from the records."""

from __future__ import annotations

from holdfast.demo.life import Life
from holdfast.domain.care_history import Episode
from holdfast.domain.tracks import facts


def as_law_reads(life: Life) -> facts.Life:
    """One child in care: episodes and reviews held."""
    episodes = tuple(
        Episode(s.started, s.ended, s.why_started, s.legal, s.place, s.post, s.why_ended, s.why_moved, n)
        for n, s in enumerate(life.stays)
    )
    held = tuple(facts.Held(facts.Kind.CARE, day, day, key=n) for n, (day, _) in enumerate(life.reviews))
    return facts.Life(born=life.born, episodes=episodes, held=held)
