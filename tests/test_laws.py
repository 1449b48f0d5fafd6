"""The laws of the architecture that no single module can keep, tried on a whole small project."""

import io
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image
from projects import TODAY, cache_of, fixity, load, make_project, photograph, portfolio

from portfolio.build.run import build
from portfolio.build.survey import take_survey
from portfolio.errors import ProjectError
from portfolio.model.artefact import Outcome
from portfolio.model.catalogue import FileState
from portfolio.model.clearance import Audience
from portfolio.model.events import silent
from portfolio.model.problem import error

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A project built once, what is known of it, and its evidence before; for tests that only look."""
    root = make_project(tmp_path_factory.mktemp("kanıt klasörü") / "okul işi")
    before = fixity(root / "evidence")
    assert portfolio("build", root=root) == 0
    return root, take_survey(load(root), today=TODAY, report=silent), before


@pytest.fixture
def root(built, tmp_path):
    """A copy of the built project, to be changed; its cache comes along."""
    original, _, _ = built
    copy = tmp_path / "kopya"
    shutil.copytree(original, copy)
    shutil.copytree(cache_of(original), cache_of(copy))
    return copy


def rebuild(root, **changed):
    return build(load(root), **{"draft": False, "today": TODAY, "report": silent, **changed})


def outcomes(run):
    return {artefact.spec.path: artefact.outcome for artefact in run.artefacts}


def test_law_1_the_evidence_is_never_changed(built):
    root, _, before = built
    assert len(before) == 5
    for command in ("collect", "map", "check", "build"):
        portfolio(command, root=root)
        assert fixity(root / "evidence") == before


def test_law_2_every_file_is_in_one_state(built):
    _, survey, before = built
    assert sorted(row.file for row in survey.ledger) == sorted(before)
    states = {row.file: row.state for row in survey.ledger}
    assert states["5-icerme-ve-inovasyon/yarım.jpg"] is FileState.QUARANTINED
    assert states["4-rol-model/açık kapı günü.jpg"] is FileState.USED


def test_law_3_same_bytes_from_another_folder_and_time_zone(built, tmp_path):
    root, _, _ = built
    other = tmp_path / "başka yer"
    shutil.copytree(root, other, ignore=shutil.ignore_patterns("output"))
    subprocess.run(
        [sys.executable, ROOT / "cli.py", "build", "--project", other, "--on", TODAY.isoformat()],
        env={**os.environ, "TZ": "Pacific/Kiritimati", "PORTFOLIO_CACHE": str(tmp_path / "c"), "PYTHONHASHSEED": "7"},
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
    ours, theirs = fixity(root / "output"), fixity(other / "output")
    assert len(ours) >= 11
    assert {name: sha for name, (sha, _) in ours.items()} == {name: sha for name, (sha, _) in theirs.items()}


def test_law_4_an_incremental_build_equals_a_clean_one(root, tmp_path):
    photograph(root / "evidence" / "3-ogrenciler" / "yeni.jpg", colour="navy")
    (root / "evidence" / "1-ortak-liderlik" / "toplantı notu.txt").unlink()
    incremental = rebuild(root)
    assert Outcome.MADE in outcomes(incremental).values()

    clean = tmp_path / "temiz"
    shutil.copytree(root, clean, ignore=shutil.ignore_patterns("output"))
    rebuild(clean)
    hashes = [
        {name: sha for name, (sha, _) in fixity(place / "output").items() if not name.startswith("private/")}
        for place in (root, clean)
    ]
    assert hashes[0] == hashes[1]


def test_law_4_what_was_not_chosen_is_left_as_it_is_until_all_is_built(root, capsys):
    before = fixity(root / "output")
    photograph(root / "evidence/3-ogrenciler/yeni.jpg", colour="navy")
    (root / "portfolio.yaml").write_text(
        (root / "portfolio.yaml").read_text(encoding="utf-8").replace("city: Masalköy", "city: Uzak Masalköy"),
        encoding="utf-8",
    )
    assert portfolio("build", "--explain", root=root) == 0
    assert "evaluator/dossier.en.pdf" in capsys.readouterr().out
    assert fixity(root / "output") == before
    assert portfolio("build", "--only", "dossier", "--lang", "tr", root=root) == 0
    now = fixity(root / "output")
    changed = {name for name in before if now[name] != before[name] and not name.startswith("private/")}
    assert changed == {"evaluator/dossier.tr.pdf", "evaluator/dossier.tr.docx", "evaluator/manifest-sha256.txt"}
    assert before.keys() <= now.keys()


def test_a_choice_of_nothing_that_is_there_is_one_sentence(root, capsys):
    before = fixity(root / "output")
    for chosen, said in (
        (("--only", "dosier"), "Perhaps “dossier”; it makes: dossier, poster-mission, plaque."),
        (("--lang", "sv"), "no documents in “sv”; its languages: tr, en."),
    ):
        assert portfolio("build", *chosen, root=root) == 2
        out = capsys.readouterr().out
        assert said in out
        assert out.count("Error") == 1
    assert fixity(root / "output") == before


def test_somebody_who_withdrew_is_named_in_what_was_not_chosen(root, capsys):
    decisions = root / "decisions.csv"
    asked = decisions.read_text(encoding="utf-8-sig").replace(";people;yok;", ";people;Deniz Kaya;")
    decisions.write_text(asked, encoding="utf-8")
    (root / "consent.csv").write_text(
        "person;role;scopes;given_on;by;expires_on;withdrawn_on;note\n"
        "Deniz Kaya;teacher;evaluator print;2025-09-01;herself;;2026-11-01;\n",
        encoding="utf-8",
    )
    assert portfolio("build", "--only", "plaque", root=root) == 0
    out = capsys.readouterr().out
    assert out.count("it was not among those to be made") == 4
    assert portfolio("build", root=root) == 0
    assert "still shows" not in capsys.readouterr().out


def test_what_is_said_again_ends_with_any_change(root, capsys):
    def said():
        capsys.readouterr()
        assert portfolio("build", root=root) == 0
        kept = cache_of(root) / "answer.json"  # none while something would be tried again
        return capsys.readouterr().out, kept.read_text(encoding="utf-8") if kept.exists() else ""

    said()
    last = said()
    assert last[1]
    assert "unchanged" in last[0]
    assert said() == last
    header = (root / "decisions.csv").read_text(encoding="utf-8-sig").splitlines()[0]
    for change in (
        lambda: (root / "output/evaluator/dossier.tr.docx").write_bytes(b"edited"),
        lambda: (root / "output/print/plaque.tr.pdf").unlink(),
        lambda: (root / "output/private/ledger.csv").unlink(),
        lambda: (root / "output/evaluator/from elsewhere.pdf").write_bytes(b"%PDF"),
        lambda: (root / "narrative/model.tr.md").write_text("Yeni bir metin\n", encoding="utf-8"),
        lambda: (root / "consent.csv").write_text(
            "person;role;scopes;given_on;by;expires_on;withdrawn_on;note\n", encoding="utf-8"
        ),
        lambda: (root / "decisions.csv").write_text(header + "\n", encoding="utf-8"),
        lambda: (root / "evidence/5-icerme-ve-inovasyon/yarım.jpg").touch(),
    ):
        change()
        new = said()
        assert new[1] != last[1]
        last = said()
    assert (root / "output/print/plaque.tr.pdf").exists()
    assert (root / "output/private/ledger.csv").exists()
    assert (root / "output/evaluator/dossier.tr.docx").read_bytes() == b"edited"


def test_what_is_said_again_is_said_without_reading_the_project(root, capsys, monkeypatch):
    def ask(*more, language="en"):
        capsys.readouterr()
        return portfolio("build", *more, root=root, language=language), capsys.readouterr().out

    assert ask()[0] == 0
    last = ask()
    document = ask("--json")

    def refuse(*_):
        raise ProjectError(error("project.no-file"))

    monkeypatch.setattr("portfolio.project.read_project", refuse)
    assert ask() == last
    assert ask("--json") == document
    for another in (("--draft",), ("--only", "plaque"), ("--lang", "tr"), ("--strict",), ("--explain",)):
        assert ask(*another)[0] == 3, another
    assert ask(language="tr")[0] == 3
    with monkeypatch.context() as tomorrow:
        tomorrow.setattr("projects.TODAY", TODAY + timedelta(days=1))
        assert ask()[0] == 3
    assert ask() == last
    (root / "portfolio.yaml").touch()
    assert ask()[0] == 3


def test_what_is_said_again_loads_nothing_that_reads_or_makes(root):
    assert portfolio("build", root=root) == 0
    arguments = ["build", "--project", str(root), "--on", TODAY.isoformat()]
    code = f"import sys, portfolio.cli.app as app; app.run({arguments!r}); print(*sorted(sys.modules), file=sys.stderr)"
    environment = {**os.environ, "PORTFOLIO_LANG": "en", "PORTFOLIO_CACHE": str(cache_of(root).parent)}
    run = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    loaded = set(run.stderr.split())
    assert "portfolio.build.unchanged" in loaded
    assert loaded.isdisjoint({"pydantic", "jinja2", "rich", "PIL", "portfolio.project", "portfolio.framework"})


def test_a_second_build_makes_nothing(root):
    before = fixity(root / "output")
    again = rebuild(root)
    assert set(outcomes(again).values()) == {Outcome.FRESH}
    assert fixity(root / "output") == before


def test_law_5_killed_at_any_moment_the_old_outputs_stay_whole(root, tmp_path):
    (root / "portfolio.yaml").write_text(
        (root / "portfolio.yaml").read_text(encoding="utf-8").replace("city: Masalköy", "city: Yeni Masalköy"),
        encoding="utf-8",
    )
    old = {name: sha for name, (sha, _) in fixity(root / "output").items()}
    for delay in (0.4, 0.9, 1.6, 2.4):
        process = subprocess.Popen(
            [sys.executable, ROOT / "cli.py", "build", "--project", root, "--on", TODAY.isoformat()],
            env={**os.environ, "PORTFOLIO_CACHE": str(root.parent / "kopya-cache")},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        process.wait()
        now = {name: sha for name, (sha, _) in fixity(root / "output").items() if not Path(name).name.startswith(".")}
        assert old.keys() <= now.keys()
        for name in old:
            if name.endswith((".pdf", ".docx")) and now[name] != old[name]:
                content = (root / "output" / name).read_bytes()
                assert content.rstrip().endswith(b"%%EOF") or zipfile.ZipFile(io.BytesIO(content)).testzip() is None
    clean = tmp_path / "temiz"
    shutil.copytree(root, clean, ignore=shutil.ignore_patterns("output"))
    assert portfolio("build", root=root) == portfolio("build", root=clean) == 0
    found, expected = ({name: sha for name, (sha, _) in fixity(place / "output").items()} for place in (root, clean))
    assert found == expected


def test_law_5_killed_while_artefacts_are_made_side_by_side(root, tmp_path):
    for number in range(30):
        photograph(root / f"evidence/4-rol-model/kare {number}.jpg", size=(200 + number, 150), at=(number % 3, 1))
    with (root / "decisions.csv").open("a", encoding="utf-8") as stream:
        stream.write(";4-rol-model/;people;yok;Koordinatör;2026-11-01;\n")
    old = {name: sha for name, (sha, _) in fixity(root / "output").items()}
    process = subprocess.Popen(
        [sys.executable, ROOT / "cli.py", "build", "--project", root, "--on", TODAY.isoformat()],
        env={**os.environ, "PORTFOLIO_CACHE": str(root.parent / "kopya-cache")},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while not [path for path in cache_of(root).glob("making-*/*/*") if path.is_file()]:
        assert process.poll() is None
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()
    now = {name: sha for name, (sha, _) in fixity(root / "output").items() if not Path(name).name.startswith(".")}
    assert old.keys() <= now.keys()
    assert [name for name in old if name.endswith(".docx") and now[name] != old[name]] == []
    clean = tmp_path / "temiz"
    shutil.copytree(root, clean, ignore=shutil.ignore_patterns("output"))
    assert portfolio("build", root=root) == portfolio("build", root=clean) == 0
    found, expected = ({name: sha for name, (sha, _) in fixity(place / "output").items()} for place in (root, clean))
    assert found == expected


def test_law_7_one_failed_artefact_does_not_stop_the_rest(root, monkeypatch, capsys):
    from portfolio.build import make as making
    from portfolio.model.problem import error

    (root / "portfolio.yaml").write_text(
        (root / "portfolio.yaml").read_text(encoding="utf-8").replace("city: Masalköy", "city: Uzak Masalköy"),
        encoding="utf-8",
    )
    old = (root / "output/evaluator/dossier.tr.docx").read_bytes()
    monkeypatch.setattr(making, "write_docx", lambda *_: (error("audit.link", anchor="x", text="y"),))
    code = portfolio("build", root=root)
    assert code == 5
    assert (root / "output/evaluator/dossier.tr.docx").read_bytes() == old
    assert "FAILED" in capsys.readouterr().out


def test_law_7_an_artefact_that_trips_the_program_does_not_stop_the_rest(root, monkeypatch, capsys):
    from portfolio.render import sheets as making

    def trip(*_):
        raise ZeroDivisionError

    shutil.rmtree(root / "output")
    monkeypatch.setattr(making, "plaque_html", trip)
    assert portfolio("build", root=root) == 5
    assert (root / "output/evaluator/dossier.tr.pdf").exists()
    assert not (root / "output/print/plaque.tr.pdf").exists()
    (log, *_) = sorted(cache_of(root).glob("*plaque.tr.pdf.log"))
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")
    assert log.name in capsys.readouterr().out.replace("\n", "")


def test_law_9_no_camera_metadata_in_what_we_write(built):
    root, _, _ = built
    assert b"Masalcam" in (root / "evidence/4-rol-model/açık kapı günü.jpg").read_bytes()
    pictures = 0
    for path in sorted((root / "output").rglob("*.docx")):
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                assert b"Masalcam" not in archive.read(name)
                if name.endswith((".jpg", ".jpeg")):
                    pictures += 1
                    assert dict(Image.open(io.BytesIO(archive.read(name))).getexif()) == {}
    import pypdf

    for path in sorted((root / "output/evaluator").rglob("*.pdf")):
        for page in pypdf.PdfReader(path).pages:
            for image in page.images:
                pictures += 1
                assert b"Exif" not in image.data[:64]
                assert b"Masalcam" not in image.data
    assert pictures >= 4


def test_law_11_no_network(root, monkeypatch):
    import socket

    def refuse(*_):
        raise AssertionError("the program opened a socket to the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    (root / "portfolio.yaml").write_text(
        (root / "portfolio.yaml").read_text(encoding="utf-8").replace("city: Masalköy", "city: Masalköyü"),
        encoding="utf-8",
    )
    assert Outcome.MADE in outcomes(rebuild(root)).values()


@pytest.mark.parametrize("folders", ["{output: evidence/out}", "{evidence: output/ev}", "{output: .}"])
def test_law_12_evidence_and_output_never_lie_inside_each_other(root, folders, capsys):
    (root / "output" / "ev").mkdir()
    with (root / "portfolio.yaml").open("a", encoding="utf-8") as stream:
        stream.write(f"folders: {folders}\n")
    assert portfolio("build", root=root) == 3
    assert "→" in capsys.readouterr().out


def test_law_13_what_a_person_edited_is_kept_and_named(root, capsys):
    dossier = root / "output/evaluator/dossier.tr.docx"
    dossier.write_bytes(dossier.read_bytes() + b"edited")
    edited = dossier.read_bytes()
    assert portfolio("build", root=root) == 0
    assert not (root / "output/evaluator/dossier.tr.new.docx").exists()  # nothing newer is to be made
    (root / "portfolio.yaml").write_text(
        (root / "portfolio.yaml").read_text(encoding="utf-8").replace("city: Masalköy", "city: Yakın Masalköy"),
        encoding="utf-8",
    )
    assert portfolio("build", root=root) == 0
    assert dossier.read_bytes() == edited
    assert (root / "output/evaluator/dossier.tr.new.docx").exists()
    said = capsys.readouterr().out
    assert "evaluator/dossier.tr.docx" in said
    assert "evaluator/dossier.tr.new.docx" in said


def test_law_14_a_folder_is_what_one_hands_over(built):
    root, survey, _ = built
    withheld = {entry.item for entry in survey.withheld(Audience.EVALUATOR)}
    child = next(item for item in survey.catalogue.items if item.files == ("3-ogrenciler/IMG_20251014_101532.jpg",))
    assert child.id in withheld
    assert child.id not in {piece.item.id for piece in survey.pieces(Audience.EVALUATOR)}
    names = {path.relative_to(root / "output").as_posix() for path in (root / "output").rglob("*.*")}
    assert {name.partition("/")[0] for name in names} == {"evaluator", "print", "private"}
    assert [name for name in names if "ledger" in name] == ["private/ledger.csv"]


def test_a_draft_shows_everything_to_the_school_alone(root):
    before = {name for name in fixity(root / "output") if not name.startswith("private/")}
    run = rebuild(root, draft=True)
    assert {artefact.spec.path.partition("/")[0] for artefact in run.artefacts} == {"private"}
    after = {name for name in fixity(root / "output") if not name.startswith("private/")}
    assert after == before
    import pypdfium2

    document = pypdfium2.PdfDocument(root / "output/private/dossier.tr.pdf")
    text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    assert "TASLAK" in text
    document.close()


def test_what_is_no_longer_wanted_is_removed_unless_edited(root):
    (root / "output/print/plaque.en.txt").write_text("mine", encoding="utf-8")
    (root / "portfolio.yaml").write_text(
        (root / "portfolio.yaml").read_text(encoding="utf-8").replace("languages: [tr, en]", "languages: [tr]"),
        encoding="utf-8",
    )
    run = rebuild(root)
    assert "evaluator/dossier.en.pdf" in run.removed
    assert not (root / "output/evaluator/dossier.en.pdf").exists()
    assert (root / "output/print/plaque.en.txt").read_text(encoding="utf-8") == "mine"
    assert "artefact.unwanted-edited" in {problem.code for problem in run.problems}


def test_a_locked_project_gets_a_sentence(root, capsys):
    from portfolio.files.lock import hold

    with hold(cache_of(root) / "lock"):
        assert portfolio("collect", root=root) == 9
    assert "already at work" in capsys.readouterr().out


def test_without_pango_only_the_pdfs_fail(root, monkeypatch, capsys):
    shutil.rmtree(root / "output")
    (cache_of(root) / "state.sqlite").unlink()
    real_import = __import__

    def no_pango(name, *rest):
        if name.partition(".")[0] == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
        return real_import(name, *rest)

    for name in [name for name in sys.modules if name.partition(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr("builtins.__import__", no_pango)
    code = portfolio("build", root=root)
    monkeypatch.undo()
    said = capsys.readouterr().out
    assert code == 6
    made = sorted(path.name for path in (root / "output").rglob("*.*"))
    assert [name for name in made if not name.endswith((".csv", ".html", ".ics"))] == [
        "dossier.en.docx",
        "dossier.tr.docx",
        "evidence-sha256.txt",
        "manifest-sha256.txt",
        "manifest-sha256.txt",
        "plaque.en.txt",
        "plaque.tr.txt",
    ]
    assert "Pango" in said
    portfolio("build", root=root)
    assert re.search(r"evaluator/dossier\.tr\.docx +made", capsys.readouterr().out)  # with its charts this time
