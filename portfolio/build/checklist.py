"""The checklist for the kit that comes with a label, in output/private/kit: in every language, as PDF and as text.

What it says is the framework pack's, sentence by sentence with its source (`kit.yaml`); without one there is no list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from portfolio.build.papers import known_of_school, place_sound
from portfolio.build.place import require_writable
from portfolio.compose.checklist import compose_checklist
from portfolio.framework import read_framework
from portfolio.i18n import read_locale
from portfolio.model.paper import Paper
from portfolio.model.problem import Problem
from portfolio.model.project import Project
from portfolio.render.paper import paper_html
from portfolio.render.paper_text import paper_text
from portfolio.render.pdf import write_pdf
from portfolio.themes import Theme, load_theme

FOLDER = "private/kit"  # below the output folder


def make_checklists(project: Project) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """Writes the checklist in each language of the project; the files, and Problems.

    A file that somebody edited stays, and the new one is put beside it (`artefact.beside`). Raises ProjectError for a
    theme that cannot be used, OutputError, OSError, MissingDependencyError.
    """
    require_writable(project.output)
    theme = load_theme(project.theme, project.root)
    kit = read_framework(project.framework, project.root, project.language, lexica=()).kit
    made: list[Path] = []
    problems: list[Problem] = []
    for language in project.languages if kit else ():
        locale = read_locale(language, theme.message_folders)
        known = known_of_school(project, locale)
        paper = compose_checklist(kit, locale, known, project.school.country)
        for path, write in _formats(paper, theme):
            file, found = place_sound(path, project, write)
            made += [file] if file else []
            problems += found
    return tuple(made), tuple(dict.fromkeys(problems))


def _formats(paper: Paper, theme: Theme) -> Iterator[tuple[str, Callable[[Path], tuple[Problem, ...]]]]:
    """Where each format goes, and what writes it."""

    def pdf(target: Path) -> tuple[Problem, ...]:
        return write_pdf(paper_html(paper, theme), target, theme=theme, files=())

    def text(target: Path) -> tuple[Problem, ...]:
        target.write_text(paper_text(paper), encoding="utf-8-sig", newline="\r\n")
        return ()

    stem = f"{FOLDER}/{paper.name}.{paper.language}"
    yield f"{stem}.pdf", pdf
    yield f"{stem}.txt", text
