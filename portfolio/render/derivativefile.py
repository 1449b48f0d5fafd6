"""The name of a derivative's file: what is known of the file, sealed with its bytes when it is made.

So whoever finds the file later need not decode it to know how it looks, and knows when it is another one than was made.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Self

# Names without a step, or without a look, are of earlier releases: they are only removed.
_NAME = re.compile(
    r"(?P<mark>[0-9a-f]{32})-(?:(?P<step>\d+(?:dpi|px))-)?(?P<width>\d+)x(?P<height>\d+)"
    r"(?:-(?P<look>[0-9a-f]{16})-(?P<seal>[0-9a-f]{16}))?\.(?:jpg|png)"
)
_DIGITS = 16
_MARK = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class DerivativeFile:
    """What a file's name tells: its picture's `mark`, the `step`'s name, its size in px, and how it looks (`look_of`).

    `seal` holds all of it and the file's bytes together.
    """

    mark: str
    step: str
    width: int
    height: int
    look: str
    seal: str

    @classmethod
    def of(cls, path: Path) -> Self | None:
        """What the name of a file tells; None when it is no derivative of this release."""
        found = _NAME.fullmatch(path.name)
        if not found or not found["step"] or not found["look"]:
            return None
        return cls(
            mark=found["mark"],
            step=found["step"],
            width=int(found["width"]),
            height=int(found["height"]),
            look=found["look"],
            seal=found["seal"],
        )

    def is_of(self, sha256: str) -> bool:
        """Whether this was said of the file with this digest, and nothing was changed in it since."""
        return self.seal == _seal(_told(self.mark, self.step, self.width, self.height, self.look), sha256)


def begun_mark(name: str) -> str:
    """With what a file's name begins, as long as a mark: whether it is one, and of what, is told by the whole name."""
    return name[:_MARK]


def name_of(mark: str, step: str, size: tuple[int, int], look: str, data: bytes, suffix: str) -> str:
    """The name for the bytes of a derivative; `size` in px, `suffix` with its dot."""
    told = _told(mark, step, *size, look)
    return f"{told}-{_seal(told, hashlib.sha256(data).hexdigest())}{suffix}"


def mark_in(path: Path) -> str:
    """The mark in the name of a derivative of this or an earlier release; "" for any other file."""
    found = _NAME.fullmatch(path.name)
    return found["mark"] if found else ""


def _told(mark: str, step: str, width: int, height: int, look: str) -> str:
    return f"{mark}-{step}-{width}x{height}-{look}"


def _seal(told: str, sha256: str) -> str:
    return hashlib.sha256(f"{told} {sha256}".encode()).hexdigest()[:_DIGITS]
