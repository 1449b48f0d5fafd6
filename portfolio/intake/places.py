"""Files as people name them in a sheet or a sidecar: by path or base name, from where they are named."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable

from portfolio.files.nearest import nearest
from portfolio.intake.identify import known_suffix
from portfolio.intake.names import shown


class Places:
    """Looks up files by what people call them; case and Unicode form only matter where names differ in nothing else."""

    def __init__(self, names: Iterable[str]) -> None:
        self._exact = frozenset(names)
        self._names = {_key(name): name for name in sorted(self._exact)}
        self._by_base: dict[str, list[str]] = defaultdict(list)
        self._by_stem: dict[str, list[str]] = defaultdict(list)
        for name in sorted(self._exact):
            key = _key(name)
            base = key.rpartition("/")[2]
            self._by_base[base].append(name)
            self._by_stem[base.rpartition(".")[0]].append(name)

    def at(self, path: str, folder: str) -> str:
        """The file at a path below a folder ("" for the evidence folder itself), "" when there is none."""
        whole = f"{folder}/{path}" if folder else path
        return whole if whole in self._exact else self._names.get(_key(whole), "")

    def find(self, said: str, folder: str) -> tuple[str, ...]:
        """The files that a name means when it is said in a folder.

        A path from the folder, else one from the evidence folder, else all files of that base name (its suffix may be
        missing) in the folder or below.
        """
        path = said.strip().replace("\\", "/").removeprefix("./")
        if not path:
            return ()
        for name in (self.at(path, folder), self.at(path, ""), self.at(path.removeprefix("evidence/"), "")):
            if name:
                return (name,)
        found = self._by_base.get(_key(path)) or ([] if known_suffix(path) else self._by_stem.get(_key(path), []))
        below = f"{folder}/" if folder else ""
        return tuple(name for name in found if name.startswith(below))

    def nearest(self, said: str, folder: str) -> str:
        """The file whose base name is most like one that is not there, those of the folder and below first."""
        below = f"{folder}/" if folder else ""
        own = [name.removeprefix(below) for name in self._names.values() if name.startswith(below)]
        base = said.replace("\\", "/")
        return nearest(base, own) or nearest(base, (name.rpartition("/")[2] for name in self._names.values()))


def _key(name: str) -> str:
    return shown(unicodedata.normalize("NFC", name)).casefold()
