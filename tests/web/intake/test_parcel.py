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

    assert [path.path.name for path in parcel.contents(intake_id)] == ["y2017", "y2018"]


@pytest.mark.parametrize(
    "name", ["../../../etc/evil.csv", "/etc/evil.csv", "..\\..\\evil.csv", "a/../../evil.csv"]
)
def test_a_path_that_climbs_out_stays_inside(name: str, tmp_path):
    intake_id = uuid4()

    parcel.pack(intake_id, [zipped_as({name: b"CHILD\n"})], None)

    (only,) = kept(intake_id)
    assert only.endswith("evil.csv")
    assert ".." not in only
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
