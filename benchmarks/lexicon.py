"""How often the words of a text lead to the right pillar: the share of sentences, a language and in all.

`dev` and `dev2` are what the lexicon was made with, `blind` and `blind2` what nobody may tune on: of them only these
sums are shown, never a sentence. `--sets dev dev2` measures those alone, and leaves the sums of the others unseen;
with `--misses` the sentences for developing that go wrong are listed.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from portfolio.framework import read_framework
from portfolio.mapping.lexicon import Lexicon
from portfolio.mapping.weighing import Suggestion, suggest_pillars

SENTENCES = Path(__file__).resolve().parents[1] / "tests" / "mapping" / "sentences"
DEVELOPING = ("dev", "dev2")
SETS = (*DEVELOPING, "blind", "blind2")
NOTHING = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One entry: a text in a language, the targets that are right (none for everyday school life), its kind."""

    language: str
    text: str
    targets: tuple[str, ...]
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Counts of one set or language: of those with a target, of neutral ones, and of both what was surely wrong."""

    proving: int
    first: int
    one_of_two: int
    sure: int
    surely_wrong: int
    neutral: int
    silent: int

    @property
    def all(self) -> int:
        """How many sentences."""
        return self.proving + self.neutral


def read_sentences(name: str) -> tuple[Sentence, ...]:
    """The sentences of a set of `SETS`, by language."""
    return tuple(
        Sentence(language=path.stem, text=each["text"], targets=_targets(each), kind=each.get("kind", ""))
        for path in sorted((SENTENCES / name).glob("*.yaml"))
        for each in yaml.safe_load(path.read_text(encoding="utf-8"))
    )


def read_everyday() -> tuple[Sentence, ...]:
    """School life that only sounds like evidence, by language."""
    written = yaml.safe_load((SENTENCES / "everyday.yaml").read_text(encoding="utf-8"))
    return tuple(
        Sentence(language=language, text=text, targets=()) for language in written for text in written[language]
    )


def _targets(entry: dict[str, object]) -> tuple[str, ...]:
    also = entry.get("also", ())
    assert isinstance(also, Sequence)
    named = (str(entry["target"]), *map(str, also))
    return tuple(name for name in named if name != NOTHING)


class Reader:
    """Reads sentences as those of a school that speaks their language."""

    def __init__(self) -> None:
        framework = read_framework("etwinning-school", None)
        self._lexicon = Lexicon(framework.concepts, framework.unverified)

    def suggest(self, sentence: Sentence) -> tuple[Suggestion, ...]:
        """What the program would suggest for a piece of such a title."""
        return suggest_pillars(self._lexicon.mentions(sentence.text, (sentence.language, "en")))


def measure(sentences: Sequence[Sentence], reader: Reader) -> Figures:
    """The figures of some sentences."""
    found = [(sentence.targets, reader.suggest(sentence)) for sentence in sentences]
    proving = [(right, each) for right, each in found if right]
    sure = [(right, each[0]) for right, each in found if each and each[0].sure]
    return Figures(
        proving=len(proving),
        first=sum(any(one.target in right for one in each[:1]) for right, each in proving),
        one_of_two=sum(any(one.target in right for one in each[:2]) for right, each in proving),
        sure=len(sure),
        surely_wrong=sum(one.target not in right for right, one in sure),
        neutral=len(found) - len(proving),
        silent=sum(not each for right, each in found if not right),
    )


def _rows(figures: dict[str, Figures]) -> Iterator[str]:
    yield f"{'':8}{'first right':>16}{'one of two':>16}{'surely wrong':>16}{'(sure)':>8}{'neutral silent':>18}"
    for name, each in figures.items():
        yield (
            f"{name:8}{_share(each.first, each.proving):>16}{_share(each.one_of_two, each.proving):>16}"
            f"{_share(each.surely_wrong, each.all):>16}{each.sure:>8}{_share(each.silent, each.neutral):>18}"
        )


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f} {part:>3}/{whole:<3}" if whole else "–"


def _misses(sentences: Sequence[Sentence], reader: Reader) -> Iterator[str]:
    for sentence in sentences:
        found = reader.suggest(sentence)
        if (found[0].target if found else "") in (sentence.targets or ("",)):
            continue
        shown = "; ".join(
            f"{one.target} {one.score:.2f}{' sure' if one.sure else ''} "
            f"({', '.join(f'{each.concept.key}: {each.words}' for each in one.mentions)})"
            for one in found
        )
        yield f"{sentence.language} [{'/'.join(sentence.targets) or NOTHING}] {sentence.text}\n     {shown or '–'}"


def main(arguments: Sequence[str]) -> None:
    """Print the figures of the sets named, of all if none is."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sets", nargs="+", choices=SETS, default=SETS)
    parser.add_argument("--misses", action="store_true")
    asked = parser.parse_args(arguments)
    reader = Reader()
    for name in asked.sets:
        sentences = read_sentences(name)
        languages = sorted({sentence.language for sentence in sentences})
        figures = {
            language: measure([each for each in sentences if each.language == language], reader)
            for language in languages
        }
        print(f"{name}: {len(sentences)} sentences")
        print("\n".join(_rows({**figures, "all": measure(sentences, reader)})), end="\n\n")
        if name in DEVELOPING and asked.misses:
            print("\n".join(_misses(sentences, reader)))


if __name__ == "__main__":
    main(sys.argv[1:])
