from pathlib import Path

import pytest
from intake.evidence import codes, collected, docx, jpeg, lay, pdf, xlsx
from intake.office import eml, odt

from portfolio.model.catalogue import Catalogue, FileState
from portfolio.model.evidence import EvidenceItem, PortrayalState
from portfolio.model.text import Origin

Files = dict[str, bytes | str]


def collected_of(tmp_path: Path, files: Files) -> Catalogue:
    return collected(lay(tmp_path / "kanıt", files))


def piece(catalogue: Catalogue, file: str) -> EvidenceItem:
    [found] = [item for item in catalogue.items if file in item.files]
    return found


def test_a_note_speaks_of_all_in_its_folder_and_below(tmp_path: Path) -> None:
    catalogue = collected_of(
        tmp_path,
        {
            "şenlik/not.txt": "Kişiler: 4-A\nYer: Okul bahçesi\n",
            "şenlik/a.jpg": jpeg(),
            "şenlik/alt/b.jpg": jpeg((1, 2, 3)),
            "c.jpg": jpeg((4, 5, 6)),
        },
    )
    places = {name: piece(catalogue, name).place for name in ("şenlik/a.jpg", "şenlik/alt/b.jpg", "c.jpg")}
    assert {name: place and (place.value, place.origin, place.where) for name, place in places.items()} == {
        "şenlik/a.jpg": ("Okul bahçesi", Origin.FOLDER_NOTE, "şenlik/not.txt:2"),
        "şenlik/alt/b.jpg": ("Okul bahçesi", Origin.FOLDER_NOTE, "şenlik/not.txt:2"),
        "c.jpg": None,
    }
    assert piece(catalogue, "şenlik/a.jpg").portrayal.groups == ("4-A",)
    assert {file.name: file.state for file in catalogue.files}["şenlik/not.txt"] is FileState.DESCRIPTION


def test_a_short_text_is_a_caption_and_what_is_nearer_holds(tmp_path: Path) -> None:
    catalogue = collected_of(
        tmp_path,
        {
            "note.md": "Bahar şenliği",
            "a/anteckning.txt": "Vårfest",
            "a/IMG_1.jpg": jpeg(description="Camera"),
            "a/IMG_2.jpg": jpeg((1, 2, 3)),
            "a/IMG_2.txt": "Bahçede",
            "IMG_3.jpg": jpeg((4, 5, 6), description="Kameranın yazdığı"),
        },
    )
    captions = {name: piece(catalogue, name).caption for name in ("a/IMG_1.jpg", "a/IMG_2.jpg", "IMG_3.jpg")}
    assert {name: told and (told.value.texts, told.origin) for name, told in captions.items()} == {
        "a/IMG_1.jpg": ((("", "Vårfest"),), Origin.FOLDER_NOTE),
        "a/IMG_2.jpg": ((("", "Bahçede"),), Origin.SIDECAR),
        "IMG_3.jpg": ((("", "Bahar şenliği"),), Origin.FOLDER_NOTE),
    }


def test_a_note_of_keys_tells_which_are_not_known(tmp_path: Path) -> None:
    catalogue = collected_of(tmp_path, {"a/note.yaml": "yer: Masalköy\ncaptoin: x\n", "a/b.jpg": jpeg()})
    place = piece(catalogue, "a/b.jpg").place
    assert place is not None
    assert (place.value, place.where) == ("Masalköy", "a/note.yaml:1")
    assert ("description.misspelt-key", "a/note.yaml", 2) in codes(catalogue.problems)


def test_a_note_alone_or_a_long_one_is_evidence(tmp_path: Path) -> None:
    catalogue = collected_of(tmp_path, {"a/note.txt": "Toplantı yaptık.", "b/note.txt": "x" * 900, "b/c.jpg": jpeg()})
    assert {file.state for file in catalogue.files} == {FileState.USED}


def test_a_note_may_hold_fields_and_a_sentence(tmp_path: Path) -> None:
    text = "Kişiler: 4-A\nBahçede fide diktik.\nYer: Okul bahçesi\n"
    found = piece(collected_of(tmp_path, {"a/not.txt": text, "a/b.jpg": jpeg()}), "a/b.jpg")
    assert found.portrayal.groups == ("4-A",)
    assert found.place is not None
    assert found.caption is not None
    assert (found.place.value, found.caption.value.texts) == ("Okul bahçesi", (("", "Bahçede fide diktik."),))


def test_a_long_note_is_evidence_and_its_fields_speak_of_the_others(tmp_path: Path) -> None:
    text = "Kişiler: 4-A\n\n" + "Bahçede fide diktik. " * 50
    catalogue = collected_of(tmp_path, {"a/not.txt": text, "a/b.jpg": jpeg()})
    assert {file.state for file in catalogue.files} == {FileState.USED}
    assert piece(catalogue, "a/b.jpg").portrayal.groups == ("4-A",)
    assert piece(catalogue, "a/b.jpg").caption is None


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("not (1).txt", "Kişiler: Mehmet Demir\n"),
        ("notlar.txt", "Kişiler: Mehmet Demir\nBahçede.\n"),
        ("NOT.docx", docx("Kişiler: Mehmet Demir")),
        ("NOT.docx", docx([["Kişiler", "Mehmet Demir"]])),
        ("not.xlsx", xlsx(["Kişiler", "Mehmet Demir"])),
        ("not.xlsx", xlsx(["yer", "kişiler"], ["Orman", "Mehmet Demir"])),
        ("açıklama.txt", "Kişiler: Mehmet Demir\n"),
    ],
)
def test_what_is_nearly_a_note_says_who_is_there(tmp_path: Path, name: str, content: bytes | str) -> None:
    files = {f"a/{name}": content, "a/b.jpg": jpeg(), "not.txt": "Kişiler: yok\n"}
    found = piece(collected_of(tmp_path, files), "a/b.jpg")
    assert found.portrayal.persons == ("Mehmet Demir",)
    assert found.caption is None


def test_a_mail_says_who_is_in_the_pictures_attached_to_it(tmp_path: Path) -> None:
    mail = eml("foto", "Merhaba,\n\nKişiler: Mehmet Demir\n", ("b.jpg", jpeg()))
    catalogue = collected_of(tmp_path, {"foto.eml": mail, "c.jpg": jpeg((1, 2, 3)), "not.txt": "Kişiler: yok\n"})
    assert piece(catalogue, "foto.eml/b.jpg").portrayal.persons == ("Mehmet Demir",)
    assert piece(catalogue, "c.jpg").portrayal.state is PortrayalState.NONE


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("not.docx", docx("Kişiler: yok", "Yer: Orman", "Tarih: 2025-05-09", "Fide diktik.")),
        ("not.docx", docx([["Kişiler", "yok"], ["Yer", "Orman"], ["Tarih", "2025-05-09"]], "Fide diktik.")),
        ("not.odt", odt("".join(f"<text:p>{x}</text:p>" for x in ("Kişiler: yok", "Yer: Orman", "Fide diktik.")))),
        ("not.xlsx", xlsx(["Kişiler", "yok"], ["Yer", "Orman"], ["Açıklama", "Fide diktik."])),
        ("not.xlsx", xlsx(["Kişiler", "Yer", "Açıklama"], ["yok", "Orman", "Fide diktik."])),
        ("note.pdf", pdf("People: none", "Place: Orman", "", "Fide diktik.")),
    ],
)
def test_a_note_in_any_format_is_read_wholly(tmp_path: Path, name: str, content: bytes) -> None:
    catalogue = collected_of(tmp_path, {f"a/{name}": content, "a/b.jpg": jpeg()})
    assert {file.name: file.state for file in catalogue.files}[f"a/{name}"] is FileState.DESCRIPTION
    found = piece(catalogue, "a/b.jpg")
    assert found.portrayal.state is PortrayalState.NONE
    assert found.place
    assert found.caption
    assert (found.place.value, found.caption.value.texts) == ("Orman", (("", "Fide diktik."),))


def test_a_note_without_text_is_named(tmp_path: Path) -> None:
    catalogue = collected_of(tmp_path, {"a/not.pdf": pdf(""), "a/b.jpg": jpeg()})
    assert ("description.note-unread", "a/not.pdf", None) in codes(catalogue.problems)
