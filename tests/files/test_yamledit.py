"""A value is set anew, and nothing beside it is touched."""

import random
import re
from pathlib import Path

import pytest

from portfolio.files.node import plain
from portfolio.files.yamledit import EditFault, with_value, with_values
from portfolio.files.yamlfile import parse

DEMO = (Path(__file__).resolve().parents[2] / "portfolio.yaml").read_text(encoding="utf-8")
COMMENTS = re.findall(r"(?m)(?:^| )# .*$", DEMO)
TEXT = """\
# ours
school:
  name: 'Okul'      # as it writes itself
  motto:            # one line each
    tr: "Her çocuk: bir ışık"

  logos: [a.png]
languages: [tr, en]
label: {status: held, years: 2025-2026}   # two years
extra:
  - one
  - two

# the end
"""


@pytest.mark.parametrize(
    ("steps", "value", "old", "new"),
    [
        (("school", "name"), "Ay's", "'Okul'", "'Ay''s'"),
        (("school", "motto", "tr"), 'So: "ja"', '"Her çocuk: bir ışık"', r'"So: \"ja\""'),
        (("school", "motto", "en"), "A lamp", 'bir ışık"\n', 'bir ışık"\n    en: A lamp\n'),
        (("languages",), ("tr", "sv"), "[tr, en]", "[tr, sv]"),
        (("label", "status"), "applying", "held", "applying"),
        (("label", "years"), "", " 2025-2026}", " }"),
        (("school", "city"), "Köy #3", "logos: [a.png]\n", 'logos: [a.png]\n  city: "Köy #3"\n'),
        (("extra",), ("one", "three"), "- two", "- three"),
        (("round", "closes_on"), "2027-03-09", "  - two\n", "  - two\n\nround:\n  closes_on: 2027-03-09\n"),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_only_the_value_changes(steps, value, old, new, newline):
    text, old, new = (each.replace("\n", newline) for each in (TEXT, old, new))
    assert text.count(old) == 1
    assert with_value(text, steps, value) == text.replace(old, new)


def test_what_has_nothing_behind_it_is_filled_and_its_comment_stays():
    assert with_value("a:\n  city:   # town\n", ("a", "city"), "Köy") == "a:\n  city: Köy   # town\n"
    assert with_value("round:\nb: c", ("round", "name"), "x") == "round:\n  name: x\nb: c"
    assert with_value("a: {}", ("a", "b"), "c") == "a: {b: c}"


@pytest.mark.parametrize("old", ["[a, # why\n  b]", "\n  - a  # why\n  - b", "|\n  a\n  b"])
def test_what_would_lose_a_comment_or_a_long_text_is_refused(old):
    with pytest.raises(EditFault, match=r"yaml\.not-edited"):
        with_value(f"key: {old}\nnext: x\n", ("key",), ("c",))


def test_what_says_the_same_stays_byte_for_byte():
    assert with_values(TEXT, {("school", "name"): "Okul", ("languages",): ("tr", "en")}) == TEXT


SIGNS = [
    "a",
    "Ş",
    "7",
    " ",
    ":",
    "#",
    "'",
    '"',
    "{",
    "]",
    ",",
    "-",
    "\\",
    "!",
    "&",
    "%",
    "@",
    "\u2028",
    "\x85",
    "😀",
    "\t",
]
PLACES = [
    *(("school", key) for key in ("name", "city", "phone", "principal")),
    *(("school", "motto", language) for language in ("tr", "en", "fi")),
    *(("round", key) for key in ("name", "closes_on")),
    *(("funding", key) for key in ("basis", "authority")),
    ("form", "limit"),
    ("languages",),
    ("artefacts",),
]


@pytest.mark.parametrize("seed", range(60))
def test_random_edits_say_what_was_meant_and_keep_every_comment(seed):
    chance = random.Random(seed)
    text = DEMO if seed % 2 else DEMO.replace("\n", "\r\n")
    for _ in range(6):
        steps = chance.choice(PLACES)
        if len(steps) == 1:
            value = tuple(chance.sample(["tr", "en", "sv", "fi"], chance.randint(1, 4)))
        else:
            value = "".join(chance.choices(SIGNS, k=chance.randint(0, 9)))
        before = text
        text = with_value(text, steps, value)
        found = plain(parse(text))
        for step in steps:
            found = found.get(step, "") if found else ""
        assert found == (list(value) if isinstance(value, tuple) else value)
        assert all(comment in text for comment in COMMENTS)
        kept, now = set(before.splitlines()), text.splitlines()
        assert len([line for line in now if line not in kept]) <= 3
    assert plain(parse(text))["consent"] == {"evaluator_default": "exclude"}
