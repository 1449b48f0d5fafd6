"""The list of pupils is read as schools write it, or it stops the run with its line."""

from pathlib import Path

import pytest

from portfolio.consent.pupils import Pupil, read_pupils
from portfolio.errors import ProjectError


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
