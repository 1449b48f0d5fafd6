"""`portfolio check --visibility` as a person meets it: what is found, under which rule, and what to do."""

import json

import pytest
from jsonschema import Draft202012Validator
from PIL import Image
from projects import make_project, portfolio, rewrite

from portfolio.render.pdf import write_pdf
from portfolio.resources import PACKAGE
from portfolio.themes import load_theme
from portfolio.visibility.emblem import star_centres

SCHEMA = json.loads((PACKAGE / "cli" / "schema.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    root = make_project(tmp_path_factory.mktemp("görünürlük") / "okul")
    rewrite(root / "portfolio.yaml", "languages: [tr, en]", "languages: [tr]")
    rewrite(root / "portfolio.yaml", "[dossier, poster-mission, plaque]", "[poster-mission, plaque]")
    assert portfolio("build", root=root) == 0
    return root


@pytest.fixture
def says(root, capsys):
    """What the command says in a language when portfolio.yaml reads otherwise, and its exit code."""

    def say(*arguments, old="", new="", language="en"):
        settings = root / "portfolio.yaml"
        before = settings.read_text(encoding="utf-8")
        capsys.readouterr()
        try:
            rewrite(settings, old, new) if old else None
            code = portfolio("check", "--visibility", *arguments, root=root, language=language)
        finally:
            settings.write_text(before, encoding="utf-8", newline="\n")
        return capsys.readouterr().out, code

    return say


def test_what_is_made_is_right(says):
    assert says() == ("Nothing is wrong in what was checked: 6 files.\n", 0)


def test_a_wrong_basis_in_a_sentence_for_the_office(says):
    said, code = says(old="basis: label, prescribed_by: Masal Ulusal Destek Servisi", new="basis: none", language="tr")
    assert code == 8
    assert "print/plaque.tr.pdf: Bu dosyada AB amblemi var, ama portfolio.yaml amblem için bir gerekçe olmadığı" in said
    assert "Gören herkes bu işi Avrupa Birliği’nin ödediğini sanır." in said
    assert "→ Dosyayı bastırmayın, dağıtmayın." in said
    assert "Kaynak: 2012/C 271/04" in said


def test_a_label_that_has_ended_in_a_sentence_for_the_office(says):
    said, code = says(old="years: 2025-2026", new="years: 2023-2024")
    assert code == 8
    assert "because of the label, and the label of 2023-2024 is not valid today." in said
    assert "This file says “Biz bir eTwinning Okuluyuz”, and your school does not hold the label today." in said
    assert "→ Do not print the file any more, and take down what hangs." in said
    assert "Rule: Only who holds the label, in its years, may say so." in said


def page(tmp_path, body):
    """A PDF as somebody might make it."""
    theme, path = load_theme("base", None), tmp_path / "afiş.pdf"
    html = f'<!DOCTYPE html><html lang="en"><head><title>x</title></head><body>{body}</body></html>'
    files = list(tmp_path.glob("*.png"))
    write_pdf(html, path, theme=theme, files=files)
    return path


def test_somebody_elses_file_is_judged_as_far_as_it_can_be(says, tmp_path):
    Image.new("RGB", (300, 200), "#AA3300").save(tmp_path / "logo.png")
    flag = Image.new("RGB", (300, 200), "#003399")
    for x, y in star_centres():
        flag.paste("#FFCC00", (round(200 * x) - 6, round(200 * y) - 6, round(200 * x) + 6, round(200 * y) + 6))
    flag.save(tmp_path / "flag.png")
    body = (
        f'<img style="width: 12mm" src="{(tmp_path / "flag.png").as_uri()}"> Funded by the EU'
        f'<p style="margin-top: 80mm"><img style="width: 30mm" src="{(tmp_path / "logo.png").as_uri()}">'
    )
    said, code = says(page(tmp_path, body))
    assert code == 8
    assert "afiş.pdf: The EU emblem is 8.0 mm high: that is too small" in said
    assert "The European Union’s name is cut short beside the flag: “Funded by the EU”" in said
    assert "A picture is larger than the EU emblem: it is 30.0 mm wide and 20.0 mm high, the flag only 8.0 mm" in said
    assert "The EU emblem is a picture here: its colours and stars cannot be checked." in said


def test_a_file_without_the_emblem_says_nothing_wrong(says, tmp_path):
    assert says(page(tmp_path, "Open day on 9 May")) == ("Nothing is wrong in what was checked: one file.\n", 0)


def test_a_file_that_is_not_there_is_named(says, tmp_path):
    said, code = says(tmp_path / "yok.pdf")
    assert "yok.pdf: There is no such file." in said
    assert code == 8


def test_files_need_the_switch(root, capsys):
    assert portfolio("check", "afiş.pdf", root=root) == 2
    assert "portfolio check --visibility" in capsys.readouterr().err


@pytest.mark.parametrize("years", ["2025-2026", "2023-2024"])
def test_programs_are_told_the_rules(says, years):
    said, _ = says("--json", old="years: 2025-2026", new=f"years: {years}")
    document = json.loads(said)
    Draft202012Validator(SCHEMA).validate(document)
    plaques = ("plaque.tr.pdf", "plaque.tr.engraving.pdf", "plaque.tr.svg", "plaque.tr.engraving.svg", "plaque.tr.txt")
    made = ("poster-mission.tr.pdf", *plaques)
    assert document["checked"] == [f"print/{name}" for name in made]
    rules = {rule["code"]: rule["certainty"] for rule in document["rules"]}
    assert rules.keys() == {problem["code"] for problem in document["problems"]}
    assert (rules.get("visibility.basis-expired") == "repeated") is (years != "2025-2026")
