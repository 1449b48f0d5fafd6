"""Whose full name may be told to whom."""

from datetime import date

import pytest
from pieces import catalogue, piece, showing

from portfolio.consent.names import name_rule
from portfolio.consent.pupils import Pupil
from portfolio.consent.roles import role_of
from portfolio.model.clearance import Audience, ConsentEntry
from portfolio.model.evidence import Certificate, Kind
from portfolio.model.framework import PUPIL_CERTIFICATE
from portfolio.model.text import Origin, Sourced

TODAY = date(2026, 11, 20)
PUPILS = (
    Pupil(who="Ayşe Kaya Yılmaz", groups=("4-A",), line=2, surname="Kaya Yılmaz"),
    Pupil(who="Can Ak", groups=("4-A", "Eko Kulübü"), line=3),
)


def line(who: str, role: str, *scopes: str, expires: str = "") -> ConsentEntry:
    return ConsentEntry(
        who=who,
        role=role,
        scopes=scopes,
        given_on="2026-09-15",
        by="",
        expires_on=expires,
        withdrawn_on="",
        note="",
        line=2,
    )


def told(text: str, *entries: ConsentEntry, audience: Audience = Audience.PRINT, pupils=PUPILS, items=(), public=()):
    """What an audience reads of a text."""
    rule = name_rule(catalogue(*items), entries, pupils, audience, today=TODAY, public=public)
    return rule.hide(text)


@pytest.mark.parametrize("audience", Audience)
def test_a_pupil_is_called_by_first_name_and_initial_whatever_may_be_shown(audience: Audience) -> None:
    clear = line("Can Ak", "pupil", "evaluator", "print", "web")
    assert told("Can Ak ve Ayşe Yılmaz", clear, audience=audience) == "Can A. ve Ayşe Y."


def test_the_school_decides_otherwise_for_one_pupil_and_audience() -> None:
    named = line("Can Ak", "pupil", "print", "full name")
    assert told("Can Ak", named) == "Can Ak"
    assert told("Can Ak", named, audience=Audience.WEB) == "Can A."


def test_that_decision_ends_as_any_consent_does() -> None:
    assert told("Can Ak", line("Can Ak", "pupil", "print", "full name", expires="2026-06-30")) == "Can A."
    refused = line("Can Ak", "pupil")
    assert told("Can Ak", line("Can Ak", "pupil", "print", "full name"), refused) == "Can A."


def test_who_is_in_the_register_without_a_role_counts_as_a_pupil() -> None:
    assert told("Efe Uz", line("Efe Uz", "", "print")) == "Efe U."


PUPILS_ROLES = [
    "4-A sınıfı öğrencisi",
    "Schüler",
    "öğr.",
    "kız",
    "veli çocuğu",
    "learner",
    "alumno",
    "uczeń",
    "girl",
    "talebe",
]


@pytest.mark.parametrize("role", [*PUPILS_ROLES, "gökbilimci"])
def test_a_role_that_is_a_pupils_or_not_known_names_nobody_in_full(role: str) -> None:
    assert told("Efe Uz", line("Efe Uz", role_of(role), "print"), audience=Audience.PRIVATE) == "Efe U."
    assert told("Efe Uz", line("Efe Uz", role_of(role), "print"), line("Efe Uz", "staff", "print")) == "Efe U."


@pytest.mark.parametrize("role", ["staff", "guest"])
def test_all_others_are_named_by_their_own_consent(role: str) -> None:
    teacher = line("Elif Uçan", role, "print")
    assert told("Elif Uçan", teacher) == "Elif Uçan"
    assert told("Elif Uçan", teacher, audience=Audience.WEB) == "Elif U."
    assert told("Elif Uçan", teacher, audience=Audience.PRIVATE) == "Elif Uçan"


def test_a_group_is_no_persons_name() -> None:
    assert told("Eko Kulübü ve Doğa Dostları", line("Doğa Dostları", "group", "print")) == "Eko Kulübü ve Doğa Dostları"


def test_a_group_under_another_wording_is_no_persons_name_either() -> None:
    shown = piece("a.jpg", portrayal=showing("Eko Grubu", "Eko Toprak"))
    assert told("Eko Grubu, Eko Toprak", items=(shown,)) == "Eko Grubu, Eko T."


def test_who_stands_in_no_list_but_is_said_to_be_in_a_picture_is_not_named_in_full() -> None:
    assert (
        told("Yabancı Biri burada", items=(piece("a.jpg", portrayal=showing("Yabancı Biri")),)) == "Yabancı B. burada"
    )


def test_the_holder_of_a_pupils_certificate_is_not_named_in_full() -> None:
    holder = Sourced(value="Yabancı Biri", origin=Origin.DOCUMENT, where="a.pdf")
    certificate = Certificate(kind=PUPIL_CERTIFICATE, matched="", holder=holder)
    held = piece("a.pdf", kind=Kind.CERTIFICATE, certificate=certificate)
    assert told("Yabancı Biri", items=(held,)) == "Yabancı B."


def test_the_schools_own_name_and_its_heads_are_public_unless_the_register_says_no() -> None:
    public = ("Can Ak İlkokulu", "Feride Kaf")
    assert told("Can Ak İlkokulu, Feride Kaf", public=public) == "Can Ak İlkokulu, Feride Kaf"
    assert told("Feride Kaf", line("Feride Kaf", "staff"), public=public) == "Feride K."


def test_of_two_pupils_of_one_name_neither_is_named_by_the_other_s_answer() -> None:
    twins = (Pupil(who="Ali Cam", groups=("4-A",), line=2), Pupil(who="Ali Cam", groups=("4-B",), line=3))
    plain, of_a, of_b = (
        line(who, "pupil", "print", "full name") for who in ("Ali Cam", "Ali Cam 4-A", "Ali Çam (4-B)")
    )
    assert told("Ali Cam, 4-A", plain, pupils=twins) == told("Ali Cam, 4-A", of_a, pupils=twins) == "Ali C., 4-A"
    assert told("Ali Cam, 4-A", of_a, of_b, pupils=twins) == "Ali Cam, 4-A"
    assert told("Ali Cam", of_a, of_b, line("Ali Çam", "pupil"), pupils=twins) == "Ali C."


def test_the_class_behind_a_name_is_no_part_of_it() -> None:
    assert told("Efe Uz geldi", line("Efe Uz (3-B)", "pupil", "print"), pupils=()) == "Efe U. geldi"


def test_a_pupil_called_as_a_teacher_is_not_named_by_the_teachers_consent() -> None:
    assert told("Can Ak", line("Can Ak", "staff", "print")) == "Can A."


def test_a_line_about_a_short_name_names_nobody_in_full() -> None:
    assert told("Can Ak", line("Can A.", "pupil", "print", "full name")) == "Can A."
