"""An edition for each audience and language, and the documents composed from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from portfolio.build.annexes import Annexed, prepare_annexes
from portfolio.build.look import artworks_of, find_cover, fonts_of, logos_of, with_logos
from portfolio.build.sheetcompose import compose_sheet
from portfolio.build.survey import Survey
from portfolio.build.visibility_logos import find_flags_among
from portfolio.compose.dossier import compose_bundle, compose_dossier
from portfolio.compose.edition import Edition
from portfolio.compose.fields import UPLOADS
from portfolio.compose.form import compose_form, with_counts
from portfolio.compose.info import compose_info
from portfolio.compose.naming import with_short_names
from portfolio.compose.numbering import find_heroes, number
from portfolio.compose.paste import compose_paste
from portfolio.compose.sheet import Sheet
from portfolio.compose.site import compose_site
from portfolio.compose.upload import compose_uploads
from portfolio.errors import ProjectError
from portfolio.framework import message_folders
from portfolio.i18n import Locale, missing_words, read_locale
from portfolio.model.annex import AnnexCopy
from portfolio.model.artefact import ArtefactSpec
from portfolio.model.bundle import Bundle
from portfolio.model.clearance import Audience
from portfolio.model.composed import Document
from portfolio.model.form import ApplicationForm
from portfolio.model.problem import Place, Problem, note, warning
from portfolio.model.sheetorder import SheetOrder
from portfolio.render.glyphs import read_faces
from portfolio.render.lockup import find_strange_letters
from portfolio.sheetwords import is_unchecked, missing_sheet_words, sheet_word_folders
from portfolio.theme import MESSAGES, PAGE_HEIGHT, SHEET_WORDS
from portfolio.themes import Theme
from portfolio.visibility.lockup import find_lockup

# The school's own draft has what it is a draft of.
ANNEXED_FOR = frozenset({Audience.EVALUATOR, Audience.PRIVATE})
# The artefacts that bind documents.
BINDING = frozenset({"bundle", UPLOADS})
_SOME = 5  # keys that are named of those that a language lacks

Composed = tuple[Document, tuple[Problem, ...]]
Composer = Callable[[Edition], Composed]

COMPOSERS: dict[str, Composer] = {
    "dossier": compose_dossier,
    "site": compose_site,
    "bundle": compose_bundle,
    "info-sheet": compose_info,
    "application": compose_form,
    "paste": compose_paste,
}


def prepare_edition(
    survey: Survey,
    theme: Theme,
    language: str,
    audience: Audience,
    copies: Mapping[str, AnnexCopy] = MappingProxyType({}),
    sheet: Sheet | None = None,
    *,
    on_sheets: bool = False,
) -> tuple[Edition, tuple[Problem, ...]]:
    """What an audience may see of a project, in one language; the numbers are the same for every audience.

    `sheet` is what a dossier's pages are composed on. What stands `on_sheets` are posters and plaques: they need few
    words, and have them in more languages.
    """
    project = with_logos(survey.project, theme)
    artworks, small = artworks_of(project)
    lockup, said = find_lockup(project.funding, project.label, language, today=survey.today, artworks=artworks)
    problems = (*small, *said, *(find_strange_letters(lockup, language, theme) if lockup else ()))
    heroes = find_heroes(survey.catalogue.items, project.decisions, survey.framework.answers.get("no", ()))
    numbers = number(survey.catalogue, survey.mapping, survey.framework, heroes)
    cover, unknown = find_cover(survey, theme, numbers)
    folders = _word_folders(survey, theme, on_sheets=on_sheets)
    locale = read_locale(language, folders)
    edition = Edition(
        project=project,
        framework=survey.framework,
        locale=locale,
        audience=audience,
        pieces=survey.pieces(audience),
        numbers=numbers,
        mapping=survey.mapping,
        coverage=survey.coverage,
        today=survey.today,
        lockup=lockup,
        citations=survey.citations,
        copies=copies,
        proofs={target: tuple(item.id for item in items) for target, items in survey.proofs.items()},
        cover=cover,
        cover_at=theme.cover_at,
        sheet=sheet or Sheet(),
        fonts=fonts_of(theme),
    )
    return edition, (*theme.remarks, *problems, *unknown, *_doubts(locale, folders, on_sheets=on_sheets))


def _doubts(locale: Locale, folders: Sequence[Path], *, on_sheets: bool) -> Iterator[Problem]:
    """Says how many words a language has not, for another's are printed in their place; and which nobody has read."""
    language = locale.language
    where = Place(file=f"{SHEET_WORDS if on_sheets else MESSAGES}/{language}.yaml")
    if missing := missing_sheet_words(language, folders) if on_sheets else missing_words(language, folders):
        some = ", ".join(missing[:_SOME]) + (", …" if len(missing) > _SOME else "")
        yield warning("language.incomplete", where, language=language, n=len(missing), keys=some)
    if on_sheets and is_unchecked(locale):
        yield note("sheet.words-unchecked", where, language=language)


def _sheet(theme: Theme) -> Sheet:
    """The theme's A4 page and fonts; average letters where they are not there, which is said when it is set."""
    try:
        faces = read_faces(theme)
    except ProjectError:
        return Sheet(depth=PAGE_HEIGHT - theme.page.top - theme.page.foot)
    depth = PAGE_HEIGHT - theme.page.top - theme.page.foot
    return Sheet(depth=depth, faces=faces)


def _word_folders(survey: Survey, theme: Theme, *, on_sheets: bool) -> list[Path]:
    """Where a document's words are: a school's own theme speaks first, then the framework pack, then the base theme."""
    pack = message_folders(survey.project.framework, survey.project.root)
    if on_sheets:
        return sheet_word_folders(theme, pack)
    *own, base = theme.message_folders
    return [*own, *pack, base]


def _annexed(survey: Survey, audience: Audience) -> Annexed:
    """The documents that are annexed for an audience; print and web, and a project that binds nothing, have none."""
    if BINDING.intersection(survey.project.artefacts) and audience in ANNEXED_FOR:
        return prepare_annexes(survey, audience)
    return Annexed(copies={}, contents=frozenset(), problems=())


def compose_all(
    survey: Survey, theme: Theme, specs: Iterable[ArtefactSpec]
) -> tuple[dict[ArtefactSpec, Document], tuple[Problem, ...]]:
    """The document of every artefact; all formats of one name and language share the same one.

    What stands for several artefacts becomes these, each with a document. A bundle without a document to bind has none:
    it would be the dossier again, which names annexes where there is a bundle.
    """
    documents: dict[ArtefactSpec, Document] = {}
    composed: dict[tuple[str, str, Audience, SheetOrder | None], Mapping[str, Document]] = {}
    problems = list(find_flags_among(logos_of(survey.project, theme)))
    annexed: dict[Audience, Annexed] = {}
    editions: dict[tuple[str, Audience, bool, bool], Edition] = {}
    sheet = _sheet(theme)
    own = read_locale(survey.project.language, _word_folders(survey, theme, on_sheets=False))
    for spec in specs:
        key = (spec.name, spec.language, spec.audience, spec.order)
        if key not in composed:
            if spec.audience not in annexed:
                annexed[spec.audience] = _annexed(survey, spec.audience)
                problems += annexed[spec.audience].problems
            bound = spec.name != "dossier" or "bundle" in survey.project.artefacts
            on_sheets = spec.order is not None
            about = (spec.language, spec.audience, bound, on_sheets)
            if about not in editions:
                copies = annexed[spec.audience].copies if bound else {}
                editions[about], found = prepare_edition(
                    survey, theme, spec.language, spec.audience, copies, sheet, on_sheets=on_sheets
                )
                problems += found
            composed[key], remarks = _compose(spec, editions[about], survey, theme, own)
            problems += remarks
        documents |= {replace(spec, name=name): document for name, document in composed[key].items()}
    return documents, tuple(dict.fromkeys(problems))


def _compose(
    spec: ArtefactSpec, edition: Edition, survey: Survey, theme: Theme, own: Locale
) -> tuple[Mapping[str, Document], tuple[Problem, ...]]:
    """The documents of a name by the names of their artefacts, with names shortened; `own` is the school's language."""
    name, rule = spec.name, survey.names[spec.audience]
    if spec.order:
        sheet, problems = compose_sheet(spec.order, edition, survey, theme, own)
        return {name: sheet} if sheet else {}, problems
    if name == UPLOADS:
        uploads, problems = compose_uploads(edition)
        return {f"{name}/{file}": with_short_names(upload, rule) for file, upload in uploads.items()}, problems
    document, problems = COMPOSERS[name](edition)
    document = with_short_names(document, rule)
    if isinstance(document, ApplicationForm):
        document, counted = with_counts(document, edition)
        problems = (*problems, *counted)
    return {} if isinstance(document, Bundle) and not document.bound else {name: document}, problems
