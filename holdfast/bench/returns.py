"""A statutory return of an invented council, as a CSV folder with every table of the SSDA903 form."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

from holdfast.bench.england import all_year, codes, dates
from holdfast.bench.histories import NEVER, YEAR, Histories, day, draw, make

ENDING = 2026
FIRST, LAST = date(ENDING - 1, 4, 1), date(ENDING, 3, 31)
SHARE_IN_CARE_AT_FIRST = 0.74
MOVES_A_YEAR = 1.6  # two episodes a child in the year
REVIEW_EVERY = 55  # days: six reviews a child in the year, more than the law asks
NEED = {"N1": 0.70, "N5": 0.15, "N2": 0.10, "N8": 0.05}


def write(folder: Path, children: int, seed: int = 903) -> int:
    """Write the twelve tables of a return for so many children in care; answer how many rows they hold."""
    rng = np.random.default_rng(seed)
    stock = int(children * SHARE_IN_CARE_AT_FIRST)
    told = make(
        rng,
        stock=stock,
        arrivals=children - stock,
        first=FIRST,
        last=LAST,
        moves=MOVES_A_YEAR,
        review_every=REVIEW_EVERY,
    )
    form = _Form(told, rng)
    tables = {
        "header": form.header(),
        "episodes": form.episodes(),
        "reviews": form.reviews(),
        "uasc": form.uasc(),
        "oc2": form.oc2(),
        "oc3": form.oc3(),
        "ad1": form.adopted(),
        "placed_for_adoption": form.placed_for_adoption(),
        "previous_permanence": form.previous_permanence(),
        "missing": form.missing(),
        "sw_episodes": form.social_workers(),
        "dolo": form.deprivation_of_liberty(),
    }
    for name, table in tables.items():
        # An empty field stands for null, and nothing in a return needs quotes.
        csv.write_csv(
            table, folder / f"{name}.csv", csv.WriteOptions(quoting_style="none", quoting_header="none")
        )
    return sum(table.num_rows for table in tables.values())


def _date(days: np.ndarray) -> pa.Array:
    """DD/MM/YYYY; NEVER is blank."""
    return pc.strftime(dates(days), "%d/%m/%Y")


class _Form:
    """The histories in the columns of the Department for Education."""

    def __init__(self, told: Histories, rng: np.random.Generator) -> None:
        self.told, self.rng = told, rng
        many = len(told.children.born)
        self.ids = pa.array(np.arange(many) + 100_001).cast(pa.string())
        self.leavers = np.arange(many // 5)
        self.leaver_ids = pa.array(self.leavers + 700_001).cast(pa.string())
        self.leaver_born = day(LAST) - (17 * YEAR + rng.random(len(self.leavers)) * 5 * YEAR).astype(np.int64)

    def _of(self, who: np.ndarray) -> dict[str, pa.Array]:
        return {"CHILD": self.ids.take(pa.array(who)), "DOB": _date(self.told.children.born[who])}

    def _one_or_no(self, yes: float, many: int) -> pa.Array:
        return codes(draw(self.rng, {"1": yes, "0": 1 - yes}, many))

    def _some(self, share: float) -> np.ndarray:
        return np.flatnonzero(self.rng.random(len(self.ids)) < share)

    def header(self) -> pa.Table:
        children, grown = self.told.children, len(self.leavers)
        born = np.concatenate([children.born, self.leaver_born])
        many = len(born)
        upn = pc.binary_join_element_wise(
            "A", pa.array(np.arange(many) + 820_200_001_000).cast(pa.string()), ""
        )
        everyone = pa.concat_arrays([self.ids, self.leaver_ids])
        return pa.table(
            {
                "CHILD": everyone,
                "SEX": codes(np.concatenate([children.sex, draw(self.rng, {"M": 0.5, "F": 0.5}, grown)])),
                "DOB": _date(born),
                "ETHNIC": codes(np.concatenate([children.ethnicity, np.full(grown, "WBRI")])),
                "UPN": upn,
                "MOTHER": pa.nulls(many, pa.string()),
                "MC_DOB": pa.nulls(many, pa.string()),
            }
        )

    def episodes(self) -> pa.Table:
        one = self.told.episodes
        told = np.flatnonzero(one.ended >= day(FIRST))
        post = _postcodes(one.placement[told])
        urn = pa.array(one.placement[told] % 8_000 + 1_000_000).cast(pa.string())
        temporary = np.char.startswith(one.place[told], "T")
        provider = np.where(temporary, "", np.where(one.place[told] == "P1", "PR0", "PR1"))
        return pa.table(
            {
                "CHILD": self.ids.take(pa.array(one.child[told])),
                "DECOM": _date(one.started[told]),
                "RNE": codes(one.reason_started[told]),
                "LS": codes(one.legal_status[told]),
                "CIN": codes(draw(self.rng, NEED, len(self.ids))[one.child[told]]),
                "PLACE": codes(one.place[told]),
                "PLACE_PROVIDER": codes(provider),
                "DEC": _date(one.ended[told]),
                "REC": codes(one.reason_ended[told]),
                "REASON_PLACE_CHANGE": codes(one.reason_moved[told]),
                "HOME_POST": _postcodes(one.child[told]),
                "PL_POST": post,
                "URN": urn,
            }
        )

    def reviews(self) -> pa.Table:
        one = self.told.reviews
        told = np.flatnonzero(one.held_on >= day(FIRST))
        return pa.table(
            {
                **self._of(one.child[told]),
                "REVIEW": _date(one.held_on[told]),
                "REVIEW_CODE": codes(one.participation[told]),
            }
        )

    def uasc(self) -> pa.Table:
        who = np.flatnonzero(self.told.children.asylum_seeking)
        ceased = self.told.children.born[who] + 6575
        of = self._of(who)
        sex = codes(self.told.children.sex[who])
        return pa.table({"CHILD": of["CHILD"], "SEX": sex, "DOB": of["DOB"], "DUC": _date(ceased)})

    def oc2(self) -> pa.Table:
        who = all_year(self.told.stays, ENDING)
        many, age = len(who), (day(LAST) - self.told.children.born[who]) / YEAR
        scored = (age >= 4) & (age < 17) & (self.rng.random(many) < 0.8)
        score = pa.array(self.rng.integers(0, 41, many), mask=~scored)
        answers = {
            name: self._one_or_no(0.9, many) for name in ("IMMUNISATIONS", "TEETH_CHECK", "HEALTH_ASSESSMENT")
        }
        return pa.table(
            {
                **self._of(who),
                "SDQ_SCORE": score,
                "SDQ_REASON": codes(np.where((age >= 4) & (age < 17) & ~scored, "SDQ4", "")),
                "CONVICTED": codes(np.where(age >= 10, "0", "")),
                "HEALTH_CHECK": codes(np.where(age < 5, "1", "")),
                **answers,
                "SUBSTANCE_MISUSE": self._one_or_no(0.03, many),
                "INTERVENTION_RECEIVED": pa.nulls(many, pa.string()),
                "INTERVENTION_OFFERED": pa.nulls(many, pa.string()),
            }
        )

    def oc3(self) -> pa.Table:
        many = len(self.leavers)
        return pa.table(
            {
                "CHILD": self.leaver_ids,
                "DOB": _date(self.leaver_born),
                "IN_TOUCH": codes(draw(self.rng, {"YES": 0.92, "NO": 0.06, "REFU": 0.02}, many)),
                "ACTIV": codes(draw(self.rng, {"F2": 0.3, "F5": 0.2, "G5": 0.35, "F1": 0.15}, many)),
                "ACCOM": codes(draw(self.rng, {"U1": 0.6, "B1": 0.25, "E1": 0.1, "R2": 0.05}, many)),
            }
        )

    def _adopted(self) -> tuple[np.ndarray, np.ndarray]:
        one = self.told.episodes
        found = np.flatnonzero(np.isin(one.reason_ended, ["E11", "E12"]) & (one.ended >= day(FIRST)))
        return one.child[found], one.ended[found]

    def adopted(self) -> pa.Table:
        who, ordered = self._adopted()
        many = len(who)
        return pa.table(
            {
                **self._of(who),
                "DATE_INT": _date(ordered - 400),
                "DATE_MATCH": _date(ordered - 250),
                "FOSTER_CARE": self._one_or_no(0.2, many),
                "NB_ADOPTR": codes(np.full(many, "2")),
                "SEX_ADOPTR": codes(np.full(many, "MF")),
                "LS_ADOPTR": codes(np.full(many, "L11")),
            }
        )

    def placed_for_adoption(self) -> pa.Table:
        who, ordered = self._adopted()
        blank = pa.nulls(len(who), pa.string())
        return pa.table(
            {
                **self._of(who),
                "DATE_PLACED": _date(ordered - 240),
                "DATE_PLACED_CEASED": blank,
                "REASON_PLACED_CEASED": blank,
            }
        )

    def previous_permanence(self) -> pa.Table:
        who = np.arange(len(self.ids))
        blank = pa.nulls(len(who), pa.string())
        return pa.table(
            {
                **self._of(who),
                "PREV_PERM": codes(np.full(len(who), "Z1")),
                "LA_PERM": blank,
                "DATE_PERM": blank,
            }
        )

    def missing(self) -> pa.Table:
        who = self._some(0.08)
        began = day(FIRST) + self.rng.integers(0, 350, len(who))
        kinds = codes(draw(self.rng, {"M": 0.8, "A": 0.2}, len(who)))
        return pa.table(
            {**self._of(who), "MISSING": kinds, "MIS_START": _date(began), "MIS_END": _date(began + 2)}
        )

    def social_workers(self) -> pa.Table:
        who = np.arange(len(self.ids))
        worker = pc.binary_join_element_wise("SW", pa.array(who % 700 + 1_000).cast(pa.string()), "")
        lasting = np.full(len(who), NEVER)
        began = np.full(len(who), day(FIRST))
        reason = codes(np.full(len(who), "MANAGE"))
        return pa.table(
            {
                **self._of(who),
                "SW_ID": worker,
                "SW_DECOM": _date(began),
                "SW_DEC": _date(lasting),
                "SW_REASON": reason,
            }
        )

    def deprivation_of_liberty(self) -> pa.Table:
        who = self._some(0.02)
        began = np.full(len(who), day(FIRST) + 60)
        return pa.table({**self._of(who), "DOLO_START": _date(began), "DOLO_END": _date(began + 90)})


def _postcodes(numbers: np.ndarray) -> pa.Array:
    """Postcodes of a place that does not exist."""
    sector = pa.array(numbers // 26 % 10).cast(pa.string())
    district = pa.array(numbers // 260 % 90 + 1).cast(pa.string())
    letter = pa.array(np.array(list("ABCDEFGHJKLMNPQRSTUVWXYZAB"))[numbers % 26])
    outward = pc.binary_join_element_wise("ZZ", district, "")
    return pc.binary_join_element_wise(outward, pc.binary_join_element_wise(sector, letter, "A", ""), " ")
