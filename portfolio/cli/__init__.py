"""The command line: the only place that prints, asks or exits."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run `portfolio` with the process's arguments, or those given, and exit with its code."""
    import sys

    from portfolio.cli.app import run

    sys.exit(run(sys.argv[1:] if arguments is None else list(arguments)))
