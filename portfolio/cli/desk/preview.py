"""A piece as it lands in the dossier: the page of the school's own draft on which it stands, as a picture.

Nothing of it is kept on disk: the page shows what no audience may have been allowed to see yet.
"""

from __future__ import annotations

import hashlib
import io
import tempfile
import threading
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from portfolio.build.compose import prepare_edition
from portfolio.build.look import files_of
from portfolio.cli.desk.desk import Desk, Seen
from portfolio.compose.dossier import compose_dossier
from portfolio.files.originals import Originals
from portfolio.files.pdfpages import draw_page, page_of
from portfolio.model.blocks import Block, Exhibit, ExhibitList, PhotoRow, VoiceList
from portfolio.model.clearance import Audience
from portfolio.model.composed import pictures_in
from portfolio.model.document import Dossier, Section
from portfolio.render.derivatives import derive
from portfolio.render.html import dossier_html
from portfolio.render.pdf import write_pdf
from portfolio.themes import Theme, load_theme

if TYPE_CHECKING:
    from flask import Flask
    from werkzeug.wrappers import Response as AnyResponse

BOX = (1000, 1415)  # px of a page on screen: 120 an inch
_KEPT = 24  # pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Landing:
    """Where a piece stands: its number, its section, and the dossier that holds this section alone."""

    number: str
    anchor: str
    section: str
    dossier: Dossier


class Preview:
    """Draws the pages of a desk's pieces, one at a time: neither typesetter nor PDFium shares a process's threads."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._mutex = threading.Lock()
        self._pages: OrderedDict[str, bytes] = OrderedDict()
        self._composed: tuple[Seen, str, Dossier, Theme] | None = None

    def landing(self, item: str, language: str) -> Landing | None:
        """Where a piece stands in the dossier of a language; None where it shows no page of its own.

        Raises ProjectError.
        """
        seen = self._desk.look()
        if item not in seen.items or language not in seen.survey.project.languages:
            return None
        with self._mutex:
            dossier, _ = self._compose(seen, language)
        for section in dossier.sections:
            for place, block in enumerate(section.blocks):
                for exhibit in _exhibits(block):
                    if exhibit.item == item:
                        alone = replace(
                            dossier, cover=None, contents_title="", annexes=(), sections=(_cut(section, place),)
                        )
                        return Landing(
                            number=exhibit.number, anchor=exhibit.anchor, section=section.title, dossier=alone
                        )
        return None

    def page(self, landing: Landing) -> bytes:
        """The page as PNG. Raises ProjectError, InUseError, MissingDependencyError."""
        seen = self._desk.look()
        mark = _fingerprint(landing)
        with self._mutex:
            if mark not in self._pages:
                self._pages[mark] = self._draw(seen, landing)
            self._pages.move_to_end(mark)
            while len(self._pages) > _KEPT:
                self._pages.popitem(last=False)
            return self._pages[mark]

    def _compose(self, seen: Seen, language: str) -> tuple[Dossier, Theme]:
        """The school's own draft; pieces that nobody may see any more are not in it."""
        if self._composed and self._composed[:2] == (seen, language):
            return self._composed[2:]
        project = seen.survey.project
        theme = load_theme(project.theme, project.root)
        edition, _ = prepare_edition(seen.survey, theme, language, Audience.PRIVATE)
        edition = replace(edition, pieces=tuple(each for each in edition.pieces if each.item.id in seen.items))
        dossier, _ = compose_dossier(edition)
        self._composed = (seen, language, dossier, theme)
        return dossier, theme

    def _draw(self, seen: Seen, landing: Landing) -> bytes:
        project = seen.survey.project
        theme = load_theme(project.theme, project.root)
        logos = files_of(project, theme)
        originals = Originals(evidence=project.evidence, cache=project.cache)
        with self._desk.alone(), tempfile.TemporaryDirectory(dir=project.cache, prefix="making-") as folder:
            derivatives, _ = derive(pictures_in(landing.dossier), originals, project.cache / "derivatives")
            html = dossier_html(landing.dossier, theme, derivatives, logos)
            target = Path(folder) / "page.pdf"
            files = [*(each.path for each in derivatives.values()), *logos.values()]
            write_pdf(html, target, theme=theme, files=files, covered=False)
            drawn = io.BytesIO()
            draw_page(target, page_of(target, landing.anchor), BOX).save(drawn, "PNG")
        return drawn.getvalue()


def _exhibits(block: Block) -> Iterator[Exhibit]:
    if isinstance(block, PhotoRow | ExhibitList):
        yield from block.exhibits
    elif isinstance(block, VoiceList):
        yield from (voice.exhibit for voice in block.voices)


def _cut(section: Section, place: int) -> Section:
    """The section with what stands up to the page of a block: what begins a page of its own behind it is left out."""
    end = next(
        (
            after
            for after, block in enumerate(section.blocks[place + 1 :], start=place + 1)
            if isinstance(block, PhotoRow) and block.new_page
        ),
        len(section.blocks),
    )
    return replace(section, blocks=section.blocks[:end])


def _fingerprint(landing: Landing) -> str:
    return hashlib.sha256(repr(landing).encode()).hexdigest()


def register(app: Flask, desk: Desk, at: str) -> None:
    """The page of a piece in the dossier, and its picture, below a path."""
    from flask import Response, abort, render_template, request

    preview = Preview(desk)

    def wanted() -> str:
        return request.args.get("language") or desk.look().survey.project.language

    @app.get(f"{at}/preview/<item>", endpoint="preview")
    def show(item: str) -> str:
        seen = desk.look()
        if item not in seen.items or wanted() not in seen.survey.project.languages:
            abort(404)
        landing = preview.landing(item, wanted())
        return render_template(
            "preview.html",
            item=item,
            landing=landing,
            language_shown=wanted(),
            languages=seen.survey.project.languages,
        )

    @app.get(f"{at}/preview/<item>/page.png")
    def preview_page(item: str) -> AnyResponse:
        landing = preview.landing(item, wanted())
        return Response(preview.page(landing), mimetype="image/png") if landing else abort(404)
