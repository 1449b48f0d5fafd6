"""HTML to PDF by WeasyPrint: nothing but theme files and the files given is opened, nothing it says goes unheard."""

from __future__ import annotations

import io
import logging
import re
import warnings
from codecs import BOM_UTF16_BE
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from portfolio.errors import MissingDependencyError
from portfolio.files.garbage import clear_up, without_collector
from portfolio.model.problem import Problem, error, warning
from portfolio.render.conforming import VARIANT, finisher
from portfolio.render.glyphs import EU_FAMILY
from portfolio.render.listening import listening
from portfolio.render.stylesheets import Stylesheets, take_out
from portfolio.render.typefaces import Lack, Typefaces, set_typefaces
from portfolio.themes import Theme

if TYPE_CHECKING:
    from weasyprint import Attachment, Document
    from weasyprint.urls import URLFetcher

_NO_BOX = "?"  # what stands for a letter that no font of theme or system has
FONTS = "css/fonts.css"
_FONT = re.compile(rb'@font-face \{ font-family: "([^"]*)"[^}]*\}')
_TEXTS = 5  # texts that are named in a Problem
MEDIA_TYPES = {
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".otf": "font/otf",
    ".woff2": "font/woff2",
}


class Attached(NamedTuple):
    """A file inside a PDF. `relationship` is a value of ISO 32000-2, 7.11.3, such as "Supplement" or "Source"."""

    name: str
    content: bytes
    description: str
    relationship: str


def write_pdf(
    html: str,
    target: Path,
    *,
    theme: Theme,
    files: Collection[Path],
    claiming: bool = False,
    covered: bool = True,
    attachments: Iterable[Attached] = (),
    shared: bool = False,
) -> tuple[Problem, ...]:
    """Sets a document and writes it to `target`; the same input gives the same bytes.

    `claiming` says in the file that it is PDF/A-3a and PDF/UA-1, and labels its pages, a cover (`covered`) without a
    number: the caller has it judged, and takes the claim out when it fails. `attachments` without it are in the file,
    but stand in relation to nothing. `shared` says that many documents have its stylesheets, which are read once.

    `files` are all that the document may open beside the theme's own ("theme:…"): derivatives and logos. Everything
    else, the network first, is refused and becomes an ERROR as do files that cannot be read (`pdf.failed`): the caller
    fails the artefact. Warnings of the libraries become `pdf.warning`, letters without a font `pdf.letters`: signs are
    left out, letters are set in a font of the system, and as "?" where it has none either.
    Raises MissingDependencyError (`system.no-pango`).
    """
    load_engine()
    from weasyprint import HTML
    from weasyprint.text.fonts import FontConfiguration

    clear_up()  # boxes hold each other: a document that was set before would stand beside this one
    html, given = _addressed(html, files)
    typefaces = Typefaces(theme)
    html, lacks = set_typefaces(html, typefaces)
    families = _families(html, typefaces) if shared and typefaces.is_plain(html) else set(theme.fonts)
    attached = sorted(attachments, key=_tree_order)

    def typeset(page: str) -> tuple[list[logging.LogRecord], Document]:
        with listening() as records, without_collector():  # a document being set is all alive
            fetcher = _fetcher(theme, given, families)
            if shared:
                page, common = take_out(page, theme.digest, frozenset(families), fetcher)
            else:
                common = Stylesheets(fonts=FontConfiguration())
            records += common.said
            document = HTML(string=page, base_url="theme:", url_fetcher=fetcher).render(
                stylesheets=common.sheets, font_config=common.fonts, counter_style=common.counters, pdf_tags=True
            )
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", ResourceWarning)  # its colour profile is left open
                document.write_pdf(
                    target,
                    pdf_tags=True,
                    pdf_variant=VARIANT if claiming else None,
                    attachments=[_attachment(file) for file in attached],
                    finisher=finisher(document, labelled=claiming, covered=covered),
                )
        if common.fonts and not shared:
            common.fonts.__del__()  # its folder of fonts would stay until garbage is looked for, which may be never
        return records, document

    records, document = typeset(html)
    boxes = {code for font in document.fonts.values() for code in font.missing}
    if boxes:
        records, document = typeset(html.translate(dict.fromkeys(boxes, _NO_BOX)))
    return (*_problems(records, given, target), *_strange_letters(document, theme, target, lacks, boxes))


def load_engine() -> None:
    """Loads WeasyPrint, which prints advice when Pango is missing and warns of libraries it will need one day."""
    with redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        try:
            import weasyprint  # noqa: F401 - from here on it is there
        except OSError as missing:
            raise MissingDependencyError(error("system.no-pango")) from missing


def _addressed(html: str, files: Collection[Path]) -> tuple[str, dict[str, Path]]:
    """The document with "given:0", "given:1", … for the addresses of the files, and the file behind each.

    WeasyPrint names a picture in the PDF after its address: a folder's name in it would change the bytes.
    """
    known = {path.absolute().as_uri(): path for path in files}
    addresses: dict[str, str] = {}

    def address(found: re.Match[str]) -> str:
        return addresses.setdefault(found[0], f"given:{len(addresses)}") if found[0] in known else found[0]

    html = re.sub(r"""file:[^"'\s()<>]+""", address, html)
    return html, {short: known[uri] for uri, short in addresses.items()}


def _fetcher(theme: Theme, given: Mapping[str, Path], families: Collection[str]) -> URLFetcher:
    """The one door through which a document reaches files; of the fonts those of some families."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Door(URLFetcher):  # type: ignore[misc]  # WeasyPrint comes without types
        def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
            scheme, _, rest = url.partition(":")
            if scheme == "data":  # holds its content itself
                return super().fetch(url, headers)
            path = theme.find(unquote(rest)) if scheme == "theme" else given.get(url)
            if path is None:
                raise PermissionError("neither a file of the theme nor one given to this document")
            content = path.read_bytes()
            if rest == FONTS:
                content = _only(families, content)
            return URLFetcherResponse(url, content, {"Content-Type": MEDIA_TYPES.get(path.suffix, "")})

    return Door()


def _families(html: str, typefaces: Typefaces) -> set[str]:
    """The families that may set a document all of whose letters the first has: those that it names for a part of it.

    A document with the theme's tokens (`tokens.css.j2`) names each once more, in the order in which all are tried.
    """
    named = {each: len(re.findall(rf"{re.escape(each)}(?! ?\w)", html)) for each in typefaces.families}
    order = 1 if all(named.values()) else 0
    return {typefaces.families[0], EU_FAMILY, *(family for family, count in named.items() if count > order)}


def _only(families: Collection[str], css: bytes) -> bytes:
    """A stylesheet without the fonts of other families: each that is there costs a document 2 ms, used or not."""
    wanted = {family.encode() for family in families}
    return _FONT.sub(lambda rule: rule[0] if rule[1] in wanted else b"", css)


def _tree_order(file: Attached) -> bytes:
    """How the names of embedded files are ordered in a PDF (ISO 32000-1, 7.9.6)."""
    return file.name.encode() if file.name.isascii() else BOM_UTF16_BE + file.name.encode("utf-16-be")


def _attachment(file: Attached) -> Attachment:
    from weasyprint import Attachment

    return Attachment(
        file_obj=io.BytesIO(file.content),
        name=file.name,
        description=file.description,
        relationship=file.relationship,
    )


def _problems(records: list[logging.LogRecord], given: Mapping[str, Path], target: Path) -> Iterator[Problem]:
    """Each thing said once, with the names of files instead of their addresses."""
    for severe, said in dict.fromkeys((record.levelno >= logging.ERROR, record.getMessage()) for record in records):
        message = re.sub(r"given:\d+", lambda found: given[found[0]].name if found[0] in given else found[0], said)
        make, code = (error, "pdf.failed") if severe else (warning, "pdf.warning")
        yield make(code, file=target.name, message=message)


def _strange_letters(
    document: Document, theme: Theme, target: Path, lacks: Sequence[Lack], boxes: Collection[int]
) -> Iterator[Problem]:
    """Letters for which the theme has no font, where they stand, and the fonts of the system that set them."""
    strange = [font for font in document.fonts.values() if font.family not in theme.fonts]
    letters = {letter for font in strange for text in font.to_unicode.values() for letter in text}
    letters |= {letter for lack in lacks for letter in lack.letters} | {chr(code) for code in boxes}
    if letters:
        families = ", ".join(sorted({font.family for font in strange})) or "–"
        yield lacking_letters(target, letters, [lack.text for lack in lacks], families)


def lacking_letters(target: Path, letters: Iterable[str], texts: Sequence[str], families: str = "–") -> Problem:
    """`pdf.letters`: what the theme has no font for, in which texts, and the families that set it in their stead."""
    named = " ".join([*(f"“{text}”" for text in texts[:_TEXTS]), *(["…"] if len(texts) > _TEXTS else [])]) or "–"
    return warning("pdf.letters", file=target.name, letters=" ".join(sorted(letters)), fonts=families, texts=named)
