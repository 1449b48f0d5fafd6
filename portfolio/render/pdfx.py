"""What a print PDF needs to be PDF/X-4 (ISO 15930-7): the press's profile, its marks in the metadata, RGB that is told.

The standard itself could not be read; what is done here is what its published summaries and several programs agree on:
PDF 1.6, one output intent with its profile, a known trapping, a trim box, embedded fonts, dates and identifiers in XMP,
and RGB only where it is defined. `audit/pdfx.py` judges it.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from portfolio.files.icc import Profile
from portfolio.render.claims import remove_claims
from portfolio.render.press import rewritten

if TYPE_CHECKING:
    from pikepdf import Pdf

VERSION = "1.6"
CLAIM, VALUE = "{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion", "PDF/X-4"
_XMP, _MM, _PDF = (
    "{http://ns.adobe.com/xap/1.0/}",
    "{http://ns.adobe.com/xap/1.0/mm/}",
    "{http://ns.adobe.com/pdf/1.3/}",
)


def claim_pdfx(pdf: Pdf, profile: Profile, *, title: str, dated: str) -> None:
    """Writes all that PDF/X-4 asks for into an open document; `dated` is a day as ISO 8601 writes it, "" for none."""
    from pikepdf import Array, Dictionary, Name, Stream, String

    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputConditionIdentifier=String("Custom"),  # which of the registered ones it is, nobody can tell from it
        OutputCondition=String(profile.name),
        Info=String(profile.name),
        DestOutputProfile=pdf.make_indirect(Stream(pdf, profile.data, N=4)),
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])
    _define_rgb(pdf)
    pdf.docinfo["/Title"] = String(title)
    pdf.docinfo["/Trapped"] = Name("/False")
    told = f"{dated}T00:00:00Z"
    if dated:
        stamp = String(f"D:{dated.replace('-', '')}000000Z")
        pdf.docinfo["/CreationDate"] = pdf.docinfo["/ModDate"] = stamp
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["dc:title"] = title
        metadata[f"{_PDF}Trapped"] = "False"
        metadata[CLAIM] = VALUE
        for key in ("CreateDate", "ModifyDate", "MetadataDate") if dated else ():
            metadata[f"{_XMP}{key}"] = told
        metadata[f"{_MM}DocumentID"] = f"uuid:{uuid5(NAMESPACE_URL, _digest(pdf))}"
        metadata[f"{_MM}VersionID"] = "1"
        metadata[f"{_MM}RenditionClass"] = "default"


def withdraw_pdfx(path: Path) -> None:
    """Takes the claim, and the profile with it, out of a file, which keeps everything else."""
    with rewritten(path, path) as pdf:
        remove_claims(pdf)


def _define_rgb(pdf: Pdf) -> None:
    """Says of all RGB that it is sRGB, for the press's own colours are others (ISO 32000-1, 8.6.5.6)."""
    from pikepdf import Array, Dictionary, Name, Stream

    srgb = pdf.make_indirect(Stream(pdf, _srgb(), N=3, Alternate=Name.DeviceRGB))
    for thing in [page.obj for page in pdf.pages] + [each for each in pdf.objects if isinstance(each, Stream)]:
        resources = thing.get("/Resources")
        if resources is not None:
            spaces = resources.get("/ColorSpace", Dictionary())
            spaces["/DefaultRGB"] = Array([Name.ICCBased, srgb])
            resources["/ColorSpace"] = spaces


def _srgb() -> bytes:
    """The International Color Consortium's own profile, which comes with the typesetter."""
    from importlib.resources import files

    return files("weasyprint").joinpath("pdf", "sRGB2014.icc").read_bytes()


def _digest(pdf: Pdf) -> str:
    return hashlib.sha256(b"".join(page.obj.Contents.read_bytes() for page in pdf.pages)).hexdigest()
