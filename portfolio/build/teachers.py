"""The page for all teachers, in output/private/papers: how to hand in evidence, in every language, as PDF and Word.

Its text lies beside the letters (`letters/<language>/teachers.md` of the theme); the project's documentation shows the
same.
"""

from __future__ import annotations

from pathlib import Path

from portfolio.build.papers import known_of_school, paper_formats, place_sound
from portfolio.build.place import require_writable
from portfolio.compose.letters import TEACHERS, compose_letter
from portfolio.compose.papers import PaperText
from portfolio.framework import read_framework
from portfolio.i18n import primary, read_locale, spoken
from portfolio.model.framework import Framework
from portfolio.model.problem import Problem, note
from portfolio.model.project import Project
from portfolio.themes import load_theme


def make_teachers_pages(project: Project) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """Writes the page in each language of the project; the files, and Problems.

    A file that somebody edited stays, and the new one is put beside it (`artefact.beside`). `letters.no-text`: a
    language without the page. Raises ProjectError for a theme that cannot be used, OutputError, OSError,
    MissingDependencyError.
    """
    require_writable(project.output)
    theme = load_theme(project.theme, project.root)
    framework = read_framework(project.framework, project.root, project.language, lexica=())
    made: list[Path] = []
    problems: list[Problem] = []
    for language in project.languages:
        file = f"letters/{primary(language)}/{TEACHERS}.md"
        try:
            source = theme.find(file).read_text(encoding="utf-8-sig")
        except FileNotFoundError:
            problems.append(note("letters.no-text", language=language))
            continue
        locale = read_locale(language, theme.message_folders)
        school = known_of_school(project, locale)
        reach = ", ".join(filter(None, (project.school.coordinator, school["contact"])))
        inbox = spoken(framework.inbox, project.language)[0][0] if framework.inbox else ""
        paper, said = compose_letter(
            PaperText(name=TEACHERS, source=source, file=file),
            locale=locale,
            known={**school, "reach": reach, "evidence": project.evidence.name, "inbox": inbox},
            folders=pillar_folders(framework, project.language, language),
        )
        problems += said
        for path, write in paper_formats(paper, theme):
            target, found = place_sound(path, project, write)
            made += [target] if target else []
            problems += found
    return tuple(made), tuple(dict.fromkeys(problems))


def pillar_folders(framework: Framework, own: str, language: str) -> dict[str, str]:
    """The evidence folder of each pillar, called as in the school's `own` language, with its title in another."""
    return {
        spoken(pillar.folders, own)[0][0]: spoken(pillar.titles, language)[0].print for pillar in framework.all_pillars
    }
