"""The objects of a PDF as they will be written, each worked out once: the file and its identifier are made of them.

pydyf (0.13) works every object out anew for each of the two, and compresses every stream twice.
"""

from __future__ import annotations

from typing import Any


def settle(pdf: Any) -> None:
    """Puts in place of each object of a `pydyf.PDF` what is written of it; nothing can be changed in it any more.

    Texts are written without moves by nothing between their letters, of which WeasyPrint writes one for nearly each.
    """
    import pydyf

    class Settled(pydyf.Object):  # type: ignore[misc]  # pydyf comes without types
        def __init__(self, thing: Any) -> None:
            super().__init__()
            self.number, self.generation = thing.number, thing.generation
            self._written, self._compressible = thing.data, thing.compressible

        @property
        def data(self) -> bytes:
            return bytes(self._written)

        @property
        def compressible(self) -> bool:
            return bool(self._compressible)

    for at, thing in enumerate(pdf.objects):
        if thing.free == "f":
            continue
        if isinstance(thing, pydyf.Stream):
            thing.stream = [_unmoved(part) for part in thing.stream]
        pdf.objects[at] = Settled(thing)


def _unmoved(part: Any) -> Any:
    """A part of a content: of "[<0015>0<0011>13<0015>0] TJ" is left "[<00150011>13<0015>] TJ"."""
    if isinstance(part, bytes) and part.startswith(b"[<") and part.endswith(b"] TJ"):
        return part.replace(b">0<", b"").replace(b">0]", b">]")
    return part
