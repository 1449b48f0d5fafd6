"""Files as people name them in a sheet or a sidecar: by path or base name, from where they are named."""

from __future__ import annotations

import fnmatch
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping

from portfolio.files.nearest import nearest_other
from portfolio.i18n import fold
from portfolio.intake.formats import known_suffix, suffix_describes
from portfolio.intake.names import shown
from portfolio.intake.vocabulary import vocabulary

# Between the names of several files in one cell.
_SEVERAL = re.compile(r"[,;\n]")
_SHORT = 3


class Places:
    """Looks up files by what people call them; case and Unicode form only matter where names differ in nothing else.

    So do the dots of Turkish keyboards, on which "IMG" is written "ımg" by whoever writes it small. `went`: by a place
    where something lay, where the same content lies now, and its id.
    """

    def __init__(self, names: Iterable[str], went: Mapping[str, tuple[str, str]] | None = None) -> None:
        self._went = went or {}
        self._left = Places(went) if went else None
        self._exact = frozenset(names)
        self._names = {_key(name): name for name in sorted(self._exact)}
        self._by_base: dict[str, list[str]] = defaultdict(list)
        self._by_stem: dict[str, list[str]] = defaultdict(list)
        self._undotted: dict[str, list[str]] = defaultdict(list)  # by base name, and by that without suffix
        self._bases: list[tuple[str, str]] = []  # each name with its base name as `undotted` has it
        for name in sorted(self._exact):
            key = _key(name)
            base = key.rpartition("/")[2]
            self._by_base[base].append(name)
            self._by_stem[base.rpartition(".")[0]].append(name)
            for spelt in (base, base.rpartition(".")[0]):
                self._undotted[undotted(spelt)].append(name)
            self._bases.append((name, undotted(base)))

    def at(self, path: str, folder: str) -> str:
        """The file at a path below a folder ("" for the evidence folder itself), "" when there is none."""
        whole = f"{folder}/{path}" if folder else path
        return whole if whole in self._exact else self._names.get(_key(whole), "")

    def find(self, said: str, folder: str) -> tuple[str, ...]:
        """The files that a name means when it is said in a folder.

        A path from the folder, else one from the evidence folder, else all files of that base name (its suffix may be
        missing) in the folder or below; where there is none, the only one that has the name but for the dots of its i.
        What lies in an archive or a mail, which others sent, speaks of nothing outside it.
        """
        path = said.strip().replace("\\", "/").removeprefix("./")
        if not path:
            return ()
        outer = self._container(folder)
        for name in (self.at(path, folder), self.at(path, outer), self.at(path.removeprefix("evidence/"), outer)):
            if name:
                return (name,)
        below = f"{folder}/" if folder else ""
        found = self._by_base.get(_key(path)) or ([] if known_suffix(path) else self._by_stem.get(_key(path), []))
        here = _described(name for name in found if name.startswith(below))
        alike = _described(name for name in self._undotted.get(undotted(path), ()) if name.startswith(below))
        return here or (alike if len(alike) == 1 else ())

    def _container(self, folder: str) -> str:
        """The archive or mail that a folder is, or lies in; "" for the evidence folder."""
        ends = (end for end, letter in enumerate(f"{folder}/") if letter == "/")
        return next((folder[:end] for end in ends if folder[:end] in self._exact), "")

    def find_all(self, said: str, folder: str, *, but: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The files that a cell means when it may name several, without that of the cell; and the names of no file.

        "a.jpg", "a.jpg, b.jpg", "*.jpg" ("*" and "?" as in a file manager), or a word for all in the folder and below.
        """
        if found := self.find(said, folder):
            return found, ()
        below = f"{folder}/" if folder else ""
        files: list[str] = []
        lost: list[str] = []
        for part in filter(None, map(str.strip, _SEVERAL.split(said))):
            found = self.find(part, folder)
            if not found and (fold(part) in vocabulary().all_files or {"*", "?"} & set(part)):
                pattern = "*" if fold(part) in vocabulary().all_files else _key(part.replace("\\", "/"))
                wanted = re.compile(fnmatch.translate(pattern.replace("[", "[[]")))
                here = (
                    (name, _key(name.removeprefix(below))) for name in sorted(self._exact) if name.startswith(below)
                )
                ends = ((name, (path, path.rpartition("/")[2])) for name, path in here)
                found = tuple(name for name, paths in ends if name != but and any(map(wanted.match, paths)))
            files += found
            lost += [] if found else [part]
        return tuple(dict.fromkeys(files)), tuple(lost) if files else (said,)

    def mentioned(self, text: str, folder: str) -> tuple[str, ...]:
        """The files in a folder and below whose names, or those without suffix, stand somewhere in a text."""
        if not text:
            return ()
        below = f"{folder}/" if folder else ""
        whole = undotted(text)
        return tuple(name for name, base in self._bases if name.startswith(below) and _stands_in(base, whole))

    def now(self, said: str, folder: str) -> tuple[str, str] | None:
        """Where the one file lies now, and its id, that lay at a name when it was said in a folder; None if unknown."""
        left = self._left.find(said, folder) if self._left else ()
        return self._went[left[0]] if len(left) == 1 else None

    def nearest(self, said: str, folder: str) -> str:
        """The file whose name is most like one that is not there, as it can be said in a folder; "" when none is near.

        Those of the folder and below go before all others. Another picture of the same camera is none of them: what is
        said of one picture must not come to stand for another.
        """
        below = f"{folder}/" if folder else ""
        own = (name.removeprefix(below) for name in self._names.values() if name.startswith(below))
        path = said.replace("\\", "/")
        return nearest_other(path, own) or nearest_other(path, self._names.values())


def _described(names: Iterable[str]) -> tuple[str, ...]:
    """Files of one name but for the texts beside them, which describe them too; all where there is nothing else."""
    found = tuple(names)
    return tuple(name for name in found if not suffix_describes(name)) or found


def undotted(name: str) -> str:
    """A name as it is compared when İ, I, ı and i are one letter."""
    return _key(name).replace("i\N{COMBINING DOT ABOVE}", "i").replace("ı", "i")


def _stands_in(base: str, text: str) -> bool:
    """Whether a name stands in a text, or does so without its suffix; a very short one is any word."""
    names = [base, *([stem] if len(stem := base.rpartition(".")[0]) > _SHORT else [])]
    return any(name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for name in names)


def _key(name: str) -> str:
    return shown(unicodedata.normalize("NFC", name)).casefold()
