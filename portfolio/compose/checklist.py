"""The checklist for the kit that comes with a label: what has come, what may be shown, where our own plaque goes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from portfolio.i18n import Locale, spoken
from portfolio.model.blocks import Column, Heading, Paragraph, Row, Run, Table
from portfolio.model.labelfacts import KitLine, KitPart
from portfolio.model.paper import Paper, PaperBlock

NAME = "kit"
_COLUMNS = {"done": 2, "what": 6, "source": 4}  # a day can be written into the first


def compose_checklist(
    kit: Mapping[KitPart, tuple[KitLine, ...]], locale: Locale, known: Mapping[str, str], country: str
) -> Paper:
    """The checklist in a language, for a school of a country; `known` has its name and place for every page."""
    blocks: list[PaperBlock] = [Paragraph(runs=(Run(text=locale.word("kit.intro")),))]
    for part, lines in kit.items():
        blocks.append(Heading(text=locale.word(f"kit.{part}"), level=2, anchor=f"{NAME}-{part}"))
        blocks.append(_table([line for line in lines if line.country in ("", country.upper())], locale))
    return Paper(
        name=NAME,
        language=locale.language,
        title=locale.word("kit.title"),
        author=known.get("school", ""),
        mark=" · ".join(filter(None, (known.get("school"), known.get("place")))),
        page_word=locale.word("document.page"),
        landscape=False,
        sheets=(tuple(blocks),),
    )


def _table(lines: Sequence[KitLine], locale: Locale) -> Table:
    columns = tuple(Column(title=locale.word(f"kit.{name}"), share=share) for name, share in _COLUMNS.items())
    rows = tuple(
        Row(cells=((), (Run(text=spoken(line.says, locale.language)[0]),), _source(line, locale))) for line in lines
    )
    return Table(title="", columns=columns, rows=rows)


def _source(line: KitLine, locale: Locale) -> tuple[Run, ...]:
    """Who says it, and below it how sure that is."""
    sure = locale.word(f"papers.sure.{line.certainty}")
    return (Run(text=f"{line.source}\n"), Run(text=sure)) if line.source else (Run(text=sure),)
