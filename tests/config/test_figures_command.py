import csv
import io
import json
import subprocess
import sys
from datetime import date

import pytest
from click.testing import CliRunner

from holdfast.casework.plans.models import Protection
from holdfast.casework.tiers.models import TierSpan
from holdfast.config.cli import main
from holdfast.demo import whose
from tests.builders import people
from tests.snapshot.folder import write_small_return


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return write_small_return(tmp_path_factory.mktemp("return"))


def run(*arguments):
    return CliRunner().invoke(main, ["figures", *map(str, arguments)])


def test_json_is_one_flat_list_and_nothing_else(folder):
    found = json.loads(run("--ssda903", folder, "--year", "2017/18", "--format", "json").stdout)
    assert {tuple(f) for f in found} == {("table", "group", "period", "numerator", "denominator", "value")}
    assert len({f["table"] for f in found}) == 15


def test_csv_and_json_say_the_same(folder):
    ask = ("--ssda903", folder, "--year", "2017/18", "--table", "age", "--format")
    from_csv = list(csv.DictReader(io.StringIO(run(*ask, "csv").stdout)))
    from_json = json.loads(run(*ask, "json").stdout)
    assert [{k: "" if v is None else str(v) for k, v in f.items()} for f in from_json] == from_csv


def test_a_table_to_read_has_value_and_n_of_n(folder):
    text = run("--ssda903", folder, "--year", "2017/18", "--table", "sex").stdout
    assert text.startswith("Children in care by sex (sex)\n")
    assert "50.0% (44/88)" in text


def test_rows_behind_a_number_are_as_many_as_it_says(folder):
    ask = ("--ssda903", folder, "--year", "2017/18", "--table", "age")
    number = next(
        f["numerator"]
        for f in json.loads(run(*ask, "--format", "json").stdout)
        if (f["group"], f["period"]) == ("5_9", "2017/18 Q2")
    )
    opened = json.loads(run(*ask, "--group", "5_9", "--period", "2017/18 Q2", "--rows").stdout)
    assert len(opened) == number > 0
    assert {"child", "born", "started", "ended"} < set(opened[0])


def test_a_population_gives_the_rate_per_10000(folder):
    ask = ("--ssda903", folder, "--year", "2017/18", "--table", "children_in_care", "--format", "json")
    assert {f["group"] for f in json.loads(run(*ask, "--population", 36000).stdout)} == {
        "number",
        "per_10000",
    }


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--year", "2017/19"], "write it like 2016/17"),
        (["--year", "2017/18", "--rows"], "--rows needs --table and --group"),
        (["--year", "2017/18", "--group", "5_9"], "go with --rows"),
        (["--year", "2017/18", "--table", "shoe_size"], "There is no table called “shoe_size”"),
    ],
)
def test_a_question_that_cannot_be_answered_is_said_in_words(folder, arguments, says):
    result = run("--ssda903", folder, *arguments)
    assert result.exit_code == 2
    assert says in result.stderr


def test_a_fault_stops_everything_with_one_line_each(folder, tmp_path):
    broken = write_small_return(tmp_path)
    text = (broken / "header.csv").read_text()
    (broken / "header.csv").write_text(text.replace(",DOB,", ",BIRTHDAY,", 1))
    result = run("--ssda903", broken, "--year", "2017/18", "--format", "json")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "Nothing was counted or loaded." in result.stderr


def test_figures_from_returns_do_not_load_django(folder):
    program = (
        "import sys; from holdfast.config.cli import main\n"
        f"main(['figures', '--ssda903', {str(folder)!r}, '--year', '2017/18'], standalone_mode=False)\n"
        "sys.exit(any(name.split('.')[0] == 'django' for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, check=False).returncode == 0


def test_a_year_that_no_return_is_of_is_said(folder):
    result = run("--ssda903", folder, "--year", "2016/17", "--format", "json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)
    assert "None of the returns is of 2016/17 (they are of 2017/18)" in result.stderr


def test_a_table_that_no_return_holds_is_said_in_a_sentence(folder):
    refused = run("--ssda903", folder, "--year", "2017/18", "--table", "caseload")
    assert refused.exit_code == 2
    assert "A return does not hold what “caseload” is counted from" in refused.stderr
    assert refused.stdout == ""


@pytest.mark.django_db
def test_the_service_s_own_records_answer_month_by_month():
    child = people.child()
    Protection.objects.create(child=child, opened_on=date(2017, 5, 2), started=date(2017, 5, 20))
    ask = ("--year", "2017/18", "--table", "protection_plans")

    found = json.loads(run(*ask, "--format", "json").stdout)
    opened = json.loads(run(*ask, "--group", "started", "--period", "2017-05", "--rows").stdout)

    assert [f["period"] for f in found if f["group"] == "open"] == [
        *(f"2017-{month:02}" for month in range(4, 13)),
        *(f"2018-{month:02}" for month in range(1, 4)),
    ]
    assert [f["numerator"] for f in found if f["group"] == "open"] == [0, *[1] * 11]
    assert [(row["child"], row["started"]) for row in opened] == [(child.number, "2017-05-20")]


@pytest.mark.django_db
def test_a_demonstration_is_counted_on_the_day_its_pages_stand_on(monkeypatch, settings):
    settings.TODAY = None
    monkeypatch.setattr(whose, "is_demonstration", lambda: True)
    TierSpan.objects.create(
        child=people.child(), tier="early_help", started=date(2017, 1, 9), ended=date(2017, 2, 28)
    )

    found = json.loads(run("--year", "2016/17", "--table", "steps", "--format", "json").stdout)

    year = {f["group"]: f["numerator"] for f in found if f["period"] == "2016/17"}
    assert (year["down"], year["not_yet_known_3"]) == (1, 1)
