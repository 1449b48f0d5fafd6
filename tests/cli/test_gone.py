"""Evidence that is renamed, edited or deleted after somebody has spoken of it: what `map` and `explain` tell."""

import json
import shutil

import pytest
from projects import make_project, photograph, portfolio, rewrite

from portfolio.errors import ExitCode

PHOTO = "4-rol-model/tören.jpg"


@pytest.fixture
def root(tmp_path):
    root = make_project(tmp_path / "okul")
    photograph(root / "evidence" / PHOTO, colour="plum", at=(1, 1))
    with (root / "decisions.csv").open("a", encoding="utf-8") as stream:
        stream.write(f";{PHOTO};hero;evet;Koordinatör;2026-11-01;\n")
    return root


def told(capsys, root, *words, code=None):
    capsys.readouterr()
    found = portfolio(*words, "--json", root=root)
    document = json.loads(capsys.readouterr().out)
    assert code is None or found == code
    return document


def id_of(capsys, root):
    pieces = told(capsys, root, "map")["pieces"]
    return next(each["id"] for each in pieces if PHOTO in each["files"])


def codes(document):
    return [each["code"] for each in document["problems"] if not each["code"].startswith("file.")]


def test_a_renamed_file_is_told_by_map_and_by_explain_of_either_name(root, capsys):
    piece = id_of(capsys, root)
    (root / "evidence" / PHOTO).rename(root / "evidence" / "4-rol-model" / "kapılar.jpg")
    portfolio("map", root=root)
    assert f"4-rol-model/kapılar.jpg” now ({piece})" in capsys.readouterr().out
    assert "decision.moved" in codes(told(capsys, root, "explain", "kapılar.jpg"))
    assert codes(told(capsys, root, "explain", PHOTO, code=ExitCode.USAGE)) == ["explain.moved", "decision.moved"]


def test_of_a_deleted_file_explain_names_the_files_and_copies_that_still_show_it(root, capsys):
    rewrite(root / "portfolio.yaml", "[dossier, poster-mission, plaque]", "[application]")
    piece = id_of(capsys, root)
    with (root / "decisions.csv").open("a", encoding="utf-8") as stream:
        stream.write(f";{PHOTO};people;yok;Koordinatör;2026-11-01;\n")
    assert portfolio("build", root=root) == 0
    form = "evaluator/application.tr.txt"
    assert portfolio("handed-over", form, "--to", "Müdürlük", root=root) == 0
    (root / "evidence" / PHOTO).unlink()
    gone = told(capsys, root, "explain", piece, code=ExitCode.USAGE)
    still = [(each["code"], each["file"]) for each in gone["problems"] if ".still-" in each["code"]]
    assert ("explain.still-shown", form) in still
    assert ("explain.still-handed", form) in still
    (root / "output" / form).write_text("Bizim metnimiz", encoding="utf-8")
    edited = told(capsys, root, "explain", PHOTO, code=ExitCode.USAGE)
    assert ("explain.still-kept", form) in [(each["code"], each["file"]) for each in edited["problems"]]
    (root / "output" / form).unlink()
    assert portfolio("build", root=root) == 0
    assert "explain.still-shown" not in codes(told(capsys, root, "explain", piece, code=ExitCode.USAGE))


def test_a_row_about_a_renamed_file_is_told_by_explain_of_either_name(root, capsys):
    (root / "evidence" / "4-rol-model" / "altyazılar.csv").write_text(
        "dosya;başlık\ntören.jpg;Tören\n", encoding="utf-8"
    )
    id_of(capsys, root)
    (root / "evidence" / PHOTO).rename(root / "evidence" / "4-rol-model" / "kapılar.jpg")
    assert "description.moved" in codes(told(capsys, root, "explain", "kapılar.jpg"))
    gone = told(capsys, root, "explain", PHOTO, code=ExitCode.USAGE)
    assert "description.moved" in codes(gone)


def test_of_an_edited_file_explain_names_the_new_id(root, capsys):
    old = id_of(capsys, root)
    (root / "narrative").mkdir(exist_ok=True)
    (root / "narrative" / "model.tr.md").write_text(f"Kapımız açık [[{old}]].\n", encoding="utf-8")
    photograph(root / "evidence" / PHOTO, colour="olive", at=(5, 5))
    new = id_of(capsys, root)
    assert new != old
    document = told(capsys, root, "explain", old, code=ExitCode.USAGE)
    assert codes(document) == ["explain.changed", "reference.changed"]
    assert f"[[{new}]]" in document["problems"][1]["do"]
    assert "reference.changed" in codes(told(capsys, root, "explain", new))


def test_of_a_deleted_file_explain_says_what_it_was(root, capsys):
    old = id_of(capsys, root)
    (root / "evidence" / PHOTO).unlink()
    for _ in range(2):
        document = told(capsys, root, "explain", old, code=ExitCode.USAGE)
        assert codes(document) == ["explain.gone", "decision.unknown"]
        assert PHOTO in document["problems"][0]["what"]
    shutil.rmtree(root.parent / f"{root.name}-cache")
    assert codes(told(capsys, root, "explain", old, code=ExitCode.USAGE)) == ["explain.nothing"]


def test_what_a_decision_names_by_id_and_file_is_known_without_the_cache(root, capsys):
    with (root / "decisions.csv").open("a", encoding="utf-8") as stream:
        stream.write("E-0123456789;4-rol-model/eski.jpg;hero;evet;Koordinatör;2026-11-01;\n")
    document = told(capsys, root, "explain", "E-0123456789", code=ExitCode.USAGE)
    assert codes(document) == ["explain.gone", "decision.unknown"]
    assert "4-rol-model/eski.jpg" in document["problems"][0]["what"]
