"""An SVG opened again: each rule seen failing by a planted fault."""

import io
from base64 import b64encode

import pytest
from PIL import Image

from portfolio.audit.guard import Guard
from portfolio.audit.search import search
from portfolio.audit.svg import inspect_svg
from portfolio.model.artefact import Format
from portfolio.model.sheet import PageGeometry
from portfolio.namerule import NameRule

PLATE = PageGeometry(width=300, height=200)
SVG = """<svg xmlns="http://www.w3.org/2000/svg" width="300mm" height="200mm" viewBox="0 0 300 200">
<title>Plaket – Masalköy Işıltı İlkokulu</title>
<path d="M0 0L1 1Z"/>
</svg>"""


def written(tmp_path, change=("", "")):
    path = tmp_path / "plaque.tr.svg"
    path.write_text(SVG.replace(*change), encoding="utf-8")
    return path


def codes(problems):
    return [problem.code for problem in problems]


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (("", ""), []),
        (('"300mm"', '"30cm"'), ["audit.svg-size"]),
        (('"200mm"', '"210mm"'), ["audit.svg-size"]),
        (("<path", "<text>Okul</text><path"), ["audit.svg-parts"]),
        (("<path", "<style>p { color: red }</style><path"), ["audit.svg-parts"]),
    ],
)
def test_size_and_shapes(change, found, tmp_path):
    assert codes(inspect_svg(written(tmp_path, change), PLATE)) == found


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (("", ""), []),
        (("Masalköy", "ayse.yilmaz@example.org, Masalköy"), ["audit.personal.mail"]),
        (('"M0', '"M0" id="ayse.yilmaz@example.org" x="'), ["audit.personal.mail"]),
        (("</svg>", ""), ["audit.unreadable"]),
        (("<path", '<image href="https://isilti.example/a.png"/><path'), ["audit.picture"]),
    ],
)
def test_what_may_not_be_told_is_found(change, found, tmp_path):
    guard = Guard(names=NameRule(()), country="TR")
    assert codes(search(written(tmp_path, change), Format.SVG, guard)) == found


def test_a_picture_that_nobody_cleared_is_found(tmp_path):
    data = io.BytesIO()
    Image.linear_gradient("L").convert("RGB").save(data, "PNG")
    image = f'<image href="data:image/png;base64,{b64encode(data.getvalue()).decode()}"/>'
    path = written(tmp_path, ("<path", f"{image}<path"))
    assert codes(search(path, Format.SVG, Guard(names=NameRule(()), country="TR"))) == ["audit.picture"]
