"""The demo's quarterly packs: of the service, of two teams, and about practice; sent, opened, answered, or not yet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from holdfast.casework.access.models import User
from holdfast.casework.editions import packs_actions as actions
from holdfast.casework.editions.models import Edition, PackPlan, Receipt
from holdfast.casework.publishing.actions import write_text
from holdfast.demo import sign_ins, whose
from holdfast.demo.quarters import YEAR_STARTS
from holdfast.domain import packs
from holdfast.reports.quarterly import preparing

_YEAR_ENDING = 2017
_IN_CARE, _NORTH = "Children in care team", "Family support team north"
_EVERYBODY = ("iro_manager", "senior_manager", "team_manager", "iro")
_SUMMARY = (
    "Decisions now go out sooner after reviews, and more of them are done halfway to the next one. What comes up most "
    "in concerns is practice that every team can put right: visits, care plans and health assessments in time."
)
_ASKED = "Please say what your team will do about visits and plans that are late, and by when."


@dataclass(frozen=True)
class _Said:
    """What a reader answered, on which day; nothing needed where ``by`` is no day and ``needed`` is false."""

    role: str
    on: date
    text: str
    by: date | None = None
    needed: bool = True


def send_all() -> None:
    """Through the actions the pages use, each pack as the records stood when it was prepared."""
    service = _plan(_EVERYBODY)
    in_care = _plan(("team_manager", "iro_manager"), team=_IN_CARE)
    north = _plan(("senior_manager", "iro_manager"), team=_NORTH)
    practice = _plan(("team_manager", "senior_manager"), theme="practice")
    _second_quarter(service)
    _third_quarter(service, practice)
    pack = _prepared(in_care, 3, date(2017, 3, 20))
    _sent(pack, in_care, date(2017, 3, 24), date(2017, 4, 7))
    _prepared(north, 3, date(2017, 3, 27))


def _second_quarter(service: PackPlan) -> None:
    """Everybody opened it; one reader never answered."""
    write_text(year_ending=_YEAR_ENDING, slot="pack-q2-summary", text=_SUMMARY, by=_user("iro_manager"))
    pack = _prepared(service, 2, date(2016, 10, 19))
    receipts = _sent(pack, service, date(2016, 10, 21), date(2016, 11, 4))
    _opened(receipts, date(2016, 10, 24))
    _answered(
        receipts,
        _Said(
            "team_manager",
            date(2016, 11, 1),
            "Visits that are late are looked at in every supervision from November; a list of those to come goes out "
            "each Monday.",
            date(2016, 11, 30),
        ),
        _Said(
            "senior_manager",
            date(2016, 11, 3),
            "A second administrator helps with the distribution of records until March.",
            date(2016, 12, 1),
        ),
        _Said("iro", date(2016, 11, 3), "We look at the same figures each month already.", needed=False),
    )


def _third_quarter(service: PackPlan, practice: PackPlan) -> None:
    """Of the service: read by three of four, answered by two. About practice: one has not opened it."""
    write_text(year_ending=_YEAR_ENDING, slot="pack-q3-summary", text=_SUMMARY, by=_user("iro_manager"))
    write_text(year_ending=_YEAR_ENDING, slot="pack-q3-asked", text=_ASKED, by=_user("iro_manager"))
    pack = _prepared(service, 3, date(2017, 1, 18))
    receipts = _sent(pack, service, date(2017, 1, 20), date(2017, 2, 3))
    _opened([one for one in receipts if one.user.role != "senior_manager"], date(2017, 1, 24))
    _answered(
        receipts,
        _Said(
            "team_manager",
            date(2017, 2, 1),
            "Personal education plans are agreed with the virtual school before each review from February on.",
            date(2017, 2, 28),
        ),
        _Said(
            "iro_manager",
            date(2017, 2, 2),
            "The audit of conferences looks at plans beyond 15 months first.",
            date(2017, 3, 31),
        ),
    )
    about = _prepared(practice, 3, date(2017, 1, 25))
    to_two = _sent(about, practice, date(2017, 1, 27), date(2017, 2, 10))
    _opened([one for one in to_two if one.user.role == "team_manager"], date(2017, 1, 30))


def _plan(roles: Iterable[str], team: str = "", theme: str = "") -> PackPlan:
    readers = [_user(role) for role in roles]
    return actions.plan_pack(
        team=team, theme=theme, from_date=YEAR_STARTS, readers=readers, by=_user("iro_manager")
    )


def _prepared(plan: PackPlan, quarter: int, on: date) -> Edition:
    return preparing.prepare(
        plan=plan,
        period=packs.quarter(_YEAR_ENDING, quarter),
        authority=whose.authority(True),
        day=on,
        by=None,
    )


def _sent(pack: Edition, plan: PackPlan, on: date, answer_by: date) -> list[Receipt]:
    return actions.send(
        edition=pack,
        readers=plan.readers.order_by("pk"),
        answer_by=answer_by,
        on=on,
        words=preparing.words_of,
        sent_at=_at(on, 9),
        by=_user("iro_manager"),
    )


def _opened(receipts: Iterable[Receipt], on: date) -> None:
    for receipt in receipts:
        actions.open_pack(receipt.user, receipt.edition.public_id, at=_at(on, 11))


def _answered(receipts: Iterable[Receipt], *said: _Said) -> None:
    by_role = {receipt.user.role: receipt for receipt in receipts}
    for one in said:
        receipt = by_role[one.role]
        actions.answer(
            receipt=receipt,
            text=one.text,
            nothing_needed=not one.needed,
            done_by=one.by,
            at=_at(one.on, 15),
            by=receipt.user,
        )


def _at(day: date, hour: int) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def _user(role: str) -> User:
    return User.objects.get(username=next(one.username for one in sign_ins.SIGN_INS if one.role == role))
