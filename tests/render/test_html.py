"""The dossier as HTML: whole, in order, escaped, and without a word that the dossier does not have."""

import dataclasses
import re
from dataclasses import replace
from html import escape
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest
from compose.editions import edition_of, quotation
from render.sample_words import read_words
from render.samples import empty_dossier, sample_dossier, sample_partners, sample_timeline

from portfolio.compose.dossier import compose_dossier
from portfolio.model.blocks import ExhibitList, Paragraph, PillarEntry, Run
from portfolio.model.charts import CoverageChart, CoverageRow, PartnerMap, Tally, Timeline, read_out
from portfolio.model.composed import pictures_in
from portfolio.model.evidence import Kind
from portfolio.model.lockup import Lockup
from portfolio.model.text import Phrase
from portfolio.render.derivatives import Derivative
from portfolio.render.html import dossier_html
from portfolio.themes import load_theme

FOLDER = Path("/derivatives").absolute()
THEME = load_theme("base", None)
BARE = {"meta", "link", "img", "col", "br"}
PICTURE = re.compile(r"<img[^>]*>")
ROW = re.compile(r'<div class="(plates|pairs)">(.*?)</article></div>', re.DOTALL)


class Outline(HTMLParser):
    """Texts with the tags round them, ids, internal links and headings of a document; fails on tags left open."""

    def __init__(self, html):
        super().__init__()
        self.open, self.texts, self.ids, self.links, self.headings = [], [], [], [], []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if attributes.get("href", "").startswith("#"):
            self.links.append(attributes["href"][1:])
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in BARE:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        pass

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, text):
        if text.strip() and "style" not in self.open:
            self.texts.append(text.strip())


def placed(dossier):
    return {
        picture.key: Derivative(
            key=picture.key, path=FOLDER / f"{picture.key}.jpg", width_px=10, height_px=10, sha256=picture.sha256
        )
        for picture in pictures_in(dossier)
    }


def html_of(dossier, **logos):
    return dossier_html(dossier, THEME, placed(dossier), logos)


def section_with(dossier, *blocks):
    first = replace(dossier.sections[0], blocks=blocks)
    return replace(dossier, sections=(first, *dossier.sections[1:]))


def words_in(value):
    """Every text of a document, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, int):
        yield str(value)
    elif isinstance(value, tuple | list):
        for part in value:
            yield from words_in(part)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from words_in(getattr(value, field.name))


def test_golden(golden):
    html = html_of(sample_dossier("tr", pieces=8))
    golden("dossier.tr.html", html.replace(FOLDER.as_uri(), "file:///derivatives"))


@pytest.mark.parametrize("language", ["tr", "en", "sv"])
def test_tags_are_closed_anchors_unique_and_every_link_leads_somewhere(language):
    found = Outline(html_of(sample_dossier(language, pieces=45)))
    assert len(found.ids) == len(set(found.ids)) > 100
    assert len(found.links) > 100
    assert set(found.links) <= set(found.ids)


def test_no_heading_level_is_skipped():
    levels = Outline(html_of(sample_dossier("tr", pieces=10))).headings
    assert levels[0] == 1
    assert set(levels) == {1, 2, 3}
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_every_word_is_the_dossiers_own():
    dossier = sample_dossier("tr", pieces=10)
    known = {word.strip() for word in words_in(dossier)} | {"1", "2", "3"}  # list entries are counted
    joined = {f"{exhibit.dated} · {exhibit.place}" for exhibit in exhibits(dossier)}
    figures = {f"{figure.number} {figure.label}" for section in dossier.sections for figure in section.figures}
    milestones = {f"{each.dated} · {each.text}" for each in sample_timeline(read_words("tr")).milestones}
    charts = {read_out(block) for block in dossier.sections[2].blocks if isinstance(block, Timeline | PartnerMap)}
    stacks = {str(sum(month.counts)) for month in sample_timeline(read_words("tr")).months}
    texts = Outline(html_of(dossier)).texts
    assert len(texts) > 200
    assert set(texts) - known - joined - figures - charts - stacks - milestones == set()


def exhibits(dossier):
    return (
        exhibit
        for section in dossier.sections
        for block in section.blocks
        for exhibit in getattr(block, "exhibits", ())
    )


def test_every_picture_has_its_alternative_and_its_size():
    dossier = sample_dossier("tr", pieces=8)
    html = html_of(dossier)
    for picture in pictures_in(dossier):
        (shown,) = (tag for tag in PICTURE.findall(html) if f"/{picture.key}.jpg" in tag)
        assert f'alt="{picture.alternative.text}"' in shown
        assert "mm" in shown


def test_a_picture_without_derivative_leaves_its_frame():
    dossier = sample_dossier("tr", pieces=1)
    html = dossier_html(dossier, THEME, {}, {})
    assert PICTURE.findall(html) == []
    assert html.count('class="missing"') == 1
    assert 'class="stage composition"' in html  # the cover shows the pillars' colours


def test_texts_are_escaped_and_foreign_ones_marked():
    runs = (
        Run(text="<b>5 & 6</b>", link="https://example.org/?a=1&b=2"),
        Run(text="École", language="fr", strong=True, emphasis=True),
    )
    html = html_of(section_with(empty_dossier("tr"), Paragraph(runs=runs)))
    assert (
        '<p class="body"><a href="https://example.org/?a=1&amp;b=2">&lt;b&gt;5 &amp; 6&lt;/b&gt;</a>'
        '<strong><em><span lang="fr">École</span></em></strong></p>'
    ) in html


def test_a_caption_too_long_for_its_picture_follows_below_the_row():
    dossier = sample_dossier("tr", pieces=1)
    for letters, places in ((960, ["<span>x", "</figure>"]), (961, ["</figure>", "<span>x"])):
        html = html_of(with_captions(dossier, "x" * letters))
        assert re.findall("<span>x|</figure>", html) == places


@pytest.mark.parametrize(
    ("count", "rows"),
    [
        (1, []),
        (2, ["pairs 2"]),
        (3, ["plates 3"]),
        (4, ["pairs 2", "pairs 2"]),
        (5, ["plates 3", "plates 2"]),
        (7, ["plates 3", "plates 2", "plates 2"]),
    ],
)
def test_no_certificate_stands_alone_in_a_row(count: int, rows: list[str]):
    html = html_of(certificates(count))
    found = [f"{form} {row.count('<article')}" for form, row in ROW.findall(html)]
    assert found == rows
    assert html.count('class="card ') == (1 if count == 1 else 0)


def test_a_certificate_with_much_to_say_becomes_a_card():
    html = html_of(with_captions(certificates(2), "x" * 600))
    assert (html.count('class="plate '), html.count('class="card ')) == (0, 2)


def certificates(count):
    """A dossier with so many certificates under one heading."""
    dossier = sample_dossier("tr", pieces=count * 8)
    pieces = [piece for piece in exhibits(dossier) if piece.kind is Kind.CERTIFICATE][:count]
    return section_with(empty_dossier("tr"), ExhibitList(exhibits=tuple(pieces)))


def with_captions(dossier, text):
    """The dossier with this caption under every piece."""

    def told(block):
        if not hasattr(block, "exhibits"):
            return block
        return replace(block, exhibits=tuple(replace(piece, caption=Phrase(text=text)) for piece in block.exhibits))

    sections = (replace(section, blocks=tuple(map(told, section.blocks))) for section in dossier.sections)
    return replace(dossier, sections=tuple(sections))


def covering(*rows, gaps=False):
    return CoverageChart(
        title="T",
        columns=("As", "Bs"),
        rows=tuple(
            CoverageRow(
                pillar=key,
                number=number,
                title=key,
                tallies=tuple(Tally(count=n, label=label) for n, label in zip(counts, ("as", "bs"), strict=True)),
            )
            for key, number, counts in rows
        ),
        gaps=gaps,
    )


def test_a_gap_is_open_to_the_school_and_not_drawn_for_others():
    rows = ("model", "4", (4, 0)), ("students", "3", (100, 1))
    bare = empty_dossier("tr")
    school = html_of(section_with(bare, covering(*rows, gaps=True)))
    evaluator = html_of(section_with(bare, covering(*rows)))
    assert (school.count('"gap"'), evaluator.count('"gap"')) == (1, 0)
    sizes = re.findall(r'class="circle" style="width: ([\d.]+)mm', evaluator)
    assert sizes == ["6.50", "13.00", "6.50"]


def test_without_columns_every_circle_has_its_label():
    html = html_of(section_with(empty_dossier("tr"), covering(("model", "4", (4, 0)), ("students", "3", (100, 1)))))
    chart = html[html.index('class="chart') :]
    assert re.findall(r'class="label">([^<]+)<', chart) == ["as", "as", "bs"]
    assert "<thead>" not in chart


def test_a_chart_is_read_out_with_all_that_it_shows():
    words = read_words("tr")
    timeline, partners = sample_timeline(words), sample_partners(words)
    html = html_of(section_with(empty_dossier("tr"), timeline, partners))
    assert re.findall(r"<title>([^<]+)</title>", html)[1:] == [escape(read_out(each)) for each in (timeline, partners)]


def test_the_emblem_stands_only_where_it_is_given():
    bare = empty_dossier("tr")
    lockup = Lockup(
        statement=Phrase(text="Funded", language="en"), alternative="AB bayrağı", disclaimer="Yalnızca biz."
    )
    given = html_of(replace(bare, cover=replace(bare.cover, lockup=lockup)))
    assert 'class="emblem"' not in html_of(bare)
    assert "#003399" not in html_of(bare)
    assert given.count('class="emblem"') == 1
    assert ">Funded</p>" in given
    assert "Yalnızca biz." in given


def test_logos_are_shown_as_far_as_they_are_there():
    bare = empty_dossier("tr")
    both = replace(bare, cover=replace(bare.cover, logos=("logo.png", "lost.png")))
    html = html_of(both, **{"logo.png": FOLDER / "logo.png"})
    assert [tag for tag in PICTURE.findall(html) if "logo" in tag or "lost" in tag] == [
        f'<img src="{(FOLDER / "logo.png").as_uri()}" alt="Masalköy Işıltı İlkokulu">'
    ]


def test_only_a_draft_bears_its_word():
    draft = empty_dossier("tr")
    assert ">TASLAK – dağıtılmaz<" in unquote(html_of(draft))
    assert "TASLAK" not in html_of(replace(draft, watermark=""))


def test_a_framework_with_other_pillars_is_set_as_well():
    bare = empty_dossier("tr")
    entry = PillarEntry(key="green", number=1, title=Phrase(text="Yeşil"), body=Phrase(text="Ağaç."))
    for pillars in ((), (entry,)):
        Outline(html_of(replace(bare, cover=replace(bare.cover, pillars=pillars))))


def test_a_voice_is_set_with_who_says_it_and_what_was_asked():
    pieces = (quotation("a", "model", "Kapı hiç kapanmadı.", role="parent", question="Neyi sevdiniz?"),)
    html = html_of(compose_dossier(edition_of(*pieces, language="en"))[0])
    voice = html[html.index('<article id="x-2.1"') :].partition("</article>")[0]
    assert '<a class="number" href="#r-2.1">2.1</a> <span>A parent</span>' in voice
    assert '<p class="asked" lang="tr">Neyi sevdiniz?</p>' in voice
    assert '<blockquote lang="tr">“Kapı hiç kapanmadı.”</blockquote>' in voice


def test_long_words_are_set_smaller():
    html = html_of(compose_dossier(edition_of(quotation("a", "model", "Kapı açıktı. " * 30)))[0])
    assert '<blockquote class="long">' in html


def test_lines_that_run_over_all_pages_are_in_one_family_that_has_their_letters():
    dossier = empty_dossier("tr")
    assert 'font: 7.5pt/3.5mm "Ubuntu", "Noto Sans",' in html_of(dossier)
    azerbaijani = replace(dossier, author="Bakı şəhəri 23 nömrəli məktəb")
    assert 'font: 7.5pt/3.5mm "Noto Sans", "Ubuntu",' in html_of(azerbaijani)


def test_a_draft_in_a_language_from_the_right_bears_its_word_in_text_alone():
    assert "rotate(-54" in unquote(html_of(replace(empty_dossier("tr"), watermark="TASLAK")))
    html = unquote(html_of(replace(empty_dossier("tr"), watermark="مسودة")))
    assert "rotate(-54" not in html
    assert '<p class="draft">مسودة</p>' in html


def test_a_dossier_from_the_right_is_mirrored():
    dossier = replace(empty_dossier("en"), language="ar")
    assert 'dir="rtl"' not in dossier_html(empty_dossier("en"), THEME, {}, {})
    html = dossier_html(dossier, THEME, {}, {})
    assert '<html lang="ar" dir="rtl">' in html
    assert "@top-right { content: string(section" in html
    assert "theme:css/leftwards.css" in html
