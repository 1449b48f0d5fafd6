"""Foreign PDFs before they are annexed or attached: the pages as they are seen, and nothing else.

What is kept is named, everything else goes: properties, XMP, attachments, scripts, actions, fields, authors of notes,
hidden layers, older versions, what cameras wrote into pictures, pixels that no page shows. A signed document is never
touched: a signature holds for its bytes, so it can only be given as it is, or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from portfolio.files.atomic import replacing
from portfolio.files.pdfpages import PdfFault
from portfolio.files.workers import FATES, Fate, run
from portfolio.model.problem import Place, Problem, error, warning
from portfolio.render.clean_cut import cut_pictures
from portfolio.render.clean_layers import Layers
from portfolio.render.clean_notes import Destinations, addresses_on, clean_notes, lost_values
from portfolio.render.clean_resources import Sweep
from portfolio.render.unseen import Unseen, unseen_in

if TYPE_CHECKING:
    from pikepdf import Object, Page, Pdf

MAX_PAGES = 2000
MAX_BYTES = 512 * 2**20
SECONDS = 120.0  # for one document; 500 scanned pages need about ten
_PAGE = {"/Type", "/Resources", "/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox", "/Rotate", "/Contents"}
_PAGE |= {"/Group", "/UserUnit", "/Annots"}
_INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
# What qpdf notes and nothing is lost by.
_HARMLESS = ("common error handled correctly", "Resources is missing or invalid")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


class Handling(StrEnum):
    """What became of a foreign PDF."""

    CLEAN = "clean"  # the target holds its pages
    SIGNED = "signed"  # nothing written: for the evaluator as it is, in a file of its own; for print and web withheld
    REFUSED = "refused"  # nothing written; a Problem says why


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A PDF to clean: where it is, where to, its file as people are shown it, and the title to give it, if any."""

    source: Path
    target: Path
    shown: str
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """How it ended: pages written (0 for none), the addresses that their links lead to, and Problems.

    `unseen` is what a signed document tells beside its pages.
    """

    handling: Handling
    pages: int = 0
    addresses: tuple[str, ...] = ()
    unseen: tuple[Unseen, ...] = ()
    problems: tuple[Problem, ...] = ()


def clean_all(jobs: Iterable[Job], *, count: int = 2) -> Iterator[tuple[Job, Cleaned]]:
    """Each job with its end, as they end, in processes with limits of memory and time (`file.late`, `file.memory`)."""
    for outcome in run(clean_pdf, jobs, count=count, seconds=SECONDS):
        if outcome.fate is Fate.DONE and outcome.result is not None:
            yield outcome.given, outcome.result
        else:
            yield outcome.given, _refused(error(FATES[outcome.fate], Place(file=outcome.given.shown)))


def clean_pdf(job: Job) -> Cleaned:
    """Writes the pages of a foreign PDF, the same bytes for the same input; the source is only read.

    Page boxes stay, and pixels in them but for notes that open. Problems: `pdf.password`, `pdf.damaged`, `pdf.large`,
    `pdf.redaction`, `pdf.uncleanable` refuse; `pdf.repaired`, `pdf.drawn-over`, `pdf.fields-lost` warn.
    Raises OSError, also when the target's folder cannot be written.
    """
    import pikepdf

    where = Place(file=job.shown)
    if job.source.stat().st_size > MAX_BYTES:
        return _refused(error("pdf.large", where))
    try:
        with pikepdf.open(job.source, suppress_warnings=True) as pdf:
            if not 0 < len(pdf.pages) <= MAX_PAGES:
                return _refused(error("pdf.large" if len(pdf.pages) else "pdf.damaged", where))
            if _is_signed(pdf):
                return Cleaned(handling=Handling.SIGNED, unseen=unseen_in(pdf))
            covering, lost = _strip(pdf, job.title)
            with replacing(job.target) as temporary:
                pdf.save(
                    temporary,
                    deterministic_id=True,
                    encryption=False,
                    preserve_pdfa=False,
                    fix_metadata_version=False,
                    object_stream_mode=pikepdf.ObjectStreamMode.generate,
                )
                _read_again(temporary, len(pdf.pages))
            remarks = (
                warning("pdf.repaired", where, pages=len(pdf.pages)) if _was_repaired(pdf) else None,
                warning("pdf.drawn-over", where, n=covering) if covering else None,
                warning("pdf.fields-lost", where, n=lost) if lost else None,
            )
            return Cleaned(
                handling=Handling.CLEAN,
                pages=len(pdf.pages),
                addresses=tuple(address for page in pdf.pages for address in addresses_on(page)),
                problems=tuple(remark for remark in remarks if remark),
            )
    except PdfFault as fault:
        return _refused(fault.problem(job.shown))
    except pikepdf.PasswordError:
        return _refused(error("pdf.password", where))
    except pikepdf.PdfError:
        return _refused(error("pdf.damaged", where))
    except (ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError):
        return _refused(error("pdf.uncleanable", where))  # something of another kind than the format allows there


def _refused(problem: Problem) -> Cleaned:
    return Cleaned(handling=Handling.REFUSED, problems=(problem,))


def _read_again(path: Path, pages: int) -> None:
    """What is written can be read. Raises PdfFault (`pdf.damaged`): a damaged document may lack what holds it."""
    import pikepdf

    try:
        with pikepdf.open(path, suppress_warnings=True) as written:
            whole = len(written.pages) == pages and not written.get_warnings()
    except pikepdf.PdfError:
        whole = False
    if not whole:
        raise PdfFault("pdf.damaged")


def _was_repaired(pdf: Pdf) -> bool:
    """Whether something had to be guessed: pages may be missing without anybody noticing."""
    return any(not any(harmless in said for harmless in _HARMLESS) for said in map(str, pdf.get_warnings()))


def _is_signed(pdf: Pdf) -> bool:
    """Whether anything signs bytes of the file: a person, a certifying office, a time stamp.

    The right to fill a form in Adobe's reader (ISO 32000-1, 12.8.2.3) is a signature of nobody.
    """
    import pikepdf

    permissions = pdf.Root.get("/Perms")
    rights = permissions.get("/UR3") if isinstance(permissions, pikepdf.Dictionary) else None
    nobodys = rights.objgen if isinstance(rights, pikepdf.Dictionary) else None
    for thing in pdf.objects:
        for signature in (thing, thing.get("/V")) if isinstance(thing, pikepdf.Dictionary) else ():
            if (
                isinstance(signature, pikepdf.Dictionary)
                and {"/ByteRange", "/Contents"} <= set(signature.keys())
                and signature.objgen != nobodys
            ):
                return True
    return False


def _strip(pdf: Pdf, title: str) -> tuple[int, int]:
    """Leaves a document its pages; how many drawings may cover something, and how many fields show nothing."""
    import pikepdf

    layers, destinations = Layers(pdf.Root), Destinations(pdf)
    pages = list(pdf.pages)
    for page in pages:
        _inherit(page)
    covering = sum(clean_notes(page, destinations, layers) for page in pages)
    lost = sum(lost_values(page) for page in pages)
    if isinstance(form := pdf.Root.get("/AcroForm"), pikepdf.Dictionary):
        form["/NeedAppearances"] = False  # the look that a field has is the one that people saw
    pdf.flatten_annotations("screen")
    labels, language = _labels(pdf), pdf.Root.get("/Lang")
    sweep = Sweep(pdf, layers)
    tree = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Pages, Count=len(pages)))
    for page in pages:
        for key in set(page.obj.keys()) - _PAGE:
            del page.obj[key]
        sweep.page(page)
        cut_pictures(pdf, page)
        _only_links(page)
        page.obj["/Parent"] = tree
    tree["/Kids"] = pikepdf.Array([page.obj for page in pages])
    for key in set(pdf.Root.keys()) - {"/Type"}:
        del pdf.Root[key]
    pdf.Root["/Pages"] = tree
    if labels is not None:
        pdf.Root["/PageLabels"] = labels
    if isinstance(language, pikepdf.String) and _LANGUAGE.fullmatch(str(language)):
        pdf.Root["/Lang"] = language
    for key in set(pdf.trailer.keys()) - {"/Root", "/Size", "/Encrypt"}:
        del pdf.trailer[key]
    if title:
        pdf.trailer["/Info"] = pdf.make_indirect(pikepdf.Dictionary(Title=title))
    return covering, lost


def _inherit(page: Page) -> None:
    """Gives a page of its own what it has from those above it; a tree without end is cut off."""
    import pikepdf

    above = page.obj.get("/Parent")
    for _ in range(100):
        if not isinstance(above, pikepdf.Dictionary):
            return
        for key in _INHERITED:
            if key in above and key not in page.obj:
                page.obj[key] = above[key]
        above = above.get("/Parent")


def _only_links(page: Page) -> None:
    """What burning in left behind: nothing but links, each belonging to no other page."""
    import pikepdf

    notes = page.obj.get("/Annots")
    links = [note for note in notes if note.get("/Subtype") == "/Link"] if isinstance(notes, pikepdf.Array) else []
    if links:
        page.obj["/Annots"] = pikepdf.Array(links)
    elif "/Annots" in page.obj:
        del page.obj["/Annots"]


def _labels(pdf: Pdf) -> Object | None:
    """How the pages are numbered: style and first number of each stretch; a prefix is a text that nobody judged."""
    import pikepdf

    tree = pdf.Root.get("/PageLabels")
    if not isinstance(tree, pikepdf.Dictionary):
        return None
    try:
        stretches = sorted((int(first), label) for first, label in pikepdf.NumberTree(tree).items())
    except (pikepdf.PdfError, RuntimeError, TypeError, ValueError):
        return None
    flat = pikepdf.Array()
    for first, label in stretches:
        flat.append(first)
        flat.append(pikepdf.Dictionary({key: label[key] for key in ("/S", "/St") if key in label}))
    return pdf.make_indirect(pikepdf.Dictionary(Nums=flat)) if stretches else None
