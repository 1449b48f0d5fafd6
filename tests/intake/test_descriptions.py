from pathlib import Path

import pytest
from intake.evidence import PACK, codes, collected, docx, jpeg, lay, read, workbook, xlsx
from intake.office import ods, row

from portfolio.columns import Columns
from portfolio.intake.description import Description
from portfolio.intake.descriptions import read_descriptions
from portfolio.intake.remarks import MAX_CAPTION
from portfolio.model.catalogue import FileState
from portfolio.model.evidence import Kind, PortrayalState

Files = dict[str, bytes | str]


def descriptions(tmp_path: Path, files: Files) -> dict[str, Description]:
    return {
        each.file: each
        for each in read_descriptions(read(lay(tmp_path, files)), Columns(PACK.column_names), PACK.answers)
    }


def said(description: Description) -> dict[str, list[tuple[str, str, str, int | None]]]:
    return {
        file: [(each.field.value, each.language, each.text, each.where.line) for each in statements]
        for file, statements in description.said.items()
    }


def test_a_sidecar_speaks_of_its_file(tmp_path: Path) -> None:
    sidecar = "başlık: Açık gün\naçıklama:\n  tr: Bahçede\n  en: In the yard\nkişiler: yok\n"
    [found] = descriptions(tmp_path, {"a/IMG_1.jpg": jpeg(), "a/IMG_1.jpg.yaml": sidecar}).values()
    assert said(found) == {
        "a/IMG_1.jpg": [
            ("title", "", "Açık gün", 1),
            ("caption", "tr", "Bahçede", 3),
            ("caption", "en", "In the yard", 4),
            ("people", "", "yok", 5),
        ]
    }
    assert found.problems == ()


def test_misspelt_keys_are_told_with_line_and_nearest_key(tmp_path: Path) -> None:
    sidecar = "title: Açık gün\ncaptoin: Bahçede\nhava durumu: güneşli\nhero: yes\n"
    [found] = descriptions(tmp_path, {"IMG_1.jpg": jpeg(), "IMG_1.jpg.yaml": sidecar}).values()
    assert codes(found.problems) == [
        ("description.misspelt-key", "IMG_1.jpg.yaml", 2),
        ("description.unknown-key", "IMG_1.jpg.yaml", 3),
        ("description.unknown-key", "IMG_1.jpg.yaml", 4),
    ]
    assert dict(found.problems[0].values) == {"key": "captoin", "nearest": "caption"}


def test_a_sidecar_of_no_file_is_told_with_the_nearest_name(tmp_path: Path) -> None:
    found = descriptions(tmp_path, {"bahçe.jpg": jpeg(), "bahce.jpg.yaml": "title: x"})
    [problem] = found["bahce.jpg.yaml"].problems
    assert (problem.code, dict(problem.values)) == (
        "description.no-file-near",
        {"said": "bahce.jpg", "nearest": "bahçe.jpg"},
    )


def test_other_yaml_is_no_sidecar(tmp_path: Path) -> None:
    assert descriptions(tmp_path, {"Nehirler.yaml": "title: Nehirler", "Nehirler 2.0.yaml": "a: b"}) == {}


def test_a_caption_sheet_speaks_of_its_folder_and_below(tmp_path: Path) -> None:
    sheet = "Dosya;Başlık;Açıklama (en)\nIMG_1.jpg;Açık gün;\nalt/IMG_2.jpg;;Open day\n"
    files: Files = {"a/altyazılar.csv": sheet, "a/IMG_1.jpg": jpeg(), "a/alt/IMG_2.jpg": jpeg(), "IMG_1.jpg": jpeg()}
    [found] = descriptions(tmp_path, files).values()
    assert said(found) == {
        "a/IMG_1.jpg": [("title", "", "Açık gün", 2)],
        "a/alt/IMG_2.jpg": [("caption", "en", "Open day", 3)],
    }


def test_a_caption_sheet_may_be_a_workbook(tmp_path: Path) -> None:
    sheet = xlsx(["file", "title"], ["IMG_1.jpg", "Açık gün"])
    [found] = descriptions(tmp_path, {"captions.xlsx": sheet, "IMG_1.jpg": jpeg()}).values()
    assert said(found) == {"IMG_1.jpg": [("title", "", "Açık gün", 2)]}


def test_rows_of_no_file_and_strange_headings_are_told(tmp_path: Path) -> None:
    sheet = "file;captoin;mood\nIMG_1.jpg;a;b\nIMG_1.jpeg;c;d\n"
    [found] = descriptions(tmp_path, {"captions.csv": sheet, "IMG_1.jpg": jpeg()}).values()
    assert codes(found.problems) == [
        ("description.no-file-near", "captions.csv", 3),
        ("description.misspelt-key", "captions.csv", None),
        ("description.unknown-key", "captions.csv", None),
    ]


def test_a_caption_sheet_needs_a_column_of_files(tmp_path: Path) -> None:
    [found] = descriptions(tmp_path, {"captions.csv": "title;caption\na;b\n"}).values()
    assert codes(found.problems) == [("description.no-file-column", "captions.csv", None)]


def test_a_short_text_beside_one_photo_of_its_name_is_its_caption(tmp_path: Path) -> None:
    found = descriptions(
        tmp_path,
        {
            "a/IMG_1.jpg": jpeg(),
            "a/img_1.txt": "Bahçede\naçık gün",
            "a/IMG_2.jpg": jpeg(),
            "a/IMG_2.jpg.md": "Kütüphane",
            "b/IMG_1.txt": "no photo in this folder",
        },
    )
    assert {name: said(each) for name, each in found.items()} == {
        "a/img_1.txt": {"a/IMG_1.jpg": [("caption", "", "Bahçede açık gün", None)]},
        "a/IMG_2.jpg.md": {"a/IMG_2.jpg": [("caption", "", "Kütüphane", None)]},
    }


def test_a_long_text_or_one_beside_two_photos_is_no_caption(tmp_path: Path) -> None:
    files: Files = {
        "IMG_1.jpg": jpeg(),
        "IMG_1.txt": "x" * (MAX_CAPTION + 1),
        "IMG_2.jpg": jpeg(),
        "IMG_2.jpeg": jpeg(),
        "IMG_2.txt": "x",
    }
    assert descriptions(tmp_path, files) == {}


def test_what_a_photo_service_says_beside_a_photo_is_taken_without_its_own_names_and_numbers(tmp_path: Path) -> None:
    said = '{"title": "IMG_1.jpg", "açıklama": "Fide dikimi", "imageViews": "3", "yer": ""}'
    folder = lay(tmp_path / "k", {"IMG_1.jpg": jpeg(), "IMG_1.jpg.supplemental-metadata.json": said})
    catalogue = collected(folder)
    (item,) = catalogue.items
    assert item.caption is not None
    assert (item.caption.value.texts, item.title, catalogue.problems) == ((("", "Fide dikimi"),), None, ())


def test_a_caption_sheet_may_be_an_opendocument_spreadsheet(tmp_path: Path) -> None:
    sheet = ods(row("Dosya", "Açıklama"), row("IMG_1.jpg", "Fide dikimi"), name="Altyazılar")
    (item,) = collected(lay(tmp_path / "k", {"IMG_1.jpg": jpeg(), "captions.ods": sheet})).items
    assert item.caption is not None
    assert item.caption.value.texts == (("", "Fide dikimi"),)


@pytest.mark.parametrize("sheet", ["Altyazılar", "bildtexter", "Λεζάντες", "Opisi slika", "pies_de_foto"])
def test_a_sheet_with_the_name_of_a_caption_sheet_is_one_in_any_workbook(tmp_path: Path, sheet: str) -> None:
    book = workbook(**{sheet: [["Dosya", "Başlık"], ["IMG_1.jpg", "Açık gün"]]})
    catalogue = collected(lay(tmp_path / "k", {"2025 eTwinning.xlsx": book, "IMG_1.jpg": jpeg()}))
    (item,) = catalogue.items
    assert item.title is not None
    assert (item.title.value.texts, item.title.where) == ((("", "Açık gün"),), "2025 eTwinning.xlsx:2")
    assert [file.state for file in catalogue.files] == [FileState.DESCRIPTION, FileState.USED]


def test_other_sheets_of_a_workbook_with_captions_are_evidence(tmp_path: Path) -> None:
    book = workbook(
        Projeler=[["Proje adı", "Okul yılı", "Öğrenci sayısı"], ["Nehirler", "2024-2025", "54"]],
        Altyazılar=[["Dosya", "Başlık", "Okul yılı"], ["IMG_1.jpg", "Açık gün", "2024-2025"]],
    )
    catalogue = collected(lay(tmp_path / "k", {"eTwinning.xlsx": book, "IMG_1.jpg": jpeg()}))
    photo, project = sorted(catalogue.items, key=lambda item: item.kind is Kind.PROJECT)
    assert photo.title is not None
    assert photo.title.value.texts == (("", "Açık gün"),)
    assert project.project is not None
    assert project.project.title.value == "Nehirler"
    assert [(file.name, file.state, file.items) for file in catalogue.files] == [
        ("IMG_1.jpg", FileState.USED, (photo.id,)),
        ("eTwinning.xlsx", FileState.USED, (project.id,)),
    ]


def test_a_sheet_of_captions_without_a_column_of_files_is_a_table_like_any_other(tmp_path: Path) -> None:
    book = workbook(Altyazılar=[["Başlık", "Açıklama"], ["Açık gün", "Bahçede"]])
    assert descriptions(tmp_path, {"eTwinning.xlsx": book, "IMG_1.jpg": jpeg()}) == {}


def test_a_text_beside_a_photo_may_hold_fields_and_a_sentence(tmp_path: Path) -> None:
    text = "Kişiler: 4-A\nDate: 2025-05-02\nBahçede fide diktik.\n"
    [found] = descriptions(tmp_path, {"h2.jpg": jpeg(), "h2.txt": text}).values()
    assert said(found) == {
        "h2.jpg": [
            ("people", "", "4-A", 1),
            ("date", "", "2025-05-02", 2),
            ("caption", "", "Bahçede fide diktik.", None),
        ]
    }


def test_nobody_is_shown_where_it_is_only_nearly_said_who_is_there(tmp_path: Path) -> None:
    files: Files = {
        "a.jpg": jpeg(),
        "a.txt": "Kişller: Ada B.\nAçık gün",
        "b.jpg": jpeg((1, 2, 3)),
        "b.jpg.yaml": "kişller: Ada B.",
        "c.jpg": jpeg((4, 5, 6)),
        "captions.csv": "file;kişller\nc.jpg;Ada B.\n",
        "not.txt": "Kişiler: yok",
    }
    catalogue = collected(lay(tmp_path / "k", files))
    assert {(item.files[0], item.portrayal.state) for item in catalogue.items} == {
        (name, PortrayalState.UNKNOWN) for name in ("a.jpg", "b.jpg", "c.jpg")
    }
    assert [each for each in codes(catalogue.problems) if each[0] != "people.stricter"] == [
        ("description.misspelt-people", "a.txt", 1),
        ("description.misspelt-people", "b.jpg.yaml", 1),
        ("description.misspelt-people", "captions.csv", None),
    ]


def test_a_report_beside_a_photo_is_evidence_and_its_fields_speak_of_the_photo(tmp_path: Path) -> None:
    files: Files = {"a.jpg": jpeg(), "a.txt": "Kişiler: 4-A\n\n" + "Bahçede fide diktik. " * 50}
    catalogue = collected(lay(tmp_path / "k", files))
    assert {file.name: file.state for file in catalogue.files} == {"a.jpg": FileState.USED, "a.txt": FileState.USED}
    [photo] = [item for item in catalogue.items if item.raster]
    assert photo.portrayal.groups == ("4-A",)


def test_a_sidecar_may_have_the_name_of_its_photo_without_the_suffix(tmp_path: Path) -> None:
    files: Files = {
        "h2.jpg": jpeg(),
        "h2.yaml": "başlık: Açık gün\nkişiler: yok\nhava: güneşli\n",
        "h3.jpg": jpeg(),
        "h3.yml": "kişller: Ada B.",
    }
    found = descriptions(tmp_path, files)
    assert said(found["h2.yaml"]) == {"h2.jpg": [("title", "", "Açık gün", 1), ("people", "", "yok", 2)]}
    assert codes(found["h2.yaml"].problems) == [("description.unknown-key", "h2.yaml", 3)]
    assert said(found["h3.yml"]) == {"h3.jpg": [("people", "", "?", 1)]}


def test_a_record_beside_a_photo_of_its_name_or_a_description_beside_two_is_none(tmp_path: Path) -> None:
    files: Files = {
        "nehirler.jpg": jpeg(),
        "nehirler.yaml": "başlık: Nehirler\nortaklar: Szkoła (PL)\n",
        "ayarlar.jpg": jpeg(),
        "ayarlar.yaml": "renk: mavi",
        "h2.jpg": jpeg(),
        "h2.png": jpeg(),
        "h2.yaml": "başlık: Açık gün",
    }
    assert descriptions(tmp_path, files) == {}


@pytest.mark.parametrize("name", ["açıklamalar.csv", "Foto-açıklamaları.csv", "bildtexter.csv", "opisy zdjęć.csv"])
def test_a_caption_sheet_is_called_so_in_any_language(tmp_path: Path, name: str) -> None:
    [found] = descriptions(tmp_path, {name: "file;title\nIMG_1.jpg;Açık gün\n", "IMG_1.jpg": jpeg()}).values()
    assert said(found) == {"IMG_1.jpg": [("title", "", "Açık gün", 2)]}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", docx("Kişiler: Mehmet Demir")),
        ("a.docx", docx([["Kişiler", "Mehmet Demir"], ["Yer", "Orman"]])),
        ("a (1).txt", "Kişiler: Mehmet Demir"),
        ("a açıklama.txt", "Kişiler: Mehmet Demir"),
        ("a - Kopya.txt", "Kişiler: Mehmet Demir"),
    ],
)
def test_a_text_beside_a_photo_may_be_a_document_or_a_copy(tmp_path: Path, name: str, content: bytes | str) -> None:
    [found] = descriptions(tmp_path, {"a.jpg": jpeg(), name: content}).values()
    assert ("people", "", "Mehmet Demir") in [each[:3] for each in said(found)["a.jpg"]]
    assert "caption" not in [each[0] for each in said(found)["a.jpg"]]


def test_a_document_beside_a_photo_that_says_nothing_of_it_is_evidence(tmp_path: Path) -> None:
    assert descriptions(tmp_path, {"a.jpg": jpeg(), "a.docx": docx("Bahçede fide diktik.")}) == {}


XMP = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>{doctype}
<x:xmpmeta xmlns:x="adobe:ns:meta/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:RDF><rdf:Description>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">Bahçede</rdf:li><rdf:li xml:lang="en">In the garden</rdf:li>
</rdf:Alt></dc:description>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Fide dikimi</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>Ayşe</rdf:li></rdf:Seq></dc:creator>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""


@pytest.mark.parametrize("name", ["a.xmp", "a.jpg.xmp"])
def test_an_xmp_file_beside_a_photo_is_read_field_by_field(tmp_path: Path, name: str) -> None:
    catalogue = collected(lay(tmp_path / "k", {"a.jpg": jpeg(), name: XMP.format(doctype="")}))
    (photo,) = catalogue.items
    assert photo.caption
    assert photo.title
    assert photo.credit
    assert photo.caption.value.texts == (("", "Bahçede"), ("en", "In the garden"))
    assert (photo.title.value.texts, photo.credit.value) == ((("", "Fide dikimi"),), "Ayşe")
    assert catalogue.problems == ()


def test_an_xmp_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    packet = XMP.format(doctype='<!DOCTYPE x [<!ENTITY a "b">]>')
    catalogue = collected(lay(tmp_path / "k", {"a.jpg": jpeg(), "a.xmp": packet}))
    assert codes(catalogue.problems) == [("xmp.unread", "a.xmp", None)]


def test_a_sidecar_that_says_nothing_usable_is_told(tmp_path: Path) -> None:
    catalogue = collected(lay(tmp_path / "k", {"a.jpg": jpeg(), "a.jpg.yaml": "- liste\n"}))
    assert codes(catalogue.problems) == [("description.says-nothing", "a.jpg.yaml", None)]


def test_the_file_that_is_meant_is_no_sidecar(tmp_path: Path) -> None:
    catalogue = collected(lay(tmp_path / "k", {"a.jpg": jpeg(), "yok-böyle.jpg.yaml": "başlık: x\n"}))
    assert codes(catalogue.problems) == [("description.no-file", "yok-böyle.jpg.yaml", None)]
