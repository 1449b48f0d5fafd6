"""Where somebody is shown, what the next build does about it, whom to write to; `handed-over` keeps who has what."""

import json
import shutil
from datetime import UTC, datetime

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook
from PIL import Image
from projects import TODAY, cache_of, make_project, photograph, portfolio, rewrite

from portfolio.cli.app import run
from portfolio.resources import PACKAGE

SCHEMA = json.loads((PACKAGE / "cli" / "schema.json").read_text(encoding="utf-8"))
CONSENT = """\
person;role;scopes;given_on;by;expires_on;withdrawn_on;note
Lina Yıldıztozu;pupil;evaluator print;2025-09-15;father;2027-06-30;;
Emir Devdağ;pupil;evaluator;2025-09-15;father;2027-06-30;;
"""
DECISIONS = ";3-ogrenciler/{};people;{};Koordinatör;2026-11-01;\n"
PDF, WORD = "evaluator/dossier.tr.pdf", "evaluator/dossier.tr.docx"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A school that shows two pupils, each in a photo of her or his own; built in one language."""
    root = make_project(tmp_path_factory.mktemp("nerede") / "okul")
    for name, who, colour, at in (
        ("lina.jpg", "Lina Yıldıztozu", "navy", (2, 2)),
        ("emir.jpg", "Emir Devdağ", "olive", (0, 3)),
    ):
        photograph(root / "evidence" / "3-ogrenciler" / name, colour=colour, at=at)
        with (root / "decisions.csv").open("a", encoding="utf-8") as stream:
            stream.write(DECISIONS.format(name, who))
    (root / "consent.csv").write_text(CONSENT, encoding="utf-8-sig")
    (root / "pupils.csv").write_text("Öğrenci;Sınıf\nLina Yıldıztozu;3-B\nEmir Devdağ;4-B\n", encoding="utf-8")
    rewrite(root / "portfolio.yaml", "[tr, en]", "[tr]")
    assert portfolio("build", root=root) == 0
    return root


@pytest.fixture
def root(built, tmp_path):
    """A copy of it, to be changed; its cache comes along."""
    copy = tmp_path / "okul"
    shutil.copytree(built, copy)
    shutil.copytree(cache_of(built), cache_of(copy))
    return copy


def withdraw(root, who="Lina Yıldıztozu;pupil;evaluator print"):
    rewrite(root / "consent.csv", f"{who};2025-09-15;father;2027-06-30;;", f"{who};2025-09-15;father;;2026-11-01;")


def where(root, who, capsys):
    """What is answered to programs."""
    capsys.readouterr()
    assert portfolio("consent", "where", who, "--json", root=root) == 0
    document = json.loads(capsys.readouterr().out)
    Draft202012Validator(SCHEMA).validate(document)
    return document


def hand_over(root, monkeypatch, *arguments, today=TODAY):
    """The command on a day, for `--on` says when something was handed over."""
    monkeypatch.setenv("PORTFOLIO_CACHE", str(root.parent / f"{root.name}-cache"))
    moment = datetime(today.year, today.month, today.day, 12, tzinfo=UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(moment.timestamp())))
    return int(run(["handed-over", *arguments, "--project", str(root)], {"PORTFOLIO_LANG": "en"}))


def fates(document):
    return {each["path"]: each["fate"] for each in document["artefacts"]}


def test_who_agreed_is_found_and_stays(root, capsys):
    document = where(root, "lina yıldıztozu", capsys)
    assert document["lines"] == {"register": [2], "pupils": [2]}
    (piece,) = document["pieces"]
    assert (piece["files"], piece["how"]) == (["3-ogrenciler/lina.jpg"], "named")
    assert piece["shown_to"] == ["evaluator", "print"]
    assert fates(document) == {PDF: "allowed", WORD: "allowed"}
    assert document["unsearched"] == 1


def test_after_a_withdrawal_the_next_build_takes_the_pieces_out(root, capsys):
    withdraw(root)
    assert fates(where(root, "Lina Yıldıztozu", capsys)) == {PDF: "removed", WORD: "removed"}
    assert portfolio("build", root=root) == 0
    assert fates(where(root, "Lina Yıldıztozu", capsys)) == {}
    assert fates(where(root, "Emir Devdağ", capsys)) == {PDF: "allowed", WORD: "allowed"}


def test_what_a_person_edited_is_left_to_a_person(root, capsys):
    dossier = root / "output" / WORD
    dossier.write_bytes(dossier.read_bytes() + b"edited")
    withdraw(root)
    assert portfolio("build", root=root) == 0
    assert fates(where(root, "Lina Yıldıztozu", capsys)) == {WORD: "edited"}
    portfolio("consent", "where", "Lina Yıldıztozu", root=root)
    said = capsys.readouterr().out
    assert f"{WORD}: somebody edited it, so no build changes it: delete it by hand" in said
    assert "is shown to nobody: a consent was withdrawn" in said


def left_over(root, capsys):
    """The files of which a build says that they still show somebody, by code."""
    capsys.readouterr()
    assert portfolio("build", "--json", root=root) == 0
    problems = json.loads(capsys.readouterr().out)["problems"]
    return [(each["code"], each["file"]) for each in problems if each["code"].endswith("-withdrawn")]


def edit(root, path=WORD):
    file = root / "output" / path
    file.write_bytes(file.read_bytes() + b"edited")
    return file


def test_an_edited_file_that_shows_who_has_withdrawn_is_named_until_it_is_gone(root, capsys):
    dossier = edit(root)
    assert left_over(root, capsys) == []
    withdraw(root)
    for _ in range(2):
        assert left_over(root, capsys) == [("artefact.edited-withdrawn", WORD)]
    portfolio("build", root=root)
    assert "It still shows somebody who withdrew, refused" in " ".join(capsys.readouterr().out.split())
    dossier.unlink()
    assert left_over(root, capsys) == []


def test_a_withdrawal_for_one_use_matters_where_it_holds(root, capsys):
    edit(root)
    rewrite(root / "consent.csv", "pupil;evaluator print;2025", "pupil;print;2025")
    assert left_over(root, capsys) == [("artefact.edited-withdrawn", WORD)]


def test_an_edited_file_that_nobody_wants_any_more_is_not_forgotten(root, capsys):
    edit(root)
    rewrite(root / "portfolio.yaml", "[tr]", "[en]")
    assert left_over(root, capsys) == []
    withdraw(root)
    assert left_over(root, capsys) == [("artefact.edited-withdrawn", WORD)]
    assert fates(where(root, "Lina Yıldıztozu", capsys)) == {WORD: "edited"}


def test_a_version_beside_an_edited_one_that_has_gone_is_removed_when_a_new_one_is_made(root, capsys):
    dossier, beside = edit(root), root / "output/evaluator/dossier.tr.new.docx"
    rewrite(root / "portfolio.yaml", "city: Masalköy", "city: Düşköy")
    assert left_over(root, capsys) == []
    assert beside.exists()
    dossier.unlink()
    assert left_over(root, capsys) == []
    assert beside.exists()  # it is the newest
    withdraw(root)
    assert left_over(root, capsys) == []
    assert dossier.exists()
    assert not beside.exists()


def test_an_old_version_that_could_not_be_made_again_is_named(root, capsys, monkeypatch):
    def trip(*_):
        raise ValueError

    withdraw(root)
    monkeypatch.setattr("portfolio.build.makers.render", trip)
    portfolio("build", root=root)
    said = " ".join(capsys.readouterr().out.split())
    assert f"{PDF}: this older version still shows somebody who withdrew" in said


def test_after_a_project_was_moved_nobody_says_that_its_old_files_show_nobody(root, capsys):
    """Nothing is remembered of them: neither what they show nor whether somebody edited them."""
    shutil.rmtree(cache_of(root))
    withdraw(root)
    there = {
        f"{audience}/{each.name}": "unknown"
        for audience in ("evaluator", "print")
        for each in (root / "output" / audience).iterdir()
        if each.name != "manifest-sha256.txt"
    }
    assert fates(where(root, "Lina Yıldıztozu", capsys)) == {PDF: "unknown", WORD: "unknown"} | there
    portfolio("build", "--json", root=root)
    told = {(each["code"], each["file"]) for each in json.loads(capsys.readouterr().out)["problems"]}
    assert {("artefact.unknown-withdrawn", WORD), ("artefact.beside-unknown", WORD)} <= told
    assert not {code for code, _ in told} & {"artefact.beside", "artefact.edited-withdrawn"}


def test_a_draft_is_told_apart(root, capsys):
    assert portfolio("build", "--draft", root=root) == 0
    withdraw(root)
    assert fates(where(root, "Lina Yıldıztozu", capsys))["private/dossier.tr.pdf"] == "draft"


def test_a_class_and_a_file_are_found_too(root, capsys):
    assert [each["how"] for each in where(root, "4/b", capsys)["pieces"]] == ["pupil"]
    (piece,) = where(root, "file:3-ogrenciler/emir.jpg", capsys)["pieces"]
    assert piece["how"] == "file"
    assert where(root, "3-ogrenciler/emir.jpg", capsys)["pieces"] == [piece]  # as everything else calls it


def test_a_name_that_no_list_knows_is_searched_and_no_other_is_named(root, capsys):
    assert portfolio("consent", "where", "Lina Yıldızlı", root=root) == 0
    said = capsys.readouterr().out
    assert "Neither consent.csv nor the list of pupils has this name. The pieces were searched all the same." in said
    assert "No piece names this." in said
    assert "Yıldıztozu" not in said
    assert "Emir" not in said


def workbook(root, name="review.xlsx"):
    assert portfolio("review", "--sheet", name, root=root) == 0
    return root / "output" / "private" / name


def test_the_review_workbook_is_listed_and_the_next_build_writes_it_again(root, capsys):
    workbook(root, "Gözden geçirme.XLSX")
    name = "private/Gözden geçirme.XLSX"
    document = where(root, "Lina Yıldıztozu", capsys)
    assert fates(document)[name] == "workbook"
    (held,) = [each for each in document["artefacts"] if each["path"] == name]
    assert held["pieces"] == [each["piece"] for each in document["pieces"]]
    withdraw(root)
    assert fates(where(root, "Lina Yıldıztozu", capsys))[name] == "rewritten"
    assert portfolio("build", root=root) == 0
    assert fates(where(root, "Lina Yıldıztozu", capsys)) == {}
    assert fates(where(root, "Emir Devdağ", capsys))[name] == "workbook"


def test_a_workbook_that_somebody_filled_in_is_left_to_a_person(root, capsys):
    path = workbook(root)
    book = load_workbook(path)
    book.worksheets[1].cell(2, 6).value = "yok"
    book.save(path)
    assert fates(where(root, "Lina Yıldıztozu", capsys))["private/review.xlsx"] == "workbook"
    withdraw(root)
    assert portfolio("build", root=root) == 0
    assert "This workbook was filled in and still shows somebody" in " ".join(capsys.readouterr().out.split())
    assert fates(where(root, "Lina Yıldıztozu", capsys)) == {"private/review.xlsx": "filled-in"}
    portfolio("consent", "where", "Lina Yıldıztozu", root=root, language="tr")
    assert "private/review.xlsx: birinin doldurduğu bir gözden geçirme tablosu" in capsys.readouterr().out


def test_a_workbook_that_nobody_can_read_may_show_anybody(root, capsys):
    workbook(root).write_bytes(b"not a workbook any more")
    assert fates(where(root, "Lina Yıldıztozu", capsys))["private/review.xlsx"] == "workbook"
    assert fates(where(root, "Nobody Here", capsys)) == {}


def small_copy(root, name="lina.jpg"):
    """Somebody put a smaller copy of a photo elsewhere, and wrote that nobody is in it."""
    folder = root / "evidence" / "3-ogrenciler"
    Image.open(folder / name).resize((400, 300)).save(folder / "küçük.jpg", quality=60)
    with (root / "decisions.csv").open("a", encoding="utf-8") as stream:
        stream.write(DECISIONS.format("küçük.jpg", "yok"))


def test_a_copy_in_another_size_is_found_too_and_told_apart(root, capsys):
    small_copy(root)
    pieces = where(root, "Lina Yıldıztozu", capsys)["pieces"]
    assert {each["files"][0]: each["how"] for each in pieces} == {
        "3-ogrenciler/lina.jpg": "named",
        "3-ogrenciler/küçük.jpg": "alike",
    }
    portfolio("consent", "where", "Lina Yıldıztozu", root=root, language="tr")
    assert "küçük.jpg: burada bulunan bir kanıta benziyor" in capsys.readouterr().out


def test_the_lines_that_hide_a_file_are_named(root, capsys):
    lina = "3-ogrenciler/lina.jpg"
    (shown,) = where(root, lina, capsys)["pieces"]
    assert (shown["shown_to"], shown["hidden_by"]) == (["evaluator", "print"], ["consent.csv:2", "decisions.csv:3"])
    withdraw(root)
    (hidden,) = where(root, lina, capsys)["pieces"]
    assert (hidden["shown_to"], hidden["hidden_by"]) == ([], ["consent.csv:2", "decisions.csv:3"])
    portfolio("consent", "where", lina, root=root)
    assert "what hides it from evaluator, print, web: consent.csv:2, decisions.csv:3" in capsys.readouterr().out


def test_a_line_about_the_file_hides_it_whoever_agreed(root, capsys):
    rewrite(root / "consent.csv", "pupil;evaluator print;", "pupil;evaluator print web;")
    with (root / "consent.csv").open("a", encoding="utf-8") as stream:
        stream.write("file:3-ogrenciler/lina.jpg;;evaluator;2025-09-15;father;;2026-10-01;\n")
    assert where(root, "3-ogrenciler/lina.jpg", capsys)["pieces"][0]["hidden_by"] == ["consent.csv:4"]


def test_what_was_left_out_is_hidden_by_that_decision(root, capsys):
    with (root / "decisions.csv").open("a", encoding="utf-8") as stream:
        stream.write(";4-rol-model/açık kapı günü.jpg;exclude;evet;Koordinatör;2026-11-02;bulanık\n")
    assert where(root, "4-rol-model/açık kapı günü.jpg", capsys)["pieces"][0]["hidden_by"] == ["decisions.csv:5"]


def test_after_a_withdrawal_the_build_names_a_copy_that_is_still_shown(root, capsys):
    small_copy(root)
    withdraw(root)
    assert portfolio("build", root=root) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "3-ogrenciler/küçük.jpg: This photo is shown, but it looks like “3-ogrenciler/lina.jpg”" in said


def test_a_copy_of_a_covered_photo_is_named_where_it_is_not_covered_itself(root, capsys):
    small_copy(root, "emir.jpg")
    cover = ";3-ogrenciler/{};cover;%20 %20 %30 %30;Koordinatör;2026-11-01;\n"

    def warned():
        capsys.readouterr()
        portfolio("check", "--json", root=root)
        problems = json.loads(capsys.readouterr().out)["problems"]
        return [each["file"] for each in problems if each["code"] == "consent.look-alike-covered"]

    assert warned() == []
    with (root / "decisions.csv").open("a", encoding="utf-8") as stream:
        stream.write(cover.format("emir.jpg"))
    assert warned() == ["3-ogrenciler/küçük.jpg"]
    with (root / "decisions.csv").open("a", encoding="utf-8") as stream:
        stream.write(cover.format("küçük.jpg"))
    assert warned() == []


def test_copies_are_kept_and_called_back_after_a_withdrawal(root, capsys, monkeypatch):
    given = (PDF, "--to", "Ayla Kuzey, Ulusal Destek Servisi", "--on", "2026-11-12", "--note", "e-posta")
    assert hand_over(root, monkeypatch, *given) == 0
    assert "1 copy was added to handed-over.csv." in capsys.readouterr().out
    kept = (root / "handed-over.csv").read_bytes()
    assert kept.startswith("\ufeffartefact;to;on;sha256;pieces;note\r\n".encode())
    (copy,) = where(root, "Lina Yıldıztozu", capsys)["copies"]
    assert (copy["artefact"], copy["on"], copy["allowed"]) == (PDF, "2026-11-12", True)
    withdraw(root)
    portfolio("build", root=root)
    (copy,) = where(root, "Lina Yıldıztozu", capsys)["copies"]
    assert copy["allowed"] is False
    portfolio("consent", "where", "Lina Yıldıztozu", root=root, language="tr")
    said = capsys.readouterr().out
    assert "2026-11-12 tarihinde verildi, alan: Ayla Kuzey, Ulusal Destek Servisi." in said
    assert "Yazıp yok edilmesini isteyin" in said
    assert hand_over(root, monkeypatch, PDF, "--to", "Ayla Kuzey", "--on", "2026-11-20") == 0
    assert len(where(root, "Lina Yıldıztozu", capsys)["copies"]) == 1  # the new one does not show her


def test_a_whole_folder_is_handed_over(root, capsys, monkeypatch):
    assert hand_over(root, monkeypatch, "output/evaluator", "--to", "Ayla Kuzey", "--json") == 0
    document = json.loads(capsys.readouterr().out)
    Draft202012Validator(SCHEMA).validate(document)
    assert [copy["artefact"] for copy in document["copies"]] == [WORD, PDF]
    assert {copy["on"] for copy in document["copies"]} == {TODAY.isoformat()}
    assert hand_over(root, monkeypatch, "evaluator", "--to", "Ayla Kuzey") == 0
    assert "This already stands in handed-over.csv." in capsys.readouterr().out


def test_an_edited_file_is_kept_as_edited(root, capsys, monkeypatch):
    dossier = root / "output" / WORD
    dossier.write_bytes(dossier.read_bytes() + b"edited")
    assert hand_over(root, monkeypatch, WORD, "--to", "Ayla Kuzey") == 0
    assert "kept as edited by you, with the pieces as they were made" in capsys.readouterr().out
    assert len(where(root, "Lina Yıldıztozu", capsys)["copies"]) == 1


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        ((PDF, "--to", "A", "--on", "2026-11-21"), 2, "--on: 2026-11-21 is still to come"),
        ((PDF, "--to", "A", "--on", "yesterday"), 2, "“yesterday” is not a date"),
        ((PDF, "--to", "  "), 2, "--to: write who was given it."),
        ((PDF,), 2, "--to is missing."),
        (("evaluator/dosier.tr.pdf", "--to", "A"), 3, "Did you mean “evaluator/dossier.tr.pdf”?"),
        (("xyz", "--to", "A"), 3, "There is no such file in"),
        (("portfolio.yaml", "--to", "A"), 3, "This is not in the output folder"),
        (("private/ledger.csv", "--to", "A"), 3, "It is not known which pieces this file shows."),
    ],
)
def test_what_cannot_be_kept_gets_a_sentence(root, capsys, monkeypatch, arguments, code, sentence):
    assert hand_over(root, monkeypatch, *arguments) == code
    said = capsys.readouterr()
    assert sentence in said.out + said.err
    assert not (root / "handed-over.csv").exists()


def test_options_stand_behind_the_command_they_are_for(root, capsys):
    assert int(run(["consent", "--project", str(root), "where", "A"], {"PORTFOLIO_LANG": "en"})) == 2
    assert "Write the options behind where." in capsys.readouterr().err


def test_a_misspelt_command_of_consent_gets_a_sentence(capsys):
    assert portfolio("consent", "wher", "A") == 2
    assert "There is no command wher. Did you mean where?" in capsys.readouterr().err
