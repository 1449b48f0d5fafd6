import pytest
from intake.evidence import PACK

from portfolio.intake.voices import Speaker, agreement_in, role_in, speaker_in, voices
from portfolio.model.evidence import SPEAKERS


@pytest.mark.parametrize(
    ("written", "role", "name"),
    [
        ("Ayşe Y., veli", "parent", "Ayşe Y."),
        ("Bir 3. sınıf velisi", "parent", ""),
        ("3-A velisi", "parent", ""),
        ("Elif (4-A)", "pupil", "Elif"),
        ("Öğretmen Ada B.", "teacher", "Ada B."),
        ("Okulumuzun müdür yardımcısı", "head", ""),
        ("En förälder i klass 4B", "parent", ""),
        ("Une mère", "parent", ""),
        ("Anna Nowak – nauczycielka", "teacher", "Anna Nowak"),
        ("Partner teacher", "partner", ""),
        ("Μια μητέρα", "parent", "Μια"),  # whatever may be a name is taken for one
        ("Elif", "", "Elif"),
        ("", "", ""),
    ],
)
def test_who_speaks_is_told_by_role_or_name(written: str, role: str, name: str) -> None:
    assert speaker_in(written) == Speaker(role=role, name=name)


def test_the_longer_word_for_a_role_is_meant() -> None:
    assert role_in("partner teacher") == "partner"
    assert role_in("teacher") == "teacher"
    assert role_in("veliaht") == ""


def test_every_role_that_is_known_can_be_worded() -> None:
    assert set(voices().roles.values()) == set(SPEAKERS)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("evet", "yes"),
        ("Evet, adım yazılmadan", "yes"),
        ("İzin veriyorum", "yes"),
        ("İzin vermiyorum", "İzin vermiyorum"),
        ("I do not agree", "I do not agree"),
        ("Hayır.", "no"),
        ("web, baskı", "web, baskı"),
        ("", ""),
    ],
)
def test_an_agreement_is_a_clear_yes(written: str, meant: str) -> None:
    assert agreement_in(written, PACK.answers) == meant
