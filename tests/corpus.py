"""Where the corpus of real files is, when there is one: a folder beside the checkout, or named by the environment."""

import os
from pathlib import Path

import pytest

_BESIDE = Path(__file__).resolve().parents[2] / "shared" / "corpus"


def find_corpus() -> Path | None:
    """The corpus folder, or None."""
    folder = Path(os.environ.get("PORTFOLIO_CORPUS", _BESIDE))
    return folder if (folder / "PROVENANCE.csv").is_file() else None


needs_corpus = pytest.mark.skipif(
    find_corpus() is None, reason="the corpus of real files is not here (PORTFOLIO_CORPUS)"
)
