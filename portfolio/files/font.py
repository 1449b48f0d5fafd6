"""TrueType and OpenType files: whose they are, what may be done with them, and how wide each letter is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import overload

from portfolio.files.fault import FileFault

# OpenType, table OS/2, fsType: 0 is installable; of the others only these bits keep a font out of a document that is
# handed on with the letters it needs.
_RESTRICTED, _NO_SUBSET, _BITMAP_ONLY = 0x0002, 0x0100, 0x0200


@dataclass(frozen=True, slots=True, kw_only=True)
class Font:
    """A font file. `advances`: widths in em by code point, so these are its letters."""

    embeddable: bool
    advances: Mapping[int, float] = field(repr=False)


class Advances(Sequence[Mapping[int, float]]):
    """The widths of several font files in their order, each read when it is first looked at."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self._paths = tuple(paths)

    @overload
    def __getitem__(self, place: int) -> Mapping[int, float]: ...

    @overload
    def __getitem__(self, place: slice) -> Advances: ...

    def __getitem__(self, place: int | slice) -> Mapping[int, float] | Advances:
        return Advances(self._paths[place]) if isinstance(place, slice) else read_font(self._paths[place]).advances

    def __len__(self) -> int:
        return len(self._paths)


def read_font(path: Path) -> Font:
    """What a font file says. Raises FileFault (`font.damaged`), and OSError when it is not there."""
    stat = path.stat()
    return _read(path, stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=64)
def _read(path: Path, modified: int, size: int) -> Font:  # noqa: ARG001 - they tell another file of the same name
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # fontTools ships no types

    try:
        with path.open("rb") as file, TTFont(file, lazy=True) as font:
            em = font["head"].unitsPerEm
            metrics = font["hmtx"].metrics
            rights = font["OS/2"].fsType
            advances = {code: metrics[name][0] / em for code, name in font.getBestCmap().items()}
    except Exception as fault:  # damaged tables raise anything: TTLibError, struct.error, KeyError, …
        raise FileFault("font.damaged") from fault
    return Font(embeddable=not rights & (_RESTRICTED | _NO_SUBSET | _BITMAP_ONLY), advances=advances)


def letter_of(glyph: str) -> str:
    """What a glyph of a name stands for by Adobe's list ("aogonek", "uni0105"); "" where nobody knows."""
    from fontTools.agl import toUnicode  # type: ignore[import-untyped]  # fontTools ships no types

    return str(toUnicode(glyph))
