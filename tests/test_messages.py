"""Every code that the program can say has its sentence, in every language; every sentence has something to say it."""

import ast
import re
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from pathlib import Path

import pytest

from portfolio.build.doctor.finding import CHECKS
from portfolio.build.placing import Act
from portfolio.build.release import Release
from portfolio.build.sheetfields import ASKED, PeopleWords
from portfolio.build.sheetplaces import PLACES
from portfolio.build.told import Meaning
from portfolio.build.verify import Difference
from portfolio.build.whereabouts import Fate
from portfolio.build.whynot import Written
from portfolio.cli.app import COMMANDS
from portfolio.cli.clearances import COLUMNS as CLEARANCE_COLUMNS
from portfolio.cli.consent import COUNTS
from portfolio.cli.desk.settinglist import limit_settings, settings_of, sheet_settings
from portfolio.cli.ledger import COLUMNS
from portfolio.cli.origins import OF_PIECE as SAID
from portfolio.cli.poster import OPTIONS
from portfolio.cli.readiness import BESIDE
from portfolio.cli.readiness import COLUMNS as READINESS_COLUMNS
from portfolio.cli.sheet import COLUMNS as SHEET_COLUMNS
from portfolio.cli.whynot import GROUPS, VERDICTS
from portfolio.cli.words import available_languages, read_words
from portfolio.consent.mentions import Way
from portfolio.files.node import Scalar, flat
from portfolio.files.yamlfile import read_yaml
from portfolio.intake.formats import READ, Family
from portfolio.intake.ignored import RULES
from portfolio.intake.synchronised import CONFLICT
from portfolio.mapping.similar import WAYS
from portfolio.model.artefact import Outcome
from portfolio.model.catalogue import FileState
from portfolio.model.clearance import Audience
from portfolio.model.decision import Field
from portfolio.model.events import Stage
from portfolio.model.evidence import SPEAKERS, Certificate, Kind, PortrayalState, ProjectRecord, Quotation
from portfolio.model.mapping import Strength
from portfolio.model.problem import Severity
from portfolio.model.readiness import ConditionState, Freshness, Grade
from portfolio.model.sheetorder import SheetKind
from portfolio.model.text import Origin
from portfolio.personal import Personal
from portfolio.render.unseen import Corner
from portfolio.resources import messages_folder
from portfolio.sheetlist import sheet_words
from portfolio.visibility.judge import BASES
from portfolio.visibility.rules import Certainty, read_rules

PACKAGE = Path(__file__).resolve().parents[1] / "portfolio"
NOTHING = Scalar(text="", line=1, column=1)
SETTINGS = (
    *settings_of(NOTHING),
    *(setting for kind in SheetKind for setting in sheet_settings(kind, NOTHING)),
    *limit_settings({"school": "A text"}),
)
PLACEHOLDER = re.compile(r"\{(\w+)\}")
TYPED = re.compile(r"--[a-z-]+|portfolio [a-z-]+|(?:portfolio|theme|concepts)\.yaml|\w+\.csv|https?://(?:[\w./-]*\w)?")


# Who makes a Problem or a Reason of a literal code, as its first argument or as `code`.
PROBLEMS = {"note", "warning", "error", "invalid", "_fault", "Fault"}
REASONS = {"reason"}

# The beginnings of codes and keys to which the program adds the rest as it runs, and all that it adds.
BUILT = {
    "annex.signed-": Corner,
    "audit.personal.": Personal,
    "file.not-read.": set(Family) - READ - {Family.UNKNOWN},
    "file.ignored.": {*RULES, CONFLICT},
    "stale.": {"document", "files", "lacking", "logos", "pictures", "profile", "program", "size-limit", "theme"},
    "audiences.": Audience,
    "verify.": Difference,
    "verify.evidence-": Difference,
    "consent.personal.": Personal,
    "funding.grant-": ("share", "programme", "number", "authority"),
    "project.artwork-": ("format", "missing", "outside"),
    "project.logo-": ("format", "missing", "outside"),
    "check.beside.": BESIDE,
    "check.columns.": READINESS_COLUMNS,
    "check.conditions.": ("registered", "teachers", "label", "free", "declaration"),
    "check.first.": (
        *("broken", "condition", "criteria", "gap", "next-round", "people", "round", "strengthen", "texts"),
        *("translation", "unplaced"),
    ),
    "check.gaps.": ("old", "undated", "kind", "criteria"),
    "check.grades.": Grade,
    "check.states.": ConditionState,
    "clearances.": CLEARANCE_COLUMNS,
    "commands.": {f"{name}.{part}" for name in (*COMMANDS, "consent-where") for part in ("short", "help", "example")},
    "consent.": COUNTS,
    "diff.": ("new", "gone", "changed"),
    "could.": set(Grade) - {Grade.NONE},
    "desk.": {
        *(f"group.{each.group}" for each in SETTINGS),
        *(f"setting.{each.name}" for each in SETTINGS if not each.label),
    },
    "desk.choice.": {f"{each.name}.{choice or 'unsaid'}" for each in SETTINGS for choice in each.choices},
    "desk.text-state.": ("there", "missing", "over"),
    "explain.files.": FileState,
    "explain.groups.": {"lies", "known", "overruled", "decided", "proves", "audiences", "shown", "alike", "change"},
    "explain.kinds.": Kind,
    "explain.signs.": Meaning,
    "decide.already-": Act,
    "doctor.well.": CHECKS,
    "visibility.certainty.": Certainty,
    "visibility.rules.": {source.rule for source in read_rules().values()},
    "visibility.basis-": {*BASES.values(), "grant"},
    "fates.": Fate,
    "freshness.": Freshness,
    "fields.": {*SAID, *Field, "seconds"},
    "fields.certificate.": {each.name for each in fields(Certificate)} - {"kind", "matched"},
    "fields.project.": {each.name for each in fields(ProjectRecord)},
    "fields.quotation.": {each.name for each in fields(Quotation)},
    "kinds.": Kind,
    "ledger.": COLUMNS,
    "options.": Act,
    "options.poster.": OPTIONS,
    "origins.": Origin,
    "outcomes.": Outcome,
    "placed.similar-": WAYS,
    "portrayals.": PortrayalState,
    "posterlist.hints.": sheet_words().columns,
    "releases.": Release,
    "severity.": Severity,
    "sheet.columns.": SHEET_COLUMNS,
    "sheet.hints.": {*ASKED, *PLACES},
    "sheet.people.": {each.name for each in fields(PeopleWords)},
    "stages.": Stage,
    "states.": FileState,
    "strengths.": Strength,
    "values.quotation.role.": SPEAKERS,
    "ways.": Way,
    "why-not.groups.": GROUPS,
    "why-not.text.": Written,
    "why-not.verdict.": VERDICTS,
}


def codes() -> dict[str, set[str]]:
    """The literal codes that the package gives to Problems (also by way of a reader's fault) and to Reasons."""
    found: dict[str, set[str]] = {"problems": set(), "reasons": set()}
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for maker, code in codes_of(node) if isinstance(node, ast.Call) else ():
                found["reasons" if maker in REASONS else "problems"].add(code)
    return found


def codes_of(call: ast.Call) -> Iterator[tuple[str, str]]:
    """The literal codes of a call that makes a Problem or a Reason, each with who makes it."""
    maker = call.func.id if isinstance(call.func, ast.Name) else ""
    if maker not in PROBLEMS | REASONS and not maker.endswith(("Fault", "UnsafeArchive")):
        return
    given = [*call.args[:1], *(keyword.value for keyword in call.keywords if keyword.arg == "code")]
    for first in given[:1]:
        literals = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
        for part in literals:
            if isinstance(part, ast.Constant) and isinstance(part.value, str):
                yield maker, part.value


def unsaid(codes: set[str], pattern: str) -> set[str]:
    """The codes without a sentence, or without both its forms."""
    texts = read_words("en").texts
    keys = {code: pattern.format(code) for code in codes}
    return {
        code for code, key in keys.items() if key not in texts and not {f"{key}.one", f"{key}.other"} <= texts.keys()
    }


# What a Problem is given later than where it is made: by whom, or of which code.
ADDED = {
    "invalid": {"key", "value"},  # files/shape.py
    "CellFault": {"column"},  # build/sheetfields.py
    "font.damaged": {"file"},  # themecheck.py
    **{code: {"n", "files"} for code in ("verify.forgotten", "verify.stale")},  # cli/verify.py
    **{code: {"title"} for code in ("step.criteria", "step.gap", "step.strengthen")},  # cli/check.py
}


def given_in(call: ast.Call, module: ast.Module) -> set[str]:
    """The names of the values that a Problem is made with; those of a mapping that is taken apart by its module."""
    names = {keyword.arg for keyword in call.keywords if keyword.arg}
    nodes = list(ast.walk(module)) if any(keyword.arg is None for keyword in call.keywords) else []
    tables = [node for node in nodes if isinstance(node, ast.Dict)]
    names |= {key.value for table in tables for key in table.keys if isinstance(key, ast.Constant)}
    made = [node for node in nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
    names |= {keyword.arg for node in made if node.func.id in ("dict", "shown_size") for keyword in node.keywords}
    pairs = [node for keyword in call.keywords if keyword.arg == "values" for node in ast.walk(keyword.value)]
    return names | {node.value for node in pairs if isinstance(node, ast.Constant)}


def unfilled(module: ast.Module) -> set[tuple[str, str]]:
    """The codes of Problems and Reasons in a module with what their words ask for and nobody gives."""
    said = read_words("en").texts
    found = set()
    for call in (node for node in ast.walk(module) if isinstance(node, ast.Call)):
        for maker, code in codes_of(call):
            area = f"reasons.{code}" if maker in REASONS else f"problems.{code}"
            words = [text for key, text in said.items() if key == area or key.startswith(f"{area}.")]
            asked = {name for text in words for name in PLACEHOLDER.findall(text)}
            known = given_in(call, module) | ADDED.get(maker, set()) | ADDED.get(code, set())
            found |= {(code, name) for name in asked - known}
    return found


def test_what_words_ask_for_is_given():
    modules = [ast.parse(path.read_text(encoding="utf-8")) for path in PACKAGE.rglob("*.py")]
    assert {each for module in modules for each in unfilled(module)} == set()
    for values in ("width=4", "**{'width': 4}"):
        planted = ast.parse(f"warning('poster.small-photo', where, good=1, wish=2, here=3, {values})")
        assert unfilled(planted) == {("poster.small-photo", "height")}


def test_every_code_in_the_program_has_its_words():
    found = codes()
    assert len(found["problems"]) > 150
    assert len(found["reasons"]) > 30
    assert unsaid(found["problems"], "problems.{}.what") == set()
    assert unsaid(found["problems"], "problems.{}.do") == set()
    assert unsaid(found["reasons"], "reasons.{}") == set()


def said_in_pages() -> set[str]:
    """The keys that templates of the program's own pages say."""
    pages = [path.read_text(encoding="utf-8") for path in (PACKAGE / "cli" / "desk" / "templates").glob("*.html")]
    return {key for page in pages for key in re.findall(r"""["']([a-z]+\.[a-z-]+)["']""", page)}


@cache
def literals() -> set[str]:
    """Every text in the program's code that is no docstring."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in PACKAGE.rglob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    docstrings = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    texts = (node for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str))
    return {str(node.value) for node in texts if id(node) not in docstrings} | said_in_pages()


def built() -> set[str]:
    return {f"{head}{tail}" for head, tails in BUILT.items() for tail in tails}


def ways_to_say(key: str) -> set[str]:
    """What has to stand in the program for a key: the code of a Problem or Reason, else the key, or it without form."""
    bare = re.sub(r"\.(one|other)$", "", key)
    area, _, code = bare.partition(".")
    match area:
        case "problems":
            return {code.rpartition(".")[0]}
        case "reasons":
            return {code}
        case _:
            return {key, bare}


def dead(keys: set[str]) -> set[str]:
    """The keys that nothing in the program says."""
    said = literals() | built()
    return {key for key in keys if said.isdisjoint(ways_to_say(key))}


def test_nothing_is_worded_that_nobody_says():
    assert len(literals()) > 1000
    assert dead(set(read_words("en").texts)) == set()
    planted = {"problems.nobody.says-this.what", "problems.file.not-read.pdf.do", "reasons.stale.x", "check.x.one"}
    assert dead(planted) == planted


def test_what_is_built_has_its_words():
    assert built() - {way for key in read_words("en").texts for way in ways_to_say(key)} == set()


def test_a_code_without_words_is_seen():
    assert unsaid({"output.unwritable", "nobody.wrote-this"}, "problems.{}.what") == {"nobody.wrote-this"}


TRANSLATED = [language for language in available_languages() if language != "en"]


def texts(language: str) -> dict[str, str]:
    """What stands in the file of a language, without what is English where one is missing."""
    return flat(read_yaml(messages_folder() / f"{language}.yaml"))


@pytest.mark.parametrize("language", TRANSLATED)
def test_languages_say_the_same(language):
    english, other = texts("en"), texts(language)
    assert len(english) > 200
    assert english.keys() == other.keys()
    blanks = {key: (set(PLACEHOLDER.findall(english[key])), set(PLACEHOLDER.findall(other[key]))) for key in english}
    assert {key: both for key, both in blanks.items() if both[0] != both[1]} == {}


def left_in_english(texts_of_a_language: dict[str, str]) -> set[str]:
    """The keys of sentences that are the English ones, word for word; what is typed as it is (examples) may be."""
    english = texts("en")
    return {
        key
        for key, text in texts_of_a_language.items()
        if text == english[key] and len(PLACEHOLDER.sub("", text).split()) > 2 and not key.endswith(".example")
    }


def test_the_languages_are_those_of_the_demo():
    assert set(available_languages()) == {"en", "sv", "tr"}


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_sentence_is_left_in_english(language):
    assert left_in_english(texts(language)) == set()
    planted = texts(language) | {"map.next": texts("en")["map.next"]}
    assert left_in_english(planted) == {"map.next"}


def commands(text: str) -> set[str]:
    """What a sentence tells people to type or to look for: options, sub-commands, files of the project, addresses."""
    return set(TYPED.findall(text))


@pytest.mark.parametrize("language", TRANSLATED)
def test_what_is_to_be_typed_is_the_same_in_every_language(language):
    english, other = texts("en"), texts(language)
    told = [key for key in english if not key.endswith((".example", ".first")) and key not in {"options.country"}]
    lost = {key: commands(english[key]) - commands(other[key]) for key in told}
    assert {key: what for key, what in lost.items() if what} == {}


def test_swedish_has_the_marks_of_swedish():
    """One quotation mark on both sides, no straight apostrophe; straight marks are for what is typed."""
    odd = {key for key, text in texts("sv").items() if re.search("[“„«»']", text)}
    assert odd == set()
    uneven = {key for key, text in texts("sv").items() if text.count("”") % 2}
    assert uneven == set()
