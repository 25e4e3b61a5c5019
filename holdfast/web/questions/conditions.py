"""When a question of a draft is asked: what it can depend on, and the condition somebody chose."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import QueryDict

from holdfast.domain.questionnaires.answering import options
from holdfast.domain.questionnaires.editing import NotPossible
from holdfast.domain.questionnaires.questions import Condition, Question, Questionnaire
from holdfast.domain.questionnaires.vocabulary import FACTS
from holdfast.web.questions.words import VALUES, fact_name

#: facts that are numbers: asked from one, and below another
NUMBERS = frozenset({"review_number", "age", "days_in_care", "months_on_plan"})
_LARGEST = 100_000


@dataclass(frozen=True)
class Basis:
    """What a condition looks at. ``value``: as it stands in the address; ``kind``: answers, number or codes."""

    value: str
    words: str
    kind: str
    answers: tuple[tuple[str, str], ...] = ()


def bases_for(question: Question, asked: Questionnaire) -> tuple[list[Basis], list[Basis]]:
    """What the question may depend on: earlier questions with answers to choose from, and facts."""
    earlier = []
    for one in asked.questions():
        if one.key == question.key:
            break
        if options(one):
            answers = tuple((each.key, each.label) for each in options(one))
            earlier.append(Basis(f"question-{one.key}", f"{one.number} {one.text}", "answers", answers))
    return earlier, [_of_fact(fact) for fact in FACTS]


def _of_fact(fact: str) -> Basis:
    kind = "number" if fact in NUMBERS else "answers" if fact in VALUES else "codes"
    answers = tuple((value, f"{words[:1].upper()}{words[1:]}") for value, words in VALUES.get(fact, ()))
    return Basis(f"fact-{fact}", fact_name(fact), kind, answers)


def condition_from(basis: Basis, post: QueryDict) -> Condition:
    """The condition as it was chosen. Raises NotPossible with what is missing."""
    kind, _, name = basis.value.partition("-")
    question, fact = (name, "") if kind == "question" else ("", name)
    if basis.kind == "number":
        low, high = _number(post, "at_least"), _number(post, "below")
        if low is None and high is None:
            raise NotPossible("Enter from which number, or below which, or both.")
        if low is not None and high is not None and low >= high:
            raise NotPossible("No number is as large as the first and smaller than the second. Check both.")
        return Condition(fact=fact, at_least=low, below=high)
    if basis.kind == "codes":
        chosen = tuple(dict.fromkeys(post.get("codes", "").replace(",", " ").upper().split()))
        if any(len(code) > 12 or not code.isalnum() for code in chosen) or len(chosen) > 40:
            raise NotPossible("Enter codes of letters and digits, such as C1 C2, with a space between them.")
    else:
        offered = [key for key, _ in basis.answers]
        chosen = tuple(key for key in offered if key in post.getlist("answers"))
    if not chosen:
        raise NotPossible("Choose at least one answer with which the question is asked.")
    return Condition(question=question, fact=fact, is_one_of=chosen)


def _number(post: QueryDict, name: str) -> float | None:
    typed = post.get(name, "").strip()
    if not typed:
        return None
    if not (typed.isascii() and typed.isdecimal() and int(typed[:9]) <= _LARGEST):
        raise NotPossible("Enter a whole number, such as 16.")
    return int(typed)
