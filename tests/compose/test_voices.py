from compose.editions import edition_of, photo, project, quotation

from portfolio.compose.dossier import compose_dossier
from portfolio.compose.selection import select
from portfolio.compose.voices import set_voices
from portfolio.model.blocks import ExhibitList, Paragraph, VoiceList
from portfolio.model.clearance import Audience
from portfolio.model.document import exhibits_in
from portfolio.model.text import Phrase

LONG = "Bu yıl planlarımı tek başıma yapmadım; üç okulun öğretmenleri aynı masaya oturmuş gibi çalıştık."


def voices(*pieces, **options):
    edition = edition_of(*pieces, **options)
    section = set_voices(edition, select(edition))
    return section.blocks[0].voices if section else ()


def test_what_is_said_stands_in_quotation_marks_with_who_says_it():
    (voice,) = voices(quotation("a", "model", LONG, role="teacher"))
    assert (voice.words.text, voice.by) == (f"“{LONG}”", Phrase(text="Bir öğretmen"))
    assert (voice.exhibit.number, voice.exhibit.anchor, voice.exhibit.register) == ("2.1", "x-2.1", "r-2.1")
    assert (voice.exhibit.caption, voice.exhibit.details) == (None, ())


def test_words_without_translation_keep_their_language():
    (voice,) = voices(quotation("a", "model", "Kapı hiç kapanmadı.", role="veli"), language="en")
    assert (voice.words.language, voice.by.language) == ("tr", "tr")


def test_answers_to_one_question_name_it_once():
    asked = "En çok neyi beğendiniz?"
    said = voices(
        quotation("a", "model", "Oyunu.", question=asked),
        quotation("b", "model", "Kapıyı.", question=asked),
        quotation("c", "model", "Hepsini."),
    )
    assert [voice.asked.text if voice.asked else "" for voice in said] == [asked, "", ""]


def test_a_voice_is_shown_once_and_cited_in_its_pillar():
    dossier, _ = compose_dossier(edition_of(quotation("a", "model", "Oyunu."), photo("b", "model"), language="en"))
    assert [exhibit.number for exhibit in exhibits_in(dossier)] == ["2.1", "2.2"]
    pillar = next(part for part in dossier.sections if part.anchor == "pillar-model")
    assert not any(isinstance(block, ExhibitList | VoiceList) for block in pillar.blocks)
    notes = ["".join(run.text for run in block.runs) for block in pillar.blocks if isinstance(block, Paragraph)]
    assert notes == ["What people say about this: 2.2"]


def test_a_voice_that_no_pillar_has_stays_with_what_is_not_placed():
    edition = edition_of(quotation("a", "", "Oyunu."), audience=Audience.PRIVATE)
    dossier, _ = compose_dossier(edition)
    assert [part.anchor for part in dossier.sections if any(isinstance(b, ExhibitList) for b in part.blocks)] == [
        "unplaced"
    ]


def test_no_more_than_are_shown():
    few = project(max_exhibits=1)
    assert len(voices(quotation("a", "model", "Bir."), quotation("b", "model", "İki."), of=few)) == 1
    assert voices(photo("a", "model")) == ()
