"""What PDF/A-3 (ISO 19005-3) asks of a file so that it is read alike in decades, and both claims of its metadata.

A function a rule; clauses are those of ISO 19005-3 unless said otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from portfolio.audit.resources import font_name, fonts_in, is_embedded, pictures_in, within
from portfolio.model.problem import Problem, warning

if TYPE_CHECKING:
    from pikepdf import Pdf

PDFA, PDFUA = "{http://www.aiim.org/pdfa/ns/id/}", "{http://www.aiim.org/pdfua/ns/id/}"
SCHEMAS = "{http://www.aiim.org/pdfa/ns/extension/}schemas"
# ISO 32000-1, 12.5.3: bits of an annotation's flags. 6.3.2 asks for the first and forbids the others.
PRINTED, UNSEEN = 1 << 2, 1 << 0 | 1 << 1 | 1 << 5


def is_not_encrypted(pdf: Pdf) -> Iterator[Problem]:
    """6.1.3."""
    if pdf.is_encrypted:
        yield warning("conformance.encrypted")


def fonts_are_embedded(pdf: Pdf) -> Iterator[Problem]:
    """6.2.11.4."""
    yield from (warning("conformance.font", font=font_name(font)) for font in fonts_in(pdf) if not is_embedded(font))


def fonts_tell_letters(pdf: Pdf) -> Iterator[Problem]:
    """6.2.11.7: what is drawn can be read as letters."""
    for font in fonts_in(pdf):
        if within(font, "/ToUnicode") is None:
            yield warning("conformance.letters", font=font_name(font))


def pictures_are_not_smoothed(pdf: Pdf) -> Iterator[Problem]:
    """6.2.8."""
    if any(within(picture, "/Interpolate") is True for picture in pictures_in(pdf)):
        yield warning("conformance.smoothed")


def colours_are_defined(pdf: Pdf) -> Iterator[Problem]:
    """6.2.3: a profile says what the numbers of colours mean."""
    intents = within(pdf.Root, "/OutputIntents") or ()
    if not any(
        intent.get("/S") == "/GTS_PDFA1" and within(intent, "/DestOutputProfile") is not None for intent in intents
    ):
        yield warning("conformance.colours")


def links_are_printed(pdf: Pdf) -> Iterator[Problem]:
    """6.3.2: nothing on a page is hidden from some of its readers."""
    for number, page in enumerate(pdf.pages, start=1):
        flags = [int(annotation.get("/F", 0)) for annotation in page.obj.get("/Annots", ())]
        if not all(flag & PRINTED and not flag & UNSEEN for flag in flags):
            yield warning("conformance.hidden", page=number)


def has_no_form(pdf: Pdf) -> Iterator[Problem]:
    """6.4.1: a form would be drawn anew by each viewer."""
    if within(pdf.Root, "/AcroForm", "/NeedAppearances") is not None:
        yield warning("conformance.form")


def attachments_say_what_they_are(pdf: Pdf) -> Iterator[Problem]:
    """6.8: an attached file is named, of a known kind, and stands in a named relation to the document."""
    related = {spec.objgen for spec in within(pdf.Root, "/AF") or ()}
    for name, attached in pdf.attachments.items():
        spec = attached.obj
        named = all(key in spec for key in ("/F", "/UF", "/AFRelationship"))
        if not named or within(spec, "/EF", "/F", "/Subtype") is None or spec.objgen not in related:
            yield warning("conformance.attachment", name=name)


def says_its_language(pdf: Pdf) -> Iterator[Problem]:
    """6.7.4, and ISO 14289-1, 7.2."""
    if not str(within(pdf.Root, "/Lang") or "").strip():
        yield warning("conformance.language")


def shows_its_title(pdf: Pdf) -> Iterator[Problem]:
    """ISO 14289-1, 7.1: a viewer shows the title instead of the file's name."""
    if within(pdf.Root, "/ViewerPreferences", "/DisplayDocTitle") is not True:
        yield warning("conformance.title-shown")


def has_a_title(pdf: Pdf) -> Iterator[Problem]:
    """ISO 14289-1, 7.1: the metadata name the document."""
    if not str(_metadata(pdf).get("dc:title") or "").strip():
        yield warning("conformance.title")


def claims_both(pdf: Pdf) -> Iterator[Problem]:
    """6.6.4, 6.6.2.3, and ISO 14289-1, 5: both claims, and what the second one's words mean."""
    metadata = _metadata(pdf)
    said = (metadata.get(f"{PDFA}part"), metadata.get(f"{PDFA}conformance"), metadata.get(f"{PDFUA}part"))
    if said != ("3", "A", "1") or SCHEMAS not in metadata:
        yield warning("conformance.claim")


def _metadata(pdf: Pdf) -> Any:
    return pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False)


RULES = (
    is_not_encrypted,
    fonts_are_embedded,
    fonts_tell_letters,
    pictures_are_not_smoothed,
    colours_are_defined,
    links_are_printed,
    has_no_form,
    attachments_say_what_they_are,
    says_its_language,
    shows_its_title,
    has_a_title,
    claims_both,
)
