"""After a withdrawal neither pixels nor words of a piece stay anywhere but in the evidence."""

import io
import shutil
import zipfile

import pytest
from PIL import Image
from projects import TODAY, cache_of, fixity, load, make_project, photograph, portfolio, rewrite
from test_handed_over import inside, shows

from portfolio.build.forget import ended
from portfolio.build.survey import take_survey
from portfolio.model.events import silent

ALONE, PACKED, KEPT = "navy", "purple", "olive"
WORDS = ("Köprüyü birlikte kurduk", "Sandıktaki resim", "Sevgili günlük", "Yıldızları saydım", "Yukarıdan bakınca")
CONSENT = """\
person;role;scopes;given_on;by;expires_on;withdrawn_on;note
Lina Yıldıztozu;pupil;evaluator print;2025-09-15;father;;{withdrawn};
Emir Devdağ;pupil;evaluator;2025-09-15;father;2027-06-30;;
"""
CAPTIONS = """\
file;caption;people
lina.jpg;Köprüyü birlikte kurduk;Lina Yıldıztozu
emir.jpg;Kuleyi o dikti;Emir Devdağ
günlük.txt;;Lina Yıldıztozu
"""


def packed_photograph(path):
    """A photo in a ZIP, described by a sheet beside it in there."""
    photograph(path.with_suffix(".jpg"), colour=PACKED)
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(path.with_suffix(".jpg"), "sandık.jpg")
        archive.writestr("captions.csv", "file;caption;people\nsandık.jpg;Sandıktaki resim;Lina Yıldıztozu\n")
    path.with_suffix(".jpg").unlink()


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    root = make_project(tmp_path_factory.mktemp("unutma") / "okul")
    folder = root / "evidence" / "3-ogrenciler"
    photograph(folder / "lina.jpg", colour=ALONE)
    photograph(folder / "emir.jpg", colour=KEPT)
    (folder / "günlük.txt").write_text("Sevgili günlük, bugün okulda pek çok şey oldu.", encoding="utf-8")
    (folder / "captions.csv").write_text(CAPTIONS, encoding="utf-8-sig")
    quoted = "Görüş;Kim;İzin\nYıldızları saydım.;Lina Yıldıztozu;evet\n"
    (folder / "görüşler.csv").write_text(quoted, encoding="utf-8-sig")
    (folder / "lina.jpg.yaml").write_text("caption: Köprümüz\n", encoding="utf-8")  # stronger than the sheets
    above = "file;caption;people\n3-ogrenciler/lina.jpg;Yukarıdan bakınca;Lina Yıldıztozu\n"
    (root / "evidence" / "4-rol-model" / "captions.csv").write_text(above, encoding="utf-8-sig")
    packed_photograph(folder / "sandık.zip")
    (root / "consent.csv").write_text(CONSENT.format(withdrawn=""), encoding="utf-8-sig")
    rewrite(root / "portfolio.yaml", "[tr, en]", "[tr]")
    assert portfolio("build", root=root) == 0
    return root


@pytest.fixture
def root(built, tmp_path):
    """A copy of it, to be changed; its cache comes along."""
    shutil.copytree(built, tmp_path / "okul")
    shutil.copytree(cache_of(built), cache_of(tmp_path / "okul"))
    return tmp_path / "okul"


def colours(folder):
    """The colours of all pictures below a folder, whatever their files are called."""
    found = set()
    for path in folder.rglob("*"):
        if path.is_file() and path.read_bytes()[:3] in (b"\xff\xd8\xff", b"\x89PN"):
            picture = Image.open(io.BytesIO(path.read_bytes())).convert("RGB")
            corner = picture.getpixel((picture.width // 20, picture.height // 20))
            for colour in (ALONE, PACKED, KEPT):
                wanted = Image.new("RGB", (1, 1), colour).getpixel((0, 0))
                if max(abs(one - other) for one, other in zip(corner, wanted, strict=True)) < 24:
                    found.add(colour)
    return found


def words_in(folder):
    """Which of WORDS stand in the bytes of the files below a folder, in any encoding that we write."""
    told = b"\n".join(inside(path) for path in folder.rglob("*") if path.is_file())
    spelt = ("utf-8", "utf-16-be", "utf-16-le")
    return {word for word in WORDS if any(word.encode(spelling) in told for spelling in spelt)}


def test_before_everything_is_there(built):
    assert colours(cache_of(built)) == {ALONE, PACKED, KEPT}
    assert words_in(cache_of(built)) == set(WORDS)
    assert shows(built / "output/evaluator/dossier.tr.docx", ALONE)


def test_after_a_withdrawal_nothing_is_left_but_the_evidence(root):
    evidence = fixity(root / "evidence")
    (root / "consent.csv").write_text(CONSENT.format(withdrawn="2026-11-01"), encoding="utf-8-sig")
    for command in (
        "build",
        "collect",
        "map",
        "check",
        "build --draft",
        "review --sheet r.xlsx",
        "review --from-sheet r.xlsx --by K",
    ):
        assert portfolio(*command.split(), root=root) in (0, 8)
        assert colours(cache_of(root)) == {KEPT}, command
        assert words_in(cache_of(root)) == set(), command
    for name in ("evaluator", "print"):
        assert words_in(root / "output" / name) == set()
        assert colours(root / "output" / name) == set()
    dossier = root / "output/evaluator/dossier.tr.docx"
    assert (shows(dossier, ALONE), shows(dossier, PACKED), shows(dossier, KEPT)) == (False, False, True)
    assert fixity(root / "evidence") == evidence


def test_what_only_is_not_known_yet_is_kept(root):
    assert ended(take_survey(load(root), today=TODAY, report=silent)) == ()
    assert portfolio("build", root=root) == 0
    assert portfolio("map", root=root) == 0
    assert words_in(cache_of(root)) == set(WORDS)
    assert colours(cache_of(root)) == {ALONE, PACKED, KEPT}


def test_what_no_document_places_any_more_and_killed_runs_left_is_removed(root):
    cache = cache_of(root)
    (cache / "making-xyz").mkdir()
    (cache / "making-xyz" / "dossier.tr.pdf").write_bytes(b"half a dossier")
    (cache / "derivatives" / f"{'0' * 32}-8x6.jpg").write_bytes(b"\xff\xd8\xff")
    before = {path.name for path in (cache / "derivatives").iterdir()}
    assert portfolio("build", root=root) == 0
    assert {path.name for path in (cache / "derivatives").iterdir()} == before - {f"{'0' * 32}-8x6.jpg"}
    assert not (cache / "making-xyz").exists()


def test_the_derivatives_of_a_draft_stay_for_the_next_one(root):
    assert portfolio("build", "--draft", root=root) == 0
    derivatives = cache_of(root) / "derivatives"
    drafted = {path.name for path in derivatives.iterdir()}
    assert portfolio("build", root=root) == 0
    assert {path.name for path in derivatives.iterdir()} == drafted
