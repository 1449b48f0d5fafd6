"""The command line as a process of its own, as a person's terminal starts it."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_PATIENCE_S = 60.0


class Running:
    """A process, and the lines that it has said."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.lines: list[str] = []
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def _listen(self) -> None:
        assert self.process.stdout
        self.lines.extend(iter(self.process.stdout.readline, ""))

    def wait_for(self, text: str) -> None:
        """Wait until a line has said this."""
        end = time.monotonic() + _PATIENCE_S
        while not any(text in line for line in list(self.lines)):
            assert time.monotonic() < end, f"{text!r} was not said: {''.join(self.lines)}"
            assert self.process.poll() is None or text in "".join(self.lines), "".join(self.lines)
            time.sleep(0.02)

    def end(self, number: int) -> int:
        """Send a signal to the process and all that it started, as a terminal does; its exit code."""
        os.killpg(self.process.pid, number)
        code = self.process.wait(timeout=_PATIENCE_S)
        self._listener.join(timeout=_PATIENCE_S)
        return code


@contextmanager
def running(*arguments: str, root: Path, cache: Path) -> Iterator[Running]:
    """The command at work on a project; ended, whatever becomes of the test."""
    process = subprocess.Popen(
        [sys.executable, "-u", "-X", "utf8", ROOT / "cli.py", *arguments],
        cwd=root,
        env={**os.environ, "PORTFOLIO_CACHE": str(cache), "PORTFOLIO_LANG": "en", "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        start_new_session=True,
    )
    try:
        yield Running(process)
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()
        assert process.stdout
        process.stdout.close()
