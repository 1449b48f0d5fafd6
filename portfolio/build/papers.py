"""Papers to print for consent, in output/private/papers: in every language of the project, as PDF and to be edited.

What they say of the law follows the school's country (`papers/laws.yaml` of the theme); a text of one's own lies in the
same place in a theme of one's own. The list of pupils gives the classes and the numbers of pupils, no name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from portfolio.audit.makers import inspect_makers
from portfolio.build.make import failed
from portfolio.build.place import put_down, require_writable
from portfolio.compose.papers import NAMES, Fact, Form, PaperText, compose_paper
from portfolio.consent.pupils import read_pupils
from portfolio.framework import read_framework
from portfolio.i18n import Locale, primary, read_locale, spoken
from portfolio.model.paper import Paper
from portfolio.model.problem import Problem, note, warning
from portfolio.model.project import Project
from portfolio.paperlaws import read_law_facts, read_laws
from portfolio.render.docx_paper import write_paper_docx
from portfolio.render.paper import paper_html
from portfolio.render.pdf import write_pdf
from portfolio.themes import Theme, load_theme

FOLDER = "private/papers"  # below the output folder

_Write = Callable[[Path], tuple[Problem, ...]]


def make_papers(project: Project) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """Writes every paper; the files, and Problems.

    A file that somebody edited stays, and the new one is put beside it (`artefact.beside`). `papers.other-law`: made
    for another country's law; `papers.no-text`: a language without papers. Raises ProjectError for a list of pupils or
    a theme that cannot be used, OutputError, OSError, MissingDependencyError.
    """
    require_writable(project.output)
    theme = load_theme(project.theme, project.root)
    law, problems = _law(project, theme)
    pupils, remarks = read_pupils(project.root, project.language)
    counted = Counter(pupil.groups[0] for pupil in pupils)
    problems += remarks
    made: list[Path] = []
    for language in project.languages:
        locale = read_locale(language, theme.message_folders)
        forms = [Form(name=name, pupils=counted[name]) for name in sorted(counted, key=partial(_in_order, locale))]
        texts = list(_texts(theme, law, language))
        if len(texts) < len(NAMES):
            problems.append(note("papers.no-text", language=language))
            continue
        known, facts = known_of_school(project, locale), tuple(_facts(theme, law, language))
        for text in texts:
            paper, said = compose_paper(text, locale=locale, known=known, forms=forms, facts=facts)
            problems += said
            for path, write in paper_formats(paper, theme):
                file, found = place_sound(path, project, write)
                made += [file] if file else []
                problems += found
    return tuple(made), tuple(dict.fromkeys(problems))


def _law(project: Project, theme: Theme) -> tuple[str, list[Problem]]:
    """The law of the school's country, or the next best, and that it is so."""
    laws = read_laws(theme)
    country = project.school.country.upper()
    for law, countries in laws.laws.items():
        if country in countries:
            return law, []
    return laws.otherwise, [warning("papers.other-law", country=country, law=laws.otherwise.upper())]


def _texts(theme: Theme, law: str, language: str) -> Iterator[PaperText]:
    """The text of each paper: the law's own, or one for all laws."""
    for name in NAMES:
        for folder in (f"{law}/{primary(language)}", primary(language)):
            try:
                path = theme.find(f"papers/{folder}/{name}.md")
            except FileNotFoundError:
                continue
            yield PaperText(name=name, source=path.read_text(encoding="utf-8-sig"), file=f"papers/{folder}/{name}.md")
            break


def _facts(theme: Theme, law: str, language: str) -> Iterator[Fact]:
    for fact in read_law_facts(theme, law):
        yield Fact(says=spoken(fact.says, language)[0], source=fact.source, sure=fact.sure)


def known_of_school(project: Project, locale: Locale) -> Mapping[str, str]:
    """What is known of the school: nothing of any person, whoever stands in portfolio.yaml."""
    school = project.school
    framework = read_framework(project.framework, project.root, project.language, lexica=())
    names = framework.countries.get(school.country.upper())
    country = spoken(names, locale.language)[0] if names else school.country
    return {
        "school": school.name,
        "place": ", ".join(filter(None, (school.city, country))),
        "contact": ", ".join(filter(None, (school.email, school.website))),
        "years": project.label.years,
    }


def _in_order(locale: Locale, name: str) -> list[tuple[int, tuple[object, ...]]]:
    """Where a class stands among others: 4-B before 10-A."""
    parts = re.split(r"(\d+)", name)
    return [(1, (int(part),)) if part.isdecimal() else (0, locale.sort_key(part)) for part in parts if part]


def paper_formats(paper: Paper, theme: Theme) -> Iterator[tuple[str, _Write]]:
    """Where each format of a paper goes below the output folder, and what writes it."""

    def pdf(target: Path) -> tuple[Problem, ...]:
        return write_pdf(paper_html(paper, theme), target, theme=theme, files=())

    def docx(target: Path) -> tuple[Problem, ...]:
        return (*write_paper_docx(paper, theme, target), *inspect_makers(target, paper.author))

    stem = f"{FOLDER}/{paper.name}.{paper.language}"
    yield f"{stem}.pdf", pdf
    yield f"{stem}.docx", docx


def place_sound(path: str, project: Project, write: _Write) -> tuple[Path | None, tuple[Problem, ...]]:
    """A file written and put into its place, unless something about it is wrong."""
    said: list[Problem] = []

    def checked(target: Path) -> None:
        said.extend(write(target))
        if failed(tuple(said)):
            raise _NotMade

    try:
        file, beside = put_down(path, project, checked)
    except _NotMade:
        return None, tuple(said)
    return file, (*said, *beside)


class _NotMade(Exception):  # noqa: N818 - no error of ours: it stops one file from being placed
    """A file in which something is wrong."""
