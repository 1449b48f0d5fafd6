"""The installed wheel works far from the checkout: templates, frameworks and messages are in it."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from portfolio.practice import PARTS

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """A folder into which the wheel of this checkout is installed, and the names in the wheel."""
    place = tmp_path_factory.mktemp("wheel")
    quiet = {"check": True, "capture_output": True, "text": True}
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", place, ROOT], cwd=place, **quiet
    )
    (wheel,) = place.glob("*.whl")
    target = place / "site"
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", target, wheel], cwd=place, **quiet
    )
    with zipfile.ZipFile(wheel) as archive:
        return target, set(archive.namelist())


def run(installed, *arguments, cwd):
    """The command from the installed wheel, in another folder, with a cache of its own."""
    site, _ = installed
    code = (
        "import sys, portfolio; assert portfolio.__file__.startswith(sys.argv[1]), portfolio.__file__\n"
        "from portfolio.cli import main; main(sys.argv[2:])"
    )
    return subprocess.run(
        [sys.executable, "-c", code, str(site), *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(site), "PORTFOLIO_CACHE": str(cwd / "önbellek"), "PORTFOLIO_LANG": "en"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_all_data_files_are_in_the_wheel(installed):
    _, names = installed
    data = [
        path.relative_to(ROOT)
        for folder in ("portfolio", "templates")
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    ]
    assert len(data) > 120
    expected = {path.as_posix() if path.parts[0] == "portfolio" else f"portfolio/{path.as_posix()}" for path in data}
    assert expected - names == set()
    assert not any(name.startswith(("evidence/", "tests/", "cli.py")) for name in names)


def test_the_school_to_practise_on_is_in_the_wheel(installed, tmp_path):
    copied = run(installed, "practice", "deneme", "--json", cwd=tmp_path)
    assert copied.returncode == 0, copied.stdout + copied.stderr
    ours = {path.relative_to(ROOT).as_posix() for part in PARTS for path in (ROOT / part, *(ROOT / part).rglob("*"))}
    here = {name for name in ours if (ROOT / name).is_file()}
    assert here - set(json.loads(copied.stdout)["files"]) == {"evidence/gelen/.DS_Store"}, "hatchling leaves that out"
    told = run(installed, "doctor", "--project", "deneme", cwd=tmp_path)
    assert told.returncode == 0, told.stdout + told.stderr


def test_a_project_begins_and_builds_from_the_wheel(installed, tmp_path):
    folder = tmp_path / "Işıklar okulu"
    begun = run(installed, "init", str(folder), "--school", "Işıklar İlkokulu", "--lang", "tr", cwd=tmp_path)
    assert begun.returncode == 0, begun.stdout + begun.stderr
    (folder / "evidence" / "4-rol-model" / "tanıtım günü.txt").write_text(
        "Komşu okullara eTwinning tanıtım günü yaptık.", encoding="utf-8"
    )
    built = run(installed, "build", "--project", str(folder), "--on", "2026-11-20", cwd=tmp_path)
    assert built.returncode == 0, built.stdout + built.stderr
    made = sorted(path.relative_to(folder / "output").as_posix() for path in (folder / "output").rglob("*.*"))
    assert made == [
        "evaluator/application.tr.docx",
        "evaluator/application.tr.txt",
        "evaluator/dossier.tr.docx",
        "evaluator/dossier.tr.pdf",
        "evaluator/manifest-sha256.txt",
        "evaluator/upload/4-model.tr.pdf",
        "print/info-sheet.tr.docx",
        "print/info-sheet.tr.pdf",
        "print/manifest-sha256.txt",
        "print/plaque.tr.engraving.pdf",
        "print/plaque.tr.engraving.svg",
        "print/plaque.tr.pdf",
        "print/plaque.tr.svg",
        "print/plaque.tr.txt",
        "print/poster-mission.tr.pdf",
        "private/clearance.csv",
        "private/evidence-sha256.txt",
        "private/ledger.csv",
        "private/readiness.tr.html",
    ]
