"""What the libraries say while a document is set, so that nothing of it goes unheard."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

LOGGERS = ("weasyprint", "fontTools", "PIL", "tinycss2", "pydyf")  # all that speak while a document is set
UNSAID = (
    "Using fontTools instead of HarfBuzz-Subset",  # how fonts are cut to size: the page is the same
    ".notdef glyph rendered",  # this and the next are said as `pdf.letters`, with all letters at once
    "Please install HarfBuzz version 13+",
)


@contextmanager
def listening() -> Iterator[list[logging.LogRecord]]:
    """What the libraries say at WARNING or above, which goes nowhere else meanwhile."""
    records: list[logging.LogRecord] = []

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if not record.getMessage().startswith(UNSAID):
                records.append(record)

    ear = Ear(logging.WARNING)
    loggers = [logging.getLogger(name) for name in LOGGERS]
    before = [(logger.propagate, logger.level) for logger in loggers]
    for logger in loggers:
        logger.addHandler(ear)
        logger.propagate = False
        logger.setLevel(logging.WARNING)
    try:
        yield records
    finally:
        for logger, (propagate, level) in zip(loggers, before, strict=True):
            logger.removeHandler(ear)
            logger.propagate = propagate
            logger.setLevel(level)
