"""What a class list changes in the list of pupils; what a person wrote there stays byte for byte."""

import pytest
from consent.classlists import SECRETS, TURKISH, workbook

from portfolio.consent.classlist import read_classlist
from portfolio.consent.columns import bare, words
from portfolio.consent.enrolment import Change, compare, enrol, headings
from portfolio.consent.pupils import read_pupils
from portfolio.errors import ProjectError

LANGUAGES = ("en", "tr", "sv", "de", "fr", "es", "it", "pl", "ro", "el", "pt", "hr")


def take_over(folder, source, language="tr", stated=""):
    enrolment = compare(folder, read_classlist(source, language, stated), language)
    enrol(folder, enrolment, language)
    return enrolment.changes


def liste(folder, *rows, name="liste.csv"):
    path = folder / name
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_a_new_list_is_written_as_the_schools_spreadsheet_opens_it(tmp_path):
    changes = take_over(tmp_path, workbook(tmp_path / "liste.xlsx", {"Sayfa1": TURKISH}))
    assert changes == (Change(form="4-A", new=3, known=0, absent=0, elsewhere=0),)
    written = (tmp_path / "pupils.csv").read_bytes()
    assert written.startswith("\ufeffadı;soyadı;sınıfı;gruplar\r\nADA;BİLLURKÖŞK;4-A;\r\n".encode())
    assert [secret for secret in SECRETS if secret.encode() in written] == []
    pupils, problems = read_pupils(tmp_path, "tr")
    assert (len(pupils), problems) == (3, ())


def test_known_pupils_keep_their_groups_and_new_ones_are_added(tmp_path):
    before = "Öğrenci;Sınıf;Gruplar;kendi notum\nAda Ak;4/A;koro;x\nEge Kaya;4-A;;\nCan Su;3-B;;".encode("cp1254")
    (tmp_path / "pupils.csv").write_bytes(before)
    changes = take_over(tmp_path, liste(tmp_path, "4-A", "Adı;Soyadı", "ADA;AK", "Can;Su", "Işıl;Şen"))
    assert changes == (Change(form="4-A", new=2, known=1, absent=1, elsewhere=1),)
    after = (tmp_path / "pupils.csv").read_bytes()
    assert after == before + "\r\nCan Su;4-A;;\r\nIşıl Şen;4-A;;\r\n".encode("cp1254")
    assert read_pupils(tmp_path, "tr")[0][0].groups == ("4/A", "koro")


def test_again_changes_nothing(tmp_path):
    source = liste(tmp_path, "4-A", "Adı;Soyadı", "Ada;Ak")
    take_over(tmp_path, source)
    before = (tmp_path / "pupils.csv").read_bytes()
    assert take_over(tmp_path, source) == (Change(form="4-A", new=0, known=1, absent=0, elsewhere=0),)
    assert (tmp_path / "pupils.csv").read_bytes() == before


def test_names_go_into_the_columns_that_the_list_has(tmp_path):
    (tmp_path / "pupils.csv").write_text("Adı;Soyadı;Sınıf\nAda;Ak;4-A\n", encoding="utf-8")
    take_over(tmp_path, liste(tmp_path, "4-A", "Adı Soyadı", "Can Efe Su"))
    assert (tmp_path / "pupils.csv").read_text("utf-8").endswith("\nCan Efe;Su;4-A\n")


def test_an_old_code_page_that_lacks_a_letter_is_left(tmp_path):
    (tmp_path / "pupils.csv").write_bytes("Öğrenci;Sınıf\nIşıl Şen;4-A\n".encode("cp1254"))
    take_over(tmp_path, liste(tmp_path, "4-A", "Adı Soyadı", "Łucja Bajkowska"))
    assert [pupil.who for pupil in read_pupils(tmp_path, "tr")[0]] == ["Işıl Şen", "Łucja Bajkowska"]


def test_a_workbook_of_pupils_is_not_added_to(tmp_path):
    workbook(tmp_path / "pupils.xlsx", {"1": [["Öğrenci", "Sınıf"], ["Ada Ak", "4-A"]]})
    with pytest.raises(ProjectError) as stopped:
        take_over(tmp_path, liste(tmp_path, "4-A", "Adı Soyadı", "Can Su"))
    assert [problem.code for problem in stopped.value.problems] == ["classlist.workbook-kept"]


@pytest.mark.parametrize("language", [*LANGUAGES, "fr-BE"])
def test_the_headings_that_we_write_are_understood(language):
    written = headings(language)
    assert {words("pupils")[bare(heading)] for heading in written.values()} == set(written)
