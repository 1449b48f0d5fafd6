"""What stands on the pages of a written file of any format in which the EU's emblem may be: one reader for each."""

from __future__ import annotations

from pathlib import Path

from portfolio.audit.docx_marks import read_docx_marks
from portfolio.audit.flagpicture import flag_in, see_flag, small_flag_in
from portfolio.audit.marks import read_marks
from portfolio.audit.site_marks import read_site_marks
from portfolio.audit.svg_marks import read_svg_marks
from portfolio.files.fault import FileFault
from portfolio.files.picture import opened
from portfolio.model.marks import Box, FileMarks, PageMarks, PictureMark

_PX = 25.4 / 96  # mm


def read_file_marks(path: Path, pages: int | None = None, looked: int | None = None) -> FileMarks:
    """The marks of a file's first pages, None for all; its suffix tells the format, a PDF where it tells no other.

    Pictures may show a flag: those of the first `looked` pages of a Word document are looked into, None for all; those
    of a PDF, unless that is 0. Raises FileFault, also for what cannot be opened (`file.unreadable`).
    """
    try:
        match path.suffix.lower():
            case ".docx":
                return read_docx_marks(path, pages, looked)
            case ".html":
                return read_site_marks(path)
            case ".svg":
                return read_svg_marks(path)
            case ".txt":
                text = path.read_text(encoding="utf-8-sig")
                return FileMarks(pages=(PageMarks(number=1, width=0.0, height=0.0, text=text),))
            case ".png" | ".jpg" | ".jpeg" | ".webp" as suffix:
                return _picture_marks(path, exact=suffix == ".png")
            case _:
                return read_marks(path, pages, None if looked == 0 else see_flag)
    except (OSError, ValueError, ArithmeticError, RecursionError) as fault:  # whatever else is not as its format has it
        raise FileFault("file.unreadable") from fault


def _picture_marks(path: Path, *, exact: bool) -> FileMarks:
    """A picture for screens, of 96 px an inch, with the flag in it; what is said in it nobody reads.

    In one whose pixels are not true no small flag is told from what else is blue.
    """
    with opened(path) as image:
        whole = image.convert("RGB")
    box = Box(0.0, 0.0, whole.width * _PX, whole.height * _PX)
    mark = PictureMark(
        box=box, pixels=whole.size, seen=small_flag_in(whole, box) if exact else flag_in(whole, box, exact=False)
    )
    return FileMarks(pages=(PageMarks(number=1, width=box.width, height=box.height, pictures=(mark,)),))
