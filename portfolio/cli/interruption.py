"""Ctrl-C, which stops a command even where a library swallows what was raised in the midst of it."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Interruption:
    """What hears a Ctrl-C: it stops what is at work and remembers that it did.

    Python drops every exception that is raised while an object is taken apart or a C library calls back, this one too.
    """

    def __init__(self) -> None:
        self.heard = False

    def __call__(self, *_signal: object) -> None:
        """Hears one. Raises KeyboardInterrupt."""
        self.heard = True
        raise KeyboardInterrupt


@contextmanager
def interruptible() -> Iterator[None]:
    """Within it a Ctrl-C is remembered, for `stop_when_interrupted`; only the main thread hears one.

    Where somebody else decided what a Ctrl-C does (`nohup`, a job in the background), that stays.
    """
    is_main = threading.current_thread() is threading.main_thread()
    if not is_main or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield
        return
    before = signal.signal(signal.SIGINT, Interruption())
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def stop_when_interrupted() -> None:
    """Raises KeyboardInterrupt where one was raised before and came to nothing."""
    handler = signal.getsignal(signal.SIGINT)
    if isinstance(handler, Interruption) and handler.heard:
        raise KeyboardInterrupt
