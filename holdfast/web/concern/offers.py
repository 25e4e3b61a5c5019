"""Which moves a concern offers its reader now: those the table allows and that are theirs, each with its form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import NotAllowed, may
from holdfast.casework.people.queries import children_for
from holdfast.casework.resolution import rules
from holdfast.casework.resolution.facts import ladder_of
from holdfast.casework.resolution.models import Concern, Stage
from holdfast.casework.resolution.queries import find_stage
from holdfast.domain.resolution.moves import Move
from holdfast.domain.resolution.standing import Standing
from holdfast.web.concern import forms
from holdfast.web.concern.asking import People
from holdfast.web.concern.forms import MoveForm


@dataclass(frozen=True)
class Offer:
    """One move. ``form``: None for one that needs no more than a press; ``target``: the stage or record it is of."""

    do: Move
    label: str
    button: str
    form: MoveForm | None = None
    hint: str = ""
    draft: str = ""
    target: Any = None
    people: People | None = None

    @property
    def about(self) -> str:
        return self.form.about if self.form else ""


class Offers:
    """All that one reader may do with a concern on a day. ``data``: what was sent, for the form it was sent with."""

    def __init__(self, user: Any, concern: Concern, standing: Standing, on: date, data: Any = None) -> None:
        self.user, self.concern, self.standing, self.on = user, concern, standing, on
        self.data = data
        self.is_officer = (
            may(user, Permission.RAISE_CONCERNS) and children_for(user).filter(pk=concern.child_id).exists()
        )
        current = standing.current
        self.stage: Stage | None = find_stage(concern, current.fact.key) if current else None
        self.answers = self.stage is not None and _answers(user, self.stage, on)
        self._people: People | None = None

    @property
    def people(self) -> People:
        if self._people is None:
            written = {stage.number for stage in self.concern.stages.all()}
            ahead = [rung for rung in ladder_of(self.concern).rungs if rung.number not in written]
            self._people = People(self.concern.child, ahead, self.on)
        return self._people

    def all(self) -> list[Offer]:
        found = [*self._asked(), *(self._officer() if self.is_officer else ())]
        return [one for one in found if self.standing.may(one.do)]

    def sent(self, do: str, about: str = "") -> Any:
        """What was sent, if it was sent with this form."""
        data = self.data
        same = data is not None and data.get("do") == do and data.get("about", "") == about
        return data if same else None

    def _asked(self) -> Iterator[Offer]:
        if not self.answers:
            return
        answer = forms.AnswerForm(self.sent("answer"))
        yield Offer(
            Move.ANSWER, "It is your turn: answer", "Send this answer to the reviewing officer", answer,
            draft="concern_answer", target=self.stage,
        )  # fmt: skip
        stands = {name: getattr(self.stage, name) for name in ("outcome", "answer", "do_by")}
        correct = forms.CorrectAnswerForm(self.sent("correct_answer"), initial=stands)
        yield Offer(
            Move.CORRECT_ANSWER, "Put your answer right", "Save the answer", correct,
            "What you wrote before is kept in the history.", target=self.stage,
        )  # fmt: skip

    def _officer(self) -> Iterator[Offer]:
        yield self._close()
        yield from self._climb()
        yield from self._clock()
        yield from self._beside()
        yield Offer(
            Move.TAKE_BACK, "Take it back: it was no concern", "Take the concern back",
            forms.TakeBackForm(self.sent("take_back")), "It stays on record with all its stages.",
        )  # fmt: skip
        yield Offer(
            Move.TELL_CHILD, "Say whether the child was told", "Save",
            forms.TellForm(self.sent("tell_child")),
        )  # fmt: skip
        yield Offer(
            Move.REOPEN, "Open it again", "Open the concern again", forms.ReopenForm(self.sent("reopen")),
            "It goes on where it stood. The days it was closed are not counted as used.",
        )  # fmt: skip

    def _close(self) -> Offer:
        return Offer(
            Move.CLOSE, "Close it with what came of it for the child", "Close the concern",
            forms.CloseForm(self.sent("close")), draft="concern_close",
        )  # fmt: skip

    def _climb(self) -> Iterator[Offer]:
        ahead = self.standing.ahead
        if ahead:
            stages = [(str(one.number), f"{one.fact.name}: {one.fact.role.lower()}") for one in ahead]
            first = ahead[0].fact.name
            yield Offer(
                Move.OPEN, "Put it to the next stage, or a later one", "Put it to this stage",
                forms.OpenStageForm(
                    self.sent("open_stage"), stages=stages, people=self.people.choices,
                    initial={"number": stages[0][0], "asked": self.people.suggested},
                ),
                draft="concern_stage", people=self.people,
            )  # fmt: skip
            yield Offer(
                Move.SKIP, f"Pass over {first}, and ask nobody yet", "Pass over this stage",
                forms.PassOverForm(self.sent("pass_over")), target=ahead[0].number,
            )  # fmt: skip
        if self.stage is not None:
            yield Offer(
                Move.HAND_TO, "Ask somebody else instead", "Ask them instead",
                forms.HandForm(self.sent("hand_to"), people=self._instead()),
                "The day by which an answer is due stays.", target=self.stage, people=self.people,
            )  # fmt: skip

    def _instead(self) -> forms.Choices:
        """Everybody who may be asked but the one who is asked now."""
        now = str(self.stage.asked.public_id) if self.stage and self.stage.asked else ""
        return [(key, one.name) for key, one in self.people.all.items() if key != now]

    def _clock(self) -> Iterator[Offer]:
        yield Offer(
            Move.PAUSE, "Let the clock stand still", "Pause the clock", forms.PauseForm(self.sent("pause")),
            "The total with the pause stays in view for everybody who reads this page.",
        )  # fmt: skip
        yield Offer(
            Move.RESUME, "Let the clock run again", "Let the clock run again", hint="The clock stands still."
        )

    def _beside(self) -> Iterator[Offer]:
        for advice in self.concern.legal_advice.all():
            if advice.given_on is None:
                about = str(advice.public_id)
                form = forms.LegalGivenForm(self.sent("legal_given", about), about=about)
                label = f"Note the legal advice of {advice.asked_of}"
                yield Offer(Move.LEGAL_GIVEN, label, "Save the advice", form, target=advice)
        yield Offer(
            Move.ASK_LEGAL, "Ask for independent legal advice", "Save that you asked",
            forms.LegalAskForm(self.sent("ask_legal")),
            "Read by officers and their manager only. Nothing is sent from here: ask them, and note it.",
        )  # fmt: skip
        for referral in self.concern.referrals.all():
            if referral.outcome_on is None:
                about = str(referral.public_id)
                form = forms.CafcassSaidForm(self.sent("cafcass_said", about), about=about)
                yield Offer(
                    Move.CAFCASS_SAID, "Say what Cafcass did", "Save what Cafcass did", form, target=referral
                )
        yield Offer(
            Move.REFER, "Refer to Cafcass", "Save the referral", forms.ReferForm(self.sent("refer_to_cafcass")),
            "You need nobody’s permission, and the concern goes on meanwhile. Nothing is sent from here.",
        )  # fmt: skip


def _answers(user: Any, stage: Stage, on: date) -> bool:
    try:
        rules.check_answers(user, stage, on)
    except (rules.Refused, NotAllowed):
        return False
    return True
