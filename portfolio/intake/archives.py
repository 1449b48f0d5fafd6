"""Archives that people pack folders into: each is opened like a folder, its members are files like all others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from zipfile import ZipFile

from portfolio.files.fault import FileFault
from portfolio.files.originals import Originals, unpacked_name
from portfolio.files.zipfolder import Member, open_folder, unpack
from portfolio.intake.catalogue import Store
from portfolio.intake.contents import ReadFile, read_contents
from portfolio.intake.ignored import ignored_by
from portfolio.intake.names import shown_uniquely, unused
from portfolio.intake.reading import Fault, Reading, fault_of
from portfolio.intake.scan import FoundFile
from portfolio.intake.synchronised import CONFLICT, conflict_copies
from portfolio.model.events import Progress, Report, Stage

ZIP = "zip"  # the format's key
_SUFFIX = ".zip"  # many programs keep their own documents in archives: those are not for us to open


def read_archives(
    files: Sequence[ReadFile], originals: Originals, store: Store, *, language: str, report: Report
) -> tuple[tuple[ReadFile, ...], tuple[FoundFile, ...]]:
    """The files, with what lies in their archives among them; and all members that were found, ignored ones too.

    Their bytes are unpacked into the cache, once for each content. An archive in an archive is not opened.
    """
    zips = [each for each in files if _may_be_folder(each)]
    opened = {each.file.path: _open(each, originals, store, language, report) for each in zips}
    members = tuple(member for _, found in opened.values() for member in found)
    wanted = tuple(member for member in members if not member.rule)
    read = read_contents(originals, wanted, store, language=language, report=report) if wanted else ()
    outer = (opened[each.file.path][0] if each.file.path in opened else each for each in files)
    return (*outer, *map(not_nested, read)), members


def is_folder(each: ReadFile) -> bool:
    """Whether a file is an archive that was opened: it is no evidence itself, its members are."""
    return each.usable and each.reading.format == ZIP


def _may_be_folder(each: ReadFile) -> bool:
    return each.reading.format == ZIP and each.file.path.lower().endswith(_SUFFIX)


def not_nested(each: ReadFile) -> ReadFile:
    """A file that lies in another one; it is not opened itself when it is an archive."""
    if not _may_be_folder(each):
        return each
    return replace(each, reading=Reading(format=ZIP, fault=Fault(code="zip.nested")))


def _open(
    each: ReadFile, originals: Originals, store: Store, language: str, report: Report
) -> tuple[ReadFile, tuple[FoundFile, ...]]:
    """An archive as opened, with its members unpacked where the store does not know them; or with its fault."""
    try:
        with open_folder(originals.path(each.file.path, each.sha256), language) as (archive, members):
            files = []
            for file, member in zip(_found(each.file, members), members, strict=True):
                files.append(_unpacked(archive, member, file, originals, store))
                report(Progress(stage=Stage.SCAN, done=len(files), total=len(members), name=file.name))
    except FileFault as fault:
        return replace(each, reading=Reading(format=ZIP, fault=fault_of(fault))), ()
    return replace(each, reading=Reading(format=ZIP)), tuple(files)


def _found(archive: FoundFile, members: Iterable[Member]) -> Iterator[FoundFile]:
    """Members as files below their archive; several of one name are told apart."""
    paths: dict[str, Member] = {}
    for member in members:
        paths[unused(member.path, paths)] = member
    names = shown_uniquely(paths)
    disputed = frozenset(conflict_copies(names.values()))
    for path, member in paths.items():
        name = names[path]
        yield FoundFile(
            path=f"{archive.path}/{path}",
            name=f"{archive.name}/{name}",
            size=member.size,
            mtime_ns=member.mtime_ns,
            inode=member.crc,
            rule=ignored_by(name) or (CONFLICT if name in disputed else ""),
            odd=member.fault,
        )


def _unpacked(archive: ZipFile, member: Member, file: FoundFile, originals: Originals, store: Store) -> FoundFile:
    """A member whose bytes lie in the cache, or with the reason why they do not."""
    known = store.sha256(file)
    if file.rule or file.odd or (known and originals.path(file.path, known).is_file()):
        return file
    originals.unpacked.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        temporary, sha256 = unpack(archive, member, originals.unpacked)
    except FileFault as fault:
        return replace(file, odd=fault.code)
    temporary.replace(originals.path(file.path, sha256))
    store.keep_sha256(file, sha256)
    return file


def sweep(read: Iterable[ReadFile], originals: Originals) -> None:
    """Removes from the cache all but these files, which lie in others."""
    if originals.unpacked.is_dir():
        needed = {unpacked_name(each.file.path, each.sha256) for each in read}
        for path in originals.unpacked.iterdir():
            if path.name not in needed:
                path.unlink(missing_ok=True)
