"""What is pasted as text and as HTML that takes the look of the page it is pasted into."""

from dataclasses import replace
from pathlib import Path

from compose.editions import edition_of, photo, piece, project_record, said

from portfolio.compose.paste import compose_paste
from portfolio.model.composed import pictures_in
from portfolio.model.evidence import Kind, ProjectRecord
from portfolio.model.text import local
from portfolio.render.derivatives import Derivative
from portfolio.render.paste import pasted_texts

SIGNS = ProjectRecord(title=said("Fish & <b>Chips</b>"), years=said("2020-2021"))


def texts(*pieces, language="en", watermark=""):
    paste, _ = compose_paste(edition_of(*pieces, language=language))
    derivatives = {
        picture.key: Derivative(
            key=picture.key, path=Path(f"{picture.key}.jpg"), width_px=picture.longest, height_px=450, sha256="0"
        )
        for picture in pictures_in(paste)
    }
    return pasted_texts(replace(paste, watermark=watermark), derivatives, (1200, 630))


def test_the_announcement_is_a_headline_and_paragraphs():
    text = texts()["announcement.txt"]
    headline, *paragraphs = text.split("\n\n")
    assert headline == "We are an eTwinning School 2025-2026"
    assert len(paragraphs) == 5
    assert paragraphs[-1].endswith("European Union.\n")


def test_the_same_as_a_fragment_with_its_link():
    lines = texts()["announcement.html"].splitlines()
    assert lines[0] == "<h2>We are an eTwinning School 2025-2026</h2>"
    assert all(line.startswith("<p>") and line.endswith("</p>") for line in lines[1:])
    assert '<a href="https://isilti.example">https://isilti.example</a>' in lines[-2]


def test_a_project_is_a_block_of_lines_and_a_row():
    made = texts(project_record("a", "model"))
    assert made["projects.txt"] == (
        "Our projects\n\nWhen: 2024-2025\nProject: Işık Avcıları\nPartners’ countries: Italy, Sweden\n"
    )
    assert made["projects.html"] == (
        "<h2>Our projects</h2>\n<table>\n"
        '<tr><th scope="col">When</th><th scope="col">Project</th><th scope="col">Partners’ countries</th></tr>\n'
        "<tr><td>2024-2025</td><td>Işık Avcıları</td><td>Italy, Sweden</td></tr>\n"
        "</table>\n"
    )


def test_signs_of_markup_are_letters():
    assert (
        "<td>Fish &amp; &lt;b&gt;Chips&lt;/b&gt;</td>"
        in texts(piece("a", "model", kind=Kind.PROJECT, project=SIGNS))["projects.html"]
    )


def test_no_list_without_a_project():
    assert set(texts()) == {"announcement.txt", "announcement.html", "pictures.txt"}


def test_each_picture_has_its_files_and_its_words():
    fields = {"caption": said(local("Kites", "en")), "alternative": said(local("Kites in the sky", "en"))}
    assert texts(photo("a", "model", **fields))["pictures.txt"] == (
        "Pictures\n"
        "\n"
        "picture-1-1200.jpg (1200 × 450 px)\n"
        "picture-1-600.jpg (600 × 450 px)\n"
        "Alternative text: Kites in the sky\n"
        "Caption: Kites\n"
        "\n"
        "card.png (1200 × 630 px)\n"
        "Alternative text: Masalköy Işıltı İlkokulu · eTwinning School 2025-2026 · Masalköy, Türkiye\n"
        "On its picture: Kites in the sky\n"
    )


def test_a_draft_says_so_in_every_text():
    made = texts(project_record("a", "model"), watermark="DRAFT")
    assert {name: text.splitlines()[0] for name, text in made.items()} == {
        "announcement.txt": "DRAFT",
        "announcement.html": "<p>DRAFT</p>",
        "projects.txt": "DRAFT",
        "projects.html": "<p>DRAFT</p>",
        "pictures.txt": "DRAFT",
    }
