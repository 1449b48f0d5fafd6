"""Films and sound recordings: title, day and length by their headers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import BinaryIO

from portfolio.files.isomedia import read_iso_media
from portfolio.files.matroska import read_matroska
from portfolio.files.media import Media
from portfolio.files.sound import read_flac, read_mp3, read_ogg, read_riff
from portfolio.intake.dates import machine_date
from portfolio.intake.formats import Format
from portfolio.intake.reading import Inscription, Reading
from portfolio.model.decision import Field
from portfolio.model.text import Origin

_READERS: Mapping[str, Callable[[BinaryIO], Media]] = {
    "mp4": read_iso_media,
    "m4a": read_iso_media,
    "matroska": read_matroska,
    "avi": read_riff,
    "wav": read_riff,
    "mp3": read_mp3,
    "ogg": read_ogg,
    "flac": read_flac,
}


def read(path: Path, found: Format) -> Reading:
    """What a film or recording says of itself; nothing of formats without a reader. Raises FileFault."""
    media = Media()
    if reader := _READERS.get(found.key):
        with path.open("rb") as file:
            media = reader(file)
    said = ((Field.TITLE, media.title), (Field.DATE, machine_date(media.day)))
    return Reading(
        format=found.key,
        inscriptions=tuple(
            Inscription(field=field, text=text, origin=Origin.PROPERTIES) for field, text in said if text
        ),
        seconds=round(media.seconds, 1) if media.seconds is not None else None,
    )
