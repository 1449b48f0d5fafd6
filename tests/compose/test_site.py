from compose.editions import document, edition_of, photo

from portfolio.compose.dossier import compose_dossier
from portfolio.compose.site import compose_site
from portfolio.model.blocks import PhotoRow
from portfolio.model.clearance import Audience
from portfolio.model.composed import items_in, pictures_in
from portfolio.model.document import SectionRole
from portfolio.model.site import heroes_in, photos_in

PIECES = (photo("a", "model"), photo("b", "students"), document("c", "students"))


def test_a_site_is_the_dossier_of_its_readers_word_for_word():
    edition = edition_of(*PIECES, audience=Audience.WEB)
    site, problems = compose_site(edition)
    assert (site.dossier, problems) == compose_dossier(edition)
    assert (site.title, site.language) == (site.dossier.title, "tr")
    assert list(pictures_in(site)) == list(pictures_in(site.dossier))
    assert set(items_in(site)) == set(items_in(site.dossier))


def test_every_pillar_with_a_section_can_be_chosen_and_says_what_is_shown():
    site, _ = compose_site(edition_of(*PIECES, language="en"))
    pillars = [section for section in site.dossier.sections if section.role is SectionRole.PILLAR]
    assert [choice.key for choice in site.choices] == [section.pillar for section in pillars]
    assert all(choice.title in choice.told for choice in site.choices)
    assert any("2 pieces" in choice.told for choice in site.choices)
    assert site.legend
    assert site.everything


def test_where_there_is_but_one_pillar_there_is_nothing_to_choose():
    site, _ = compose_site(edition_of(photo("a", "model")))
    assert site.choices == ()
    assert site.legend == ""


def test_photos_are_large_and_pages_of_papers_are_not():
    site, _ = compose_site(edition_of(*PIECES))
    photos = [
        exhibit.picture
        for section in site.dossier.sections
        for block in section.blocks
        if isinstance(block, PhotoRow)
        for exhibit in block.exhibits
    ]
    assert set(photos) <= {*heroes_in(site), *photos_in(site)}
    assert site.dossier.cover.picture in set(heroes_in(site))
    assert not [picture for picture in (*heroes_in(site), *photos_in(site)) if picture.page]
