"""What is shown on a terminal."""

from io import StringIO

import pytest

from portfolio.cli.console import Console
from portfolio.cli.words import read_words
from portfolio.model.events import Progress, Stage
from portfolio.model.problem import Place, error


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def test_a_table_wider_than_the_terminal_breaks_between_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "dumb")  # no colours
    terminal = Terminal()
    Console(read_words("en"), as_json=False, out=terminal).table(
        ("Pillar", "Photos", "Certificates", "Projects", "Documents", "Films and recordings", "All"),
        [("5 Inclusive and innovative learning organisations", "1", "–", "–", "–", "3", "4")],
    )
    shown = terminal.getvalue()
    assert {"innovative", "organisations", "Certificates", "recordings"} <= set(shown.split())
    assert max(map(len, shown.splitlines())) <= 80


HEADINGS = ("Pillar", "Photos", "Certificates", "Projects", "Documents", "Films and recordings", "Web pages", "All")
ROW = ("5 Inclusive and innovative learning organisations", "1", "–", "–", "–", "3", "–", "4")


def plain(headings: tuple[str, ...], *rows: tuple[str, ...]) -> list[str]:
    piped = StringIO()
    Console(read_words("en"), as_json=False, out=piped).table(headings, rows)
    return piped.getvalue().splitlines()


def test_a_plain_table_keeps_a_line_for_each_row() -> None:
    assert plain(("State", "Files"), ("could not be used", "2")) == ["State              Files", "could not be used  2"]


def test_a_plain_table_that_is_too_wide_breaks_between_words() -> None:
    shown = plain(HEADINGS, ROW)
    assert max(map(len, shown)) <= 100
    assert {word for text in (*HEADINGS, *ROW) for word in text.split()} == set(" ".join(shown).split())


def test_words_that_are_wider_than_a_plain_table_stay_whole() -> None:
    assert plain(("x" * 70, "y" * 70), ("1", "2"))[0] == f"{'x' * 70}  {'y' * 70}"


PROBLEM = error("project.not-found", Place(file="okul"))


@pytest.mark.parametrize(("setting", "coloured"), [(None, True), ("1", False), ("", True)])
def test_no_colour_where_none_is_wanted(monkeypatch: pytest.MonkeyPatch, setting: str | None, coloured: bool) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    if setting is not None:
        monkeypatch.setenv("NO_COLOR", setting)
    terminal = Terminal()
    Console(read_words("en"), as_json=False, out=terminal).problems([PROBLEM])
    assert ("\x1b[" in terminal.getvalue()) == coloured


def test_no_colour_and_no_bar_in_a_pipe() -> None:
    out, err = StringIO(), StringIO()
    console = Console(read_words("en"), as_json=False, out=out, err=err)
    console.problems([PROBLEM])
    for done in range(3):
        console.report(Progress(stage=Stage.READ, done=done, total=2))
    console.rest()
    assert "\x1b" not in out.getvalue() + err.getvalue()
    assert err.getvalue() == "Reading files (2)\n"


def test_on_a_terminal_the_time_left_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "100")
    clock = iter([100.0, *[100.0 + 10 * each for each in range(9)]])
    monkeypatch.setattr("portfolio.cli.console.monotonic", lambda: next(clock))
    terminal = Terminal()
    console = Console(read_words("en"), as_json=False, out=StringIO(), err=terminal)
    for done in (0, 1, 2):
        console.report(Progress(stage=Stage.READ, done=done, total=4))
    console.rest()
    assert "about 20 s left" in terminal.getvalue()
