"""Where the words of milestones stand; that none collide is tested with the timeline."""

import re

from portfolio.model.blocks import MEASURE
from portfolio.model.charts import Milestone
from portfolio.render.drawing import Drawing
from portfolio.render.glyphs import read_faces
from portfolio.render.milestones import LONGEST, beside, draw_milestones
from portfolio.themes import load_theme

THEME = load_theme("base", None)
FACES = read_faces(THEME)
PITCH = MEASURE / 24
WORDS = re.compile(r'<text x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)<')
LINE = re.compile(rf'<path d="M([\d.]+) [\d.]+L[\d.]+ ([\d.]+)" stroke="{THEME.quiet}"')


def drawn(*milestones: tuple[int, str]) -> str:
    drawing = Drawing(THEME, FACES)
    draw_milestones(drawing, [Milestone(place=place, dated="May", text=text) for place, text in milestones], PITCH, 0.0)
    return drawing.svg(MEASURE, 300, "")


def through(svg: str) -> int:
    """How many lines run through words on their way down."""
    drawing = Drawing(THEME, FACES)
    words = [(float(x) / 10, float(y) / 10, drawing.width(text)) for x, y, text in WORDS.findall(svg)]
    lines = [(float(x) / 10, float(y) / 10) for x, y in LINE.findall(svg)]
    return sum(left < x < left + wide and y < foot - 1.5 for x, foot in lines for left, y, wide in words)


def test_words_stand_right_of_their_line_or_left_of_it_near_the_edge():
    (first, *_), (last, *_) = WORDS.findall(drawn((0, "Label"), (23, "Application for the label")))
    assert float(first) / 10 > PITCH / 2
    assert float(last) / 10 < MEASURE - PITCH / 2 - 20


def test_what_cannot_be_drawn_letter_by_letter_has_its_date_and_stands_below():
    ((_, _, words),) = WORDS.findall(drawn((3, "مدرسة الأمل")))
    assert words == "May"
    one, other = (Milestone(place=3, dated="May", text=text) for text in ("مدرسة", "School"))
    assert beside([one, other]) == (one,)


def test_a_long_name_is_cut():
    ((_, _, words),) = WORDS.findall(drawn((3, "The Long Tale of Half Tales that the Wind Carried " * 4)))
    assert words.endswith("…")
    assert 80 < Drawing(THEME, FACES).width(words) <= LONGEST


def test_where_words_have_room_right_of_their_lines_no_line_runs_through_words():
    assert through(drawn(*((place, "National Quality Label: 2 projects") for place in range(0, 16, 2)))) == 0
    assert through(drawn(*((place, f"{n} projects") for place in range(20) for n in range(2)))) == 0


def test_milestones_of_one_month_stand_below_each_other():
    found = WORDS.findall(drawn((5, "One"), (5, "Two"), (5, "Three")))
    assert len({x for x, _, _ in found}) == 1
    assert len({y for _, y, _ in found}) == 3
