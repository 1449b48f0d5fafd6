"""What is read of an SVG, and what is refused."""

import pytest

from portfolio.audit.filemarks import read_file_marks
from portfolio.files.fault import FileFault
from portfolio.model.marks import Box

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" width="300mm" height="200mm" viewBox="0 0 150 100">'


@pytest.fixture
def shapes(tmp_path):
    def read(content):
        (tmp_path / "x.svg").write_text(f"{HEAD}{content}</svg>", encoding="utf-8")
        return read_file_marks(tmp_path / "x.svg").pages[0].shapes

    return read


def test_a_path_stands_in_mm_with_its_colours(shapes):
    (shape,) = shapes('<path d="M10 10L20 10L20 20L10 20Z" fill="#003399"/>')
    assert (shape.box, shape.fill, shape.stroke) == (Box(20, 20, 40, 40), (0, 0.2, 0.6), None)
    assert shape.outlines == (((20, 20), (40, 20), (40, 40), (20, 40)),)


def test_a_path_of_several_has_an_outline_for_each_but_for_curves(shapes):
    (shape,) = shapes('<path d="M0 0L1 0L1 1ZM5 5L6 5L6 6L5 5ZM0 0C1 1 2 2 3 3Z"/>')
    assert [len(outline) for outline in shape.outlines] == [3, 3]


def test_a_clip_cuts(shapes):
    clip = '<defs><clipPath id="c"><path d="M0 0L15 0L15 15L0 15Z"/></clipPath></defs>'
    (shape,) = shapes(f'{clip}<g clip-path="url(#c)"><path d="M10 10L20 10L20 20L10 20Z"/></g>')
    assert shape.box == Box(20, 20, 30, 30)


@pytest.mark.parametrize(
    "content",
    [
        '<use href="#a"/>',
        "<text>x</text>",
        '<path d="m0 0l1 1"/>',
        '<path d="M0 0L1"/>',
        '<path d="M0 0A1 1 0 0 0 1 1"/>',
        '<path d="M0 0L1 1" fill="red"/>',
        '<g transform="scale(2)"><path d="M0 0L1 1"/></g>',
        '<g clip-path="url(#none)"/>',
        '<image href="https://example.org/a.png"/>',
        "<path",
    ],
)
def test_what_is_not_known_is_refused(content, shapes):
    with pytest.raises(FileFault):
        shapes(content)
