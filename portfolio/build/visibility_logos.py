"""Whether what is given as a school's logo shows the EU's flag: then the emblem would stand wherever logos do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from portfolio.audit.flagpicture import FEWEST, stars_in
from portfolio.model.problem import Place, Problem, warning


def find_flags_among(logos: Mapping[str, Path]) -> Iterator[Problem]:
    """`visibility.logo-flag` for each logo of pixels that shows a flag; of vectors nobody asks."""
    for name, path in logos.items():
        if stars_in(path) >= FEWEST:
            yield warning("visibility.logo-flag", Place(file=name))
