"""The XML form: the same tables as from CSV, and documents that try to do more than hold a return."""

from __future__ import annotations

from datetime import date

import pytest

from holdfast.returns.ssda903.read import read

CHILD = """<CHILD>
<HEADER><CHILDID>c1</CHILDID><SEX>1</SEX><DOB>01/02/2008</DOB><ETHNIC>wbri</ETHNIC><UASC>1</UASC>
<DUC>01/02/2026</DUC><NB_ADOPTR>2</NB_ADOPTR><IN_TOUCH>YES</IN_TOUCH><ACTIV>F1</ACTIV><ACCOM>B1</ACCOM>
<AMISSING><MISSING>M</MISSING><MIS_START>01/06/2017</MIS_START></AMISSING>
<AREVIEW><REVIEW>06/06/2017</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW>
<PERMANENCE><PREV_PERM>Z1</PREV_PERM></PERMANENCE><OC2><SDQ_SCORE>12</SDQ_SCORE></OC2>
<AD_PLACED><DATE_PLACED>07/06/2017</DATE_PLACED></AD_PLACED></HEADER>
<EPISODE><DECOM>10/05/2017</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N1</CIN><PL>U4</PL><DEC/><REC></REC></EPISODE>
</CHILD>"""


def document(content: str = CHILD, prologue: str = "") -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{prologue}<EXPSSDA903>\n{content}\n</EXPSSDA903>\n'


def read_text(tmp_path, text: str | bytes):
    path = tmp_path / "a" / "return.xml"
    path.parent.mkdir()
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read([path])


def faults_of(tmp_path, text: str | bytes) -> list[str]:
    read_set = read_text(tmp_path, text)
    assert read_set.returns == []
    return [str(fault) for fault in read_set.faults]


def given(table) -> list[dict]:
    """The rows of a table without what is blank."""
    return [{name: value for name, value in row.items() if value is not None} for row in table.to_pylist()]


def test_every_table_is_found_where_the_xml_holds_it(tmp_path):
    read_set = read_text(tmp_path, document())

    assert read_set.faults == []
    tables, child, born = read_set.returns[0].tables, "C1", date(2008, 2, 1)
    assert given(tables["Header"]) == [{"CHILD": child, "SEX": "1", "DOB": born, "ETHNIC": "WBRI", "LINE": 4}]
    assert given(tables["Episodes"]) == [
        {
            "CHILD": child,
            "DECOM": date(2017, 5, 10),
            "RNE": "S",
            "LS": "C2",
            "CIN": "N1",
            "PLACE": "U4",
            "LINE": 10,
        }
    ]
    assert given(tables["UASC"]) == [
        {"CHILD": child, "SEX": "1", "DOB": born, "DUC": date(2026, 2, 1), "LINE": 4}
    ]
    assert given(tables["AD1"]) == [{"CHILD": child, "DOB": born, "NB_ADOPTR": "2", "LINE": 4}]
    assert given(tables["OC3"]) == [
        {"CHILD": child, "DOB": born, "IN_TOUCH": "YES", "ACTIV": "F1", "ACCOM": "B1", "LINE": 4}
    ]
    assert given(tables["OC2"]) == [{"CHILD": child, "DOB": born, "SDQ_SCORE": 12, "LINE": 8}]
    assert given(tables["PrevPerm"]) == [{"CHILD": child, "DOB": born, "PREV_PERM": "Z1", "LINE": 8}]
    assert given(tables["Missing"]) == [
        {"CHILD": child, "DOB": born, "MISSING": "M", "MIS_START": date(2017, 6, 1), "LINE": 6}
    ]
    assert given(tables["Reviews"]) == [
        {"CHILD": child, "DOB": born, "REVIEW": date(2017, 6, 6), "REVIEW_CODE": "PN1", "LINE": 7}
    ]
    assert given(tables["PlacedAdoption"]) == [
        {"CHILD": child, "DOB": born, "DATE_PLACED": date(2017, 6, 7), "LINE": 9}
    ]


def test_a_folder_with_one_xml_file_is_that_return(tmp_path):
    (tmp_path / "return.xml").write_text(document())

    assert read([tmp_path]).returns[0].year_ending == 2018


def test_a_folder_with_both_forms_is_refused(tmp_path):
    (tmp_path / "return.xml").write_text(document())
    (tmp_path / "header.csv").write_text("CHILD\n")

    [fault] = read([tmp_path]).faults

    assert fault.found == "1 XML file and 1 CSV files"
    assert fault.expected == "CSV files alone, or one XML file alone"


@pytest.mark.parametrize("flag", ["<UASC>0</UASC>", "<UASC/>", ""])
def test_a_child_without_the_flag_is_not_in_the_uasc_table(tmp_path, flag):
    text = document().replace("<UASC>1</UASC>", flag).replace("<DUC>01/02/2026</DUC>", "")

    assert read_text(tmp_path, text).returns[0].tables["UASC"].num_rows == 0


def test_a_flag_that_is_neither_yes_nor_no(tmp_path):
    assert faults_of(tmp_path, document().replace("<UASC>1</UASC>", "<UASC>Y</UASC>")) == [
        "return.xml, row 4, column UASC: found “Y”; expected 0 or 1"
    ]


def test_a_truncated_document(tmp_path):
    whole = document()

    assert faults_of(tmp_path, whole[: whole.index("<OC2>") + 9]) == [
        "return.xml, row 8: found the end of the file in the middle of the return; expected a whole XML return"
    ]


@pytest.mark.parametrize("cut", range(2, 700, 31))
def test_a_document_truncated_anywhere(tmp_path, cut):
    [fault] = faults_of(tmp_path, document()[:-cut].rstrip())

    assert fault.startswith("return.xml, row ")


SECRET = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>\n'
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>\n'
PARAMETER = '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:1/p.dtd"> %p;]>\n'
OUTSIDE = '<!DOCTYPE EXPSSDA903 SYSTEM "http://127.0.0.1:1/x.dtd">\n'


@pytest.mark.parametrize("prologue", [SECRET, LAUGHS, PARAMETER, OUTSIDE, "<!DOCTYPE EXPSSDA903>\n"])
def test_document_types_and_entities_are_refused(tmp_path, prologue):
    text = document(CHILD.replace("wbri", "&c;" if prologue is LAUGHS else "&e;"), prologue)

    assert faults_of(tmp_path, text) == [
        "return.xml, row 2: found a document type or an entity, which can reach beyond the file; "
        "expected an XML return without them"
    ]


def test_an_entity_that_nobody_declared(tmp_path):
    [fault] = faults_of(tmp_path, document(CHILD.replace("wbri", "&e;")))

    assert fault == "return.xml, row 4: found broken XML (undefined entity); expected a whole XML return"


def test_unknown_elements_are_named_with_their_line(tmp_path):
    text = document(CHILD.replace("<PERMANENCE>", "<CHAIR><NAME>x</NAME></CHAIR>\n<PERMANENCE>"))

    assert faults_of(tmp_path, text) == [
        "return.xml, row 8: found an element “CHAIR” in HEADER; expected the elements of the SSDA903 schema"
    ]


def test_a_child_without_header(tmp_path):
    text = document(CHILD + "\n<CHILD></CHILD>")

    assert faults_of(tmp_path, text) == [
        "return.xml, row 12: found a CHILD without HEADER; expected one HEADER for each child"
    ]


def test_another_document(tmp_path):
    assert faults_of(tmp_path, "<Message><Header/></Message>") == [
        "return.xml, row 1: found an XML document “Message”; expected one that begins with EXPSSDA903"
    ]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("<SEX>1</SEX>", "<SEX>1</SEX><SEX>2</SEX>", "row 4, column SEX: found this value twice"),
        ("<SEX>1</SEX>", "stray<SEX>1</SEX>", "row 4: found the text “stray” between elements"),
        ("<CHILDID>c1</CHILDID>", "", "row 4, column CHILD: found nothing"),
        ("10/05/2017", "2017-05-10", "row 10, column DECOM: found “2017-05-10”"),
        ("<SDQ_SCORE>12", "<SDQ_SCORE>low", "row 8, column SDQ_SCORE: found “low”"),
        ("wbri", "x" * 2000, "row 4: found a value longer than any in a return"),
        ("</OC2>", "", "row 9: found broken XML (mismatched tag)"),
    ],
)
def test_values_that_cannot_be_understood(tmp_path, old, new, found):
    faults = faults_of(tmp_path, document(CHILD.replace(old, new)))

    assert any(fault.startswith(f"return.xml, {found}; expected ") for fault in faults), faults


@pytest.mark.parametrize("content", [b"", b"\0" * 100, b"\xff\xfe<\0", "<EXPSSDA903>é".encode("latin-1")])
def test_a_file_that_is_no_xml(tmp_path, content):
    assert len(faults_of(tmp_path, content)) == 1


def test_an_encoding_nobody_knows(tmp_path):
    assert len(faults_of(tmp_path, document().replace("UTF-8", "klingon"))) == 1


def test_500_megabytes_that_are_no_xml(tmp_path):
    path = tmp_path / "return.xml"
    with path.open("wb") as file:
        file.write(b"<EXPSSDA903>")
        file.truncate(500_000_000)

    [fault] = read([path]).faults

    assert (fault.found, fault.expected) == ("500 MB", "at most 134 MB")


def test_progress_is_told_to_the_last_byte(tmp_path):
    path = tmp_path / "return.xml"
    path.write_text(document(CHILD * 1) + " " * 200_000)
    told = []

    read([path], progress=lambda what, done, total: told.append((done, total)))

    assert len(told) > 2
    assert told[-1] == (path.stat().st_size, path.stat().st_size)
