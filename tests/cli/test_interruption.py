"""Ctrl-C stops a command, leaves all whole, and is not lost where a library drops it."""

import os
import signal
import subprocess
import sys
import time

import pytest
from projects import ROOT, TODAY, fixity, make_project, portfolio

from portfolio.cli.console import Console
from portfolio.cli.interruption import interruptible, stop_when_interrupted
from portfolio.cli.words import read_words
from portfolio.errors import ExitCode
from portfolio.model.events import Progress, Stage

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows sends no SIGINT to one process")


class Dropping:
    """Something that is pressed Ctrl-C at while it is taken apart: Python drops what is raised there."""

    def __del__(self):
        signal.raise_signal(signal.SIGINT)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_what_a_library_drops_stops_the_command_at_its_next_step():
    console = Console(read_words("en"), as_json=True)
    step = Progress(stage=Stage.RENDER, done=1, total=2)
    with interruptible():
        console.report(step)
        thing = Dropping()
        del thing
        with pytest.raises(KeyboardInterrupt):
            console.report(step)
    console.report(step)  # forgotten with the command


def test_what_nobody_drops_stops_at_once():
    with pytest.raises(KeyboardInterrupt), interruptible():
        signal.raise_signal(signal.SIGINT)
        raise AssertionError("it went on")
    stop_when_interrupted()


QUICK = [1.0, 2.0]  # s after its start: while it reads, while it makes
ALL = [step / 5 for step in range(4, 26)]


@pytest.mark.parametrize("moments", [QUICK, pytest.param(ALL, marks=pytest.mark.slow)])
def test_a_build_that_is_interrupted_leaves_all_whole(tmp_path, moments):
    root = make_project(tmp_path / "okul")
    assert portfolio("build", root=root) == ExitCode.DONE
    stopped = 0
    for moment in moments:
        (root / "narrative" / "model.tr.md").write_text(f"Kapımız açık, {moment}.\n", encoding="utf-8")
        before = sums(root / "output")
        process = subprocess.Popen(
            [sys.executable, ROOT / "cli.py", "build", "--project", root, "--on", TODAY.isoformat()],
            env=os.environ | {"PORTFOLIO_CACHE": str(root.parent / f"{root.name}-cache"), "PORTFOLIO_LANG": "en"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        time.sleep(moment)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=120)
        midway = sums(root / "output")
        assert process.returncode in (ExitCode.INTERRUPTED, ExitCode.DONE)
        if process.returncode == ExitCode.INTERRUPTED:
            stopped += 1
            assert told.splitlines()[-1] == read_words("en").say("run.interrupted")
        assert portfolio("build", root=root) == ExitCode.DONE
        after = sums(root / "output")
        assert {name for name, sha in midway.items() if sha not in (before.get(name), after.get(name))} == set()
    assert stopped


def sums(folder):
    """The sha256 of every file."""
    return {name: sha for name, (sha, _) in fixity(folder).items()}
