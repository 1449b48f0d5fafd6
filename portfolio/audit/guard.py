"""What an artefact may hold: the names to hide, the numbers that are public, the pictures that are cleared for it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from portfolio.files.picture import PictureFault, look_of, look_of_image
from portfolio.files.resemblance import resembles
from portfolio.model.problem import Problem, error
from portfolio.namerule import NameRule

if TYPE_CHECKING:
    from portfolio.files.picture import Image
from portfolio.personal import find_personal

# Of the 64 bits of a look: so many change when a photo is made smaller and written anew, and far fewer than between
# two photos (the corpus: at most 5, at least 12).
MOST_BITS = 8
# A hyphen that a typesetter put at the end of a line, and the line's end: these are inside a word.
_BROKEN = re.compile(r"[-\u2010\ufffe\x02]\s*\n\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """What is allowed in one artefact; `country` reads telephone numbers, `public` are those the school publishes.

    `pictures` are the sha256 of the files that were made for it, `origins` the originals of cleared pieces by those of
    the files that were made of them: where a look hangs on noise, picture and original are held against each other.
    `seen` is how files that were made for it look, by their sha256: so none is decoded again.
    `looks` are the 64-bit hashes, as 16 hex digits, of the pieces that are cleared for its audience; `drawn` those of
    logos and of what the program draws, whose files a renderer may write anew. `attached` are the sha256 of the files
    that may be attached: what they tell was judged when they were made.
    """

    names: NameRule = field(repr=False)
    country: str
    public: tuple[str, ...] = ()
    pictures: frozenset[str] = frozenset()
    origins: Mapping[str, Path] = field(default_factory=dict)
    seen: Mapping[str, str] = field(default_factory=dict)
    looks: frozenset[str] = frozenset()
    drawn: frozenset[str] = frozenset()
    attached: frozenset[str] = frozenset()

    def text_faults(self, at: str, text: str, *, lines: bool = False) -> Iterator[Problem]:
        """`audit.name` and `audit.personal.` with what it is (Personal), each once; they never say which.

        Of a page only its `lines` are known, not what belongs together: first names below each other are no full name.
        """
        told = (text[found.start : found.end] for found in self.names.find(text))
        if any(not lines or "\n" not in _BROKEN.sub("", name) for name in told):
            yield error("audit.name", at=at)
        for what in dict.fromkeys(found.what for found in find_personal(text, self.country, self.public)):
            yield error(f"audit.personal.{what}", at=at)

    def file_faults(self, at: str, data: bytes) -> Iterator[Problem]:
        """`audit.picture` when a picture's file is none that was made for this artefact, or does not look cleared."""
        sha256 = hashlib.sha256(data).hexdigest()
        look = self.seen.get(sha256) or _look(data)
        seen = not look or self.shows(look) or (sha256 in self.origins and resembles(data, self.origins[sha256]))
        if look not in self.drawn and not (sha256 in self.pictures and seen):
            yield error("audit.picture", at=at)

    def image_faults(self, at: str, image: Image) -> Iterator[Problem]:
        """`audit.picture` when a picture whose file was written anew does not look cleared."""
        image.load()  # else its look is had of a smaller one, and so would be what follows
        originals = dict.fromkeys(self.origins.values())
        if not self.shows(look_of_image(image)) and not any(resembles(image, original) for original in originals):
            yield error("audit.picture", at=at)

    def attachment_faults(self, data: bytes) -> Iterator[Problem]:
        """`audit.attachment` for a file that is not one of those that may be attached, and what it tells."""
        if hashlib.sha256(data).hexdigest() not in self.attached:
            yield error("audit.attachment")
            yield from self.text_faults("/EmbeddedFile", data.decode("utf-8", errors="replace"))

    def shows(self, look: str) -> bool:
        """Whether something cleared looks so."""
        return look in self.looks | self.drawn or any(
            (int(look, 16) ^ int(other, 16)).bit_count() <= MOST_BITS for other in self.looks
        )


def _look(data: bytes) -> str:
    """How a file looks; "" for what is no picture of pixels."""
    try:
        return look_of(data)
    except PictureFault:
        return ""
