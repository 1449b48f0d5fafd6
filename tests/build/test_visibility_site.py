"""The rules of EU visibility over sites: each fault planted, and nothing found in what we make."""

import re
from dataclasses import replace

import pytest
from PIL import Image
from render.samples import draw_derivatives, sample_dossier
from render.sites import site_of
from standings import APPLYING, ENDED, GRANT, HELD, THEME, TODAY, standing

from portfolio.build.visibility import lint
from portfolio.model.blocks import Paragraph, Run, Source
from portfolio.model.lockup import Artwork
from portfolio.model.project import Funding, FundingBasis
from portfolio.render.site import write_site
from portfolio.visibility.lockup import find_lockup


def made(language, folder, *, files=None, logos=(), **changes):
    """A site with a lock-up, and the path of its page."""
    given, _ = find_lockup(GRANT, HELD, language, today=TODAY)
    dossier = sample_dossier(language, pieces=3, lockup=replace(given, **changes))
    site = site_of(replace(dossier, cover=replace(dossier.cover, logos=logos)))
    target = folder / "site" / "index.html"
    target.parent.mkdir()
    return site, write_site(site, THEME, (draw_derivatives(dossier, folder),), files or {}, target)[0]


@pytest.fixture
def logo(tmp_path):
    Image.new("RGB", (600, 400), "#AA3300").save(tmp_path / "logo.png")
    return {"files": {"logo.png": tmp_path / "logo.png"}, "logos": ("logo.png",)}


def codes(path, site, stands=None, files=None):
    problems = lint(path, site, stands or standing(), THEME, files or {})
    assert all(problem.where for problem in problems)
    return {problem.code.removeprefix("visibility.") for problem in problems}


def plant(path, old, new, *, style=False):
    """Something else in the page, or in its style sheet."""
    if style:
        (path,) = path.parent.glob("style-*.css")
    text = path.read_text(encoding="utf-8")
    assert old in text, old
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("language", ["en", "tr", "sv"])
def test_nothing_is_wrong_with_what_we_make(language, logo, tmp_path):
    site, path = made(language, tmp_path, **logo)
    assert codes(path, site, files=logo["files"]) == set()
    assert codes(path, site, standing(Funding(basis=FundingBasis.NONE))) == {"basis-none"}


HIGH = ".plates { --high: 2.5rem }"
LETTERS = ".lockup p { font: 400 "
PAGE, STYLE = False, True
PLANTED = {
    "less than a centimetre high on a telephone": ("low", HIGH, ".plates { --high: 2rem }", STYLE),
    "a wrong blue": ("colour", 'fill="#003399" d="M0 0', 'fill="#0033aa" d="M0 0', PAGE),
    "a yellow with a slip of the pen": ("colour", "#ffcc00", "#e1cc00", PAGE),
    "a coloured ground": (
        "border",
        "padding: calc(0.5 * var(--high)); background: #FFFFFF",
        "padding: calc(0.5 * var(--high)); background: #BBDDEE",
        STYLE,
    ),
    "the Union's name cut short": (
        "statement-short",
        "Funded by\nthe European Union</p>",
        "Funded by\nthe EU</p>",
        PAGE,
    ),
    "co-funded for funded": ("statement-share", ">Funded by\n", ">Co-funded by\n", PAGE),
    "another typeface": (
        "typeface",
        'Ubuntu, "Noto Sans", sans-serif; color: #003399',
        "Georgia; color: #003399",
        STYLE,
    ),
    "italics": ("slanted", LETTERS, ".lockup p { font: italic 400 ", STYLE),
    "small letters": ("type-small", "calc(0.33 * var(--high))/1.2", "calc(0.2 * var(--high))/1.2", STYLE),
    "red letters": ("statement-colour", "color: #003399; white-space", "color: #CC0000; white-space", STYLE),
    "a disclaimer that ends too early": ("disclaimer", "can be held responsible for them.", "can be held", PAGE),
    "a disclaimer that nobody can read": (
        "disclaimer-small",
        ".disclaimer { font-size: 0.8125rem",
        ".disclaimer { font-size: 0.5rem",
        STYLE,
    ),
    "words in the clear space": (
        "crowded",
        '<div class="lockup" dir="ltr">',
        '<div class="lockup" dir="ltr"><p>Open day</p>',
        PAGE,
    ),
    "years of a label that has ended": (
        "years",
        "eTwinning School 2025-2026</p>",
        "eTwinning School 2023-2024</p>",
        PAGE,
    ),
    "the claim of a label that is not held": (
        "claim",
        "eTwinning School 2025-2026</p>",
        "We are an eTwinning School</p>",
        PAGE,
    ),
}


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_found_and_nothing_else(fault, tmp_path):
    code, old, new, in_style = PLANTED[fault]
    site, path = made("en", tmp_path)
    plant(path, old, new, style=in_style)
    stands = {"years": standing(label=ENDED), "claim": standing(label=APPLYING)}.get(code)
    assert codes(path, site, stands) == {code}


def test_a_flag_that_is_gone_is_missed(tmp_path):
    site, path = made("en", tmp_path)
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r'<svg[^>]*class="emblem".*?</svg>', "", text), encoding="utf-8")
    assert codes(path, site) == {"missing"}


def test_a_logo_is_no_larger_than_the_emblem(logo, tmp_path):
    site, path = made("en", tmp_path, **logo)
    plant(path, ".official .logo { height: calc(var(--high) + 1rem) }", ".official .logo { height: 5rem }", style=True)
    assert codes(path, site, files=logo["files"]) == {"logo-larger"}


def test_room_that_a_style_sheet_takes_away_is_missed(logo, tmp_path):
    site, path = made("en", tmp_path, **logo)
    plant(path, "padding: calc(0.5 * var(--high)); background", "padding: 0; background", style=True)
    plant(
        path,
        ".plates { display: flex; flex-wrap: wrap; gap: 1.5rem;",
        ".plates { display: flex; gap: 0.25rem;",
        style=True,
    )
    assert codes(path, site, files=logo["files"]) == {"crowded-drawing"}


def test_official_artwork_is_judged_by_its_size(tmp_path):
    Image.new("RGB", (1380, 306), "#003399").save(tmp_path / "EN.png")
    files = {"EN.png": tmp_path / "EN.png"}
    site, path = made("en", tmp_path, files=files, artwork=Artwork(name="EN.png", shape=1380 / 306))
    assert codes(path, site, files=files) == set()
    plant(path, HIGH, ".plates { --high: 2rem }", style=True)
    assert codes(path, site, files=files) == {"low"}


def said_in_the_main_part(site, text, *, own):
    source = Source(key="school", language="en") if own else None
    block = Paragraph(runs=(Run(text=text),), source=source)
    first, *rest = site.dossier.sections
    section = replace(first, blocks=(*first.blocks, block))
    return replace(site, dossier=replace(site.dossier, sections=(section, *rest)))


@pytest.mark.parametrize(("own", "found"), [(True, {"claim"}), (False, set())])
def test_a_claim_in_the_schools_own_text_is_named_and_in_what_others_said_it_is_let_be(own, found, tmp_path):
    site, path = made("en", tmp_path)
    text = "Somebody said: we are an eTwinning School."
    plant(path, "</main>", f"<p>{text}</p></main>")
    plant(path, "eTwinning School 2025-2026</p>", "Our work in eTwinning</p>")
    problems = lint(path, said_in_the_main_part(site, text, own=own), standing(label=APPLYING), THEME, {})
    assert {problem.code.removeprefix("visibility.") for problem in problems} == found
    assert all(problem.severity == "warning" for problem in problems)
