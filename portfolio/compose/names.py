"""File names as titles: what a person wrote is cleaned, what a phone, a messenger or a scanner wrote is no title."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath

from portfolio.i18n import fold

# Folded words that name a device, a programme or a sort of file, and nothing that is seen in it.
_SAYS_NOTHING = frozenset(
    """
    img image images dsc dscn dscf dcim pxl mvimg vid video mov pano portrait night burst edited camera kamera
    whatsapp signal telegram viber messenger instagram facebook snapchat received inshot collage canva
    photo photos foto fotos fotograf fotografi picture pic resim gorsel bild bilder
    scan scanned scanner tarama taranan taranmis skannad inskannad camscanner adobe
    screenshot screen shot ekran goruntusu goruntu skarmbild skarmavbild
    document doc dokument belge evrak file dosya fil page sayfa sida sheet table tablo
    certificate certificates sertifika sertifikasi intyg diplom
    untitled unnamed adsiz isimsiz namnlos new yeni ny copy kopya kopyasi kopia final son version
    jpg jpeg png heic pdf docx xlsx and ve och kl saat
    """.split()
)
_DATES = re.compile(
    r"(?<!\d)(?:20\d\d([-._ ]?)[01]\d\1[0-3]\d|[0-3]?\d[-._/][01]?\d[-._/]20\d\d)(?!\d)"  # 2025-10-14, 20251014, 14.10.2025
)
_TIMES = re.compile(r"(?<!\d)[0-2]?\d[.:;][0-5]\d(?:[.:;][0-5]\d)?(?!\d)")
_COUNTERS = re.compile(r"\s*\(\d+\)\s*$|^\s*\d{1,3}\s*[.)]?\s+(?=\D)")
_HYPHENS = re.compile(r"(?<=[^\W\d])-(?=[^\W\d])")


def title_in(name: str) -> str:
    """The title that a file's name holds, with a capital left to the caller; "" when it says nothing of the content."""
    stem = unicodedata.normalize("NFC", PurePosixPath(name).stem).replace("%20", " ")
    text = _DATES.sub(" ", stem.replace("_", " ").replace("+", " "))
    text = _HYPHENS.sub(" ", _TIMES.sub(" ", text)) if " " not in text.strip() else _TIMES.sub(" ", text)
    text = _COUNTERS.sub("", " ".join(text.split())).strip(" -–.,;")
    return text if any(_tells(word) for word in re.split(r"[\W_]+", text)) else ""


def _tells(word: str) -> bool:
    """Whether a word says something: three letters or more, no digits, and none of the empty words."""
    folded = fold(word)
    return len(folded) >= 3 and folded.isalpha() and folded not in _SAYS_NOTHING
