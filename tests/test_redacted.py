"""A redacted picture from the school's folder to what is handed over: what lay in the box is in no file."""

import io
import zipfile
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from projects import cache_of, make_project, portfolio

PHOTO = "4-rol-model/açık kapı günü.jpg"
MAGENTA = (255, 0, 255)
# The face lies from 50 % to 75 % of the width and from 25 % to 75 % of the height.
FACE = (600, 225, 900, 675)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = make_project(tmp_path / "okul")
    picture = Image.new("RGB", (1200, 900), "teal")
    ImageDraw.Draw(picture).rectangle(FACE, fill=MAGENTA)
    picture.save(root / "evidence" / PHOTO, "JPEG", quality=95)
    return root


def decide(root: Path, *lines: str) -> None:
    text = "id;file;field;value\n" + "".join(f";{PHOTO};{line}\n" for line in lines)
    (root / "decisions.csv").write_text(text, encoding="utf-8")


def pictures(root: Path) -> list[Image.Image]:
    """Every photo in the Word files of output/ and among the derivatives in the cache."""
    found = []
    for path in (root / "output").rglob("*.docx"):
        with zipfile.ZipFile(path) as archive:
            found += [archive.read(name) for name in archive.namelist() if name.endswith((".jpg", ".jpeg"))]
    found += [path.read_bytes() for path in (cache_of(root) / "derivatives").glob("*.jpg")]
    return [Image.open(io.BytesIO(data)).convert("RGB") for data in found]


def shows_the_face(picture: Image.Image) -> bool:
    return any(red > 150 and blue > 150 and green < 90 for _, (red, green, blue) in picture.getcolors(1 << 20))  # type: ignore[misc, union-attr]


def test_what_is_covered_is_in_no_file_that_is_made(root: Path) -> None:
    decide(root, "people;tanınmıyor")
    assert portfolio("build", root=root) == 0
    assert any(map(shows_the_face, pictures(root)))  # so the test would see it
    for path in (cache_of(root) / "derivatives").iterdir():
        path.unlink()
    decide(root, "people;tanınmıyor", "cover;%50 %25 %25 %50")
    assert portfolio("build", root=root) == 0
    made = pictures(root)
    assert made
    assert not any(map(shows_the_face, made))


def test_a_box_that_cannot_be_read_shows_the_picture_to_nobody_not_even_in_a_draft(root: Path, capsys) -> None:
    decide(root, "people;tanınmıyor", "cover;soldaki yüz")
    assert portfolio("build", root=root) == 0
    assert "decisions.csv:3" in capsys.readouterr().out.replace("decisions.csv, line 3", "decisions.csv:3")
    assert portfolio("build", "--draft", root=root) == 0
    assert not any(map(shows_the_face, pictures(root)))
