"""The demo school is a list of fixtures: the page that lists it, its register and its decisions stay true."""

import csv
import io
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
EVIDENCE = ROOT / "evidence"
PAGE = ROOT / "docs" / "demo-school.md"
LANGUAGES = ("tr", "en", "sv")
TEXTS = ("school", "leadership", "collaboration", "students", "model", "inclusion", "e-safety")
PICTURES = (".jpg", ".jpeg", ".png", ".webp")  # an HEIC encoder promises no bytes


def evidence_files() -> set[str]:
    return {path.relative_to(EVIDENCE).as_posix() for path in EVIDENCE.rglob("*") if path.is_file()}


def rows(name: str) -> list[dict[str, str]]:
    data = (ROOT / name).read_bytes()
    assert data.startswith("\ufeff".encode()), "as a Turkish Excel saves it"
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))


def caption_rows() -> list[dict[str, str]]:
    from openpyxl import load_workbook

    found = []
    for path in sorted(EVIDENCE.rglob("captions.csv")) + sorted(EVIDENCE.rglob("altyazılar.csv")):
        folder = path.parent.name
        table = csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig")), delimiter=";")
        found += [{**row, "Dosya": f"{folder}/{row['Dosya']}"} for row in table]
    for path in sorted(EVIDENCE.rglob("captions.xlsx")):
        header, *lines = load_workbook(path).active.iter_rows(values_only=True)
        table = [dict(zip(header, (cell or "" for cell in line), strict=True)) for line in lines]
        found += [{**row, "Dosya": f"{path.parent.name}/{row['Dosya']}"} for row in table]
    assert len(found) > 35
    return found


def test_page_lists_every_file_and_no_other():
    listed = re.findall(r"^\| `([^`]+)` \|", PAGE.read_text("utf-8"), re.MULTILINE)
    assert len(listed) > 50
    assert len(listed) == len(set(listed))
    assert set(listed) == evidence_files()


def test_decisions_speak_of_files_that_exist():
    decisions = rows("decisions.csv")
    assert len(decisions) >= 15
    for row in decisions:
        assert (EVIDENCE / row["file"]).exists(), row["file"]


def test_caption_sheets_speak_of_files_that_exist():
    for row in caption_rows():
        assert (EVIDENCE / row["Dosya"]).is_file(), row["Dosya"]


def test_captions_stand_in_all_languages_or_in_none():
    for row in caption_rows():
        for field in ("Başlık", "Açıklama", "Alternatif metin"):
            given = [bool(row[field]), bool(row[f"{field} (en)"]), bool(row[f"{field} (sv)"])]
            assert len(set(given)) == 1, (row["Dosya"], field)


def test_everybody_named_in_captions_stands_in_the_register():
    registered = {row["person"] for row in rows("consent.csv")}
    named = {
        name.strip()
        for row in caption_rows()
        for name in row["Kişiler"].split(";")
        if name.strip() not in ("", "yok", "tanınmıyor", "4-A (Mert Gümüşgöl hariç)")
    }
    assert len(named) >= 8
    assert named <= registered


def test_every_pupil_of_the_list_has_answered_but_one():
    pupils = [f"{row['Adı']} {row['Soyadı']}" for row in rows("pupils.csv")]
    answered = {row["person"] for row in rows("consent.csv") if row["role"] == "pupil"}
    assert len(pupils) == len(set(pupils)) == 105
    assert [pupil for pupil in pupils if pupil not in answered] == [pupils[-1]]


def test_register_has_a_withdrawn_and_an_expired_consent():
    register = rows("consent.csv")
    assert [row["person"] for row in register if row["withdrawn_on"]] == ["Mert Gümüşgöl"]
    assert [row["person"] for row in register if row["expires_on"] and row["expires_on"] < "2026-11-20"] == [
        "Emir Devdağ"
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", TEXTS)
def test_narratives_are_full(text, language):
    source = (ROOT / "narrative" / f"{text}.{language}.md").read_text("utf-8")
    body, plan = source.partition("\n## ")[0], source.partition("## plan")[2]
    assert 120 <= len(body.split()) <= 250
    if text != "school":
        assert 3 <= plan.count("\n- ") <= 4


def test_same_numbers_in_every_language():
    for text in TEXTS:
        sources = [(ROOT / "narrative" / f"{text}.{language}.md").read_text("utf-8") for language in LANGUAGES]
        years = [sorted(re.findall(r"\b20\d\d\b", source)) for source in sources]
        assert years[0] == years[1] == years[2], text


def test_copy_and_broken_file_are_what_the_page_says():
    copy, original = "gelen/IMG_20251014_101532 (1).jpg", "1-ortak-liderlik/IMG_20251014_101532.jpg"
    assert (EVIDENCE / copy).read_bytes() == (EVIDENCE / original).read_bytes()
    assert not (EVIDENCE / "gelen/IMG_20260401_090000.jpg").read_bytes().endswith(b"\xff\xd9")


def test_evidence_stays_small():
    assert sum((EVIDENCE / name).stat().st_size for name in evidence_files()) < 25_000_000


@pytest.mark.slow
def test_script_draws_the_same_bytes(tmp_path):
    subprocess.run([sys.executable, ROOT / "script" / "draw_demo.py", "--to", tmp_path / "evidence"], check=True)
    drawn = {path.relative_to(tmp_path / "evidence").as_posix(): path for path in (tmp_path / "evidence").rglob("*.*")}
    pictures = {name for name in drawn if name.lower().endswith(PICTURES)}
    assert len(pictures) > 24
    different = {name for name in pictures if drawn[name].read_bytes() != (EVIDENCE / name).read_bytes()}
    assert not different
    assert (tmp_path / "narrative" / "logo.png").read_bytes() == (ROOT / "narrative" / "logo.png").read_bytes()
