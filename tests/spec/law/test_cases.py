"""Every worked case: what is due, and what became of what was due, is as counted by hand."""

from __future__ import annotations

import importlib
import pkgutil
from datetime import date
from itertools import groupby

import pytest

from holdfast.domain.tracks.claim import Claim, Obligation
from holdfast.domain.tracks.history import obligations
from holdfast.domain.tracks.outlook import outlook
from tests.spec.law import cases
from tests.spec.law.worked import Case, day

CASES = [
    pytest.param(case, id=f"{module.name}: {case.name}")
    for module in pkgutil.iter_modules(cases.__path__)
    for case in importlib.import_module(f"{cases.__name__}.{module.name}").CASES
]


@pytest.mark.parametrize("case", CASES)
def test_as_counted_by_hand(case: Case) -> None:
    life, book = case.life_and_book()
    rows = case.rows(case.then)
    for when, group in groupby(rows, key=lambda row: row[0]):
        written = [row[1:] for row in group]
        word, _, on = when.partition(" ")
        if word == "on":
            claims = outlook(life, day(on), book).claims
            found = [_claim(claim, row) for claim, row in zip(claims, written, strict=False)]
            found += [_claim(claim, []) for claim in claims[len(written) :]]
            assert (found or [["nothing"]]) == written, when
        else:
            kept = obligations(life, day(on), book)
            found = [_obligation(one, row) for one, row in zip(kept, written, strict=False)]
            found += [_obligation(one, []) for one in kept[len(written) :]]
            assert (found or [["nothing"]]) == written, when


def _claim(claim: Claim, row: list[str]) -> list[str]:
    told = [claim.track, _told(claim.last_day) if claim.last_day else "not known"]
    told += [f"opens: {_told(claim.opens)}"] if claim.opens else []
    told += [] if claim.meeting_needed else ["no meeting"]
    return told + ([f"plan {claim.plan}"] if any(cell.startswith("plan") for cell in row) else [])


def _obligation(one: Obligation, row: list[str]) -> list[str]:
    told = [one.claim.track, _told(one.claim.last_day), _told(one.met_by.first_on if one.met_by else None)]
    told.append(one.kept.value)
    return told + ([one.kept_by_final.value] if len(row) > 4 or one.kept is not one.kept_by_final else [])


def _told(on: date | None) -> str:
    return f"{on:%d/%m/%Y}" if on else "-"
