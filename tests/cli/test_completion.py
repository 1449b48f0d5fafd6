"""What a shell is given, and what it is answered."""

import json
import shutil
import subprocess
import sys

import pytest
from jsonschema import Draft202012Validator
from projects import ROOT, portfolio

from portfolio.resources import PACKAGE


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_one_that_the_shell_reads(shell, capsys, tmp_path):
    assert portfolio("completion", shell) == 0
    script = capsys.readouterr().out
    assert f"_PORTFOLIO_COMPLETE={shell}_complete" in script
    (tmp_path / "script").write_text(script, encoding="utf-8")
    if program := shutil.which(shell):
        subprocess.run([program, "-n", tmp_path / "script"], check=True)


def test_programs_are_told_where_it_goes(capsys):
    assert portfolio("completion", "fish", "--json") == 0
    document = json.loads(capsys.readouterr().out)
    Draft202012Validator(json.loads((PACKAGE / "cli" / "schema.json").read_text(encoding="utf-8"))).validate(document)


def test_another_shell_is_refused_with_those_there_are(capsys):
    assert portfolio("completion", "tcsh") == 2
    assert "bash" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("typed", "place", "offered"),
    [
        ("portfolio wa", 1, ["watch"]),
        ("portfolio consent ", 2, ["where"]),
        ("portfolio build --dr", 2, ["--draft"]),
        ("portfolio completion z", 2, ["zsh"]),
    ],
)
def test_commands_and_options_are_completed(typed, place, offered):
    environment = {"_PORTFOLIO_COMPLETE": "bash_complete", "COMP_WORDS": typed, "COMP_CWORD": str(place)}
    told = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", "from portfolio.cli import main; main([])"],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "PORTFOLIO_LANG": "en", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert [line.partition(",")[2] for line in told.stdout.splitlines()] == offered, told.stderr
