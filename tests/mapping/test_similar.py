"""What people decided about pieces like one suggests its place; it never places it."""

import time
from datetime import date, timedelta

import pytest
from pieces import caption, catalogue, decide, piece, sourced

from portfolio.framework import read_framework
from portfolio.mapping.assign import assign
from portfolio.mapping.similar import Similar
from portfolio.model.catalogue import Catalogue
from portfolio.model.dating import Dating, Precision
from portfolio.model.decision import Field
from portfolio.model.evidence import Certificate, Kind, ProjectRecord
from portfolio.model.mapping import Link, Strength
from portfolio.model.problem import reason


@pytest.fixture(scope="module")
def framework():
    return read_framework("etwinning-school", None)


@pytest.fixture
def suggested(framework):
    """The suggestions for pieces under decisions, by piece."""

    def run(*items, decisions, groups=()):
        found = Catalogue(files=(), items=items, groups=groups)
        mapping, problems = assign(found, framework, decisions, language="tr")
        assert problems == ()
        return [(link.item, link.target, link.rationale) for link in mapping.suggestions]

    return run


def on(day: date):
    return sourced(Dating(first=day, last=day, precision=Precision.DAY))


DAY = date(2026, 5, 9)
PLACED = decide(Field.PILLAR, "model/open-days", file="gelen/a.jpg", line=7)


def test_of_the_same_day_and_folder(suggested, framework):
    items = piece("gelen/a.jpg", dated=on(DAY)), piece("gelen/b.jpg", dated=on(DAY))
    ((item, target, why),) = suggested(*items, decisions=[PLACED])
    assert (item, target) == ("E-gelen/b.jpg", "model/open-days")
    assert why == reason("placed.similar-day", file="gelen/a.jpg", n=1)
    mapping, _ = assign(catalogue(*items), framework, [PLACED], language="tr")
    (link,) = mapping.suggestions
    assert (link.strength, link.origin) == (Strength.SIMILAR, "decisions.csv:7")
    assert mapping.pillars_of("E-gelen/b.jpg") == ()


def test_pieces_of_one_file_are_no_series(suggested):
    answer = piece("gelen/anket 2026.csv", id="E-1.1")
    decision = decide(Field.PILLAR, "model/open-days", item="E-1.1", line=7)
    assert suggested(answer, piece("gelen/anket 2026.csv", id="E-1"), decisions=[decision]) == []


def test_another_day_or_folder_says_nothing(suggested):
    items = (
        piece("gelen/a.jpg", dated=on(DAY)),
        piece("gelen/b.jpg", dated=on(DAY + timedelta(days=1))),
        piece("gelen/gezi/c.jpg", dated=on(DAY)),
        piece("gelen/d.jpg"),
    )
    assert suggested(*items, decisions=[PLACED]) == []


def test_numbered_close_to_one(suggested):
    placed = decide(Field.PILLAR, "students", file="gelen/IMG_0231.jpg")
    items = (
        piece("gelen/IMG_0231.jpg", dated=on(DAY)),
        piece("gelen/IMG_0235.jpg"),
        piece("gelen/IMG_0236.jpg", dated=on(DAY + timedelta(days=3))),
        piece("gelen/IMG_0331.jpg"),
        piece("gelen/DSC_0231.jpg"),
    )
    ((item, _, why),) = suggested(*items, decisions=[placed])
    assert item == "E-gelen/IMG_0235.jpg"
    assert why == reason("placed.similar-series", file="gelen/IMG_0231.jpg", n=1)


def test_what_looks_alike_speaks_before_the_day(suggested):
    items = piece("gelen/a.jpg"), piece("gelen/b.jpg", dated=on(DAY)), piece("gelen/c.jpg", dated=on(DAY))
    decisions = [PLACED, decide(Field.PILLAR, "students", file="gelen/c.jpg")]
    ((_, target, why),) = suggested(*items, decisions=decisions, groups=(("E-gelen/a.jpg", "E-gelen/b.jpg"),))
    assert target == "model/open-days"
    assert why == reason("placed.similar-alike", file="gelen/a.jpg", n=1)


def test_of_the_same_project(suggested):
    record = piece("gelen/p.yaml", kind=Kind.PROJECT, project=ProjectRecord(title=sourced("Masal Rüzgârı")))
    paper = piece("gelen/x.pdf", certificate=Certificate(kind="other", matched="", project=sourced("MASAL RÜZGÂRI")))
    placed = decide(Field.PILLAR, "collaboration/projects", item=record.id)
    ((item, target, why),) = suggested(record, paper, decisions=[placed])
    assert (item, target) == (paper.id, "collaboration/projects")
    assert why == reason("placed.similar-project", file="gelen/p.yaml", project="MASAL RÜZGÂRI", n=1)


def test_of_the_same_folder_but_not_of_the_inbox_or_a_pillars_folder(suggested):
    decisions = [decide(Field.PILLAR, "inclusion/every-pupil", file=f"{folder}/a.jpg") for folder in FOLDERS]
    items = [piece(f"{folder}/{name}.jpg") for folder in FOLDERS for name in "ab"]
    ((item, target, why),) = suggested(*items, decisions=decisions)
    assert (item, target) == ("E-gelen/şenlik/b.jpg", "inclusion/every-pupil")
    assert why == reason("placed.similar-folder", file="gelen/şenlik/a.jpg", folder="gelen/şenlik", n=1)


FOLDERS = ("gelen", "gelen/şenlik", "3-ogrenciler")


def test_with_many_of_the_same_words(suggested):
    said = "Kütüphanede masal okuma saati, dedeler ve nineler geldi"
    items = (
        piece("gelen/a.jpg", caption=caption(said)),
        piece("gelen/b.jpg", caption=caption("Masal okuma saatinde dedeler kütüphanede")),
        piece("gelen/c.jpg", caption=caption("Masal okuma")),
    )
    ((item, target, why),) = suggested(*items, decisions=[decide(Field.PILLAR, "students", file="gelen/a.jpg")])
    assert (item, target, why.code) == ("E-gelen/b.jpg", "students", "placed.similar-words")
    assert set(dict(why.values)["words"].split(", ")) <= {"Masal", "okuma", "dedeler", "kütüphanede"}


def test_where_people_decided_this_and_that_nobody_can_tell(suggested):
    items = [piece(f"gelen/{name}.jpg", dated=on(DAY)) for name in "abcd"]
    decisions = [
        decide(Field.PILLAR, target, file=f"gelen/{name}.jpg")
        for name, target in zip("abc", ("model", "students", "inclusion"), strict=True)
    ]
    assert suggested(*items, decisions=decisions) == []
    assert [target for _, target, _ in suggested(*items, decisions=decisions[:2])][:2] == ["model", "students"]


def test_at_most_two_in_all_before_those_of_words(suggested):
    items = piece("gelen/a.jpg", dated=on(DAY)), piece("gelen/b.jpg", dated=on(DAY), caption=caption("veli toplantısı"))
    found = suggested(*items, decisions=[decide(Field.PILLAR, "inclusion", file="gelen/a.jpg")])
    assert [(target, why.code) for _, target, why in found] == [
        ("inclusion", "placed.similar-day"),
        ("model", "placed.words"),
    ]


def test_a_bare_pillar_is_offered_criteria_of_its_own(suggested):
    items = [piece(f"4-rol-model/{name}.jpg", dated=on(DAY)) for name in "ab"]
    decisions = [
        decide(Field.PILLAR, target, file="4-rol-model/a.jpg") for target in ("model/open-days", "students/families")
    ]
    assert [target for _, target, _ in suggested(*items, decisions=decisions)] == ["model/open-days"]
    said = piece("4-rol-model/b.jpg", dated=on(DAY), pillars=(sourced("model/mentoring"),))
    assert suggested(items[0], said, decisions=decisions) == []


def test_decisions_about_folders_patterns_and_excluded_pieces_teach_nothing(suggested):
    items = [piece(f"gelen/{name}.jpg", dated=on(DAY)) for name in ("a", "b", "c1")]
    assert suggested(*items, decisions=[decide(Field.PILLAR, "model", file="gelen/c*.jpg")]) == []
    out = decide(Field.EXCLUDE, "yes", file="gelen/a.jpg")
    assert suggested(*items, decisions=[PLACED, out]) == []
    assert suggested(*items, decisions=[PLACED, decide(Field.PILLAR, "?", file="gelen/a.jpg")]) == []


def test_thousands_of_pieces_and_decisions_take_no_time():
    items = [
        piece(f"gelen/{n % 7}/IMG_{n:05}.jpg", dated=on(DAY + timedelta(days=n // 20)), text=f"söz{n % 97} " * 60)
        for n in range(5000)
    ]
    why = reason("placed.decided")
    examples = [
        (item, [Link(item=item.id, target="model", strength=Strength.DECIDED, rationale=why, origin="decisions.csv:2")])
        for item in items[::5]
    ]
    begun = time.process_time()
    similar = Similar(catalogue(*items), examples, str.isupper)
    assert sum(bool(similar.suggested(item, ())) for item in items) == 5000
    assert time.process_time() - begun < 2
