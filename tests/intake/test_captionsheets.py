from pathlib import Path

import pytest
from intake.evidence import TODAY, codes, collected, docx, jpeg, lay, xlsx

from portfolio.framework import read_framework
from portfolio.intake.captionsheets import is_caption_sheet
from portfolio.intake.collect import collect
from portfolio.model.events import silent
from portfolio.model.evidence import EvidenceItem, Kind, Portrayal, PortrayalState
from portfolio.model.problem import Problem


@pytest.mark.parametrize(
    "name",
    [
        "captions",
        "Altyazılar",
        "açıklamalar",
        "ACIKLAMALAR",
        "foto-açıklamaları",
        "bildtexter",
        "Λεζάντα",
        "opisy_zdjęć",
    ],
)
def test_a_table_of_captions_by_its_name(name: str) -> None:
    assert is_caption_sheet(name)


@pytest.mark.parametrize("name", ["projeler", "açıklamalı plan", "2025", ""])
def test_any_other_table(name: str) -> None:
    assert not is_caption_sheet(name)


@pytest.mark.parametrize(
    "name", ["altyazılar (1)", "altyazılar - Kopya", "altyazılar son", "altyazilar_v2", "captions copy"]
)
def test_a_copy_or_a_version_of_a_table_of_captions_is_one(name: str) -> None:
    assert is_caption_sheet(name)


def people(tmp_path: Path, files: dict[str, bytes | str], file: str = "a.jpg") -> tuple[Portrayal, list[str]]:
    """Who is in a file beside a note that says nobody, and the codes of what is told."""
    note = {"not.txt": "Kişiler: yok\n"}
    catalogue = collected(lay(tmp_path / "k", {"a.jpg": jpeg(), **files, **note}))
    (item,) = [each for each in catalogue.items if file in each.files]
    return item.portrayal, [each.code for each in catalogue.problems if each.code.startswith("description")]


ROWS = [["dosya", "kişiler"], ["a.jpg", "Mehmet Demir"]]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("altyazılar (1).xlsx", xlsx(*ROWS)),
        ("altyazlar.xlsx", xlsx(*ROWS)),
        ("liste.csv", "dosya;kişiler\na.jpg;Mehmet Demir\n"),
        ("altyazılar.txt", "dosya;kişiler\na.jpg;Mehmet Demir\n"),
        ("altyazılar.docx", docx(ROWS)),
        ("altyazılar.docx", docx([["dosya", "açıklama", "kişiler"], ["a.jpg", "Bahçe", "Mehmet Demir"]])),
        ("altyazılar.csv", "dosya;açıklama;kişiler\na.jpg;Bahçe;yok\n;;Mehmet Demir\n"),
        ("altyazılar.csv", "dosya;kişiler\nb.jpg, a.jpg;Mehmet Demir\n"),
        ("altyazılar.csv", "dosya;kişiler\n*.JPG;Mehmet Demir\n"),
        ("altyazılar.csv", "dosya;kişiler\nhepsi;Mehmet Demir\n"),
        ("projeler.csv", "proje adı;ortaklar;dosya;kişiler\nNehirler;Okul;a.jpg;Mehmet Demir\n"),
    ],
)
def test_whoever_a_sheet_names_is_there(tmp_path: Path, name: str, content: bytes | str) -> None:
    found, _ = people(tmp_path, {name: content, "b.jpg": jpeg((1, 2, 3))})
    assert (found.state, found.persons) == (PortrayalState.RECOGNISABLE, ("Mehmet Demir",))


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("altyazılar.csv", "a.jpg;Bahçe;Mehmet Demir\n", "description.unread"),
        ("liste.csv", "a.jpg;Bahçe;Mehmet Demir\nb.jpg;Orman;Ada\n", "description.unread"),
        ("altyazılar.txt", "a.jpg Mehmet Demir\n", "description.unread"),
        ("altyazılar.docx", docx("a.jpg – Mehmet Demir"), "description.unread"),
        ("altyazılar.csv", "dosya;kişiler\na.jpg ve b.jpg;Mehmet Demir\n", "description.no-file"),
        ("altyazılar.csv", "dosya;açıklama;\na.jpg;Bahçe;Mehmet Demir\n", "description.nameless-column"),
    ],
)
def test_where_a_sheet_cannot_be_read_nobody_knows_who_is_there(
    tmp_path: Path, name: str, content: bytes | str, code: str
) -> None:
    found, told = people(tmp_path, {name: content})
    assert found.state is PortrayalState.UNKNOWN
    assert found.by
    assert code in told


def test_a_row_without_a_file_is_told(tmp_path: Path) -> None:
    _, told = people(tmp_path, {"altyazılar.csv": "dosya;açıklama\na.jpg;Bahçe\n;Orman\n"})
    assert told == ["description.row-without-file"]


def test_a_list_of_projects_with_pictures_stays_one(tmp_path: Path) -> None:
    sheet = "proje adı;ortaklar;öğrenci sayısı;dosya\nNehirler;Okul (PL);24;a.jpg\n"
    catalogue = collected(lay(tmp_path / "k", {"a.jpg": jpeg(), "projeler.csv": sheet}))
    assert sorted(each.kind for each in catalogue.items) == [Kind.PHOTO, Kind.PROJECT]


@pytest.mark.parametrize("name", ["altyazılar.xls", "altyazılar.csv", "altyazılar.ods", "altyazılar.txt", "altyazılar"])
def test_a_workbook_with_another_suffix_is_a_caption_sheet_too(tmp_path: Path, name: str) -> None:
    sheet = xlsx(["dosya", "başlık"], ["a.jpg", "Açık gün"])
    catalogue = collected(lay(tmp_path / "k", {"a.jpg": jpeg(), name: sheet}))
    assert [item.title.value.texts for item in catalogue.items if item.title] == [(("", "Açık gün"),)]
    assert codes(catalogue.problems) == ([("file.misnamed", name, None)] if "." in name else [])


def with_pack(tmp_path: Path, sheet: str, language: str) -> tuple[EvidenceItem, list[Problem]]:
    """A photo that a sheet tells of with the words of the shipped pack."""
    folder = lay(tmp_path / "k", {"a.jpg": jpeg(), "captions.csv": sheet})
    catalogue = collect(
        folder,
        read_framework("etwinning-school", None),
        (),
        language=language,
        country="SE",
        cache=tmp_path / "cache",
        report=silent,
        today=TODAY,
    )
    (item,) = catalogue.items
    return item, [each for each in catalogue.problems if each.code.startswith("description")]


@pytest.mark.parametrize(
    ("sheet", "language"),
    [
        ("fil;personer;fotograf\na.jpg;ingen;Ada Björk\n", "sv"),
        ("Datei;Personen;Fotograf\na.jpg;keine;Ada Björk\n", "de"),
        ("dosya;kişiler;Fotoğraf\na.jpg;yok;Ada Björk\n", "tr"),
        ("plik;osoby;Autorka\na.jpg;brak;Ada Björk\n", "pl"),
        ("datoteka;osobe;Autor\na.jpg;nitko;Ada Björk\n", "hr"),
        ("Fotoğraf;kişiler;Fotoğrafı çeken\na.jpg;yok;Ada Björk\n", "tr"),
        ("Foto;personas;Autor\na.jpg;nadie;Ada Björk\n", "es"),
    ],
)
def test_who_took_a_photo_is_not_who_is_in_it(tmp_path: Path, sheet: str, language: str) -> None:
    item, problems = with_pack(tmp_path, sheet, language)
    assert problems == []
    assert item.portrayal.state is PortrayalState.NONE
    assert item.credit is not None
    assert item.credit.value == "Ada Björk"


def test_advice_about_a_heading_for_people_is_in_the_schools_language(tmp_path: Path) -> None:
    item, [problem] = with_pack(tmp_path, "fil;personnr\na.jpg;Ada\n", "sv")
    assert item.portrayal.state is PortrayalState.UNKNOWN
    assert dict(problem.values) == {"key": "personnr", "nearest": "personer"}
