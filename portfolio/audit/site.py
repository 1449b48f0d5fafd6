"""A written site, opened again and held against what was composed: its page, and every file beside it."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from portfolio.audit.guard import Guard
from portfolio.audit.page import Element, Page, addresses, addresses_in_style, read_page
from portfolio.audit.pictures import metadata_in
from portfolio.audit.search import search_site, search_site_file
from portfolio.files.words import squeezed
from portfolio.i18n import primary
from portfolio.model.blocks import ADDRESSES, VoiceList
from portfolio.model.document import exhibits_in
from portfolio.model.problem import Place, Problem, error
from portfolio.model.site import Site

POLICY = "content-security-policy"
NOTHING = "default-src 'none'"
APART = {"noopener", "noreferrer"}  # a link outside tells nobody whence one comes
# What does something, or brings in what nobody looked at.
_ACTING = ("script", "iframe", "frame", "object", "embed", "form", "base", "audio", "video", "template")
_DIGEST = re.compile(r"[0-9a-f]{16}")
_PICTURES = (".jpg", ".jpeg", ".png")
_NOTES = ".txt"  # licences


def inspect_site(path: Path, site: Site, guard: Guard) -> tuple[Problem, ...]:
    """What is wrong with a written site, whose page is at `path`; nothing, when all is as composed.

    Codes: `audit.unreadable` (tags that are not closed as well), `audit.title`, `audit.language`, `audit.action` (what
    acts, or no policy that forbids it), `audit.link` (leads nowhere, or an id that is there twice), `audit.address`
    (outside, and neither http, https nor mailto), `audit.outside` (what a browser would fetch from elsewhere, a link
    that tells where it was), `audit.file` (asked for and not there, there and not asked for, other than its name says),
    `audit.metadata`, `audit.alternative`, `audit.missing` (an exhibit's number or title), `audit.wrong-place` (its
    number does not lead to its row in the register), and those of the guard for what its audience may not see.
    """
    where = Place(file=path.name)
    try:
        page = read_page(path)
        faults = (
            *_frame_faults(page, site),
            *_acting_faults(page),
            *_link_faults(page),
            *_file_faults(page, path, guard),
            *_picture_faults(page),
            *_exhibit_faults(page, site),
            *search_site(path, page, guard),
        )
    except Exception as fault:  # whatever a library raises: what cannot be read is not known to be clean
        return (error("audit.unreadable", where, fault=type(fault).__name__),)
    return tuple(dict.fromkeys(replace(fault, where=where) for fault in faults))


def _frame_faults(page: Page, site: Site) -> Iterator[Problem]:
    title = "".join(page.text(element) for element in page.of("title") if not _is_drawn(page, element.begin))
    if title != site.title:
        yield error("audit.title", found=title)
    language = "".join(element.attributes.get("lang", "") for element in page.of("html"))
    if primary(language) != primary(site.language):
        yield error("audit.language", found=language)


def _is_drawn(page: Page, place: int) -> bool:
    """Whether a place in the text lies in a drawing, whose title is what is read out for it."""
    return any(drawing.begin <= place < drawing.end for drawing in page.of("svg"))


def _acting_faults(page: Page) -> Iterator[Problem]:
    """Scripts and their like, handlers, styles that the policy would not let through; and the policy itself."""
    for element in page.elements:
        if element.tag in _ACTING:
            yield error("audit.action", action=element.tag)
        for name, value in element.attributes.items():
            if name.startswith("on") or name == "style" or value.lower().lstrip().startswith("javascript:"):
                yield error("audit.action", action=name)
    metas = {element.attributes.get("http-equiv", "").lower(): element.attributes for element in page.of("meta")}
    if "refresh" in metas:
        yield error("audit.action", action="refresh")
    if not metas.get(POLICY, {}).get("content", "").startswith(NOTHING):
        yield error("audit.action", action=POLICY)


def _link_faults(page: Page) -> Iterator[Problem]:
    """Links of a reader: inside they lead to what is there once, outside they tell nothing."""
    counted = Counter(element.attributes["id"] for element in page.elements if "id" in element.attributes)
    for name, count in counted.items():
        if count > 1:
            yield error("audit.link", target=name)
    for element in page.of("a", "area"):
        target = element.attributes.get("href", "")
        if target.startswith("#"):
            if target[1:] not in counted:
                yield error("audit.link", target=target[1:])
        elif not target.lower().startswith(ADDRESSES):
            yield error("audit.address", address=target)
        elif not set(element.attributes.get("rel", "").split()) >= APART:
            yield error("audit.outside", address=target)
    for element in page.elements:
        for name in ("for", "aria-labelledby", "aria-describedby"):
            for target in element.attributes.get(name, "").split():
                if target not in counted:
                    yield error("audit.link", target=target)


def _file_faults(page: Page, path: Path, guard: Guard) -> Iterator[Problem]:
    """What the page and its styles ask for is what lies in the folder, each under the digest in its name.

    Each is read once: a picture has nothing beside what is seen, and nothing in it is for others.
    """
    folder = path.parent
    there = {each.relative_to(folder).as_posix() for each in folder.rglob("*") if each.is_file()} - {path.name}
    asked = dict.fromkeys(addresses(page))
    for name in [each for each in asked if each.endswith(".css") and each in there]:
        asked |= dict.fromkeys(addresses_in_style((folder / name).read_text(encoding="utf-8")))
    for name in asked:
        if name not in there:
            outside = ":" in name or name.startswith(("/", "\\", ".")) or not name
            yield error("audit.outside", address=name) if outside else error("audit.file", file=name)
    for name in sorted(each for each in there if not each.endswith(_NOTES)):
        data = (folder / name).read_bytes()
        digests = _DIGEST.findall(Path(name).stem)
        if name not in asked or not digests or not hashlib.sha256(data).hexdigest().startswith(digests[-1]):
            yield error("audit.file", file=name)
        if name.endswith(_PICTURES) and (found := metadata_in(data)):
            yield error("audit.metadata", kinds=", ".join(found))
        yield from search_site_file(name, data, guard)


def _picture_faults(page: Page) -> Iterator[Problem]:
    """Words for every picture."""
    for element in page.of("img"):
        if not element.attributes.get("alt", "").strip():
            yield error("audit.alternative", picture=element.attributes.get("src", ""))
    for drawing in page.of("svg"):
        if drawing.attributes.get("role") == "img" and not page.text(drawing).strip():
            yield error("audit.alternative", picture="svg")


def _exhibit_faults(page: Page, site: Site) -> Iterator[Problem]:
    """Every exhibit is where its anchor says, and its number leads to the register's row of number and title."""
    places, said = page.places, _said(site)
    led: dict[str, list[Element]] = defaultdict(list)
    for link in page.of("a"):
        led[page.text(link)].append(link)
    for exhibit in exhibits_in(site.dossier):
        number, title = exhibit.number, exhibit.title.text
        here, row = places.get(exhibit.anchor), places.get(exhibit.register)
        inside = [link for link in led[number] if here and here.begin <= link.begin and link.end <= here.end]
        words = said.get(exhibit.anchor) or (exhibit.caption or exhibit.title).text
        if not here or not inside or squeezed(words) not in squeezed(page.text(here)):
            yield error("audit.missing", number=number, title=title)
        elif not (
            all(link.attributes.get("href") == f"#{exhibit.register}" for link in inside)
            and row
            and squeezed(page.text(row)).startswith(squeezed(number) + squeezed(title))
        ):
            yield error("audit.wrong-place", number=number, title=title)


def _said(site: Site) -> dict[str, str]:
    """What was said by the anchors of the exhibits that are quotations: they stand there without a title."""
    blocks = (block for section in site.dossier.sections for block in section.blocks)
    voices = (voice for block in blocks if isinstance(block, VoiceList) for voice in block.voices)
    return {voice.exhibit.anchor: voice.words.text for voice in voices}
