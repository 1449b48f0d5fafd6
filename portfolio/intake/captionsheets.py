"""Which tables are caption sheets: those with a name for one, in any language."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from portfolio.files.yamlfile import plain, read_yaml
from portfolio.i18n import fold
from portfolio.intake.vocabulary import vocabulary

_SEPARATORS = re.compile(r"[-_\s]+")


def is_caption_sheet(name: str) -> bool:
    """Whether a file (without its suffix) or a sheet of a workbook is called like a caption sheet."""
    return _SEPARATORS.sub(" ", fold(name)).strip() in _names()


@cache
def _names() -> frozenset[str]:
    """The names in `captionsheets.yaml` beside this module and in the vocabulary, folded."""
    names = plain(read_yaml(Path(__file__).with_name("captionsheets.yaml")))
    assert isinstance(names, dict)
    own = {fold(str(name)) for several in names.values() if isinstance(several, list) for name in several}
    return vocabulary().caption_sheets | own
