from datetime import date

import pytest

from holdfast.returns.ssda903.read import read
from holdfast.snapshot import from_ssda903, store
from tests.snapshot.folder import write_small_return

HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n"
EPISODES = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
REVIEWS = "CHILD,DOB,REVIEW,REVIEW_CODE\n"
OC2 = (
    "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,"
    "SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED\n"
)


def returned(folder, **files):
    folder.mkdir()
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text)
    return folder


@pytest.fixture
def two_years(tmp_path):
    """A1 open at the end of the first year, ended in the second, where the header says another sex."""
    first = returned(
        tmp_path / "first",
        header=HEADER + "A1,1,01/02/2010,WBRI,UN1,,\n",
        episodes=EPISODES + "A1,03/03/2017,S,C1,N1,U4,PR1,,,,,,\nA1,05/03/2018,L,C2,N1,U4,PR1,,,,,,\n",
        reviews=REVIEWS + "A1,01/02/2010,05/05/2017,PN4\nA1,01/02/2010,05/05/2017,PN1\nA1,01/02/2010,,\n",
        oc2=OC2 + "A1,01/02/2010,41,,,,1,1,1,0,,\n",
    )
    second = returned(
        tmp_path / "second",
        header=HEADER + "A1,2,01/02/2010,WBRI,UN1,,\n",
        episodes=EPISODES + "A1,05/03/2018,L,C2,N1,U4,PR1,07/07/2018,E4A,,,,\n",
        reviews=REVIEWS + "A1,01/02/2010,05/05/2017,PN6\n",
        oc2=OC2 + "A1,01/02/2010,12,,,,0,1,1,0,,\n",
    )
    return [f"2017/18={first}", f"2018/19={second}"]


def rows(paths, name):
    return from_ssda903.tables(read(paths))[name].to_pylist()


def test_the_later_return_wins_on_child_decom_and_rne(two_years):
    episodes = rows(two_years, "episodes")
    assert [(e["started"], e["ended"]) for e in episodes] == [
        (date(2017, 3, 3), None),
        (date(2018, 3, 5), date(2018, 7, 7)),
    ]


def test_the_later_return_wins_whatever_the_order_they_are_given_in(two_years):
    assert rows(list(reversed(two_years)), "episodes") == rows(two_years, "episodes")


def test_the_later_header_row_wins_and_sex_is_a_letter(two_years):
    assert rows(two_years, "children") == [
        {"child": "A1", "sex": "F", "born": date(2010, 2, 1), "ethnicity": "WBRI"}
    ]


def test_one_child_and_date_is_one_review_the_last_row_wins(two_years):
    assert rows(two_years[:1], "reviews") == [
        {"child": "A1", "held_on": date(2017, 5, 5), "participation": "PN1"}
    ]
    assert [r["participation"] for r in rows(two_years, "reviews")] == ["PN6"]


def test_health_facts_keep_the_year_of_their_return(two_years):
    facts = {r["year_ending"]: r for r in rows(two_years, "health")}
    assert facts[2018]["immunisations"] == "1"
    assert facts[2019]["immunisations"] == "0"


def test_a_score_stands_as_it_was_given(two_years):
    assert [r["sdq_score"] for r in rows(two_years, "health")] == [41, 12]


def test_a_return_with_faults_is_not_counted(tmp_path):
    folder = returned(tmp_path / "bad", header=HEADER + "A1,1,31/02/2010,WBRI,UN1,,\n", episodes=EPISODES)
    with pytest.raises(from_ssda903.FaultyReturn):
        from_ssda903.tables(read([folder]))


def test_every_table_has_exactly_the_columns_of_the_statistical_tables(tmp_path):
    made = from_ssda903.tables(read([write_small_return(tmp_path)]))
    assert {name: table.schema for name, table in made.items()} == {name: store.schema(name) for name in made}
    assert all(table.num_rows for table in made.values())
