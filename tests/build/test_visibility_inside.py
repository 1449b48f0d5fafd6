"""What the rules of EU visibility say of the pages behind a dossier's cover: the emblem there, and the claim."""

from dataclasses import replace

import pikepdf
import pytest
from render.samples import draw_derivatives, sample_dossier
from standings import APPLYING, ENDED, GRANT, HELD, THEME, TODAY, standing

from portfolio.build.visibility import lint
from portfolio.model.blocks import Paragraph, Run, Source
from portfolio.render.html import dossier_html
from portfolio.render.lockup import Emblems
from portfolio.render.pdf import write_pdf
from portfolio.visibility.lockup import find_lockup

LOCKUP = replace(find_lockup(GRANT, HELD, "en", today=TODAY)[0], disclaimer="")
PAGE = """{% from "lockup.html.j2" import set %}<!DOCTYPE html><html lang="en"><head><title>x</title>
<link rel="stylesheet" href="theme:css/fonts.css"><link rel="stylesheet" href="theme:css/text.css"></head><body>
{{ set(lockup, emblem, height) }}{{ more|safe }}</body></html>"""


def dossier(*texts, own=True, label="eTwinning School 2025-2026"):
    """A dossier whose first section has some paragraphs, of the school's own or of others."""
    made = sample_dossier("en", pieces=3, lockup=LOCKUP)
    source = Source(key="school", language="en") if own else None
    blocks = tuple(Paragraph(runs=(Run(text=text),), source=source) for text in texts)
    first, *rest = made.sections
    first = replace(first, blocks=(*first.blocks, *blocks))
    return replace(made, cover=replace(made.cover, label=label), sections=(first, *rest))


@pytest.fixture
def found(tmp_path):
    """What is found in a dossier with a page more, on which the emblem stands in a height in mm."""

    def find(document, *, height=0.0, more="", change=lambda html: html, stands=None):
        path, page = tmp_path / "dossier.pdf", tmp_path / "page.pdf"
        drawn = draw_derivatives(document, tmp_path)
        write_pdf(dossier_html(document, THEME, drawn, {}), path, theme=THEME, files=[e.path for e in drawn.values()])
        if height:
            values = {"lockup": LOCKUP, "emblem": Emblems(THEME), "height": height, "more": more}
            html = THEME.environment.from_string(PAGE).render(theme=THEME, **values)
            write_pdf(change(html), page, theme=THEME, files=())
            with pikepdf.open(path, allow_overwriting_input=True) as pdf, pikepdf.open(page) as other:
                pdf.pages.extend(other.pages)
                pdf.save(path)
        problems = lint(path, document, stands or standing(), THEME, {})
        return {problem.code.removeprefix("visibility."): problem.severity for problem in problems}

    return find


def test_nothing_is_wrong_with_an_emblem_as_it_should_be(found):
    assert found(dossier(), height=12) == {}


@pytest.mark.parametrize(
    ("code", "height", "old", "new"),
    [
        ("low", 8, "", ""),
        ("colour", 12, 'fill="#003399"', 'fill="#0033aa"'),
        ("statement-short", 12, "Funded by\nthe European Union", "Funded by\nthe EU"),
        ("stretched", 12, "</head>", "<style>.flag svg { transform: scale(1.2, 1) }</style></head>"),
    ],
)
def test_a_fault_of_an_emblem_behind_the_cover_is_found(code, height, old, new, found):
    assert found(dossier(), height=height, change=lambda html: html.replace(old, new) if old else html) == {
        code: "error"
    }


def test_years_of_a_former_label_are_told_behind_the_cover_and_forbidden_on_it(found):
    ended = standing(label=ENDED)
    told = dossier("Our door said eTwinning School 2023-2024.", label="Our work in eTwinning")
    assert found(told, stands=ended) == {}
    assert found(dossier(label="eTwinning School 2023-2024"), stands=ended) == {"years": "error"}


def test_a_claim_of_the_schools_own_is_named_and_does_not_stop_the_dossier(found):
    said = "At last we are an eTwinning School."
    before = standing(label=APPLYING)
    assert found(dossier(said, label="Our work"), stands=before) == {"claim": "warning"}
    assert found(dossier(said, label="Our work")) == {}
    assert found(dossier(said, own=False, label="Our work"), stands=before) == {}
    assert found(dossier(label="We are an eTwinning School"), stands=before) == {"claim": "error"}
