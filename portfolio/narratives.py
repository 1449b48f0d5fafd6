"""The school's own texts: `narrative/<key>.<language>.md`, also as Word document or plain text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path

from portfolio.files.encoding import decode
from portfolio.files.fault import FileFault
from portfolio.files.nearest import nearest
from portfolio.files.wordprose import word_as_markdown
from portfolio.i18n import fold
from portfolio.model.framework import PLAN, Framework
from portfolio.model.problem import Place, Problem, error, warning
from portfolio.model.project import Narratives
from portfolio.pastedkeys import EditedLine

# Pillar → a heading in its file, folded → the key of the text below it.
Headings = Mapping[str, Mapping[str, str]]

_FORMATS = (".md", ".docx", ".txt")  # of two files for one text the first format is used
_UNREAD = frozenset({".odt", ".doc", ".rtf", ".pages"})  # what people write texts in, and nothing here reads
_NAME = re.compile(
    r"(?P<key>[a-z0-9]+(?:-[a-z0-9]+)*)(?:\.(?P<language>[a-z]{2,3}(?:-[a-z0-9]+)*))?", re.IGNORECASE | re.ASCII
)
_HEADING = re.compile(r"(?P<level>#{1,6}) +(?P<text>.*?) *#* *")
# A heading of this form names a criterion or the plan; any other heading is the school's own and stays in its text.
_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FENCE = re.compile(r" {0,3}(```|~~~)")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_MAX_BYTES = 2**20  # three hundred pages; a larger file is something else under this name
_LONGEST_BROKEN = 100  # signs: a longer line of plain text was not broken by hand, it is a paragraph


def heading_words(framework: Framework) -> Headings:
    """How headings may name the criteria and the plan of each pillar: by key, or as the framework words them."""
    return {
        pillar.key: {
            "plan": "plan",
            **{fold(line.key): line.key for line in pillar.criteria},
            **{
                fold(form).rstrip(" .:"): line.key
                for line in pillar.criteria
                for wording in line.wordings.values()
                for form in (wording.print, *wording.match)
            },
        }
        for pillar in framework.all_pillars
    }


def read_narratives(
    folder: Path, language: str, headings: Headings | None = None
) -> tuple[Narratives, tuple[Problem, ...]]:
    """The texts of a folder by key and language; a folder that is not there holds none.

    `<key>.<language>.md`: what stands before the first `## <key>` is the text of the key, what stands below `## plan`
    or `## <criterion>` that of "<key>/plan", "<key>/<criterion>". `language` is the school's own: that of `<key>.md`.
    `headings` are other ways to write these headings. Comments (`<!-- -->`) are hints to the writer, left out; so are
    texts that are empty without them. `.docx` and `.txt` are read alike, pictures and other files are not looked at.
    Codes: `narrative.name`, `narrative.unreadable`, `narrative.twice`, `narrative.two-formats`, `narrative.format`,
    `narrative.large`, `file.*`, `archive.*`.
    """
    texts: dict[str, dict[str, str]] = {}
    places: dict[str, dict[str, Place]] = {}
    chosen, problems = _choose(folder, language)
    for path, file_key, spoken in chosen:
        shown = f"{folder.name}/{path.name}"
        try:
            source = _read(path, spoken)
        except FileFault as fault:
            problems.append(fault.problem(shown))
            continue
        except OSError as fault:
            problems.append(error("narrative.unreadable", Place(file=shown), detail=fault.strerror or fault))
            continue
        numbered = path.suffix.lower() != ".docx"
        for key, begun, line, text, _ in _parts(file_key, source, (headings or {}).get(file_key, {})):
            if not text:
                continue
            if spoken in texts.setdefault(key, {}):
                where = Place(file=shown, line=begun if numbered else None)
                problems.append(warning("narrative.twice", where, key=key))
            else:
                texts[key][spoken] = text
                places.setdefault(key, {})[spoken] = Place(file=shown, line=line if numbered else None)
    return Narratives(texts=texts, places=places), tuple(sorted(problems, key=_order))


def as_markdown(source: str, suffix: str) -> str:
    """The text of a file as Markdown, with the same lines; `suffix` is that of its name."""
    return _paragraphs(source) if suffix.lower() == ".txt" else source


def texts_in(source: str, file_key: str, headings: Headings) -> dict[str, str]:
    """The texts of one file by their keys, as `read_narratives` finds them."""
    found: dict[str, str] = {}
    for key, _, _, text, _ in _parts(file_key, source, headings.get(file_key, {})):
        if text:
            found.setdefault(key, text)
    return found


def bodies_in(source: str, file_key: str, headings: Headings) -> dict[str, tuple[int, int]]:
    """The lines (from 0, the end excluded) between the headings of a file, by the keys of their texts.

    Of a key that stands twice those of the text that is shown.
    """
    found: dict[str, tuple[int, int]] = {}
    told: set[str] = set()
    for key, _, _, text, lines in _parts(file_key, source, headings.get(file_key, {})):
        if key not in found or (text and key not in told):
            found[key] = lines
        if text:
            told.add(key)
    return found


def unknown_keys(
    narratives: Narratives,
    keys: Collection[str],
    languages: Collection[str],
    former: Collection[str] = (),
    edited: Callable[[str], EditedLine | None] = lambda _: None,
) -> tuple[Problem, ...]:
    """A Problem for each text that no document will show: its key or its language is none of these.

    `former` are keys of criteria that are none any more; their texts are still shown, in their pillars. `edited` tells
    the pasted line of which a key was made before it was edited.

    `keys` are "school", pillars and buckets ("model"), criteria ("model/open-days") and plans ("model/plan").
    Codes: `narrative.key`, `narrative.misspelt-key` (with the nearest), `narrative.former-key`,
    `narrative.edited-key`, `narrative.language`.
    """
    return tuple(_unknown_keys(narratives, keys, languages, former, edited))


def unknown_limits(limits: Collection[str], keys: Collection[str], file: str) -> tuple[Problem, ...]:
    """A Problem for each key under `form: limits` that no text has. Codes: `form.limit-key`, `form.misspelt-key`."""
    known = {"plan", *keys}
    return tuple(
        warning("form.misspelt-key", Place(file=file), key=key, nearest=meant)
        if (meant := nearest(key, known))
        else warning("form.limit-key", Place(file=file), key=key)
        for key in limits
        if key not in known
    )


def _unknown_keys(
    narratives: Narratives,
    keys: Collection[str],
    languages: Collection[str],
    former: Collection[str],
    edited: Callable[[str], EditedLine | None],
) -> Iterator[Problem]:
    for key, spoken in narratives.texts.items():
        file, _, part = key.partition("/")
        for language in spoken:
            where = Place(file=narratives.place(key, language).file)
            if language not in languages:
                yield warning("narrative.language", where, language=language)
            elif key in keys:
                continue
            elif key in former:
                others = (each.partition("/")[2] for each in keys if each.startswith(f"{file}/"))
                known = ", ".join(each for each in others if each != PLAN)
                yield warning("narrative.former-key", where, key=part, known=known)
            elif (line := edited(key)) and line.target not in narratives.texts:
                yield warning("narrative.edited-key", where, key=part, text=line.text, line=line.line, file=line.file)
            elif meant := nearest(key, keys):
                yield warning("narrative.misspelt-key", where, key=part or file, nearest=meant.rpartition("/")[2])
            else:
                yield warning("narrative.key", where, key=part or file)


def _choose(folder: Path, language: str) -> tuple[list[tuple[Path, str, str]], list[Problem]]:
    """The files to read with their key and language, and what is wrong with the others.

    Of two files of one format both are read: what the second says again is named there.
    """
    files: dict[tuple[str, str], list[Path]] = defaultdict(list)
    problems: list[Problem] = []
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        suffix, where = path.suffix.lower(), Place(file=f"{folder.name}/{path.name}")
        if path.name.startswith((".", "~$")) or not path.is_file():  # what office programs leave while a file is open
            continue
        if suffix in _UNREAD:
            problems.append(warning("narrative.format", where))
        elif suffix in _FORMATS and (named := _NAME.fullmatch(path.stem)):
            files[named["key"].lower(), (named["language"] or language).lower()].append(path)
        elif suffix in _FORMATS:
            problems.append(warning("narrative.name", where))
    chosen = []
    for (key, spoken), paths in files.items():
        used = min((path.suffix.lower() for path in paths), key=_FORMATS.index)
        first = next(path for path in paths if path.suffix.lower() == used)
        for path in paths:
            if path.suffix.lower() == used:
                chosen.append((path, key, spoken))
            else:
                where = Place(file=f"{folder.name}/{path.name}")
                problems.append(warning("narrative.two-formats", where, used=f"{folder.name}/{first.name}"))
    return sorted(chosen), problems


def _order(problem: Problem) -> tuple[str, int]:
    where = problem.where or Place(file="")
    return where.file, where.line or 0


def _read(path: Path, language: str) -> str:
    """A text as Markdown."""
    if path.suffix.lower() == ".docx":
        source = word_as_markdown(path)
        if len(source) > _MAX_BYTES:
            raise FileFault("narrative.large")
        return source
    if path.stat().st_size > _MAX_BYTES:
        raise FileFault("narrative.large")
    return as_markdown(decode(path.read_bytes(), language), path.suffix)


def lines_of(source: str) -> list[str]:
    """The lines of a text with what ends each, as editors and Markdown know them: Word's line separators end none."""
    return _LINE.findall(source)


def _paragraphs(source: str) -> str:
    """Plain text whose long lines are paragraphs, as in a text editor; shorter ones were broken by hand."""
    lines = [line.rstrip("\r\n") for line in lines_of(source)]
    after = [*lines[1:], ""]
    apart = (max(len(line), len(following)) > _LONGEST_BROKEN for line, following in zip(lines, after, strict=True))
    return "\n".join(
        f"{line}  " if broken and line.strip() else line for line, broken in zip(lines, apart, strict=True)
    )


def _parts(
    file_key: str, source: str, words: Mapping[str, str]
) -> Iterator[tuple[str, int, int, str, tuple[int, int]]]:
    """(key, line of the heading, first line of the text, text, all its lines from 0) of each part of a file.

    Headings inside code fences are text.
    """
    key, begun, first, lines, fenced = file_key, 1, 1, list[str](), False

    def part() -> tuple[str, int, int, str, tuple[int, int]]:
        blank = next((place for place, each in enumerate(lines) if each.strip()), 0)
        return key, begun, first + blank, "\n".join(lines).strip(), (first - 1, first - 1 + len(lines))

    shown = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), source)
    for number, line in enumerate((line.rstrip("\r\n") for line in lines_of(shown)), start=1):
        fenced ^= bool(_FENCE.match(line))
        named = None if fenced else _part_of(line, words)
        if named is None:
            lines.append(line)
            continue
        yield part()
        key, begun, first, lines = f"{file_key}/{named}", number, number + 1, []
    yield part()


def _part_of(line: str, words: Mapping[str, str]) -> str | None:
    """The criterion or "plan" that a heading names; None for any other line."""
    heading = _HEADING.fullmatch(line)
    if heading is None:
        return None
    if heading["level"] == "##" and _KEY.fullmatch(heading["text"]):
        return heading["text"]
    return words.get(fold(heading["text"].replace("\\", "")).rstrip(" .:"))
