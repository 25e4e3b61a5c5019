"""A record as one document in three versions: read on the page, printed, and given as a Word file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from holdfast.casework.people.models import Version
from holdfast.casework.records.facts import facts_in, facts_of
from holdfast.casework.records.models import Record
from holdfast.casework.records.queries import decisions_of, last_release, sections_by_key
from holdfast.casework.reviews.models import Review
from holdfast.domain.record_sections import read_in, sections_of
from holdfast.domain.wording import long_date, weekday_and_date
from holdfast.web.code_words import words

TITLES = {
    Version.FULL: "Record of the review",
    Version.DECISIONS: "Decisions of the review",
    Version.CHILD: "Your review",
}


@dataclass(frozen=True)
class Decided:
    number: int
    what: str
    outcome: str
    who: str
    by_when: str


@dataclass(frozen=True)
class RecordDocument:
    """``facts`` are (name, words); ``parts`` (heading, text); ``addenda`` (who and when, text)."""

    version: str
    title: str
    name: str
    facts: tuple[tuple[str, str], ...]
    decisions: tuple[Decided, ...]
    parts: tuple[tuple[str, str], ...]
    addenda: tuple[tuple[str, str], ...]
    signed: str

    @property
    def for_the_child(self) -> bool:
        return self.version == Version.CHILD


def document_of(review: Review, record: Record | None, version: str) -> RecordDocument:
    """One version of a record. Decisions as they were released; as they stand while nothing was released."""
    written = sections_by_key(record)
    said = facts_in(review, record)
    parts = []
    if version != Version.DECISIONS:
        for one in read_in(sections_of(review.kind), version):
            section = written.get(one.key)
            if section is not None and section.text:
                parts.append((_heading(one.key, one.title, version), section.text))
    if version == Version.CHILD:  # what is said to them comes first
        parts.sort(key=lambda part: part[0] != _TO_CHILD)
    return RecordDocument(
        version=version,
        title=TITLES[Version(version)],
        name=said["name"],
        facts=tuple(_facts(said, review, record, version)),
        decisions=tuple(_decided(review)),
        parts=tuple(parts),
        addenda=tuple(_addenda(record)) if version == Version.FULL else (),
        signed=_signed(record) if version != Version.DECISIONS else "",
    )


_TO_CHILD = "What we want to tell you"
_FOR_THE_CHILD = {
    "child_views": "What you told us",
    "going_well": "What is going well",
    "for_child": _TO_CHILD,
}


def _heading(key: str, title: str, version: str) -> str:
    return _FOR_THE_CHILD.get(key, title) if version == Version.CHILD else title


def _facts(
    facts: dict[str, Any], review: Review, record: Record | None, version: str
) -> list[tuple[str, str]]:
    """As signed; where the records were corrected since, what they say now stands beside it, in the whole record."""
    said = _in_words(facts, version)
    if version != Version.FULL or record is None or record.signed_on is None:
        return said
    signed = dict(said)
    now = [(name, text) for name, text in _in_words(facts_of(review), version) if signed.get(name) != text]
    return said + [(f"Corrected since it was signed: {name.lower()}", text) for name, text in now]


def _in_words(facts: dict[str, Any], version: str) -> list[tuple[str, str]]:
    held = date.fromisoformat(facts["held_on"]) if facts["held_on"] else None
    days = weekday_and_date(held) if held else "Not held yet"
    if held and facts["completed_on"] and facts["completed_on"] != facts["held_on"]:
        days += f", finished on {weekday_and_date(date.fromisoformat(facts['completed_on']))}"
    officer = [("Reviewing officer", facts["chair"])] if facts["chair"] else []
    if version == Version.CHILD:
        return [("When", days), *officer]
    born = [("Born", long_date(date.fromisoformat(facts["born"])))] if facts["born"] else []
    found = [*born, ("What it was", facts["kind"]), ("Held on", days), *officer]
    if facts["participation"]:
        took_part = words("REVIEW_CODE", facts["participation"], held or date.today())
        found.append(("How the child took part", took_part))
    for name, people in (("Who was there", facts["came"]), ("Sent their views", facts["views"])):
        if people:
            found.append((name, ", ".join(f"{who} ({what})" for who, what in people)))
    return found


def _decided(review: Review) -> list[Decided]:
    last = last_release(review)
    if last is not None:
        return [
            Decided(
                one["number"],
                one["what"],
                one["outcome"],
                one["who"],
                _when(one["by_when"], one["no_date_why"]),
            )
            for one in last.decisions
        ]
    return [
        Decided(
            one.number,
            one.what,
            one.outcome,
            one.who,
            _when(one.by_when.isoformat() if one.by_when else "", one.no_date_why),
        )
        for one in decisions_of(review)
    ]


def _when(day: str, why_none: str) -> str:
    return f"by {weekday_and_date(date.fromisoformat(day))}" if day else f"no day yet: {why_none}"


def _addenda(record: Record | None) -> list[tuple[str, str]]:
    if record is None:
        return []
    return [
        (f"Added on {long_date(one.added_on)}{' by ' + one.added_by.name if one.added_by else ''}", one.text)
        for one in record.addenda.select_related("added_by")
    ]


def _signed(record: Record | None) -> str:
    if record is None or record.signed_on is None:
        return "Not signed yet"
    by = f" by {record.signed_by.name}" if record.signed_by else ""
    return f"Signed{by} on {long_date(record.signed_on)}"
