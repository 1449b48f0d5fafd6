"""What synchronised folders (OneDrive, iCloud, Google Drive, Dropbox, Syncthing) leave beside the files themselves."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator

CONFLICT = "conflict-copy"  # the rule by which a conflict copy is ignored

# [MS-FSCC] 2.6: OFFLINE, RECALL_ON_OPEN, RECALL_ON_DATA_ACCESS: reading such a file would fetch it from the network.
_ONLINE_ATTRIBUTES = 0x1000 | 0x40000 | 0x400000
# macOS, <sys/stat.h>: SF_DATALESS.
_ONLINE_FLAG = 0x40000000
_STUB = ".icloud"  # iCloud Drive before macOS Sonoma: ".IMG_1.jpg.icloud" stands for IMG_1.jpg
# Google Drive for desktop: a pointer to a document that exists only online.
_POINTERS = (".gdoc", ".gsheet", ".gslides", ".gform", ".gdraw", ".gmap", ".gsite", ".gjam", ".gscript", ".glink")
_POINTER_SIZE = 4096

# What a synchroniser puts at the end of a stem when two computers have changed a file.
_DISPUTED = re.compile(
    r"""(?:
        \ ?[(\[][^()\[\]/]*(?:conflict|konflikt|conflit|çakış)[^()\[\]/]*[)\]]  # Dropbox, Nextcloud, Seafile, Drive
        | [._-](?:sync-)?conflict-\d{8}-\d{4,6}(?:-\w{7})?  # Syncthing, ownCloud
        # OneDrive adds the computer's name.
        | -(?:(?:desktop|laptop|win)-[a-z0-9]{7,11}|[\w-]*b[iıİ]lg[iıİ]sayar[\w-]*|[\w-]+-pc|pc-?\d+)(?:-\d)?
    )$""",
    re.IGNORECASE | re.VERBOSE,
)


def placeholder(name: str, status: os.stat_result) -> str:
    """The Problem's code for a file whose content is not on this computer, "" for any other."""
    if name.lower().endswith(_POINTERS) and status.st_size <= _POINTER_SIZE:
        return "file.online-document"
    attributes, flags = getattr(status, "st_file_attributes", 0), getattr(status, "st_flags", 0)
    if attributes & _ONLINE_ATTRIBUTES or flags & _ONLINE_FLAG or real_name(name) != name:
        return "file.online-only"
    return ""


def real_name(name: str) -> str:
    """The path that a stub stands for; of any other file its own."""
    if not name.endswith(_STUB):
        return name
    folder, slash, base = name.removesuffix(_STUB).rpartition("/")
    return f"{folder}{slash}{base.removeprefix('.')}"


def conflict_copies(names: Iterable[str]) -> Iterator[str]:
    """The paths that are conflict copies of files that lie beside them.

    Where the file itself is gone its copy is all that is left, and no copy.
    """
    all_names = frozenset(names)
    for name in all_names:
        stem, dot, suffix = name.rpartition(".")
        mark = _DISPUTED.search(stem, stem.rfind("/") + 1)
        if mark and f"{stem[: mark.start()]}{dot}{suffix}" in all_names:
            yield name


def undisputed(stem: str) -> str:
    """The name of a file without the brackets by which a synchroniser calls it a conflict copy."""
    mark = _DISPUTED.search(stem)
    return stem[: mark.start()] if mark and mark[0].lstrip()[0] in "([" else stem
