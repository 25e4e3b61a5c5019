"""What is uploaded is opened without being trusted."""

from __future__ import annotations

import io
import zipfile
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from holdfast.web.intake import parcel


def zipped(**members: bytes) -> SimpleUploadedFile:
    """A zip; two underscores in a name stand for a stroke."""
    return zipped_as({name.replace("__", "/") + ".csv": content for name, content in members.items()})


def zipped_as(members: dict[str, bytes]) -> SimpleUploadedFile:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return SimpleUploadedFile("returns.zip", out.getvalue())


def kept(intake_id) -> list[str]:
    files = parcel.parcel_of(intake_id) / "files"
    return sorted(str(path.relative_to(files)) for path in files.rglob("*") if path.is_file())


def test_a_zip_with_a_folder_for_each_year_is_as_many_returns():
    intake_id = uuid4()

    parcel.pack(intake_id, [zipped(y2017__header=b"a", y2017__episodes=b"b", y2018__header=b"c")], None)

    assert [path.path.name for path in parcel.contents(intake_id)] == ["return-0001", "return-0002"]
    names = parcel.given_names(intake_id)
    assert [names["return-0001"], names["return-0002"]] == ["y2017", "y2018"]
    assert names["file-0003.csv"] == "y2018/header.csv"


@pytest.mark.parametrize(
    "name", ["../../../etc/evil.csv", "/etc/evil.csv", "..\\..\\evil.csv", "a/../../evil.csv"]
)
def test_a_path_that_climbs_out_stays_inside(name: str, tmp_path):
    intake_id = uuid4()

    parcel.pack(intake_id, [zipped_as({name: b"CHILD\n"})], None)

    assert kept(intake_id) == ["return-0001/file-0001.csv"]
    assert parcel.given_names(intake_id)["file-0001.csv"].endswith("evil.csv")
    assert ".." not in parcel.given_names(intake_id)["file-0001.csv"]
    assert not list(tmp_path.parent.glob("evil.csv"))


def test_a_zip_that_grows_beyond_measure_is_let_go(settings):
    settings.UPLOAD_LIMIT_BYTES = 100_000
    intake_id = uuid4()

    with pytest.raises(parcel.CannotUnpack, match="far larger inside"):
        parcel.pack(intake_id, [zipped(bomb=b"0" * 1_000_000)], None)

    assert not parcel.parcel_of(intake_id).exists()


def test_a_zip_of_a_thousand_files_is_let_go():
    with pytest.raises(parcel.CannotUnpack, match="1,000 files"):
        parcel.pack(uuid4(), [zipped_as({f"{n}.csv": b"" for n in range(1000)})], None)


def test_what_is_no_zip_is_named():
    with pytest.raises(parcel.CannotUnpack, match=r"broken\.zip cannot be opened"):
        parcel.pack(uuid4(), [SimpleUploadedFile("broken.zip", b"PK\x03\x04 and then nothing")], None)


def test_a_zip_without_a_table_is_named():
    with pytest.raises(parcel.CannotUnpack, match="holds no CSV and no XML file"):
        parcel.pack(uuid4(), [zipped_as({"letter.docx": b"x", "__MACOSX/a.csv": b"x"})], None)


def test_two_files_of_one_name_in_a_zip_are_refused_not_overwritten():
    with pytest.raises(parcel.CannotUnpack, match=r"a\.csv is there twice"):
        parcel.pack(uuid4(), [zipped_as({"x/a.csv": b"1", "x\\a.csv": b"2"})], None)


def test_word_left_for_an_import_that_was_given_up_makes_no_folder():
    intake_id = uuid4()

    parcel.write_note(intake_id, "loading", ["x", 1])

    assert not parcel.parcel_of(intake_id).exists()
    assert parcel.read_note(intake_id, "loading") is None


def test_names_too_long_for_a_disk_are_labels_only():
    intake_id = uuid4()
    long = "照顾" * 60
    deep = "/".join(["folder of many letters"] * 30)

    parcel.pack(intake_id, [zipped_as({f"{long}/{long}.csv": b"CHILD\n", f"{deep}/a.csv": b"CHILD\n"})], None)

    assert kept(intake_id) == ["return-0001/file-0001.csv", "return-0002/file-0002.csv"]


def test_all_zips_of_an_upload_share_one_allowance(settings):
    settings.UPLOAD_LIMIT_BYTES = 100_000
    halves = [zipped(**{f"half{n}": b"0" * 300_000}) for n in range(2)]

    with pytest.raises(parcel.CannotUnpack, match="far larger inside"):
        parcel.pack(uuid4(), halves, None)


def test_a_folder_of_the_same_name_in_two_zips_is_told_apart():
    intake_id = uuid4()

    parcel.pack(intake_id, [zipped(y2017__header=b"a"), zipped(y2017__header=b"b")], None)

    assert sorted(parcel.given_names(intake_id).values()) == [
        "y2017",
        "y2017 (2)",
        "y2017 (2)/header.csv",
        "y2017/header.csv",
    ]


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_a_damaged_zip_is_named_wherever_the_damage_is(method: int):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        archive.writestr("header.csv", bytes(range(256)) * 40)
    whole = out.getvalue()
    refused = 0
    for at in range(len(whole)):
        damaged = whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :]
        try:
            parcel.pack(uuid4(), [SimpleUploadedFile("returns.zip", damaged)], None)
        except parcel.CannotUnpack:
            refused += 1

    assert refused > len(whole) / 2
