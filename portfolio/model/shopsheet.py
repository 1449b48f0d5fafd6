"""What a print shop is told of a sheet, in the school's own language: composed before anybody knows what was made."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopSheet:
    """The words of a shop's sheet: `kind` is what is printed ("Mission poster"), `contact` pairs of label and value.

    `words` are all that may be said of a file, by key, with `{placeholders}` for what is read back from it. `dated` is
    the day of the edition as ISO 8601 writes it, "" for none.
    """

    language: str
    title: str
    school: str
    kind: str
    contact: tuple[tuple[str, str], ...]
    words: tuple[tuple[str, str], ...]
    dated: str = ""

    def say(self, key: str, /, **values: object) -> str:
        """The words of a key with its placeholders filled. Raises KeyError for an unknown one."""
        return _PLACEHOLDER.sub(lambda found: str(values[found[1]]), dict(self.words)[key])
