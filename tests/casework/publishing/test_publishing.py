from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from holdfast.casework.access.roles import Role
from holdfast.casework.access.rules import NotAllowed
from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.provenance.models import FieldChange
from holdfast.casework.provenance.queries import history_of
from holdfast.casework.publishing import actions, queries
from holdfast.casework.publishing.models import Population, PublishedFigure, ReportText
from tests.builders import people

pytestmark = pytest.mark.django_db


def figure(**facts: object) -> PublishedFigure:
    standard = {"publisher": "England", "table": "sex", "group": "male", "period": "2015/16"}
    return PublishedFigure(
        **{**standard, "printed": "56%", "value": 56, "source": "An invented bulletin", **facts}
    )


def test_population_entered_again_is_corrected_and_kept() -> None:
    analyst = people.user(Role.ANALYST)

    actions.enter_population(year_ending=2017, aged_0_17=36_000, source="Mid-2016 estimate", by=analyst)
    population = actions.enter_population(
        year_ending=2017, aged_0_17=36_500, source="Mid-2016 estimate", by=analyst
    )

    assert queries.population_of(2017) == population
    assert population.aged_0_17 == 36_500
    assert [(c.field, c.before) for c in history_of(population)] == [("aged_0_17", "36000")]
    assert list(AuditEvent.objects.values_list("verb", flat=True)) == [
        "population.entered",
        "population.corrected",
    ]


def test_published_figures_entered_again_take_the_new_value() -> None:
    actions.enter_published_figures(figures=[figure(), figure(group="female", printed="44%")], by=None)
    actions.enter_published_figures(figures=[figure(printed="57%", value=57)], by=None)

    assert [(f.group, f.printed) for f in queries.published(["sex"]).order_by("group")] == [
        ("female", "44%"),
        ("male", "57%"),
    ]
    assert list(queries.published(["age"])) == []


def test_texts_keep_every_version_and_print_the_latest() -> None:
    manager = people.user()
    for words in ("Our year.", "Our good year."):
        actions.write_text(year_ending=2017, slot="foreword", text=words, by=manager)

    assert queries.texts_of(2017) == {"foreword": "Our good year."}
    assert [v.text for v in queries.versions_of(2017, "foreword")] == ["Our year.", "Our good year."]


def test_entering_is_for_those_who_write_the_report_and_for_years_there_are() -> None:
    with pytest.raises(NotAllowed):
        actions.write_text(year_ending=2017, slot="foreword", text="Mine.", by=people.user(Role.IRO))
    with pytest.raises(ValidationError, match="Choose a year that ends between"):
        actions.enter_population(year_ending=1817, aged_0_17=1, source="Guessed", by=None)


def test_the_database_refuses_what_can_never_be() -> None:
    Population.objects.create(year_ending=2017, aged_0_17=1, source="x")
    figure().save()
    never = {
        "population_is_not_nought": lambda: Population.objects.create(
            year_ending=2018, aged_0_17=0, source="x"
        ),
        "population_names_its_source": lambda: Population.objects.create(
            year_ending=2018, aged_0_17=1, source=""
        ),
        "year_ending": lambda: Population.objects.create(year_ending=2017, aged_0_17=1, source="x"),
        "published_figure_names_its_source": lambda: figure(source="", group="all").save(),
        "one_published_figure_per_cell": lambda: figure().save(),
        "report_text_has_a_slot": lambda: ReportText.objects.create(year_ending=2017, slot="", text=""),
    }

    for name, attempt in never.items():
        with pytest.raises(IntegrityError) as refused, transaction.atomic():
            attempt()
        assert name in str(refused.value) or "UNIQUE" in str(refused.value), name


def test_a_population_that_is_removed_is_kept_and_may_be_entered_again() -> None:
    analyst = people.user(Role.ANALYST)
    population = actions.enter_population(year_ending=2017, aged_0_17=36_000, source="Estimate", by=analyst)

    actions.remove_population(population=Population.objects.get(), by=analyst)

    assert queries.population_of(2017) is None
    kept = [(c.field, c.before, c.after, c.changed_by) for c in FieldChange.objects.order_by("id")]
    assert kept == [
        ("year_ending", "2017", "", analyst),
        ("aged_0_17", "36000", "", analyst),
        ("source", "Estimate", "", analyst),
        ("published_on", "", "", analyst),
    ]
    assert AuditEvent.objects.last().verb == "population.removed"
    again = actions.enter_population(year_ending=2017, aged_0_17=36_500, source="Estimate", by=analyst)
    assert again.pk != population.pk


def test_what_stood_in_a_published_figure_is_kept_when_many_are_entered() -> None:
    actions.enter_published_figures(figures=[figure(), figure(group="female", printed="44%")], by=None)

    entered = actions.enter_published_figures(
        figures=[figure(printed="57%", value=57, note="Revised"), figure(group="female", printed="44%")],
        by=None,
    )

    male = PublishedFigure.objects.get(group="male")
    assert entered == 2
    assert [(c.field, c.before, c.after) for c in history_of(male)] == [
        ("value", "56.0000", "57"),
        ("printed", "56%", "57%"),
        ("note", "", "Revised"),
    ]
    assert FieldChange.objects.count() == 3


def test_of_two_figures_for_one_cell_the_last_stands() -> None:
    actions.enter_published_figures(figures=[figure(), figure(printed="57%", value=57)], by=None)

    assert [f.printed for f in queries.published()] == ["57%"]


def test_one_figure_that_cannot_be_leaves_none() -> None:
    with pytest.raises(ValidationError):
        actions.enter_published_figures(figures=[figure(), figure(group="female", source="")], by=None)

    assert not PublishedFigure.objects.exists()


def test_a_published_figure_that_is_removed_is_kept() -> None:
    actions.enter_published_figures(figures=[figure()], by=None)
    analyst = people.user(Role.ANALYST)
    standing = PublishedFigure.objects.get()

    actions.remove_published_figure(figure=standing, by=analyst)

    kept = {c.field: c.before for c in FieldChange.objects.all()}
    assert (kept["publisher"], kept["printed"], kept["source"]) == ("England", "56%", "An invented bulletin")
    event = AuditEvent.objects.last()
    assert (event.verb, event.detail) == (
        "published_figure.removed", {"table": "sex", "group": "male", "period": "2015/16"},
    )  # fmt: skip


def test_correcting_and_removing_is_for_those_who_write_the_report() -> None:
    iro = people.user(Role.IRO)
    actions.enter_published_figures(figures=[figure()], by=None)
    standing = PublishedFigure.objects.get()
    population = actions.enter_population(year_ending=2017, aged_0_17=36_000, source="Estimate", by=None)

    for attempt in (
        lambda: actions.correct_published_figure(figure=standing, values={"printed": "1"}, by=iro),
        lambda: actions.remove_published_figure(figure=standing, by=iro),
        lambda: actions.remove_population(population=population, by=iro),
    ):
        with pytest.raises(NotAllowed):
            attempt()
