"""The linter of EU visibility over the PDFs of our own artefacts, as they are made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from portfolio.audit.content import See
from portfolio.audit.marks import read_marks, unseen
from portfolio.build.engraving import MARK as ENGRAVING
from portfolio.files.fault import FileFault
from portfolio.files.logo import pixels_of_logo
from portfolio.i18n import Locale, languages_in, read_locale
from portfolio.model.composed import Document
from portfolio.model.document import Dossier
from portfolio.model.info import InfoSheet
from portfolio.model.lockup import Ink, Lockup
from portfolio.model.problem import Place, Problem, error
from portfolio.model.project import Project
from portfolio.model.sheet import Plaque, Purpose, Sheet
from portfolio.render.glyphs import EU_FAMILY
from portfolio.render.lockup import family_of
from portfolio.themes import Theme
from portfolio.visibility.judge import judge
from portfolio.visibility.wanted import Standing, Wanted, find_standing, wanted_of

# What else is made of a sheet and shows it whole.
PRINTED = (Purpose.OFFICE, Purpose.PRINT, Purpose.CURVES, ENGRAVING)
_HELD = ("label.held", "info.label.held")
_FORMER = ("label.expired", "info.label.expired")


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
        lines=tuple(dict.fromkeys((*_said(_HELD, locales, years), *names))),
        former=tuple(dict.fromkeys(_said(_FORMER, locales, years))),
    )


def lint(
    path: Path, document: Document, standing: Standing, theme: Theme, logos: Mapping[str, Path]
) -> tuple[Problem, ...]:
    """What the rules of EU visibility say of a written PDF of ours; nothing of what never carries the emblem.

    Of a dossier its cover is judged: what stands on its other pages is evidence, of its own time and in others' words.
    `logos` are the files that documents may show, by their names.
    """
    wanted = find_wanted(document, standing)
    if wanted is None:
        return ()
    lockup = _lockup_of(document)
    sizes = (pixels_of_logo(logos[name]) for name in _logos_of(document) if name in logos)
    wanted = replace(
        wanted, logos=frozenset(filter(None, sizes)), substitutes=substitutes([lockup] if lockup else [], theme)
    )
    if wanted.required and path.stem.endswith(f".{ENGRAVING}"):
        wanted = replace(wanted, ink=Ink.BLACK)
    if path.stem.endswith(f".{Purpose.OFFICE}"):  # the sheet made smaller: how prominent it is was judged of the sheet
        wanted = replace(wanted, poster=False)
    is_long = isinstance(document, Dossier)
    found = judged(path, wanted, 1 if is_long else None)
    if is_long and any(problem.code == "visibility.missing" for problem in found):
        found = judged(path, wanted, None)  # perhaps on a later page
    return found


def is_whole(file: Path) -> bool:
    """Whether a file of a sheet is one for a printer that shows it whole."""
    return file.name.endswith(tuple(f".{what}.pdf" for what in PRINTED))


def judged(path: Path, wanted: Wanted, pages: int | None, see: See = unseen) -> tuple[Problem, ...]:
    """What the rules say of a file's first pages, None for all; `see` looks into its pictures."""
    where = Place(file=path.name)
    if not path.is_file():
        return (error("visibility.no-file", where),)
    try:
        marks = read_marks(path, pages, see)
    except FileFault as fault:
        return (error("visibility.unreadable", where, fault=fault.code),)
    return tuple(replace(problem, where=where) for problem in judge(marks, wanted))


def find_wanted(document: Document, standing: Standing) -> Wanted | None:
    """What a document is held against; None for one that never has the emblem."""
    match document:
        case Plaque():
            return wanted_of(document.lockup, standing)
        case Sheet():
            return replace(wanted_of(document.lockup, standing), poster=True)
        case InfoSheet():  # a leaf of two sides, either of which is a front
            return replace(wanted_of(document.lockup, standing), front=False)
        case Dossier(cover=cover) if cover:
            return wanted_of(cover.lockup, standing)
    return None


def _lockup_of(document: Document) -> Lockup | None:
    holder = document.cover if isinstance(document, Dossier) else document
    return getattr(holder, "lockup", None)


def _logos_of(document: Document) -> tuple[str, ...]:
    holder = document.cover if isinstance(document, Dossier) else document
    return getattr(holder, "logos", ())


def substitutes(lockups: Iterable[Lockup], theme: Theme) -> tuple[str, ...]:
    """The families that set statements for which the EU's typefaces lack letters here."""
    texts = (each.text for lockup in lockups for each in lockup.statements)
    return tuple(dict.fromkeys(family for text in texts if (family := family_of(text, theme)) != EU_FAMILY))


def _said(keys: Iterable[str], locales: Iterable[Locale], years: str) -> Iterator[str]:
    for locale in locales:
        for key in keys:
            label, claim = locale.word("school.label"), locale.word("label.claim")
            yield locale.word(key, years=years, label=label, claim=claim)
