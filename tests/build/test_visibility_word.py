"""The rules of EU visibility over Word documents of ours: each fault planted, and nothing found in what we make."""

import re
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from compose.editions import project
from docx import Document
from docx.shared import Cm, Pt
from PIL import Image, ImageDraw
from render.infosheets import sheet_of
from render.samples import draw_derivatives, sample_dossier
from standings import APPLYING, GRANT, HELD, THEME, TODAY, standing

from portfolio.audit.docx import inspect_docx
from portfolio.build.visibility import lint
from portfolio.build.visibility_check import lint_foreign
from portfolio.model.lockup import Artwork
from portfolio.model.project import Funding, FundingBasis, Label, LabelStatus
from portfolio.model.text import Phrase
from portfolio.render.docx import write_docx
from portfolio.render.info_docx import write_info_docx
from portfolio.visibility.emblem import star, star_centres
from portfolio.visibility.lockup import find_lockup
from portfolio.visibility.statements import read_eu_texts

STORY = "word/document.xml"
EMU = 36_000
STATEMENT = "the European Union</w:t>"


def made(kind, language, folder, *, logos=None, funding=GRANT, **changes):
    """A document of ours with a lock-up, and the path to which it is written."""
    given, _ = find_lockup(funding, HELD, language, today=TODAY)
    given = replace(given, **changes)
    target = folder / f"{kind}.{language}.docx"
    if kind == "dossier":
        document = sample_dossier(language, pieces=3, lockup=given)
        document = replace(document, cover=replace(document.cover, logos=tuple(logos or {})))
        said = write_docx(document, THEME, draw_derivatives(document, folder), logos or {}, target)
    else:
        document = replace(sheet_of(language=language), lockup=given, logos=tuple(logos or {}))
        said = write_info_docx(document, THEME, draw_derivatives(document, folder), logos or {}, target)
    assert said == ()
    return document, target


@pytest.fixture
def logo(tmp_path):
    Image.new("RGB", (600, 400), "#AA3300").save(tmp_path / "logo.png")
    return {"logo.png": tmp_path / "logo.png"}


def codes(problems):
    assert all(problem.where for problem in problems)
    return {problem.code.removeprefix("visibility.") for problem in problems}


def change(path, member, old, new):
    """A part of a document with something else in it, which must have been there."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    text = parts[member].decode()
    changed = re.sub(old, lambda _: new, text, count=1) if isinstance(old, re.Pattern) else text.replace(old, new)
    assert changed != text, old
    parts[member] = changed.encode()
    write(path, parts)


def write(path, parts):
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def put_picture(path, image):
    """Another picture in place of the emblem, which is the only PNG."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    (emblem,) = (name for name in parts if name.startswith("word/media/") and name.endswith(".png"))
    data = BytesIO()
    image.save(data, "PNG")
    parts[emblem] = data.getvalue()
    write(path, parts)


def flag(field="#003399", stars="#FFCC00", count=12, height=331):
    image = Image.new("RGB", (round(6 * height), 4 * height), field)
    for centre in star_centres()[:count]:
        corners = [(x * 4 * height, y * 4 * height) for x, y in star(centre)]
        ImageDraw.Draw(image).polygon(corners, fill=stars)
    return image.reduce(4)


def resize(path, width, height, found=(21, 14)):
    """Another size in mm for the pictures of one."""
    sizes = [f'cx="{round(w * EMU)}" cy="{round(h * EMU)}"' for w, h in (found, (width, height))]
    change(path, STORY, *sizes)


@pytest.mark.parametrize("language", ["en", "tr", "sv"])
@pytest.mark.parametrize("kind", ["dossier", "info-sheet"])
def test_nothing_is_wrong_with_what_we_make(kind, language, logo, tmp_path):
    document, path = made(kind, language, tmp_path, logos=logo)
    assert lint(path, document, standing(), THEME, logo) == ()
    # The same file is wrong when nothing allows the emblem any more, so it was looked at.
    assert codes(lint(path, document, standing(Funding(basis=FundingBasis.NONE)), THEME, logo)) == {"basis-none"}


@pytest.mark.parametrize("kind", ["dossier", "info-sheet"])
def test_a_statement_written_from_the_right_stands_beside_the_flag(kind, tmp_path):
    words = read_eu_texts()["ar"]
    statement = Phrase(text=words.funded.text, language="ar")
    second = Phrase(text=read_eu_texts()["en"].funded.text, language="en")
    for changes in ({}, {"second": second}):
        document, path = made(kind, "en", tmp_path, statement=statement, names=(words.name,), disclaimer="", **changes)
        assert lint(path, document, standing(), THEME, {}) == ()
        assert inspect_docx(path, document) == ()


RUN = re.compile(r"<w:r>(?=<w:t[^>]*>Funded by</w:t>)")
PLANTED = {
    "less than a centimetre high": ("low", lambda path: resize(path, 14.7, 9.8)),
    "a flag that is stretched": ("stretched", lambda path: resize(path, 18, 14)),
    "a wrong blue": ("colour", lambda path: put_picture(path, flag(field="#0033AA"))),
    "a yellow with a slip of the pen": ("colour", lambda path: put_picture(path, flag(stars="#E1CC00"))),
    "eleven stars": ("stars", lambda path: put_picture(path, flag(count=11))),
    "no flag at all": ("missing", lambda path: put_picture(path, Image.new("RGB", (300, 200), "#AA3300"))),
    "the Union's name cut short": ("statement-short", lambda path: change(path, STORY, STATEMENT, "the EU</w:t>")),
    "a letter too few": ("statement", lambda path: change(path, STORY, STATEMENT, "the European Unio</w:t>")),
    "co-funded for funded": ("statement-share", lambda path: change(path, STORY, ">Funded by<", ">Co-funded by<")),
    "another typeface": (
        "typeface",
        lambda path: change(path, STORY, RUN, '<w:r><w:rPr><w:rFonts w:ascii="Comic Sans MS"/></w:rPr>'),
    ),
    "italics": ("slanted", lambda path: change(path, STORY, RUN, "<w:r><w:rPr><w:i/></w:rPr>")),
    "a line below the letters": (
        "underlined",
        lambda path: change(path, STORY, RUN, '<w:r><w:rPr><w:u w:val="single"/></w:rPr>'),
    ),
    "small letters": ("type-small", lambda path: change(path, STORY, RUN, '<w:r><w:rPr><w:sz w:val="16"/></w:rPr>')),
    "red letters": (
        "statement-colour",
        lambda path: change(path, STORY, RUN, '<w:r><w:rPr><w:color w:val="CC0000"/></w:rPr>'),
    ),
    "a disclaimer that ends too early": (
        "disclaimer",
        lambda path: change(path, STORY, "can be held responsible for them.", "can be held"),
    ),
    "the claim of a label that is not held": (
        "claim",
        lambda path: change(path, STORY, "eTwinning School 2025-2026", "WE ARE AN ETWINNING SCHOOL"),
    ),
}


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_found_and_nothing_else(fault, tmp_path):
    code, plant = PLANTED[fault]
    document, path = made("dossier", "en", tmp_path)
    plant(path)
    assert codes(lint(path, document, standing(label=APPLYING if code == "claim" else HELD), THEME, {})) == {code}


def test_a_logo_is_no_larger_than_the_emblem(logo, tmp_path):
    Image.new("RGB", (500, 400), "#AA3300").save(logo["logo.png"])
    document, path = made("dossier", "en", tmp_path, logos=logo)
    resize(path, 30, 24, found=(17.5, 14))
    assert codes(lint(path, document, standing(), THEME, logo)) == {"logo-larger"}


def test_what_stands_right_above_the_flag_is_too_near(tmp_path):
    document, path = made("dossier", "en", tmp_path)
    gap = re.compile(r'<w:p><w:pPr><w:pStyle w:val="Gap"/><w:spacing w:before="\d+"/></w:pPr></w:p>(?=<w:tbl>)')
    change(path, STORY, gap, "<w:p><w:r><w:t>Open day</w:t></w:r></w:p>")
    assert codes(lint(path, document, standing(), THEME, {})) == {"crowded"}


def test_official_artwork_is_judged_by_its_size(tmp_path):
    Image.new("RGB", (1380, 306), "#003399").save(tmp_path / "EN.png")
    files = {"EN.png": tmp_path / "EN.png"}
    document, path = made("dossier", "en", tmp_path, logos=files, artwork=Artwork(name="EN.png", shape=1380 / 306))
    document = replace(document, cover=replace(document.cover, logos=()))
    assert codes(lint(path, document, standing(), THEME, files)) == set()


def test_a_label_that_has_ended_is_named_on_the_cover_and_not_behind_it(tmp_path):
    ended = Label(status=LabelStatus.HELD, years="2023-2024")
    document, path = made("dossier", "en", tmp_path)
    change(path, STORY, "eTwinning School 2025-2026", "eTwinning School 2023-2024")
    assert codes(lint(path, document, standing(label=ended), THEME, {})) == {"years"}


def test_a_document_that_cannot_be_opened_is_named(tmp_path):
    document, path = made("dossier", "en", tmp_path)
    path.write_bytes(b"PK and nothing more")
    assert codes(lint(path, document, standing(), THEME, {})) == {"unreadable"}


def theirs(folder, *, statement="Funded by the European Union", face="Calibri", size=1.2):
    """A document as a person makes it in Word: the flag as a picture, the statement behind it in the same line."""
    document, data = Document(), BytesIO()
    flag().save(data, "PNG")
    line = document.add_paragraph()
    line.add_run().add_picture(data, height=Cm(size))
    said = line.add_run(f" {statement}")
    said.font.name, said.font.size = face, Pt(12)
    document.save(folder / "theirs.docx")
    return folder / "theirs.docx"


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, set()),
        ({"size": 0.8}, {"low"}),
        ({"face": "Comic Sans MS"}, {"typeface"}),
        ({"statement": "Funded by the EU"}, {"statement-short"}),
    ],
)
def test_a_document_of_somebody_elses_is_judged_as_far_as_it_can_be(changes, found, tmp_path):
    funding = Funding(basis=FundingBasis.LABEL, prescribed_by="a letter of 1 October 2026")
    said = lint_foreign([theirs(tmp_path, **changes)], project(funding=funding, label=HELD), THEME, TODAY)
    assert codes(said) - {"picture"} == found
