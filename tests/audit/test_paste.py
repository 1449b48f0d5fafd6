"""Whatever is wrong in a folder to paste is found: a name, a look, a picture, a file too many."""

import hashlib
import io
from pathlib import Path

import pytest
from compose.editions import edition_of, photo, project_record
from PIL import Image, ImageDraw, PngImagePlugin

from portfolio.audit.guard import Guard
from portfolio.audit.paste import inspect_paste
from portfolio.compose.paste import compose_paste
from portfolio.files.picture import look_of
from portfolio.namerule import NameRule
from portfolio.nameways import person_name
from portfolio.render.derivatives import Derivative
from portfolio.render.paste import pasted_texts

NAME = "Ayşe Gizli"
RULE = NameRule([name for name in (person_name(NAME),) if name])
SIZES = {"picture-1-1200.jpg": (120, 90), "picture-1-600.jpg": (60, 45), "card.png": (120, 63)}


def drawn(size, colour, form, **more):
    picture = Image.new("RGB", size, "white")
    ImageDraw.Draw(picture).ellipse((0, 0, size[0] // 2, size[1] // 2), fill=colour)
    data = io.BytesIO()
    picture.save(data, form, **more)
    return data.getvalue()


@pytest.fixture
def folder(tmp_path):
    """A folder with all its files, what it was made from, and the guard that lets it pass."""
    paste, _ = compose_paste(edition_of(photo("a", "model"), project_record("b", "model"), language="en"))
    derivatives = {
        each.key: Derivative(key=each.key, path=Path("a.jpg"), width_px=1, height_px=1, sha256="")
        for each in paste.placed
    }
    for name, text in pasted_texts(paste, derivatives, (1200, 630)).items():
        (tmp_path / name).write_text(text, encoding="utf-8-sig", newline="\r\n")
    for name, size in SIZES.items():
        (tmp_path / name).write_bytes(drawn(size, "teal", "PNG" if name.endswith("png") else "JPEG"))
    return tmp_path, paste, guard_for(tmp_path)


def guard_for(folder):
    files = [(folder / name).read_bytes() for name in SIZES]
    return Guard(
        names=RULE,
        country="TR",
        pictures=frozenset(hashlib.sha256(data).hexdigest() for data in files),
        looks=frozenset(map(look_of, files)),
    )


def found(folder, guard=None):
    path, paste, whole = folder
    return {(problem.code, problem.where.file) for problem in inspect_paste(path, paste, SIZES, guard or whole)}


def rewrite(path, old, new):
    text = path.read_text(encoding="utf-8-sig")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8-sig")


def test_nothing_is_wrong_with_what_was_made(folder):
    assert found(folder) == set()


@pytest.mark.parametrize(
    ("file", "planted", "code"),
    [
        ("announcement.html", '<p style="color: red">', "audit.markup"),
        ("announcement.html", '<p class="big">', "audit.markup"),
        ("announcement.html", "<p><script>alert(1)</script>", "audit.markup"),
        ("announcement.html", "<style>p {color: red}</style><p>", "audit.markup"),
        ("announcement.html", '<p><img src="https://example.org/a.png">', "audit.markup"),
        ("announcement.html", '<link rel="stylesheet" href="https://example.org/a.css"><p>', "audit.markup"),
        ("announcement.html", "<!-- made by us --><p>", "audit.markup"),
        ("announcement.html", "<!DOCTYPE html><p>", "audit.markup"),
        ("announcement.html", "<?php 1 ?><p>", "audit.markup"),
        ("announcement.html", '<p><a href="javascript:alert(1)">a</a>', "audit.address"),
        ("announcement.html", '<p><a href="mailto:a@example.org">a</a>', "audit.address"),
        ("announcement.html", '<p><a href="report.pdf">a</a>', "audit.address"),
        ("announcement.html", f"<p>{NAME}", "audit.name"),
        ("announcement.html", "<p>Ay&#351;e <a>Gizli</a>", "audit.name"),
        ("announcement.html", '<p><a href="https://example.org/ay%C5%9Fe-gizli">a</a>', "audit.name"),
        ("projects.html", f'<p><a href="https://example.org">{NAME}</a>', "audit.name"),
        ("projects.html", '<table scope="col">', "audit.markup"),
        ("projects.html", '<table border="1">', "audit.markup"),
    ],
)
def test_a_fault_in_a_fragment_is_found(folder, file, planted, code):
    rewrite(folder[0] / file, "<p>" if file == "announcement.html" else "<table>", planted)
    assert (code, file) in found(folder)


@pytest.mark.parametrize("file", ["announcement.txt", "projects.txt", "pictures.txt"])
@pytest.mark.parametrize(
    ("planted", "code"),
    [(NAME, "audit.name"), ("AYSE GIZLI", "audit.name"), ("0532 123 45 67", "audit.personal.phone")],
)
def test_what_a_text_may_not_tell_is_found(folder, file, planted, code):
    with (folder[0] / file).open("a", encoding="utf-8") as text:
        text.write(f"\n{planted}\n")
    assert found(folder) == {(code, file)}


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("announcement.txt", "We are an eTwinning School"),
        ("announcement.html", "part of Erasmus+"),
        ("projects.txt", "Işık Avcıları"),
        ("projects.html", "Sweden"),
        ("pictures.txt", "Alternative text: Masalköy"),
    ],
)
def test_a_text_that_is_not_there_as_composed_is_found(folder, file, words):
    rewrite(folder[0] / file, words, "")
    assert found(folder) == {("audit.field", file)}


def test_a_file_that_is_missing_or_one_too_many_is_found(folder):
    (folder[0] / "projects.txt").unlink()
    (folder[0] / "list.xlsx").write_bytes(b"")
    assert found(folder) == {("audit.files", "projects.txt"), ("audit.files", "list.xlsx")}


def exif():
    tags = Image.Exif()
    tags[0x010F] = "Masalcam"
    return tags


def written():
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", "Somebody")
    return info


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("picture-1-1200.jpg", lambda: drawn((120, 90), "teal", "JPEG", exif=exif())),
        ("picture-1-1200.jpg", lambda: drawn((120, 90), "teal", "JPEG", comment=b"Masalcam")),
        ("picture-1-600.jpg", lambda: drawn((60, 45), "teal", "JPEG", dpi=(300, 300))),
        ("card.png", lambda: drawn((120, 63), "teal", "PNG", pnginfo=written())),
        ("card.png", lambda: drawn((120, 63), "teal", "PNG", exif=exif())),
    ],
)
def test_what_a_picture_tells_beside_what_is_seen_is_found(folder, name, data):
    (folder[0] / name).write_bytes(data())
    assert found(folder, guard_for(folder[0])) == {("audit.metadata", name)}


@pytest.mark.parametrize("name", list(SIZES))
def test_a_picture_of_another_size_is_found(folder, name):
    width, height = SIZES[name]
    form = "PNG" if name.endswith("png") else "JPEG"
    (folder[0] / name).write_bytes(drawn((width + 1, height), "teal", form))
    assert found(folder, guard_for(folder[0])) == {("audit.pixels", name)}


@pytest.mark.parametrize("name", list(SIZES))
def test_a_picture_that_was_not_made_for_it_is_found(folder, name):
    picture = Image.linear_gradient("L").resize(SIZES[name]).rotate(180)
    picture.convert("RGB").save(folder[0] / name)
    assert found(folder) == {("audit.picture", name)}


def test_what_cannot_be_opened_is_found(folder):
    (folder[0] / "card.png").write_bytes(b"no picture")
    assert found(folder) == {("audit.unreadable", "card.png")}
