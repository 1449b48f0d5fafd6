"""What a school's theme says of its own documents: logo and cover, in a whole build."""

import shutil
from pathlib import Path

import pytest
from PIL import Image
from projects import TODAY, load, make_project
from pypdf import PdfReader

from portfolio.build.compose import prepare_edition
from portfolio.build.look import find_cover, fonts_of, logos_of, with_logos
from portfolio.build.run import build
from portfolio.build.survey import take_survey
from portfolio.model.clearance import Audience
from portfolio.model.events import silent
from portfolio.resources import templates_folder
from portfolio.themes import load_theme

PHOTO = "4-rol-model/açık kapı günü.jpg"


def give_theme(root: Path, *lines: str) -> None:
    """The project gets a theme of its own, with a logo in its folder."""
    folder = root / "templates" / "bizim"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "theme.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    Image.new("RGB", (600, 300), "#1F4E9C").save(folder / "arma.png")
    settings = (root / "portfolio.yaml").read_text(encoding="utf-8")
    if "theme:" not in settings:
        (root / "portfolio.yaml").write_text(f"{settings}theme: bizim\n", encoding="utf-8")


@pytest.fixture
def root(tmp_path):
    return make_project(tmp_path / "okul")


def cover_of(root):
    project = load(root)
    survey = take_survey(project, today=TODAY, report=silent)
    return find_cover(survey, load_theme(project.theme, root), {}), survey


def test_the_cover_is_named_by_file_or_id_or_is_none(root):
    for said in (PHOTO, "açık kapı günü.jpg"):
        give_theme(root, f"cover: {said}")
        (item, problems), survey = cover_of(root)
        assert (survey.catalogue.item(item).files, problems) == ((PHOTO,), ())
    give_theme(root, f"cover: {item}")
    assert cover_of(root)[0] == (item, ())
    give_theme(root, "cover: none")
    assert cover_of(root)[0] == ("none", ())
    give_theme(root, "parent: base")
    assert cover_of(root)[0] == ("", ())


def test_a_cover_that_nobody_knows_is_said_with_its_line(root):
    give_theme(root, "parent: base", "cover: 4-rol-model/açık kapi gunu2.jpg")
    (item, (problem,)), _ = cover_of(root)
    assert item == ""
    assert (problem.code, problem.where.line) == ("theme.cover-unknown", 2)
    assert dict(problem.values) == {"cover": "4-rol-model/açık kapi gunu2.jpg", "near": PHOTO}


def test_the_themes_logo_stands_before_the_schools_others(root):
    give_theme(root, "logo: arma.png")
    project, theme = load(root), load_theme("bizim", root)
    assert logos_of(project, theme) == {"bizim/arma.png": root / "templates" / "bizim" / "arma.png"}
    assert with_logos(project, theme).school.logos == ("bizim/arma.png",)
    assert with_logos(project, load_theme("base", root)) == project


def test_a_build_with_a_logo_and_a_cover(root):
    give_theme(root, "logo: arma.png", f"cover: {PHOTO}")
    run = build(load(root), draft=False, today=TODAY, report=silent)
    assert {artefact.outcome for artefact in run.artefacts} == {"made"}
    cover = PdfReader(root / "output" / "evaluator" / "dossier.tr.pdf").pages[0]
    assert {(image.image.width, image.image.height) for image in cover.images} >= {(600, 300)}


def test_a_language_that_is_not_complete_is_said_with_how_much_it_lacks(root):
    messages = root / "templates" / "bizim" / "messages"
    give_theme(root, "parent: base")
    messages.mkdir()
    words = (templates_folder() / "base" / "messages" / "sv.yaml").read_text(encoding="utf-8")
    lines = [line for line in words.splitlines() if not line.startswith(("  contents:", "  dossier:"))]
    (messages / "nb.yaml").write_text("\n".join(lines), encoding="utf-8")
    survey = take_survey(load(root), today=TODAY, report=silent)
    theme = load_theme("bizim", root)
    edition, problems = prepare_edition(survey, theme, "nb", Audience.EVALUATOR)
    (problem,) = (each for each in problems if each.code.startswith("language."))
    assert (problem.code, problem.where.file) == ("language.incomplete", "messages/nb.yaml")
    assert dict(problem.values) == {
        "language": "nb",
        "n": "3",
        "keys": "bundle.contents, document.contents, document.dossier",
    }
    assert edition.locale.word("document.contents") == "Contents"
    whole = prepare_edition(survey, theme, "sv", Audience.EVALUATOR)[1]
    assert not any(each.code.startswith("language.") for each in whole)


def test_a_sheet_lacks_only_words_of_sheets_and_says_when_nobody_has_read_them(root):
    give_theme(root, "parent: base")
    messages = root / "templates" / "bizim" / "messages"
    messages.mkdir()
    (messages / "nb.yaml").write_text("label: {claim: Vi er en eTwinning-skole}\n")
    survey = take_survey(load(root), today=TODAY, report=silent)
    theme = load_theme("bizim", root)

    def said(language):
        edition, problems = prepare_edition(survey, theme, language, Audience.PRINT, on_sheets=True)
        kept = [each for each in problems if each.code in ("language.incomplete", "sheet.words-unchecked")]
        return edition.locale.word("label.claim"), [(each.code, each.where.file) for each in kept]

    assert said("el") == ("Είμαστε σχολείο eTwinning", [("sheet.words-unchecked", "sheets/el.yaml")])
    assert said("tr") == ("Biz bir eTwinning Okuluyuz", [])
    assert said("nb") == ("Vi er en eTwinning-skole", [("language.incomplete", "sheets/nb.yaml")])
    assert said("xx") == ("We are an eTwinning School", [("language.incomplete", "sheets/xx.yaml")])


def test_fonts_are_credited_those_that_are_shipped_with_their_licence(root):
    base = load_theme("base", root)
    assert fonts_of(base) == ("Ubuntu (Ubuntu Font Licence 1.0)", "Noto Sans (SIL Open Font License 1.1)")
    give_theme(root, "fonts: [Okul Sans]")
    fonts = root / "templates" / "bizim" / "fonts"
    fonts.mkdir()
    for style in ("Regular", "Bold", "Italic", "BoldItalic"):
        shutil.copy(base.find(f"fonts/Ubuntu-{style}.ttf"), fonts / f"OkulSans-{style}.ttf")
    assert fonts_of(load_theme("bizim", root))[:2] == ("Okul Sans", "Ubuntu (Ubuntu Font Licence 1.0)")
