"""The program's own words: every sentence by code from messages/<language>.yaml, English where one is missing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from portfolio.files.node import flat
from portfolio.files.yamlfile import read_yaml
from portfolio.model.problem import Problem, Reason, Values, values_in
from portfolio.resources import messages_folder

FALLBACK = "en"
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Texts by dotted key ("problems.evidence.damaged.what") in one language."""

    language: str
    texts: Mapping[str, str]

    def say(self, key: str, /, **values: object) -> str:
        """The text of a key with its placeholders filled; a value that is missing stays visible as {name}.

        A key with the forms `.one` and `.other` is said in the form that goes with the value `n`.
        """
        filled = {name: str(value) for name, value in values.items()}
        if f"{key}.other" in self.texts:
            key = f"{key}.one" if filled.get("n") == "1" else f"{key}.other"
        # A sentence that is missing (a test looks for them) stops no run.
        return fill(self.texts.get(key, key), filled)

    def what(self, problem: Problem) -> str:
        """What is wrong."""
        return self.say(f"problems.{problem.code}.what", **self._filling(problem.values))

    def remedy(self, problem: Problem) -> str:
        """What to do next."""
        return self.say(f"problems.{problem.code}.do", **self._filling(problem.values))

    def why(self, reason: Reason) -> str:
        """A Reason in words."""
        return self.say(f"reasons.{reason.code}", **self._filling(reason.values))

    def _filling(self, values: Values) -> dict[str, str]:
        """What fills a sentence: in this language, a field of decisions.csv as people call it."""
        said = values_in(values, self.language)
        return {
            name: self.texts.get(f"fields.{text}", text) if name == "field" else text for name, text in said.items()
        }


def fill(text: str, values: Mapping[str, str]) -> str:
    """A text with its {placeholders} filled, in one pass: a value that itself holds braces is left alone."""
    return _PLACEHOLDER.sub(lambda found: values.get(found[1], found[0]), text)


def available_languages() -> tuple[str, ...]:
    """The languages the program speaks."""
    return tuple(sorted(path.stem for path in messages_folder().glob("*.yaml")))


def read_words(language: str) -> Words:
    """The words of a language ("tr", "tr_TR.UTF-8", "tr-TR"), else English; single missing ones are English too."""
    wanted = re.split(r"[-_.@]", language)[0].lower()
    spoken = wanted if wanted in available_languages() else FALLBACK
    texts = flat(read_yaml(messages_folder() / f"{FALLBACK}.yaml"))
    if spoken != FALLBACK:
        texts |= flat(read_yaml(messages_folder() / f"{spoken}.yaml"))
    return Words(language=spoken, texts=texts)


def school_words(language: str, others: Words) -> Words:
    """The words of what is written for a school: in its own language where the program speaks it, else the others."""
    return read_words(language) if language in available_languages() else others
