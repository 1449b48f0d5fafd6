"""The commands as a person meets them: what they say, what they answer to programs, how they refuse."""

import json
import re

import click
import pytest
from jsonschema import Draft202012Validator
from projects import make_project, portfolio

from portfolio.cli.app import COMMANDS, make_group
from portfolio.cli.words import read_words
from portfolio.resources import PACKAGE

SCHEMA = json.loads((PACKAGE / "cli" / "schema.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    return make_project(tmp_path_factory.mktemp("komutlar") / "okul")


@pytest.mark.parametrize("command", ["collect", "map", "check", "build"])
def test_json_is_one_document_that_fits_the_schema(root, command, capsys):
    code = portfolio(command, "--json", root=root)
    said = capsys.readouterr()
    document = json.loads(said.out)
    Draft202012Validator(SCHEMA).validate(document)
    assert document["command"] == command
    assert said.err == ""
    assert code == (8 if command == "check" else 0)


def leaves(command, context, name=""):
    """Every command that can be called, by its whole name."""
    yield name, command
    for member in command.list_commands(context) if isinstance(command, click.Group) else ():
        yield from leaves(command.get_command(context, member), context, f"{name} {member}".strip())


def test_every_command_answers_programs():
    group = make_group(read_words("en"))
    found = dict(leaves(group, click.Context(group)))
    silent = [name for name, each in found.items() if not any("--json" in param.opts for param in each.params)]
    assert silent == [""]
    assert len(found) > len(COMMANDS)
    assert {*found} - {""} <= set(SCHEMA["properties"]["command"]["enum"])


def test_init_answers_programs_too(tmp_path, capsys):
    assert portfolio("init", tmp_path / "yeni", "--school", "A", "--lang", "sv", "--json") == 0
    document = json.loads(capsys.readouterr().out)
    Draft202012Validator(SCHEMA).validate(document)
    assert "portfolio.yaml" in document["made"]


def test_a_stop_is_a_document_too(tmp_path, capsys):
    assert portfolio("check", "--json", "--project", tmp_path) == 3
    document = json.loads(capsys.readouterr().out)
    Draft202012Validator(SCHEMA).validate(document)
    assert [problem["code"] for problem in document["problems"]] == ["project.not-found"]


def test_the_schema_refuses_what_it_should(root, capsys):
    Draft202012Validator.check_schema(SCHEMA)
    portfolio("map", "--json", root=root)
    document = json.loads(capsys.readouterr().out)
    document["pieces"][0]["surprise"] = 1
    assert not Draft202012Validator(SCHEMA).is_valid(document)


@pytest.mark.parametrize("language", ["en", "tr"])
@pytest.mark.parametrize("command", list(COMMANDS))
def test_help_has_an_example_in_both_languages(command, language, capsys):
    assert portfolio(command, "-h", language=language) == 0
    said = capsys.readouterr().out
    assert ("Example:" if language == "en" else "Örnek:") in said
    assert f"portfolio {command}" in said
    assert "{" not in said


def test_check_ends_with_what_to_do_next(root, capsys):
    assert portfolio("check", root=root) == 8
    last = capsys.readouterr().out.rstrip().splitlines()[-4:]
    assert [line.strip()[:2] for line in last][-1] in {"1.", "2.", "3.", "4."}


def test_build_says_what_is_withheld_why_and_the_next_command(root, capsys):
    portfolio("build", root=root, language="tr")
    said = capsys.readouterr().out
    assert "1 kanıt gösterilmiyor: değerlendirici" in said
    assert "portfolio build --draft" in said


def test_build_names_the_folders_to_hand_over_and_what_their_readers_may_not_see(root, capsys):
    portfolio("build", "--only", "plaque", root=root, language="en")
    said = capsys.readouterr().out
    assert "hand over the folder of the audience (print)" in said
    assert re.search(r"not shown to: print$", said, re.M)


def test_collect_writes_a_word_to_teachers_in_the_language_of_the_school(root, capsys):
    assert portfolio("collect", "--notes", root=root, language="en") == 0
    assert "notes.txt" in capsys.readouterr().out
    said = (root / "output" / "private" / "notes.txt").read_text(encoding="utf-8")
    assert "3-ogrenciler\n\n1 dosya geldi. Teşekkürler!\n" in said
    assert "IMG_20251014_101532.jpg" in said


def test_map_gives_the_reason(root, capsys):
    portfolio("map", root=root, language="tr")
    said = capsys.readouterr().out
    assert "4-rol-model/açık kapı günü.jpg" in said
    assert "Diğer okullara rol model olma" in said


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["build", "--drft"], "There is no option --drft. Did you mean --draft?"),
        (["init", "x"], "--school is missing."),
        (["diff"], "OLD is missing. For example: portfolio diff ../application-2025"),
        (["buidl"], "There is no command buidl. Did you mean build?"),
        (["build", "okulumuz"], "“okulumuz” does not belong here."),
        (["check", "--on"], "--on has no value, or one too many"),
        (["init", "--lang", "tr", "--school", "A"], "FOLDER is missing."),
        (["init", "x", "--school", "A", "--lang", "de"], "--lang: write one of these: tr, en, sv."),
        (["init", "x", "--school", "A", "--lang", "en"], "--country: write the school’s country"),
        (["init", "x", "--school", "A", "--lang", "tr", "--country", "Türkiye"], "“Türkiye” is not a country code"),
    ],
)
def test_a_wrong_command_gets_a_sentence(arguments, sentence, capsys):
    assert portfolio(*arguments) == 2
    assert sentence in capsys.readouterr().err


def test_where_a_value_is_missing_help_is_that_of_the_command(capsys):
    assert portfolio("map", "--set", "E-3f9a") == 2
    assert "Help: portfolio map -h\n" in capsys.readouterr().err
    assert portfolio("buidl") == 2
    assert "Help: portfolio -h\n" in capsys.readouterr().err


def test_map_tells_the_pieces_of_one_file_apart(tmp_path, capsys):
    root = make_project(tmp_path / "okul")
    long = "Güneşi biz çizdik, öğretmenler merdiveni tuttu ve sonunda hepimiz çok güldük."
    table = f"Görüş;Kim\n{long};Bir öğrenci\nGüzeldi.;veli\n"
    (root / "evidence" / "3-ogrenciler" / "görüşler.csv").write_text(table, "utf-8")
    portfolio("map", root=root, language="tr")
    out = capsys.readouterr().out
    assert "görüşler.csv: Güzeldi." in out
    assert "görüşler.csv: Güneşi biz çizdik, öğretmenler" in out
    assert "çok güldük" not in out


def test_map_shows_who_said_what(tmp_path, capsys):
    root = make_project(tmp_path / "okul")
    (root / "evidence" / "3-ogrenciler" / "görüşler.csv").write_text("Görüş;Kim\nGüzeldi.;veli\n", "utf-8")
    portfolio("map", "--origins", root=root, language="tr")
    said = capsys.readouterr().out
    assert "söyleyen: bir veli (dosyanın kendi sözleri, 3-ogrenciler/görüşler.csv:2)" in said
    assert "(dosyanın adı, " in said
    portfolio("map", root=root, language="tr")
    assert "quotation.role" not in capsys.readouterr().out


def test_map_counts_the_photos_that_look_alike(tmp_path, capsys):
    root = make_project(tmp_path / "okul")
    portfolio("map", "--json", root=root)
    before = json.loads(capsys.readouterr().out)["alike"]
    seen = next((root / "evidence" / "3-ogrenciler").glob("*.jpg"))
    for name in ("0 kopya.jpg", "1 kopya.jpg"):
        seen.with_name(name).write_bytes(seen.read_bytes() + name.encode())
    portfolio("map", "--json", root=root)
    groups = json.loads(capsys.readouterr().out)["alike"]
    assert sum(map(len, groups)) - sum(map(len, before)) in (2, 3)
    portfolio("map", root=root)
    assert f"{sum(map(len, groups))} photos" in capsys.readouterr().out
    (root / "decisions.csv").write_text("file,field,value\n3-ogrenciler/,exclude,yes\n", "utf-8")
    portfolio("map", root=root)
    assert "look alike" not in capsys.readouterr().out


def test_a_wrong_day_gets_a_sentence(root, capsys):
    assert portfolio("check", "--project", root, "--on", "20.02.2027x") == 2
    assert "is not a date" in capsys.readouterr().err


def test_a_day_may_be_written_with_the_day_first(root):
    assert portfolio("collect", "--project", root, "--on", "20.11.2026") == 0


def test_a_new_project_can_be_worked_with_at_once(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("PORTFOLIO_CACHE", str(tmp_path / "cache"))
    assert portfolio("init", tmp_path / "okul", "--school", "Daisy Hill", "--lang", "en", "--country", "ie") == 0
    assert capsys.readouterr().out.count(f'cd "{tmp_path / "okul"}"\n         portfolio review\n') == 1
    assert portfolio("build", "--draft", "--project", tmp_path / "okul") == 0
    assert portfolio("check", "--project", tmp_path / "okul") == 8
    assert "\n1 Shared leadership" in capsys.readouterr().out


def test_a_round_that_is_over_asks_for_the_next_one(root, capsys):
    portfolio("check", "--project", root, "--on", "2027-03-09")
    assert "the next round" not in capsys.readouterr().out
    portfolio("check", "--project", root, "--on", "2027-03-10")
    assert "  1. Write the dates of the next round into portfolio.yaml" in capsys.readouterr().out


def test_what_is_withheld_comes_with_lines_to_copy(root, capsys):
    portfolio("check", root=root, language="tr")
    said = capsys.readouterr().out
    assert "gösterilmiyor: değerlendirici, baskı, web" in said
    line = r"    id;file;field;value\n    (E-[0-9a-f]{10});3-ogrenciler/IMG_20251014_101532\.jpg;people;yok\n"
    assert re.search(line, said)  # with the id, so that it holds for no other picture of that name
    assert "    Ayşe K.;öğrenci;değerlendirici baskı;2026-11-20;annesi;;;\n" in said


def test_build_leaves_the_single_files_to_collect(root, capsys):
    portfolio("build", root=root)
    said = capsys.readouterr().out
    assert "yarım.jpg" not in said
    assert "1 file could not be used; to see which, and what to do: portfolio collect" in said


@pytest.mark.parametrize("spoken", ["en", "tr"])
def test_the_ledger_is_in_the_school_s_language_whoever_runs_the_command(root, spoken):
    portfolio("collect", root=root, language=spoken)
    first, *rest = (root / "output" / "private" / "ledger.csv").read_text(encoding="utf-8-sig").splitlines()
    assert first.startswith("Dosya;Durum;Neden;Kanıt;Neyi kanıtlar;")
    assert any("4 Diğer okullara rol model olma" in line for line in rest)


def test_strict_counts_evidence_problems(root):
    assert portfolio("collect", root=root) == 0
    assert portfolio("collect", "--strict", root=root) == 4


def test_all_mistakes_of_the_settings_at_once(tmp_path, capsys):
    root = make_project(tmp_path / "hatalı")
    (root / "portfolio.yaml").write_text(
        "schol:\n  name: A\nlanguges: [tr]\nlabel: {status: hold}\nedition_on: 2026-13-01\n", encoding="utf-8"
    )
    assert portfolio("check", root=root) == 3
    said = capsys.readouterr().out
    assert "portfolio.yaml:1:1" in said
    assert "“school”" in said or "school" in said
    assert "portfolio.yaml:3:1" in said
    assert "languages" in said
    assert "portfolio.yaml:4" in said
    assert "portfolio.yaml:5" in said


def test_no_evidence_folder_gets_a_sentence(tmp_path, capsys):
    (tmp_path / "portfolio.yaml").write_text("school: {name: A, country: TR}\nlanguages: [tr]\n", encoding="utf-8")
    assert portfolio("collect", root=tmp_path) == 3
    assert "evidence" in capsys.readouterr().out


def test_an_output_that_cannot_be_written_gets_a_sentence(tmp_path, capsys):
    root = make_project(tmp_path / "okul")
    (root / "output").write_text("a file", encoding="utf-8")
    assert portfolio("build", root=root) == 7
    assert "cannot be written" in capsys.readouterr().out


def test_notes_that_somebody_edited_are_kept(tmp_path, capsys):
    root = make_project(tmp_path / "okul")
    notes = root / "output" / "private" / "notes.txt"
    assert portfolio("collect", "--notes", root=root) == 0
    notes.write_text("with a personal word", encoding="utf-8")
    assert portfolio("collect", "--notes", root=root) == 0
    assert notes.read_text(encoding="utf-8") == "with a personal word"
    assert notes.with_name("notes.new.txt").exists()
    assert "notes.new.txt" in capsys.readouterr().out
