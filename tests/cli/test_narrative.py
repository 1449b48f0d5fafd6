"""`portfolio narrative --from`: a dossier edited in Word or LibreOffice comes back, and nothing is lost."""

import json
from pathlib import Path

import pytest
from edits import edit_in_libreoffice, editing, needs_libreoffice
from jsonschema import Draft202012Validator
from projects import fixity, portfolio, rewrite
from returned import MODEL, make_school, photo_of, write_dossier

from portfolio.resources import PACKAGE

SCHEMA = json.loads((PACKAGE / "cli" / "schema.json").read_text(encoding="utf-8"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = make_school(tmp_path / "okul")
    write_dossier(root)
    return root


def dossier_of(root: Path) -> Path:
    return root / "output" / "evaluator" / "dossier.tr.docx"


def source_of(root: Path) -> str:
    return (root / "narrative" / "model.tr.md").read_text(encoding="utf-8")


def edit(root: Path) -> None:
    with editing(dossier_of(root)) as story:
        story.paragraph("Bizi").add(" Bekleriz.")
        story.paragraph("4.1  ").replace("açık kapı günü", "Kapımız herkese açık")


def test_each_change_is_shown_and_nothing_written_before_somebody_says_yes(root, capsys):
    edit(root)
    before = fixity(root)
    assert portfolio("narrative", "--from", "dossier.tr.docx", root=root) == 0
    said = capsys.readouterr().out
    assert "narrative/model.tr.md:8" in said
    assert "  - Bizi [sitemizde](https://example.org) bulursunuz.\n" in said
    assert "  + Bizi [sitemizde](https://example.org) bulursunuz. Bekleriz.\n" in said
    assert "  - açık kapı günü\n  + Kapımız herkese açık\n" in said
    assert "2 changes wait for a yes" in said
    assert portfolio("narrative", "--from", "dossier.tr.docx", "--preview", root=root) == 0
    assert "2 changes would be written" in capsys.readouterr().out
    assert fixity(root) == before


def test_a_yes_writes_all_of_it_and_a_second_one_nothing(root, capsys):
    edit(root)
    assert portfolio("narrative", "--from", "dossier.tr.docx", "--yes", "--by", "Elif", root=root) == 0
    assert "2 changes written to: narrative/model.tr.md, decisions.csv" in capsys.readouterr().out
    assert "bulursunuz. Bekleriz.\n" in source_of(root)
    (line,) = [line for line in (root / "decisions.csv").read_text("utf-8-sig").splitlines() if "caption" in line]
    assert line.startswith(
        f"{photo_of(root)};4-rol-model/açık kapı günü.jpg;caption;Kapımız herkese açık;Elif;2026-11-20;"
    )
    assert "dossier.tr.docx" in line
    after = fixity(root)
    assert portfolio("narrative", "--from", "dossier.tr.docx", "--yes", "--by", "Elif", root=root) == 0
    assert "says nothing new" in capsys.readouterr().out
    assert fixity(root) == after


def test_a_person_is_asked_at_a_terminal(root, monkeypatch, capsys):
    edit(root)
    monkeypatch.setattr("portfolio.cli.narrative.sys.stdin", type("Terminal", (), {"isatty": lambda _: True})())
    for answer, written in ((False, False), (True, True)):
        monkeypatch.setattr("click.confirm", lambda *_, answer=answer, **__: answer)
        assert portfolio("narrative", "--from", "dossier.tr.docx", "--by", "Elif", root=root) == 0
        assert ("Bekleriz" in source_of(root)) is written


def test_captions_want_to_know_who_wrote_them(root, capsys):
    edit(root)
    before = fixity(root)
    assert portfolio("narrative", "--from", "dossier.tr.docx", "--yes", root=root) == 3
    assert "--by" in capsys.readouterr().out
    assert fixity(root) == before


def test_json_is_one_document_that_fits_the_schema(root, capsys):
    edit(root)
    assert portfolio("narrative", "--from", dossier_of(root), "--json", "--by", "Elif", root=root) == 0
    document = json.loads(capsys.readouterr().out)
    Draft202012Validator(SCHEMA).validate(document)
    assert (document["language"], document["audience"], document["written"]) == ("tr", "evaluator", False)
    assert [each["line"] for each in document["changes"]] == [None, 8] or len(document["changes"]) == 2


def test_what_is_asked_must_be_clear(root, capsys):
    assert portfolio("narrative", root=root) == 2
    assert portfolio("narrative", "--from", "a.docx", "--yes", "--preview", root=root) == 2
    assert portfolio("narrative", "--from", "nowhere.docx", root=root) == 3
    assert "There is no such document." in capsys.readouterr().out


def test_the_next_build_leaves_the_edited_document_alone(root, capsys):
    edit(root)
    edited = dossier_of(root).read_bytes()
    assert portfolio("narrative", "--from", "dossier.tr.docx", "--yes", "--by", "Elif", root=root) == 0
    assert portfolio("build", "--only", "dossier", "--lang", "tr", root=root) == 0
    assert dossier_of(root).read_bytes() == edited
    assert dossier_of(root).with_name("dossier.tr.new.docx").is_file()
    assert "dossier.tr.new.docx" in capsys.readouterr().out


def test_an_edited_dossier_that_is_as_new_as_can_be_tells_the_way_back(tmp_path, capsys):
    root = make_school(tmp_path / "okul")
    rewrite(root / "portfolio.yaml", "[dossier, poster-mission, plaque]", "[dossier]")
    assert portfolio("build", "--lang", "tr", root=root) == 0
    edit(root)
    capsys.readouterr()
    assert portfolio("build", "--lang", "tr", root=root) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "portfolio narrative --from evaluator/dossier.tr.docx --preview" in said
    assert portfolio("narrative", "--from", "evaluator/dossier.tr.docx", "--preview", root=root) == 0
    assert "2 changes would be written" in capsys.readouterr().out


def test_what_a_paragraph_leaves_empty_is_no_line_of_the_change(root, capsys):
    with editing(dossier_of(root)) as story:
        story.paragraph("Bizi").delete()
    assert portfolio("narrative", "--from", "dossier.tr.docx", "--preview", root=root) == 0
    said = capsys.readouterr().out
    assert "  - Bizi [sitemizde](https://example.org) bulursunuz.\n" in said
    assert "  - \n" not in said


@needs_libreoffice
def test_libreoffice_keeps_every_field_and_gives_each_edit_back(root, tmp_path, capsys):
    edit_in_libreoffice(dossier_of(root), tmp_path / "office")
    assert portfolio("narrative", "--from", "dossier.tr.docx", "--json", root=root) == 0
    untouched = json.loads(capsys.readouterr().out)
    assert untouched["changes"] == []
    assert [each["code"] for each in untouched["problems"] if each["code"].startswith("edited.")] == []
    edit_in_libreoffice(
        dossier_of(root),
        tmp_path / "office",
        ("Add", "Komşu okullara", " Siz de gelin."),
        ("Say", "Bizi", "Bizi bulmak kolaydır."),
        ("After", "Bizi", "Yepyeni bir paragraf."),
        ("Delete", "İki okula"),
        ("After", "Her yıl", "Bir de sergi"),
        ("Swap", "açık kapı günü", "Kapımız herkese açık"),
    )
    assert portfolio("narrative", "--from", "dossier.tr.docx", "--yes", "--by", "Elif", root=root) == 0
    wanted = MODEL.format(id=photo_of(root))
    wanted = wanted.replace("]]. <!-- tarihi", "]]. Siz de gelin. <!-- tarihi")
    wanted = wanted.replace(
        "Bizi [sitemizde](https://example.org) bulursunuz.", "Bizi bulmak kolaydır.\n\nYepyeni bir paragraf."
    )
    assert source_of(root) == wanted.replace("- İki okula mentorluk\n", "").replace("gün\n", "gün\n- Bir de sergi\n")
    assert "caption;Kapımız herkese açık;Elif" in (root / "decisions.csv").read_text("utf-8-sig")
