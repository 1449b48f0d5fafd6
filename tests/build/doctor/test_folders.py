"""What is found where a project's folders lie badly: each fault is planted."""

import pytest
from projects import load, make_project

from portfolio.build.doctor import folders
from portfolio.build.doctor.finding import CHECKS
from portfolio.intake.listing import look
from portfolio.model.problem import Severity
from portfolio.themes import load_theme


def code(finding):
    return finding.problem.code if finding.problem else ""


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    return load(make_project(tmp_path_factory.mktemp("doktor") / "okul"))


@pytest.mark.parametrize(("free", "severity"), [(10**8, Severity.ERROR), (5 * 10**8, Severity.WARNING), (10**10, None)])
def test_a_full_disk(monkeypatch, tmp_path, free, severity):
    monkeypatch.setattr(folders, "free_bytes", lambda _: free)
    problem = folders.check_disk((tmp_path,)).problem
    assert (problem.severity if problem else None) == severity


def test_a_folder_that_cannot_be_written(monkeypatch, tmp_path):
    assert code(folders.check_writing((tmp_path / "not" / "yet",))) == ""

    def refuse(folder):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(folders, "try_writing", refuse)
    assert code(folders.check_writing((tmp_path,))) == "doctor.unwritable"


def test_a_synchronised_folder_is_no_fault(tmp_path):
    home = tmp_path / "OneDrive - Okul" / "evidence"
    finding = folders.check_synchronised((home,))
    assert (code(finding), finding.problem.severity) == ("doctor.synchronised", Severity.NOTE)
    assert code(folders.check_synchronised((tmp_path,))) == ""


def test_a_network_folder(monkeypatch, tmp_path):
    assert code(folders.check_network((tmp_path,))) == ""
    monkeypatch.setattr(folders, "network_of", lambda _: "nfs4")
    assert code(folders.check_network((tmp_path,))) == "doctor.network"


def test_files_that_somebody_holds(monkeypatch, tmp_path, project):
    listing = look(project.evidence)
    assert code(folders.check_locked(project.evidence, listing, tmp_path)) == ""
    (tmp_path / "~$ssier.tr.docx").touch()
    assert code(folders.check_locked(project.evidence, listing, tmp_path)) == "doctor.locked-output"

    def refuse(self, mode):
        raise PermissionError

    monkeypatch.setattr("pathlib.Path.open", refuse)
    assert code(folders.check_locked(project.evidence, listing, tmp_path)) == "doctor.locked-evidence"


def test_letters_that_no_font_has(project):
    theme = load_theme(project.theme, None)
    assert code(folders.check_letters(theme, ("tr", "en", "sv"), "Işıltı İlkokulu")) == ""
    finding = folders.check_letters(theme, ("en",), "学校")
    assert dict(finding.problem.values)["letters"] == "学 校"


def test_a_font_without_the_letters_of_a_language(project, monkeypatch):
    theme = load_theme(project.theme, None)
    monkeypatch.setattr(folders.Typefaces, "lacking", lambda _, text: "".join(sorted(set("ğş") & set(text))))
    finding = folders.check_letters(theme, ("en", "tr"), "School")
    assert dict(finding.problem.values) == {"letters": "ğ ş", "what": "tr", "theme": theme.name}


def test_every_check_of_the_folders_is_made(project):
    theme = load_theme(project.theme, project.root)
    told = [finding.check for finding in folders.check_folders(project, look(project.evidence), theme)]
    assert tuple(told) == CHECKS[-len(told) :]
    assert len(told) == 6
