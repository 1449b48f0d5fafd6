"""How consents stand is told in numbers; what ends soon is told in time, by line."""

from datetime import date

from portfolio.consent.overview import Standing, expiring, overview
from portfolio.consent.pupils import Pupil
from portfolio.model.clearance import ConsentEntry

TODAY = date(2026, 11, 20)


def entry(who, *scopes, line=2, given="2025-09-15", expires="", withdrawn=""):
    return ConsentEntry(
        who=who,
        role="",
        scopes=scopes,
        given_on=given,
        by="",
        expires_on=expires,
        withdrawn_on=withdrawn,
        note="",
        line=line,
    )


def pupil(who, form="4-A"):
    return Pupil(who=who, groups=(form,), line=2)


def warned(*entries):
    """(line, day, lines) of each warning."""
    found = expiring(entries, "consent.csv", TODAY)
    assert {problem.code for problem in found} <= {"consent.expires-soon"}
    return [
        (problem.where.line, dict(problem.values)["day"], dict(problem.values)["lines"])
        for problem in found
        if problem.where
    ]


def test_each_class_stands_as_its_pupils_do(tmp_path):
    people = [pupil(name) for name in ("Ada Ak", "Can Su", "Ege Kaya", "Işıl Şen", "Naz Bulut", "Efe Dere")]
    entries = [
        entry("ADA AK", "evaluator", "print"),
        entry("Can Su"),
        entry("Ege Kaya", "evaluator", withdrawn="2026-01-01"),
        entry("Işıl Şen", "web", expires="2026-06-19"),
        entry("Naz Bulut", "evaluator", expires="2027-01-19"),
        entry("Elif Uçanhalı", "evaluator", "print", "web"),
        entry("file:a.jpg", "web"),
    ]
    assert overview(entries, [*people, pupil("Oya Yel", "4-B")], TODAY) == (
        Standing(
            form="4-A",
            people=6,
            valid=(2, 1, 0),
            unanswered=1,
            refused=1,
            withdrawn=1,
            expired=1,
            expiring=1,
        ),
        Standing(form="4-B", people=1, valid=(0, 0, 0), unanswered=1, refused=0, withdrawn=0, expired=0, expiring=0),
        Standing(form="", people=1, valid=(1, 1, 1), unanswered=0, refused=0, withdrawn=0, expired=0, expiring=0),
    )


def test_a_class_written_in_two_ways_is_one():
    assert [each.people for each in overview((), [pupil("A B", "4-A"), pupil("C D", "4/a")], TODAY)] == [2]


def test_sixty_days_before_its_end_a_consent_is_named():
    assert warned(entry("A", "web", expires="2027-01-19", line=7)) == [(7, "2027-01-19", "7")]
    assert warned(entry("A", "web", expires="2027-01-20")) == []
    assert warned(entry("A", "web", expires="2026-11-20")) == [(2, "2026-11-20", "2")]
    assert warned(entry("A", "web", expires="2026-11-19")) == []


def test_several_ends_of_one_day_are_one_warning():
    same = [
        entry(name, "web", expires="2026-12-31", line=line) for name, line in (("A", 9), ("B", 4), ("C", 30), ("E", 10))
    ]
    assert warned(*same, entry("D", "web", expires="2026-12-01", line=8)) == [
        (8, "2026-12-01", "8"),
        (4, "2026-12-31", "4, 9–10, 30"),
    ]


def test_what_is_renewed_or_over_anyway_is_not_named():
    old = entry("A", "web", expires="2026-12-31")
    assert warned(old, entry("a", "web", given="2026-11-01", expires="2027-12-31")) == []
    assert warned(old, entry("A", "evaluator", given="2026-11-01", expires="2027-12-31")) != []
    assert warned(entry("A", "web", expires="2026-12-31", withdrawn="2026-01-01")) == []
    assert warned(entry("A", expires="2026-12-31")) == []


def test_a_warning_never_names_anybody():
    assert "Gizli" not in repr(expiring([entry("Gizli Kişi", "web", expires="2026-12-31")], "consent.csv", TODAY))


def test_pupils_of_one_name_stand_each_for_themselves():
    pupils = [pupil("Ali Cam"), pupil("Ali Çam", "4-B")]
    found = overview([entry("Ali Cam", "print"), entry("Ali Çam 4-B", "print")], pupils, TODAY)
    assert [(each.form, each.valid, each.unanswered) for each in found] == [
        ("4-A", (0, 0, 0), 1),
        ("4-B", (0, 1, 0), 0),
    ]
