"""Files as people name them in a sheet or a sidecar: by path or base name, from where they are named."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable

from portfolio.files.nearest import nearest_path
from portfolio.intake.identify import known_suffix, suffix_describes
from portfolio.intake.names import shown


class Places:
    """Looks up files by what people call them; case and Unicode form only matter where names differ in nothing else.

    So do the dots of Turkish keyboards, on which "IMG" is written "ımg" by whoever writes it small.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._exact = frozenset(names)
        self._names = {_key(name): name for name in sorted(self._exact)}
        self._by_base: dict[str, list[str]] = defaultdict(list)
        self._by_stem: dict[str, list[str]] = defaultdict(list)
        self._undotted: dict[str, list[str]] = defaultdict(list)  # by base name, and by that without suffix
        for name in sorted(self._exact):
            key = _key(name)
            base = key.rpartition("/")[2]
            self._by_base[base].append(name)
            self._by_stem[base.rpartition(".")[0]].append(name)
            for spelt in (base, base.rpartition(".")[0]):
                self._undotted[undotted(spelt)].append(name)

    def at(self, path: str, folder: str) -> str:
        """The file at a path below a folder ("" for the evidence folder itself), "" when there is none."""
        whole = f"{folder}/{path}" if folder else path
        return whole if whole in self._exact else self._names.get(_key(whole), "")

    def find(self, said: str, folder: str) -> tuple[str, ...]:
        """The files that a name means when it is said in a folder.

        A path from the folder, else one from the evidence folder, else all files of that base name (its suffix may be
        missing) in the folder or below; where there is none, the only one that has the name but for the dots of its i.
        """
        path = said.strip().replace("\\", "/").removeprefix("./")
        if not path:
            return ()
        for name in (self.at(path, folder), self.at(path, ""), self.at(path.removeprefix("evidence/"), "")):
            if name:
                return (name,)
        below = f"{folder}/" if folder else ""
        found = self._by_base.get(_key(path)) or ([] if known_suffix(path) else self._by_stem.get(_key(path), []))
        here = _described(name for name in found if name.startswith(below))
        alike = _described(name for name in self._undotted.get(undotted(path), ()) if name.startswith(below))
        return here or (alike if len(alike) == 1 else ())

    def nearest(self, said: str, folder: str) -> str:
        """The file whose name is most like one that is not there, as it can be said in a folder; "" when none is near.

        Those of the folder and below go before all others.
        """
        below = f"{folder}/" if folder else ""
        own = (name.removeprefix(below) for name in self._names.values() if name.startswith(below))
        path = said.replace("\\", "/")
        return nearest_path(path, own) or nearest_path(path, self._names.values())


def _described(names: Iterable[str]) -> tuple[str, ...]:
    """Files of one name but for the texts beside them, which describe them too; all where there is nothing else."""
    found = tuple(names)
    return tuple(name for name in found if not suffix_describes(name)) or found


def undotted(name: str) -> str:
    """A name as it is compared when İ, I, ı and i are one letter."""
    return _key(name).replace("i\N{COMBINING DOT ABOVE}", "i").replace("ı", "i")


def _key(name: str) -> str:
    return shown(unicodedata.normalize("NFC", name)).casefold()
