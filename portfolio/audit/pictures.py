"""What a picture tells beside what is seen in it."""

from __future__ import annotations

import io

# Where Pillow keeps what it finds in a file, and what people call it. ICC profiles and sizes tell nothing of anybody.
_TELLING = {
    "exif": "EXIF",
    "xmp": "XMP",
    "XML:com.adobe.xmp": "XMP",
    "photoshop": "IPTC",
    "comment": "comment",
    "mp": "MPF",
    "Raw profile type exif": "EXIF",
    "Raw profile type xmp": "XMP",
    "Raw profile type iptc": "IPTC",
}


def metadata_in(data: bytes) -> tuple[str, ...]:
    """The kinds of metadata that a picture file carries ("EXIF", "XMP", "IPTC", …), without decoding it.

    ("unreadable",) for what is no picture: nobody can say what such a file holds.
    """
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data)) as image:
            found = {word for key, word in _TELLING.items() if image.info.get(key)}
    except (OSError, ValueError, SyntaxError):
        return ("unreadable",)
    return tuple(sorted(found))
