"""A reference document that a school changed in Word, with all that Word notes: none of it is in what we write."""

import zipfile
from pathlib import Path

from render.samples import draw_derivatives, sample_dossier

from portfolio.audit.makers import inspect_makers
from portfolio.render.docx import write_docx
from portfolio.themes import load_theme

BASE = load_theme("base", None)
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SECRET = "Defne"


def relationship(number: int, kind: str, target: str, *, outside: bool = False) -> str:
    mode = ' TargetMode="External"' if outside else ""
    return f'<Relationship Id="rIdX{number}" Type="{KIND}/{kind}" Target="{target}"{mode}/>'


def edited_in_word(folder: Path) -> Path:
    """A theme whose reference document bears its makers wherever Word puts them."""
    theme = folder / "templates" / "own"
    theme.mkdir(parents=True)
    (theme / "theme.yaml").write_text("parent: base\n", encoding="utf-8")
    template = relationship(1, "attachedTemplate", f"file:///C:/Users/{SECRET}/a.dotx", outside=True)
    settings = '<w:attachedTemplate r:id="rIdX1"/><w:rsids><w:rsidRoot w:val="00AB12CD"/></w:rsids></w:settings>'
    more = {
        "docProps/app.xml": f"<Properties><Company>{SECRET}</Company></Properties>",
        "docProps/custom.xml": f"<Properties>{SECRET}</Properties>",
        "docProps/thumbnail.jpeg": SECRET,
        "word/comments.xml": f"<comments>{SECRET}</comments>",
        "word/people.xml": f"<people>{SECRET}</people>",
        "customXml/item1.xml": f"<item>{SECRET}</item>",
        "word/_rels/settings.xml.rels": '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/'
        f'package/2006/relationships">{template}'
        "</Relationships>",
    }
    links = {
        "_rels/.rels": [("extended-properties", "docProps/app.xml"), ("custom-properties", "docProps/custom.xml")],
        "word/_rels/document.xml.rels": [
            ("comments", "comments.xml"),
            ("people", "people.xml"),
            ("customXml", "../customXml/item1.xml"),
        ],
    }
    with zipfile.ZipFile(BASE.find("reference.docx")) as given, zipfile.ZipFile(theme / "reference.docx", "w") as made:
        for name in given.namelist():
            text = given.read(name)
            added = "".join(relationship(at, *link) for at, link in enumerate(links.get(name, ()), start=5))
            text = text.replace(b"</Relationships>", f"{added}</Relationships>".encode())
            if name == "word/settings.xml":
                text = text.replace(b"</w:settings>", settings.encode())
            if name == "word/styles.xml":
                text = text.replace(b"<w:style ", b'<w:style w:rsid="00AB12CD" ', 1)
            if name == "[Content_Types].xml":
                more_types = '<Default Extension="jpeg" ContentType="image/jpeg"/></Types>'
                text = text.replace(b"</Types>", more_types.encode())
            made.writestr(name, text)
        for name, content in more.items():
            made.writestr(name, content)
    return folder


def test_what_word_notes_of_its_makers_is_not_written(tmp_path: Path) -> None:
    dossier = sample_dossier("tr", pieces=1)
    theme = load_theme("own", edited_in_word(tmp_path))
    with zipfile.ZipFile(theme.find("reference.docx")) as given:
        assert b"00AB12CD" in given.read("word/settings.xml")
        assert SECRET.encode() in given.read("word/_rels/settings.xml.rels")
    target = tmp_path / "dossier.docx"
    write_docx(dossier, theme, draw_derivatives(dossier, tmp_path), {}, target)
    assert inspect_makers(target, dossier.author) == ()
    with zipfile.ZipFile(target) as written:
        everything = b"".join(written.read(name) for name in written.namelist())
        assert not {"docProps/app.xml", "word/comments.xml", "customXml/item1.xml"} & set(written.namelist())
    for told in (SECRET.encode(), b"00AB12CD", b"attachedTemplate"):
        assert told not in everything
