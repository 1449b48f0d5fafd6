"""A Word document without what Word notes of its makers: names, firms, folders, marks of each session of editing.

A school may change the reference document in Word, which then knows who did it and where the file lay.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.opc.package import OpcPackage

# The kinds of relationships that a document is shown with, by the ends of their names (ISO/IEC 29500-1, 11.3).
_NEEDED = frozenset(
    {"officeDocument", "core-properties", "styles", "numbering", "settings", "fontTable", "font", "theme"}
    | {"image", "hyperlink", "header", "footer"}
)
# Elements that tell of the making: sessions of editing, where the template lies, what tells copies of a file apart.
_TELLING = frozenset({"rsids", "attachedTemplate", "docId", "docVars", "removePersonalInformation", "saveThroughXslt"})
_SESSION = re.compile(r"\{[^}]*\}rsid\w*")


def forget(package: OpcPackage) -> None:
    """Takes out every part that is not needed to show the document, and the marks of editing from the others."""
    for relationships in (package.rels, *(part.rels for part in package.iter_parts())):
        for name, relationship in list(relationships.items()):
            if relationship.reltype.rpartition("/")[2] not in _NEEDED:
                del relationships[name]
    for part in package.iter_parts():
        root = getattr(part, "element", None)
        for element in list(root.iter("*")) if root is not None else ():
            for attribute in [name for name in element.attrib if _SESSION.fullmatch(name)]:
                del element.attrib[attribute]
            if element.tag.rpartition("}")[2] in _TELLING and element.getparent() is not None:
                element.getparent().remove(element)
