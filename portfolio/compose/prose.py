"""A school's own text, written in Markdown, as paragraphs and headings; what cannot be set is a Problem."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from portfolio.model.blocks import Block, Heading, Paragraph, ParagraphStyle, Run, Source
from portfolio.model.problem import Place, Problem, warning

EXCERPT = 40  # letters of a line that a Problem repeats

_LINK = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_STYLES = {
    "bullet_list_open": ParagraphStyle.BULLET,
    "ordered_list_open": ParagraphStyle.NUMBERED,
    "blockquote_open": ParagraphStyle.QUOTE,
}


# References to evidence: several beside each other are set as one. What is in them, see `portfolio.references`.
_REFERENCE = r"\[\[[^\[\]\n]*\]\]"
_REFERENCES = re.compile(rf"{_REFERENCE}(?:[ \t]*[,;]?[ \t]*{_REFERENCE})*")

# The runs for some references, as they are written without brackets, and whether parentheses stand round them already.
Cite = Callable[[Sequence[str], bool], Sequence[Run]]


# The first line of a block in its text, from 0, and the one behind its last.
Lines = tuple[int, int]


class _Markdown(MarkdownIt):
    """CommonMark with tables; every link is let through, for `_Setter.link` judges it and says so."""

    def __init__(self) -> None:
        super().__init__("commonmark")
        self.enable("table").disable("code")  # four blanks are an indent here, not a program
        self.inline.ruler.before("link", "references", _take_references)

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802  # the library's own name and signature
        return True


def _take_references(state: StateInline, silent: bool) -> bool:
    """The parser's rule for references; its signature is the library's."""
    found = _REFERENCES.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        before = state.src[: state.pos]
        state.push("references", "", 0).content = found[0]
        state.tokens[-1].meta["inside"] = before.count("(") > before.count(")")
    state.pos = found.end()
    return True


def set_prose(
    source: str,
    *,
    file: str,
    anchor: str,
    language: str = "",
    level: int = 2,
    cite: Cite | None = None,
    origin: Source | None = None,
) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """Paragraphs, lists, quotations and headings of a Markdown text; never fails, never loses words.

    Comments are left out. `file` is named in Problems (tables, HTML, pictures, links that lead nowhere a reader can
    go), `anchor` begins the headings' anchors, `language` marks every run, `level` is the highest heading's.
    `cite` sets references to evidence; without it they stay as they are written. `origin` is the text that each
    block is marked to stand in, with its number.
    """
    text = _CONTROL.sub("", source)
    setter = _Setter(
        source=_lines(text), file=file, anchor=anchor, language=language, level=level, cite=cite, origin=origin
    )
    blocks = tuple(setter.blocks(_Markdown().parse(text)))
    return blocks, tuple(dict.fromkeys(setter.problems))


def prose_lines(source: str) -> tuple[Lines | None, ...]:
    """The lines of a text in which each of its blocks stands, by the block's number; None in a table and the like."""
    text = _CONTROL.sub("", source)
    setter = _Setter(source=_lines(text), file="", anchor="", language="", level=2)
    for _ in setter.blocks(_Markdown().parse(text)):
        pass
    return tuple(setter.spans)


def _lines(text: str) -> list[str]:
    """The lines of a text, as the parser counts them."""
    return re.split(r"\r\n?|\n", text)


@dataclass(slots=True, kw_only=True)
class _Setter:
    """Walks the tokens of one text; `styles` are the lists and quotations that the current paragraph is in."""

    source: Sequence[str]
    file: str
    anchor: str
    language: str
    level: int
    cite: Cite | None = None
    origin: Source | None = None
    spans: list[Lines | None] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    styles: list[ParagraphStyle] = field(default_factory=list)
    headings: int = 0

    def blocks(self, tokens: Sequence[Token]) -> Iterator[Block]:
        """The blocks of a whole text."""
        heading: Token | None = None
        cells: list[Run] | None = None
        for token in tokens:
            line = token.map[0] + 1 if token.map else None
            if token.type in _STYLES:
                self.styles.append(_STYLES[token.type])
            elif token.type in ("bullet_list_close", "ordered_list_close", "blockquote_close"):
                self.styles.pop()
            elif token.type == "heading_open":
                heading = token
            elif token.type == "table_open":
                self.problems.append(warning("prose.table", self.where(line), text=self.excerpt(line)))
            elif token.type == "tr_open":
                cells = []
            elif token.type == "tr_close" and cells is not None:
                yield from self.paragraph(cells, ParagraphStyle.BULLET)
                cells = None
            elif token.type == "inline":
                lines = list(self.lines(token, line))
                if cells is not None:
                    cells += [Run(text=" · ", language=self.language)] if cells else []
                    cells += [run for runs, _ in lines for run in runs]
                elif heading:
                    yield from self.heading(heading, [runs for runs, _ in lines])
                    heading = None
                else:
                    for runs, span in lines:
                        yield from self.paragraph(runs, self.style, span)
            elif token.type == "fence":
                yield from self.plain(token.content)
            elif token.type == "html_block":
                content = _COMMENT.sub("", token.content)
                if content.strip():
                    self.problems.append(warning("prose.html", self.where(line), text=self.excerpt(line)))
                yield from self.plain(_TAG.sub("", content))

    @property
    def style(self) -> ParagraphStyle:
        """What a paragraph is where we stand: the innermost list or quotation."""
        return self.styles[-1] if self.styles else ParagraphStyle.BODY

    def placed(self, span: Lines | None) -> Source | None:
        """Where the next block stands: each has a number, also one in which nothing is left to set."""
        self.spans.append(span)
        return replace(self.origin, number=len(self.spans) - 1) if self.origin else None

    def paragraph(self, runs: Sequence[Run], style: ParagraphStyle, span: Lines | None = None) -> Iterator[Paragraph]:
        """A paragraph, unless there is nothing in it."""
        joined, source = _joined(runs), self.placed(span)
        if joined:
            yield Paragraph(runs=joined, style=style, source=source)

    def heading(self, opening: Token, lines: list[list[Run]]) -> Iterator[Heading]:
        """A heading as plain text: "#" and the first one have the highest level, all others the one below."""
        tag, source = opening.tag, self.placed((opening.map[0], opening.map[1]) if opening.map else None)
        text = " ".join(run.text for runs in lines for run in runs).strip()
        if text:
            self.headings += 1
            level = self.level if tag == "h1" or self.headings == 1 else min(3, self.level + 1)
            yield Heading(
                text=" ".join(text.split()),
                level=level,
                anchor=f"{self.anchor}-h{self.headings}",
                language=self.language,
                source=source,
            )

    def plain(self, text: str) -> Iterator[Paragraph]:
        """Text without any mark-up, a paragraph a line."""
        for line in text.splitlines():
            yield from self.paragraph([Run(text=line, language=self.language)], self.style)

    def lines(self, inline: Token, line: int | None) -> Iterator[tuple[list[Run], Lines | None]]:
        """The runs of an inline token for each line that the writer broke on purpose, and the source's lines of it."""
        look = Run(text="", language=self.language)
        runs: list[Run] = []
        begun, end = inline.map or (0, 0)
        here = begun
        for token in inline.children or ():
            here += token.type in ("softbreak", "hardbreak") or token.content.count("\n")
            if token.type in ("strong_open", "strong_close"):
                look = replace(look, strong=token.nesting == 1)
            elif token.type in ("em_open", "em_close"):
                look = replace(look, emphasis=token.nesting == 1)
            elif token.type == "link_open":
                look = replace(look, link=self.link(str(token.attrGet("href") or ""), line))
            elif token.type == "link_close":
                look = replace(look, link="")
            elif token.type == "hardbreak" and self.style is ParagraphStyle.BODY:
                yield runs, (begun, here) if inline.map else None
                runs, begun = [], here
            elif token.type in ("softbreak", "hardbreak"):
                runs.append(replace(look, text=" "))
            elif token.type == "references" and self.cite:
                written = [each.strip() for each in re.findall(r"\[\[([^\[\]\n]*)\]\]", token.content)]
                cited = self.cite(written, bool(token.meta["inside"]))
                if not cited and runs:  # the blank before what is left out
                    runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip())
                runs += cited
            elif token.type == "image":
                self.problems.append(warning("prose.picture", self.where(line), text=token.attrGet("src")))
                runs.append(replace(look, text=token.content))
            elif token.type == "html_inline":
                if not token.content.startswith("<!--"):
                    self.problems.append(warning("prose.html", self.where(line), text=self.excerpt(line)))
            elif token.content:
                runs.append(replace(look, text=token.content))
        yield runs, (begun, end) if inline.map else None

    def link(self, address: str, line: int | None) -> str:
        """An address that a reader can follow, else ""."""
        if _LINK.fullmatch(address):
            return address
        self.problems.append(warning("prose.link", self.where(line), address=address))
        return ""

    def excerpt(self, line: int | None) -> str:
        """The beginning of a line, by which a person finds it."""
        text = self.source[line - 1].strip() if line else ""
        return text if len(text) <= EXCERPT else f"{text[:EXCERPT]}…"

    def where(self, line: int | None) -> Place:
        """The place of a line of the text."""
        return Place(file=self.file, line=line)


def _joined(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Runs with neighbours of one look made one, and no blanks at the ends."""
    joined: list[Run] = []
    for run in runs:
        if joined and replace(joined[-1], text="") == replace(run, text=""):
            joined[-1] = replace(run, text=joined[-1].text + run.text)
        else:
            joined.append(run)
    if joined:
        joined[0] = replace(joined[0], text=joined[0].text.lstrip())
        joined[-1] = replace(joined[-1], text=joined[-1].text.rstrip())
    return tuple(run for run in joined if run.text)
