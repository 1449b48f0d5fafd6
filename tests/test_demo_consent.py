"""The demo school's dossiers for three audiences, read back: each shows what its readers may see and nothing else."""

import zipfile
from pathlib import Path

import pypdfium2
import pytest
from projects import copy_demo, portfolio
from test_demo_school import caption_rows

ROOT = Path(__file__).resolve().parents[1]
AUDIENCES = ("evaluator", "print", "web")


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, str]]:
    """By audience: the text of the PDF's pages, and the story of the Word document as XML."""
    wanted = "dossier, dossier-print, dossier-web"
    root = copy_demo(tmp_path_factory.mktemp("demo"), languages="tr", artefacts=wanted)
    assert portfolio("build", root=root) == 0
    return {
        audience: (
            pages(root / "output" / audience / "dossier.tr.pdf"),
            story(root / "output" / audience / "dossier.tr.docx"),
        )
        for audience in AUDIENCES
    }


def pages(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    return " ".join(text.replace("\ufffe\r\n", "").split())


def story(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read("word/document.xml").decode()


def told_by_the_evidence() -> str:
    """All that captions and quotations of the demo school say."""
    quoted = (ROOT / "evidence" / "3-ogrenciler" / "görüşler.csv").read_text(encoding="utf-8-sig")
    return "\n".join([*(row["Açıklama"] for row in caption_rows()), quoted])


def readers_of(words: str, shown: dict[str, tuple[str, str]]) -> list[str]:
    """Who reads these words: the same in both formats."""
    in_pdf = [audience for audience in AUDIENCES if words in shown[audience][0]]
    in_docx = [audience for audience in AUDIENCES if words in shown[audience][1]]
    return in_pdf if in_pdf == in_docx else [*in_pdf, "≠", *in_docx]


def test_what_holds_nobody_is_shown_to_all(shown: dict[str, tuple[str, str]]) -> None:
    assert readers_of("Herkesin yolu", shown) == list(AUDIENCES)


def test_two_pupils_are_shown_where_both_agreed(shown: dict[str, tuple[str, str]]) -> None:
    assert readers_of("Elçilerin masası", shown) == ["evaluator"]


def test_a_class_but_one_is_shown_where_each_of_the_others_agreed(shown: dict[str, tuple[str, str]]) -> None:
    assert readers_of("Ninemin dokuz taşı", shown) == ["evaluator", "print"]


@pytest.mark.parametrize("words", ["podcast stüdyosu, dokuzuncu bölüm", "Bence toplantılar çok uzun sürüyor"])
def test_who_withdrew_or_did_not_agree_is_shown_and_quoted_nowhere(
    shown: dict[str, tuple[str, str]], words: str
) -> None:
    assert words in told_by_the_evidence()
    assert readers_of(words, shown) == []


def test_an_expired_consent_shows_nobody_anything(shown: dict[str, tuple[str, str]]) -> None:
    words = "bilim şenliğinde 3-B ile 4-B’nin ortak deney masası"
    assert words in told_by_the_evidence()
    assert readers_of(words, shown) == []


def test_pupils_are_called_by_first_name_and_initial(shown: dict[str, tuple[str, str]]) -> None:
    assert readers_of("Ada B. ile Lina Y. koridorda", shown) == ["evaluator"]
    for whole in ("Billurköşk ile", "Ada Billurköşk", "Lina Yıldıztozu", "Yıldıztozu"):
        assert readers_of(whole, shown) == [], whole


def test_the_staff_are_called_by_their_names(shown: dict[str, tuple[str, str]]) -> None:
    assert readers_of("Feride Kafdağlı", shown) == list(AUDIENCES)
    assert readers_of("Kerem Fenerbekçi, ortak proje", shown) == ["evaluator", "print"]
