"""What is held for a child, in the words of the pages."""

from __future__ import annotations

from holdfast.domain.tracks.facts import Kind

WHAT: dict[Kind, str] = {
    Kind.CARE: "Review",
    Kind.SHORT_BREAK: "Review of short breaks",
    Kind.CONFERENCE_INITIAL: "Initial child protection conference",
    Kind.CONFERENCE_REVIEW: "Review conference",
    Kind.CONFERENCE_TRANSFER: "Transfer-in conference",
    Kind.NEED: "Review of the child in need plan",
    Kind.CORE_GROUP: "Core group",
}

#: how sure a limit is, in words (the letters of the table of limits)
CERTAINTY = {
    "H": "The law or guidance itself was read",
    "M": "Taken from councils’ published procedures; the law itself was not read",
    "L": "From general knowledge, not checked yet: ask before you rely on it",
}
