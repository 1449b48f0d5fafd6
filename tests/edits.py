"""A person at work in a Word document: what an office program would make of its XML.

with editing(path) as story:
    story.paragraph("Kapımız").say("Kapımız açık.")
"""

from __future__ import annotations

import copy
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, fromstring, tostring

import pytest

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Written:
    """The story of a document while it is edited."""

    def __init__(self, root: Element) -> None:
        self.root = root

    def paragraphs(self) -> list[Paragraph]:
        parents = {child: parent for parent in self.root.iter() for child in parent}
        return [Paragraph(each, parents[each]) for each in self.root.iter(f"{W}p")]

    def paragraph(self, begin: str) -> Paragraph:
        """The one paragraph that begins so."""
        (found,) = (each for each in self.paragraphs() if each.text.startswith(begin))
        return found


class Paragraph:
    """A paragraph, and what people do to one."""

    def __init__(self, element: Element, parent: Element) -> None:
        self.element, self.parent = element, parent

    @property
    def text(self) -> str:
        return "".join(each.text or "" for each in self.element.iter(f"{W}t"))

    def replace(self, old: str, new: str) -> None:
        """Other words, typed over in the run that holds them."""
        (run,) = (each for each in self.element.iter(f"{W}t") if old in (each.text or ""))
        run.text = (run.text or "").replace(old, new)

    def say(self, words: str) -> None:
        """All of it typed anew, its bookmarks gone, as in Word."""
        for child in list(self.element):
            if child.tag != f"{W}pPr":
                self.element.remove(child)
        self.element.append(run(words))

    def add(self, words: str, *, bold: bool = False) -> None:
        """Typed at the end, behind whatever ends there."""
        self.element.append(run(words, bold=bold))

    def after(self, words: str) -> Paragraph:
        """A new one below, which looks like this one."""
        new = Element(f"{W}p")
        new.extend(copy.deepcopy(each) for each in self.element.findall(f"{W}pPr"))
        new.append(run(words))
        self.parent.insert(list(self.parent).index(self.element) + 1, new)
        return Paragraph(new, self.parent)

    def delete(self) -> None:
        self.parent.remove(self.element)


def run(words: str, *, bold: bool = False) -> Element:
    made = Element(f"{W}r")
    if bold:
        SubElement(SubElement(made, f"{W}rPr"), f"{W}b")
    text = SubElement(made, f"{W}t", {SPACE: "preserve"})
    text.text = words
    return made


@contextmanager
def editing(path: Path, member: str = "word/document.xml") -> Iterator[Written]:
    """A document open in an office program, saved at the end."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    story = Written(fromstring(parts[member]))
    yield story
    parts[member] = tostring(story.root, encoding="utf-8", xml_declaration=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


LIBREOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
needs_libreoffice = pytest.mark.skipif(LIBREOFFICE is None, reason="LibreOffice is not installed")

_BASIC = """\
Function Par(doc, begin) As Object
  Dim found, part
  found = doc.Text.createEnumeration()
  Do While found.hasMoreElements()
    part = found.nextElement()
    If part.supportsService("com.sun.star.text.Paragraph") Then
      If Left(part.String, Len(begin)) = begin Then
        Par = part
        Exit Function
      End If
    End If
  Loop
End Function

Sub Say(doc, begin, words)
  Dim cursor
  cursor = doc.Text.createTextCursorByRange(Par(doc, begin).getStart())
  cursor.gotoEndOfParagraph(True)
  cursor.String = words
End Sub

Sub Add(doc, begin, words)
  Dim cursor
  cursor = doc.Text.createTextCursorByRange(Par(doc, begin).getEnd())
  doc.Text.insertString(cursor, words, False)
End Sub

Sub After(doc, begin, words)
  Dim cursor
  cursor = doc.Text.createTextCursorByRange(Par(doc, begin).getEnd())
  doc.Text.insertControlCharacter(cursor, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
  doc.Text.insertString(cursor, words, False)
End Sub

Sub Delete(doc, begin)
  Dim cursor
  cursor = doc.Text.createTextCursorByRange(Par(doc, begin).getStart())
  cursor.gotoEndOfParagraph(True)
  cursor.goRight(1, True)
  cursor.String = ""
End Sub

Sub Swap(doc, old, words)
  Dim search
  search = doc.createReplaceDescriptor()
  search.SearchString = old
  search.ReplaceString = words
  doc.replaceAll(search)
End Sub

Sub Main
  Dim doc, quiet(0) As New com.sun.star.beans.PropertyValue, saved(0) As New com.sun.star.beans.PropertyValue
  quiet(0).Name = "Hidden" : quiet(0).Value = True
  saved(0).Name = "FilterName" : saved(0).Value = "MS Word 2007 XML"
  doc = StarDesktop.loadComponentFromURL("{source}", "_blank", 0, quiet())
{acts}
  doc.storeToURL("{target}", saved())
  doc.close(True)
End Sub
"""
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">\n'
    '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">'
)


def edit_in_libreoffice(path: Path, folder: Path, *acts: tuple[str, ...]) -> None:
    """Open a document in LibreOffice, act ("Say", begin, words …) in it, and save it there under its own name."""
    assert LIBREOFFICE
    office = [LIBREOFFICE, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    module = folder / "profile" / "user" / "basic" / "Standard" / "Module1.xba"
    if not module.exists():  # LibreOffice makes an empty one when it is first started
        subprocess.run([*office, "--terminate_after_init"], check=True, capture_output=True, timeout=180)
    target = folder / "saved.docx"
    calls = "\n".join(f"  {name}(doc, {', '.join(map(_quoted, said))})" for name, *said in acts)
    program = _BASIC.replace("{source}", path.as_uri()).replace("{target}", target.as_uri()).replace("{acts}", calls)
    module.write_text(f"{_HEAD}{escape(program)}</script:module>", encoding="utf-8")
    subprocess.run([*office, "macro:///Standard.Module1.Main"], check=True, capture_output=True, timeout=180)
    target.replace(path)


def _quoted(words: str) -> str:
    return '"{}"'.format(words.replace('"', '""'))
