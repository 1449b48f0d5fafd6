"""Draws and writes the demo school's evidence: `python script/draw_demo.py` (`-h` shows the options).

Same libraries, same bytes. Hand-written files (caption sheets as CSV, YAML records, the note) are not touched.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from demo_school.papers import write_papers
from demo_school.photos import PHOTOS, write_logo, write_photos


def main() -> None:
    """Writes what is asked for."""
    parser = argparse.ArgumentParser(description="Draws and writes the demo school's evidence.")
    parser.add_argument(
        "--to", type=Path, default=Path(__file__).resolve().parents[1] / "evidence", help="evidence folder"
    )
    parser.add_argument("--only", default="", help="only pictures whose name or scene contains this word")
    parser.add_argument("--papers", action="store_true", help="only PDF, DOCX and XLSX")
    parser.add_argument("--pictures", action="store_true", help="only pictures")
    wanted = parser.parse_args()
    for folder in {Path(photo.file).parent for photo in PHOTOS}:
        (wanted.to / folder).mkdir(parents=True, exist_ok=True)
    if not wanted.papers:
        write_photos(wanted.to, wanted.only)
    if not wanted.papers and not wanted.only:
        narrative = wanted.to.parent / "narrative"
        narrative.mkdir(exist_ok=True)
        write_logo(narrative / "logo.png")
    if not wanted.pictures and not wanted.only:
        write_papers(wanted.to)


if __name__ == "__main__":
    main()
