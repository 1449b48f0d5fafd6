"""Photos and scans."""

from __future__ import annotations

from pathlib import Path

from portfolio.files.picture import read_picture
from portfolio.intake.clocks import moment
from portfolio.intake.formats import Format
from portfolio.intake.reading import Inscription, Reading
from portfolio.model.decision import Field
from portfolio.model.evidence import Raster
from portfolio.model.text import Origin


def read(path: Path, found: Format) -> Reading:
    """The upright size and hash of a picture and what is written in it. Raises PictureFault."""
    picture = read_picture(path)
    inscriptions = (
        Inscription(
            field=Field(field),
            text=moment(text) if field == "date" else text,
            language=language,
            origin=Origin.EMBEDDED,
        )
        for field, language, text in picture.said
    )
    return Reading(
        format=found.key,
        inscriptions=tuple(inscription for inscription in inscriptions if inscription.text),
        raster=Raster(width=picture.width, height=picture.height, dhash=picture.dhash),
    )
