"""A finding in a written file: the file is not handed out, the old one stays, and the text it comes from is named."""

import json
from pathlib import Path

import pytest
from projects import digests, make_project, portfolio, rewrite


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = make_project(tmp_path / "okul")
    rewrite(root / "portfolio.yaml", "languages: [tr, en]", "languages: [tr]")
    rewrite(root / "portfolio.yaml", "[dossier, poster-mission, plaque]", "[dossier, plaque]")
    assert portfolio("build", root=root) == 0
    return root


def write(root: Path, text: str) -> None:
    (root / "narrative" / "model.tr.md").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ("Velimiz Ayşe: 0532 123 45 67", "phone"),
        ("Yazın: ayse.veli@gmail.com", "mail"),
        ("T.C. kimlik no 10000000146", "identity-number"),
    ],
)
def test_a_document_with_a_finding_is_not_made_and_the_old_one_stays(
    root: Path, capsys: pytest.CaptureFixture[str], told: str, code: str
) -> None:
    before = digests(root / "output" / "evaluator")
    write(root, told)
    capsys.readouterr()
    assert portfolio("build", "--json", root=root) == 5
    said = capsys.readouterr().out
    document = json.loads(said)
    assert {artefact["path"]: artefact["outcome"] for artefact in document["artefacts"]} == {
        "evaluator/dossier.tr.pdf": "failed",
        "evaluator/dossier.tr.docx": "failed",
        "print/plaque.tr.pdf": "fresh",
        "print/plaque.tr.svg": "fresh",
        "print/plaque.tr.txt": "fresh",
    }
    assert digests(root / "output" / "evaluator") == before
    assert portfolio("build", root=root) == 5
    last = capsys.readouterr().out.splitlines()[-1]
    assert last.startswith("2 artefacts failed: evaluator/dossier.tr.pdf, evaluator/dossier.tr.docx. Hand nothing over")
    named = {problem["file"] for problem in document["problems"] if problem["code"] == f"consent.personal.{code}"}
    assert named == {"narrative/model.tr.md"}
    assert not any(part in said for part in ("0532 123", "ayse.veli", "10000000146"))


def test_what_the_school_publishes_is_printed(root: Path) -> None:
    write(root, "Okul cep telefonu: 0532 123 45 67")
    settings = root / "portfolio.yaml"
    settings.write_text(f"{settings.read_text('utf-8')}consent: {{public: ['0532 123 45 67']}}\n", "utf-8")
    assert portfolio("build", root=root) == 0
