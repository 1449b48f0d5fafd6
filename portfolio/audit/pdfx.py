"""What PDF/X-4 (ISO 15930-7) asks of a print PDF, a function a rule, each with a code of its own.

The standard could not be read; the rules are those that published summaries of it (prepressure.com, the preflight
lists of PDFBox and Prinect) and several programs agree on. No free validator of PDF/X is known to us, so a file that
passes may claim it, and a shop's own preflight has the last word.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from portfolio.audit.contents import Step, steps_of
from portfolio.audit.inks import RGB, space_name
from portfolio.audit.resources import drawings_in, font_name, fonts_in, is_embedded, pictures_in, within
from portfolio.files.icc import ProfileFault, check_profile
from portfolio.model.problem import Place, Problem, warning

if TYPE_CHECKING:
    from pikepdf import Pdf

CLAIM = "{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"
_XMP, _MM = "{http://ns.adobe.com/xap/1.0/}", "{http://ns.adobe.com/xap/1.0/mm/}"
_DATES = tuple(f"{_XMP}{key}" for key in ("CreateDate", "ModifyDate", "MetadataDate"))
_NAMES = tuple(f"{_MM}{key}" for key in ("DocumentID", "VersionID", "RenditionClass"))
_HAIR = 0.01  # pt that a box may be off


def judge_pdfx(path: Path) -> tuple[Problem, ...]:
    """Why a file may not say that it is PDF/X-4, one Problem a rule; nothing, when it may."""
    import pikepdf

    try:
        with pikepdf.open(path) as pdf:
            found = [problem for rule in RULES for problem in rule(pdf)]
    except (pikepdf.PdfError, KeyError, ValueError, TypeError, AttributeError, IndexError) as fault:
        found = [warning("pdfx.unreadable", fault=type(fault).__name__)]
    first = {problem.code: problem for problem in reversed(found)}
    return tuple(replace(problem, where=Place(file=path.name)) for problem in reversed(first.values()))


def is_plain(pdf: Pdf) -> Iterator[Problem]:
    """No encryption, nothing of a later PDF than 1.6, and an identifier of the file."""
    if pdf.is_encrypted or pdf.pdf_version > "1.6" or "/ID" not in pdf.trailer:
        yield warning("pdfx.file")


def claims_it(pdf: Pdf) -> Iterator[Problem]:
    """The claim in XMP, where PDF/X-4 has it."""
    if _metadata(pdf).get(CLAIM) != "PDF/X-4":
        yield warning("pdfx.claim")


def is_dated(pdf: Pdf) -> Iterator[Problem]:
    """When it was made and changed."""
    if not all(_metadata(pdf).get(key) for key in _DATES):
        yield warning("pdfx.date")


def is_named(pdf: Pdf) -> Iterator[Problem]:
    """A title, and which version of which document it is."""
    metadata = _metadata(pdf)
    if not all(str(metadata.get(key) or "").strip() for key in ("dc:title", *_NAMES)):
        yield warning("pdfx.title")


def says_whether_trapped(pdf: Pdf) -> Iterator[Problem]:
    """Trapped or not: “unknown” is no answer."""
    if str(within(pdf.trailer, "/Info", "/Trapped")) not in ("/True", "/False"):
        yield warning("pdfx.trapped")


def has_one_intent(pdf: Pdf) -> Iterator[Problem]:
    """One output intent of PDF/X, which names its condition and has the profile of a press in it."""
    intents = [each for each in within(pdf.Root, "/OutputIntents") or () if each.get("/S") == "/GTS_PDFX"]
    if len(intents) != 1:
        yield warning("pdfx.intent", fault="OutputIntents")
        return
    profile = within(intents[0], "/DestOutputProfile")
    named = all(str(intents[0].get(key, "")).strip() for key in ("/OutputConditionIdentifier", "/Info"))
    if not named or profile is None or profile.get("/N") != 4:
        yield warning("pdfx.intent", fault="OutputConditionIdentifier, Info, DestOutputProfile")
        return
    try:
        check_profile(profile.read_bytes())
    except ProfileFault as fault:
        yield warning("pdfx.intent", fault=fault.code)


def boxes_are_nested(pdf: Pdf) -> Iterator[Problem]:
    """A trim box in the bleed box in the media box, and no art box beside it."""
    for page in pdf.pages:
        boxes = [
            [float(edge) for edge in page.obj[key]] for key in ("/TrimBox", "/BleedBox", "/MediaBox") if key in page.obj
        ]
        if len(boxes) < 3 or "/ArtBox" in page.obj or not all(map(_lies_in, boxes, boxes[1:])):
            yield warning("pdfx.boxes")


def fonts_are_there(pdf: Pdf) -> Iterator[Problem]:
    """Every font is in the file."""
    yield from (warning("pdfx.font", font=font_name(font)) for font in fonts_in(pdf) if not is_embedded(font))


def rgb_is_defined(pdf: Pdf) -> Iterator[Problem]:
    """RGB says which it is, for the press's colours are no RGB; transparent things are not reckoned in a bare one."""
    if any(_is_bare_rgb(step) for step in steps_of(pdf)):
        yield warning("pdfx.colours")
    groups = [within(thing, "/Group", "/CS") for thing in (*(page.obj for page in pdf.pages), *drawings_in(pdf))]
    if any(group is not None and space_name(group) == RGB for group in groups):
        yield warning("pdfx.colours")


def nothing_moves(pdf: Pdf) -> Iterator[Problem]:
    """No notes, links, forms, actions or scripts on what is printed."""
    acting = [key for key in ("/OpenAction", "/AA", "/AcroForm") if key in pdf.Root]
    acting += ["/JavaScript"] if within(pdf.Root, "/Names", "/JavaScript") is not None else []
    if acting or any(key in page.obj for page in pdf.pages for key in ("/Annots", "/AA")):
        yield warning("pdfx.action")


def nothing_is_elsewhere(pdf: Pdf) -> Iterator[Problem]:
    """Pictures are whole and in the file: no replacements of them (OPI), no PostScript, no LZW, no attached files."""
    for thing in (*pictures_in(pdf), *drawings_in(pdf)):
        filters = within(thing, "/Filter")
        if "/OPI" in thing or "/F" in thing or thing.get("/Subtype") == "/PS" or "LZW" in str(filters):
            yield warning("pdfx.elsewhere")
    if pdf.attachments:
        yield warning("pdfx.elsewhere")


def press_is_left_alone(pdf: Pdf) -> Iterator[Problem]:
    """No transfer curves and halftones: these are the press's own."""
    for thing in (*(page.obj for page in pdf.pages), *drawings_in(pdf)):
        for state in (within(thing, "/Resources", "/ExtGState") or {}).values():
            if any(key in state for key in ("/TR", "/HTP", "/HT")) or state.get("/TR2", "/Default") != "/Default":
                yield warning("pdfx.press")


def _is_bare_rgb(step: Step) -> bool:
    if within(step.resources, "/ColorSpace", "/DefaultRGB") is not None:
        return False
    match step.operator:
        case "rg" | "RG":
            return True
        case "cs" | "CS":
            return space_name(step.resource("/ColorSpace") or step.operands[-1]) == RGB
        case "Do" | "sh":
            drawn = step.resource("/XObject" if step.operator == "Do" else "/Shading")
            space = within(drawn, "/ColorSpace")
            return space is not None and space_name(space) == RGB
    return False


def _lies_in(inner: list[float], outer: list[float]) -> bool:
    beyond = (outer[0] - inner[0], outer[1] - inner[1], inner[2] - outer[2], inner[3] - outer[3])
    return max(beyond) <= _HAIR


def _metadata(pdf: Pdf) -> Any:
    return pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False)


RULES = (
    is_plain,
    claims_it,
    is_dated,
    is_named,
    says_whether_trapped,
    has_one_intent,
    boxes_are_nested,
    fonts_are_there,
    rgb_is_defined,
    nothing_moves,
    nothing_is_elsewhere,
    press_is_left_alone,
)
