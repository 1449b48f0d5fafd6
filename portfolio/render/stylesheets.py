"""The stylesheets that many documents of a theme have in common: read once a process, with their fonts.

To read them again takes a third of the time of a poster.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass, field
from functools import lru_cache
from multiprocessing.util import Finalize
from typing import TYPE_CHECKING

from portfolio.render.listening import listening

if TYPE_CHECKING:
    from weasyprint import CSS
    from weasyprint.css.counters import CounterStyle
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher

_kept: list[FontConfiguration] = []
_LINK = re.compile(r'<link rel="stylesheet" href="(theme:[^"]*)">\n?')


@dataclass(frozen=True, slots=True, kw_only=True)
class Stylesheets:
    """Stylesheets that were read, their fonts and counters, and what was said of them."""

    sheets: tuple[CSS, ...] = ()
    fonts: FontConfiguration | None = None
    counters: CounterStyle | None = None
    said: tuple[logging.LogRecord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    """Which are wanted: those of the same digest, addresses and families are the same, whoever fetches them."""

    digest: str
    addresses: tuple[str, ...]
    families: frozenset[str]
    fetcher: URLFetcher = field(compare=False)


def take_out(html: str, digest: str, families: frozenset[str], fetcher: URLFetcher) -> tuple[str, Stylesheets]:
    """A document without its links to stylesheets of the theme of a digest, and these, read.

    They yield to what the document itself says, wherever it stands (as sheets of the user, CSS Cascading 4, 6.2).
    """
    addresses = tuple(_LINK.findall(html))
    wanted = _Wanted(digest=digest, addresses=addresses, families=families, fetcher=fetcher)
    return _LINK.sub("", html), _read(wanted)


def forget_stylesheets() -> None:
    """Take away what was read, with WeasyPrint's folders of fonts: it leaves them where garbage is not looked for."""
    while _kept:
        _kept.pop().__del__()
    _read.cache_clear()


@lru_cache(maxsize=8)
def _read(wanted: _Wanted) -> Stylesheets:
    from weasyprint import CSS
    from weasyprint.css.counters import CounterStyle
    from weasyprint.text.fonts import FontConfiguration

    fonts, counters = FontConfiguration(), CounterStyle()
    _kept.append(fonts)
    Finalize(None, forget_stylesheets, exitpriority=1)  # when a worker ends
    with listening() as said:
        sheets = tuple(
            CSS(url=address, url_fetcher=wanted.fetcher, font_config=fonts, counter_style=counters)
            for address in wanted.addresses
        )
    return Stylesheets(sheets=sheets, fonts=fonts, counters=counters, said=tuple(said))
