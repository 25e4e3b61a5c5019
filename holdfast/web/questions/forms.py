"""A question of a draft, when it is asked, a section, and the day a version is asked from. The actions judge."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django import forms

from holdfast.domain.questionnaires import editing
from holdfast.domain.questionnaires.answering import options
from holdfast.domain.questionnaires.editing import NotPossible
from holdfast.domain.questionnaires.questions import AnswerType, Asked, Option, Question, Questionnaire
from holdfast.web.day_field import DayField
from holdfast.web.questions.words import TYPES
from holdfast.web.refusal import RefusableForm

HAVE_OPTIONS = (AnswerType.LIST, AnswerType.MANY)


def _text(label: str, help_text: str = "", required: str = "", rows: int = 2) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=1000,
        required=bool(required),
        help_text=help_text,
        error_messages={"required": required},
        widget=forms.Textarea(attrs={"rows": rows}),
    )


def _line(label: str, help_text: str = "", required: str = "", length: int = 200) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=length,
        required=bool(required),
        help_text=help_text,
        error_messages={"required": required},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class SteppedForm(RefusableForm):
    """A form of a page that carries the step of the draft it was opened on."""


class QuestionForm(SteppedForm):
    """Used by every monitor that asks the question. ``question``: None for a new one.

    An answer of a list has a field for its words and one for what they mean; one whose words are taken out ends.
    """

    text = _text("Question", required="Write the question")
    help = _text("Help under it", "What to think of, or where to look. Leave blank if it speaks for itself")
    type = forms.ChoiceField(
        label="How it is answered",
        choices=[(kind.value, words) for kind, words in TYPES.items()],
        widget=forms.RadioSelect,
        error_messages={
            "required": "Choose how it is answered",
            "invalid_choice": "Choose how it is answered",
        },
    )
    more = forms.CharField(
        label="Answers to choose from",
        required=False,
        max_length=4000,
        help_text="One on each line, for a question answered from a list",
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    used_by = _line(
        "Who uses the answer",
        "The figure, document or person; a question nobody uses is not asked",
        "Say who uses the answer, or leave the question out",
    )
    required = forms.BooleanField(label="It must be answered before the monitor is finished", required=False)
    once = forms.BooleanField(
        label="Ask it once, keep the answer from one review to the next, and ask again only on change",
        required=False,
    )
    number = _line("Number printed beside it", "Such as B7", "Give the question a number", length=8)
    section = forms.ChoiceField(label="Section", error_messages={"required": "Choose a section"})
    place = forms.IntegerField(
        label="Place in the section",
        min_value=1,
        max_value=500,
        help_text="1 for the first",
        error_messages={"required": "Enter its place", "invalid": "Enter a whole number, such as 3"},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-4"}),
    )

    def __init__(
        self, asked: Questionnaire, question: Question | None, section: str, data: Any = None
    ) -> None:
        self.asked, self.question = asked, question
        super().__init__(data, initial=_standing(asked, question, section))
        self.fields["section"].choices = [(one.key, one.title) for one in asked.sections]
        self.own = options(question) if question and _shows_options(question) else ()
        for one in self.own:
            self._add_option(one)
        if question and (question.known or editing.is_counted_on(asked.kind, question.key)):
            del self.fields["type"], self.fields["more"]
        elif question and question.type in HAVE_OPTIONS:
            self.fields["more"].label = "Further answers"
        self.fields["number"].widget.attrs["class"] = "govuk-input--width-4"
        for name in ("used_by", "required", "once", "number", "section", "place"):
            self.fields[name] = self.fields.pop(name)  # behind the answers

    def _add_option(self, one: Option) -> None:
        fixed = self.question is not None and self.question.type is AnswerType.SCALE4
        if not fixed:
            help_text = "Take the words out to end this answer"
            self.fields[f"label_{one.key}"] = _line(f"Answer “{one.label}”", help_text, length=120)
            self.initial[f"label_{one.key}"] = one.label
        self.fields[f"anchor_{one.key}"] = _text(f"What “{one.label}” means")
        self.initial[f"anchor_{one.key}"] = one.anchor

    def made(self, taken: frozenset[str]) -> Question:
        """The question as it was typed. ``taken``: keys no new question may have. Raises NotPossible."""
        given = self.cleaned_data
        kind = AnswerType(given["type"]) if "type" in given else self._before().type
        key = self.question.key if self.question else editing.key_from(given["text"], taken, editing.LOCAL)
        start = self.question or Question(key, "", "", kind, "", local=True)
        return replace(
            start,
            number=given["number"].strip(),
            text=_tidy(given["text"]),
            help=_tidy(given["help"]),
            type=kind,
            used_by=given["used_by"].strip(),
            options=self._options(kind),
            required=given["required"],
            asked=Asked.ONCE if given["once"] else Asked.ALWAYS,
        )

    def _options(self, kind: AnswerType) -> tuple[Option, ...]:
        given = self.cleaned_data
        before = self.question.type if self.question else None
        if kind is AnswerType.SCALE4:
            if before is not kind:
                return ()
            rated = tuple(replace(one, anchor=_tidy(given[f"anchor_{one.key}"])) for one in self.own)
            return rated if any(one.anchor for one in rated) else ()
        if kind not in HAVE_OPTIONS:
            return ()
        kept = tuple(
            Option(one.key, _tidy(given[f"label_{one.key}"]), _tidy(given[f"anchor_{one.key}"]))
            for one in self.own
            if before in HAVE_OPTIONS and _tidy(given[f"label_{one.key}"])
        )
        lines = [line for line in (_tidy(each) for each in given.get("more", "").splitlines()) if line]
        new = editing.options_from(lines, {one.key for one in self.own})
        labels = [one.label.casefold() for one in (*kept, *new)]
        if len(set(labels)) < len(labels):
            raise NotPossible("Two of the answers read the same. Take one of them out.")
        if len(labels) < 2 and not (self.question and self.question.known):
            raise NotPossible("Give at least two answers to choose from, one on each line.")
        return (*kept, *new)

    def placed(self, asked: Questionnaire, key: str) -> Questionnaire:
        """The questionnaire with the question in the section and place that were typed."""
        given = self.cleaned_data
        if self.question and editing.place_of(asked, key) == (given["section"], given["place"]):
            return asked
        return editing.move(asked, key, given["section"], given["place"])

    def _before(self) -> Question:
        assert self.question is not None  # only then is the kind of answer not asked
        return self.question


def _shows_options(question: Question) -> bool:
    return question.type in HAVE_OPTIONS or question.type is AnswerType.SCALE4


def _standing(asked: Questionnaire, question: Question | None, section: str) -> dict[str, Any]:
    if question is None:
        here = next(one for one in asked.sections if one.key == section)
        place = len(here.questions) + 1
        return {
            "section": section, "place": place, "required": True, "number": editing.next_number(asked, section)
        }  # fmt: skip
    section, place = editing.place_of(asked, question.key)
    return {
        "text": question.text,
        "help": question.help,
        "type": question.type.value,
        "used_by": question.used_by,
        "required": question.required,
        "once": question.asked is Asked.ONCE,
        "number": question.number,
        "section": section,
        "place": place,
    }


class SectionForm(SteppedForm):
    """The heading questions stand under."""

    title = _line("Title", required="Give the section a title", length=100)
    intro = _text("Words under the title", "Leave blank if none are needed")
    place = forms.IntegerField(
        label="Place among the sections",
        min_value=1,
        max_value=100,
        help_text="1 for the first",
        error_messages={"required": "Enter its place", "invalid": "Enter a whole number, such as 3"},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-4"}),
    )


class PublishForm(SteppedForm):
    """For reviews held from the first day on; the reason stands beside the figures it breaks."""

    from_date = DayField(
        label="First day it is asked",
        what="first day it is asked",
        help_text="Today or later. Reviews held before then are asked as before, however late their monitor is begun",
    )
    reason = _text("What changed and why", "For those who read the figures later", "Say why", rows=3)

    def __init__(self, on: date, data: Any = None) -> None:
        super().__init__(data, initial={"from_date": on})


def _tidy(text: str) -> str:
    return " ".join(text.split())
