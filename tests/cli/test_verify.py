"""Whether all is as it was made: each fault is planted, and named; what may not be handed over is not packed."""

import json
import shutil
import zipfile

import bagit
import pytest
from jsonschema import Draft202012Validator
from projects import cache_of, fixity, make_project, photograph, portfolio, rewrite

from portfolio.files.manifest import read_sums
from portfolio.resources import PACKAGE

SCHEMA = json.loads((PACKAGE / "cli" / "schema.json").read_text(encoding="utf-8"))
CONSENT = """\
person;role;scopes;given_on;by;expires_on;withdrawn_on;note
Lina Yıldıztozu;pupil;evaluator print web;2025-09-15;father;2027-06-30;;
"""
PDF, WORD, SITE = "evaluator/dossier.tr.pdf", "evaluator/dossier.tr.docx", "web/site/tr/index.html"
DONE, DIFFERENCES, PROJECT = 0, 10, 3


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A school that shows a pupil with her consent; its dossier, plaque and site in one language."""
    root = make_project(tmp_path_factory.mktemp("doğrula") / "okul")
    photograph(root / "evidence" / "3-ogrenciler" / "lina.jpg", colour="navy", at=(2, 2))
    with (root / "decisions.csv").open("a", encoding="utf-8") as stream:
        stream.write(";3-ogrenciler/lina.jpg;people;Lina Yıldıztozu;Koordinatör;2026-11-01;\n")
    (root / "consent.csv").write_text(CONSENT, encoding="utf-8-sig")
    (root / "pupils.csv").write_text("Öğrenci;Sınıf\nLina Yıldıztozu;3-B\n", encoding="utf-8")
    rewrite(root / "portfolio.yaml", "[tr, en]", "[tr]")
    rewrite(root / "portfolio.yaml", "[dossier, poster-mission, plaque]", "[dossier, plaque, site]")
    assert portfolio("build", root=root) == 0
    return root


@pytest.fixture
def root(built, tmp_path):
    """A copy of it, to be changed; its cache comes along."""
    copy = tmp_path / "okul"
    shutil.copytree(built, copy)
    shutil.copytree(cache_of(built), cache_of(copy))
    return copy


def ask(root, capsys, *arguments, code):
    """What a command answers to programs."""
    capsys.readouterr()
    assert portfolio(*arguments, "--json", root=root) == code
    document = json.loads(capsys.readouterr().out)
    Draft202012Validator(SCHEMA).validate(document)
    return document


def told(document):
    """Which codes are told of which files, notes left out."""
    return {(each["code"], each["file"]) for each in document["problems"] if each["severity"] != "note"}


def flip(path):
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def test_with_nothing_wrong_there_is_one_line_and_nothing_is_written(root, capsys):
    before = fixity(root)
    capsys.readouterr()
    assert portfolio("verify", root=root) == DONE
    assert len(capsys.readouterr().out.splitlines()) == 1
    assert fixity(root) == before
    document = ask(root, capsys, "verify", code=DONE)
    assert document["whole"]
    assert document["problems"] == []
    assert document["artefacts"]["read"] > 5
    assert document["evidence"]["read"] == 6


def test_each_audience_has_its_manifest_and_no_private_name_is_in_it(root):
    for audience in ("evaluator", "print", "web"):
        folder = root / "output" / audience
        sums = read_sums((folder / "manifest-sha256.txt").read_text(encoding="utf-8"))
        there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
        assert set(sums) == there - {"manifest-sha256.txt"}
        assert "lina" not in "".join(sums)


@pytest.mark.parametrize(
    ("plant", "code", "file"),
    [
        (lambda root: flip(root / "output" / PDF), "verify.changed", PDF),
        (lambda root: (root / "output" / WORD).unlink(), "verify.missing", WORD),
        (
            lambda root: (root / "output/print/notlar.txt").write_text("Toplantı", encoding="utf-8"),
            "verify.unexpected",
            "print/notlar.txt",
        ),
        (
            lambda root: flip(root / "evidence/1-ortak-liderlik/toplantı notu.txt"),
            "verify.evidence-changed",
            "1-ortak-liderlik/toplantı notu.txt",
        ),
        (
            lambda root: (root / "evidence/3-ogrenciler/lina.jpg").unlink(),
            "verify.evidence-missing",
            "3-ogrenciler/lina.jpg",
        ),
        (
            lambda root: (root / "evidence/yeni.txt").write_text("Yeni", encoding="utf-8"),
            "verify.evidence-unexpected",
            "yeni.txt",
        ),
        (
            lambda root: (root / "output/web/manifest-sha256.txt").unlink(),
            "verify.no-manifest",
            "web/",
        ),
    ],
    ids=["flipped", "missing", "stray", "evidence changed", "evidence gone", "evidence new", "no manifest"],
)
def test_a_planted_fault_is_named(root, capsys, plant, code, file):
    plant(root)
    document = ask(root, capsys, "verify", code=DIFFERENCES)
    assert (code, file) in told(document)
    assert not document["whole"]


def test_an_edited_document_is_named_and_searched(root, capsys):
    """An edit is allowed; a full name in it is not."""
    edit(root / "output" / WORD, "Masalköy", "Uzakköy")
    assert told(ask(root, capsys, "verify", code=DIFFERENCES)) == {("verify.changed", WORD)}
    edit(root / "output" / WORD, "Uzakköy", "Lina Yıldıztozu")
    found = told(ask(root, capsys, "verify", code=DIFFERENCES))
    assert {("verify.changed", WORD), ("verify.name", WORD)} <= found
    assert told(ask(root, capsys, "export", "--bag", root.parent / "bag", code=PROJECT)) >= {("verify.name", WORD)}
    assert not (root.parent / "bag").exists()


def edit(path, old, new):
    """Replace words in a Word document, as a person would who saves it."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    text = parts["word/document.xml"].decode()
    assert old in text
    parts["word/document.xml"] = text.replace(old, new).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def test_camera_data_in_a_picture_of_the_site_is_named(root, capsys):
    picture = next(iter(sorted((root / "output/web/site/tr").rglob("*.jpg"))))
    photograph(picture, colour="crimson")
    found = told(ask(root, capsys, "verify", code=DIFFERENCES))
    name = picture.relative_to(root / "output").as_posix()
    assert {("verify.changed", name), ("audit.metadata", name), ("verify.picture", name)} <= found
    refused = ask(root, capsys, "export", "--bag", root.parent / "bag", "--audience", "web", code=PROJECT)
    assert {("export.uncleared", "web/"), ("audit.metadata", name)} <= told(refused)


def test_a_consent_that_was_withdrawn_since_is_named_and_nothing_is_packed(root, capsys):
    rewrite(root / "consent.csv", "2027-06-30;;", "2027-06-30;2026-11-15;")
    found = told(ask(root, capsys, "verify", code=DIFFERENCES))
    assert {("verify.uncleared", file) for file in (PDF, WORD, SITE)} <= found
    assert ("export.uncleared", "evaluator/") in told(
        ask(root, capsys, "export", "--bag", root.parent / "b", code=PROJECT)
    )
    assert not (root.parent / "b").exists()
    assert portfolio("build", root=root) == 0
    assert told(ask(root, capsys, "verify", code=DONE)) == set()


def test_when_the_cache_is_lost_the_manifest_still_tells(root, capsys):
    shutil.rmtree(cache_of(root))
    document = ask(root, capsys, "verify", code=DONE)
    assert [each["code"] for each in document["problems"]] == ["verify.forgotten"]
    flip(root / "output" / PDF)
    assert ("verify.changed", PDF) in told(ask(root, capsys, "verify", code=DIFFERENCES))


def test_when_the_cache_was_cleaned_nothing_is_wrong_and_all_can_be_packed(root, capsys, tmp_path):
    shutil.rmtree(cache_of(root) / "derivatives")
    assert told(ask(root, capsys, "verify", code=DONE)) == set()
    assert portfolio("export", "--bag", str(tmp_path / "bag"), root=root) == DONE


def test_a_poster_that_was_asked_for_is_neither_stale_nor_missed_when_it_was_not_wanted(root, capsys):
    assert portfolio("poster", "mission", root=root) == DONE
    document = ask(root, capsys, "verify", code=DONE)
    assert document["problems"] == []
    next((root / "output" / "print" / "posters").glob("*.pdf")).unlink()
    assert portfolio("build", root=root) == DONE
    assert ask(root, capsys, "verify", code=DONE)["problems"] == []


def test_a_build_lists_an_edited_file_as_it_was_written(root, capsys):
    before = (root / "output/evaluator/manifest-sha256.txt").read_bytes()
    edit(root / "output" / WORD, "Masalköy", "Uzakköy")
    assert portfolio("build", root=root) == 0
    assert (root / "output/evaluator/manifest-sha256.txt").read_bytes() == before
    assert told(ask(root, capsys, "verify", code=DIFFERENCES)) == {("verify.changed", WORD)}


def test_what_was_edited_by_hand_in_the_manifest_is_written_anew(root, capsys):
    manifest = root / "output/print/manifest-sha256.txt"
    manifest.write_text("hello\n", encoding="utf-8")
    assert [code for code, _ in told(ask(root, capsys, "verify", code=PROJECT))] == ["verify.manifest"]
    assert portfolio("build", root=root) == 0
    ask(root, capsys, "verify", code=DONE)


def test_a_bag_is_accepted_and_compared(root, capsys):
    bag = root.parent / "başvuru 2027"
    document = ask(root, capsys, "export", "--bag", bag, code=DONE)
    bagit.Bag(str(bag)).validate()
    assert f"evaluator/{document['files'][0]}" in {WORD, PDF}
    assert ask(root, capsys, "diff", bag, code=DONE)["exhibits"] == {"new": [], "gone": [], "renumbered": []}
    assert portfolio("export", "--bag", bag, root=root) == PROJECT  # not empty
    assert portfolio("export", "--bag", root / "output/bag", root=root) == PROJECT

    (root / "evidence/3-ogrenciler/lina.jpg").unlink()
    photograph(root / "evidence/4-rol-model/yeni.jpg", colour="olive", at=(0, 2))
    with (root / "decisions.csv").open("a", encoding="utf-8") as stream:
        stream.write(";4-rol-model/yeni.jpg;people;yok;Koordinatör;2026-11-01;\n")
    assert portfolio("build", root=root) == 0
    capsys.readouterr()
    assert portfolio("diff", bag, root=root) == DIFFERENCES
    assert "dossier.tr.pdf" in capsys.readouterr().out
    found = ask(root, capsys, "diff", bag, code=DIFFERENCES)
    assert found["audiences"][0]["changed"] == ["dossier.tr.docx", "dossier.tr.pdf"]
    assert len(found["exhibits"]["gone"]) == len(found["exhibits"]["new"]) == 1


def test_copies_and_manifests_are_compared_too(root, capsys, tmp_path):
    old = tmp_path / "eski"
    shutil.copytree(root / "output", old)
    (root / "output" / PDF).unlink()
    (root / "output/print/yeni.txt").write_text("Yeni", encoding="utf-8")
    whole = ask(root, capsys, "diff", old, code=DIFFERENCES)
    assert whole["exhibits"] is None
    assert {each["audience"]: (each["new"], each["gone"]) for each in whole["audiences"]} == {
        "evaluator": ([], ["dossier.tr.pdf"]),
        "print": (["yeni.txt"], []),
        "web": ([], []),
    }
    for part in (old / "evaluator", old / "evaluator" / "manifest-sha256.txt"):
        assert ask(root, capsys, "diff", part, code=DIFFERENCES)["audiences"] == whole["audiences"][:1]
    assert portfolio("diff", tmp_path / "yok", root=root) == PROJECT
    assert portfolio("diff", root / "evidence", root=root) == PROJECT


def test_a_whole_folder_can_be_noted_as_handed_over_its_list_aside(root):
    assert portfolio("handed-over", "evaluator", "--to", "Kurum", root=root) == DONE
    assert "manifest" not in (root / "handed-over.csv").read_text(encoding="utf-8-sig")


def test_what_is_gone_from_the_evidence_is_not_packed(root, capsys):
    """Nobody can say any more whether it may be shown: it may have been deleted because somebody asked for it."""
    (root / "evidence/3-ogrenciler/lina.jpg").unlink()
    assert ("verify.gone", PDF) in told(ask(root, capsys, "export", "--bag", root.parent / "bag", code=PROJECT))
    assert not (root.parent / "bag").exists()
