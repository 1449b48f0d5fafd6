"""The review workbook: what the school finds in it, and what becomes of what it writes there."""

import io
import json
import shutil
import zipfile

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook
from PIL import Image
from projects import fixity, make_project, portfolio, rewrite
from reviews import OPEN_DAY, UNKNOWN, cell, change, convert, decided, headings, row_of, sheet_of, table, take, write

from portfolio.resources import PACKAGE

SCHEMA = json.loads((PACKAGE / "cli" / "schema.json").read_text(encoding="utf-8"))
CONSENT = "person;role;scopes;given_on;by;expires_on;withdrawn_on;note\n"


@pytest.fixture
def root(tmp_path):
    return make_project(tmp_path / "okul")


def codes(capsys):
    return [(each["code"], each["line"]) for each in json.loads(capsys.readouterr().out)["problems"]]


# --- what is in it ---


def test_a_row_a_piece_in_the_schools_language_whoever_runs_the_command(root, capsys):
    sheet = table(write(root))
    assert "4 pieces in the workbook" in capsys.readouterr().out
    assert headings(sheet) == [
        "Kanıt",
        "Resim",
        "Dosya",
        "Tür",
        "Başlık",
        "Kimler görünüyor",
        "Kapat",
        "Buzlandır",
        "Kırp",
        "Ortak okulun izni",
        "Açıklama (tr)",
        "Açıklama (en)",
        "Alternatif metin (tr)",
        "Alternatif metin (en)",
        "Tarih",
        "Unsur ya da ölçüt",
        "Ayrıca kanıtladığı",
        "Öneriler",
        "Neden burada",
        "Dışarıda bırak",
        "Dışarıda bırakma nedeni",
        "Kimler görünüyor: nerede yazıyor",
        "Değerlendirici",
        "Baskı",
        "Web",
    ]
    shown = {heading: cell(sheet, OPEN_DAY, heading).value for heading in headings(sheet)}
    assert shown["Kanıt"].startswith("E-")
    assert (shown["Kimler görünüyor"], shown["Kimler görünüyor: nerede yazıyor"]) == ("yok", "decisions.csv:2")
    assert (shown["Tarih"], shown["Unsur ya da ölçüt"]) == ("2025-10-14", "4 Diğer okullara rol model olma")
    assert shown["Neden burada"] == "“4-rol-model” klasörü"
    assert shown["Baskı"] == "evet: içinde kimse yok"
    assert cell(sheet, UNKNOWN, "Web").value.startswith("hayır: ")
    assert cell(sheet, UNKNOWN, "Kimler görünüyor").value is None


def test_its_headings_may_be_in_another_language_than_the_schools(root):
    assert headings(table(write(root, "--language", "en")))[:3] == ["Piece", "Picture", "File"]


def test_a_school_whose_language_is_swedish_has_swedish_headings(root):
    rewrite(root / "portfolio.yaml", "languages: [tr, en]", "languages: [sv, tr]")
    sheet = table(write(root))
    assert headings(sheet)[9:12] == ["Partnerskolans samtycke", "Bildtext (sv)", "Bildtext (tr)"]


def test_its_pictures_are_small_upright_and_without_metadata(root):
    with zipfile.ZipFile(write(root)) as archive:
        pictures = [archive.read(name) for name in sorted(archive.namelist()) if name.startswith("xl/media/")]
    opened = [Image.open(io.BytesIO(data)) for data in pictures]
    assert sorted(picture.size for picture in opened) == [(165, 220), (220, 165)]
    assert not any(picture.getexif() or b"Masalcam" in data for picture, data in zip(opened, pictures, strict=True))


def test_nothing_new_is_the_same_file(root):
    first = write(root).read_bytes()
    assert write(root).read_bytes() == first
    assert not sheet_of(root, "review.new.xlsx").exists()


def test_a_workbook_that_somebody_filled_in_is_kept(root, capsys):
    path = write(root)
    change(path, (UNKNOWN, "Kimler görünüyor", "yok"))
    filled = path.read_bytes()
    write(root)
    assert path.read_bytes() == filled
    assert "review.new.xlsx" in capsys.readouterr().out
    assert sheet_of(root, "review.new.xlsx").exists()


def test_it_goes_where_one_says_but_never_where_others_look(root, tmp_path, capsys):
    before = fixity(root / "evidence")
    assert portfolio("review", "--sheet", tmp_path / "masa" / "a.xlsx", root=root) == 0
    assert (tmp_path / "masa" / "a.xlsx").exists()
    for place in (root / "evidence" / "a.xlsx", root / "output" / "evaluator" / "a.xlsx"):
        assert portfolio("review", "--sheet", place, root=root) == 2
        assert "where others look" in capsys.readouterr().err
    assert portfolio("review", "--sheet", "a.csv", root=root) == 2
    assert fixity(root / "evidence") == before


def test_of_a_piece_whose_consent_was_withdrawn_only_id_file_and_reason_are_shown(root, capsys):
    (root / "evidence" / "3-ogrenciler" / "captions.csv").write_text(
        "file;caption;people\nIMG_20251014_101532.jpg;Gizli piknik;Emir Devdağ\n", "utf-8"
    )
    (root / "consent.csv").write_text(CONSENT + "Emir Devdağ;pupil;evaluator;2025-09-01;x;;2025-12-01;\n", "utf-8")
    path = write(root)
    assert "1 of them is not shown" in capsys.readouterr().out
    sheet = table(path)
    shown = {heading: cell(sheet, UNKNOWN, heading).value for heading in headings(sheet)}
    assert {heading for heading, value in shown.items() if value} == {
        "Kanıt",
        "Dosya",
        "Değerlendirici",
        "Baskı",
        "Web",
    }
    with zipfile.ZipFile(path) as archive:
        assert len([name for name in archive.namelist() if name.startswith("xl/media/")]) == 1
        whole = b"".join(archive.read(name) for name in archive.namelist())
    assert b"Emir" not in whole
    assert b"piknik" not in whole


def withdraw(root):
    (root / "consent.csv").write_text(CONSENT + "Emir Devdağ;pupil;evaluator;2025-09-01;x;;2025-12-01;\n", "utf-8")


def named_in_a_sheet(root):
    (root / "evidence" / "3-ogrenciler" / "captions.csv").write_text(
        "file;caption;people\nIMG_20251014_101532.jpg;Gizli piknik;Emir Devdağ\n", "utf-8"
    )
    return write(root)


def inside(path):
    with zipfile.ZipFile(path) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


def test_after_a_withdrawal_the_next_build_writes_the_workbook_again_without_them(root, capsys):
    rewrite(root / "portfolio.yaml", "[dossier, poster-mission, plaque]", "[plaque]")
    path = named_in_a_sheet(root)
    assert b"piknik" in inside(path)
    withdraw(root)
    assert portfolio("build", root=root) == 0
    assert b"piknik" not in inside(path)
    assert b"Emir" not in inside(path)


def test_a_workbook_that_was_filled_in_is_kept_and_named(root, capsys):
    rewrite(root / "portfolio.yaml", "[dossier, poster-mission, plaque]", "[plaque]")
    path = named_in_a_sheet(root)
    change(path, (UNKNOWN, "Tarih", "15.10.2025"))
    withdraw(root)
    capsys.readouterr()
    assert portfolio("build", "--json", root=root) == 0
    problems = json.loads(capsys.readouterr().out)["problems"]
    assert [problem["file"] for problem in problems if problem["code"] == "sheet.withdrawn"] == ["private/review.xlsx"]
    assert b"piknik" in inside(path)


# --- what comes back ---


def test_what_was_changed_becomes_decisions_and_nothing_else(root, capsys):
    path = write(root)
    change(
        path,
        (UNKNOWN, "Kimler görünüyor", "Ada Billurköşk; 4-A"),
        (UNKNOWN, "Tarih", "15.10.2025"),
        (OPEN_DAY, "Açıklama (tr)", "=Komşu okullar bizde\nve biz onlarda"),
    )
    assert take(root) == 0
    said = capsys.readouterr().out
    assert "3 decisions written" in said
    assert "Ada" not in said
    assert decided(root) == [
        (UNKNOWN, "people", "Ada Billurköşk; 4-A"),
        (UNKNOWN, "date", "2025-10-15"),
        (OPEN_DAY, "caption.tr", "'=Komşu okullar bizde\nve biz onlarda"),
    ]
    last = (root / "decisions.csv").read_text(encoding="utf-8-sig")
    assert 'Elif Uçanhalı;2026-11-20;"review.xlsx, 4. satır"' in last
    sheet = table(write(root) and sheet_of(root, "review.new.xlsx"))
    assert cell(sheet, OPEN_DAY, "Açıklama (tr)").value == "=Komşu okullar bizde\nve biz onlarda"


def test_the_same_workbook_a_second_time_writes_nothing(root, capsys):
    change(
        write(root),
        (UNKNOWN, "Kimler görünüyor", "Ada, Can"),
        (UNKNOWN, "Tarih", "2025"),
        (OPEN_DAY, "Kimler görünüyor", None),
        (OPEN_DAY, "Tarih", None),
    )
    assert take(root) == 0
    before = (root / "decisions.csv").read_bytes()
    capsys.readouterr()
    assert take(root) == 0
    assert "says nothing new" in capsys.readouterr().out
    assert (root / "decisions.csv").read_bytes() == before


def test_an_untouched_workbook_decides_nothing_even_when_the_project_has_changed(root):
    write(root)
    with (root / "decisions.csv").open("a", encoding="utf-8") as file:
        file.write(f";{OPEN_DAY};caption.tr;Sonradan;;;\n")
    before = (root / "decisions.csv").read_bytes()
    assert take(root) == 0
    assert (root / "decisions.csv").read_bytes() == before


def test_an_emptied_cell_takes_away_what_stood_there(root):
    (root / "evidence" / "4-rol-model" / "captions.csv").write_text(
        "file;caption\naçık kapı günü.jpg;Eski açıklama\n", "utf-8"
    )
    change(
        write(root),
        (OPEN_DAY, "Açıklama (tr)", None),
        (OPEN_DAY, "Tarih", ""),
        (OPEN_DAY, "Kimler görünüyor", "  "),
    )
    assert take(root) == 0
    assert decided(root) == [
        (OPEN_DAY, "people", "bilinmiyor"),
        (OPEN_DAY, "caption.tr", "'-"),
        (OPEN_DAY, "date", "'-"),
    ]
    write(root)
    sheet = table(sheet_of(root, "review.new.xlsx"))
    emptied = [cell(sheet, OPEN_DAY, name).value for name in ("Açıklama (tr)", "Tarih", "Kimler görünüyor")]
    assert emptied == [None, None, None]
    assert cell(sheet, OPEN_DAY, "Baskı").value.startswith("hayır: ")


def test_what_is_decided_last_holds(root):
    path = write(root)
    change(path, (OPEN_DAY, "Açıklama (tr)", "Bir"))
    assert take(root) == 0
    path.unlink()
    change(write(root), (OPEN_DAY, "Açıklama (tr)", "İki"))
    assert take(root) == 0
    assert [value for _, _, value in decided(root)] == ["Bir", "İki"]
    path.unlink()
    assert cell(table(write(root)), OPEN_DAY, "Açıklama (tr)").value == "İki"


def test_what_is_to_be_covered_is_covered_in_the_next_workbook(root):
    path = write(root)
    change(path, (UNKNOWN, "Kapat", "0% 50% 100% 50%"), (UNKNOWN, "Kimler görünüyor", "tanınmıyor"))
    assert take(root) == 0
    path.unlink()
    change(write(root), (UNKNOWN, "Kapat", "0 0 1 0.5"))
    assert take(root) == 0
    assert [value for _, field, value in decided(root) if field == "cover"] == [
        "'-",
        "0% 50% 100% 50%",
        "'-",
        "0 0 1 0.5",
    ]
    path.unlink()
    shown = write(root)
    assert cell(table(shown), UNKNOWN, "Kapat").value == "0 0 1 0.5"
    with zipfile.ZipFile(shown) as archive:
        pictures = [archive.read(name) for name in archive.namelist() if name.startswith("xl/media/")]
    upright = next(image for image in map(Image.open, map(io.BytesIO, pictures)) if image.height > image.width)
    low, high = upright.convert("L").crop((0, 0, 165, 105)).getextrema()  # where the sun stood
    assert high - low < 30
    assert take(root) == 0


def test_children_of_a_partner_school_are_cleared_by_their_own(root):
    change(
        write(root),
        (UNKNOWN, "Kimler görünüyor", "ortak okul"),
        (UNKNOWN, "Ortak okulun izni", "Fabelskolan, 4.3.2026, Maja Sagoberg, değerlendirici"),
    )
    assert take(root) == 0
    sheet_of(root).unlink()
    sheet = table(write(root))
    assert cell(sheet, UNKNOWN, "Ortak okulun izni").value == "Fabelskolan, 2026-03-04, …, evaluator"
    assert cell(sheet, UNKNOWN, "Kimler görünüyor").value == "ortak okul"
    assert cell(sheet, UNKNOWN, "Değerlendirici").value.startswith("evet: ")
    before = (root / "decisions.csv").read_bytes()
    assert take(root) == 0
    assert (root / "decisions.csv").read_bytes() == before


def test_none_written_over_many_rows_at_once(root):
    path = write(root)
    everything = [table(path).cell(row, 3).value for row in range(2, 6)]
    change(path, *((file, "Kimler görünüyor", "yok") for file in everything))
    assert take(root) == 0
    assert sorted(decided(root)) == sorted((file, "people", "yok") for file in everything if file != OPEN_DAY)


def test_a_decision_by_the_workbook_follows_a_renamed_file(root):
    change(write(root), (UNKNOWN, "Kimler görünüyor", "yok"))
    assert take(root) == 0
    (root / "evidence" / UNKNOWN).rename(root / "evidence" / "3-ogrenciler" / "gezi.jpg")
    sheet_of(root).unlink()
    assert cell(table(write(root)), "3-ogrenciler/gezi.jpg", "Web").value == "evet: içinde kimse yok"


def rearrange(sheet):
    """What people do to a table: a column of their own in front, others moved, rows sorted, deleted, a sum below."""
    rows = [[cell.value for cell in row] for row in sheet]
    head, *body = [["benim", *reversed(row)] for row in rows]
    body.sort(key=lambda row: row[1] or "", reverse=True)
    sheet.delete_rows(1, len(rows))
    for row in (head, *body[:-1], ["toplam", 3]):
        sheet.append(row)


def test_rows_and_columns_may_be_sorted_moved_deleted_and_added(root):
    path = write(root)
    change(path, (OPEN_DAY, "Tarih", "2025-10-16"), (UNKNOWN, "Tarih", "2025-10-17"), prepare=rearrange)
    assert take(root) == 0
    assert set(decided(root)) <= {(OPEN_DAY, "date", "2025-10-16"), (UNKNOWN, "date", "2025-10-17")}
    assert decided(root)


def test_a_column_of_ids_that_was_sorted_alone_names_nobody_in_another_picture(root, capsys):
    path = write(root)
    before = (root / "decisions.csv").read_bytes()

    def sort(sheet):
        one, other = sheet.cell(row_of(sheet, OPEN_DAY), 1), sheet.cell(row_of(sheet, UNKNOWN), 1)
        one.value, other.value = other.value, one.value

    change(path, (UNKNOWN, "Kimler görünüyor", "Mehmet Demir"), prepare=sort)
    capsys.readouterr()
    assert take(root, "review.xlsx", "--json") == 3
    problems = json.loads(capsys.readouterr().out)["problems"]
    rows = {row_of(table(path), file) for file in (OPEN_DAY, UNKNOWN)}
    assert {each["line"] for each in problems if each["code"] == "sheet.other-file"} == rows
    assert (root / "decisions.csv").read_bytes() == before


def test_all_that_is_wrong_at_once_and_nothing_is_written(root, capsys):
    path = write(root)
    before = (root / "decisions.csv").read_bytes()

    def spoil(sheet):
        sheet.cell(2, 1).value = "E-0000000000"
        sheet.cell(3, 1).value = sheet.cell(5, 1).value
        sheet.cell(6, 6).value = "yok"

    change(
        path,
        (OPEN_DAY, "Açıklama (tr)", "Güzel"),
        (UNKNOWN, "Kimler görünüyor", "yok; Ada"),
        (UNKNOWN, "Tarih", "dün"),
        prepare=spoil,
    )
    capsys.readouterr()
    assert take(root, "review.xlsx", "--json") == 3
    document = json.loads(capsys.readouterr().out)
    rows = {each["code"]: each["line"] for each in document["problems"]}
    assert rows.keys() == {
        "sheet.people-mixed",
        "sheet.date",
        "sheet.unknown-id",
        "sheet.id-twice",
        "sheet.other-file",
        "sheet.no-id",
    }
    assert (rows["sheet.unknown-id"], rows["sheet.id-twice"], rows["sheet.no-id"]) == (2, 5, 6)
    assert not any(word in json.dumps(document) for word in ("Ada", "dün"))
    assert (root / "decisions.csv").read_bytes() == before


def test_what_was_changed_on_both_sides_is_a_conflict(root, capsys):
    change(write(root), (OPEN_DAY, "Açıklama (tr)", "Benimki"), (OPEN_DAY, "Tarih", "2025"))
    with (root / "decisions.csv").open("a", encoding="utf-8") as file:
        file.write(f";{OPEN_DAY};caption.tr;Seninki;;;\n;{OPEN_DAY};date;2025;;;\n")
    before = (root / "decisions.csv").read_bytes()
    capsys.readouterr()
    assert take(root, "review.xlsx", "--json") == 3
    assert [code for code, _ in codes(capsys)] == ["sheet.changed-meanwhile"]
    assert (root / "decisions.csv").read_bytes() == before


def test_a_formula_that_failed_takes_nothing_away(root, capsys):
    path = write(root)
    book = load_workbook(path)
    cell(book.worksheets[1], OPEN_DAY, "Tarih").value = "#REF!"  # openpyxl writes it as an error
    book.save(path)
    capsys.readouterr()
    assert take(root, "review.xlsx", "--json") == 3
    assert [code for code, _ in codes(capsys)] == ["sheet.formula"]


def test_a_piece_that_is_gone_is_named_only_when_it_was_changed(root, capsys):
    path = write(root)
    (root / "evidence" / UNKNOWN).unlink()
    assert take(root) == 0
    change(path, (UNKNOWN, "Tarih", "2025"))
    capsys.readouterr()
    assert take(root, "review.xlsx", "--json") == 3
    assert [code for code, _ in codes(capsys)] == ["sheet.gone"]


def test_what_only_shows_something_is_not_read_and_that_is_said(root, capsys):
    change(write(root), (OPEN_DAY, "Öneriler", "1 Ortak liderlik"), (OPEN_DAY, "Web", "hayır"))
    capsys.readouterr()
    assert take(root, "review.xlsx", "--json") == 0
    assert [code for code, _ in codes(capsys) if code.startswith("sheet.")] == ["sheet.read-only"] * 2
    assert decided(root) == []


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda book: book.remove(book["portfolio"]), "sheet.no-memory"),
        (lambda book: setattr(book.worksheets[1]["F1"], "value", "Kim"), "sheet.no-column"),
        (lambda book: book.worksheets[1].delete_cols(11), "sheet.no-column"),
        (lambda book: setattr(book.worksheets[1]["A1"], "value", "No"), "sheet.no-table"),
        (lambda book: setattr(book.worksheets[1]["AA1"], "value", "Tarih"), "sheet.column-twice"),
        (lambda book: book.copy_worksheet(book.worksheets[1]), "sheet.two-tables"),
    ],
)
def test_a_workbook_that_is_no_longer_ours_gets_a_sentence(root, spoil, code, capsys):
    book = load_workbook(write(root))
    spoil(book)
    book.save(sheet_of(root))
    capsys.readouterr()
    assert take(root, "review.xlsx", "--json") == 3
    assert [code for code, _ in codes(capsys)] == [code]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.csv", b"x", "sheet.format"),
        ("a.xlsx", b"x", "archive.damaged"),
        ("b.xlsx", None, "sheet.unreadable"),
    ],
)
def test_another_file_gets_a_sentence(root, tmp_path, name, content, code, capsys):
    if content:
        (tmp_path / name).write_bytes(content)
    assert take(root, tmp_path / name, "--json") == 3
    assert [code for code, _ in codes(capsys)] == [code]


def test_who_decides_must_be_said(root, capsys):
    write(root)
    assert take(root, by="") == 3
    assert "--by NAME" in capsys.readouterr().out
    rewrite(root / "portfolio.yaml", "  country: TR\n", "  country: TR\n  coordinator: Feride Kafdağlı\n")
    change(sheet_of(root), (UNKNOWN, "Tarih", "2025"))
    assert take(root, by="") == 0
    assert "Feride Kafdağlı;2026-11-20" in (root / "decisions.csv").read_text(encoding="utf-8-sig")


def test_a_sheet_is_written_or_taken_back_not_both(root, capsys):
    assert portfolio("review", "--sheet", "a.xlsx", "--from-sheet", "a.xlsx", root=root) == 2
    assert "--from-sheet FILE takes it back" in capsys.readouterr().err


def test_programs_get_one_document(root, capsys):
    write(root)
    change(sheet_of(root), (UNKNOWN, "Kimler görünüyor", "Ada"), (UNKNOWN, "Tarih", "2025"))
    capsys.readouterr()
    for arguments in (["--sheet", "b.xlsx"], ["--from-sheet", "review.xlsx", "--by", "Elif"]):
        assert portfolio("review", *arguments, "--json", root=root) == 0
        document = json.loads(capsys.readouterr().out)
        Draft202012Validator(SCHEMA).validate(document)
        assert "Ada" not in json.dumps(document)
    assert (document["decided"], document["fields"]) == (2, {"people": 1, "date": 1})


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
@pytest.mark.parametrize("suffix", ["xlsx", "ods"])
def test_libreoffice_loses_nothing_and_changes_nothing(root, tmp_path, suffix, capsys):
    change(write(root), (UNKNOWN, "Kimler görünüyor", "Ada Billurköşk"), (OPEN_DAY, "Açıklama (en)", "'007\n=1+1"))
    convert(sheet_of(root), suffix, tmp_path)
    capsys.readouterr()
    assert take(root, tmp_path / "out" / f"review.{suffix}", "--json") == 0
    assert [code for code, _ in codes(capsys) if code.startswith("sheet.")] == []
    assert decided(root) == [(UNKNOWN, "people", "Ada Billurköşk"), (OPEN_DAY, "caption.en", "'007\n=1+1")]
