"""The concerns officers raised: what about, how far they went, and how long they took.

Source: IRO Handbook 2010, chapter 6; the categories are question 31 of the quality monitor and those seen elsewhere.
"""

from ibis import _

from holdfast.domain.resolution import categories
from holdfast.indicators import concerns
from holdfast.indicators.language import Custody, Group, Indicator, Kind, Measure, Question, one_of

RAISED = (_.what == "raised") & ~_.withdrawn
CLOSED = _.what == "closed"
CODES = {one.code: one for one in categories.shipped()}
HEADS = {code: label for code, label in categories.groups().items() if code != categories.OTHER}
LAST = concerns.FORMAL_STAGES[-1]


def _number(key: str, label: str, when: Question) -> Group:
    return Group(key, label, when, measure=Measure.COUNT)


def _share(key: str, label: str, when: Question) -> Group:
    return Group(key, label, when, RAISED)


def _stage(number: int) -> str:
    return f"stage {number} or later" if number == LAST else f"stage {number}"


def _heads() -> tuple[Group, ...]:
    """How many under each head; a council's own heads stand with “other”, so that they add up."""
    named = tuple(
        _number(f"head_{code}", label, RAISED & one_of("head", code)) for code, label in HEADS.items()
    )
    return (*named, _number("head_other", "Other, and groups of our own", RAISED & ~one_of("head", *HEADS)))


def _categories() -> tuple[Group, ...]:
    """One group for each category of the list, under its head's name, and one for all others."""
    heads = categories.groups()
    ordered = sorted(
        CODES.values(), key=lambda one: (one.code == categories.OTHER, list(heads).index(one.group))
    )
    labels = {
        one.code: one.label if one.code == categories.OTHER else f"{heads[one.group]}: {_inside(one.label)}"
        for one in ordered
    }
    return (
        *(_share(code, label, one_of("category", code)) for code, label in labels.items()),
        _share("other_category", "A category of our own", ~one_of("category", *CODES)),
    )


def _inside(label: str) -> str:
    return label[:1].lower() + label[1:]


def _stages() -> tuple[Group, ...]:
    """The highest stage opened, which adds up to all concerns; and each stage they had, which does not."""
    return (
        _share("highest_none", "No stage opened", _.highest.isnull()),
        _share("highest_informal", "Informal at most", (_.highest == 0).fill_null(False)),
        *(
            _share(f"highest_stage_{n}", f"At most {_stage(n)}", (_.highest == n).fill_null(False))
            for n in concerns.FORMAL_STAGES
        ),
        _share("with_informal", "Raised informally", _.stage_0),
        *(
            _share(f"with_stage_{n}", f"Raised at {_stage(n)}", _[f"stage_{n}"])
            for n in concerns.FORMAL_STAGES
        ),
        _number("children_informal", "Children with a concern raised informally", RAISED & _.first_informal),
    )


def _days(key: str, label: str, measure: Measure) -> Group:
    return Group(key, label, _.working_days.notnull(), CLOSED, measure=measure, value_of="working_days")


INDICATOR = Indicator(
    table="issues",
    title="Concerns raised by officers",
    kind=Kind.DISTRIBUTION,
    order=123,
    rows=concerns.concerns,
    row_is="concern raised in the period",
    dates=("category", "raised_on", "highest", "closed_on", "effect", "working_days"),
    needs=("concerns", "stages"),
    groups=(
        _number("total", "Concerns raised", RAISED),
        _number("children", "Children they are about", RAISED & _.first_of_child),
        *_heads(),
        *_categories(),
        *_stages(),
        _days("days_to_resolve", "Working days from raised to closed, median", Measure.MEDIAN),
        _days("longest_to_resolve", "Working days from raised to closed, longest", Measure.LONGEST),
        _number("withdrawn", "Taken back, not counted above", (_.what == "raised") & _.withdrawn),
    ),
    note=(
        "Every concern raised in the period about any child, in care or not; for brothers and sisters one each. Each "
        "counts once however many stages it had, and each child once in the period, so the children of a year are not "
        "the sum of its quarters. Stages are those opened by the end of the period; one that was passed over was not "
        "opened. The highest stage adds up to all concerns; a concern is counted at each stage it had. Working days "
        "are those of concerns closed in the period, whenever raised. Our choices: a concern taken back as none is "
        "left out of everything else and counted in a line of its own; categories of our own stand together in the "
        "line after the list. Groups that are empty in every column are left out of print. Many concerns may mean that "
        "officers look closely."
    ),
    custody=Custody(
        why="What officers raise again and again is what the council must put right for every child, not for one.",
        definition=(
            "Concerns raised in the period, by category and by the stages opened by its end; of those closed in the "
            "period, the working days from the day they were raised: the median and the longest."
        ),
        source="Concerns and their stages in the service's own records; IRO Handbook 2010, chapter 6.",
        owner="IRO manager",
    ),
)
