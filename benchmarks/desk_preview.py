"""How long the review page takes to show the dossier page of a piece: each of the demo school, first and again.

python benchmarks/desk_preview.py
"""

import statistics
import tempfile
import time
from datetime import date
from pathlib import Path

from portfolio.cli.desk.desk import Desk
from portfolio.cli.desk.preview import Preview
from portfolio.cli.words import read_words

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    """Prints seconds: of the first page ever, the middle, the longest, and of a page that is known already."""
    with tempfile.TemporaryDirectory() as cache:
        desk = Desk(root=ROOT, cache=Path(cache), today=date(2026, 11, 20), words=read_words("en"))
        seen = desk.look()
        preview = Preview(desk)
        took: dict[str, float] = {}
        again: list[float] = []
        for item in seen.items:
            begun = time.perf_counter()
            landing = preview.landing(item, "tr")
            if landing is None:
                continue
            preview.page(landing)
            took[item] = time.perf_counter() - begun
            begun = time.perf_counter()
            preview.page(landing)
            again.append(time.perf_counter() - begun)
    first, *rest = took.values()
    print(f"{len(seen.items)} pieces, {len(took)} with a page of their own")
    print(f"first {first:.2f} s, median {statistics.median(rest):.2f} s, longest {max(rest):.2f} s")
    print(f"again {max(again):.3f} s at most")


if __name__ == "__main__":
    main()
