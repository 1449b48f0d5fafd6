"""What the files contain: each is hashed once and read once, again only when it has changed."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from posixpath import splitext

from portfolio.files.originals import Originals
from portfolio.files.workers import FATES, run
from portfolio.intake.catalogue import Store
from portfolio.intake.examine import Task, examine
from portfolio.intake.reading import Fault, Reading
from portfolio.intake.scan import FoundFile
from portfolio.intake.settling import grown, looks_cut
from portfolio.model.events import Progress, Report, Stage

PROCESSES = 2
_Key = tuple[str, str]  # of a reading: sha256 and suffix
# A file that is still being copied is waited for, so many seconds before each further try.
_PAUSES_S = (0.4, 0.8)


def id_of(sha256: str) -> str:
    """The id of a content: E- and the first ten hex digits of its sha256."""
    return f"E-{sha256[:10]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFile:
    """A file with what it contains; `sha256` is "" when it could not be read to its end."""

    file: FoundFile
    sha256: str
    reading: Reading

    @property
    def id(self) -> str:
        """The id of its content, whatever piece that is."""
        return id_of(self.sha256)

    @property
    def usable(self) -> bool:
        """Whether it can be evidence or describe some, or holds files that can."""
        return self.reading.fault is None


def read_contents(
    originals: Originals, files: tuple[FoundFile, ...], store: Store, *, language: str, report: Report
) -> tuple[ReadFile, ...]:
    """Every file with its content, in the order given. Only what the store does not know is opened.

    What is still being copied is waited for, and is `file.changing` when it does not come to rest.
    """
    read = _read(originals, files, store, language, report)
    changed = grown(originals.evidence, (each.file for each in read if looks_cut(each.reading)))
    if not changed:
        return read
    again = {each.file.path: each for each in _read(originals, tuple(changed.values()), store, language, report)}
    return tuple(_once_more(each, again.get(each.file.path)) for each in read)


def _once_more(each: ReadFile, again: ReadFile | None) -> ReadFile:
    """A file as it was read again, when it was; what still looks cut short then is not there wholly yet."""
    if again is None:
        return each
    if looks_cut(again.reading):
        return ReadFile(file=each.file, sha256="", reading=Reading(format="unknown", fault=Fault(code="file.changing")))
    return replace(again, file=each.file)


def _read(
    originals: Originals, files: tuple[FoundFile, ...], store: Store, language: str, report: Report
) -> tuple[ReadFile, ...]:
    hashed = dict(_hash_all(originals.evidence, files, store, report))
    keys = {file.path: (sha256, _suffix(file)) for file in files if isinstance(sha256 := hashed[file.path], str)}
    readings: dict[_Key, Reading] = {}
    wanted: dict[_Key, FoundFile] = {}
    for file in files:
        key = keys.get(file.path)
        if key and key not in readings and key not in wanted:
            if known := store.reading(*key):
                readings[key] = known
            else:
                wanted[key] = file
    for key, reading in _read_all(originals, wanted, language, report):
        readings[key] = reading
        if reading.lasting:
            store.keep_reading(*key, reading)
    return tuple(_put_together(file, hashed[file.path], keys, readings) for file in files)


def _put_together(
    file: FoundFile, sha256: str | Fault, keys: Mapping[str, _Key], readings: Mapping[_Key, Reading]
) -> ReadFile:
    if isinstance(sha256, Fault):
        return ReadFile(file=file, sha256="", reading=Reading(format="unknown", fault=sha256))
    return ReadFile(file=file, sha256=sha256, reading=readings[keys[file.path]])


def _suffix(file: FoundFile) -> str:
    """What a reading depends on beside the content: the suffix tells kinds of text apart."""
    return splitext(file.path)[1].lower().encode("utf-8", "backslashreplace").decode()


def _hash_all(
    evidence: Path, files: tuple[FoundFile, ...], store: Store, report: Report
) -> Iterator[tuple[str, str | Fault]]:
    """Each path with its sha256, or why there is none."""
    unknown = []
    for file in files:
        known = store.sha256(file)
        if file.odd:
            yield file.path, Fault(code=file.odd)
        elif known is not None:
            yield file.path, known
        else:
            unknown.append(file)
    if not unknown:
        return
    with ThreadPoolExecutor(PROCESSES) as threads:
        hashes = threads.map(lambda file: _sha256(evidence / file.path), unknown)
        for done, (file, sha256) in enumerate(zip(unknown, hashes, strict=True), start=1):
            if isinstance(sha256, str):
                store.keep_sha256(file, sha256)
            report(Progress(stage=Stage.SCAN, done=done, total=len(unknown), name=file.name))
            yield file.path, sha256


def _sha256(path: Path) -> str | Fault:
    """The sha256 of a file that stays the same while it is read."""
    for pause in (0.0, *_PAUSES_S):
        time.sleep(pause)
        try:
            with path.open("rb") as opened:
                before = os.fstat(opened.fileno())
                digest = hashlib.file_digest(opened, "sha256").hexdigest()
                after = os.fstat(opened.fileno())
        except OSError:
            return Fault(code="file.unreadable")
        if (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns):
            return digest
    return Fault(code="file.changing")


def _read_all(
    originals: Originals, wanted: Mapping[_Key, FoundFile], language: str, report: Report
) -> Iterator[tuple[_Key, Reading]]:
    """Each content that is not known yet with what it says, as the workers finish."""
    keys = {originals.path(file.path, key[0]): key for key, file in wanted.items()}
    tasks = [Task(path=path, language=language) for path in keys]
    for done, outcome in enumerate(run(examine, tasks, count=PROCESSES), start=1):
        key = keys[outcome.given.path]
        report(Progress(stage=Stage.READ, done=done, total=len(tasks), name=wanted[key].name))
        yield key, outcome.result or Reading(format="unknown", fault=Fault(code=FATES[outcome.fate]))
