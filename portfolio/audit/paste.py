"""The folder of what is pasted, opened again: its texts, its fragments of HTML, its pictures."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

from portfolio.audit.guard import Guard
from portfolio.audit.pictures import metadata_in
from portfolio.files.words import squeezed
from portfolio.model.blocks import Table
from portfolio.model.paste import Paste
from portfolio.model.problem import Place, Problem, error

# What a panel takes as it is: these elements with these attributes.
PLAIN: Mapping[str, frozenset[str]] = {
    "h2": frozenset(),
    "p": frozenset(),
    "a": frozenset({"href"}),
    "table": frozenset(),
    "tr": frozenset(),
    "th": frozenset({"scope"}),
    "td": frozenset({"lang"}),
}
WEB = ("http://", "https://")
# What Pillow says of every picture of its kind: how it is encoded, nothing of anybody.
_OF_THE_FORMAT = frozenset({"jfif", "jfif_version", "jfif_unit", "jfif_density"})


def inspect_paste(
    folder: Path, paste: Paste, sizes: Mapping[str, tuple[int, int]], guard: Guard
) -> tuple[Problem, ...]:
    """What is wrong with the files in a folder; `sizes` are those of its pictures in px by their names.

    Codes: `audit.files` (one is missing, or one too many), `audit.unreadable`, `audit.field` (a text is not there as
    composed), `audit.markup`, `audit.address`, `audit.pixels`, `audit.metadata`, and those of the guard.
    """
    wanted = _wanted(paste)
    found = {path.name for path in folder.iterdir()}
    problems = [error("audit.files", Place(file=name)) for name in sorted(found ^ {*wanted, *sizes})]
    for name in sorted(found & {*wanted, *sizes}):
        where = Place(file=name)
        try:
            data = (folder / name).read_bytes()
            faults = _picture(name, data, sizes[name], guard) if name in sizes else _text(name, data, wanted, guard)
            problems += [replace(fault, where=where) for fault in faults]
        except Exception as fault:  # whatever a library raises: what cannot be read is not known to be clean
            problems.append(error("audit.unreadable", where, fault=type(fault).__name__))
    return tuple(dict.fromkeys(problems))


def _wanted(paste: Paste) -> dict[str, list[str]]:
    """What must stand in each text, in the order in which it is composed."""
    announcement = paste.announcement
    told = [announcement.headline, *("".join(run.text for run in each.runs) for each in announcement.paragraphs)]
    told += announcement.notes
    pictures = [words.text for picture in paste.pictures for _, words in picture.details]
    pictures += [words.text for _, words in paste.card_details]
    wanted = {"announcement.txt": told, "announcement.html": told, "pictures.txt": pictures}
    if paste.projects:
        projects = list(_told_of(paste.projects))
        wanted |= {"projects.txt": projects, "projects.html": projects}
    return wanted


def _told_of(projects: Table) -> Iterator[str]:
    yield projects.title
    for row in projects.rows:
        yield from ("".join(run.text for run in cell) for cell in row.cells)


def _text(name: str, data: bytes, wanted: Mapping[str, list[str]], guard: Guard) -> Iterator[Problem]:
    text = data.decode("utf-8-sig")
    yield from guard.text_faults(name, text)
    if name.endswith(".html"):
        fragment = _Fragment()
        fragment.feed(text)
        fragment.close()
        yield from fragment.faults
        text = " ".join(fragment.said)
        yield from (fault for said in (text, *fragment.attributes) for fault in guard.text_faults(name, said))
    squeezed_text, place = squeezed(text), 0
    for words in wanted[name]:
        found = squeezed_text.find(squeezed(words), place)
        if found < 0:
            yield error("audit.field", title=words)
        place = max(place, found)


def _picture(name: str, data: bytes, size: tuple[int, int], guard: Guard) -> Iterator[Problem]:
    from PIL import Image

    with Image.open(io.BytesIO(data)) as image:
        image.load()  # what stands behind the pixels is known only then
        telling = {str(key) for key in image.info} - _OF_THE_FORMAT
        found = image.size
    if kinds := dict.fromkeys((*metadata_in(data), *sorted(telling))):
        yield error("audit.metadata", kinds=", ".join(kinds))
    if found != size:
        yield error("audit.pixels", found="{} × {}".format(*found), expected="{} × {}".format(*size))
    yield from guard.file_faults(name, data)


class _Fragment(HTMLParser):
    """Collects what a fragment says, and what of it is more than a panel takes."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.attributes: list[str] = []
        self.faults: list[Problem] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element, and where its link leads."""
        allowed = PLAIN.get(tag)
        if allowed is None:
            self.faults.append(error("audit.markup", what=f"<{tag}>"))
        for key, value in attrs:
            if allowed is not None and key not in allowed:
                self.faults.append(error("audit.markup", what=f"<{tag} {key}>"))
            if key == "href" and not (value or "").lower().startswith(WEB):
                self.faults.append(error("audit.address", address=value or ""))
            self.attributes.append(unquote(value or ""))

    def handle_data(self, data: str) -> None:
        """A text."""
        self.said.append(data)

    def handle_comment(self, data: str) -> None:
        """A comment: nothing that a fragment needs."""
        self.faults.append(error("audit.markup", what="<!-- -->"))
        self.said.append(data)

    def handle_decl(self, decl: str) -> None:
        """The head of a whole page."""
        self.faults.append(error("audit.markup", what=f"<!{decl}>"))

    def handle_pi(self, data: str) -> None:
        """An instruction."""
        self.faults.append(error("audit.markup", what=f"<?{data}>"))
