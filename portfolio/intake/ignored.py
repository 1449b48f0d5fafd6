"""Files that lie in every folder and prove nothing: ignored, each by a named rule."""

from __future__ import annotations

import re

from portfolio.starter import NOTES

# Rule → names as shown, in lower case, "*" for any letters. A rule's name is the end of a reason's code.
RULES: dict[str, tuple[str, ...]] = {
    "teachers-note": tuple(name.lower() for name in NOTES.values()),
    "system-file": (
        "desktop.ini", "thumbs.db", "ehthumbs.db", ".ds_store", "__macosx", "$recycle.bin",
        "icon<u+000d>",  # of a Mac, for the picture of a folder: "Icon" with a carriage return behind
    ),
    "office-lock": ("~$*", ".~lock.*#"),
    "unfinished": ("*.part", "*.partial", "*.crdownload", "*.download", "*.tmp"),
    # What WhatsApp exports beside the pictures of a chat.
    "chat-log": (
        "_chat.txt", "whatsapp chat*.txt", "whatsapp-chat*.txt", "whatsapp sohbeti*.txt", "*ile whatsapp sohbeti.txt",
        "chat de whatsapp*.txt", "chat whatsapp*.txt", "discussion whatsapp*.txt", "conversa do whatsapp*.txt",
    ),
    "hidden": (".*",),
}  # fmt: skip

_NAMES = tuple(RULES)
_GROUPS = ("|".join(re.escape(name).replace(r"\*", "[^/]*") for name in names) for names in RULES.values())
# One pattern with a group for each rule: thousands of paths are looked through in every run.
_PATTERN = re.compile("(?:^|/)(?:" + "|".join(f"({group})" for group in _GROUPS) + ")(?=/|$)")


def ignored_by(path: str) -> str:
    """The rule by which a path below the evidence folder is ignored, "" when by none.

    A folder that is ignored takes all that is in it along.
    """
    found = _PATTERN.search(path.lower())
    return _NAMES[found.lastindex - 1] if found and found.lastindex else ""
