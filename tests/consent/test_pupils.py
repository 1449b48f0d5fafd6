"""The list of pupils is read as schools write it, or it stops the run with its line."""

from pathlib import Path

import pytest

from portfolio.consent.pupils import Pupil, read_pupils
from portfolio.errors import ProjectError
from portfolio.model.problem import Severity
from portfolio.namerule import NameRule
from portfolio.nameways import person_name


def listed(folder: Path, text: str, name: str = "pupils.csv") -> tuple[Pupil, ...]:
    (folder / name).write_text(text, encoding="utf-8")
    return read_pupils(folder, "tr")[0]


def faults(folder: Path, text: str) -> list[tuple[str, int | None]]:
    with pytest.raises(ProjectError) as stopped:
        listed(folder, text)
    return [(each.code, each.where.line if each.where else None) for each in stopped.value.problems]


def test_a_pupil_has_a_class_and_groups(tmp_path):
    (ada, can) = listed(tmp_path, "Öğrenci;Sınıf;Gruplar\nAda Billurköşk;4-A;koro, robotik\nCan Ak;4-A;\n")
    assert ada == Pupil(who="Ada Billurköşk", groups=("4-A", "koro", "robotik"), line=2)
    assert can.groups == ("4-A",)


def test_the_list_that_a_school_has_anyway_will_do(tmp_path):
    (ada,) = listed(tmp_path, "No;Adı;Soyadı;Sınıfı/Şubesi\n17;Ada;Billurköşk;4-A\n")
    assert (ada.who, ada.groups) == ("Ada Billurköşk", ("4-A",))
    (swedish,) = listed(tmp_path, "Elevens namn,Klass\nEbba Berg,5B\n")
    assert (swedish.who, swedish.groups) == ("Ebba Berg", ("5B",))


def test_the_class_may_be_written_as_in_the_title_of_a_list(tmp_path):
    (ada,) = listed(tmp_path, "Adı Soyadı;Sınıfı/Şubesi\nAda Billurköşk;4. Sınıf / A Şubesi\n")
    assert ada.groups == ("4-A",)


def test_a_name_beside_a_first_name_is_the_family_s(tmp_path):
    (anna,) = listed(tmp_path, "Name;Vorname;Klasse\nWolkenberg;Anna;4b\n")
    assert anna.who == "Anna Wolkenberg"


def test_it_may_be_a_workbook(tmp_path):
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["Adı Soyadı", "Sınıf"])
    book.active.append(["Ada Billurköşk", "4-A"])
    book.save(tmp_path / "pupils.xlsx")
    assert [pupil.who for pupil in read_pupils(tmp_path, "tr")[0]] == ["Ada Billurköşk"]


@pytest.mark.parametrize(
    "written",
    [
        "Ayşe Yılmaz (4-A)",
        "Ayşe Yılmaz 4-A",
        "Ayşe Yılmaz (K)",
        "Ayşe Yılmaz [nakil 2025]",
        "Ayşe Yılmaz E",
        "Ayşe Yılmaz ♿",
        "Ayşe Yılmaz ♿\ufe0f",
        "* Ayşe Yılmaz",
        "Ayşe\u00a0Yılmaz",
        '"Yılmaz, Ayşe"',
    ],
)
def test_what_stands_beside_a_name_does_not_keep_it_from_being_hidden(tmp_path, written):
    (pupil,) = listed(tmp_path, f"Adı Soyadı;Sınıfı\n{written};4-A\n")
    assert pupil.who == "Ayşe Yılmaz"
    rule = NameRule(filter(None, [person_name(pupil.who, pupil.surname)]))
    assert rule.hide("Ayşe Yılmaz geldi") == "Ayşe Y. geldi"


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Ayşe Yılmaz 5234", "digits"),
        ("Ayşe Yılmaz - nakil", "sign"),
        ("Ayşe Yılmaz/Mehmet Demir", "sign"),
        ("Ayşe.Yılmaz", "sign"),
        ("Ayşe_Yılmaz", "sign"),
        ("Ayşe Yılmaz (kız", "sign"),
        ("Ayşe\u200bYılmaz", "unseen"),
    ],
)
def test_a_name_that_no_text_can_be_searched_for_stops_the_run(tmp_path, written, code):
    assert faults(tmp_path, f"Adı Soyadı;Sınıfı\nCan Ak;4-A\n{written};4-A\n") == [(f"pupils.{code}", 3)]
    assert faults(tmp_path, f"Adı;Soyadı;Sınıfı\nCan;{written};4-A\n") == [(f"pupils.{code}", 2)]


def test_names_are_left_as_they_are(tmp_path):
    names = ["Anna-Lena O’Hara", "M. Ali Çam", "Ada B.", "Ayşe Y", "Şaban D'Arcy"]
    text = "".join(f"{name};4-A\n" for name in names)
    assert [pupil.who for pupil in listed(tmp_path, f"Adı Soyadı;Sınıfı\n{text}")] == names


def book(folder, sheets):
    from openpyxl import Workbook

    made = Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    made.save(folder / "pupils.xlsx")


def test_every_sheet_of_a_workbook_is_read(tmp_path):
    head = ["Adı Soyadı", "Sınıf"]
    book(tmp_path, {"4-A": [head, ["Ada Ak", "4-A"]], "boş": [], "4-B": [head, ["Can Ak", "4-B"]]})
    assert [pupil.who for pupil in read_pupils(tmp_path, "tr")[0]] == ["Ada Ak", "Can Ak"]
    book(tmp_path, {"4-A": [head, ["Ada Ak", "4-A"]], "4-B": [["4-B sınıfı listesi"], head, ["Can Ak", "4-B"]]})
    with pytest.raises(ProjectError) as stopped:
        read_pupils(tmp_path, "tr")
    (problem,) = stopped.value.problems
    assert (problem.code, problem.where.file, problem.where.line) == ("pupils.sheet", "pupils.xlsx [4-B]", 1)


def test_a_list_of_nobody_is_none(tmp_path):
    assert faults(tmp_path, "Öğrenci;Sınıf\n") == [("pupils.nobody", None)]


@pytest.mark.parametrize("name", ["pupils.csv.csv", "Pupils.CSV", "pupils.ods", "pupils.xls", "pupils 4-A.csv"])
def test_a_file_that_is_called_nearly_as_a_list_is_not_overlooked(tmp_path, name):
    (tmp_path / name).write_text("Öğrenci;Sınıf\nAda Ak;4-A\n", encoding="utf-8")
    with pytest.raises(ProjectError) as stopped:
        read_pupils(tmp_path, "tr")
    assert [(each.code, each.where.file) for each in stopped.value.problems] == [("pupils.other-name", name)]
    (tmp_path / "pupils.csv").write_text("Öğrenci;Sınıf\nAda Ak;4-A\n", encoding="utf-8")
    pupils, (problem,) = read_pupils(tmp_path, "tr")
    assert (len(pupils), problem.code, problem.severity) == (1, "pupils.other-name", Severity.WARNING)


def test_without_a_list_nobody_is_in_it(tmp_path):
    assert read_pupils(tmp_path, "tr") == ((), ())


def test_a_list_that_cannot_be_relied_upon_stops_the_run(tmp_path):
    assert faults(tmp_path, "Öğrenci;Yaş\nAda;9\n") == [("consent.missing-column", 1)]
    assert faults(tmp_path, "Öğrenci;Sınıff\nAda;4-A\n") == [("consent.misspelt-column", 1)]
    lines = "Öğrenci;Sınıf\n;4-A\nAda Ak;\nCan Ak;4-A\nCAN  AK;4-A\n"
    assert faults(tmp_path, lines) == [("pupils.no-name", 2), ("pupils.no-class", 3), ("pupils.twice", 5)]


def test_two_lists_contradict_each_other(tmp_path):
    (tmp_path / "pupils.xlsx").write_bytes(b"")
    assert faults(tmp_path, "Öğrenci;Sınıf\n") == [("pupils.two-lists", None)]


def test_one_name_in_two_classes_is_told_with_both_lines(tmp_path):
    (tmp_path / "pupils.csv").write_text("Öğrenci;Sınıf\nAli Cam;4-A\nAli Çam;4-B\n", encoding="utf-8")
    _, (problem,) = read_pupils(tmp_path, "tr")
    assert (problem.code, problem.where.line) == ("pupils.same-name", 3)
    assert dict(problem.values) == {"first": "2", "form": "4-B", "other": "4-A"}
    assert faults(tmp_path, "Öğrenci;Sınıf\nAli Cam;4-A\nAli Çam;4/A\n") == [("pupils.twice", 3)]
