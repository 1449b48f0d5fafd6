"""Which line about a piece holds, and which one goes before the others."""

from dataclasses import replace

from pieces import piece

from portfolio.build.told import Meaning, told_of
from portfolio.model.decision import Decision, Field
from portfolio.model.problem import Place

ITEM = piece("3/a.jpg", id="E-1")
ANSWERS = {"none": ("yok",), "unknown": ("?", "bilinmiyor")}


def line(number, value, field=Field.PILLAR, *, item="E-1", file="", on=""):
    return Decision(
        item=item, file=file, field=field, value=value, where=Place(file="decisions.csv", line=number), on=on
    )


def told(*lines):
    """For each line the line that goes before it (0 for none), with "-" where that takes it back, and its meaning."""
    return [
        ((each.before.line if each.before else 0) * (-1 if each.taken_back else 1), each.meaning)
        for each in told_of(ITEM, lines, ANSWERS)
    ]


def test_what_a_later_line_took_back_is_marked_with_it():
    assert told(line(2, "model"), line(3, "?")) == [(-3, None), (0, Meaning.UNDECIDED)]
    assert told(line(2, "model"), line(3, "-")) == [(-3, None), (0, Meaning.NO_PILLAR)]
    assert told(line(2, "model"), line(3, "-"), line(4, "students")) == [(-3, None), (0, Meaning.CLEARED), (0, None)]
    assert told(line(2, "model"), line(3, "bilinmiyor"))[0] == (-3, None)
    assert told(line(2, "model"), line(3, "-"), line(4, "?"))[:2] == [(-3, None), (-4, Meaning.NO_PILLAR)]


def test_what_is_aimed_more_closely_goes_before():
    folder = line(2, "students", item="", file="3/")
    assert told(folder, line(3, "model")) == [(3, None), (0, None)]
    assert told(line(2, "model"), replace(folder, value="-")) == [(0, None), (2, Meaning.NO_PILLAR)]
    assert told(line(2, "model"), line(3, "leadership")) == [(0, None), (0, None)]  # both hold


def test_of_other_values_the_last_holds_and_of_who_is_in_it_the_latest():
    titles = [line(2, "Bir", Field.TITLE), line(3, "İki", Field.TITLE), line(4, "-", Field.CAPTION)]
    assert told(*titles) == [(3, None), (0, None), (0, Meaning.NOTHING)]
    people = [line(2, "Ada", Field.PEOPLE, on="2026-11-10"), line(3, "yok", Field.PEOPLE, on="2026-11-01")]
    assert told(*people) == [(0, None), (2, None)]


def test_what_is_covered_adds_up_until_one_says_none():
    boxes = [line(2, "0.1 0.1 0.2 0.2", Field.COVER), line(3, "0.5 0.5 0.2 0.2", Field.COVER)]
    assert told(*boxes) == [(0, None), (0, None)]
    assert told(*boxes, line(4, "yok", Field.COVER)) == [(-4, None), (-4, None), (0, None)]
    assert told(line(2, "0.1 0.1 0.2 0.2", Field.COVER, item="", file="3/"), boxes[1]) == [(0, None), (0, None)]


def test_lines_about_other_pieces_are_not_among_them():
    assert told(line(2, "model", item="E-2")) == []
