import struct
import zipfile

import pytest
from corpus import find_corpus, needs_corpus

from portfolio.files import zipguard
from portfolio.files.zipguard import UnsafeArchive, open_archive, read_member, read_xml

LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>"""


def make(path, **members):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def refusal(path):
    with pytest.raises(UnsafeArchive) as fault:
        open_archive(path).close()
    return fault.value.code


def test_a_normal_archive_is_opened(tmp_path):
    with open_archive(make(tmp_path / "Işıltı.docx", document="<a>ş</a>".encode())) as archive:
        assert read_xml(archive, "document").text == "ş"


def test_what_unpacks_to_a_thousand_times_its_size_is_refused(tmp_path):
    assert refusal(make(tmp_path / "a.docx", media=bytes(2 * zipguard.RATIO_FROM_BYTES))) == "archive.bomb"


def test_pictures_of_a_document_do_not_count_where_only_its_text_is_read(tmp_path):
    media, huge = "word/media/image1.png", bytes(2 * zipguard.RATIO_FROM_BYTES)
    path = make(tmp_path / "a.docx", **{media: huge, "word/document.xml": b"<a>text</a>"})
    assert refusal(path) == "archive.bomb"
    with open_archive(path, text_only=True) as archive:
        assert read_xml(archive, "word/document.xml").text == "text"
        with pytest.raises(UnsafeArchive, match=r"archive\.bomb"):
            read_member(archive, media)


def test_small_blank_members_are_no_bomb(tmp_path):
    open_archive(make(tmp_path / "a.docx", sheet=bytes(zipguard.RATIO_FROM_BYTES))).close()


def test_too_much_and_too_many(tmp_path, monkeypatch):
    path = make(tmp_path / "a.docx", one=b"12345", two=b"67890")
    monkeypatch.setattr(zipguard, "MAX_TOTAL_BYTES", 9)
    assert refusal(path) == "archive.too-large"
    monkeypatch.setattr(zipguard, "MAX_MEMBERS", 1)
    assert refusal(path) == "archive.too-many"


def test_a_directory_that_lies_gives_no_more_than_it_says(tmp_path):
    path = make(tmp_path / "a.docx", media=bytes(3 * 2**20))
    data = path.read_bytes()
    path.write_bytes(data.replace(struct.pack("<L", 3 * 2**20), struct.pack("<L", 1000)))
    with open_archive(path) as archive, pytest.raises(UnsafeArchive, match=r"archive\.damaged"):
        read_member(archive, "media")


def test_entities_missing_and_damaged_parts_are_named(tmp_path):
    path = make(tmp_path / "a.docx", laughs=LAUGHS, torn=b"<a>")
    with open_archive(path) as archive:
        for member, code in (("laughs", "archive.xml"), ("torn", "archive.xml"), ("none", "archive.missing")):
            with pytest.raises(UnsafeArchive) as fault:
                read_xml(archive, member)
            assert fault.value.code == code


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "archive.damaged"),
        (b"plain text", "archive.damaged"),
        (b"PK\x03\x04 cut off", "archive.damaged"),
        (zipguard._OLE + bytes(600), "archive.old-office"),
        (zipguard._OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "archive.protected"),
    ],
)
def test_what_is_no_archive_is_named(tmp_path, data, code):
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    assert refusal(path) == code


@needs_corpus
@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("zip-bomba-300MB.docx", "archive.too-large"),
        ("bug53475-password-is-pass.docx", "archive.protected"),
        ("pass_protected.xlsx", "archive.protected"),
        ("truncated62886.docx", "archive.damaged"),
        ("yarim-rapor.docx", "archive.damaged"),
        ("testODTnotaZipFile.odt", "archive.damaged"),
    ],
)
def test_hostile_files(name, code):
    assert refusal(find_corpus() / "hostile" / name) == code
