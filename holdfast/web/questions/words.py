"""What a questionnaire declares, in words: kinds of answer, conditions, what changed."""

from __future__ import annotations

from holdfast.casework.reviews.models import ReviewKind
from holdfast.domain.questionnaires.answering import options
from holdfast.domain.questionnaires.changes import Change, What, breaks_series
from holdfast.domain.questionnaires.questions import AnswerType, Asked, Condition, Question, Questionnaire
from holdfast.domain.questionnaires.vocabulary import DERIVED, FACTS, KNOWN

TYPES: dict[AnswerType, str] = {
    AnswerType.YES_NO: "Yes or no",
    AnswerType.YES_NO_NA: "Yes, no or not applicable",
    AnswerType.YES_NO_UNKNOWN: "Yes, no or not known",
    AnswerType.SCALE4: "A rating in four grades",
    AnswerType.LIST: "One answer of a list",
    AnswerType.MANY: "Any answers of a list",
    AnswerType.PLAN: "The state of a plan: up to date, needs completing, needs updating, not applicable",
    AnswerType.DATE: "A day",
    AnswerType.NUMBER: "A whole number",
    AnswerType.TEXT: "Words",
}

WHATS: dict[What, str] = {
    What.NEW: "New",
    What.ENDED: "No longer asked",
    What.REWORDED: "Reworded",
    What.ANSWERS: "Other answers",
    What.CONDITION: "Asked at other times",
    What.MOVED: "Moved",
    What.NOTED: "Other number or use",
}


#: facts that are yes or no: the sentence of each
YES_NO_FACTS: dict[str, tuple[str, str]] = {
    "with_meeting": ("the review was held at a meeting", "the review was held without a meeting"),
    "long_term": (
        "the child lives with carers matched for the long term",
        "the child does not live with carers matched for the long term",
    ),
    "siblings": (
        "brothers or sisters of the child are on record here",
        "no brothers or sisters of the child are on record here",
    ),
    "on_child_protection_plan": (
        "a child protection plan is in force",
        "no child protection plan is in force",
    ),
    "plan_before": (
        "an earlier child protection plan ended less than two years before",
        "no child protection plan ended in the two years before",
    ),
    "unborn": ("the conference is about a child not yet born", "the child is born"),
}
#: the other facts, as a sentence begins
FACT_WORDS: dict[str, str] = {
    "review_kind": "the kind of review",
    "review_number": "the number of the review, 1 for the first,",
    "age": "the child’s age in years",
    "days_in_care": "the number of days in care",
    "legal_status": "the legal status",
    "placement_type": "the placement",
    "adoption": "the state of adoption",
    "months_on_plan": "the number of months on a child protection plan",
}
#: facts with few values: value -> words
VALUES: dict[str, tuple[tuple[str, str], ...]] = {
    "review_kind": tuple((kind.value, kind.label) for kind in ReviewKind),
    "adoption": (
        ("none", "not planned"),
        ("planned", "authorised, not yet placed"),
        ("placed", "placed"),
    ),
    **{fact: (("yes", yes), ("no", no)) for fact, (yes, no) in YES_NO_FACTS.items()},
}


def fact_name(fact: str) -> str:
    """A fact as it is chosen from a list: “The child’s age in years”."""
    words = YES_NO_FACTS[fact][0] if fact in YES_NO_FACTS else FACT_WORDS.get(fact, FACTS.get(fact, fact))
    words = words.rstrip(",")
    return f"{words[:1].upper()}{words[1:]}{': yes or no' if fact in YES_NO_FACTS else ''}"


def answer_words(question: Question) -> str:
    """“One answer of a list: Seen; Not seen”."""
    if question.type in (AnswerType.LIST, AnswerType.MANY):
        labels = "; ".join(one.label for one in options(question))
        return f"{TYPES[question.type]}: {labels}" if labels else TYPES[question.type]
    return TYPES[question.type]


def condition_words(one: Condition, asked: Questionnaire) -> str:
    """“question 20 is answered “No””, “the child’s age in years is 16 or more”."""
    if one.question:
        other = asked.question(one.question)
        if other is None:
            return "a question that is no longer here is answered"
        labels = {each.key: each.label for each in options(other)}
        return (
            f"question {other.number} is answered {_any_of([labels.get(key, key) for key in one.is_one_of])}"
        )
    if one.fact in YES_NO_FACTS and len(one.is_one_of) == 1:
        return dict(VALUES[one.fact]).get(one.is_one_of[0], FACTS[one.fact])
    fact = FACT_WORDS.get(one.fact) or FACTS.get(one.fact, one.fact)
    if one.is_one_of:
        values = dict(VALUES.get(one.fact, ()))
        return f"{fact} is {_any_of([values.get(key, key) for key in one.is_one_of])}"
    bounds = [
        f"{one.at_least:g} or more" if one.at_least is not None else "",
        f"under {one.below:g}" if one.below is not None else "",
    ]
    return f"{fact} is {' and '.join(each for each in bounds if each)}"


def when_words(question: Question, asked: Questionnaire) -> str:
    """“Only if … and …”; blank for a question that is always asked."""
    found = [condition_words(one, asked) for one in question.when]
    return f"Only if {', and '.join(found)}" if found else ""


def known_words(question: Question) -> str:
    """What the service fills in itself; blank where it knows nothing of it."""
    if not question.known:
        return ""
    words = KNOWN.get(question.known, question.known)
    if question.known in DERIVED:
        return f"Filled in by the service: {words}"
    return f"Filled in where it is held here: {words}"


def notes(question: Question, asked: Questionnaire) -> list[str]:
    """What an officer meets besides the question itself."""
    found = [
        when_words(question, asked),
        known_words(question),
        "Asked once, then only on change" if question.asked is Asked.ONCE else "",
        "" if question.required or question.known in DERIVED else "May stay blank",
    ]
    return [one for one in found if one]


def what_words(change: Change) -> str:
    """“Reworded: the figures before and after do not answer the same question” is said apart; here the word alone."""
    return WHATS[change.what]


def breaks(changes: list[Change]) -> bool:
    return any(breaks_series(one) for one in changes)


def before_and_after(change: Change, before: Questionnaire, after: Questionnaire) -> tuple[str, str]:
    """What stood there and what does now; two blanks where nothing can be laid side by side."""
    old, new = change.before, change.after
    if old is None or new is None or change.what is What.MOVED:
        return ("", "")
    if change.what is What.REWORDED:
        return (_words_of(old), _words_of(new))
    if change.what is What.ANSWERS:
        return (_options_of(old), _options_of(new))
    if change.what is What.CONDITION:
        return (_asked_when(old, before), _asked_when(new, after))
    return (f"{old.number}; used by {old.used_by}", f"{new.number}; used by {new.used_by}")


def _words_of(question: Question) -> str:
    return f"{question.text} ({question.help})" if question.help else question.text


def _options_of(question: Question) -> str:
    chosen = options(question)
    said = "; ".join(f"{one.label} ({one.anchor})" if one.anchor else one.label for one in chosen)
    return f"{TYPES[question.type]}: {said}" if said else TYPES[question.type]


def _asked_when(question: Question, asked: Questionnaire) -> str:
    return ". ".join(notes(question, asked)) or "Always, and must be answered"


def _any_of(labels: list[str]) -> str:
    quoted = [f"“{label}”" for label in labels]
    return " or ".join(quoted) if quoted else "(no answer chosen yet)"
