"""The files of one framework pack, each from the first folder that has it, with what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from portfolio.files.encoding import decode
from portfolio.files.fault import FileFault
from portfolio.files.node import Mapping as MappingNode
from portfolio.files.node import Node, flat
from portfolio.files.shape import Shape, check
from portfolio.files.yamlfile import read_yaml
from portfolio.frameworkfile import FILES, LexiconFile, MissionFile, PillarsFile
from portfolio.i18n import FALLBACK
from portfolio.model.problem import Place, Problem, error
from portfolio.pasted import PastedText

S = TypeVar("S", bound=Shape)

FILE_OF: Mapping[type[Shape], str] = {model: name for name, model in FILES.items()}
_NEEDED = (MissionFile, PillarsFile)
_PASTED = re.compile(r"criteria(?:\.(?P<language>[a-z]{2,3}(?:-[a-z0-9]+)*))?\.txt", re.IGNORECASE | re.ASCII)


class PackFiles:
    """What stands in the files of a pack; `problems` grows as they are read.

    `folders`: the project's own, then the shipped one; those that are not there hold nothing. `lexica`: the languages
    whose words are read, None for all.
    """

    def __init__(self, name: str, folders: Sequence[Path], lexica: Collection[str] | None = None) -> None:
        self.problems: list[Problem] = []
        self.lexica: dict[str, LexiconFile] = {}
        self._name = name
        self._folders = folders
        self._shapes: dict[type[Shape], Shape] = {}
        self._nodes: dict[str, Node] = {}
        for file, model in FILES.items():
            if shape := self._read(file, model):
                self._shapes[model] = shape
        for language in sorted({path.stem for folder in folders for path in folder.glob("lexicon/*.yaml")}):
            wanted = lexica is None or language in lexica
            if wanted and (lexicon := self._read(f"lexicon/{language}.yaml", LexiconFile)):
                self.lexica[language] = lexicon
        for path in (path for folder in folders for path in sorted(folder.glob("messages/*.yaml"))):
            self._check_words(path)

    def __getitem__(self, model: type[S]) -> S:
        shape = self._shapes[model]
        assert isinstance(shape, model)
        return shape

    def beneath(self, model: type[S]) -> S | None:
        """What a file says that the project's own one has taken the place of; None when there is no such file."""
        paths = [folder / FILE_OF[model] for folder in self._folders if (folder / FILE_OF[model]).is_file()]
        if len(paths) < 2:
            return None
        shape, _ = check(read_yaml(paths[1]), model, FILE_OF[model])
        return shape

    def place(self, file: str, *keys: str) -> Place:
        """Where a key stands in a file, found by the keys above it; the file alone where it is not written."""
        node: Node | None = self._nodes.get(file)
        line = column = None
        for key in keys:
            entries = node.entries if isinstance(node, MappingNode) else ()
            node = None
            for written, below in entries:
                if written.text == key:
                    node, line, column = below, written.line, written.column
        return Place(file=self._shown(file), line=line, column=column)

    def pasted(self, language: str) -> tuple[PastedText, ...]:
        """The texts of `criteria.<language>.txt` (without one: the school's), the school's own language first.

        Problems: `criteria.name` (a file that is called nearly so), `criteria.two-files`, `file.*`.
        """
        found: dict[str, PastedText] = {}
        for path in self._text_files():
            where = Place(file=self._shown(path.name))
            named = _PASTED.fullmatch(path.name)
            if named is None:
                self.problems.append(error("criteria.name", where))
                continue
            spoken = (named["language"] or language).lower()
            if other := found.get(spoken):
                self.problems.append(error("criteria.two-files", where, other=other.file, language=spoken))
                continue
            try:
                text = decode(path.read_bytes(), spoken)
            except FileFault as fault:
                self.problems.append(fault.problem(where.file))
            except OSError as fault:
                self.problems.append(error("criteria.unreadable", where, detail=fault.strerror or fault))
            else:
                found[spoken] = PastedText(language=spoken, text=text, file=where.file)
        order = sorted(found, key=lambda code: (code != language, code != FALLBACK, code))
        return tuple(found[code] for code in order)

    def _text_files(self) -> Iterator[Path]:
        for folder in self._folders:
            if folder.is_dir():
                names = (path for path in folder.iterdir() if path.suffix.lower() == ".txt")
                yield from sorted(path for path in names if path.name.lower().startswith("criteria"))

    def _shown(self, file: str) -> str:
        return f"frameworks/{self._name}/{file}"

    def _check_words(self, path: Path) -> None:
        """Words for documents are read when a document is made; that they can be is told now."""
        file = f"messages/{path.name}"
        try:
            flat(read_yaml(path))
        except FileFault as fault:
            self.problems.append(fault.problem(self._shown(file)))
        except ValueError:
            self.problems.append(error("framework.words", self.place(file)))

    def _read(self, file: str, model: type[S]) -> S | None:
        path = next((folder / file for folder in self._folders if (folder / file).is_file()), None)
        if path is None and model not in _NEEDED:
            return model()
        if path is None:
            self.problems.append(error("framework.missing", self.place(file)))
            return None
        try:
            self._nodes[file] = read_yaml(path)
        except FileFault as fault:
            self.problems.append(fault.problem(self._shown(file)))
            return None
        shape, problems = check(self._nodes[file], model, self._shown(file))
        self.problems.extend(problems)
        return shape
