"""A list of posters: each row is one, and what is wrong is told of every row at once."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from portfolio.errors import ProjectError
from portfolio.model.sheet import Purpose
from portfolio.model.sheetorder import SheetKind
from portfolio.sheetlist import MAX_ROWS, ListedSheet, read_said, read_sheetlist, sheet_words

LANGUAGES = ("en", "sv", "tr")


def read(path: Path) -> tuple[list[ListedSheet], list[tuple[str, int | None]]]:
    sheets, problems = read_sheetlist(path, "tr", LANGUAGES)
    return list(sheets), [(each.code, each.where.line if each.where else None) for each in problems]


def csv(folder: Path, *lines: str) -> Path:
    path = folder / "posterler.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_a_row_is_a_sheet_in_the_words_of_the_school(tmp_path: Path) -> None:
    path = csv(
        tmp_path,
        "Tür;Başlık;Boyut;Yatay;Ne için;Tarih;Saat;Yer;Fotoğraflar;Dil",
        "etkinlik;Açık gün;A2;evet;matbaa, A4 parçalar;9.5.2027;14:00;Spor salonu;E-3f9a; b.jpg;",
        "misyon;4-A;;;;;;;;en",
    )
    path.write_text(path.read_text(encoding="utf-8").replace("E-3f9a; b.jpg", '"E-3f9a; b.jpg"'), encoding="utf-8")
    (event, mission), problems = read(path)
    assert problems == []
    assert event.order.kind is SheetKind.EVENT
    assert (event.order.geometry.width, event.order.geometry.height) == (594, 420)
    assert event.order.purposes == (Purpose.SCREEN, Purpose.PRINT, Purpose.TILES)
    assert (event.order.day, event.order.time, event.order.place) == (date(2027, 5, 9), "14:00", "Spor salonu")
    assert event.order.photos == ("E-3f9a", "b.jpg")
    assert (event.name, event.language) == ("poster-event-Açık-gün-A2", "tr")
    assert (mission.name, mission.language) == ("poster-mission-4-A", "en")
    assert mission.order.purposes == (Purpose.SCREEN,)
    assert (event.order.language, mission.order.language) == ("", "en")  # of its own words


def test_every_wrong_row_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    sheets, problems = read(
        csv(
            tmp_path,
            "kind;title;size;landscape;date;language;ink;colour of frame",
            "mission;1;A3;;;;;",
            "mision;2;;;;;;",
            ";3;;;;;;",
            "mission;4;A9;;;;;",
            "mission;5;;perhaps;32.1.2027;;;",
            "mission;6;;;;xx;;",
            "mission;7;;;;;green;",
            "mission;1;A3;;;;;",
            "room plaque;Library;;;;;;",
        )
    )
    assert [sheet.order.title for sheet in sheets] == ["1", "Library"]
    assert problems == [
        ("poster.column", 1),
        ("poster.kind", 3),
        ("poster.kind", 4),
        ("poster.size", 5),
        ("poster.value", 6),
        ("yaml.day", 6),
        ("poster.language", 7),
        ("poster.value", 8),
        ("poster.twice", 9),
    ]


def test_files_have_names_that_every_system_takes_and_tells_apart(tmp_path: Path) -> None:
    names = ["CON", "lpt1.x", "console", "ÖĞLE", "öğle", "..", "a/b?", "Afiş."]
    sheets, problems = read(csv(tmp_path, "kind;file name", *(f"mission;{name}" for name in names)))
    assert [sheet.name for sheet in sheets] == [
        "poster-CON",
        "poster-lpt1.x",
        "console",
        "ÖĞLE",
        "poster",
        "a-b",
        "Afiş",
    ]
    assert problems == [("poster.twice", 6)]


def test_a_language_with_a_region_has_the_words_of_the_one_without(tmp_path: Path) -> None:
    sheets, problems = read(csv(tmp_path, "kind;language", "mission;tr-CY", "mission;sr-Latn"))
    assert [sheet.language for sheet in sheets] == ["tr-CY"]
    assert problems == [("poster.language", 3)]


def test_a_workbook_with_a_guide_before_its_list(tmp_path: Path) -> None:
    book = Workbook()
    book.active["A1"] = "How to fill it in"
    page = book.create_sheet("Affischer")
    page.append(["slag", "rubrik", "datum", "liggande"])
    page.append(["öppet hus", "Vårdag", date(2027, 5, 9), "ja"])
    book.save(tmp_path / "affischer.xlsx")
    (sheet,), problems = read(tmp_path / "affischer.xlsx")
    assert problems == []
    assert (sheet.order.kind, sheet.order.day, sheet.order.geometry.landscape) == (
        SheetKind.EVENT,
        date(2027, 5, 9),
        True,
    )
    assert sheet.where.line == 2
    assert sheet.where.file == "affischer.xlsx [Affischer]"


@pytest.mark.parametrize(
    ("lines", "code"),
    [(["title;size", "x;A3"], "poster.list-kind"), (["kind;title"], "poster.list-empty"), ([], "poster.list-kind")],
)
def test_what_is_no_list_is_refused(tmp_path: Path, lines: list[str], code: str) -> None:
    with pytest.raises(ProjectError) as stop:
        read(csv(tmp_path, *lines))
    assert [problem.code for problem in stop.value.problems] == [code]


@pytest.mark.parametrize(
    ("name", "code"),
    [("gone.xlsx", "table.missing"), ("list.docx", "table.format"), ("list.xls", "table.old-excel")],
)
def test_a_file_that_is_not_there_or_no_table(tmp_path: Path, name: str, code: str) -> None:
    with pytest.raises(ProjectError) as stop:
        read(tmp_path / name)
    assert [problem.code for problem in stop.value.problems] == [code]


def test_names_of_files_are_such_as_every_system_takes(tmp_path: Path) -> None:
    sheets, _ = read(csv(tmp_path, "kind;title;file name", "room plaque;Kim? / who: “she”;", "mission;x;../../etc"))
    assert [sheet.name for sheet in sheets] == ["plaque-room-Kim-who-she", "etc"]


def test_options_are_a_row_of_their_own() -> None:
    (sheet,), problems = read_said({"kind": "mission", "size": "A1"}, "tr", LANGUAGES, "portfolio poster")
    assert (sheet.order.geometry.width, problems) == (594, ())
    none, problems = read_said({"kind": "mission", "size": "A11"}, "tr", LANGUAGES, "portfolio poster")
    assert (none, [each.code for each in problems]) == ((), ["poster.size"])


def test_all_kinds_and_purposes_have_names_of_their_own() -> None:
    words = sheet_words()
    assert set(words.values["kinds"]) == set(SheetKind)
    assert set(words.values["purposes"]) == set(Purpose)
    for group, values in words.values.items():
        for value, names in values.items():
            assert set(names) == {"en", "tr", "sv"}
            assert all(words.value_of(group, name) == value for each in names.values() for name in each)


def test_what_nobody_sees_is_not_said_and_what_is_said_twice_is_told(tmp_path: Path) -> None:
    (sheet,), problems = read(csv(tmp_path, "kind;title;event;place", "mission;\u200b;Second;\u0301", "\u00a0;;;"))
    assert (sheet.order.title, sheet.order.place) == ("Second", "")
    assert problems == [("poster.column-twice", 1)]


def test_rows_beyond_the_most_are_told(tmp_path: Path) -> None:
    sheets, problems = read(csv(tmp_path, "kind;title", *(f"mission;{n}" for n in range(MAX_ROWS + 2))))
    assert len(sheets) == MAX_ROWS
    assert problems == [("poster.too-many", MAX_ROWS + 2)]


def test_a_workbook_without_a_column_of_kinds_is_no_list(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["Poster type", "Title"])
    book.active.append(["mission", "4-A"])
    book.save(tmp_path / "list.xlsx")
    with pytest.raises(ProjectError, match=r"poster\.list-kind"):
        read(tmp_path / "list.xlsx")


def test_languages_that_differ_in_capitals_alone_are_one_file(tmp_path: Path) -> None:
    _, problems = read(csv(tmp_path, "kind;language;file name", "mission;en-GB;a", "mission;en-gb;a"))
    assert problems == [("poster.twice", 3)]
