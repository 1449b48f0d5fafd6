"""What is shown on a terminal."""

from io import StringIO

import pytest

from portfolio.cli.console import Console
from portfolio.cli.words import read_words


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
