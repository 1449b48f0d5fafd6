"""A bag (BagIt, RFC 8493) of what is handed to an audience: written whole or not at all, and read again."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from portfolio.errors import OutputError, ProjectError
from portfolio.files.digest import sha256_of
from portfolio.files.manifest import NAME as MANIFEST
from portfolio.files.manifest import manifest_text, read_sums
from portfolio.model.problem import Place, error

DATA = "data"
EXHIBITS = "exhibits.json"
_DECLARATION = "bagit.txt"
_INFO = "bag-info.txt"
_TAG_MANIFEST = "tagmanifest-sha256.txt"
_PART = ".portfolio-bag-"  # what a killed run leaves; nobody takes a hidden folder for a bag


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """An exhibit as a dossier of an audience shows it: its number and title, and the piece that it is."""

    number: str
    title: str
    item: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bag:
    """What goes into a bag: files by their names below `data` (POSIX), and what is told beside them.

    `exhibits` are those of the audience's dossier; `day` is that of the bagging.
    """

    files: Mapping[str, Path]
    school: str
    audience: str
    day: date
    software: str
    exhibits: Sequence[Numbered] = ()


def require_free(folder: Path, *others: Path) -> None:
    """Find out whether a bag may be written: the folder is new or empty, and neither in nor around others.

    Raises ProjectError `export.inside`, `export.not-empty`.
    """
    place = folder.resolve()
    for other in others:
        if place.is_relative_to(other) or other.is_relative_to(place):
            raise ProjectError(error("export.inside", Place(file=str(folder)), folder=str(other)))
    if folder.is_symlink() or (folder.exists() and (not folder.is_dir() or any(folder.iterdir()))):
        raise ProjectError(error("export.not-empty", Place(file=str(folder))))


def write_bag(bag: Bag, folder: Path) -> None:
    """Write a bag beside its place and then put it there; what a killed run left is removed. Raises OutputError."""
    place = folder.resolve()
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        begun = f"{_PART}{hashlib.sha256(place.name.encode(errors='surrogatepass')).hexdigest()[:8]}-"
        for leftover in place.parent.glob(f"{begun}*"):
            shutil.rmtree(leftover, ignore_errors=True)
        making = Path(tempfile.mkdtemp(dir=place.parent, prefix=begun))
        try:
            _fill(bag, making)
            making.chmod(0o755)  # mkdtemp's own are for us alone, a bag is for others
            with suppress(FileNotFoundError):
                place.rmdir()  # an empty one: Windows replaces no folder
            making.rename(place)
        finally:
            shutil.rmtree(making, ignore_errors=True)
    except OSError as fault:
        raise OutputError(error("output.unwritable", Place(file=str(folder)), why=fault.strerror or fault)) from fault


def read_exhibits(folder: Path) -> tuple[Numbered, ...] | None:
    """The exhibits that a bag tells; None where it tells none, or is another's."""
    try:
        told = json.loads((folder / EXHIBITS).read_text(encoding="utf-8"))
        return tuple(Numbered(**{key: str(each[key]) for key in ("number", "title", "item")}) for each in told)
    except (OSError, ValueError, TypeError, LookupError):
        return None


def read_payload(folder: Path) -> dict[str, str]:
    """The sha256 of a bag's files by their names below `data`. Raises ValueError, OSError."""
    begun = f"{DATA}/"
    sums = read_sums((folder / MANIFEST).read_text(encoding="utf-8"))
    return {name.removeprefix(begun): sha256 for name, sha256 in sums.items() if name.startswith(begun)}


def is_bag(folder: Path) -> bool:
    """Whether a folder says that it is a bag."""
    return (folder / _DECLARATION).is_file() and (folder / MANIFEST).is_file()


def _fill(bag: Bag, folder: Path) -> None:
    sums, size = {}, 0
    (folder / DATA).mkdir()
    for name, file in bag.files.items():
        target = folder / DATA / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)
        sums[f"{DATA}/{name}"] = sha256_of(target)
        size += target.stat().st_size
    told = {
        _DECLARATION: "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        _INFO: _info(bag, size),
        MANIFEST: manifest_text(sums),
        EXHIBITS: json.dumps([asdict(each) for each in bag.exhibits], ensure_ascii=False, indent=2) + "\n",
    }
    told[_TAG_MANIFEST] = manifest_text({name: _sum(text) for name, text in told.items()})
    for name, text in told.items():
        (folder / name).write_bytes(text.encode())


def _info(bag: Bag, size: int) -> str:
    """RFC 8493, 2.2.2: labels of the standard, a value a line."""
    told = {
        "Source-Organization": bag.school,
        "External-Identifier": bag.audience,
        "Bagging-Date": bag.day.isoformat(),
        "Bag-Software-Agent": bag.software,
        "Payload-Oxum": f"{size}.{len(bag.files)}",
    }
    return "".join(f"{label}: {' '.join(value.split())}\n" for label, value in told.items())


def _sum(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
