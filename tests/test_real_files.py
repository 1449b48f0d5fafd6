"""A project on a copy of the whole corpus of real files, hostile ones included: built, balanced, and nothing changed.

Stated limits: five minutes (nothing may hang) and 900 MB for the largest process (the architecture's limit for 1,000
pieces).
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from corpus import find_corpus, needs_corpus
from projects import TODAY, fixity

from portfolio.files.csvfile import read_csv

ROOT = Path(__file__).resolve().parents[1]
SECONDS = 300
MEGABYTES = 900

# Peak memory of the largest child so far, in bytes; run apart, so that other tests' children do not count.
MEASURE = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:]).returncode
print("peak", resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024, file=sys.stderr)
sys.exit(code)
"""

PROGRAM = (sys.executable, "-c", MEASURE, sys.executable, ROOT / "cli.py")


def command(root, *arguments):
    return subprocess.run(
        [*PROGRAM, *arguments, "--project", root, "--on", TODAY.isoformat()],
        env={**os.environ, "PORTFOLIO_CACHE": str(root.parent / "cache"), "PORTFOLIO_LANG": "en"},
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    root = tmp_path_factory.mktemp("gerçek dosyalar") / "okul"
    shutil.copytree(find_corpus(), root / "evidence", symlinks=True)
    (root / "portfolio.yaml").write_text(
        "school: {name: Masalköy Işıltı İlkokulu, country: TR}\nlanguages: [tr]\nlabel: {status: applying}\n",
        encoding="utf-8",
    )
    return root


@needs_corpus
def test_the_whole_corpus_is_built_and_every_file_accounted_for(project):
    before = fixity(project / "evidence")
    run = command(project, "build", "--draft", "--json")
    assert run.returncode == 0, run.stdout[-2000:] + run.stderr[-2000:]
    assert "Traceback" not in run.stderr
    document = json.loads(run.stdout)
    assert {artefact["outcome"] for artefact in document["artefacts"]} == {"made"}
    assert int(run.stderr.rsplit("peak ", 1)[1]) < MEGABYTES * 1_000_000
    assert fixity(project / "evidence") == before

    ledger = read_csv(project / "output" / "private" / "ledger.csv", "tr")
    files = [row.cells[0] for row in ledger.rows]
    assert len(files) == len(set(files))
    inside = [name for name in files if any(name.startswith(f"{mail}/") for mail in files)]  # attached to e-mails
    assert len(files) - len(inside) == sum(1 for _ in walk(project / "evidence")) > 150
    states = {row.cells[1] for row in ledger.rows}
    assert states == {"kullanıldı", "kullanılamadı", "henüz yerleştirilmedi"}  # the ledger speaks the school's language
    assert all(row.cells[2] for row in ledger.rows)


@needs_corpus
def test_a_second_run_reads_nothing_again_and_makes_nothing(project):
    command(project, "build", "--draft", "--json")
    run = command(project, "build", "--draft", "--json")
    assert {artefact["outcome"] for artefact in json.loads(run.stdout)["artefacts"]} == {"fresh"}


def walk(folder):
    for place, _, names in os.walk(folder):
        yield from (Path(place) / name for name in names)
