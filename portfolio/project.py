"""A school's project folder: found, read from `portfolio.yaml` and its neighbours, and held against the rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

from portfolio.decisions import read_decisions
from portfolio.errors import ProjectError
from portfolio.files.fault import FileFault
from portfolio.files.logo import is_logo, size_of_logo
from portfolio.files.node import Listing, Node, Scalar
from portfolio.files.node import Mapping as Keys
from portfolio.files.shape import check, find_node, place_of
from portfolio.files.yamlfile import parse, read_yaml
from portfolio.framework import read_framework
from portfolio.home import DECISIONS, FILE, NARRATIVE, default_cache, led_to
from portfolio.i18n import primary
from portfolio.model.clearance import Audience
from portfolio.model.decision import Decision
from portfolio.model.framework import Round
from portfolio.model.problem import Place, Problem, error
from portfolio.model.project import Folders, Project
from portfolio.narratives import Headings, heading_words, read_narratives
from portfolio.projectfile import ProjectFile
from portfolio.resources import templates_folder
from portfolio.rounds import round_of
from portfolio.theme import MESSAGES, SHEET_WORDS


def read_project(
    root: Path, cache: Path | None = None, settings: str | None = None
) -> tuple[Project, tuple[Problem, ...]]:
    """The project in a folder, with what is wrong but does not stop a run (lines of decisions.csv, narrative files).

    `cache` is where state and thumbnails go instead of the user's cache folder; `settings` is what portfolio.yaml would
    say, to be judged before it is written. Raises ProjectError with all that is
    wrong at once: `project.*`, `round.*`, `yaml.*`, `framework.*`, `criteria.*`, `decision.header`, `file.*`.
    """
    root = root.resolve()
    node = _read_node(root / FILE, settings)
    typed, problems = check(node, ProjectFile, FILE)
    faults = [*problems, *_language_faults(node, root), *_logo_faults(node, root)]
    folders, folder_faults = _folders(node, root, cache or default_cache(root))
    faults += folder_faults
    language = _text(node, "en", "languages", 0)
    decisions: tuple[Decision, ...] = ()
    headings: Headings = {}
    label_round: Round | None = None
    faults += _figure_faults(node, typed) if typed else ()
    try:
        name = typed.framework if typed else ProjectFile.model_fields["framework"].default
        pack = read_framework(name, root, language, lexica=())
        headings = heading_words(pack)
        if typed and typed.round:
            keys = typed.round
            label_round, wrong = round_of(keys.round(FILE), keys.form, node, FILE, pack.rounds, pack.forms)
            faults += wrong
        decisions, remarks = read_decisions(
            root / DECISIONS, language, pack.column_names, pack.spoken.get(primary(language))
        )
    except ProjectError as stop:
        remarks = ()
        faults += stop.problems
    narratives, more = read_narratives(root / NARRATIVE, language, headings)
    remarks += more
    if faults or typed is None:
        raise ProjectError(*sorted((*faults, *remarks), key=_order))
    project = Project(
        root=root,
        evidence=folders["evidence"],
        output=folders["output"],
        cache=folders["cache"],
        written=Folders(evidence=typed.folders.evidence, output=typed.folders.output),
        school=typed.school.school(),
        languages=tuple(dict.fromkeys(typed.languages)),
        label=typed.label.label(),
        funding=typed.funding.funding(),
        round=label_round,
        figures=typed.eligibility.figures(),
        edition_on=typed.edition_on,
        artefacts=tuple(dict.fromkeys(typed.artefacts)),
        framework=typed.framework,
        theme=typed.theme,
        max_exhibits=typed.max_exhibits,
        evaluator_default=typed.consent.evaluator_default == "include",
        published=typed.consent.public,
        narratives=narratives,
        decisions=decisions,
        limits=typed.form.text_limits(),
        volume_limit=typed.volume_limit,
        upload_limit=typed.upload_limit,
        size_limit=typed.size_limit,
        sheets=typed.orders(),
    )
    return project, remarks


def project_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of portfolio.yaml, for editors that complete and check as one types."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **ProjectFile.model_json_schema()}


def document_languages(root: Path, theme: str) -> tuple[str, ...]:
    """The languages that have document words, shipped or in the project's own theme."""
    return _languages_of(root, theme, MESSAGES)


def sheet_languages(root: Path, theme: str) -> tuple[str, ...]:
    """The languages that posters and plaques can be made in: those of documents, and those with words for sheets alone.

    A language with a region ("ro-MD") is written with the words of the one without.
    """
    return _languages_of(root, theme, MESSAGES, SHEET_WORDS)


def _languages_of(root: Path, theme: str, *folders: str) -> tuple[str, ...]:
    themes = (templates_folder() / "base", templates_folder() / theme, root / "templates" / theme)
    return tuple(sorted({path.stem for home in themes for name in folders for path in (home / name).glob("*.yaml")}))


def _read_node(path: Path, text: str | None) -> Node:
    try:
        return read_yaml(path) if text is None else parse(text)
    except FileFault as fault:
        raise ProjectError(fault.problem(FILE)) from None
    except FileNotFoundError:
        raise ProjectError(error("project.no-file", Place(file=str(path.parent)))) from None
    except OSError as fault:
        raise ProjectError(error("project.unreadable", Place(file=FILE), detail=fault.strerror or fault)) from None


def _order(problem: Problem) -> tuple[bool, str, int, int]:
    """The order of reading: portfolio.yaml first."""
    where = problem.where or Place(file="")
    return (where.file != FILE, where.file, where.line or 0, where.column or 0)


def _text(node: Node, default: str, *steps: int | str) -> str:
    found = find_node(node, *steps)
    return found.text if isinstance(found, Scalar) else default


def _texts(node: Node, *steps: int | str) -> Iterator[Scalar]:
    found = find_node(node, *steps)
    if isinstance(found, Listing):
        yield from (item for item in found.items if isinstance(item, Scalar))


def _language_faults(node: Node, root: Path) -> Iterator[Problem]:
    known = document_languages(root, _text(node, "base", "theme"))
    for item in _texts(node, "languages"):
        if item.text not in known and primary(item.text) not in known:  # "fr-BE" is written with fr's words
            yield error("project.language", place_of(item, FILE), language=item.text, known=", ".join(known))


def _logo_faults(node: Node, root: Path) -> Iterator[Problem]:
    for item in _texts(node, "school", "logos"):
        if fault := _file_fault(item.text, root):
            yield error(f"project.logo-{fault}", place_of(item, FILE), file=item.text)
    given = find_node(node, "funding", "artwork")
    artworks = [each for _, each in given.entries] if isinstance(given, Keys) else [given]
    for each in artworks:
        if (
            isinstance(each, Scalar)
            and each.text
            and (fault := _file_fault(each.text, root) or _size_fault(each, root))
        ):
            yield error(f"project.artwork-{fault}", place_of(each, FILE), file=each.text)


def _size_fault(file: Scalar, root: Path) -> str:
    """What keeps the proportions of a file from being known: "format", or "" for nothing."""
    try:
        size_of_logo(root / file.text)
    except FileFault:
        return "format"
    return ""


def _file_fault(name: str, root: Path) -> str:
    """What keeps a file from being placed as it is: "outside", "missing", "format", or "" for nothing."""
    path = led_to(root, name)
    if path is None or not path.is_relative_to(root):
        return "outside"
    if not path.is_file():
        return "missing"
    return "" if is_logo(path) else "format"


def _figure_faults(node: Node, typed: ProjectFile) -> Iterator[Problem]:
    """Figures of the school that cannot both be true."""
    school, figures = typed.school, typed.eligibility
    if figures.active_teachers and school.teachers is not None and figures.active_teachers > school.teachers:
        where = _place(node, "eligibility", "active_teachers")
        yield error("project.active-teachers", where, active=figures.active_teachers, teachers=school.teachers)
    if figures.registered_on and school.founded and figures.registered_on.year < school.founded:
        where = _place(node, "eligibility", "registered_on")
        yield error("project.registered-early", where, day=figures.registered_on, founded=school.founded)


def _place(node: Node, *steps: int | str) -> Place:
    found = find_node(node, *steps)
    return place_of(found, FILE) if found else Place(file=FILE)


def _folders(node: Node, root: Path, cache: Path) -> tuple[dict[str, Path], list[Problem]]:
    """Evidence, output and cache with links resolved, and what is wrong with where they lie (law 12)."""
    folders, places, faults = {}, {}, []
    typed = {name: _text(node, name, "folders", name) for name in ("evidence", "output")} | {"cache": str(cache)}
    for name, text in typed.items():
        places[name] = _place(node, "folders", name)
        path = led_to(root, text)
        if path is None:
            faults.append(error("project.folder", places[name], folder=text))
        elif _lies_in(root, path):
            faults.append(error("project.folder-above", places[name], key=name, folder=text))
        else:
            folders[name] = path
    faults += _overlaps(folders, places)
    evidence = folders.get("evidence")
    if evidence is not None and not _is_folder(evidence):
        faults.append(error("project.no-evidence", places["evidence"], folder=typed["evidence"]))
    return folders, faults


def _overlaps(folders: Mapping[str, Path], places: Mapping[str, Place]) -> Iterator[Problem]:
    """Folders that lie within each other, and links in the output folder that lead an audience's elsewhere within."""
    led = {}
    for audience in Audience if "output" in folders else ():
        own = folders["output"] / audience
        path = led_to(own, ".")
        if path != own:
            led[f"output/{audience}"] = path or own
    for one, other in combinations(both := {**folders, **led}, 2):
        for inner, outer in ((one, other), (other, one)):
            if _lies_in(both[inner], both[outer]):
                values = {"inner": inner, "outer": outer, "folder": both[inner]}
                yield error("project.overlap", places.get(one, places["output"]), **values)
                break


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a folder above may not be entered
        return False


def _lies_in(inner: Path, outer: Path) -> bool:
    """Whether one folder is another or lies in it; the system is asked as well, for it may take case as nothing."""
    return any(folder == outer or _same(folder, outer) for folder in (inner, *inner.parents))


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
