"""Charts as pictures: opened again, and looked at where it counts."""

import io
from dataclasses import replace

from PIL import Image
from render.samples import empty_dossier, sample_dossier

from portfolio.model.blocks import MEASURE
from portfolio.model.charts import CoverageChart, PartnerMap, Timeline
from portfolio.render.charts import DPI, draw_charts
from portfolio.themes import load_theme

THEME = load_theme("base", None)


def test_every_chart_is_drawn_once_in_its_proportions_and_the_same_each_time() -> None:
    dossier = sample_dossier("sv", 12)
    pictures, problems = draw_charts(dossier, THEME, "a.docx")
    assert problems == ()
    assert [type(chart) for chart in pictures] == [Timeline, PartnerMap]
    for file in pictures.values():
        image = Image.open(io.BytesIO(file.data))
        assert image.size == (file.width_px, file.height_px)
        assert abs(file.width_px - MEASURE / 25.4 * DPI) <= 1
        darkest, lightest = image.convert("L").getextrema()
        assert darkest < 100
        assert lightest == 255
        assert image.info == {}
    again, _ = draw_charts(dossier, THEME, "b.docx")
    assert [file.data for file in again.values()] == [file.data for file in pictures.values()]


def test_the_colours_are_the_pillars_own_and_the_drawing_begins_at_the_edge() -> None:
    pictures, _ = draw_charts(sample_dossier("en", 12), THEME, "a.docx")
    (chart,) = (chart for chart in pictures if isinstance(chart, Timeline))
    image = Image.open(io.BytesIO(pictures[chart].data)).convert("RGB")
    ink = tuple(bytes.fromhex(THEME.pillar(chart.pillars[0][0]).ink[1:]))
    assert ink in {colour for _, colour in image.getcolors(1 << 20)}
    assert any(image.getpixel((0, y)) != (255, 255, 255) for y in range(image.height))


def test_what_there_is_is_drawn_unless_its_gaps_are_to_be_seen() -> None:
    dossier = sample_dossier("en", 12)
    glance = next(section for section in dossier.sections if section.anchor == "glance")
    (chart,) = (block for block in glance.blocks if isinstance(block, CoverageChart))
    for gaps in (True, False):
        section = replace(glance, blocks=(replace(chart, gaps=gaps),))
        pictures, _ = draw_charts(replace(dossier, sections=(section,)), THEME, "a.docx")
        assert len(pictures) == (not gaps)


def test_no_chart_no_picture() -> None:
    assert draw_charts(empty_dossier("en"), THEME, "a.docx") == ({}, ())
