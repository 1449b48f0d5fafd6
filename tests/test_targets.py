"""Pillars and criteria are found by whatever people call them."""

import pytest

from portfolio.framework import read_framework
from portfolio.targets import Targets


@pytest.fixture(scope="module")
def targets():
    return Targets(read_framework("etwinning-school", None))


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("model", "model"),
        ("4-rol-model", "model"),
        ("Diğer okulları için rol model olunması.", "model"),
        ("ROL MODEL", "model"),
        ("öğrenci temsilciliği", "students"),
        ("Ogrenciler", "students"),
        ("İş Birliği", "collaboration"),
        ("eTwinning Schools have a strong commitment to Collaboration, Sharing and Team Work", "collaboration"),
        ("eTwinning-skolor som förebilder för andra skolor", "model"),
        ("e-güvenlik", "e-safety"),
        ("model/open-days", "model/open-days"),
        ("Klasserna arbetar i projekt med partnerskolor i andra länder.", "collaboration/projects"),
        ("plan/model", "plan/model"),
        ("model/plan", "plan/model"),
        ("rol model / Plan", "plan/model"),
        ("e-safety/plan", ""),
        # Croatian and Slovenian: pupils' involvement is agency, inclusion alone is not.
        ("uključenost učenika", "students"),
        ("uključivost", "inclusion"),
        ("vključenost učencev", "students"),
        ("vključenost in inovativnost", "inclusion"),
        # The label's page and the mission number the pillars differently.
        ("4", ""),
        ("pillar 4", ""),
        ("", ""),
    ],
)
def test_a_target_by_its_names(targets, name, target):
    assert targets.find(name) == target


def test_a_list_is_parted_by_semicolons_else_by_commas(targets):
    assert targets.find_all("students; rol model") == (("students", "students"), ("rol model", "model"))
    assert targets.find_all("students, rol modl") == (("students", "students"), ("rol modl", ""))
    assert targets.find_all("samarbete, utbyte och grupparbete") == (
        ("samarbete, utbyte och grupparbete", "collaboration"),
    )
    assert targets.find_all(" ; ") == ()


def test_folders_on_the_way_name_pillars_each_once(targets):
    assert targets.in_folders(["2025/3-ogrenciler/e-güvenlik/a.jpg", "gelen/a.jpg", "ROL MODEL/3. Elever/a.jpg"]) == (
        ("3-ogrenciler", "students", "2025/3-ogrenciler/e-güvenlik/a.jpg"),
        ("e-güvenlik", "e-safety", "2025/3-ogrenciler/e-güvenlik/a.jpg"),
        ("ROL MODEL", "model", "ROL MODEL/3. Elever/a.jpg"),
    )
    assert targets.in_folders(["model.jpg", "gelen/rol model.jpg", "2025-2026/4/a.jpg"]) == ()


def test_the_nearest_name_of_one_that_is_not_known(targets):
    assert targets.nearest("rol modl") == "role model"  # said in English, where no school says otherwise
    assert targets.nearest("colaboration") == "collaboration"
    assert targets.nearest("zzz") == ""


def test_a_school_is_told_the_names_that_it_knows():
    pack = read_framework("etwinning-school", None)
    assert Targets(pack, "tr").names[:2] == ("1-ortak-liderlik", "2-isbirligi")
    assert Targets(pack, "fr").names[:2] == ("1-leadership", "2-collaboration")
    assert Targets(pack, "sv").nearest("samarbet") == "samarbete"
    assert Targets(pack, "tr").nearest("rol modl") == "rol model"
    assert Targets(pack, "tr").nearest("okul yönetim") == "okul yönetimi"
