"""Files as people name them in a sheet or a sidecar: by path or base name, from where they are named."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable

from portfolio.files.nearest import nearest
from portfolio.intake.names import shown


class Places:
    """Looks up files by what people call them; case and Unicode form do not matter."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = {_key(name): name for name in names}
        self._by_base: dict[str, list[str]] = defaultdict(list)
        for name in self._names.values():
            base = _key(name.rpartition("/")[2])
            self._by_base[base].append(name)
            stem = base.rpartition(".")[0]
            if stem:
                self._by_base[stem].append(name)

    def find(self, said: str, folder: str) -> tuple[str, ...]:
        """The files that a name means when it is said in a folder ("" for the evidence folder itself).

        A path from the folder, else one from the evidence folder, else all files of that base name (the suffix may be
        missing) in the folder or below.
        """
        path = said.strip().replace("\\", "/").removeprefix("./")
        for candidate in (f"{folder}/{path}" if folder else path, path, path.removeprefix("evidence/")):
            if name := self._names.get(_key(candidate)):
                return (name,)
        below = f"{folder}/" if folder else ""
        return tuple(name for name in self._by_base.get(_key(path), ()) if name.startswith(below))

    def nearest(self, said: str, folder: str) -> str:
        """The file whose base name is most like one that is not there, those of the folder and below first."""
        below = f"{folder}/" if folder else ""
        own = [name.removeprefix(below) for name in self._names.values() if name.startswith(below)]
        base = said.replace("\\", "/")
        return nearest(base, own) or nearest(base, (name.rpartition("/")[2] for name in self._names.values()))


def _key(name: str) -> str:
    return shown(unicodedata.normalize("NFC", name)).casefold()
