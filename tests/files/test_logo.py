"""A logo: what is one, and how it looks on white."""

import pytest
from PIL import Image

from portfolio.files.logo import LogoLook, is_logo, look_at_logo
from portfolio.files.picture import PictureFault


@pytest.mark.parametrize(
    ("name", "head", "logo"),
    [
        ("a.png", b"\x89PNG\r\n", True),
        ("a.JPG", b"\xff\xd8\xff\xe0", True),
        ("a.svg", b"\xef\xbb\xbf\n<svg/>", True),
        ("a.svg", b"no drawing", False),
        ("a.png", b"\xff\xd8\xff\xe0", False),
        ("a.gif", b"GIF89a", False),
    ],
)
def test_a_logo_is_what_its_name_says(tmp_path, name, head, logo):
    (tmp_path / name).write_bytes(head)
    assert is_logo(tmp_path / name) is logo


def test_what_is_seen_of_a_logo_on_white(tmp_path):
    picture = Image.new("RGBA", (40, 20), "#FFFFFF00")
    picture.paste("#102030", (0, 0, 10, 20))
    picture.save(tmp_path / "a.png")
    assert look_at_logo(tmp_path / "a.png") == LogoLook(width=40, height=20, dark="#102030")
    Image.new("RGBA", (40, 20), "#10203000").save(tmp_path / "a.png")  # nothing is
    assert look_at_logo(tmp_path / "a.png").dark == "#FFFFFF"
    assert look_at_logo(tmp_path / "a.svg") is None


def test_a_damaged_one(tmp_path):
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n")
    with pytest.raises(PictureFault):
        look_at_logo(tmp_path / "a.png")
