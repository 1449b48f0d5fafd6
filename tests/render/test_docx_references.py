import re

from portfolio.render.docx_references import PictureFile, References, StyleIds, language_tag
from portfolio.render.wordml import Markup

PIXEL = PictureFile(data=b"a", suffix=".jpg", width_px=400, height_px=200)


def test_an_anchor_becomes_a_name_that_word_keeps() -> None:
    references = References({})
    assert references.bookmark("exhibit-1.12") == "exhibit_1_12"
    assert references.bookmark("exhibit-1.12") == "exhibit_1_12"
    assert references.bookmark("2-plan") == "a_2_plan"
    long = [references.bookmark(f"{'x' * 60}{place}") for place in range(12)]
    assert len(set(long)) == 12
    assert all(len(name) <= 40 for name in long)


def test_names_that_word_takes_for_the_same_are_told_apart() -> None:
    references = References({})
    assert [references.bookmark(anchor) for anchor in ("a-1", "A-1", "a.1")] == ["a_1", "A_1_2", "a_1_3"]


def test_links_inside_to_addresses_and_to_nowhere() -> None:
    references = References({})
    words = Markup("<w:r/>")
    assert 'w:anchor="register_1_1"' in references.link("#register-1.1", words)
    assert 'r:id="rIdLink1"' in references.link("https://example.org/", words)
    assert 'r:id="rIdLink1"' in references.link("https://example.org/", words)
    assert references.link("file:///etc/passwd", words) == words
    assert references.addresses == {"rIdLink1": "https://example.org/"}


def test_the_same_bytes_are_stored_once_and_every_drawing_has_its_number() -> None:
    references = References({})
    drawn = [references.picture(PIXEL, (10.0, 5.0), "A hill", "1.1") for _ in range(2)]
    assert list(references.pictures) == ["rIdPicture1"]
    assert '<wp:docPr id="1"' in drawn[0]
    assert '<wp:docPr id="2"' in drawn[1]


def test_a_picture_keeps_its_proportions() -> None:
    assert PIXEL.within(100.0, 20.0) == (40.0, 20.0)
    assert PIXEL.within(30.0, 60.0) == (30.0, 15.0)


def test_a_style_that_is_lacking_is_plain_text_and_remembered() -> None:
    styles = StyleIds({"Normal": "Standard", "Lead": "Ingress"})
    assert (styles["Lead"], styles["Quote"], styles["Quote"]) == ("Ingress", "Standard", "Standard")
    assert styles.lacking == ["Quote"]


def test_languages_with_the_region_that_word_wants() -> None:
    tags = {code: language_tag(code) for code in ("tr", "sv", "en", "fr", "el", "fr-BE", "kmr", "")}
    assert tags == {
        "tr": "tr-TR", "sv": "sv-SE", "en": "en-GB", "fr": "fr-FR", "el": "el-GR", "fr-BE": "fr-BE",
        "kmr": "kmr", "": "",
    }  # fmt: skip


def test_an_exhibits_number_is_counted_by_a_field_that_says_where_it_jumps() -> None:
    references = References({})
    made = [
        references.numbered(number, style="Number", colour="#1F4E9C")
        for number in ("2.1", "2.2", "2.5", "E.1", "2.6", "2.3", "M1")
    ]
    fields = [re.findall(r"SEQ (.*?) \\\* MERGEFORMAT|<w:t [^>]*>([^<]*)<", markup) for markup in made]
    assert [[field or words for field, words in parts] for parts in fields] == [
        ["2.", r"exhibit_2 \* ARABIC", "1"],
        ["2.", r"exhibit_2 \* ARABIC", "2"],
        ["2.", r"exhibit_2 \* ARABIC \r 5", "5"],
        ["E.", r"exhibit_E \* ARABIC", "1"],
        ["2.", r"exhibit_2 \* ARABIC", "6"],
        ["2.", r"exhibit_2 \* ARABIC \r 3", "3"],
        ["M1"],
    ]
