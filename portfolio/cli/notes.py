"""A word back to teachers: for each folder a short text to mail or paste, in output/private/notes.txt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from portfolio.build.receipts import Receipt, name_in
from portfolio.cli.words import Words

# More names than a mail can bear; the ledger has them all.
MAX_NAMES = 12
NOTES = "private/notes.txt"  # below the output folder; one file for all folders: no two can collide


def set_notes(receipts: Iterable[Receipt], words: Words) -> str:
    """The texts for all folders, one below the other."""
    return "\n\n\n".join("\n".join(_note(receipt, words)) for receipt in receipts) + "\n"


def _note(receipt: Receipt, words: Words) -> Iterator[str]:
    """The text about one folder."""
    yield receipt.folder or words.say("notes.top")
    yield ""
    yield words.say("notes.received", n=receipt.received)
    if receipt.unusable:
        yield words.say("notes.unusable", n=len(receipt.unusable))
        for file in receipt.unusable[:MAX_NAMES]:
            yield f"  {name_in(receipt.folder, file.name)}: {words.why(file.reason)}"
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
