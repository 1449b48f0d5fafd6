"""Which tables are caption sheets: those with a name for one, in any language."""

from __future__ import annotations

import re

from portfolio.i18n import fold
from portfolio.intake.vocabulary import vocabulary

_SEPARATORS = re.compile(r"[-_\s]+")


def is_caption_sheet(name: str) -> bool:
    """Whether a file (without its suffix) or a sheet of a workbook is called like a caption sheet."""
    return _SEPARATORS.sub(" ", fold(name)).strip() in vocabulary().caption_sheets
