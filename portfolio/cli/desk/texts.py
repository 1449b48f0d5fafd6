"""The school's own texts as forms: which there are, which are missing, and each to be written in its file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from portfolio.build.survey import text_keys
from portfolio.build.textedit import body_of, with_body
from portfolio.cli.desk.acts import Acts
from portfolio.cli.desk.desk import Desk, Seen
from portfolio.cli.desk.rewriting import Change, read_own, rewrite
from portfolio.cli.map import title_of
from portfolio.compose.plaintext import flatten, length
from portfolio.compose.prose import set_prose
from portfolio.errors import ProjectError
from portfolio.files.sourcefile import SourceFile
from portfolio.model.framework import PLAN
from portfolio.model.problem import Place, Problem, error, warning
from portfolio.narratives import bodies_in, heading_words

if TYPE_CHECKING:
    from flask import Flask
    from werkzeug.wrappers import Response as AnyResponse

SCHOOL = "school"
_WORD = ".docx"


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text in a language: where it stands or would stand, and how long it is of how much at most (None: no limit)."""

    key: str
    language: str
    file: str
    source: str
    count: int
    limit: int | None

    @property
    def state(self) -> str:
        """Whether it is there, missing, or over its limit."""
        if not self.source.strip():
            return "missing"
        return "over" if self.limit is not None and self.count > self.limit else "there"

    @property
    def in_word(self) -> bool:
        """Whether it stands in a Word file, where it is written with Word."""
        return Path(self.file).suffix.lower() == _WORD


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The texts of a pillar, the plan last: each as it is called, in every language of the project."""

    title: str
    rows: tuple[tuple[str, tuple[Text, ...]], ...]


def groups_of(seen: Seen) -> Iterator[Group]:
    """The school's text first, then those of each pillar."""
    rows: dict[str, list[tuple[str, tuple[Text, ...]]]] = {}
    project = seen.survey.project
    for key in text_keys(seen.survey.framework):
        texts = tuple(text_of(seen, key, language) for language in project.languages)
        name = key.partition("/")[0]
        below = name_of(seen, key).removeprefix(f"{name_of(seen, name)} / ")
        rows.setdefault(name, []).append((below, texts))
    for name, texts_below in rows.items():
        yield Group(title=name_of(seen, name), rows=tuple(texts_below))


def name_of(seen: Seen, key: str) -> str:
    """A text as people call it."""
    if key == SCHOOL:
        return seen.words.say("desk.text-school")
    name, _, part = key.partition("/")
    if part == PLAN:
        return seen.words.say("desk.text-plan", title=title_of(name, seen.survey.framework, seen.words.language))
    return title_of(key, seen.survey.framework, seen.words.language)


def text_of(seen: Seen, key: str, language: str) -> Text:
    """A text as documents show it."""
    project = seen.survey.project
    source = project.narratives.texts.get(key, {}).get(language, "")
    return Text(
        key=key,
        language=language,
        file=project.narratives.place(key, language).file,
        source=source,
        count=_length(source),
        limit=project.limits.of(key),
    )


class Texts:
    """The texts of a desk's project, in their files."""

    def __init__(self, desk: Desk, acts: Acts) -> None:
        self._desk, self._acts = desk, acts

    def find(self, key: str, language: str) -> Text | None:
        """A text that documents can show; None where there is none of that name."""
        seen = self._desk.look()
        known = key in text_keys(seen.survey.framework) and language in seen.survey.project.languages
        return text_of(seen, key, language) if known else None

    def body(self, text: Text) -> str:
        """What stands in the file, comments and all. Raises ProjectError."""
        if text.in_word:
            return text.source
        return body_of(self._read(text).text, text.key, heading_words(self._desk.look().survey.framework))

    def problems(self, text: Text, written: str) -> tuple[Problem, ...]:
        """All that is said of a text: what Markdown it should not have, references, names, its length."""
        seen = self._desk.look()
        _, found = set_prose(written, file=text.file, anchor="")
        if text.limit is not None and (over := text.count - text.limit) > 0:
            where = Place(file=text.file)
            found += (warning("form.too-long", where, key=text.key, count=text.count, limit=text.limit, over=over),)
        return tuple(dict.fromkeys((*self._told(seen, text), *found)))

    def write(self, text: Text, written: str, shown: str) -> str | None:
        """Put what was written in the place of what was shown; what stands there by now where that is another text.

        Raises ProjectError: what `with_body` and `SourceFile` raise, `edited.word-source` for a Word file. OutputError.
        """
        if text.in_word:
            raise ProjectError(error("edited.word-source", Place(file=text.file), field=text.key, new=written))
        headings = heading_words(self._desk.look().survey.framework)
        with self._desk.writing(text.file):
            source = self._read(text)
            now = body_of(source.text, text.key, headings)
            if _tidy(now) not in (_tidy(shown), _tidy(written)):
                return now
            if _tidy(now) == _tidy(written):
                return None
            new = with_body(source.text, text.key, _tidy(written), headings, file=text.file, newline=source.newline)
            change = Change(
                name="",
                label=f"{name_of(self._desk.look(), text.key)} ({text.language})",
                before=_tidy(now),
                after=_tidy(written),
                language=text.language,
            )
            self._acts.note(
                rewrite(
                    source,
                    new,
                    page=f"texts/{text.language}/{text.key}",
                    changes=(change,),
                    now=lambda: {"": self.body(text)},
                )
            )
        return None

    def _read(self, text: Text) -> SourceFile:
        return read_own(self._desk.root / text.file, text.language, text.file, "narrative.unreadable")

    def _told(self, seen: Seen, text: Text) -> Iterator[Problem]:
        """What is said of the lines in which a text stands, of the whole file where the line is not known."""
        begin, end = 0, 0
        if not text.in_word:
            headings = heading_words(seen.survey.framework)
            source = self._read(text).text
            begin, end = bodies_in(source, text.key.partition("/")[0], headings).get(text.key, (0, 0))
        for problem in (*seen.problems, *seen.survey.problems):
            where = problem.where
            if where and where.file == text.file and (where.line is None or begin < where.line <= end):
                yield problem


def _length(source: str) -> int:
    blocks, _ = set_prose(source, file="", anchor="")
    return length(flatten(blocks))


def _tidy(text: str) -> str:
    """A text as it is compared and written: with the same breaks, without the blank lines round it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")


def register(app: Flask, desk: Desk, acts: Acts, at: str) -> None:
    """The pages of texts, below a path."""
    from flask import abort, redirect, render_template, request, url_for

    texts = Texts(desk, acts)

    def found(key: str, language: str) -> Text:
        text = texts.find(key, language)
        return text if text else abort(404)

    def page(text: Text, written: str, shown: str, problems: tuple[Problem, ...], *, saved: bool = False) -> str:
        words = desk.words
        return render_template(
            "text.html",
            text=text,
            name=name_of(desk.look(), text.key),
            written=written,
            shown=shown,
            problems=[
                (each.where.line if each.where else None, words.what(each), words.remedy(each)) for each in problems
            ],
            saved=saved,
            others=[each for each in desk.look().survey.project.languages if each != text.language],
        )

    @app.get(f"{at}/texts", endpoint="texts")
    def listed() -> str:
        return render_template("texts.html", groups=list(groups_of(desk.look())))

    @app.get(f"{at}/texts/<language>/<path:key>")
    def text(language: str, key: str) -> str:
        wanted = found(key, language)
        body = texts.body(wanted)
        return page(wanted, body, body, texts.problems(wanted, body), saved=bool(request.args.get("saved")))

    @app.post(f"{at}/texts/<language>/<path:key>")
    def write_text(language: str, key: str) -> str | AnyResponse | tuple[str, int]:
        wanted = found(key, language)
        written, shown = request.form.get("text", ""), request.form.get("shown", "")
        try:
            now = texts.write(wanted, written, shown)
        except ProjectError as stop:
            return page(wanted, written, shown, stop.problems), 422
        if now is not None:
            name = name_of(desk.look(), wanted.key)
            return render_template("text-conflict.html", text=wanted, name=name, now=now, written=written), 409
        return redirect(url_for("text", language=language, key=key, saved="yes"))
