"""Archives that people pack folders into: each is opened like a folder, its members are files like all others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from portfolio.files.originals import Originals, unpacked_name
from portfolio.files.workers import FATES, run
from portfolio.intake.catalogue import Store
from portfolio.intake.contents import PROCESSES, ReadFile, read_contents
from portfolio.intake.formats import opened_like_folder
from portfolio.intake.ignored import ignored_by
from portfolio.intake.names import Unused, shown_uniquely
from portfolio.intake.reading import Fault, Reading
from portfolio.intake.scan import FoundFile
from portfolio.intake.synchronised import CONFLICT, conflict_copies
from portfolio.intake.unpack import Packed, Unpacker, seconds_for
from portfolio.model.events import Progress, Report, Stage


def read_archives(
    files: Sequence[ReadFile], originals: Originals, store: Store, *, language: str, report: Report
) -> tuple[tuple[ReadFile, ...], tuple[FoundFile, ...]]:
    """The files, with what lies in their archives among them; and all members that were found, ignored ones too.

    Their bytes are unpacked into the cache, once for each content. An archive in an archive is not opened.
    """
    found = {file: packed for each in files if is_folder(each) for file, packed in _found(each, originals)}
    faults = dict(_unpack(found, originals, store, language, report))
    members = tuple(replace(file, odd=faults[file]) if file in faults else file for file in found)
    wanted = tuple(member for member in members if not member.rule)
    read = read_contents(originals, wanted, store, language=language, report=report) if wanted else ()
    return (*files, *map(not_nested, read)), members


def is_folder(each: ReadFile) -> bool:
    """Whether a file is an archive that was opened: it is no evidence itself, its members are."""
    return each.usable and opened_like_folder(each.file.path, each.reading.format)


def not_nested(each: ReadFile) -> ReadFile:
    """A file that lies in another one; it is not opened itself when it is an archive."""
    if not opened_like_folder(each.file.path, each.reading.format):
        return each
    return replace(each, reading=Reading(format=each.reading.format, fault=Fault(code="zip.nested")))


def _found(archive: ReadFile, originals: Originals) -> Iterator[tuple[FoundFile, Packed]]:
    """Members as files below their archive; several of one name are told apart."""
    unused = Unused()
    paths = {unused.take(member.path): member for member in archive.reading.members}
    names = shown_uniquely(paths)
    disputed = frozenset(conflict_copies(names.values()))
    place = originals.path(archive.file.path, archive.sha256)
    for path, member in paths.items():
        name = names[path]
        file = FoundFile(
            path=f"{archive.file.path}/{path}",
            name=f"{archive.file.name}/{name}",
            size=member.size,
            mtime_ns=member.mtime_ns,
            inode=member.crc,
            rule=ignored_by(name) or (CONFLICT if name in disputed else ""),
            odd=member.fault,
        )
        yield file, Packed(archive=place, member=member, source=file.path)


def _unpack(
    found: Mapping[FoundFile, Packed], originals: Originals, store: Store, language: str, report: Report
) -> Iterator[tuple[FoundFile, str]]:
    """Brings the bytes of members into the cache where they are not there; yields those that fail, with a code."""
    unknown = {packed: file for file, packed in found.items() if _is_missing(file, originals, store)}
    if unknown:
        originals.unpacked.mkdir(mode=0o700, parents=True, exist_ok=True)
    outcomes = run(Unpacker(originals.unpacked, language), unknown, count=PROCESSES, seconds=seconds_for)
    for done, outcome in enumerate(outcomes, start=1):
        file = unknown[outcome.given]
        report(Progress(stage=Stage.SCAN, done=done, total=len(unknown), name=file.name))
        match outcome.result:
            case str(sha256):
                store.keep_sha256(file, sha256)
            case Fault(code=code):
                yield file, code
            case None:
                yield file, FATES[outcome.fate]


def _is_missing(file: FoundFile, originals: Originals, store: Store) -> bool:
    if file.rule or file.odd:
        return False
    known = store.sha256(file)
    return known is None or not originals.path(file.path, known).is_file()


def sweep(read: Iterable[ReadFile], originals: Originals) -> None:
    """Removes from the cache all but these files, which lie in others."""
    if originals.unpacked.is_dir():
        needed = {unpacked_name(each.file.path, each.sha256) for each in read}
        for path in originals.unpacked.iterdir():
            if path.name not in needed:
                path.unlink(missing_ok=True)
