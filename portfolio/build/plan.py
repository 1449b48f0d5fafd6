"""What is wanted of a build: the artefacts of a project, each once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from portfolio.files.nearest import nearest
from portfolio.model.artefact import ArtefactSpec, Format
from portfolio.model.clearance import Audience
from portfolio.model.problem import Problem, error
from portfolio.model.project import Project
from portfolio.model.sheetorder import SheetKind, SheetOrder
from portfolio.sheetkeys import SheetKeys
from portfolio.sheetlist import ListedSheet

# Name of an artefact in portfolio.yaml -> what it is, whom it is for, and its formats.
KINDS: dict[str, tuple[str, Audience, tuple[Format, ...]]] = {
    "dossier": ("dossier", Audience.EVALUATOR, (Format.PDF, Format.DOCX)),
    "dossier-print": ("dossier", Audience.PRINT, (Format.PDF, Format.DOCX)),
    "dossier-web": ("dossier", Audience.WEB, (Format.PDF, Format.DOCX)),
    "site": ("site", Audience.WEB, (Format.HTML,)),
    "bundle": ("bundle", Audience.EVALUATOR, (Format.PDF,)),
    "upload": ("upload", Audience.EVALUATOR, (Format.PDF,)),
    "application": ("application", Audience.EVALUATOR, (Format.DOCX, Format.TEXT)),
    "poster-mission": ("poster-mission", Audience.PRINT, (Format.PDF,)),
    "poster-school": ("poster-school", Audience.PRINT, (Format.PDF,)),
    "poster-project": ("poster-project", Audience.PRINT, (Format.PDF,)),
    "poster-event": ("poster-event", Audience.PRINT, (Format.PDF,)),
    "info-sheet": ("info-sheet", Audience.PRINT, (Format.PDF, Format.DOCX)),
    "plaque": ("plaque", Audience.PRINT, (Format.PDF, Format.SVG, Format.TEXT)),
    "plaque-project": ("plaque-project", Audience.PRINT, (Format.PDF, Format.SVG, Format.TEXT)),
    "plaque-room": ("plaque-room", Audience.PRINT, (Format.PDF, Format.SVG, Format.TEXT)),
    "plaque-thanks": ("plaque-thanks", Audience.PRINT, (Format.PDF, Format.SVG, Format.TEXT)),
    "paste": ("paste", Audience.WEB, (Format.TEXT,)),
}

# Of what is a folder of files: the name of the one to open.
MAINS = {"site": "index.html", "paste": "announcement.txt"}

# The folder of what lists want, below that of its audience.
LISTED = "posters"

# What is made of the file of another artefact, which a project then needs as well.
OF_FILES = {"bundle": "dossier"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Some artefacts, by their names in portfolio.yaml, in some languages; of neither any means all."""

    names: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.names or self.languages)

    def has(self, name: str, language: str) -> bool:
        """Whether an artefact in a language is one of them."""
        return (not self.names or name in self.names) and (not self.languages or language in self.languages)

    def faults(self, project: Project) -> tuple[Problem, ...]:
        """What a project does not want of it: `artefact.unwanted`, `artefact.language`, with `-near` by a guess."""
        return (
            *_unknown("artefact.unwanted", "artefact.unwanted-near", self.names, project.artefacts),
            *_unknown("artefact.language", "artefact.language-near", self.languages, project.languages),
        )


def _unknown(code: str, with_near: str, said: Sequence[str], known: Sequence[str]) -> Iterator[Problem]:
    for name in dict.fromkeys(said):
        if name not in known:
            near = nearest(name, known)
            yield error(with_near if near else code, name=name, nearest=near, known=", ".join(known))


def plan(project: Project, *, draft: bool = False, choice: Choice | None = None) -> tuple[ArtefactSpec, ...]:
    """Every artefact in every language of the project; a draft is for the school alone, whatever it is a draft of.

    The files for the fields of the form are one: which there are is known when they are composed.
    Of a `choice` those alone that are chosen, and those whose files they are made of.
    """
    named = [(name, spec) for name in project.artefacts for spec in _specs(name, project, draft=draft)]
    specs = tuple(dict.fromkeys(spec for _, spec in named))
    if not choice:
        return specs
    chosen = [spec for name, spec in named if choice.has(name, spec.language)]
    paths: set[str] = set()
    while chosen:
        paths |= {spec.path for spec in chosen}
        needed = {path for spec in chosen for path in spec.after}
        chosen = [spec for spec in specs if spec.path in needed - paths]
    return tuple(spec for spec in specs if spec.path in paths)


def is_listed(path: str) -> bool:
    """Whether an artefact at a path below the output folder is a single sheet that was asked for, of no build."""
    return f"/{LISTED}/" in path


def listed(sheets: Iterable[ListedSheet]) -> Iterator[ArtefactSpec]:
    """The artefacts of the rows of a list, each in all formats of its kind, in a folder of their own."""
    for sheet in sheets:
        _, audience, forms = KINDS[sheet.order.kind]
        for form in forms:
            yield ArtefactSpec(
                name=f"{LISTED}/{sheet.name}",
                language=sheet.language,
                format=form,
                audience=audience,
                order=sheet.order,
            )


def _specs(wanted: str, project: Project, *, draft: bool) -> Iterator[ArtefactSpec]:
    name, audience, forms = KINDS[wanted]
    for language in project.languages:
        for form in forms:
            spec = ArtefactSpec(
                name=name,
                language=language,
                format=form,
                audience=Audience.PRIVATE if draft else audience,
                main=MAINS.get(name, ""),
                order=_order(name, project),
            )
            if name in OF_FILES:
                whole = replace(spec, name=OF_FILES[name])
                yield whole
                spec = replace(spec, after=(whole.path,))
            yield spec


def _order(name: str, project: Project) -> SheetOrder | None:
    """What is said of an artefact that is a single sheet."""
    if name not in set(SheetKind):
        return None
    kind = SheetKind(name)
    return project.sheets.get(kind) or SheetKeys().order(kind)
