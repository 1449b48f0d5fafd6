"""From what `funding` says to what lies in the output folder: an emblem on a whole basis only, and what is asked."""

import pikepdf
import pypdfium2
import pytest
from PIL import Image
from projects import TODAY, load, make_project, portfolio, rewrite
from render.emblems import flags_in, worst_in

from portfolio.build.plan import Choice
from portfolio.build.run import build
from portfolio.model.events import silent

BY_LABEL = "{basis: label, prescribed_by: Masal Ulusal Destek Servisi}"
RGB = ("rg", 0.0, 0.2, 0.6), ("rg", 1.0, 0.8, 0.0)
CMYK = ("/DeviceCMYK", 1.0, 0.8, 0.0, 0.0), ("/DeviceCMYK", 0.0, 0.0, 1.0, 0.0)
GRANT = {"share": "co-funded", "programme": "Erasmus+", "number": "2026-1-TR01", "authority": "Masal Ajansı"}


@pytest.fixture
def root(tmp_path):
    return make_project(tmp_path / "okul")


def make(root, funding, *names, language="en"):
    """What a build says of the emblem, and its output folder."""
    rewrite(root / "portfolio.yaml", BY_LABEL, funding)
    choice = Choice(names=names, languages=(language,))
    run = build(load(root), draft=False, today=TODAY, report=silent, choice=choice)
    assert all(artefact.path for artefact in run.artefacts)
    said = [each for each in run.problems if each.code.startswith("funding.")]
    return said, root / "output" / "print"


def grant(*without):
    kept = {key: value for key, value in GRANT.items() if key not in without}
    return (
        "{basis: grant, disclaimer: {en: Views are the authors’ only.}"
        + "".join(f", {key}: {value}" for key, value in kept.items())
        + "}"
    )


def text_of(file):
    return pypdfium2.PdfDocument(file)[0].get_textpage().get_text_range()


@pytest.mark.parametrize(
    ("funding", "codes"),
    [
        ("{basis: none}", ["funding.none"]),
        ("{basis: label}", ["funding.label-unconfirmed"]),
        (grant("share"), ["funding.grant-share"]),
        (grant("number", "authority"), ["funding.grant-number", "funding.grant-authority"]),
    ],
)
def test_without_a_whole_basis_the_poster_is_made_without_an_emblem(funding, codes, root):
    said, folder = make(root, funding, "poster-mission")
    assert [problem.code for problem in said] == codes
    assert list(flags_in(folder / "poster-mission.en.pdf", *RGB)) == []
    assert "unded by" not in text_of(folder / "poster-mission.en.pdf")


@pytest.mark.parametrize(("funding", "line"), [(BY_LABEL, "Funded by"), (grant(), "Co-funded by")])
def test_on_a_whole_basis_emblem_and_statement_stand_on_it(funding, line, root):
    said, folder = make(root, funding, "poster-mission")
    assert said == []
    ((field, stars),) = flags_in(folder / "poster-mission.en.pdf", *RGB)
    assert worst_in(field, stars)[0] < 1e-4
    text = text_of(folder / "poster-mission.en.pdf")
    assert line in text
    assert ("Views are the authors’ only." in text) is (line == "Co-funded by")


def test_until_somebody_answers_the_letter_that_asks_lies_beside_it(root):
    letters = root / "output" / "private" / "letters"
    rewrite(root / "portfolio.yaml", BY_LABEL, "{basis: label}")
    assert portfolio("build", "--only", "poster-mission", root=root) == 0
    assert {file.name for file in letters.iterdir()} == {"emblem.tr.docx", "emblem.en.docx"}


def test_with_an_answer_a_build_writes_no_letter(root):
    assert portfolio("build", "--only", "poster-mission", "--lang", "en", root=root) == 0
    assert not (root / "output" / "private" / "letters").exists()


def test_each_sheet_has_its_own_ink(root):
    funding = BY_LABEL.replace("}", ", inks: {poster-mission: cmyk, plaque: black}}")
    said, folder = make(root, funding, "poster-mission", "plaque")
    assert said == []
    assert len(list(flags_in(folder / "poster-mission.en.pdf", *CMYK))) == 1
    white, black = ("rg", 1.0, 1.0, 1.0), ("rg", 0.0, 0.0, 0.0)
    assert len(list(flags_in(folder / "plaque.en.pdf", white, black))) == 1


def test_official_artwork_is_on_every_document_and_one_with_few_pixels_is_named(root):
    Image.new("RGB", (450, 100), "#003399").save(root / "EN.png")
    funding = BY_LABEL.replace("}", ", artwork: {en: EN.png}}")
    said, folder = make(root, funding, "dossier", "poster-mission")
    ((code, values),) = {(problem.code, problem.values) for problem in said}
    assert (code, dict(values)) == ("funding.artwork-small", {"height": "100", "least": "130"})
    with pikepdf.open(folder / "poster-mission.en.pdf") as pdf:
        assert [image.Width for image in pdf.pages[0].get_images().values()] == [450]
    assert list(flags_in(folder / "poster-mission.en.pdf", *RGB)) == []
    dossier = root / "output" / "evaluator"
    assert (dossier / "dossier.en.pdf").is_file()
    assert (dossier / "dossier.en.docx").is_file()


def test_artwork_that_is_changed_makes_the_documents_anew(root):
    Image.new("RGB", (1350, 300), "#003399").save(root / "EN.png")
    funding = BY_LABEL.replace("}", ", artwork: EN.png}")
    make(root, funding, "poster-mission")
    before = (root / "output/print/poster-mission.en.pdf").read_bytes()
    Image.new("RGB", (1500, 300), "#003399").save(root / "EN.png")
    run = build(load(root), draft=False, today=TODAY, report=silent, choice=Choice(names=("poster-mission",)))
    assert not any(problem.code.startswith("funding.") for problem in run.problems)
    assert (root / "output/print/poster-mission.en.pdf").read_bytes() != before


@pytest.mark.parametrize("funding", ["{basis: none}", "{basis: label}"])
def test_a_build_says_that_there_is_no_emblem(funding, root, capsys):
    rewrite(root / "portfolio.yaml", BY_LABEL, funding)
    assert portfolio("build", "--only", "plaque", "--lang", "en", root=root) == 0
    assert "No EU emblem is shown" in " ".join(capsys.readouterr().out.split())
