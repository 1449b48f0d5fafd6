"""Criteria are pasted as they come, out of a form, a letter or a chat; keys stay with their texts."""

import pytest
from pieces import catalogue, decide, piece

from portfolio.errors import ProjectError
from portfolio.framework import read_framework
from portfolio.mapping.assign import assign
from portfolio.model.decision import Field
from portfolio.model.problem import Severity
from portfolio.model.project import Narratives
from portfolio.narratives import unknown_keys
from portfolio.pasted import PastedText, read_pasted
from portfolio.pastedkeys import EditedLine, key_of
from portfolio.targets import Targets

FORM = """\
eTwinning School Label – application

1. Shared leadership:
   1.1 The principal knows what happens in eTwinning.
   • Staff decide together.\t
   c) 3 teachers at least are given time.

## 4. Rol model (örnek okul)
open-days: The doors stand open once a year.
-  The school’s results can be seen.

Principle 2: eTwinning Schools are collaborative
{body}
**A team plans.**
"""


@pytest.fixture(scope="module")
def pack():
    return read_framework("etwinning-school", None)


def pasted(pack, *texts, language="en"):
    files = [PastedText(language=language, text=text, file="criteria.txt") for text in texts]
    return read_pasted(files, pack.all_pillars)


def school(tmp_path, **files):
    folder = tmp_path / "frameworks" / "etwinning-school"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        data = text if isinstance(text, bytes) else text.encode()
        (folder / f"{name.replace('__', '.')}.txt").write_bytes(data)
    return tmp_path


def faults(root, language="tr"):
    with pytest.raises(ProjectError) as stopped:
        read_framework("etwinning-school", root, language)
    return [(each.code, each.where.file.rpartition("/")[2], each.where.line) for each in stopped.value.problems]


def test_a_line_is_a_criterion_whatever_stands_in_front_of_it(pack):
    found, problems = pasted(
        pack, FORM.partition("\n")[2].replace("{body}", pack.pillar("collaboration").bodies["en"].print)
    )
    assert problems == ()
    assert {pillar: [line.wordings["en"].print for line in lines] for pillar, lines in found.items()} == {
        "leadership": [
            "The principal knows what happens in eTwinning.",
            "Staff decide together.",
            "3 teachers at least are given time.",
        ],
        "collaboration": ["A team plans."],
        "model": ["The doors stand open once a year.", "The school’s results can be seen."],
    }
    first = found["leadership"][0].wordings["en"]
    assert (first.official, first.source) == (True, "Pasted by the school (criteria.txt:3)")
    assert found["model"][0].key == "open-days"
    assert found["leadership"][1].key == "staff-decide-together-f23a"


def test_a_key_stays_with_its_text(pack):
    there, _ = pasted(pack, "model\nBir.\nKapımız açık; gelin!\n")
    moved, _ = pasted(pack, "Rol Model:\n\n9) KAPIMIZ AÇIK – gelin\nÜç.\nBir.\n")
    keys = {line.key for line in there["model"]}
    assert keys <= {line.key for line in moved["model"]}
    greek, _ = pasted(pack, "model\nΑνοιχτές πόρτες.\n")
    assert greek["model"][0].key.startswith("c-")


def test_what_is_ours_word_for_word_stays_ours(pack):
    ours = next(line for line in pack.pillar("model").criteria if line.key == "open-days")
    found, _ = pasted(pack, f"model\n- {ours.wordings['tr'].print.replace('’', chr(39))}\n", language="tr")
    assert found["model"] == (ours,)
    assert not found["model"][0].wordings["tr"].official


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("Form\nFor schools\nmodel\nA.", [("criteria.no-pillar", 1)]),
        ("model\nA.\nColaboration\nB.\nC.", [("criteria.misspelt-pillar", 3)]),
        ("model\nA.\n# Sport\nB.\n", [("criteria.pillar", 3)]),
        ("model\nA.\nWhat else:\nB.\n", [("criteria.pillar", 3)]),
        ("model\nA b.\n2. A – B\n", [("criteria.twice", 3)]),
        ("model\na: One.\na: Two.\nplan: Three.\n", [("criteria.key", 4), ("criteria.twice", 3)]),
    ],
)
def test_what_cannot_be_placed_is_named_with_its_line(pack, text, problems):
    assert [(each.code, each.where.line) for each in pasted(pack, text)[1]] == problems


def test_languages_belong_together_by_key_or_place(tmp_path):
    root = school(
        tmp_path, criteria="model\nBir.\nx: İki.", criteria__en="model\nx: Two.\nOne.", criteria__sv="model\nEtt.\nTvå."
    )
    lines = read_framework("etwinning-school", root, "tr").pillar("model").criteria
    assert [{code: text.print for code, text in line.wordings.items()} for line in lines] == [
        {"tr": "Bir.", "en": "One.", "sv": "Ett."},
        {"tr": "İki.", "en": "Two.", "sv": "Två."},
    ]


def test_languages_that_cannot_be_matched_are_named(tmp_path):
    root = school(tmp_path, criteria="model\nBir.\nİki.", criteria__en="\nmodel\nOne.")
    assert faults(root) == [("criteria.count", "criteria.en.txt", 3)]


def test_a_pillar_that_nobody_pasted_keeps_ours(tmp_path, pack):
    own = read_framework("etwinning-school", school(tmp_path, criteria="model\nBir."), "tr")
    assert own.pillar("students") == pack.pillar("students")
    assert [line.key for line in own.former] == [line.key for line in pack.pillar("model").criteria]
    assert "model/open-days" not in own.targets


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1254"])
def test_any_encoding_and_words_quotes(tmp_path, encoding):
    text = "4. Diğer okullara rol model olma:\r\n• Okulun “açık kapı” günü vardır; velileri de çağırır’\r\n"
    own = read_framework("etwinning-school", school(tmp_path, criteria=text.encode(encoding)), "tr")
    assert (
        own.pillar("model").criteria[0].wordings["tr"].print == "Okulun “açık kapı” günü vardır; velileri de çağırır’"
    )


def test_files_that_cannot_be_used_are_named(tmp_path):
    root = school(tmp_path, criteria="model\na", criteria__tr="model\nb", criteria_en="model\nc", criteria__sv=b"\0\1")
    assert faults(root) == [
        ("file.binary", "criteria.sv.txt", None),
        ("criteria.two-files", "criteria.txt", None),
        ("criteria.name", "criteria_en.txt", None),
    ]


def test_nothing_that_was_placed_is_lost_when_other_criteria_come(tmp_path):
    own = read_framework("etwinning-school", school(tmp_path, criteria="model\nnew-one: Bir.\nother: İki."), "tr")
    decisions = (
        decide(Field.PILLAR, "model/open-days; students", file="a.jpg", line=4),
        decide(Field.PILLAR, "Skolan öppnar sina dörrar och visar vad den gör i eTwinning.", file="b.jpg", line=5),
        decide(Field.PILLAR, "rol model/open-dais", file="c.jpg", line=6),
    )
    items = catalogue(piece("a.jpg"), piece("b.jpg"), piece("c.jpg"))
    mapping, problems = assign(items, own, decisions, language="tr")
    assert [(link.item, link.target) for link in mapping.links] == [
        ("E-a.jpg", "model"),
        ("E-a.jpg", "students"),
        ("E-b.jpg", "model"),
        ("E-c.jpg", "model"),
    ]
    gone, worded, unknown = problems
    assert (gone.code, gone.severity, gone.where.line) == ("mapping.criterion-gone", Severity.NOTE, 4)
    assert dict(gone.values) == {
        "name": "model/open-days",
        "pillar": "model",
        "known": "model/new-one, model/other",
    }
    assert worded.code == "mapping.criterion-gone"
    assert (unknown.severity, unknown.where.line) == (Severity.ERROR, 6)


def test_targets_know_what_was_there(tmp_path):
    own = read_framework("etwinning-school", school(tmp_path, criteria="model\nBir."), "tr")
    targets = Targets(own, "tr")
    assert targets.find("model/open-days") == ""
    assert targets.pillar_of_former("model/open-days") == "model"
    assert targets.pillar_above("4-rol-model/anything") == "model"
    assert targets.pillar_above("sport/anything") == ""


BEFORE = "model\nKomşu okulara açık günler düzenlenir.\nOkul basında yer alır.\n"
AFTER = BEFORE.replace("okulara", "okullara")


def after_editing(tmp_path, before, after, more=(), others=frozenset()):
    """What is told of pieces that were given to the first line before it was edited, with the line to write."""
    old = read_framework("etwinning-school", school(tmp_path, criteria=before), "tr").pillar("model").criteria[0]
    new = read_framework("etwinning-school", school(tmp_path, criteria=after), "tr")
    names = (old.target, *more)
    decisions = [decide(Field.PILLAR, name, file=f"{n}.jpg", line=n) for n, name in enumerate(names)]
    items = catalogue(*(piece(f"{n}.jpg") for n in range(len(names))))
    mapping, problems = assign(items, new, decisions, language="tr")
    assert {link.target for link in mapping.links} == {"model", *others}  # nothing is mapped anew without being asked
    return old.key, problems


def test_of_a_line_that_was_edited_it_is_said_how_to_keep_its_key(tmp_path):
    key, (told,) = after_editing(tmp_path, BEFORE, AFTER)
    assert told.code == "mapping.criterion-edited"
    line = dict(told.values)["line"]
    assert line == f"{key}: Komşu okullara açık günler düzenlenir."
    assert dict(told.values)["file"] == "frameworks/etwinning-school/criteria.txt:2"
    kept = read_framework("etwinning-school", school(tmp_path, criteria=f"model\n{line}\nBasın.\n"), "tr")
    assert kept.pillar("model").criteria[0].key == key


@pytest.mark.parametrize(
    "after",
    [
        "model\nOkul her yıl bir konferans yapar.\n",
        AFTER + "Komşu okullara açık günler için afiş hazırlanır.\n",  # which of the two was it?
        "model\nopen-days: Komşu okullara açık günler düzenlenir.\n",
    ],
)
def test_a_line_that_may_be_another_is_not_proposed(tmp_path, after):
    _, problems = after_editing(tmp_path, BEFORE, after)
    assert "mapping.criterion-edited" not in {each.code for each in problems}


def test_two_keys_that_are_gone_cannot_both_be_of_one_line(tmp_path):
    _, problems = after_editing(tmp_path, BEFORE, AFTER, ("model/komsu-okulara-acik-gunler-0000",))
    assert [each.code for each in problems] == ["mapping.criterion"] * 2


def test_a_line_whose_key_is_in_use_is_not_a_new_one(tmp_path):
    line = "Komşu okullara açık günler düzenlenir."
    _, problems = after_editing(tmp_path, BEFORE, AFTER, (f"model/{key_of(line)}",), others={f"model/{key_of(line)}"})
    assert [each.code for each in problems] == ["mapping.criterion"]


def test_a_text_below_a_key_that_is_gone_is_told_the_same():
    line = EditedLine(
        target="model/acik-gunler-2c3d", text="Açık günler.", file="criteria.txt:2", line="acik-gun-0a1b: Açık günler."
    )
    texts = Narratives(texts={"model/acik-gun-0a1b": {"tr": "Kapımız açık."}})
    (told,) = unknown_keys(texts, ["model"], ["tr"], edited=lambda _: line)
    assert (told.code, dict(told.values)["line"]) == ("narrative.edited-key", line.line)
