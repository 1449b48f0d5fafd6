"""A new project begins complete, valid, and without touching what was there."""

import os
import re
import shlex
import subprocess
from datetime import date

import pytest
from intake.evidence import jpeg, lay

from portfolio.cli.init import LANGUAGES
from portfolio.consent.register import read_register
from portfolio.decisions import read_decisions
from portfolio.framework import read_framework
from portfolio.intake.collect import collect
from portfolio.intake.ignored import ignored_by
from portfolio.model.events import silent
from portfolio.project import read_project
from portfolio.resources import templates_folder
from portfolio.starter import CSV_HEADERS, GUIDES, NOTES, start


@pytest.fixture(scope="module")
def framework():
    return read_framework("etwinning-school", None)


@pytest.mark.parametrize("language", NOTES)
def test_a_new_project_is_valid_and_named_in_its_language(tmp_path, framework, language):
    root = tmp_path / "Işıl'ın okulu"
    started = start(root, school='Papatya "Işık": İlkokulu', language=language, country="TR", framework=framework)

    project, problems = read_project(root, tmp_path / "cache")

    assert problems == ()
    assert project.school.name == 'Papatya "Işık": İlkokulu'
    assert project.languages == (language,)
    assert f"evidence/{NOTES[language]}" in started.made
    folders = sorted(path.name for path in (root / "evidence").iterdir() if path.is_dir())
    assert folders == sorted(
        [pillar.folders[language][0] for pillar in (*framework.pillars, *framework.buckets)]
        + [framework.inbox[language][0]]
    )


def test_stubs_print_nothing(tmp_path, framework):
    start(tmp_path / "p", school="A", language="tr", country="TR", framework=framework)
    project, _ = read_project(tmp_path / "p", tmp_path / "cache")
    assert (tmp_path / "p" / "narrative" / "model.tr.md").read_text(encoding="utf-8").startswith("<!--")
    assert project.narratives.texts == {}


@pytest.mark.parametrize("language", NOTES)
def test_what_it_shows_of_a_round_can_be_used_as_it_stands(tmp_path, framework, language):
    start(tmp_path, school="A", language=language, country="TR", framework=framework)
    settings = tmp_path / "portfolio.yaml"
    lines = settings.read_text(encoding="utf-8").splitlines()
    shown = [re.sub(r"^# ((round|eligibility|form):| .*)", r"\1", line) for line in lines]
    settings.write_text("\n".join(shown), encoding="utf-8")
    project, problems = read_project(tmp_path, tmp_path.parent / "cache")
    assert problems == ()
    assert (project.round.conditions.teachers, project.round.form.key) == (3, "five-pillars")
    assert project.figures.active_teachers == 4


def test_nothing_that_exists_is_touched(tmp_path, framework):
    (tmp_path / "portfolio.yaml").write_text("# mine\n", encoding="utf-8")
    started = start(tmp_path, school="A", language="en", country="", framework=framework)
    assert "portfolio.yaml" in started.kept
    assert (tmp_path / "portfolio.yaml").read_text(encoding="utf-8") == "# mine\n"
    again = start(tmp_path, school="A", language="en", country="", framework=framework)
    assert again.made == ()


def test_collect_knows_the_note_for_teachers():
    assert {ignored_by(name) for name in NOTES.values()} == {"teachers-note"}


def test_every_language_to_begin_in_has_its_texts_and_is_offered():
    texts = {folder.name for folder in (templates_folder() / "project").iterdir() if folder.is_dir()}
    assert set(NOTES) == texts == set(LANGUAGES)
    assert len(texts) >= 3


@pytest.mark.parametrize("language", NOTES)
def test_the_tables_it_begins_with_are_read_without_complaint(tmp_path, framework, language):
    start(tmp_path, school="A", language=language, country="TR", framework=framework)
    assert read_register(tmp_path / "consent.csv", language) == ((), ())
    assert read_decisions(tmp_path / "decisions.csv", language) == ((), ())


@pytest.mark.parametrize("language", GUIDES)
def test_what_the_guide_shows_can_be_written_as_it_stands(tmp_path, framework, language):
    start(tmp_path, school="A", language=language, country="TR", framework=framework)
    shown = [line.strip() for line in (tmp_path / GUIDES[language]).read_text(encoding="utf-8-sig").splitlines()]
    for name, read in (("decisions.csv", read_decisions), ("consent.csv", read_register)):
        first = next(at for at, line in enumerate(shown) if line.startswith(CSV_HEADERS[name][:2][0]) and "by" in line)
        table = shown[first : shown.index("", first)]
        (tmp_path / name).write_text("\n".join(table), encoding="utf-8")
        entries, problems = read(tmp_path / name, language)
        assert problems == ()
        assert len(entries) == len(table) - 1 >= 2


@pytest.mark.parametrize("language", GUIDES)
def test_the_guide_names_what_lets_a_picture_out_as_the_program_understands_it(tmp_path, framework, language):
    start(tmp_path, school="A", language=language, country="TR", framework=framework)
    for name in (GUIDES[language], f"evidence/{NOTES[language]}"):
        said = re.findall('["“”]([^"“”]+)["”]', (tmp_path / name).read_text(encoding="utf-8-sig"))
        assert {*framework.answers["none"]} & {*said}, name


# In each guide: the photos, the text beside the first one, the table, the note.
BESIDE = {
    "en": ("club.jpg", "meeting.jpg", "club.txt", "captions.csv", "note.txt"),
    "tr": ("kulüp.jpg", "toplantı.jpg", "kulüp.txt", "altyazılar.csv", "not.txt"),
    "sv": ("klubben.jpg", "mötet.jpg", "klubben.txt", "bildtexter.csv", "anteckning.txt"),
}


@pytest.mark.parametrize("language", GUIDES)
def test_what_the_guide_shows_beside_photos_is_read(tmp_path, framework, language):
    start(tmp_path / "p", school="A", language=language, country="TR", framework=framework)
    lines = (tmp_path / "p" / GUIDES[language]).read_text(encoding="utf-8-sig").splitlines()
    club, meeting, *described = BESIDE[language]

    def shown(name: str) -> str:
        first = next(at for at, line in enumerate(lines) if line.endswith(f"{name}:")) + 2
        return "\n".join(line.strip() for line in lines[first : lines.index("", first)])

    def read(*names: str):
        photos = {club: jpeg(), meeting: jpeg((1, 2, 3))}
        folder = lay(tmp_path / names[0] / "evidence", {**photos, **{name: shown(name) for name in names}})
        catalogue = collect(
            folder,
            framework,
            (),
            language=language,
            country="TR",
            cache=tmp_path / names[0] / "cache",
            report=silent,
            today=date(2026, 11, 20),
        )
        assert catalogue.problems == ()
        return {item.files[0]: item for item in catalogue.items}

    text, table, note = described
    for item in (read(text)[club], read(table)[club]):
        assert item.portrayal.groups == ("4-A",)
        assert item.dated.value.first == date(2025, 5, 9)
        assert "robot" in item.caption.value.texts[0][1].lower()
    assert read(table)[meeting].portrayal.state == "none"
    for item in read(note).values():
        assert item.place is not None
        assert (item.dated.value.first, item.dated.value.last) == (date(2025, 5, 5), date(2025, 5, 9))
        assert item.portrayal.groups == ("4-A",)


def run_starter(command, tmp_path):
    """What a program called portfolio is given, and where, when a starter is run."""
    programs = tmp_path / "home" / ".local" / "bin"
    programs.mkdir(parents=True)
    fake = programs / "portfolio"
    fake.write_text('#!/bin/sh\npwd; echo "$@"\n', encoding="utf-8")
    fake.chmod(0o755)
    surroundings = {"HOME": str(tmp_path / "home"), "PATH": "/usr/bin:/bin"}
    return subprocess.run(
        command, cwd=tmp_path, env=surroundings, capture_output=True, text=True, input="\n", check=False
    )


@pytest.mark.skipif(os.name == "nt", reason="a shell")
@pytest.mark.parametrize("name", ["Portfolio.command", "Portfolio.desktop"])
def test_a_double_click_opens_the_review_page_of_its_folder(tmp_path, framework, name):
    root = tmp_path / "Işıltı 'İlkokulu' $HOME" / "e Twinning"
    start(root, school="Okul", language="tr", country="TR", framework=framework)
    file = root / name
    assert os.access(file, os.X_OK)
    command = exec_line(file) if name.endswith(".desktop") else [str(file)]
    assert run_starter(command, tmp_path).stdout == f"{root.resolve()}\nreview\n"


def exec_line(file):
    """The command of a desktop entry as a desktop reads it: escapes of the file, then quotation marks, then %k."""
    (line,) = re.findall(r"(?m)^Exec=(.*)$", file.read_text(encoding="utf-8"))
    parts = shlex.split(line.replace("\\\\", "\\"))
    return [str(file) if part == "%k" else part.replace("\\$", "$") for part in parts]


@pytest.mark.skipif(os.name == "nt", reason="a shell")
def test_without_the_program_it_says_so_in_the_schools_language(tmp_path, framework):
    start(tmp_path / "okul", school="Okul", language="sv", country="SE", framework=framework)
    run = subprocess.run(
        [tmp_path / "okul" / "Portfolio.command"],
        env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        input="\n",
        check=False,
    )
    assert run.returncode == 1
    assert run.stdout.startswith("Programmet portfolio hittades inte.")


def test_for_windows_its_lines_end_as_there_and_it_goes_to_its_own_folder(tmp_path, framework):
    start(tmp_path / "okul", school="Okul", language="tr", country="TR", framework=framework)
    data = (tmp_path / "okul" / "Portfolio.cmd").read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n") > 5
    assert b'cd /d "%~dp0"\r\n' in data
    assert b"{missing}" not in data
    assert b"nobody has run it on Windows" in data
