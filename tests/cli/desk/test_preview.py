"""The page of the dossier on which a piece lands, as a draft that is kept nowhere."""

import io

import pytest
from desks import ask
from PIL import Image
from projects import make_project, rewrite
from reviews import OPEN_DAY


@pytest.fixture
def desk(tmp_path):
    root = make_project(tmp_path / "okul")
    rewrite(root / "portfolio.yaml", "  country: TR", "  country: TR\n  coordinator: Elif Uçanhalı")
    return ask(root)


def piece(desk, file):
    return next(id for id, item in desk.desk.look().items.items() if file in item.files)


def test_the_page_is_drawn_once_and_nothing_of_it_lies_on_disk(desk):
    item = piece(desk, OPEN_DAY)
    assert "No. 4.1" in desk.get(f"preview/{item}").text
    first = desk.get(f"preview/{item}/page.png")
    assert first.mimetype == "image/png"
    page = Image.open(io.BytesIO(first.data))
    assert page.size[0] in range(990, 1001)
    assert (255, 215, 0) in {colour for _, colour in page.getcolors(2**24)}  # gold, of the photo
    assert desk.get(f"preview/{item}/page.png").data == first.data
    assert not [path for path in desk.desk.cache.rglob("*") if path.name.startswith("making-")]


def test_what_changes_changes_the_page(desk):
    item = piece(desk, OPEN_DAY)
    first = desk.get(f"preview/{item}/page.png").data
    caption = {"shown.caption.tr": "", "text.caption.tr": "Komşular geldi"}
    assert desk.post(f"piece/{item}", caption).status_code == 302
    assert desk.get(f"preview/{item}/page.png").data != first


def test_nothing_else_is_shown(desk):
    assert desk.get("preview/E-0000000000").status_code == 404
    assert desk.get(f"preview/{piece(desk, OPEN_DAY)}?language=../x").status_code == 404
