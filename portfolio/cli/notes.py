"""A word back to teachers: for each folder a short text to mail or paste, in output/private/notes.txt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from portfolio.build.receipts import Receipt
from portfolio.cli.words import Words
from portfolio.files.atomic import write_text

# More names than a mail can bear; the ledger has them all.
MAX_NAMES = 12


def write_notes(receipts: Iterable[Receipt], output: Path, words: Words) -> Path:
    """Write the texts for the school alone, and return where they are. Raises OSError when they cannot be written.

    One file for all folders: no two can collide, and none of an earlier run stays behind.
    """
    path = output / "private" / "notes.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    write_text(path, "\n\n\n".join("\n".join(_note(receipt, words)) for receipt in receipts) + "\n")
    return path


def _note(receipt: Receipt, words: Words) -> Iterator[str]:
    """The text about one folder."""
    yield receipt.folder or words.say("notes.top")
    yield ""
    yield words.say("notes.received", n=receipt.received)
    if receipt.unusable:
        yield words.say("notes.unusable", n=len(receipt.unusable))
        for file in receipt.unusable[:MAX_NAMES]:
            yield f"  {file.name.rpartition('/')[2]}: {words.why(file.reason)}"
        yield from _rest(len(receipt.unusable), words)
    yield from _wanted("notes.undated", receipt.undated, words)
    yield from _wanted("notes.unsure", receipt.unsure, words)
    yield from _wanted("notes.unnamed", receipt.unnamed, words)
    yield ""
    wanting = receipt.unusable or receipt.undated or receipt.unsure or receipt.unnamed
    yield words.say("notes.answer" if wanting else "notes.complete")


def _wanted(key: str, names: Sequence[str], words: Words) -> Iterator[str]:
    if names:
        yield words.say(key, n=len(names))
        yield from (f"  {name}" for name in names[:MAX_NAMES])
        yield from _rest(len(names), words)


def _rest(count: int, words: Words) -> Iterator[str]:
    if count > MAX_NAMES:
        yield "  " + words.say("notes.more", n=count - MAX_NAMES)
