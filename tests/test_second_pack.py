"""Nothing is tied to eTwinning: another award, with other pillars, words and languages, goes the whole way."""

import ast
import re
import shutil
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from projects import TODAY, load, photograph, portfolio

from portfolio.build.readiness import find_readiness
from portfolio.build.survey import take_survey
from portfolio.framework import read_framework
from portfolio.model.events import silent
from portfolio.model.framework import DEFAULT_FRAMEWORK

PACK = Path(__file__).resolve().parent / "frameworks" / "green-school"
PACKAGE = Path(__file__).resolve().parents[1] / "portfolio"
SETTINGS = """\
school: {name: Schule am Teich, country: DE, city: Märchenau, principal: Frau Holle, coordinator: Herr Linde}
languages: [en]
framework: green-school
label: {status: held, years: 2026-2027}
round: {name: spring}
artefacts: [dossier, poster-mission, plaque, info-sheet]
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """A school that applies for the made-up award, everything built."""
    folder = tmp_path_factory.mktemp("teich") / "schule"
    photograph(folder / "evidence" / "1-wasser" / "Tonne.jpg")
    photograph(folder / "evidence" / "bilder" / "Beet.jpg", colour="green", at=(0, 2))
    (folder / "evidence" / "ungeordnet").mkdir()
    (folder / "evidence" / "ungeordnet" / "rain barrel.txt").write_text("We built a rain barrel.", encoding="utf-8")
    (folder / "evidence" / "captions.csv").write_text(
        "file,area,people\nbilder/Beet.jpg,garden/beds,none\n1-wasser/Tonne.jpg,,none\n", encoding="utf-8"
    )
    (folder / "narrative").mkdir()
    (folder / "narrative" / "garden.en.md").write_text(
        "Ten beds.\n\n## harvest\n\nSoup for all.\n\n## plan\n\nA pond.\n", encoding="utf-8"
    )
    (folder / "portfolio.yaml").write_text(SETTINGS, encoding="utf-8")
    shutil.copytree(PACK, folder / "frameworks" / "green-school")
    return folder


@pytest.fixture(scope="module")
def built(root):
    assert portfolio("build", root=root) == 0
    return root / "output"


def text_of(path):
    """All that stands in a written file."""
    if path.suffix == ".pdf":
        with pypdfium2.PdfDocument(path) as pdf:
            said = [page.get_textpage().get_text_bounded() for page in pdf]
            return "\n".join([*said, *pdf.get_metadata_dict().values()])
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as parts:
            return "\n".join(parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml"))
    return path.read_text(encoding="utf-8")


def test_its_declaration_is_known_by_its_own_name(root, tmp_path):
    school = shutil.copytree(root, tmp_path / "schule")
    photograph(school / "evidence" / "1-wasser" / "Gärtnerversprechen 2026.jpg", colour="red")
    photograph(school / "evidence" / "1-wasser" / "onur beyanı.jpg", colour="blue")
    survey = take_survey(load(school), today=TODAY, report=silent)
    left_out = [item.files[0] for item in survey.catalogue.items if item.id in survey.mapping.excluded]
    assert left_out == ["1-wasser/Gärtnerversprechen 2026.jpg"]
    stands = {each.key: each.why for each in find_readiness(survey).conditions}
    assert stands["declaration"].code == "condition.declaration-old"


def test_its_pieces_are_placed_by_its_own_words(root):
    survey = take_survey(load(root), today=TODAY, report=silent)
    placed = {}
    for item in survey.catalogue.items:
        links = [link.target for link in survey.mapping.links_of(item.id)]
        hints = [link.target for link in survey.mapping.suggestions if link.item == item.id]
        placed[item.files[0]] = (links, hints)
    assert placed == {
        "1-wasser/Tonne.jpg": (["water"], []),
        "bilder/Beet.jpg": (["garden/beds"], []),
        "ungeordnet/rain barrel.txt": ([], ["water"]),
    }
    assert [part.targets for part in survey.project.round.form.parts] == [("water", "garden")]
    assert not [each for each in survey.problems if each.severity == "error"]


@pytest.mark.parametrize("command", ["collect", "map", "check"])
def test_the_commands_speak_of_it(root, command, capsys):
    assert portfolio(command, root=root) in (0, 8)
    said = capsys.readouterr()
    assert "etwinning" not in (said.out + said.err).casefold()


def test_its_documents_say_nothing_of_etwinning(built):
    files = [path for path in built.rglob("*") if path.suffix in {".pdf", ".docx", ".txt"}]
    assert {path.stem.partition(".")[0] for path in files} >= {"dossier", "poster-mission", "plaque", "info-sheet"}
    texts = {path.name: text_of(path) for path in files}
    assert {name: text for name, text in texts.items() if "etwinning" in text.casefold()} == {}
    dossier = re.sub(r"\s+", " ", next(text for name, text in texts.items() if name.endswith("dossier.en.pdf")))
    for said in ("We keep a garden", "Soup for all.", "A pond.", "Green School 2026-2027"):
        assert said in dossier, said


def test_code_names_etwinning_only_as_the_pack_to_begin_with():
    named = [
        (path.name, node.value)
        for path in PACKAGE.rglob("*.py")
        for tree in [ast.parse(path.read_text(encoding="utf-8"))]
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and "etwinning" in str(node.value).casefold() and node not in docs(tree)
    ]
    assert named == [("framework.py", DEFAULT_FRAMEWORK)]


def docs(tree):
    """The docstrings of a module."""
    return {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}


def test_no_code_names_a_pillar_of_etwinning():
    pack = read_framework("etwinning-school", None)
    keys = {pillar.key for pillar in pack.all_pillars} | {kind.key for kind in pack.certificate_kinds}
    allowed = {"other", "pupil-certificate"}  # kinds that every pack has: what is none of them, and what names a pupil
    named = {
        (path.relative_to(PACKAGE).as_posix(), node.value)
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and node.value in keys - allowed
    }
    assert named == set()
