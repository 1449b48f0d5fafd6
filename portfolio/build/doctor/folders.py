"""What the program needs of a project's folders: room, leave to write, free files, letters for its words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from portfolio.build.doctor.finding import Finding, ill, well
from portfolio.files.atomic import try_writing
from portfolio.files.filesize import told_room
from portfolio.files.storage import free_bytes, network_of, synchroniser_of
from portfolio.i18n import read_locale
from portfolio.intake.ignored import ignored_by
from portfolio.intake.listing import Listing
from portfolio.intake.synchronised import placeholder
from portfolio.model.problem import Place, error, note, warning
from portfolio.model.project import Project
from portfolio.render.typefaces import Typefaces
from portfolio.theme import Theme

# Bytes: below the first nothing can be made, below the second a large school's photos have no room.
FULL, TIGHT = 200_000_000, 1_000_000_000
_OFFICE_LOCKS = ("~$", ".~lock.")


def check_disk(folders: tuple[Path, ...]) -> Finding:
    """Room where the program writes."""
    free, folder = min((free_bytes(each), each) for each in folders)
    if free < TIGHT:
        told = error if free < FULL else warning
        return ill("disk", told("doctor.disk", Place(file=str(folder)), free=told_room(free), least=told_room(TIGHT)))
    return well("disk", free=told_room(free))


def check_writing(folders: tuple[Path, ...]) -> Finding:
    """Whether files can be made in the folders that the program writes to, or in the nearest ones above."""
    for folder in folders:
        nearest = next(each for each in (folder, *folder.parents) if each.exists())
        try:
            try_writing(nearest)
        except OSError as fault:
            place = Place(file=str(folder))
            return ill("writing", error("doctor.unwritable", place, why=fault.strerror or fault))
    return well("writing", n=len(folders))


def check_synchronised(folders: tuple[Path, ...]) -> Finding:
    """Whether a service carries the folders elsewhere, and may have left only names of the files here."""
    for folder in folders:
        if service := synchroniser_of(folder):
            return ill("synchronised", note("doctor.synchronised", Place(file=str(folder)), service=service))
    return well("synchronised")


def check_network(folders: tuple[Path, ...]) -> Finding:
    """Whether the folders lie on another computer."""
    for folder in folders:
        if kind := network_of(folder):
            return ill("network", warning("doctor.network", Place(file=str(folder)), kind=kind))
    return well("network")


def check_locked(evidence: Path, listing: Listing, output: Path) -> Finding:
    """Whether another program holds a file that has to be read or replaced."""
    for path, status in listing.entries:
        if ignored_by(path) or placeholder(path, status):
            continue
        try:
            (evidence / path).open("rb").close()
        except OSError:
            return ill("locked", warning("doctor.locked-evidence", Place(file=path)))
    for file in output.rglob("*"):
        if file.is_symlink() or not file.is_file():
            continue
        held = file.name.startswith(_OFFICE_LOCKS)
        with suppress(OSError):
            if not held:
                file.open("rb+").close()  # nothing is written; Windows refuses while Word has it open
                continue
        return ill("locked", warning("doctor.locked-output", Place(file=file.relative_to(output).as_posix())))
    return well("locked", n=len(listing.entries))


def check_letters(theme: Theme, languages: tuple[str, ...], school: str) -> Finding:
    """Whether the theme's fonts have every letter of the words of some languages, and of the school's name."""
    typefaces = Typefaces(theme)
    said = {language: "".join(read_locale(language, theme.message_folders).words.values()) for language in languages}
    for what, text in {school: school, **said}.items():
        if lacking := typefaces.lacking(text):
            return ill("letters", warning("doctor.letters", letters=" ".join(lacking), what=what, theme=theme.name))
    return well("letters", families=", ".join(typefaces.families), languages=", ".join(languages))


def check_folders(project: Project, listing: Listing, theme: Theme) -> Iterator[Finding]:
    """All that concerns a project's folders."""
    written = (project.output, project.cache)
    yield check_letters(theme, project.languages, project.school.name)
    yield check_disk(written)
    yield check_writing(written)
    yield check_synchronised((project.evidence, project.output))
    yield check_network((project.evidence, *written))
    yield check_locked(project.evidence, listing, project.output)
