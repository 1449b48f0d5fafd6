"""The rules of EU visibility over what is pasted: the card and the texts beside it."""

from dataclasses import replace
from datetime import date

import pytest
from compose.editions import edition_of, project
from PIL import Image
from standings import ENDED, GRANT, HELD, THEME, TODAY, standing

from portfolio.build.visibility import lint
from portfolio.compose.paste import compose_paste
from portfolio.model.clearance import Audience
from portfolio.model.project import Funding, FundingBasis
from portfolio.render.card import HEIGHT, WIDTH, card_html, draw_card
from portfolio.render.paste import pasted_texts
from portfolio.render.pdf import write_pdf
from portfolio.visibility.lockup import find_lockup

STATEMENT = "Funded by\nthe European Union</p>"


def composed(language, label=HELD, today=TODAY):
    given, _ = find_lockup(GRANT, HELD, language, today=TODAY)
    school = replace(project().school, logos=("logo.png",))
    of = project(school=school, label=label)
    edition = edition_of(language=language, of=of, audience=Audience.WEB, today=today)
    return compose_paste(replace(edition, lockup=given))[0]


@pytest.fixture
def logos(tmp_path):
    Image.new("RGB", (600, 400), "#AA3300").save(tmp_path / "logo.png")
    return {"logo.png": tmp_path / "logo.png"}


@pytest.fixture
def card(logos, tmp_path):
    """The page of a card, with something else in it."""

    def make(paste, old="", new=""):
        html = card_html(paste, THEME, {}, logos)
        assert old in html, old
        page = tmp_path / "card.pdf"
        assert write_pdf(html.replace(old, new) if old else html, page, theme=THEME, files=list(logos.values())) == ()
        return page

    return make


@pytest.fixture
def texts(tmp_path):
    """The texts of a folder that is pasted, as files."""

    def make(paste):
        made = pasted_texts(paste, {}, (WIDTH, HEIGHT))
        for name, text in made.items():
            (tmp_path / name).write_text(text, encoding="utf-8-sig")
        return [tmp_path / name for name in made]

    return make


def codes(path, paste, stands=None, logos=None):
    problems = lint(path, paste, stands or standing(), THEME, logos or {})
    assert all(problem.where for problem in problems)
    return {problem.code.removeprefix("visibility.") for problem in problems}


@pytest.mark.parametrize("language", ["en", "tr", "sv"])
def test_nothing_is_wrong_with_what_we_make(language, card, texts, logos, tmp_path):
    paste = composed(language)
    page = card(paste)
    assert codes(page, paste, logos=logos) == set()
    assert codes(page, paste, standing(Funding(basis=FundingBasis.NONE))) == {"basis-none"}
    (tmp_path / "card.png").write_bytes(draw_card(page))
    assert codes(tmp_path / "card.png", paste, logos=logos) == set()
    assert [path.name for path in texts(paste) if codes(path, paste)] == []


PLANTED = {
    "too small": (
        "low",
        "</style>",
        ".logo { max-height: 30px !important } .flag svg { transform: scale(0.8) }</style>",
    ),
    "a wrong blue": ("colour", 'fill="#003399"', 'fill="#0033aa"'),
    "the Union's name cut short": ("statement-short", STATEMENT, "Funded by\nthe EU</p>"),
    "italics": ("slanted", "</style>", ".statement { transform: skewX(-12deg) }</style>"),
    "a logo that is larger": ("logo-larger", "--mark: 41px", "--mark: 90px"),
}


@pytest.mark.parametrize("fault", PLANTED)
def test_a_fault_on_the_card_is_found_and_nothing_else(fault, card, logos):
    code, old, new = PLANTED[fault]
    paste = composed("en")
    assert codes(card(paste, old, new), paste, logos=logos) == {code}


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("low", "</style>", ".flag svg { transform: scale(0.8) }</style>"),
        ("stretched", "</style>", ".flag svg { transform: scale(1.2, 1) }</style>"),
        ("missing", 'class="lockup', 'style="display: none" class="lockup'),
    ],
)
def test_what_a_picture_tells_of_the_card_is_found_in_it(code, old, new, card, tmp_path):
    paste = composed("en")
    (tmp_path / "card.png").write_bytes(draw_card(card(paste, old, new)))
    assert codes(tmp_path / "card.png", paste) == {code}


@pytest.mark.parametrize("language", ["en", "tr", "sv"])
def test_words_of_a_label_that_has_ended_are_found_in_each_text(language, texts):
    paste = composed(language, ENDED, today=date(2024, 5, 1))
    for path in texts(paste):
        assert codes(path, paste) == set()
        found = codes(path, paste, standing(label=ENDED))
        assert "years" in found
        assert found <= {"years", "claim"}


def test_a_disclaimer_that_is_cut_is_missed(texts):
    paste = composed("en")
    for path in texts(paste):
        text = path.read_text(encoding="utf-8-sig")
        path.write_text(text.replace("can be held responsible for them", "can be held"), encoding="utf-8-sig")
        assert codes(path, paste) == ({"disclaimer"} if "announcement" in path.name else set())
