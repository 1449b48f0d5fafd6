"""What is pasted, as plain text and as fragments of HTML: headings, paragraphs, links and a table, nothing else.

A panel has its own look: styles, classes and scripts are what it throws away, or what spoils its page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from portfolio.model.blocks import Paragraph, PlacedPicture, Row, Run, Table
from portfolio.model.paste import Announcement, Paste
from portfolio.model.text import Phrase
from portfolio.render.derivatives import Derivative

CARD = "card.png"


def pasted_texts(paste: Paste, derivatives: Mapping[str, Derivative], card: tuple[int, int]) -> dict[str, str]:
    """The texts by the names of their files, the announcement first; `card` is the size of the card in px."""
    texts = {
        "announcement.txt": announcement_text(paste.announcement),
        "announcement.html": announcement_html(paste.announcement),
    }
    if paste.projects:
        texts |= {"projects.txt": projects_text(paste.projects), "projects.html": projects_html(paste.projects)}
    texts["pictures.txt"] = pictures_text(paste, derivatives, card)
    if not paste.watermark:
        return texts
    return {name: _as_draft(name, text, paste.watermark) for name, text in texts.items()}


def _as_draft(name: str, text: str, watermark: str) -> str:
    return f"<p>{escape(watermark)}</p>\n{text}" if name.endswith(".html") else f"{watermark}\n\n{text}"


def announcement_text(announcement: Announcement) -> str:
    """The headline, a blank line, the text, and what is said below it."""
    paragraphs = (_plain(paragraph.runs) for paragraph in announcement.paragraphs)
    return "\n\n".join((announcement.headline, *paragraphs, *announcement.notes)) + "\n"


def announcement_html(announcement: Announcement) -> str:
    """The same as a fragment."""
    notes = (Paragraph(runs=(Run(text=text),)) for text in announcement.notes)
    paragraphs = (f"<p>{_marked(paragraph.runs)}</p>" for paragraph in (*announcement.paragraphs, *notes))
    return "\n".join((f"<h2>{escape(announcement.headline)}</h2>", *paragraphs)) + "\n"


def projects_text(projects: Table) -> str:
    """A block of lines for each project, every line with the heading of its column."""
    return "\n\n".join((projects.title, *("\n".join(_lines(projects, row)) for row in projects.rows))) + "\n"


def projects_html(projects: Table) -> str:
    """The list as a table without any look of its own."""
    heads = "".join(f'<th scope="col">{escape(column.title)}</th>' for column in projects.columns)
    rows = ("".join(map(_cell, row.cells)) for row in projects.rows)
    table = "\n".join(f"<tr>{row}</tr>" for row in (heads, *rows))
    return f"<h2>{escape(projects.title)}</h2>\n<table>\n{table}\n</table>\n"


def picture_name(number: int, picture: PlacedPicture, derivative: Derivative) -> str:
    """What the file of a picture is called: "picture-1-1200.jpg" for the first one in its larger size."""
    return f"picture-{number}-{picture.longest}{derivative.path.suffix}"


def pictures_text(paste: Paste, derivatives: Mapping[str, Derivative], card: tuple[int, int]) -> str:
    """What each file shows, with the words to paste beside it."""
    blocks = [[paste.pictures_title]]
    for number, picture in enumerate(paste.pictures, start=1):
        files = [(each, derivatives[each.key]) for each in picture.sizes if each.key in derivatives]
        if files:
            names = [_file(picture_name(number, each, made), made.width_px, made.height_px) for each, made in files]
            blocks.append([*names, *_told(picture.details)])
    blocks.append([_file(CARD, *card), *_told(paste.card_details)])
    return "\n\n".join(map("\n".join, blocks)) + "\n"


def _file(name: str, width: int, height: int) -> str:
    return f"{name} ({width} × {height} px)"


def _told(details: Iterable[tuple[str, Phrase]]) -> Iterator[str]:
    return (f"{label}: {words.text}" if label else words.text for label, words in details)


def _lines(projects: Table, row: Row) -> Iterator[str]:
    for column, cell in zip(projects.columns, row.cells, strict=True):
        if words := _plain(cell):
            yield f"{column.title}: {words}"


def _plain(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs)


def _cell(runs: tuple[Run, ...]) -> str:
    language = runs[0].language if len(runs) == 1 else ""
    return f'<td lang="{escape(language)}">{_marked(runs)}</td>' if language else f"<td>{_marked(runs)}</td>"


def _marked(runs: Iterable[Run]) -> str:
    return "".join(
        f'<a href="{escape(run.link)}">{escape(run.text, quote=False)}</a>'
        if run.link
        else escape(run.text, quote=False)
        for run in runs
    )
