"""What is attached to e-mails: each is a file below its mail, and read like all others; the mail is a piece too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from portfolio.files.originals import Originals
from portfolio.files.workers import FATES, run
from portfolio.intake.archives import not_nested
from portfolio.intake.catalogue import Store
from portfolio.intake.contents import PROCESSES, ReadFile, read_contents
from portfolio.intake.ignored import ignored_by
from portfolio.intake.names import Unused, shown_uniquely
from portfolio.intake.scan import FoundFile
from portfolio.intake.unpack import Enclosed, unpack_mail
from portfolio.model.events import Report

_DEPTH = 4
_DIGITS = 15  # of a sha256, for the number by which a file is known again


def read_attachments(
    files: Sequence[ReadFile], originals: Originals, store: Store, *, language: str, report: Report
) -> tuple[tuple[ReadFile, ...], tuple[FoundFile, ...]]:
    """The files with all that is attached to the mails among them; and all attachments, ignored ones too.

    Their bytes lie in the cache, once for each content. Mails may be attached to mails, as deep as people hand them on.
    """
    everything, members, level = tuple(files), tuple[FoundFile, ...](), tuple(files)
    for _ in range(_DEPTH):
        found = tuple(_unpacked([each for each in level if each.reading.attached], originals, store))
        if not found:
            break
        wanted = tuple(file for file in found if not file.rule)
        read = read_contents(originals, wanted, store, language=language, report=report)
        level = tuple(map(not_nested, read))
        everything, members = (*everything, *level), (*members, *found)
    return everything, members


def _unpacked(mails: Sequence[ReadFile], originals: Originals, store: Store) -> Iterator[FoundFile]:
    """What is attached to mails, its bytes in the cache, or with the reason why they are not."""
    found = [(files := tuple(_found(mail)), _enclosed(mail, files, originals)) for mail in mails]
    tasks = {enclosed for _, enclosed in found if enclosed.wanted}
    if tasks:
        originals.unpacked.mkdir(mode=0o700, parents=True, exist_ok=True)
    outcomes = run(unpack_mail, tasks, count=PROCESSES)
    faults = {each.given: FATES[each.fate] if each.result is None else each.result for each in outcomes}
    for files, enclosed in found:
        fault = faults.get(enclosed, "")
        for file, sha256 in files:
            if not fault:
                store.keep_sha256(file, sha256)
            yield replace(file, odd=fault)


def _found(mail: ReadFile) -> Iterator[tuple[FoundFile, str]]:
    """A mail's attachments as files below it, each with its sha256; several of one name are told apart."""
    unused = Unused()
    paths = {unused.take(attachment.name): attachment for attachment in mail.reading.attached}
    names = shown_uniquely(paths)
    for path, attachment in paths.items():
        file = FoundFile(
            path=f"{mail.file.path}/{path}",
            name=f"{mail.file.name}/{names[path]}",
            size=attachment.size,
            mtime_ns=mail.file.mtime_ns,
            inode=int(attachment.sha256[:_DIGITS], 16),
            rule=ignored_by(names[path]),
        )
        yield file, attachment.sha256


def _enclosed(mail: ReadFile, files: Sequence[tuple[FoundFile, str]], originals: Originals) -> Enclosed:
    """What of a mail has to be unpacked still."""
    places = ((sha256, originals.path(file.path, sha256)) for file, sha256 in files if not file.rule)
    return Enclosed(
        mail=originals.path(mail.file.path, mail.sha256),
        wanted=tuple((sha256, place) for sha256, place in places if not place.is_file()),
    )
