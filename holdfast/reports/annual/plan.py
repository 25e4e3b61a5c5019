"""The work plan and the recommendations as tables and paragraphs of the report, from what is entered beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.rounding import in_percent
from holdfast.reports.annual.material import Material
from holdfast.reports.annual.sentences import listed
from holdfast.reports.content import DASH, Block, Bullets, Cell, Column, Kind, Row, Table, Unit, paragraph
from holdfast.reports.inputs import ActionLine, AimLine, DecisionLine, ProgressLine, RecommendationLine
from holdfast.reports.printing import half_up, long_day, whole

SOURCE = "The service's work plan."
NO_ACTION = ActionLine("No action is entered for this aim.", "", None, "")


def _aims(material: Material, year_ending: int) -> list[AimLine]:
    aims = material.inputs.aims if material.inputs else ()
    return [aim for aim in aims if aim.year_ending == year_ending]


def progress(material: Material) -> tuple[Block, ...]:
    """Each action of the year's plan with what became of it; nothing where no plan is entered."""
    aims = _aims(material, material.year.ending)
    if not aims:
        return ()
    rows = [_progress_row(aim, action) for aim in aims for action in aim.actions or (NO_ACTION,)]
    table = Table(
        key="progress_plan",
        caption=f"Progress with the work plan {material.year}",
        row_heading="Aim",
        columns=(Column("Action", words=True), Column("State", words=True), Column("Progress", words=True)),
        rows=tuple(rows),
        kind=Kind.TEXT,
        notes=tuple(_carried(material.year, aims)),
        source=SOURCE,
    )
    return (paragraph(_how_far(material.year, aims)), table)


def _how_far(year: ReportingYear, aims: Sequence[AimLine]) -> str:
    """'The work plan for 2016/17 had 3 aims and 14 actions. 9 of 14 are done (64.3%); 4 are under way.'"""
    actions = [action for aim in aims for action in aim.actions]
    had = f"The work plan for {year} had {_some(len(aims), 'aim')} and {_some(len(actions), 'action')}."
    if not actions:
        return had
    states = Counter(action.state for action in actions)
    done, rest = states.pop("Done", 0), list(states.items())
    share = half_up(100 * done / len(actions), 1)
    others = listed(
        [f"{whole(count)} {'is' if count == 1 else 'are'} {_lower(state)}" for state, count in rest]
    )
    are = "is" if done == 1 else "are"
    others = f"; {others}" if others else ""
    return f"{had} {whole(done)} of {whole(len(actions))} {are} done ({in_percent(share)}){others}."


def _some(count: int, thing: str) -> str:
    return f"{whole(count)} {thing}{'' if count == 1 else 's'}"


def _lower(state: str) -> str:
    return state[:1].lower() + state[1:]


def _progress_row(aim: AimLine, action: ActionLine) -> Row:
    said = " ".join(_said(line) for line in action.progress)
    return Row(aim.title, _words(action.text, action.state, said))


def _said(line: ProgressLine) -> str:
    evidence = f" Seen in: {_sentence(line.evidence)}" if line.evidence else ""
    return f"{long_day(line.said_on)}: {_sentence(line.text)}{evidence}"


def _carried(year: ReportingYear, aims: Sequence[AimLine]) -> list[str]:
    before, after = ReportingYear(year.ending - 1), ReportingYear(year.ending + 1)
    from_before = [f"“{aim.title}”" for aim in aims if aim.carried]
    goes_on = [f"“{aim.title}”" for aim in aims if aim.goes_on]
    said = [f"Carried from the plan for {before}: {listed(from_before)}."] if from_before else []
    return said + ([f"Goes on in the plan for {after}: {listed(goes_on)}."] if goes_on else [])


def to_come(material: Material) -> tuple[Block, ...]:
    """The plan of the year after: each action with its owner and its day; nothing where none is entered."""
    year = ReportingYear(material.year.ending + 1)
    aims = _aims(material, year.ending)
    if not aims:
        return ()
    table = Table(
        key="priorities_plan",
        caption=f"Work plan {year}",
        row_heading="Aim",
        columns=(Column("Action", words=True), Column("Owner", words=True), Column("By", words=True)),
        rows=tuple(
            Row(aim.title, _words(action.text, action.owner, _by(action)))
            for aim in aims
            for action in aim.actions or (NO_ACTION,)
        ),
        kind=Kind.TEXT,
        notes=(*_themes(aims), *_carried(year, aims)),
        source=SOURCE,
    )
    whys = tuple((f"{_sentence(aim.title)} {aim.why}",) for aim in aims if aim.why)
    return (*((paragraph(f"The aims for {year}, and why:"), Bullets(whys)) if whys else ()), table)


def _by(action: ActionLine) -> str:
    return long_day(action.due_on) if action.due_on else ""


def _themes(aims: Sequence[AimLine]) -> list[str]:
    return [f"“{aim.title}” serves the council's themes {listed(aim.themes)}." for aim in aims if aim.themes]


def _words(*texts: str) -> tuple[Cell, ...]:
    return tuple(Cell(Unit.TEXT, text=text or DASH) for text in texts)


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def asked(material: Material) -> tuple[Block, ...]:
    """What the board is asked this year; nothing where no recommendation is entered."""
    found = _recommendations(material, material.year.ending)
    if not found:
        return ()
    items = tuple(
        (f"{_sentence(one.text)}{f' Reason: {_sentence(one.reason)}' if one.reason else ''}",)
        for one in found
    )
    board = material.authority.board
    return (
        paragraph(f"It is recommended that the {board} consider the following:"),
        Bullets(items, numbered=True),
    )


def answered(material: Material) -> tuple[Block, ...]:
    """What the board was asked the year before, and of earlier years what is still open: decided, and since then."""
    said = material.inputs.recommendations if material.inputs else ()
    before = [one for one in said if one.year_ending < material.year.ending]
    if not before:
        return ()
    table = Table(
        key="recommendations_before",
        caption="What the board was asked before, and what came of it",
        row_heading="Recommendation",
        columns=(Column("Decided", words=True), Column("Since then", words=True)),
        rows=tuple(
            Row(f"{ReportingYear(one.year_ending)}: {one.text}", _words(_decided(one), _since(one)))
            for one in before
        ),
        kind=Kind.TEXT,
        source="The service's record of the board's decisions.",
    )
    return (table,)


def _recommendations(material: Material, year_ending: int) -> list[RecommendationLine]:
    said = material.inputs.recommendations if material.inputs else ()
    return [one for one in said if one.year_ending == year_ending]


def _decided(one: RecommendationLine) -> str:
    return " ".join(_decision(line) for line in one.decisions) or "No decision is recorded."


def _decision(line: DecisionLine) -> str:
    words = f" {_sentence(line.text)}" if line.text else ""
    owner = f" {line.owner}" if line.owner else ""
    due = f" by {long_day(line.due_on)}" if line.due_on else ""
    sees = f" To be seen to{f':{owner}' if owner else ''}{due}." if owner or due else ""
    return f"{line.body}, {long_day(line.met_on)}: {_lower(line.decided)}.{words}{sees}"


def _since(one: RecommendationLine) -> str:
    return " ".join(_since_then(line) for line in one.follow_ups) or "Nothing is recorded since."


def _since_then(line: ProgressLine) -> str:
    done = " Nothing is left to do." if line.state == "Done" else ""
    return f"{_said(line)}{done}"
