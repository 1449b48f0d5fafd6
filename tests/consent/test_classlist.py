"""Class lists are understood as schools have them, or nothing of them is taken over."""

import pytest
from consent.classlists import SECRETS, TURKISH, workbook

from portfolio.consent.classlist import read_classlist
from portfolio.errors import ProjectError


def pupils(path, language="tr", stated=""):
    return [(each.who, each.form) for each in read_classlist(path, language, stated)]


def csv(folder, text, name="liste.csv"):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def faults(path, language="tr", stated=""):
    with pytest.raises(ProjectError) as stopped:
        read_classlist(path, language, stated)
    return [(each.code, each.where.file, each.where.line) for each in stopped.value.problems]


THREE = [("ADA BİLLURKÖŞK", "4-A"), ("CAN EFE DEVDAĞ", "4-A"), ("LİNA YILDIZTOZU", "4-A")]


def test_a_turkish_list_with_titles_sums_and_signatures(tmp_path):
    path = workbook(tmp_path / "liste.xlsx", {"Sayfa1": TURKISH}, merged=["A1:H1", "A2:H2", "A4:H4", "C14:D14"])
    assert pupils(path) == THREE
    assert [each.names for each in read_classlist(path, "tr")][1] == ("CAN EFE", "DEVDAĞ")
    taken = repr([(each.names, each.form) for each in read_classlist(path, "tr")])
    assert [secret for secret in SECRETS if secret in taken] == []


def test_several_classes_below_each_other_on_one_sheet(tmp_path):
    second = [["4. Sınıf / B Şubesi Sınıf Listesi"], TURKISH[5], [1, 44, "EMİR", "MASALCI", "Erkek"], ["Toplam", 1]]
    path = workbook(tmp_path / "liste.xlsx", {"Sayfa1": [*TURKISH, [], *second]})
    assert pupils(path) == [*THREE, ("EMİR MASALCI", "4-B")]


def test_a_page_break_repeats_the_headings(tmp_path):
    path = workbook(tmp_path / "liste.xlsx", {"Sayfa1": [*TURKISH[:8], TURKISH[5], *TURKISH[9:]]})
    assert pupils(path) == THREE


def test_several_sheets_are_several_classes(tmp_path):
    rows = [["No", "Adı Soyadı"], [1, "Ada Ak"], [2, "Can Su Dere"]]
    path = workbook(tmp_path / "liste.xlsx", {"4-A": rows, "4-B Sınıfı": [["No", "Adı Soyadı"], [1, "Ege Kaya"]]})
    assert pupils(path) == [("Ada Ak", "4-A"), ("Can Su Dere", "4-A"), ("Ege Kaya", "4-B")]


def test_a_swedish_list(tmp_path):
    path = csv(tmp_path, "Klasslista 5B\nFörnamn;Efternamn;Klass;Personnr\nEbba;Berg;5B;160503-0017\nIda;Åker;5C;1\n")
    assert pupils(path, "sv") == [("Ebba Berg", "5B"), ("Ida Åker", "5C")]


def test_an_english_list_with_the_family_name_first(tmp_path):
    path = csv(tmp_path, 'Class list 6C,,\nPupil name,Date of birth\n"O\'Hill, Daisy",3/5/2015\nTom Brook,4/6/2015\n')
    assert pupils(path, "en") == [("Daisy O'Hill", "6C"), ("Tom Brook", "6C")]


def test_a_german_list_calls_the_family_name_name(tmp_path):
    path = csv(tmp_path, "Name;Vorname;Klasse\nWolkenberg;Anna Lena;4b\n")
    assert pupils(path, "de") == [("Anna Lena Wolkenberg", "4b")]


def test_grade_and_section_may_have_columns_of_their_own(tmp_path):
    path = csv(tmp_path, "Adı;Soyadı;Sınıfı;Şubesi\nAda;Ak;4;A\nCan;Su;4;B\n")
    assert pupils(path) == [("Ada Ak", "4-A"), ("Can Su", "4-B")]


def test_a_heading_may_be_merged_over_the_names_below_it(tmp_path):
    rows = [["No", "Adı Soyadı", "", "Cinsiyeti"], [1, "Ada", "Ak", "K"], [2, "Can", "Su", "E"]]
    path = workbook(tmp_path / "liste.xlsx", {"4-A": rows}, merged=["B1:C1"])
    assert pupils(path) == [("Ada Ak", "4-A"), ("Can Su", "4-A")]


def test_an_opendocument_list(tmp_path):
    import zipfile

    cells = [["Adı", "Soyadı"], ["Ada", "Ak"]]
    rows = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell office:value-type='string'><text:p>{c}</text:p></table:table-cell>" for c in row)
        + "</table:table-row>"
        for row in cells
    )
    spaces = " ".join(
        f"xmlns:{name}='urn:oasis:names:tc:opendocument:xmlns:{name}:1.0'" for name in ("office", "table", "text")
    )
    body = f"<office:body><office:spreadsheet><table:table table:name='4-A'>{rows}</table:table>"
    with zipfile.ZipFile(tmp_path / "liste.ods", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        closed = "</office:spreadsheet></office:body></office:document-content>"
        archive.writestr("content.xml", f"<office:document-content {spaces}>{body}{closed}")
    assert pupils(tmp_path / "liste.ods") == [("Ada Ak", "4-A")]


def test_a_list_that_says_no_class_is_told_one(tmp_path):
    path = csv(tmp_path, "Adı;Soyadı\nAda;Ak\nCan;Su\n")
    assert faults(path) == [("classlist.no-class", "liste.csv", 1)]
    assert pupils(path, stated="4-A") == [("Ada Ak", "4-A"), ("Can Su", "4-A")]


def test_two_classes_for_one_list_contradict_each_other(tmp_path):
    path = workbook(tmp_path / "liste.xlsx", {"4-B": TURKISH})
    assert faults(path) == [("classlist.two-classes", "liste.xlsx [4-B]", 6)]
    assert faults(csv(tmp_path, "4-A\nAdı;Soyadı\nAda;Ak\n"), stated="4-B") == [
        ("classlist.two-classes", "liste.csv", 2)
    ]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("3;;;Kız", "classlist.no-name"),
        ("3;Ada;;Kız", "classlist.half-name"),
        (";Ada;;", "classlist.half-name"),
        (";Ada;Ak;Kız", "classlist.perhaps"),
        ("3;Ada;0500 000;Kız", "classlist.digits"),
        ("3;CAN;SU;Erkek", "pupils.twice"),
    ],
)
def test_what_could_be_a_pupil_and_is_not_understood_stops_the_whole(tmp_path, row, code):
    path = csv(tmp_path, f"4-A\nNo;Adı;Soyadı;Cinsiyeti\n1;Can;Su;Erkek\n2;Ege;Kaya;Erkek\n{row}\n")
    assert faults(path) == [(code, "liste.csv", 5)]


def test_a_pupil_whose_name_is_a_word_below_lists_is_never_left_out(tmp_path):
    numbered = csv(tmp_path, "4-A\nNo;Adı;Soyadı\n1;Can;Öğretmen\n")
    assert pupils(numbered) == [("Can Öğretmen", "4-A")]
    assert faults(csv(tmp_path, "4-A\nAdı;Soyadı\nCan;Su\nEge;Öğretmen\n")) == [("classlist.perhaps", "liste.csv", 4)]


def test_a_sum_may_stand_below_the_names(tmp_path):
    assert pupils(csv(tmp_path, "4-A\nNo;Adı;Soyadı\n1;Can;Su\n;Toplam;1\n;Kız: 0;Erkek: 1\n")) == [("Can Su", "4-A")]


def test_lines_below_a_list_without_numbers(tmp_path):
    path = csv(tmp_path, "4-A\nAdı Soyadı\nCan Su\nEge Kaya\n\nToplam: 2\nSınıf Öğretmeni: Elif Uçanhalı\n")
    assert pupils(path) == [("Can Su", "4-A"), ("Ege Kaya", "4-A")]
    assert faults(csv(tmp_path, "4-A\nAdı Soyadı\nCan Su\n\nElif Uçanhalı\nÖğretmen\n")) == [
        ("classlist.half-name", "liste.csv", 6)
    ]


def test_what_is_no_class_list_is_told_by_sheet(tmp_path):
    path = workbook(tmp_path / "liste.xlsx", {"4-A": [["Adı", "Soyadı"], ["Ada", "Ak"]], "Özet": [["Toplam", 26]]})
    assert faults(path) == [("classlist.no-heading", "liste.xlsx [Özet]", None)]
    assert faults(csv(tmp_path, "4-A\nAdı;Soyadı\n")) == [("classlist.nobody", "liste.csv", None)]
    twice = csv(tmp_path, "4-A\nNo;Adı Soyadı;No;Adı Soyadı\n1;Ada Ak;2;Can Su\n")
    assert ("consent.column-twice", "liste.csv", 2) in faults(twice)


def test_other_files_get_one_clear_sentence(tmp_path):
    (tmp_path / "liste.xls").write_bytes(b"\xd0\xcf\x11\xe0")
    assert faults(tmp_path / "liste.xls") == [("table.old-excel", "liste.xls", None)]
    (tmp_path / "liste.pdf").write_bytes(b"%PDF-1.4")
    assert faults(tmp_path / "liste.pdf") == [("table.format", "liste.pdf", None)]
    assert faults(tmp_path / "yok.xlsx") == [("table.missing", "yok.xlsx", None)]


def test_problems_never_name_a_pupil(tmp_path):
    path = csv(tmp_path, "4-A\nNo;Adı;Soyadı\n1;Gizli;Kişi\n2;Gizli;Kişi\n3;Gizli;\n;Gizli;Biri\n4;Gizli;12\n")
    with pytest.raises(ProjectError) as stopped:
        read_classlist(path, "tr")
    assert len(stopped.value.problems) == 4
    assert "Gizli" not in repr(stopped.value.problems)
