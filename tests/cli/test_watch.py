"""Watching as a person starts it: files come slowly, one build each; it ends whole."""

import json
import os
import signal
import time

import pytest
from jsonschema import Draft202012Validator
from projects import make_project, photograph, portfolio
from running import running

from portfolio.resources import PACKAGE

QUICK = ("watch", "--every", "0.1", "--still", "1.5")


@pytest.fixture
def root(tmp_path):
    root = make_project(tmp_path / "okul")
    settings = (root / "portfolio.yaml").read_text(encoding="utf-8")
    settings = settings.replace("[dossier, poster-mission, plaque]", "[dossier]").replace("[tr, en]", "[tr]")
    (root / "portfolio.yaml").write_text(settings, encoding="utf-8")
    return root


def builds(watch):
    return [line for line in watch.lines if "made:" in line or "unchanged" in line]


def test_a_file_that_comes_in_two_parts_is_built_once_when_it_stands_still(root, tmp_path):
    photograph(tmp_path / "foto.jpg", colour="navy")
    whole = (tmp_path / "foto.jpg").read_bytes()
    came = root / "evidence" / "4-rol-model" / "yeni.jpg"
    with running(*QUICK, root=root, cache=tmp_path / "cache") as watch:
        watch.wait_for("made:")
        (came.with_name("half.jpg.crdownload")).write_bytes(b"half")
        came.write_bytes(whole[:2000])
        time.sleep(0.7)
        with came.open("ab") as file:
            file.write(whole[2000:])
        watch.wait_for("1 new: evidence/4-rol-model/yeni.jpg")
        before = len(builds(watch))
        while len(builds(watch)) < 2:
            time.sleep(0.05)
        assert watch.end(signal.SIGINT) == 0
    assert before == 1
    assert len(builds(watch)) == 2
    assert watch.lines[-1] == "Ended. What was made is whole.\n"
    assert not any("yeni.jpg: " in line for line in watch.lines), "it was read while it was half"


def test_errors_do_not_end_it_and_are_told_once(root, tmp_path):
    with running(*QUICK, root=root, cache=tmp_path / "cache") as watch:
        watch.wait_for("made:")
        settings = (root / "portfolio.yaml").read_text(encoding="utf-8")
        (root / "portfolio.yaml").write_text(settings + "broken: [\n", encoding="utf-8")
        watch.wait_for("Error: portfolio.yaml")
        (root / "portfolio.yaml").write_text(settings + "# mended\n", encoding="utf-8")
        watch.wait_for("unchanged")
        assert watch.end(signal.SIGTERM) == 0
    assert sum("yarım.jpg" in line for line in watch.lines) == 2, "before the settings broke, and when they were mended"


def test_never_two_at_once_but_other_commands_in_between(root, tmp_path, monkeypatch):
    with running(*QUICK, root=root, cache=tmp_path / "okul-cache") as watch:
        watch.wait_for("made:")
        monkeypatch.chdir(root)
        assert portfolio("watch", root=root) == 9
        assert portfolio("collect", root=root) == 0
        watch.end(signal.SIGINT)


def test_what_was_built_is_told_to_programs_at_the_end(root, tmp_path):
    with running(*QUICK, "--json", root=root, cache=tmp_path / "cache") as watch:
        while not (root / "output" / "evaluator" / "dossier.tr.pdf").exists():
            time.sleep(0.1)
        time.sleep(0.5)  # amid the next artefact
        assert watch.end(signal.SIGINT) == 0
    document = json.loads("".join(watch.lines))
    schema = json.loads((PACKAGE / "cli" / "schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(document)


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGINT to send to a process there")
@pytest.mark.parametrize("moment", [0.3, 1.5])
def test_ctrl_c_in_a_build_leaves_all_whole(root, tmp_path, moment):
    """Code 130 and one sentence, or the build was through; the next run ends as if nothing had been."""
    cache = tmp_path / "okul-cache"
    with running("build", "--on", "2026-11-20", root=root, cache=cache) as build:
        build.wait_for("(")  # the first stage
        time.sleep(moment)
        code = build.end(signal.SIGINT)
    said = "".join(build.lines)
    assert code in (0, 130), said
    assert ("Stopped. What was finished is whole" in said) == (code == 130)
    assert "Traceback" not in said
    assert not list((root / "output").rglob("*.part")) or code == 130
    assert portfolio("build", root=root) == 0
    assert not list((root / "output").rglob("*.part"))
    assert not list((root / "output").rglob("*.new*"))
