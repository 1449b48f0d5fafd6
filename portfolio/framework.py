"""Reads a framework pack: a folder of YAML files that say what is to be proved, and in which words people speak of it.

    mission.yaml pillars.yaml                what every pack has
    criteria.yaml folders.yaml rounds.yaml certificates.yaml columns.yaml countries.yaml
    concepts.yaml lexicon/<language>.yaml

A project may bring a pack of its own, or single files of one, in `frameworks/<name>/`: they go before the shipped ones.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from portfolio.errors import ProjectError
from portfolio.files.fault import FileFault
from portfolio.files.node import Mapping as MappingNode
from portfolio.files.node import Node
from portfolio.files.shape import Shape, check
from portfolio.files.yamlfile import read_yaml
from portfolio.frameworkfile import (
    CertificatesFile,
    ColumnsFile,
    ConceptsFile,
    CountriesFile,
    CriteriaFile,
    FoldersFile,
    LexiconFile,
    MissionFile,
    PillarsFile,
    PillarShape,
    RoundsFile,
    WordingShape,
)
from portfolio.i18n import fold
from portfolio.model.framework import (
    NONE,
    PAIR,
    CertificateKind,
    Concept,
    Criterion,
    Framework,
    Mission,
    Pillar,
    Round,
    Wording,
)
from portfolio.model.problem import Place, Problem, error
from portfolio.resources import frameworks_folder

S = TypeVar("S", bound=Shape)

_FILES: Mapping[type[Shape], str] = {
    MissionFile: "mission.yaml",
    PillarsFile: "pillars.yaml",
    CriteriaFile: "criteria.yaml",
    FoldersFile: "folders.yaml",
    RoundsFile: "rounds.yaml",
    CertificatesFile: "certificates.yaml",
    ColumnsFile: "columns.yaml",
    CountriesFile: "countries.yaml",
    ConceptsFile: "concepts.yaml",
}
_NEEDED = (MissionFile, PillarsFile)
_INBOX = "inbox"
_SEPARATORS = re.compile(r"[\W_]+")
_NUMBER_IN_FRONT = re.compile(r"^\d+ (?=\S)")


def kernel(title: Wording) -> str:
    """What a title that is a sentence comes down to: the first of its other forms that it contains, else itself."""
    return next((form for form in title.match if fold(form) in fold(title.print)), title.print)


def bare_name(name: str) -> str:
    """A name as it is compared, of a pillar, folder or heading: "3-Öğrenciler" and "3. ogrenciler" are "ogrenciler"."""
    return _NUMBER_IN_FRONT.sub("", _SEPARATORS.sub(" ", fold(name)).strip())


def names_of(pillar: Pillar) -> tuple[str, ...]:
    """All that a pillar or bucket is called, in any language: its key, titles and folders, as written."""
    titles = (name for title in pillar.titles.values() for name in (title.print, *title.match))
    folders = (name for names in pillar.folders.values() for name in names)
    return tuple(dict.fromkeys((pillar.key, *titles, *folders)))


def read_framework(name: str, project_root: Path | None) -> Framework:
    """The pack of a name; a file of the project's own goes before the shipped one.

    Raises ProjectError with all that is wrong: `framework.unknown` (no pack of the name), `framework.missing` (a file
    it needs), `framework.no-english`, `framework.target`, `framework.concept`, `framework.number`, `framework.name`,
    `framework.heading` (one name for two things), and what reading and checking YAML gives.
    """
    parents = [frameworks_folder()] if project_root is None else [project_root / "frameworks", frameworks_folder()]
    known = sorted({path.parent.name for parent in parents for path in parent.glob("*/*.yaml")})
    if name not in known:
        raise ProjectError(error("framework.unknown", name=name, known=", ".join(known)))
    pack = _Pack(name, [parent / name for parent in parents])
    if not pack.problems:
        framework = _framework(name, pack)
        pack.problems.extend(_contradictions(pack, framework))
    if pack.problems:
        raise ProjectError(*pack.problems)
    return framework


class _Pack:
    """The files of one pack, each from the first folder that has it, with what is wrong with them."""

    def __init__(self, name: str, folders: Sequence[Path]) -> None:
        self.problems: list[Problem] = []
        self.lexica: dict[str, LexiconFile] = {}
        self._name = name
        self._folders = folders
        self._shapes: dict[type[Shape], Shape] = {}
        self._nodes: dict[str, Node] = {}
        for model, file in _FILES.items():
            if shape := self._read(file, model):
                self._shapes[model] = shape
        for file in sorted({f"lexicon/{path.name}" for folder in folders for path in folder.glob("lexicon/*.yaml")}):
            if lexicon := self._read(file, LexiconFile):
                self.lexica[Path(file).stem] = lexicon

    def __getitem__(self, model: type[S]) -> S:
        shape = self._shapes[model]
        assert isinstance(shape, model)
        return shape

    def place(self, file: str, *keys: str) -> Place:
        """Where a key stands in a file, found by the keys above it; the file alone where it is not written."""
        node: Node | None = self._nodes.get(file)
        line = column = None
        for key in keys:
            entries = node.entries if isinstance(node, MappingNode) else ()
            node = None
            for written, below in entries:
                if written.text == key:
                    node, line, column = below, written.line, written.column
        return Place(file=self._shown(file), line=line, column=column)

    def _shown(self, file: str) -> str:
        return f"frameworks/{self._name}/{file}"

    def _read(self, file: str, model: type[S]) -> S | None:
        path = next((folder / file for folder in self._folders if (folder / file).is_file()), None)
        if path is None and model not in _NEEDED:
            return model()
        if path is None:
            self.problems.append(error("framework.missing", self.place(file)))
            return None
        try:
            self._nodes[file] = read_yaml(path)
        except FileFault as fault:
            self.problems.append(fault.problem(self._shown(file)))
            return None
        shape, problems = check(self._nodes[file], model, self._shown(file))
        self.problems.extend(problems)
        return shape


def _framework(name: str, pack: _Pack) -> Framework:
    pillars, mission, certificates = pack[PillarsFile], pack[MissionFile], pack[CertificatesFile]
    languages = sorted({language for pillar in pillars.pillars.values() for language in pillar.titles})
    inbox = pack[FoldersFile].inbox
    drawn = tuple(_pillars(pillars.pillars, pack))
    buckets = tuple(_pillars(pillars.buckets, pack))
    criteria = {f"{pillar.key}/{line.key}" for pillar in (*drawn, *buckets) for line in pillar.criteria}
    return Framework(
        name=name,
        mission=Mission(
            titles=_wordings(mission.titles, mission.sources), bodies=_wordings(mission.bodies, mission.sources)
        ),
        pillars=tuple(sorted(drawn, key=lambda pillar: pillar.number)),
        buckets=buckets,
        rounds=tuple(
            Round(name=each.name, opens_on=each.opens_on, closes_on=each.closes_on, source=each.source)
            for each in pack[RoundsFile].rounds
        ),
        certificate_kinds=tuple(
            CertificateKind(
                key=key, names=kind.names, targets=kind.targets, titles=kind.titles, occasions=kind.occasions
            )
            for key, kind in certificates.kinds.items()
        ),
        project_targets=certificates.project_targets,
        column_names=pack[ColumnsFile].columns,
        spoken=pack[ColumnsFile].spoken,
        answers=pack[ColumnsFile].answers,
        concepts=tuple(_concepts(pack, criteria)),
        countries=pack[CountriesFile].countries,
        unverified=tuple(language for language, lexicon in pack.lexica.items() if not lexicon.verified),
        inbox={language: inbox.get(language, (_INBOX,)) for language in (*languages, *inbox)},
    )


def _wordings(shapes: Mapping[str, WordingShape], sources: Mapping[str, str]) -> dict[str, Wording]:
    return {
        language: Wording(
            print=shape.print,
            official=shape.official,
            source=sources.get(shape.source, shape.source),
            match=shape.match,
        )
        for language, shape in shapes.items()
    }


def _pillars(shapes: Mapping[str, PillarShape], pack: _Pack) -> Iterator[Pillar]:
    sources, named = pack[PillarsFile].sources, pack[FoldersFile].folders
    for key, shape in shapes.items():
        folders = named.get(key, {})
        usual = f"{shape.number}-{key}" if shape.number else key
        yield Pillar(
            key=key,
            number=shape.number,
            titles=_wordings(shape.titles, sources),
            bodies=_wordings(shape.bodies, sources),
            folders={language: folders.get(language, (usual,)) for language in (*shape.titles, *folders)},
            criteria=tuple(_criteria(key, pack[CriteriaFile])),
        )


def _criteria(pillar: str, file: CriteriaFile) -> Iterator[Criterion]:
    for key, texts in file.criteria.get(pillar, {}).items():
        wordings = {
            language: Wording(print=text, official=file.official, source=file.source)
            for language, text in texts.items()
        }
        yield Criterion(key=key, pillar=pillar, wordings=wordings)


def _concepts(pack: _Pack, criteria: Container[str]) -> Iterator[Concept]:
    file = pack[ConceptsFile]
    for key, judged in file.concepts.items():
        words = {language: each.concepts[key] for language, each in pack.lexica.items() if key in each.concepts}
        yield Concept(
            key=key,
            titles={language: each.title for language, each in words.items()},
            stems={language: each.stems for language, each in words.items()},
            weights=_rolled_up({**judged, **file.estimated.get(key, {})}, criteria),
        )


def _rolled_up(weights: Mapping[str, float], criteria: Container[str]) -> dict[str, float]:
    """The weights with what each pillar has of its criteria: the weightiest of theirs, unless one is stated.

    Those of criteria that there are not, for a school has its own, go to the pillar alone.
    """
    own = {target: weight for target, weight in weights.items() if "/" not in target or target in criteria}
    pillars: dict[str, float] = {}
    for target, weight in weights.items():
        pillar = target.partition("/")[0]
        pillars[pillar] = max(weight, pillars.get(pillar, weight))
    return {**pillars, **own}


def _contradictions(pack: _Pack, framework: Framework) -> Iterator[Problem]:
    """What no single file can show: keys of one that another does not have, and names that stand for two things."""
    pillars = [pillar.key for pillar in framework.all_pillars]
    for file, keys, key in _references(pack):
        known = pillars if file in (_FILES[CriteriaFile], _FILES[FoldersFile]) else framework.targets
        if key not in known:
            yield error("framework.target", pack.place(file, *keys), key=key, known=", ".join(pillars))
    concepts = pack[ConceptsFile].concepts
    parts = {key: key.split(PAIR) for key in concepts if PAIR in key}
    for key in (key for key, keys in parts.items() if not set(keys) <= concepts.keys()):
        yield error("framework.concept", pack.place(_FILES[ConceptsFile], "concepts", key), key=key)
    for language, lexicon in pack.lexica.items():
        for key in (key for key in lexicon.concepts if key not in concepts):
            place = pack.place(f"lexicon/{language}.yaml", "concepts", key)
            yield error("framework.concept", place, key=key)
    numbers: dict[int, str] = {}
    for pillar in framework.pillars:
        if (first := numbers.setdefault(pillar.number, pillar.key)) != pillar.key:
            place = pack.place(_FILES[PillarsFile], "pillars", pillar.key)
            yield error("framework.number", place, number=pillar.number, first=first, second=pillar.key)
    named = {pillar.key: names_of(pillar) for pillar in framework.all_pillars}
    for name, first, second in _shared(named):
        yield error("framework.name", pack.place(_FILES[PillarsFile]), name=name, first=first, second=second)
    for name, first, second in _shared(framework.column_names):
        place = pack.place(_FILES[ColumnsFile], "columns", second)
        yield error("framework.heading", place, name=name, first=first, second=second)


def _references(pack: _Pack) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Every mention of a target: the file, the keys above it, the target."""
    yield from ((_FILES[CriteriaFile], ("criteria", key), key) for key in pack[CriteriaFile].criteria)
    yield from ((_FILES[FoldersFile], ("folders", key), key) for key in pack[FoldersFile].folders)
    certificates = pack[CertificatesFile]
    for kind, shape in certificates.kinds.items():
        yield from ((_FILES[CertificatesFile], ("kinds", kind, "targets"), key) for key in shape.targets)
    yield from ((_FILES[CertificatesFile], ("project_targets",), key) for key in certificates.project_targets)
    for table, concepts in (("concepts", pack[ConceptsFile].concepts), ("estimated", pack[ConceptsFile].estimated)):
        for concept, weights in concepts.items():
            # A school's own criteria may stand in the place of those that weights go to: the pillar is what must be.
            named = ((key, key.partition("/")[0]) for key in weights if key != NONE)
            yield from ((_FILES[ConceptsFile], (table, concept, key), pillar) for key, pillar in named)


def _shared(names: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str, str]]:
    """Names that stand under two keys: the name, the first key, the second."""
    owners: dict[str, str] = {}
    for key, each in names.items():
        for name in dict.fromkeys(bare_name(name) for name in each):
            if (first := owners.setdefault(name, key)) != key:
                yield name, first, key
