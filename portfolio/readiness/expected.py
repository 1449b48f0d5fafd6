"""What a pack expects to find: what proves a criterion, and what stands beside a piece that is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from portfolio.errors import ProjectError
from portfolio.files.fault import FileFault
from portfolio.files.shape import check
from portfolio.files.yamlfile import read_yaml
from portfolio.frameworkfile import ExpectedFile
from portfolio.model.evidence import EvidenceItem
from portfolio.model.framework import Framework
from portfolio.model.readiness import Question
from portfolio.resources import frameworks_folder

FILE = "expected.yaml"


def read_expected(name: str, project_root: Path | None) -> ExpectedFile:
    """What a pack expects; the file of the project's own pack goes before the shipped one, and none expects nothing.

    What it says of targets that the pack does not have (any more) stands for nothing: criteria are replaced alone.
    Raises ProjectError.
    """
    shown = f"frameworks/{name}/{FILE}"
    parents = [frameworks_folder()] if project_root is None else [project_root / "frameworks", frameworks_folder()]
    path = next((parent / name / FILE for parent in parents if (parent / name / FILE).is_file()), None)
    if path is None:
        return ExpectedFile()
    try:
        expected, problems = check(read_yaml(path), ExpectedFile, shown)
    except FileFault as fault:
        raise ProjectError(fault.problem(shown)) from None
    if expected is None:
        raise ProjectError(*problems)
    return expected


def find_questions(
    expected: ExpectedFile,
    framework: Framework,
    proofs: Mapping[str, tuple[EvidenceItem, ...]],
    items: Sequence[EvidenceItem],
    spoken_of: Mapping[str, frozenset[str]],
) -> Iterator[Question]:
    """One question for each rule of `beside` that holds. `spoken_of`: the concepts that a piece's words speak of."""
    known = set(framework.targets)
    for rule in expected.beside:
        there = {item.kind for item in proofs.get(rule.asks_for, ())}
        if rule.asks_for not in known or not there.isdisjoint(rule.unless):
            continue
        linked = (item for target in rule.targets for item in proofs.get(target, ()))
        speaking = (item for item in items if spoken_of.get(item.id, frozenset()) & set(rule.concepts))
        found = next((item for each in (linked, speaking) for item in each if item.kind in rule.kinds), None)
        if found:
            yield Question(item=found.id, target=rule.asks_for, texts=rule.ask)
