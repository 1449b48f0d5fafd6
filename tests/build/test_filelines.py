"""What the register says of a file holds for what lay there when it was written; a line that meets nobody may stop."""

import pytest
from projects import TODAY, load, make_project, photograph

from portfolio.build.survey import take_survey
from portfolio.errors import ProjectError
from portfolio.model.events import silent

HEAD = "person;role;scopes;given_on;by;expires_on;withdrawn_on;note\n"
FILE = "3-ogrenciler/IMG_20251014_101532.jpg"
AGREED = f"file:{FILE};;web;2026-09-01;x;;;\n"


@pytest.fixture
def root(tmp_path):
    return make_project(tmp_path / "okul")


def register(root, *lines):
    (root / "consent.csv").write_text(HEAD + "".join(lines), encoding="utf-8-sig")


def look(root):
    """Why the photo may be on the web or not, and the codes of what is wrong with the register, with their lines."""
    survey = take_survey(load(root), today=TODAY, report=silent)
    (item,) = (each for each in survey.catalogue.items if FILE in each.files)
    (why,) = (each.why.code for each in survey.clearances if each.item == item.id and each.audience == "web")
    said = [problem for problem in survey.problems if problem.where and problem.where.file == "consent.csv"]
    return why, [(problem.code, problem.where.line) for problem in said]


def test_who_agreed_to_a_file_is_asked_again_when_another_picture_lies_there(root):
    register(root, AGREED)
    assert look(root) == ("clearance.consent", [])
    photograph(root / "evidence" / FILE, colour="navy", at=(2, 0))
    for _ in range(2):
        assert look(root) == ("clearance.stale", [("consent.file-changed", 2)])
    register(root, AGREED.replace("2026-09-01", "2026-11-18"))
    assert look(root) == ("clearance.consent", [])


def test_a_withdrawal_of_a_file_that_was_deleted_afterwards_does_not_stop(root):
    withdrawn = AGREED.replace("x;;;", "x;;2026-11-01;")
    register(root, withdrawn)
    assert look(root) == ("clearance.withdrawn", [])
    (root / "evidence" / FILE).rename(root / "evidence" / "3-ogrenciler" / "renamed.jpg")
    with pytest.raises(ProjectError, match=r"consent\.unmet-file"):
        take_survey(load(root), today=TODAY, report=silent)
    (root / "evidence" / "3-ogrenciler" / "renamed.jpg").unlink()
    survey = take_survey(load(root), today=TODAY, report=silent)
    assert [each.severity for each in survey.problems if each.code.startswith("consent.unmet-file")] == ["warning"]


def test_a_withdrawal_that_names_nobody_in_the_list_stops_with_its_line(root):
    (root / "pupils.csv").write_text("Öğrenci;Sınıf\nAyşe Yılmaz;4-A\n", encoding="utf-8")
    register(root, "Ayşe Yilmazer;pupil;web;2026-09-01;x;;2026-11-01;\n")
    with pytest.raises(ProjectError) as stop:
        take_survey(load(root), today=TODAY, report=silent)
    assert [(each.code, each.where.line) for each in stop.value.problems] == [("consent.unmet-pupil", 2)]
    register(root, "Ayşe Yilmazer;pupil;web;2026-09-01;x;;;\n")
    assert ("consent.unmet-pupil", 2) in look(root)[1]


def test_the_schools_default_does_not_hold_for_what_a_wrong_line_leaves_unknown(root):
    settings = root / "portfolio.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "consent: {evaluator_default: include}\n", "utf-8")

    def evaluator():
        survey = take_survey(load(root), today=TODAY, report=silent)
        (item,) = (each for each in survey.catalogue.items if FILE in each.files)
        verdicts = (each for each in survey.clearances if (each.item, each.audience) == (item.id, "evaluator"))
        return [(each.allowed, each.why.code) for each in verdicts]

    assert evaluator() == [(True, "clearance.school-default")]
    with (root / "decisions.csv").open("a", encoding="utf-8") as lines:
        lines.write(f";{FILE};poeple;Ayşe Yılmaz;K;2026-11-01;\n")
    assert evaluator() == [(False, "clearance.doubt")]
