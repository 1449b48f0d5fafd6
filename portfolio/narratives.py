"""The school's own texts: `narrative/<key>.<language>.md`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from portfolio.files.encoding import decode
from portfolio.files.fault import FileFault
from portfolio.files.nearest import nearest
from portfolio.model.problem import Place, Problem, error, warning
from portfolio.model.project import Narratives

_NAME = re.compile(
    r"(?P<key>[a-z0-9]+(?:-[a-z0-9]+)*)(?:\.(?P<language>[a-z]{2,3}(?:-[a-z0-9]+)*))?\.md", re.IGNORECASE | re.ASCII
)
# A heading of this form names a criterion or the plan; any other heading is the school's own and stays in its text.
_KEY_HEADING = re.compile(r"## +(?P<key>[a-z0-9]+(?:-[a-z0-9]+)*) *#* *")
_FENCE = re.compile(r" {0,3}(```|~~~)")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_MAX_BYTES = 2**20  # three hundred pages; a larger file is something else under this name


def read_narratives(folder: Path, language: str) -> tuple[Narratives, tuple[Problem, ...]]:
    """The texts of a folder by key and language; a folder that is not there holds none.

    `<key>.<language>.md`: what stands before the first `## <key>` is the text of the key, what stands below `## plan`
    or `## <criterion>` that of "<key>/plan", "<key>/<criterion>". `language` is the school's own: that of `<key>.md`.
    Comments (`<!-- -->`) are hints to the writer, left out; so are texts that are empty without them. Other files than
    Markdown are not looked at. Codes: `narrative.name`, `narrative.unreadable`, `narrative.twice`, `file.*`.
    """
    texts: dict[str, dict[str, str]] = {}
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.[mM][dD]")) if folder.is_dir() else ():
        shown = f"{folder.name}/{path.name}"
        named = _NAME.fullmatch(path.name)
        if named is None:
            problems.append(warning("narrative.name", Place(file=shown)))
            continue
        spoken = (named["language"] or language).lower()
        try:
            source = _read(path, spoken)
        except FileFault as fault:
            problems.append(fault.problem(shown))
            continue
        except OSError as fault:
            problems.append(error("narrative.unreadable", Place(file=shown), detail=fault.strerror or fault))
            continue
        for key, line, text in _parts(named["key"].lower(), source):
            if not text:
                continue
            if spoken in texts.setdefault(key, {}):
                problems.append(warning("narrative.twice", Place(file=shown, line=line), key=key))
            else:
                texts[key][spoken] = text
    return Narratives(texts=texts), tuple(problems)


def unknown_keys(
    narratives: Narratives, keys: Collection[str], languages: Collection[str], former: Collection[str] = ()
) -> tuple[Problem, ...]:
    """A Problem for each text that no document will show: its key or its language is none of these.

    `former` are keys of criteria that are none any more; their texts are still shown, in their pillars.

    `keys` are "school", pillars and buckets ("model"), criteria ("model/open-days") and plans ("model/plan").
    Codes: `narrative.key`, `narrative.misspelt-key` (with the nearest), `narrative.former-key`, `narrative.language`.
    """
    return tuple(_unknown_keys(narratives, keys, languages, former))


def _unknown_keys(
    narratives: Narratives, keys: Collection[str], languages: Collection[str], former: Collection[str]
) -> Iterator[Problem]:
    for key, spoken in narratives.texts.items():
        file, _, part = key.partition("/")
        for language in spoken:
            where = Place(file=f"narrative/{file}.{language}.md")
            if language not in languages:
                yield warning("narrative.language", where, language=language)
            elif key in keys:
                continue
            elif key in former:
                known = ", ".join(each.partition("/")[2] for each in keys if each.startswith(f"{file}/"))
                yield warning("narrative.former-key", where, key=part, known=known)
            elif meant := nearest(key, keys):
                yield warning("narrative.misspelt-key", where, key=part or file, nearest=meant.rpartition("/")[2])
            else:
                yield warning("narrative.key", where, key=part or file)


def _read(path: Path, language: str) -> str:
    if path.stat().st_size > _MAX_BYTES:
        raise FileFault("narrative.large")
    return decode(path.read_bytes(), language)


def _parts(file_key: str, source: str) -> Iterator[tuple[str, int, str]]:
    """(key, first line, text) of each part of a file; headings inside code fences are text."""
    key, begun, lines, fenced = file_key, 1, list[str](), False
    shown = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), source)
    for number, line in enumerate(shown.splitlines(), start=1):
        fenced ^= bool(_FENCE.match(line))
        heading = None if fenced else _KEY_HEADING.fullmatch(line)
        if heading is None:
            lines.append(line)
            continue
        yield key, begun, "\n".join(lines).strip()
        key, begun, lines = f"{file_key}/{heading['key']}", number, []
    yield key, begun, "\n".join(lines).strip()
