"""The pictures of a Word document by their relationships, and the parts that are written apart."""

from __future__ import annotations

import io
import posixpath
from typing import TYPE_CHECKING

from portfolio.audit.docx import RELATIONSHIPS
from portfolio.audit.flagpicture import flag_in
from portfolio.files.fault import FileFault
from portfolio.files.picture import opened
from portfolio.files.zipguard import read_member, read_xml
from portfolio.model.marks import Box, PictureMark

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element
    from zipfile import ZipFile

_LINK = "word/_rels/document.xml.rels"
_LOSSLESS = (".png", ".gif", ".bmp", ".tif", ".tiff")
_GLANCE = (200, 200)  # px: as much as is needed to see a flag where pixels are not true


class Pictures:
    """Opens what the relationships of a document's story lead to."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        names = set(archive.namelist())
        links = read_xml(archive, _LINK).iter(RELATIONSHIPS) if _LINK in names else ()
        self._targets = {
            link.get("Id", ""): posixpath.normpath(posixpath.join("/word", link.get("Target", ""))).lstrip("/")
            for link in links
            if link.get("TargetMode") != "External"
        }

    def part(self, relationship: str) -> Element | None:
        """A part of the document that is written apart, None where there is none."""
        target = self._targets.get(relationship, "")
        return read_xml(self._archive, target) if target in self._archive.namelist() else None

    def mark(self, relationship: str, box: Box, *, looked: bool) -> PictureMark:
        """A picture in its place; without pixels where it cannot be opened."""
        target = self._targets.get(relationship, "")
        exact = target.lower().endswith(_LOSSLESS)
        try:
            with opened(io.BytesIO(read_member(self._archive, target))) as image:
                pixels = image.size
                if not exact:
                    image.draft("RGB", _GLANCE)
                whole = image.convert("RGB") if looked else None
        except (FileFault, KeyError):  # KeyError: it lies elsewhere, or nowhere
            return PictureMark(box=box, pixels=(0, 0), unread=looked)
        return PictureMark(box=box, pixels=pixels, seen=flag_in(whole, box, exact=exact) if whole else None)
