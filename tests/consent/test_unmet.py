"""A line of the register that meets nobody is told; one that refuses or withdraws is an error."""

from dataclasses import replace

import pytest
from pieces import catalogue, piece, showing

from portfolio.consent.pupils import Pupil
from portfolio.consent.unmet import unmet_lines
from portfolio.model.clearance import ConsentEntry

PUPILS = (
    Pupil(who="Ayşe Yılmaz", groups=("4-A",), line=2),
    Pupil(who="Mehmet Demir", groups=("4-A",), line=3),
    Pupil(who="Zeynep Kaya", groups=("4-B",), line=4),
)
PHOTO = piece("3-ogrenciler/a.jpg", portrayal=showing("Ayşe Yılmaz"))


def line(who, *scopes, role="pupil", withdrawn=""):
    return ConsentEntry(
        who=who, role=role, scopes=scopes, given_on="2026-09-01", by="", expires_on="", withdrawn_on=withdrawn, note="",
        line=3,
    )  # fmt: skip


def told(*entries, pupils=PUPILS, gone=()):
    found = unmet_lines(catalogue(PHOTO), entries, pupils, "consent.csv", gone)
    assert {(each.where.file, each.where.line) for each in found} <= {("consent.csv", 3)}
    assert "Yılmaz" not in str([each.values for each in found])
    return [(each.code.removeprefix("consent."), str(each.severity)) for each in found]


def test_a_pupil_whom_the_list_does_not_know_is_told_and_stops_where_a_consent_ends():
    stranger = line("Ayse Yilmazz", "web")
    assert told(stranger) == [("unmet-pupil", "warning")]
    assert told(replace(stranger, withdrawn_on="2026-11-01")) == [("unmet-pupil", "error")]
    assert told(replace(stranger, scopes=())) == [("unmet-pupil", "error")]
    assert told(replace(stranger, scopes=(), role="")) == [("unmet-pupil", "error")]
    assert told(stranger, pupils=()) == []


@pytest.mark.parametrize(
    "who", ["Ayşe Yılmaz", "ayse yilmaz 4-A", "Yılmaz Ayşe", "Yılmaz, Ayşe", "Ayşe Yılmaz*", "Ayşe Y."]
)
def test_a_pupil_is_met_however_the_name_is_written(who):
    assert told(line(who, "web", withdrawn="2026-11-01")) == []


def test_staff_guests_and_groups_are_in_no_list_of_pupils():
    for role in ("staff", "guest", "group"):
        assert told(line("Elif Uçanhalı", role=role)) == []
    assert told(line("4-C öğrencileri")) == []


def test_a_file_that_is_not_there_is_told_with_the_nearest():
    assert told(line("dosya: 3-ogrenciler\\a.jpg", "web", withdrawn="2026-11-01")) == []
    assert told(line("file:3-ogrencilr/a.jpg", "web")) == [("unmet-file-near", "warning")]
    withdrawn = line("file:3-ogrenciler/", "web", withdrawn="2026-11-01")
    assert [severity for _, severity in told(withdrawn, pupils=())] == ["error"]
    deleted = line("file:gone.png", withdrawn="2026-11-01")
    assert [severity for _, severity in told(deleted, gone={"gone.png"})] == ["warning"]
