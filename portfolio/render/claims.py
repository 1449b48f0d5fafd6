"""What a PDF claims of itself, taken out of one that has become something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Pdf

# Namespaces of the claims in XMP: PDF/A (ISO 19005), PDF/UA (ISO 14289), PDF/X, and the schema that explains them.
CLAIMS = (
    "http://www.aiim.org/pdfa/ns/id/",
    "http://www.aiim.org/pdfua/ns/id/",
    "http://www.npes.org/pdfx/ns/id/",
    "http://www.aiim.org/pdfa/ns/extension/",
)


def attached_bytes(pdf: Pdf) -> int:
    """How much of a file the attached ones are, which go with the claims."""
    return sum(int(attached.obj.EF.F.Length) for attached in pdf.attachments.values())


def remove_claims(pdf: Pdf) -> None:
    """Takes out what is said of conformance, and the colours and attached files that belong to it."""
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as said:
        for key in [key for key in said if key.startswith(tuple(f"{{{space}}}" for space in CLAIMS))]:
            del said[key]
    for key in ("/OutputIntents", "/AF"):
        if key in pdf.Root:
            del pdf.Root[key]
    names = pdf.Root.get("/Names")
    if names is not None and "/EmbeddedFiles" in names:
        del names["/EmbeddedFiles"]
