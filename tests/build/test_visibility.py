"""Every rule of EU visibility seen failing on a sheet that was spoilt for it, and nothing found in what we make."""

from dataclasses import replace

import pikepdf
import pytest
from compose.editions import edition_of, project
from PIL import Image
from render.infosheets import sheet_of
from render.samples import draw_derivatives, sample_dossier
from standings import APPLYING, GRANT, HELD, PRESCRIBED, THEME, TODAY, standing

from portfolio.build.guard import Cleared
from portfolio.build.job import Job
from portfolio.build.makers import carry_out
from portfolio.build.visibility import lint
from portfolio.build.visibility_check import lint_foreign
from portfolio.compose.plaque import compose_plaque
from portfolio.compose.poster import compose_poster
from portfolio.model.artefact import Format
from portfolio.model.clearance import Audience
from portfolio.model.lockup import Arrangement, Artwork, Ink, Lockup
from portfolio.model.problem import Severity
from portfolio.model.project import Funding, FundingBasis, Label, LabelStatus
from portfolio.model.text import Phrase
from portfolio.namerule import NameRule
from portfolio.render.curves import curved
from portfolio.render.html import dossier_html
from portfolio.render.info import info_html
from portfolio.render.lockup import Emblems
from portfolio.render.pdf import write_pdf
from portfolio.render.plaque import plaque_html
from portfolio.render.poster import poster_html
from portfolio.visibility.emblem import emblem_svg
from portfolio.visibility.lockup import find_lockup
from portfolio.visibility.statements import read_eu_texts

TEXTS = read_eu_texts()
DISCLAIMER = TEXTS["en"].disclaimer.text
OLD = "This publication has been funded with support from the European Commission."


def lockup(language="en", **given):
    texts = TEXTS[language]
    phrase = Phrase(text=texts.funded.text, language="" if language == "en" else language)
    return Lockup(statement=phrase, alternative="Flag", names=(texts.name,), **given)


def poster(given, **more):
    edition = edition_of(language="en", audience=Audience.PRINT)
    return replace(compose_poster(replace(edition, lockup=given))[0], lockup=given, **more)


PAGE = """{% from "lockup.html.j2" import set %}<!DOCTYPE html><html lang="en"><head><title>x</title>
<link rel="stylesheet" href="theme:css/fonts.css"><link rel="stylesheet" href="theme:css/text.css">
<style>{% include "css/tokens.css.j2" %}@page { size: 297mm 420mm; margin: 0 }
.lockup, .more { position: absolute } .lockup { left: 100mm; top: 300mm } {{ style|safe }}</style></head><body>
<div class="before"></div>{{ set(lockup, emblem, height, ground) }}{{ more|safe }}</body></html>"""


@pytest.fixture
def found(tmp_path):
    """The codes that are found on a sheet with a lock-up: changed in its HTML, with more in it, with a style."""

    def find(
        change=lambda html: html,
        *,
        more="",
        style="",
        given=None,
        wanted=None,
        height=20,
        ground="white",
        stands=None,
        files=None,
    ):
        given = given or lockup()
        values = {"lockup": given, "emblem": Emblems(THEME, files), "height": height, "ground": ground}
        html = THEME.environment.from_string(PAGE).render(theme=THEME, style=style, more=more, **values)
        changed, path = change(html), tmp_path / "poster.pdf"
        problems = write_pdf(changed, path, theme=THEME, files=list((files or {}).values()))
        assert problems == ()
        return codes(
            lint(
                path,
                poster(wanted or given, logos=tuple(files or {})),
                stands or standing(PRESCRIBED),
                THEME,
                files or {},
            )
        )

    return find


def codes(problems):
    assert all(problem.where for problem in problems)
    return {problem.code.removeprefix("visibility.") for problem in problems}


def swap(old, new):
    """A change of a page, which must have something to change."""

    def change(html):
        assert old in html, old
        return html.replace(old, new)

    return change


STATEMENT = "Funded by\nthe European Union"
STAR = "M0.75 0.11111111L"  # how the first star begins


def drop_first_star(html):
    before, _, after = html.partition(STAR)
    return before + after.partition("Z")[2]


def long_ray(html):
    return html.replace(STAR, "M0.75 0.085L")


def turned_stars(html):
    """Every star a tenth of a turn about its own middle, as where they point outwards."""
    from math import cos, pi, sin

    from portfolio.visibility.emblem import INNER, star_centres
    from portfolio.visibility.emblem import STAR as OUTER

    paths = ""
    for x, y in star_centres():
        turns = [(turn + 0.6, OUTER if turn % 2 == 0 else INNER) for turn in range(10)]
        paths += "M" + "L".join(f"{x + r * sin(pi * t / 5):.6f} {y - r * cos(pi * t / 5):.6f}" for t, r in turns) + "Z"
    before, _, rest = html.partition('fill="#ffcc00" d="')
    return before + 'fill="#ffcc00" d="' + paths + rest[rest.index('"') :]


def box(left, top, width, height, colour="#AA3300"):
    style = f"left: {left}mm; top: {top}mm; width: {width}mm; height: {height}mm; background: {colour}"
    return f'<div class="more" style="{style}"></div>'


def words(text, left=100, top=100, style=""):
    return f'<p class="more" style="left: {left}mm; top: {top}mm; margin: 0; font: 400 5mm Ubuntu; {style}">{text}</p>'


@pytest.fixture
def logo(tmp_path):
    """A school's logo as it is placed, so large in mm."""

    def place(width, height, left=20, top=30):
        Image.new("RGB", (10 * width, 10 * height), "#AA3300").save(tmp_path / "logo.png")
        style = f"left: {left}mm; top: {top}mm; width: {width}mm; height: {height}mm"
        address = (tmp_path / "logo.png").absolute().as_uri()
        name = project().school.name
        return {
            "more": f'<img class="more" style="{style}" src="{address}" alt="{name}">',
            "files": {"logo.png": tmp_path / "logo.png"},
        }

    return place


def test_nothing_is_wrong_with_a_sheet_as_it_is_meant(found, logo):
    assert found() == set()
    assert found(**logo(40, 20)) == set()
    assert found(given=lockup(arrangement=Arrangement.BELOW)) == set()
    assert found(ground="dark", style=".before { position: absolute; inset: 0; background: #112233 }") == set()


PLANTED = {
    "nine millimetres high": ("low", {"height": 9}),
    "too small for a poster": ("lost", {"height": 12}),
    "a wrong blue": ("colour", {"change": swap('fill="#003399"', 'fill="#0033A9"')}),
    "a yellow with a slip of the pen": ("colour", {"change": swap("#ffcc00", "#e1cc00")}),
    "eleven stars": ("stars", {"change": drop_first_star}),
    "a star with a longer ray": ("misdrawn", {"change": long_ray}),
    "stars that point outwards": ("stars-turned", {"change": turned_stars}),
    "a flag that is stretched": ("stretched", {"style": ".flag svg { transform: scale(1.2, 1) }"}),
    "a flag that is turned": ("tilted", {"style": ".flag svg { transform: rotate(5deg) }"}),
    "the Union's name cut short": ("statement-short", {"change": swap(STATEMENT, "Funded by\nthe EU")}),
    "other words": ("statement", {"change": swap(STATEMENT, "Financed by\nEurope")}),
    "a letter too few": ("statement", {"change": swap(STATEMENT, "Funded by\nthe European Unio")}),
    "co-funded for funded": ("statement-share", {"change": swap(STATEMENT, "Co-funded by\nthe European Union")}),
    "a statement far off": ("statement-apart", {"style": ".statement { position: relative; top: 60mm }"}),
    "a statement on the flag": ("overlapped", {"style": ".statement { position: relative; left: -15mm }"}),
    "another typeface": ("typeface", {"style": ".statement { font-family: 'Noto Sans' !important }"}),
    "italics": ("slanted", {"style": ".statement { transform: skewX(-12deg) }"}),
    "a line below the letters": ("underlined", {"style": ".statement { text-decoration: underline }"}),
    "small letters": ("type-small", {"style": ".statement { font-size: 4mm !important }"}),
    "red letters": ("statement-colour", {"style": ".statement { color: #CC0000 !important }"}),
    "words in the clear space": ("crowded", {"more": words("Open day", left=103, top=323)}),
    "a bar in the clear space": ("crowded-drawing", {"more": box(90, 300, 5, 20)}),
    "coloured ground without a border": (
        "border",
        {"style": ".before { position: absolute; inset: 0; background: #BBDDEE }"},
    ),
    "one colour though colours were ordered": ("one-colour", {"given": lockup(ink=Ink.BLACK), "wanted": lockup()}),
    "screen colours though inks were ordered": ("ink", {"wanted": lockup(ink=Ink.CMYK)}),
    "two languages ordered and one there": (
        "statement",
        {"wanted": lockup(second=Phrase(text=TEXTS["tr"].funded.text, language="tr"))},
    ),
    "a disclaimer that is due": ("disclaimer", {"wanted": lockup(disclaimer=DISCLAIMER)}),
    "a disclaimer that ends too early": (
        "disclaimer",
        {"wanted": lockup(disclaimer=DISCLAIMER), "more": words(DISCLAIMER[:-20])},
    ),
    "a disclaimer that nobody can read": (
        "disclaimer-small",
        {"wanted": lockup(disclaimer=DISCLAIMER), "more": words(DISCLAIMER, style="font-size: 2mm; width: 90mm")},
    ),
    "the disclaimer of former years": ("disclaimer-old", {"more": words(OLD), "stands": standing(GRANT)}),
    "no basis": ("basis-none", {"stands": standing(Funding(basis=FundingBasis.NONE))}),
    "nobody who prescribed it": ("basis-unconfirmed", {"stands": standing(Funding(basis=FundingBasis.LABEL))}),
    "a label that is not held": ("basis-label", {"stands": standing(PRESCRIBED, label=APPLYING)}),
    "a label that has ended": (
        "basis-expired",
        {"stands": standing(PRESCRIBED, label=Label(status=LabelStatus.HELD, years="2023-2024"))},
    ),
    "a grant without a number": ("basis-grant", {"stands": standing(replace(GRANT, number=""))}),
    "a claim before the label is held": (
        "claim",
        {"more": words("We are an eTwinning School"), "stands": standing(GRANT, APPLYING)},
    ),
    "a claim in another language": (
        "claim",
        {"more": words("BİZ BİR eTWİNNİNG OKULUYUZ!"), "stands": standing(GRANT, APPLYING)},
    ),
    "years of a label that has ended": (
        "years",
        {
            "more": words("eTwinning School 2023-2024"),
            "stands": standing(GRANT, Label(status=LabelStatus.HELD, years="2023-2024")),
        },
    ),
}


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_found_and_nothing_else(fault, found):
    code, planted = PLANTED[fault]
    assert found(**planted) == {code}


def test_a_logo_is_no_larger_than_the_emblem(found, logo):
    assert found(**logo(31, 21)) == {"logo-larger"}
    assert found(**logo(20, 21)) == {"logo-higher"}
    assert found(**logo(15, 15, left=82, top=302)) == {"crowded-drawing"}


def test_a_logo_without_tags_is_known_by_its_pixels(found, logo):
    placed = logo(31, 21)
    placed["more"] = placed["more"].replace(project().school.name, "something else")
    assert found(**placed) == {"logo-larger"}


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("arrangement", Arrangement)
def test_nothing_is_wrong_in_any_language(language, arrangement, found):
    assert found(given=lockup(language, arrangement=arrangement)) == set()


def test_two_languages_and_one_of_them_from_the_right(found):
    english = Phrase(text=TEXTS["en"].funded.text, language="en")
    assert found(given=lockup("ar", second=english)) == set()
    assert found(given=lockup("tr", second=english, arrangement=Arrangement.BELOW)) == set()
    assert found(given=lockup("ar"), more=words("نحن مدرسة", left=130, top=250)) == set()
    assert found(swap("الاتحاد", "الاتحد"), given=lockup("ar")) == {"statement"}


def test_noto_stands_only_where_ubuntu_lacks_letters(found):
    style = ".statement { font-family: 'Noto Sans Armenian' !important }"
    assert found(given=lockup("hy")) == set()
    assert found(given=lockup("hy"), style=style) == set()
    assert found(given=lockup("en"), style=style) == {"typeface"}


@pytest.mark.parametrize("ink", Ink)
@pytest.mark.parametrize("ground", ["white", "tinted", "dark"])
def test_nothing_is_wrong_in_any_ink_on_any_ground(ink, ground, found):
    colour = {"white": "#FFFFFF", "tinted": "#E3F2F0", "dark": "#112233"}[ground]
    style = f".before {{ position: absolute; inset: 0; background: {colour} }}"
    assert found(given=lockup(ink=ink), ground=ground, style=style) == set()


def made(kind, language, given, tmp_path):
    """A document of ours as it is written, and the path."""
    path, files = tmp_path / f"{kind}.pdf", []
    edition = replace(edition_of(language=language, audience=Audience.PRINT), lockup=given)
    match kind:
        case "poster":
            document = compose_poster(edition)[0]
            html = poster_html(document, THEME, {})
        case "plaque":
            document = compose_plaque(edition)[0]
            html = plaque_html(document, THEME)
        case "info-sheet":
            document = replace(sheet_of(), lockup=given)
            html = info_html(document, THEME, {}, {})
        case _:
            document = sample_dossier("en", pieces=1, lockup=given)
            drawn = draw_derivatives(document, tmp_path)
            files = [each.path for each in drawn.values()]
            html = dossier_html(document, THEME, drawn, {})
    assert not [each for each in write_pdf(html, path, theme=THEME, files=files) if each.severity == "error"]
    return document, path


@pytest.mark.parametrize("language", ["en", "tr", "sv"])
@pytest.mark.parametrize("funding", [PRESCRIBED, GRANT], ids=["label", "grant"])
@pytest.mark.parametrize("kind", ["poster", "plaque", "info-sheet", "dossier"])
def test_nothing_is_wrong_with_what_we_make(kind, funding, language, tmp_path):
    given, _ = find_lockup(funding, HELD, language, today=TODAY)
    document, path = made(kind, language, given, tmp_path)
    stands = standing(funding)
    assert lint(path, document, stands, THEME, {}) == ()
    # The same files are wrong when nothing allows the emblem any more, so they were looked at.
    assert codes(lint(path, document, standing(Funding(basis=FundingBasis.NONE)), THEME, {})) == {"basis-none"}


@pytest.mark.parametrize("kind", ["poster", "info-sheet", "dossier"])
@pytest.mark.parametrize("language", ["de", "el", "tr"])
def test_the_longest_disclaimers_have_room(kind, language, tmp_path):
    texts = TEXTS[language]
    document, path = made(kind, "en", lockup(language, disclaimer=texts.disclaimer.text), tmp_path)
    assert lint(path, document, standing(GRANT), THEME, {}) == ()


@pytest.mark.parametrize("kind", ["poster", "plaque", "info-sheet", "dossier"])
def test_an_emblem_that_is_wanted_and_not_there(kind, tmp_path):
    document, path = made(kind, "en", None, tmp_path)
    other, _ = made(kind, "en", lockup(), tmp_path / "..")
    assert "missing" in codes(lint(path, other, standing(PRESCRIBED), THEME, {}))
    assert lint(path, document, standing(PRESCRIBED), THEME, {}) == ()


def test_an_emblem_on_the_second_page_alone_is_hidden(tmp_path):
    for kind in ("poster", "dossier"):
        document, path = made(kind, "en", lockup(), tmp_path)
        with pikepdf.open(path, allow_overwriting_input=True) as pdf:
            pdf.add_blank_page(page_size=(595, 842))
            blank = pdf.pages[-1]
            del pdf.pages[-1]
            pdf.pages.insert(0, blank)
            pdf.save(path)
        assert codes(lint(path, document, standing(PRESCRIBED), THEME, {})) == {"hidden"}


def test_official_artwork_is_judged_by_its_size_and_what_stands_round_it(found, tmp_path):
    Image.new("RGB", (1380, 306), "#003399").save(tmp_path / "EN.png")
    files = {"EN.png": tmp_path / "EN.png"}
    given = lockup(artwork=Artwork(name="EN.png", shape=1380 / 306))
    assert found(given=given, files=files) == set()
    assert found(given=given, files=files, height=9) == {"low"}
    assert found(given=given, files=files, more=words("Open day", left=103, top=323)) == {"crowded"}


def test_official_artwork_of_vectors_is_judged_by_its_size_alone(found, tmp_path):
    flag = emblem_svg(100, title="").partition(">")[2].removesuffix("</svg>").partition("</title>")[2]
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4.51 1">{flag}</svg>'
    (tmp_path / "EN.svg").write_text(drawing, encoding="utf-8")
    files = {"EN.svg": tmp_path / "EN.svg"}
    given = lockup(artwork=Artwork(name="EN.svg", shape=4.51))
    assert found(given=given, files=files) == set()
    assert found(given=given, files=files, height=9) == {"low"}
    assert found(given=given, files=files, stands=standing(PRESCRIBED, label=APPLYING)) == {"basis-label"}


def test_a_file_that_cannot_be_opened_is_named(tmp_path):
    (tmp_path / "x.pdf").write_bytes(b"%PDF-1.7 and nothing more")
    assert codes(lint(tmp_path / "x.pdf", poster(lockup()), standing(PRESCRIBED), THEME, {})) == {"unreadable"}


@pytest.mark.parametrize("kind", ["poster", "plaque"])
def test_where_letters_are_outlines_the_emblem_is_judged(kind, tmp_path):
    document, path = made(kind, "en", lockup(), tmp_path)
    outlined = tmp_path / f"{kind}.curves.pdf"
    curved(path, outlined)
    assert lint(outlined, document, standing(PRESCRIBED), THEME, {}) == ()
    assert codes(lint(outlined, document, standing(PRESCRIBED, label=APPLYING), THEME, {})) == {"basis-label"}


def test_an_artefact_that_would_be_wrong_in_print_is_not_placed(tmp_path):
    job = Job(
        document=poster(lockup(), logos=()),
        format=Format.PDF,
        theme=THEME,
        logos={},
        derivatives=tmp_path,
        faults={},
        cleared=Cleared(names=NameRule(), country="TR", public=(), items=frozenset(), looks=frozenset()),
        files={},
        target=tmp_path / "poster-mission.en.pdf",
        standing=standing(PRESCRIBED),
    )
    assert carry_out(job).usable
    made = carry_out(replace(job, standing=standing(Funding(basis=FundingBasis.NONE))))
    assert not made.usable
    assert codes(made.problems) == {"basis-none"}


@pytest.fixture
def foreign(tmp_path):
    """The codes that are found in a PDF that somebody else made of HTML, under a grant."""

    def find(html, funding=GRANT, label=HELD):
        path = tmp_path / "theirs.pdf"
        write_pdf(html, path, theme=THEME, files=())
        return codes(lint_foreign([path], project(funding=funding, label=label), THEME, TODAY))

    return find


def theirs(statement="Funded by\nthe European Union", more="", arrangement=Arrangement.BESIDE):
    phrase = Phrase(text=statement, language="en")
    values = {
        "lockup": replace(lockup(), statement=phrase, arrangement=arrangement),
        "emblem": Emblems(THEME),
        "height": 20,
        "ground": "white",
    }
    return THEME.environment.from_string(PAGE).render(theme=THEME, style="", more=more, **values)


def test_how_large_things_are_is_judged_of_the_sheet_not_of_what_an_office_printer_makes_of_it(found, tmp_path):
    given = lockup(disclaimer=DISCLAIMER)
    assert found(wanted=given, more=words(DISCLAIMER, style="font-size: 2mm; width: 90mm")) == {"disclaimer-small"}
    office = (tmp_path / "poster.pdf").rename(tmp_path / "poster.office.pdf")
    assert lint(office, poster(given), standing(PRESCRIBED), THEME, {}) == ()


@pytest.mark.parametrize("suffix", ["pdf", "jpg", "png"])
def test_a_page_that_is_one_picture_is_said_not_to_be_judged(suffix, tmp_path):
    page = Image.new("RGB", (800, 1100), "#E8E0D0")
    page.paste("#003399", (40, 40, 100, 80))
    page.save(tmp_path / f"poster.{suffix}")
    (problem,) = lint_foreign([tmp_path / f"poster.{suffix}"], project(funding=GRANT, label=HELD), THEME, TODAY)
    assert (problem.code, problem.severity) == ("visibility.page-picture", Severity.WARNING)


def test_of_a_picture_that_cannot_be_opened_nobody_can_tell_whether_an_emblem_is_in_it(foreign, tmp_path):
    assert foreign(theirs(more=words(DISCLAIMER, style="width: 180mm; font-size: 4mm"))) == set()
    path = tmp_path / "theirs.pdf"
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        broken = pdf.make_stream(b"no picture", Subtype=pikepdf.Name.Image, Width=90, Height=60)
        name = pdf.pages[0].add_resource(broken, pikepdf.Name.XObject)
        pdf.pages[0].contents_add(f"q 9 0 0 6 9 9 cm {name} Do Q".encode())
        pdf.save(path)
    (problem,) = lint_foreign([path], project(funding=GRANT, label=HELD), THEME, TODAY)
    assert (problem.code, problem.severity) == ("visibility.unread-picture", Severity.WARNING)
    assert dict(problem.values) == {"page": "1"}


def test_a_drawn_emblem_in_somebody_elses_file(foreign):
    there = words(DISCLAIMER, style="width: 180mm; font-size: 4mm")
    assert foreign(theirs(more=there)) == set()
    assert foreign(theirs(TEXTS["pl"].funded.text, there)) == set()
    assert foreign(theirs("Co-funded by\nthe European Union", there)) == {"statement-share"}
    assert foreign(theirs("The EU\nis great", there)) == {"statement-short"}
    assert foreign(theirs()) == {"disclaimer"}
    assert foreign(theirs(), funding=Funding(basis=FundingBasis.NONE)) == {"basis-none"}
    assert foreign(theirs(), funding=PRESCRIBED) == set()
