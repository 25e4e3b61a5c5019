"""The diary cannot be changed on the service's own connection, whatever SQL it may be made to run."""

from __future__ import annotations

import sqlite3
from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction

from holdfast.casework.access.models import User
from holdfast.casework.access.roles import Role
from holdfast.casework.audit import guard
from holdfast.casework.audit.actions import record
from holdfast.casework.audit.checks import audit_is_out_of_reach, powers_over_the_diary
from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.audit.mutability import OnlyAdded, append_only
from holdfast.casework.audit.ownership import RoleMissing, SameRole, grant_to_service
from holdfast.casework.checking.models import Sample
from holdfast.casework.editions.models import PackAnswer
from holdfast.casework.improvement.models import BoardDecision, FollowUp, Progress
from holdfast.casework.intake.models import Finding, FindingKind, ReturnIntake
from holdfast.casework.midway.models import MidwayCheck, MidwayEntry
from holdfast.casework.provenance.models import ChangeReason, FieldChange, Owner
from holdfast.casework.publishing.actions import write_text
from holdfast.casework.publishing.models import PublicRule
from holdfast.casework.records import models as records
from tests.builders import improvement, packs, people, reviews

pytestmark = pytest.mark.django_db

on_sqlite = connection.vendor == "sqlite"
T = AuditEvent._meta.db_table

CHANGES = [
    f"UPDATE {T} SET verb = 'child.forgotten'",
    f"DELETE FROM {T}",
]
IN_DISGUISE_SQLITE = [
    f"REPLACE INTO {T} SELECT * FROM {T}",
    f"INSERT OR REPLACE INTO {T} SELECT * FROM {T}",
    f"INSERT INTO {T} SELECT * FROM {T} WHERE true ON CONFLICT (id) DO UPDATE SET verb = 'a.b'",
    f"DROP TABLE {T}",
    f"DROP TABLE {T.upper()}",
    f"ALTER TABLE {T} RENAME TO gone",
    f"ALTER TABLE {T} ADD COLUMN note text",
    f"ALTER TABLE {T} DROP COLUMN verb",
    f"DROP TRIGGER {T}_no_update",
    f"CREATE TRIGGER quiet BEFORE INSERT ON {T} BEGIN SELECT RAISE(IGNORE); END",
    f"CREATE TEMP TRIGGER quiet BEFORE INSERT ON main.{T} BEGIN SELECT RAISE(IGNORE); END",
    f"CREATE TEMP TABLE {T} (id integer)",
    f"CREATE TEMP VIEW {T} AS SELECT 1",
    f"CREATE INDEX one ON {T} (verb)",
    "DROP INDEX audit_by_actor",
    "PRAGMA writable_schema = 1",
    "PRAGMA ignore_check_constraints = 1",
    "UPDATE sqlite_sequence SET seq = 9223372036854775807",
    "DELETE FROM sqlite_sequence",
    "UPDATE sqlite_master SET sql = ''",
    "DELETE FROM sqlite_schema",
    "INSERT INTO sqlite_master SELECT * FROM sqlite_master",
    "UPDATE sqlite_temp_master SET sql = ''",
    f"INSERT INTO sqlite_sequence VALUES ('{T}', 9223372036854775807)",
    f"CREATE VIRTUAL TABLE temp.{T} USING fts5(id, at, actor_id, verb, subject_type, subject_id, detail)",
    "CREATE TEMP TABLE harmless (id integer)",
    "CREATE TABLE harmless (id integer)",
    "CREATE VIEW harmless AS SELECT 1",
    "DROP TABLE people_child",
    "ATTACH ':memory:' AS elsewhere",
]
NUMBERS_OUT_OF_TURN = ["9223372036854775807", f"(SELECT max(id) + 2 FROM {T})", "-5"]
SHAPES_POSTGRESQL = [
    f"TRUNCATE {T}",
    f"DROP TABLE {T}",
    f"ALTER TABLE {T} ADD COLUMN note text",
    f"ALTER TABLE {T} DISABLE TRIGGER ALL",
    f"DROP TRIGGER {T}_no_change ON {T}",
    f"CREATE TRIGGER quiet BEFORE INSERT ON {T} FOR EACH ROW EXECUTE FUNCTION {T}_refuse()",
    f"DROP FUNCTION {T}_refuse() CASCADE",
    "DROP SCHEMA public CASCADE",
    f"CREATE TEMP TABLE {T} (LIKE public.{T} INCLUDING IDENTITY)",
    f"CREATE TEMP VIEW {T} AS SELECT 1",
    f"SELECT * INTO TEMP {T} FROM public.{T}",
    f"CREATE TABLE public.shadow (LIKE public.{T})",
    "CREATE SCHEMA shadow",
    f"SELECT setval(pg_get_serial_sequence('{T}', 'id'), 9223372036854775807)",
]


@pytest.fixture
def event() -> AuditEvent:
    return record(by=None, verb="child.read", subject=people.child())


def run(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def still_there(event: AuditEvent) -> bool:
    return list(AuditEvent.objects.values_list("pk", "verb")) == [(event.pk, "child.read")]


@pytest.mark.parametrize("statement", CHANGES + (IN_DISGUISE_SQLITE if on_sqlite else [f"TRUNCATE {T}"]))
def test_statement_on_the_service_connection_is_refused(event: AuditEvent, statement: str) -> None:
    with pytest.raises(DatabaseError):
        run(statement)

    assert still_there(event)


@pytest.fixture
def one_row_of_each() -> dict[str, int]:
    """A row in every table to which rows are only added: the table's name and how many rows it has."""
    morgan = people.user(Role.IRO_MANAGER)
    record(by=morgan, verb="child.read", subject=people.child())
    write_text(year_ending=2017, slot="foreword", text="Our year.", by=morgan)
    intake = ReturnIntake.objects.create()
    Finding.objects.create(intake=intake, kind=FindingKind.FAULT)
    changed = FieldChange.objects.create(
        record_type="people.Child", record_id=1, field="sex", source=Owner.TYPED
    )
    ChangeReason.objects.create(change=changed, reason="A slip")
    _one_row_of_a_review(date(2016, 6, 1))
    _one_row_of_the_reports(morgan, date(2017, 3, 1))
    return {model._meta.db_table: model.objects.count() for model in append_only()}


def _one_row_of_a_review(day: date) -> None:
    review = reviews.review(people.child("Bea Birch"), day)
    released = records.Release.objects.create(review=review, released_on=day)
    objection = records.ManagerAnswer.objects.create(
        release=released, answer="objects", text="No.", answered_on=day, name="Pat Hollis"
    )
    records.AnswerToObjection.objects.create(objection=objection, text="Yes.", replied_on=day)
    records.CarePlanUpdate.objects.create(review=review, updated_on=day)
    record_of_it = records.Record.objects.create(review=review)
    records.Addendum.objects.create(record=record_of_it, text="More.", added_on=day)
    check = MidwayCheck.objects.create(review=review, due_on=day)
    MidwayEntry.objects.create(check_of=check, kind="effect", text="A bicycle.", happened_on=day)
    Sample.objects.create(month=day, per_officer=1, seed=7)


def _one_row_of_the_reports(morgan: User, day: date) -> None:
    (receipt,) = packs.sent(packs.draft(), morgan)
    PackAnswer.objects.create(receipt=receipt, text="A list each Monday.")
    action = improvement.action(improvement.aim())
    Progress.objects.create(action=action, said_on=day, state="open", text="Begun.")
    asked = improvement.recommendation()
    BoardDecision.objects.create(recommendation=asked, body="The board", met_on=day, decided="agreed")
    FollowUp.objects.create(recommendation=asked, said_on=day, text="Done.")
    PublicRule.objects.create(threshold=5, reason="As elsewhere")


@pytest.mark.parametrize("statement", ["UPDATE {} SET id = id + 1000", "DELETE FROM {}"])
def test_every_table_that_says_so_is_only_added_to(one_row_of_each: dict[str, int], statement: str) -> None:
    assert guard.tables() == set(one_row_of_each)
    for table, number in one_row_of_each.items():
        assert number > 0
        with pytest.raises(DatabaseError):
            run(statement.format(table))
        with guard.lifted(), pytest.raises(DatabaseError, match="only ever added to"):
            run(statement.format(table))


def test_saving_or_deleting_an_event_is_refused_before_it_reaches_the_database(event: AuditEvent) -> None:
    for change in (event.save, event.delete, AuditEvent.objects.all().delete):
        with pytest.raises(OnlyAdded):
            change()
    with pytest.raises(OnlyAdded):
        AuditEvent.objects.update(verb="a.b")

    assert still_there(event)


def test_the_other_tables_can_be_changed(event: AuditEvent) -> None:
    run("UPDATE people_child SET name = 'Alice Arden'")
    run("DELETE FROM people_child")


# Each database has its own guard: its tests are there when the suite runs on it.
if on_sqlite:

    class TestSQLite:
        @pytest.mark.parametrize("statement", [*CHANGES, IN_DISGUISE_SQLITE[0]])
        def test_triggers_refuse_without_the_authorizer(self, event: AuditEvent, statement: str) -> None:
            with guard.lifted(), pytest.raises(DatabaseError, match="only ever added to"):
                run(statement)

            assert still_there(event)

        @pytest.mark.parametrize("number", NUMBERS_OUT_OF_TURN)
        def test_a_number_out_of_turn_is_refused(self, event: AuditEvent, number: str) -> None:
            columns = "at, actor_id, verb, subject_type, subject_id, detail"
            with pytest.raises(DatabaseError, match="only ever added to"):
                run(f"INSERT INTO {T} (id, {columns}) SELECT {number}, {columns} FROM {T}")

            assert still_there(event)
            record(by=None, verb="child.read", subject=AuditEvent)

        def test_the_first_number_cannot_be_the_last_there_is(self) -> None:
            with pytest.raises(DatabaseError, match="only ever added to"):
                AuditEvent.objects.create(id=2**63 - 1, verb="child.read", subject_type="people.Child")

        def test_a_temporary_table_is_not_renamed_into_its_place(self, event: AuditEvent) -> None:
            with guard.lifted():
                run("CREATE TEMP TABLE harmless (id integer)")
            try:
                with pytest.raises(DatabaseError, match="not authorized"):
                    run(f"ALTER TABLE temp.harmless RENAME TO {T}")
            finally:
                with guard.lifted():
                    run("DROP TABLE temp.harmless")

        def test_a_statement_prepared_while_lifted_is_asked_again(self, event: AuditEvent) -> None:
            again = "UPDATE sqlite_sequence SET seq = seq"
            with guard.lifted():
                run(again)

            with pytest.raises(DatabaseError, match="not authorized"):
                run(again)

        def test_a_new_connection_is_guarded_from_the_start(self, tmp_path: object) -> None:
            new = connection.copy()
            try:
                new.connect()
                with pytest.raises(sqlite3.DatabaseError, match="not authorized"):
                    new.connection.execute(f"CREATE TABLE {T} (id integer)")
            finally:
                new.close()

        def test_functions_that_answer_with_a_table_still_work(self) -> None:
            new = connection.copy()
            try:
                with new.cursor() as cursor:
                    cursor.execute("SELECT value FROM json_each('[1, 2]')")
                    assert cursor.fetchall() == [(1,), (2,)]
                    cursor.execute("SELECT name FROM pragma_table_info('audit_auditevent')")
            finally:
                new.close()

        def test_there_is_nothing_to_warn_of(self) -> None:
            assert audit_is_out_of_reach(["default"]) == []

else:

    class TestPostgreSQL:
        @pytest.fixture
        def as_service(self, event: AuditEvent) -> None:
            run("CREATE ROLE holdfast_try_service NOSUPERUSER")
            grant_to_service(connection, "holdfast_try_service")
            run("SET LOCAL SESSION AUTHORIZATION holdfast_try_service")

        @pytest.mark.parametrize("statement", CHANGES + SHAPES_POSTGRESQL)
        def test_the_service_role_may_not(self, as_service: None, event: AuditEvent, statement: str) -> None:
            with pytest.raises(DatabaseError, match=r"permission denied|must be owner"):
                run(statement)

            assert still_there(event)

        def test_the_service_role_may_add_and_not_change(
            self, one_row_of_each: dict[str, int], as_service: None
        ) -> None:
            for table in one_row_of_each:
                for change in (
                    f"UPDATE {table} SET id = 0",
                    f"DELETE FROM {table}",
                    f"INSERT INTO {table} SELECT * FROM {table}",
                ):
                    with pytest.raises(DatabaseError, match="permission denied"):
                        run(change)
            write_text(year_ending=2018, slot="foreword", text="Another year.", by=None)
            FieldChange.objects.bulk_create(
                [FieldChange(record_type="people.Child", record_id=1, field="sex", source=Owner.TYPED)] * 2
            )

        def test_the_service_role_works_and_has_no_powers_over_the_diary(self, as_service: None) -> None:
            child = people.child()
            record(by=people.user(Role.IRO), verb="child.read", subject=child)
            child.delete()

            assert powers_over_the_diary(connection) is None

        def test_a_service_that_is_superuser_is_told(self) -> None:
            assert "as a superuser" in str(powers_over_the_diary(connection))
            assert [warning.id for warning in audit_is_out_of_reach(["default"])] == ["audit.W001"]

        @pytest.mark.parametrize(
            ("given", "why"),
            [
                (f"ALTER TABLE {T} OWNER TO holdfast_try_owner", "owns the table"),
                ("ALTER SCHEMA public OWNER TO holdfast_try_owner", "owns the database"),
                ("ALTER ROLE holdfast_try_owner CREATEROLE", "may make roles"),
                ("ALTER ROLE holdfast_try_owner SUPERUSER", "superuser"),
                (f"GRANT UPDATE (verb) ON {T} TO holdfast_try_owner", "change or remove rows"),
                (f"GRANT DELETE ON {T} TO holdfast_try_owner", "change or remove rows"),
                ("GRANT pg_write_all_data TO holdfast_try_owner", "change or remove rows"),
                ("GRANT pg_execute_server_program TO holdfast_try_owner", "server's files"),
                ("GRANT CREATE ON SCHEMA public TO holdfast_try_owner", "tables of its own"),
                ("CREATE SCHEMA shadow AUTHORIZATION holdfast_try_owner", "tables of its own"),
            ],
        )
        def test_a_power_it_may_only_take_on_counts(self, event: AuditEvent, given: str, why: str) -> None:
            run("CREATE ROLE holdfast_try_service NOSUPERUSER NOINHERIT")
            run("CREATE ROLE holdfast_try_owner NOSUPERUSER")
            run("GRANT holdfast_try_owner TO holdfast_try_service")
            grant_to_service(connection, "holdfast_try_service")
            run(given)
            run("SET LOCAL SESSION AUTHORIZATION holdfast_try_service")

            assert why in str(powers_over_the_diary(connection))

        def test_leave_to_make_temporary_tables_counts(self, event: AuditEvent) -> None:
            run("CREATE ROLE holdfast_try_service NOSUPERUSER")
            grant_to_service(connection, "holdfast_try_service")
            with connection.cursor() as cursor:
                cursor.execute("SELECT current_database()")
                database = connection.ops.quote_name(cursor.fetchone()[0])
            run(f"GRANT TEMPORARY ON DATABASE {database} TO PUBLIC")
            run("SET LOCAL SESSION AUTHORIZATION holdfast_try_service")

            assert "tables of its own" in str(powers_over_the_diary(connection))

        def test_a_role_that_is_missing_or_the_same_is_told(self) -> None:
            with pytest.raises(RoleMissing, match="no role “holdfast_nobody”"):
                grant_to_service(connection, "holdfast_nobody")
            with pytest.raises(SameRole):
                grant_to_service(connection, connection.settings_dict["USER"])
