"""The linter of EU visibility over our own artefacts, as they are made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from portfolio.audit.filemarks import read_file_marks
from portfolio.build.engraving import MARK as ENGRAVING
from portfolio.build.visibility_wanted import find_lockup_in, find_wanted, logos_in
from portfolio.files.fault import FileFault
from portfolio.files.logo import pixels_of_logo
from portfolio.i18n import Locale, languages_in, read_locale
from portfolio.model.artefact import Format
from portfolio.model.composed import Document
from portfolio.model.lockup import Ink, Lockup
from portfolio.model.problem import Place, Problem, error
from portfolio.model.project import Project
from portfolio.model.sheet import Purpose
from portfolio.render.glyphs import EU_FAMILY
from portfolio.render.lockup import family_of
from portfolio.themes import Theme
from portfolio.visibility.judge import judge
from portfolio.visibility.wanted import Standing, Wanted, find_standing

# What else is made of a sheet and shows it whole. Its tiles are windows on the file for the screen, drawn at its size,
# and its preview is a picture of it: what is wrong with them is wrong with that.
PRINTED = (Purpose.OFFICE, Purpose.PRINT, Purpose.CURVES, ENGRAVING)
_HELD = ("label.held", "info.label.held", "paste.headline.held", "paste.status.held")
_FORMER = ("label.expired", "info.label.expired", "paste.status.expired")


def standing_of(project: Project, theme: Theme, today: date) -> Standing:
    """What a school may show on a day, with what says in every language of a theme that it has the label, or had it."""
    standing = find_standing(project.funding, project.label, project.school.name, today=today)
    folders, years = theme.sheet_folders, project.label.years
    locales = [read_locale(code, folders) for code in languages_in(folders)]
    claims = tuple(dict.fromkeys(locale.word("label.claim") for locale in locales))
    if not years:
        return replace(standing, claims=claims)
    names = (f"{locale.word('school.label')} {years}" for locale in locales)
    return replace(
        standing,
        claims=claims,
        lines=tuple(dict.fromkeys((*_said(_HELD, locales, standing), *names))),
        former=tuple(dict.fromkeys(_said(_FORMER, locales, standing))),
    )


def lint(
    path: Path, document: Document, standing: Standing, theme: Theme, logos: Mapping[str, Path]
) -> tuple[Problem, ...]:
    """What the rules of EU visibility say of a written file of ours; nothing of what never carries the emblem.

    `logos` are the files that documents may show, by their names.
    """
    wanted = find_wanted(document, standing, path.name)
    if wanted is None:
        return ()
    lockup = find_lockup_in(document)
    sizes = (pixels_of_logo(logos[name]) for name in logos_in(document) if name in logos)
    wanted = replace(
        wanted,
        logos=frozenset(filter(None, sizes)),
        substitutes=substitutes([lockup] if lockup else [], theme),
        ink=wanted.ink and _ink_in(path, wanted.ink),
    )
    wanted = replace(wanted, smaller=path.stem.endswith(f".{Purpose.OFFICE}"))
    is_drawn = path.suffix == f".{Format.PDF}"  # where the emblem is ours it is no picture
    return judged(path, wanted, looked=0 if is_drawn else 1 if wanted.covered else None)


def is_whole(file: Path) -> bool:
    """Whether a file of a sheet is one for a printer that shows it whole."""
    return file.stem.endswith(tuple(f".{what}" for what in PRINTED))


def judged(path: Path, wanted: Wanted, pages: int | None = None, looked: int | None = None) -> tuple[Problem, ...]:
    """What the rules say of a file's first pages, None for all; the pictures of `looked` pages are looked into."""
    where = Place(file=path.name)
    if not path.is_file():
        return (error("visibility.no-file", where),)
    try:
        marks = read_file_marks(path, pages, looked)
    except FileFault:
        return (error("visibility.unreadable", where),)
    return tuple(replace(problem, where=where) for problem in judge(marks, wanted))


def substitutes(lockups: Iterable[Lockup], theme: Theme) -> tuple[str, ...]:
    """The families that set statements for which the EU's typefaces lack letters here."""
    texts = (each.text for lockup in lockups for each in lockup.statements)
    return tuple(dict.fromkeys(family for text in texts if (family := family_of(text, theme)) != EU_FAMILY))


def _ink_in(path: Path, ink: Ink) -> Ink:
    """In which ink the emblem of a file is: an engraver's is black, and only what goes to a printer has four."""
    if path.stem.endswith(f".{ENGRAVING}"):
        return Ink.BLACK
    if path.suffix == f".{Format.PDF}" or (path.suffix == f".{Format.SVG}" and ink is not Ink.CMYK):
        return ink
    return Ink.RGB


def _said(keys: Iterable[str], locales: Iterable[Locale], standing: Standing) -> Iterator[str]:
    for locale in locales:
        for key in keys:
            label, claim = locale.word("school.label"), locale.word("label.claim")
            yield locale.word(key, years=standing.years, label=label, claim=claim, school=standing.school)
