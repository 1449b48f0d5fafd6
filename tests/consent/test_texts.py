"""Pages that tell names or numbers in their picture are taken back from those who may not read them."""

from dataclasses import asdict
from datetime import date
from typing import Any

from pieces import caption, catalogue, piece, showing, sourced

from portfolio.consent.clearance import clear
from portfolio.consent.names import name_rule
from portfolio.consent.pupils import Pupil
from portfolio.consent.texts import personal_in_texts, withhold_telling
from portfolio.model.clearance import Audience, ConsentEntry
from portfolio.model.evidence import (
    UNKNOWN_PORTRAYAL,
    Certificate,
    EvidenceItem,
    Kind,
    Overruled,
    Portrayal,
    PortrayalState,
)
from portfolio.model.framework import PUPIL_CERTIFICATE
from portfolio.model.project import Narratives
from portfolio.model.redaction import Box, Redaction
from portfolio.model.text import Origin, Sourced

TODAY = date(2026, 11, 20)
PUPILS = (Pupil(who="Ayşe Yılmaz", groups=("4-A",), line=2), Pupil(who="Can Ak", groups=("4-A",), line=3))
NOBODY = Portrayal(state=PortrayalState.NONE)
IDENTITY = "10000000146"


def page(text: str, portrayal: Portrayal = NOBODY, **said: Any) -> EvidenceItem:
    return piece(
        "tutanak.pdf", media_type="application/pdf", kind=Kind.DOCUMENT, text=text, portrayal=portrayal, **said
    )


def line(who: str, *scopes: str, role: str = "pupil") -> ConsentEntry:
    return ConsentEntry(
        who=who,
        role=role,
        scopes=scopes,
        given_on="2026-09-15",
        by="",
        expires_on="",
        withdrawn_on="",
        note="",
        line=2,
    )


def verdict(item: EvidenceItem, *entries: ConsentEntry, audience: Audience = Audience.PRINT) -> str:
    """Why an audience may see a piece, or may not."""
    held = catalogue(item)
    rules = {each: name_rule(held, entries, PUPILS, each, today=TODAY) for each in Audience}
    clearances = clear(held, entries, PUPILS, today=TODAY, evaluator_default=False)
    found = withhold_telling(clearances, held, entries, rules, PUPILS, country="TR")
    (one,) = [each for each in found if each.audience is audience]
    assert one.allowed == (one.why.code in ("clearance.nobody", "clearance.consent", "clearance.no-picture"))
    return one.why.code


def test_minutes_that_name_a_pupil_are_not_shown_as_a_picture() -> None:
    assert verdict(page("Öğrenci meclisi: AYŞE YILMAZ söz aldı")) == "clearance.tells-names"
    assert verdict(page("Öğrenci meclisi: Ayşe Y. söz aldı")) == "clearance.nobody"


def test_a_pupil_who_agreed_to_the_full_name_may_be_read() -> None:
    assert verdict(page("Can Ak"), line("Can Ak", "print", "full name")) == "clearance.nobody"


def test_who_agreed_to_be_shown_in_a_piece_did_not_agree_to_be_named_in_it() -> None:
    told = page("Ayse Yilmaz (4-A) birinci oldu", showing("Ayşe Yılmaz"))
    assert verdict(told, line("Ayşe Yılmaz", "print")) == "clearance.tells-names"
    assert verdict(told, line("Ayşe Yılmaz", "print", "full name")) == "clearance.consent"
    both = line("Ayşe Yılmaz", "print", "web")
    for_web = ConsentEntry(**{**asdict(both), "scopes": ("web", "full name")})
    assert verdict(told, both, for_web) == "clearance.tells-names"
    assert verdict(told, both, for_web, audience=Audience.WEB) == "clearance.consent"
    by_file = line("file:tutanak.pdf", "print", role="")
    assert verdict(told, line("Ayşe Yılmaz", "print"), by_file) == "clearance.consent"


def test_staff_who_agreed_is_named_on_a_page() -> None:
    told = page("Katılım belgesi: Elif Uçan", showing("Elif Uçan"))
    assert verdict(told, line("Elif Uçan", "print", role="staff")) == "clearance.consent"


def test_a_pupils_certificate_is_cleared_by_its_holder_alone() -> None:
    holder = Sourced(value="Can Ak", origin=Origin.DOCUMENT, where="tutanak.pdf")
    held = page("Can Ak", UNKNOWN_PORTRAYAL, certificate=Certificate(kind=PUPIL_CERTIFICATE, matched="", holder=holder))
    assert verdict(held, line("Can Ak", "print")) == "clearance.consent"
    both = page("Can Ak, Ayşe Yılmaz", UNKNOWN_PORTRAYAL, certificate=held.certificate)
    assert verdict(both, line("Can Ak", "print")) == "clearance.tells-names"
    assert verdict(held, line("Can Ak", "evaluator")) == "clearance.refused"
    assert verdict(held) == "clearance.not-registered"


def test_an_identity_number_or_a_mobile_number_is_never_shown() -> None:
    assert verdict(page(f"T.C. kimlik no {IDENTITY}")) == "clearance.tells-numbers"
    assert verdict(page("Veli: 0532 123 45 67")) == "clearance.tells-numbers"
    assert verdict(page("Okul: 0312 413 10 00, ayse@example.org")) == "clearance.nobody"


def test_a_box_somewhere_does_not_switch_off_the_check_of_a_page() -> None:
    told = f"Ayse Yilmaz birinci oldu\nT.C. {IDENTITY} tel 0532 123 45 67"
    box = Redaction(cover=(Box(left=0.5, top=0.55, width=0.3, height=0.25),))
    unrecognisable = Portrayal(state=PortrayalState.UNRECOGNISABLE)
    for text, why in ((told, "clearance.tells-numbers"), ("Ayse Yilmaz birinci oldu", "clearance.tells-names")):
        assert verdict(page("", unrecognisable, veiled=text, redaction=box)) == why
        photo = piece("belge.jpg", veiled=text, redaction=box, portrayal=unrecognisable, raster=object())
        assert verdict(photo) == why


def test_what_was_recognised_in_a_photographed_page_counts_as_its_text() -> None:
    photo = piece("belge.jpg", text="AYSE YILMAZ", recognised="tur+eng", portrayal=NOBODY, raster=object())
    assert verdict(photo) == "clearance.tells-names"


def test_a_table_that_is_read_column_by_column_is_withheld() -> None:
    told = page("Ayse\nCan\nYilmaz\nAk")
    assert verdict(told) == "clearance.may-tell-names"
    both = (line("Ayşe Yılmaz", "print", "full name"), line("Can Ak", "print", "full name"))
    assert verdict(told, *both) == "clearance.nobody"
    assert verdict(told, *both, audience=Audience.WEB) == "clearance.may-tell-names"


def test_a_text_that_is_set_anew_is_shortened_and_not_withheld() -> None:
    note = piece("not.txt", media_type="text/plain", kind=Kind.DOCUMENT, text="Ayşe Yılmaz")
    assert verdict(note) == "clearance.no-picture"


def test_the_register_decides_about_a_file() -> None:
    told = page("Ayşe Yılmaz")
    assert verdict(told, line("file:tutanak.pdf", "print", role="")) == "clearance.consent"
    assert verdict(told, line("file:tutanak.pdf", "web", role="")) == "clearance.refused"


def default(item: EvidenceItem) -> str:
    held = catalogue(item)
    lines = (line("5-C", "evaluator", role="group"),)
    rules = {each: name_rule(held, lines, PUPILS, each, today=TODAY) for each in Audience}
    cleared = clear(held, lines, PUPILS, today=TODAY, evaluator_default=True)
    found = withhold_telling(cleared, held, lines, rules, PUPILS, country="TR")
    return next(each.why.code for each in found if each.audience is Audience.EVALUATOR)


def test_the_schools_default_shows_nobody_who_is_named_beside_the_picture() -> None:
    assert default(piece("bahçe.jpg")) == "clearance.school-default"
    assert default(piece("Ayse-Yilmaz.jpg")) == "clearance.named-beside"
    assert default(piece("a.jpg", caption=caption("Ayşe Yılmaz okuyor"))) == "clearance.named-beside"
    assert default(piece("a.jpg", place=sourced("Ayşe Yılmaz’ın evi"))) == "clearance.named-beside"
    assert default(piece("a.jpg", credit=sourced("Foto: Can Ak"))) == "clearance.named-beside"
    weaker = Overruled(field="caption", said=sourced("Can Ak"))
    assert default(piece("a.jpg", overruled=(weaker,))) == "clearance.named-beside"
    assert default(piece("a.jpg", text="CAN AK", recognised="tur")) == "clearance.named-beside"


def test_the_schools_default_shows_no_class_that_is_named_beside_the_picture() -> None:
    for told in ("4-A okuma saati", "4/A sınıfı", "5-C gezisi"):
        assert default(piece("a.jpg", caption=caption(told))) == "clearance.named-beside"
    assert default(piece("3-ogrenciler/4-A/a.jpg")) == "clearance.named-beside"
    for plain in ("3-ogrenciler/a.jpg", "IMG_20251014_101532.jpg", "4-rol-model/açık kapı günü.jpg", "7-B/a.jpg"):
        assert default(piece(plain)) == "clearance.school-default"


def test_a_number_in_a_text_of_the_school_is_told_with_its_place_and_without_itself() -> None:
    told = piece("a.jpg", caption=caption(f"Veli 0532 123 45 67, kimlik {IDENTITY}"), credit=sourced("ali@gmail.com"))
    narratives = Narratives(
        texts={"model": {"tr": "Yazın: ayse@example.org"}, "model/plan": {"tr": "Okul 0312 413 10 00"}}
    )
    found = personal_in_texts(catalogue(told), narratives, country="TR")
    assert [(problem.code, problem.where and problem.where.file) for problem in found] == [
        ("consent.personal.mail", "narrative/model.tr.md"),
        ("consent.personal.phone", "captions.csv"),
        ("consent.personal.identity-number", "captions.csv"),
        ("consent.personal.mail", "captions.csv"),
    ]
    assert "0532" not in repr(found)
    assert personal_in_texts(catalogue(), narratives, country="TR", public=("ayse@example.org",)) == ()
