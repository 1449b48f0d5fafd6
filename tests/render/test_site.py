"""The folder of a site: one page that says all its dossier does, and files called by what is in them."""

import re
from dataclasses import replace
from html import unescape
from itertools import pairwise

import pytest
from render.samples import draw_derivatives, empty_dossier, sample_dossier
from render.sites import THEME, site_of, write

from portfolio.audit.page import read_page
from portfolio.files.words import squeezed
from portfolio.model.blocks import Paragraph, Run
from portfolio.model.document import exhibits_in
from portfolio.model.lockup import Artwork, Lockup
from portfolio.model.text import Phrase
from portfolio.render.site import write_site
from portfolio.visibility.emblem import BLUE


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return write(tmp_path_factory.mktemp("site") / "en")


@pytest.fixture(scope="module")
def page(made):
    return read_page(made[0])


def test_the_page_comes_first_and_everything_is_told(made):
    folder = made[0].parent
    assert made[0].name == "index.html"
    assert sorted(made) == sorted(path for path in folder.rglob("*") if path.is_file())
    assert {path.parent.name for path in made[1:]} == {"en", "pictures", "fonts"}


def test_the_same_site_has_the_same_bytes_in_another_folder(made, tmp_path):
    again = write(tmp_path / "elsewhere" / "en")
    assert [(path.name, path.read_bytes()) for path in made] == [(path.name, path.read_bytes()) for path in again]


def test_one_first_heading_and_no_level_left_out(page):
    levels = [int(each.tag[1]) for each in page.of("h1", "h2", "h3", "h4", "h5")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_every_text_of_the_dossier_is_there(page):
    dossier = sample_dossier("en", pieces=8)
    words = squeezed(page.words)
    for exhibit in exhibits_in(dossier):
        assert squeezed((exhibit.caption or exhibit.title).text) in words
    for section in dossier.sections:
        assert squeezed(section.title) in words
    assert squeezed(dossier.cover.school) in words
    assert squeezed(dossier.cover.printed_on) in words


def test_landmarks_are_there_once(page):
    for tag in ("main", "header", "footer", "nav"):
        assert len(list(page.of(tag))) == 1, tag
    skip = next(page.of("a"))
    assert skip.attributes["href"] == "#site-main"


def test_pictures_say_their_size_and_wait_until_they_are_seen(page):
    pictures = [each.attributes for each in page.of("img")]
    assert all(int(each["width"]) > 0 and int(each["height"]) > 0 and each["alt"] for each in pictures)
    cover, *others = pictures
    assert "loading" not in cover
    assert all((each["loading"], each["decoding"]) == ("lazy", "async") for each in others)


def test_a_picture_in_two_sizes_lets_the_browser_choose_and_the_same_file_is_there_once(tmp_path):
    site = site_of(sample_dossier("en", pieces=2))
    large = draw_derivatives(site.dossier, tmp_path)
    small = dict(large)
    key = next(iter(large))
    other = tmp_path / "small.jpg"
    other.write_bytes(large[key].path.read_bytes() + b"0")
    small[key] = replace(large[key], path=other, width_px=40, height_px=30, sha256="0" * 64)
    files = write_site(site, THEME, (large, small), {}, tmp_path / "index.html")
    text = files[0].read_text(encoding="utf-8")
    assert re.findall(r'srcset="[^"]*"', text) == [
        f'srcset="pictures/{large[key].sha256[:16]}.jpg {large[key].width_px}w, pictures/{"0" * 16}.jpg 40w"'
    ]
    assert len(list((tmp_path / "pictures").iterdir())) == len({each.sha256 for each in large.values()}) + 1


def test_no_style_stands_in_the_page(page):
    assert not list(page.of("style", "script"))
    assert not [each for each in page.elements if "style" in each.attributes]


def test_texts_in_other_languages_say_so(page):
    swedish = [each for each in page.elements if each.attributes.get("lang") == "sv"]
    assert swedish
    assert {each.attributes["dir"] for each in swedish} == {"ltr"}


def test_a_text_of_several_runs_stands_in_the_language_of_most_of_it(tmp_path):
    runs = (Run(text="They write it down "), Run(text="together", strong=True), Run(text=", as said here: "))
    text = (*(replace(run, language="en") for run in runs), Run(text="Dalil 1.1", link="#glance"))
    dossier = sample_dossier("en", pieces=1)
    first, *others = dossier.sections
    dossier = replace(
        dossier, language="ar", sections=(replace(first, blocks=(Paragraph(runs=text), *first.blocks)), *others)
    )
    page = write(tmp_path / "ar", site_of(dossier))[0].read_text(encoding="utf-8")
    (paragraph,) = re.findall(r"<p[^>]*>They write.*?</p>", page)
    assert paragraph == (
        '<p class="body" lang="en" dir="ltr">They write it down <strong>together</strong>, as said here: '
        '<a href="#glance"><span lang="ar" dir="auto">Dalil 1.1</span></a></p>'
    )


def test_a_page_that_is_written_from_the_right_says_so(tmp_path):
    dossier = replace(sample_dossier("en", pieces=1), language="ar")
    html = next(read_page(write(tmp_path / "ar", site_of(dossier))[0]).of("html"))
    assert html.attributes == {"lang": "ar", "dir": "rtl"}


def test_a_word_of_which_one_letter_is_lacking_is_set_whole_in_the_next_family(tmp_path):
    dossier = sample_dossier("en", pieces=1)
    first, *others = dossier.sections
    index, *_ = write(
        tmp_path / "en", site_of(replace(dossier, sections=(replace(first, title="Azərbaycan"), *others)))
    )
    assert '<span class="family-2">Azərbaycan</span></h2>' in index.read_text(encoding="utf-8")
    (style,) = index.parent.glob("*.css")
    assert '.family-2 { font-family: "Noto Sans", "Ubuntu", ' in style.read_text(encoding="utf-8")


def test_a_choice_for_each_pillar_and_none_without(page, tmp_path):
    radios = [each.attributes["id"] for each in page.of("input")]
    assert radios == ["show-all", *(f"show-{choice.key}" for choice in site_of(sample_dossier("en", pieces=8)).choices)]
    bare = read_page(write(tmp_path / "tr", replace(site_of(empty_dossier("tr")), choices=()))[0])
    assert not list(bare.of("input", "fieldset"))


def test_a_draft_says_so_at_its_head(tmp_path):
    first, *_ = read_page(write(tmp_path / "tr", site_of(empty_dossier("tr")))[0]).of("p")
    assert first.attributes["class"] == "draft"


def test_the_emblem_is_there_where_the_cover_has_it_and_nowhere_else(made, tmp_path):
    assert BLUE not in made[0].read_text(encoding="utf-8")
    statement = Phrase(text="Co-funded by\nthe European Union")
    lockup = Lockup(statement=statement, alternative="EU", disclaimer="Views & views")
    dossier = sample_dossier("en", pieces=1, lockup=lockup)
    text = unescape(write(tmp_path / "en", site_of(dossier))[0].read_text(encoding="utf-8"))
    assert BLUE in text
    assert "Co-funded by\nthe European Union" in text
    assert "Views & views" in text


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_the_statement_is_on_its_side_of_the_flag_and_the_second_behind_it(language, direction, tmp_path):
    text = {"en": "Funded by\nthe European Union", "ar": "بتمويل من\nالاتحاد الأوروبي"}[language]
    lockup = Lockup(statement=Phrase(text=text), second=Phrase(text="Zweiter", language="de"), alternative="EU")
    page = write(tmp_path / "en", site_of(sample_dossier("en", pieces=1, lockup=lockup)))[0].read_text(encoding="utf-8")
    (given,) = re.findall(r'<div class="lockup" dir="(\w+)">', page)
    assert given == direction
    assert page.index(text) < page.index("Zweiter")


def test_official_artwork_is_a_file_of_the_site(tmp_path):
    file = tmp_path / "EN.svg"
    file.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 45 10"/>', encoding="utf-8")
    statement, artwork = Phrase(text="Funded by\nthe European Union"), Artwork(name="EN.svg", shape=4.5)
    dossier = sample_dossier("en", pieces=0, lockup=Lockup(statement=statement, alternative="EU", artwork=artwork))
    drawings = draw_derivatives(dossier, tmp_path)
    target = tmp_path / "en" / "index.html"
    target.parent.mkdir()
    written = write_site(site_of(dossier), THEME, (drawings,), {"EN.svg": file}, target)
    assert file.read_bytes() in [each.read_bytes() for each in written]
    page = target.read_text(encoding="utf-8")
    assert 'alt="EU. Funded by the European Union" width="4500" height="1000"' in page
    assert " style=" not in page  # its own policy forbids that
    assert BLUE not in page


def test_tables_say_their_roles_and_cells_their_columns(page):
    for row in page.of("tr"):
        assert row.attributes["role"] == "row"
    cells = [each.attributes for each in page.of("td") if "data-column" in each.attributes]
    assert cells
    assert all(each["role"] == "cell" for each in cells)
