"""The command line: the only place that prints, asks or exits."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["main"]

# A command lives for a moment, and what it loads stays: so many more objects than Python's 700 are made before it looks
# for garbage among them.
_OBJECTS = 50_000


def main(arguments: Sequence[str] | None = None) -> None:
    """Run `portfolio` with the process's arguments, or those given, and exit with its code."""
    import gc
    import sys

    gc.set_threshold(_OBJECTS, *gc.get_threshold()[1:])
    from portfolio.cli.app import run

    sys.exit(run(sys.argv[1:] if arguments is None else list(arguments)))
