"""What a school pastes, from its evidence to the files of a folder."""

import csv
import io

import pytest
from artefacts import shows
from PIL import Image
from projects import copy_demo, digests, fixity, make_project, photograph, portfolio, rewrite

from portfolio.audit.pictures import metadata_in
from portfolio.files.picture import look_of

FILES = {
    "announcement.html",
    "announcement.txt",
    "card.png",
    "picture-1-1200.jpg",
    "picture-1-600.jpg",
    "pictures.txt",
    "projects.html",
    "projects.txt",
}
FOLDER = "output/web/paste"


@pytest.fixture
def root(tmp_path):
    made = make_project(tmp_path / "school")
    rewrite(made / "portfolio.yaml", "[dossier, poster-mission, plaque]", "[paste]")
    photograph(made / "evidence" / "4-rol-model" / "açık kapı günü.jpg", size=(1600, 1200))
    return made


def names(folder):
    return {path.name for path in folder.iterdir()}


def test_a_folder_for_each_language_with_all_its_files(root):
    assert portfolio("build", root=root) == 0
    for language in ("tr", "en"):
        assert names(root / FOLDER / language) == FILES
    for name, size in (
        ("picture-1-1200.jpg", (1200, 900)),
        ("picture-1-600.jpg", (600, 450)),
        ("card.png", (1200, 630)),
    ):
        data = (root / FOLDER / "tr" / name).read_bytes()
        assert Image.open(io.BytesIO(data)).size == size
        assert metadata_in(data) == ()
    text = (root / FOLDER / "tr" / "announcement.txt").read_bytes()
    assert text.startswith("\ufeffOkulumuz 2025-2026 yılları için eTwinning Okulu oldu\r\n\r\n".encode())


def test_of_two_photos_only_the_one_that_may_be_shown(root):
    assert portfolio("build", root=root) == 0
    pictures = [path for path in (root / FOLDER / "tr").iterdir() if path.suffix == ".jpg"]
    assert all(shows(path, "teal") for path in pictures)
    assert not any(shows(path, "crimson") for path in pictures)


def test_what_is_covered_is_covered_in_every_picture(root):
    with (root / "decisions.csv").open("a", encoding="utf-8") as file:
        csv.writer(file, delimiter=";").writerow(
            ("", "4-rol-model/açık kapı günü.jpg", "redact", "0% 0% 50% 50%", "Koordinatör", "2026-11-01", "")
        )
    assert portfolio("build", root=root) == 0
    for name in ("picture-1-1200.jpg", "picture-1-600.jpg"):
        with Image.open(root / FOLDER / "tr" / name) as picture:
            assert max(picture.getpixel((picture.width // 5, picture.height // 5))) < 30


def test_the_next_build_makes_nothing_and_another_folder_gives_the_same_bytes(root, tmp_path):
    assert portfolio("build", root=root) == 0
    first = fixity(root / FOLDER)
    assert portfolio("build", "--only", "paste", root=root) == 0
    assert fixity(root / FOLDER) == first
    other = make_project(tmp_path / "elsewhere")
    rewrite(other / "portfolio.yaml", "[dossier, poster-mission, plaque]", "[paste]")
    photograph(other / "evidence" / "4-rol-model" / "açık kapı günü.jpg", size=(1600, 1200))
    assert portfolio("build", root=other) == 0
    assert digests(other / FOLDER) == digests(root / FOLDER)


def test_when_the_label_has_ended_the_folder_says_so(root):
    assert portfolio("build", root=root) == 0
    rewrite(root / "portfolio.yaml", "{status: held, years: 2025-2026}", "{status: expired, years: 2023-2024}")
    assert portfolio("build", root=root) == 0
    text = (root / FOLDER / "en" / "announcement.txt").read_text(encoding="utf-8-sig")
    assert text.startswith("We go on working in eTwinning\n")


def test_a_folder_with_an_edited_file_is_kept_and_the_new_one_stands_beside(root):
    assert portfolio("build", root=root) == 0
    mine = root / FOLDER / "tr" / "announcement.txt"
    mine.write_text("Bizim sözlerimiz\n", encoding="utf-8")
    rewrite(root / "portfolio.yaml", "years: 2025-2026", "years: 2026-2027")
    assert portfolio("build", root=root) == 0
    assert mine.read_text(encoding="utf-8") == "Bizim sözlerimiz\n"
    assert names(root / FOLDER / "tr.new") == FILES


def test_a_draft_is_the_schools_alone_and_says_so(root):
    assert portfolio("build", "--draft", root=root) == 0
    assert not (root / "output" / "web").exists()
    folder = root / "output" / "private" / "paste" / "en"
    assert (folder / "announcement.txt").read_text(encoding="utf-8-sig").startswith("DRAFT – do not distribute\n")


def test_a_pack_without_numbers_and_a_school_without_anything(root):
    folder = root / "frameworks" / "etwinning-school"
    folder.mkdir(parents=True)
    (folder / "numbers.yaml").write_text("numbers: []\n", encoding="utf-8")
    for path in (root / "evidence").rglob("*.*"):
        path.unlink()
    assert portfolio("build", root=root) == 0
    assert names(root / FOLDER / "en") == {"announcement.html", "announcement.txt", "card.png", "pictures.txt"}
    assert "1,200,000" not in (root / FOLDER / "en" / "announcement.txt").read_text(encoding="utf-8-sig")


def test_what_fails_leaves_the_old_folder_whole(root):
    assert portfolio("build", root=root) == 0
    first = fixity(root / FOLDER)
    theme = root / "templates" / "own"
    (theme / "card").mkdir(parents=True)
    (theme / "theme.yaml").write_text("parent: base\n", encoding="utf-8")
    (theme / "card" / "card.html.j2").write_text("{{ nothing.of.this }}", encoding="utf-8")
    with (root / "portfolio.yaml").open("a", encoding="utf-8") as settings:
        settings.write("theme: own\n")
    assert portfolio("build", root=root) != 0
    assert fixity(root / FOLDER) == first


def test_the_demo_schools_folder(tmp_path):
    root = copy_demo(tmp_path, languages="tr", artefacts="paste")
    assert portfolio("build", root=root) == 0
    folder = root / FOLDER / "tr"
    pictures = sorted(path.name for path in folder.glob("*.jpg"))
    assert pictures == [f"picture-{number}-{px}.jpg" for number in (1, 2, 3, 4) for px in (1200, 600)]
    assert len({look_of((folder / name).read_bytes()) for name in pictures[::2]}) == 4
    assert (folder / "projects.html").read_text(encoding="utf-8-sig").count("<tr>") == 9
