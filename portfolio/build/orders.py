"""What is to be done about each artefact that is wanted: left alone, or made, for these reasons."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from portfolio.build.budget import limit_for
from portfolio.build.fingerprint import Fingerprint, changes, files_digest, fingerprint, limit_digest, profile_digest
from portfolio.build.look import profile_of
from portfolio.build.shown import differing, shown_in
from portfolio.build.state import State, Written
from portfolio.build.survey import Survey
from portfolio.model.artefact import ArtefactSpec
from portfolio.model.composed import Document
from portfolio.model.problem import Reason, reason
from portfolio.themes import Theme

_WHOLE, _PART = "whole", "part"  # marks of an artefact's further files: whose they are, and their place among them


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """An artefact that is wanted: what it would be made of, and the file that need not be made anew if there is one."""

    spec: ArtefactSpec
    document: Document
    files: Mapping[str, Path]
    marks: Fingerprint
    fresh: Written | None
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Orders:
    """Tells what artefacts depend on from what they were made of; remembers the digests that several share."""

    survey: Survey
    theme: Theme
    state: State
    logos: Mapping[str, Path]
    _marked: dict[int, Fingerprint] = field(default_factory=dict)

    def stale(self, documents: Mapping[ArtefactSpec, Document]) -> tuple[tuple[ArtefactSpec, tuple[Reason, ...]], ...]:
        """Every artefact with the reasons why it would be made, none for one that is fresh; nothing is made.

        What is made of the file of a stale artefact is stale as well.
        """
        orders: dict[str, Order] = {}
        for spec in (spec for wave in waves(documents) for spec in wave):
            first = [path for path in spec.after if not orders[path].fresh]
            fresh = {path: order.fresh for path in spec.after if (order := orders[path]).fresh}
            files = {path: self.file(one) for path, one in fresh.items() if one}
            order = self.of(spec, documents[spec], {} if first else files)
            if first:
                own = [each for each in order.reasons if each.code != "stale.files"]
                after = [reason("stale.after", file=path) for path in first]
                order = replace(order, fresh=None, reasons=tuple(own or after))
            orders[spec.path] = order
        return tuple((spec, orders[spec.path].reasons) for spec in documents)

    def of(self, spec: ArtefactSpec, document: Document, files: Mapping[str, Path]) -> Order:
        """What is to be done about an artefact; `files` are those of the artefacts that it is made of, by path."""
        if id(document) not in self._marked:
            self._marked[id(document)] = fingerprint(document, self.theme, self.logos)
        limit = limit_for(document, spec.format, self.survey.project.size_limit)
        profile = profile_digest(profile_of(document, self.survey.project.root))
        marks = {**self._marked[id(document)], **files_digest(files), **limit_digest(limit), **profile}
        written = self.state.of_artefact(spec.path)
        there = all(self.file(part).exists() for part in parts_of(written, marks))
        fresh = next((one for one in written if there and one.fingerprint == marks and self.file(one).exists()), None)
        reasons = () if fresh else self._reasons(document, written, marks)
        return Order(spec=spec, document=document, files=files, marks=marks, fresh=fresh, reasons=reasons)

    def _reasons(self, document: Document, written: Sequence[Written], marks: Fingerprint) -> tuple[Reason, ...]:
        """Why an artefact is made: it never was, its file is gone, or what it depends on has changed."""
        first = [one for one in written if not is_part(one)]
        if not first:
            return changes(None, marks)
        if not all(self.file(one).exists() for one in written):
            return (reason("stale.gone"),)
        files = {name: item.files[0] for item in self.survey.catalogue.items for name in item.ids}
        differ = [files.get(item, item) for item in differing(first[-1].pieces, shown_in(document))]
        return changes(first[-1].fingerprint, marks, differ)

    def file(self, written: Written) -> Path:
        """Where a file lies that was written."""
        return self.survey.project.output / written.path


def partial_marks(marks: Fingerprint) -> Fingerprint:
    """The marks of an artefact in which something is lacking that was not to be had: the next run tries again."""
    return {**marks, "lacking": "charts"}


def part_marks(marks: Fingerprint, number: int) -> Fingerprint:
    """The marks of an artefact's further file, counted from 1: whose it is, and which."""
    return {_WHOLE: _digest(marks), _PART: str(number)}


def parts_of(written: Iterable[Written], marks: Fingerprint) -> list[Written]:
    """The further files that were written together with one of these marks."""
    return [one for one in written if one.fingerprint.get(_WHOLE) == _digest(marks)]


def is_part(written: Written) -> bool:
    """Whether a file is a further one of its artefact."""
    return _PART in written.fingerprint


def _digest(marks: Fingerprint) -> str:
    return hashlib.sha256(json.dumps(dict(marks), sort_keys=True).encode()).hexdigest()


def waves(specs: Iterable[ArtefactSpec]) -> Iterator[list[ArtefactSpec]]:
    """The artefacts that wait for none, then those that wait for these alone, and so on."""
    waiting, done = list(specs), set[str]()
    while waiting:
        ready = [spec for spec in waiting if done.issuperset(spec.after)]
        if not ready:
            raise AssertionError(f"these wait for each other, or for none: {[spec.path for spec in waiting]}")
        yield ready
        done |= {spec.path for spec in ready}
        waiting = [spec for spec in waiting if spec.path not in done]
