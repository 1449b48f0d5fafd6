"""What no single file of a framework pack shows: keys that another one lacks, names that stand for two things."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from portfolio.frameworkfile import (
    CertificatesFile,
    ColumnsFile,
    ConceptsFile,
    CriteriaFile,
    FoldersFile,
    PillarsFile,
    RoundsFile,
)
from portfolio.labelfile import LabelFile
from portfolio.model.framework import NONE, PAIR, Framework
from portfolio.model.problem import Problem, error
from portfolio.packfiles import FILE_OF, PackFiles
from portfolio.pillarnames import bare_name, names_of


def contradictions(pack: PackFiles, framework: Framework) -> Iterator[Problem]:
    """What no single file can show: keys of one that another does not have, and names that stand for two things."""
    pillars = [pillar.key for pillar in framework.all_pillars]
    targets = {*framework.targets, *(line.target for line in framework.former)}
    of_pillars = {FILE_OF[model] for model in (CriteriaFile, FoldersFile, RoundsFile, LabelFile)}
    for file, keys, key in _references(pack):
        if key not in (pillars if file in of_pillars else targets):
            yield error("framework.target", pack.place(file, *keys), key=key, known=", ".join(pillars))
    concepts = pack[ConceptsFile].concepts
    parts = {key: key.split(PAIR) for key in concepts if PAIR in key}
    for key in (key for key, keys in parts.items() if not set(keys) <= concepts.keys()):
        yield error("framework.concept", pack.place(FILE_OF[ConceptsFile], "concepts", key), key=key)
    for language, lexicon in pack.lexica.items():
        for key in (key for key in lexicon.concepts if key not in concepts):
            place = pack.place(f"lexicon/{language}.yaml", "concepts", key)
            yield error("framework.concept", place, key=key)
    numbers: dict[int, str] = {}
    for pillar in framework.pillars:
        if (first := numbers.setdefault(pillar.number, pillar.key)) != pillar.key:
            place = pack.place(FILE_OF[PillarsFile], "pillars", pillar.key)
            yield error("framework.number", place, number=pillar.number, first=first, second=pillar.key)
    named = {pillar.key: names_of(pillar) for pillar in framework.all_pillars}
    for name, first, second in _shared(named):
        yield error("framework.name", pack.place(FILE_OF[PillarsFile]), name=name, first=first, second=second)
    for name, first, second in _shared(framework.column_names):
        place = pack.place(FILE_OF[ColumnsFile], "columns", second)
        yield error("framework.heading", place, name=name, first=first, second=second)
    yield from _round_faults(pack[RoundsFile], pack)


def _round_faults(file: RoundsFile, pack: PackFiles) -> Iterator[Problem]:
    place = pack.place(FILE_OF[RoundsFile], "rounds")
    names = [each.name for each in file.rounds]
    for name in dict.fromkeys(name for name in names if names.count(name) > 1):
        yield error("framework.round-twice", place, name=name)
    for each in file.rounds:
        if each.form and each.form not in file.forms:
            yield error("framework.form", place, form=each.form, name=each.name, known=", ".join(file.forms))


def _references(pack: PackFiles) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Every mention of a target: the file, the keys above it, the target."""
    yield from ((FILE_OF[CriteriaFile], ("criteria", key), key) for key in pack[CriteriaFile].criteria)
    yield from ((FILE_OF[FoldersFile], ("folders", key), key) for key in pack[FoldersFile].folders)
    yield from ((FILE_OF[LabelFile], ("elements", key), key) for key in pack[LabelFile].elements)
    certificates = pack[CertificatesFile]
    for kind, shape in certificates.kinds.items():
        yield from ((FILE_OF[CertificatesFile], ("kinds", kind, "targets"), key) for key in shape.targets)
    yield from ((FILE_OF[CertificatesFile], ("project_targets",), key) for key in certificates.project_targets)
    for table, concepts in (("concepts", pack[ConceptsFile].concepts), ("estimated", pack[ConceptsFile].estimated)):
        for concept, weights in concepts.items():
            yield from ((FILE_OF[ConceptsFile], (table, concept, key), key) for key in weights if key != NONE)
    for form, built in pack[RoundsFile].forms.items():
        asked = (key for part in built.parts for key in part.targets)
        yield from ((FILE_OF[RoundsFile], ("forms", form), key) for key in asked)


def _shared(names: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str, str]]:
    """Names that stand under two keys: the name, the first key, the second."""
    owners: dict[str, str] = {}
    for key, each in names.items():
        for name in dict.fromkeys(bare_name(name) for name in each):
            if (first := owners.setdefault(name, key)) != key:
                yield name, first, key
