"""Every link inside what the demo school hands to an evaluator is followed to the place that its words name."""

import re
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from projects import copy_demo, portfolio

from portfolio.files.words import squeezed
from portfolio.i18n import fold

LANGUAGES = ("tr", "en", "sv")


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is for the evaluator, in all languages."""
    root = copy_demo(
        tmp_path_factory.mktemp("demo"), languages=", ".join(LANGUAGES), artefacts="dossier, bundle, upload"
    )
    assert portfolio("build", root=root) == 0
    return root / "output" / "evaluator"


def followed(path: Path) -> Iterator[tuple[int, str, str]]:
    """Of every link inside a PDF: its page (from 1), its words, and all that the page says to which it leads."""
    with pypdfium2.PdfDocument(path) as drawn:
        texts = [squeezed(page.get_textpage().get_text_bounded()) for page in drawn]
    with pikepdf.open(path) as pdf:
        numbers = {page.objgen: place for place, page in enumerate(pdf.pages)}
        places = pikepdf.NameTree(pdf.Root.Names.Dests) if "/Dests" in pdf.Root.get("/Names", {}) else {}
        for place, page in enumerate(pdf.pages, start=1):
            for link in page.get("/Annots", []):
                given = link.A.get("/D") if "/A" in link else link.get("/Dest")
                if given is None:  # an address outside
                    continue
                target = places[str(given)] if isinstance(given, pikepdf.String | pikepdf.Name) else given
                target = target.get("/D") if isinstance(target, pikepdf.Dictionary) else target
                yield place, str(link.get("/Contents", "")), texts[numbers[target[0].objgen]]


def sought(words: str) -> str:
    """What stands at the place that a link's words name: the number of a piece, else the words themselves."""
    number = re.search(r"\b\w\.\d+\b", words)
    return fold(number[0] if number else squeezed(words))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["dossier", "bundle"])
def test_a_link_leads_where_its_words_say(output, name, language):
    links = list(followed(output / f"{name}.{language}.pdf"))
    assert len(links) > 200
    assert [(page, words) for page, words, there in links if not words or sought(words) not in fold(there)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_so_does_each_of_what_is_uploaded(output, language):
    files = sorted((output / "upload").glob(f"*.{language}.pdf"))
    assert len(files) > 20
    links = [(file.name, *link) for file in files for link in followed(file)]
    assert len(links) > 100
    astray = [(name, words) for name, _, words, there in links if not words or sought(words) not in fold(there)]
    assert astray == []
