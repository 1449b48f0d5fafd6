"""Nothing goes out that is not known to be allowed."""

from dataclasses import replace
from datetime import date

import pytest
from pieces import catalogue, piece, showing, sourced

from portfolio.consent.clearance import clear, unknown_people
from portfolio.consent.pupils import Pupil
from portfolio.model.clearance import Audience, ConsentEntry
from portfolio.model.evidence import Certificate, Kind, PartnerConsent, Portrayal, PortrayalState, Quotation
from portfolio.model.problem import reason
from portfolio.model.redaction import HIDDEN, Box, Redaction
from portfolio.model.text import local

TODAY = date(2026, 11, 20)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def entry(who, *scopes, given="2025-09-15", expires="", withdrawn=""):
    return ConsentEntry(
        who=who,
        role="pupil",
        scopes=scopes,
        given_on=given,
        by="mother",
        expires_on=expires,
        withdrawn_on=withdrawn,
        note="",
        line=2,
    )


def stated(state):
    return Portrayal(state=state, by="captions.csv:2")


def verdicts(item, *entries, pupils=(), evaluator_default=False):
    """Audience → (allowed, reason) of one piece."""
    found = clear(catalogue(item), entries, pupils, today=TODAY, evaluator_default=evaluator_default)
    assert {clearance.item for clearance in found} == {item.id}
    return {str(each.audience): (each.allowed, each.why.code.removeprefix("clearance.")) for each in found}


def printed(item, *entries):
    """What holds for print."""
    return verdicts(item, *entries)["print"]


def test_that_somebody_withdrew_weighs_more_than_that_another_is_not_registered():
    both = piece("a.jpg", portrayal=showing("Nobody Knows", "Mert"))
    assert printed(both, entry("Mert", "print", withdrawn="2026-06-02")) == (False, "withdrawn")
    assert printed(both, entry("Mert", "print")) == (False, "not-registered")


def test_each_piece_is_judged_for_each_audience_that_is_handed_something():
    found = clear(catalogue(piece("a.jpg"), piece("b.jpg")), (), today=TODAY, evaluator_default=False)
    assert [(each.item, each.audience) for each in found] == [
        ("E-a.jpg", Audience.EVALUATOR),
        ("E-a.jpg", Audience.PRINT),
        ("E-a.jpg", Audience.WEB),
        ("E-b.jpg", Audience.EVALUATOR),
        ("E-b.jpg", Audience.PRINT),
        ("E-b.jpg", Audience.WEB),
    ]


def test_besides_those_named_somebody_may_be_unknown():
    both = Portrayal(state=PortrayalState.UNKNOWN, persons=("Ada B.",), by="captions.csv:2")
    photo = piece("a.jpg", portrayal=both)
    everywhere = ("evaluator", "print", "web")
    assert printed(photo, entry("Ada B.", *everywhere)) == (False, "unknown")
    assert printed(photo, entry("Ada B.", *everywhere), entry("file:a.jpg", *everywhere)) == (True, "consent")
    refused = verdicts(photo, entry("Ada B."), evaluator_default=True)
    assert refused["evaluator"] == (False, "refused")


def test_what_shows_nobody_recognisable_is_cleared():
    assert printed(piece("a.jpg", portrayal=stated(PortrayalState.NONE))) == (True, "nobody")
    assert printed(piece("a.jpg", portrayal=stated(PortrayalState.UNRECOGNISABLE))) == (True, "unrecognisable")


def test_what_is_barred_is_shown_to_nobody_whoever_agreed():
    held = {"barred": reason("clearance.redaction"), "redaction": HIDDEN}
    for portrayal in (stated(PortrayalState.NONE), showing("Ada")):
        photo = piece("a.jpg", portrayal=portrayal, **held)
        found = verdicts(photo, entry("Ada", "evaluator", "print", "web"), evaluator_default=True)
        assert set(found.values()) == {(False, "redaction")}


def test_a_redaction_alone_clears_nobody():
    covered = Redaction(cover=(Box(left=0, top=0, width=0.5, height=0.5),))
    assert set(verdicts(piece("a.jpg", redaction=covered)).values()) == {(False, "unknown")}
    photo = piece("a.jpg", redaction=covered, portrayal=stated(PortrayalState.UNRECOGNISABLE))
    assert printed(photo) == (True, "unrecognisable")
    assert printed(piece("a.jpg", redaction=covered, portrayal=showing("Ada"))) == (False, "not-registered")


def guests(*names, groups=()):
    """Children of a partner school, and perhaps pupils of ours."""
    return replace(showing(*names, groups=groups), partner=True)


def cleared_by(school, *audiences, on="2025-03-04"):
    return sourced(PartnerConsent(school=school, on=on, audiences=audiences))


def test_children_of_a_partner_school_are_shown_to_whom_their_school_says():
    assert set(verdicts(piece("a.jpg", portrayal=guests()), evaluator_default=True).values()) == {(False, "partner")}
    dante, fabel = cleared_by("IC Dante", "evaluator"), cleared_by("Fabelskolan", "evaluator", "web")
    assert verdicts(piece("a.jpg", portrayal=guests(), partners=(dante,))) == {
        "evaluator": (True, "partner-agreed"),
        "print": (False, "refused"),
        "web": (False, "refused"),
    }
    assert verdicts(piece("a.jpg", portrayal=guests(), partners=(fabel,)))["web"] == (True, "partner-agreed")
    assert verdicts(piece("a.jpg", portrayal=guests(), partners=(dante, fabel)))["web"] == (False, "refused")
    later = cleared_by("IC Dante", "evaluator", on="2026-11-21")
    assert verdicts(piece("a.jpg", portrayal=guests(), partners=(later,)))["evaluator"] == (False, "not-yet")


def test_of_several_partner_schools_one_does_not_speak_for_the_others():
    several = replace(guests(), partners=True)
    dante, fabel = cleared_by("IC Dante", "print"), cleared_by("Fabelskolan", "print")
    again = cleared_by("IC DANTE", "print", on="2025-03-05")
    assert printed(piece("a.jpg", portrayal=several, partners=(dante, again))) == (False, "partner")
    assert printed(piece("a.jpg", portrayal=several, partners=(dante, fabel))) == (True, "partner-agreed")


def test_a_partner_school_speaks_for_its_own_children_only():
    dante = cleared_by("IC Dante", "print")
    both = piece("a.jpg", portrayal=guests("Ada"), partners=(dante,))
    assert printed(both) == (False, "not-registered")
    assert printed(both, entry("Ada", "print")) == (True, "consent")
    assert printed(both, entry("Ada", "evaluator")) == (False, "refused")
    ours = piece("a.jpg", portrayal=showing("Ada"), partners=(dante,))
    assert printed(ours) == (False, "not-registered")
    assert printed(piece("a.jpg", partners=(dante,))) == (False, "unknown")
    unsure = Portrayal(state=PortrayalState.UNKNOWN, partner=True, by="captions.csv:2")
    assert printed(piece("a.jpg", portrayal=unsure, partners=(dante,))) == (False, "unknown")
    absent = replace(guests(groups=("4-A",)), absent=("Ada",))
    found = verdicts(
        piece("a.jpg", portrayal=absent, partners=(dante,)), pupils=(Pupil(who="Ada", groups=("4-A",), line=2),)
    )
    assert found["print"] == (False, "unnamed")


def test_the_register_ends_what_a_partner_school_cleared():
    photo = piece("a.jpg", portrayal=guests(), partners=(cleared_by("IC Dante", "print"),))
    assert printed(photo) == (True, "partner-agreed")
    assert printed(photo, entry("file:a.jpg")) == (False, "refused")
    assert printed(photo, entry("file:a.jpg", "print", withdrawn="2026-01-01")) == (False, "withdrawn")
    allowed = entry("file:a.jpg", "print")
    assert printed(piece("a.jpg", portrayal=guests()), allowed) == (False, "partner")  # no file clears another's child


@pytest.mark.parametrize("media_type", ["image/jpeg", "application/pdf", DOCX])
def test_what_nobody_spoke_of_is_not_cleared(media_type):
    item = piece("a", media_type=media_type)
    assert set(verdicts(item).values()) == {(False, "unknown")}


@pytest.mark.parametrize("media_type", ["text/plain", "text/markdown", "text/csv", "application/yaml", XLSX])
def test_tables_and_plain_texts_hold_no_picture(media_type):
    assert set(verdicts(piece("a", media_type=media_type)).values()) == {(True, "no-picture")}


def test_a_school_may_show_the_evaluator_what_is_merely_unknown():
    found = verdicts(piece("a.jpg"), evaluator_default=True)
    assert found == {"evaluator": (True, "school-default"), "print": (False, "unknown"), "web": (False, "unknown")}
    for refused in (entry("Ada"), entry("Ada", "evaluator", withdrawn="2026-01-01")):
        shown = verdicts(piece("a.jpg", portrayal=showing("Ada")), refused, evaluator_default=True)
        assert not shown["evaluator"][0]
    assert not verdicts(piece("a.jpg", portrayal=showing("Ada")), evaluator_default=True)["evaluator"][0]


def test_everybody_needs_a_consent_for_the_audience():
    photo = piece("a.jpg", portrayal=showing("Ada Billurköşk", groups=("4-A",)))
    ada, group = entry("Ada Billurköşk", "evaluator", "print"), entry("4-A", "evaluator")
    assert verdicts(photo, ada, group) == {
        "evaluator": (True, "consent"),
        "print": (False, "refused"),
        "web": (False, "refused"),
    }
    assert verdicts(photo, group)["evaluator"] == (False, "not-registered")


@pytest.mark.parametrize("written", ["IŞIL YILDIZ", "ışıl  yıldız", "Isil Yildiz", "Işıl Yıldız"])
def test_names_are_found_however_they_are_written(written):
    assert printed(piece("a.jpg", portrayal=showing(written)), entry("Işıl Yıldız", "print")) == (True, "consent")


@pytest.mark.parametrize("written", ["4-A", "4A", "4 / a", "4.A"])
def test_classes_are_found_however_they_are_written(written):
    photo = piece("a.jpg", portrayal=showing(groups=(written,)))
    assert printed(photo, entry("4-A", "print")) == (True, "consent")
    assert printed(photo, entry("4-B", "print"), entry("14-A", "print")) == (False, "not-registered")


def test_people_that_nobody_named_are_not_cleared():
    assert set(verdicts(piece("a.jpg", portrayal=showing())).values()) == {(False, "unnamed")}


@pytest.mark.parametrize(
    ("consent", "verdict"),
    [
        (entry("Ada", "print"), (True, "consent")),
        (entry("Ada", "print", given="2026-11-20"), (True, "consent")),
        (entry("Ada", "print", given="2026-11-21"), (False, "not-yet")),
        (entry("Ada", "print", expires="2026-11-20"), (True, "consent")),
        (entry("Ada", "print", expires="2026-11-19"), (False, "expired")),
        (entry("Ada", "print", withdrawn="2026-11-20"), (False, "withdrawn")),
        (entry("Ada", "print", withdrawn="2026-11-21"), (True, "consent")),
        (entry("Ada", "web"), (False, "refused")),
        (entry("Ada"), (False, "refused")),
    ],
)
def test_a_consent_holds_from_its_day_to_its_last(consent, verdict):
    assert printed(piece("a.jpg", portrayal=showing("Ada")), consent) == verdict


@pytest.mark.parametrize(
    ("consents", "verdict"),
    [
        # one line for each purpose
        ([entry("Ada", "web"), entry("Ada", "print")], (True, "consent")),
        # renewed after it had expired
        ([entry("Ada", "print", expires="2026-06-30"), entry("Ada", "print", given="2026-09-14")], (True, "consent")),
        # withdrawn, whichever line the other stands in
        ([entry("Ada", "print", withdrawn="2026-06-02"), entry("Ada", "print")], (False, "withdrawn")),
        ([entry("Ada", "print"), entry("Ada", "print", withdrawn="2026-06-02")], (False, "withdrawn")),
        # given again later
        ([entry("Ada", "print", withdrawn="2026-06-02"), entry("Ada", "print", given="2026-09-14")], (True, "consent")),
        # withdrawn for the web only
        ([entry("Ada", "web", withdrawn="2026-06-02"), entry("Ada", "print")], (True, "consent")),
        # a line without any scope refuses; two pupils may bear one name
        ([entry("Ada", "print"), entry("Ada", given="")], (False, "refused")),
        ([entry("Ada", given="2025-10-01"), entry("Ada", "print", given="2025-09-15")], (False, "refused")),
        ([entry("Ada", given="2024-10-01"), entry("Ada", "print", given="2025-09-15")], (True, "consent")),
    ],
)
def test_several_lines_of_one_person(consents, verdict):
    assert printed(piece("a.jpg", portrayal=showing("Ada")), *consents) == verdict


def test_a_line_may_speak_of_a_file_itself():
    photo = piece("4-rol-model/Satula'dan.jpg")
    line = entry("file:4-rol-model/satula'dan.jpg", "print")
    assert verdicts(photo, line) == {
        "evaluator": (False, "refused"),
        "print": (True, "consent"),
        "web": (False, "refused"),
    }
    assert printed(photo, replace(line, withdrawn_on="2026-01-01")) == (False, "withdrawn")
    named = replace(photo, portrayal=showing("Ada"))
    assert printed(named, line) == (False, "not-registered")
    nobody = replace(photo, portrayal=stated(PortrayalState.NONE))
    assert printed(nobody, replace(line, withdrawn_on="2026-01-01")) == (False, "withdrawn")


@pytest.mark.parametrize("state", [PortrayalState.NONE, PortrayalState.UNKNOWN, PortrayalState.UNRECOGNISABLE])
def test_a_pupils_certificate_needs_the_pupils_consent(state):
    paper = Certificate(kind="pupil-certificate", matched="öğrenci sertifikası")
    item = piece("a.pdf", kind=Kind.CERTIFICATE, certificate=paper, portrayal=stated(state))
    assert verdicts(item, evaluator_default=True)["evaluator"] == (False, "unnamed")
    held = replace(item, certificate=replace(paper, holder=sourced("Ada B.")))
    assert printed(held) == (False, "not-registered")
    assert printed(held, entry("Ada B.", "print")) == (True, "consent")
    as_text = replace(item, media_type="text/plain")
    assert printed(as_text) == (False, "unnamed")


def test_reasons_never_contain_a_name():
    photo = piece("a.jpg", portrayal=showing("Gizli Kişi", groups=("4-A",)))
    lines = (entry("Gizli Kişi", "print"), entry("4-A", "evaluator"))
    found = clear(catalogue(photo), lines, today=TODAY, evaluator_default=True)
    assert len(found) == 3
    assert all(each.why.values == () for each in found)


def quotation(agreed="", **said):
    """Somebody's words in a list of the school."""
    words = Quotation(text=sourced(local("Güzeldi.")), agreed=sourced(agreed) if agreed else None)
    return piece("söz.csv", kind=Kind.QUOTATION, media_type="text/csv", quotation=words, **said)


def test_words_are_somebody_s_own_as_a_face_is():
    assert set(verdicts(quotation()).values()) == {(False, "unasked")}
    assert printed(quotation(portrayal=showing("Ada"))) == (False, "not-registered")
    assert printed(quotation(portrayal=stated(PortrayalState.NONE))) == (True, "nobody")


@pytest.mark.parametrize(
    ("answer", "allowed"),
    [("yes", {"evaluator"}), ("web, baskı", {"web", "print"}), ("no", set()), ("belki web", set()), ("web yok", set())],
)
def test_a_speaker_agrees_to_an_audience(answer, allowed):
    found = verdicts(quotation(answer), evaluator_default=True)
    assert {audience for audience, (cleared, _) in found.items() if cleared} == allowed
    assert {why for cleared, why in found.values() if not cleared} <= {"not-agreed"}


def test_the_register_ends_what_a_speaker_agreed_to():
    words = quotation("yes", portrayal=showing("Ada"))
    assert verdicts(words)["evaluator"] == (True, "agreed")
    assert verdicts(words, entry("Ada"))["evaluator"] == (False, "refused")
    assert verdicts(words, entry("file:söz.csv"))["evaluator"] == (False, "refused")


CLASS = tuple(Pupil(who=who, groups=("4-A", "koro"), line=2) for who in ("Ada B.", "Can Ak", "Efe Uz"))


def test_a_class_is_cleared_when_each_of_its_pupils_is():
    photo = piece("a.jpg", portrayal=showing(groups=("4/a",)))
    ada, can, efe = (entry(who, "evaluator") for who in ("Ada B.", "Can Ak", "Efe Uz"))
    assert verdicts(photo, ada, can, efe, pupils=CLASS)["evaluator"] == (True, "consent")
    assert verdicts(photo, ada, can, pupils=CLASS)["evaluator"] == (False, "not-registered")
    assert verdicts(photo, ada, can, entry("Efe Uz"), pupils=CLASS)["evaluator"] == (False, "refused")
    assert verdicts(photo, entry("4-A", "evaluator"), pupils=CLASS)["evaluator"] == (False, "not-registered")
    assert verdicts(photo, ada, can, efe, entry("4-A"), pupils=CLASS)["evaluator"] == (False, "refused")


def test_all_but_one_may_be_shown():
    shown = replace(showing(groups=("4-A",)), absent=("EFE UZ",))
    agreed = [entry(who, "evaluator") for who in ("Ada B.", "Can Ak")]
    photo = piece("a.jpg", portrayal=shown)
    assert verdicts(photo, *agreed, entry("Efe Uz"), pupils=CLASS)["evaluator"] == (True, "consent")
    both = piece("a.jpg", portrayal=replace(shown, persons=("Efe Uz",)))
    assert verdicts(both, *agreed, entry("Efe Uz"), pupils=CLASS)["evaluator"] == (False, "refused")


def test_a_club_is_a_group_too():
    photo = piece("a.jpg", portrayal=showing(groups=("Koro",)))
    assert verdicts(photo, pupils=CLASS)["evaluator"] == (False, "not-registered")


def test_who_stands_in_no_list_is_told_by_place_not_by_name():
    where = replace(showing("Ada B.", "Zed X", groups=("9-Z",)), where="captions.csv:7")
    (problem,) = unknown_people(catalogue(piece("a.jpg", portrayal=where)), (), CLASS)
    assert (problem.code, problem.where.file, problem.where.line) == ("consent.unknown-person", "captions.csv", 7)
    assert dict(problem.values) == {"n": "2", "file": "a.jpg"}
    assert unknown_people(catalogue(piece("a.jpg", portrayal=showing("Ada B."))), (), CLASS) == ()
    answered = quotation("yes", portrayal=showing("Zed X"))
    assert unknown_people(catalogue(answered), (), CLASS) == ()


CAN = (Pupil(who="Can Kaya", groups=("4-A", "Radio"), line=2),)
WORDINGS = ["4-A", "4-A sınıfı", "4-A pupils", "Class 4-A", "4.A sınıfı", "4 – A", "4‑A", "Radio club"]


@pytest.mark.parametrize("wording", WORDINGS)
@pytest.mark.parametrize("role", ["group", "pupil", "", "staff"])
def test_a_class_under_another_wording_is_each_of_its_pupils_too(wording, role):
    line = replace(entry(wording, "evaluator", "print", "web"), role=role)
    for photo in (piece("a.jpg", portrayal=showing(wording)), piece("a.jpg", portrayal=showing(groups=(wording,)))):
        assert set(verdicts(photo, line, pupils=CAN).values()) == {(False, "not-registered")}
        assert verdicts(photo, line, entry("Can Kaya", "print"), pupils=CAN)["print"] == (True, "consent")
        refused = verdicts(photo, replace(line, scopes=()), entry("Can Kaya", "print"), pupils=CAN)
        assert refused["print"] == (False, "refused")


def test_a_refusal_of_a_class_holds_under_any_wording():
    photo = piece("a.jpg", portrayal=showing("Class 4-A"))
    agreed = entry("Can Kaya", "print")
    assert verdicts(photo, agreed, entry("4-A sınıfı"), pupils=CAN)["print"] == (False, "refused")


@pytest.mark.parametrize("wording", ["7-C", "7-C sınıfı", "Drama club", "Bütün okul", "Güneşler"])
def test_a_group_that_the_list_of_pupils_does_not_know_is_not_cleared_by_its_own_line(wording):
    photo = piece("a.jpg", portrayal=showing(wording))
    line = replace(entry(wording, "print"), role="group")
    assert verdicts(photo, line, pupils=CAN)["print"] == (False, "unlisted-group")
    assert verdicts(photo, replace(line, scopes=()), pupils=CAN)["print"] == (False, "refused")
    assert verdicts(photo, line)["print"] == (True, "consent")


def test_a_group_line_that_bears_a_pupils_name_clears_nobody_but_may_refuse():
    photo = piece("a.jpg", portrayal=showing("Can Kaya"))
    line = replace(entry("Can Kaya", "print"), role="group")
    assert verdicts(photo, line, pupils=CAN)["print"] == (False, "not-registered")
    agreed = entry("Can Kaya", "print")
    assert verdicts(photo, agreed, line, pupils=CAN)["print"] == (True, "consent")
    assert verdicts(photo, agreed, replace(line, scopes=()), pupils=CAN)["print"] == (False, "refused")


def test_a_teacher_is_no_class():
    photo = piece("a.jpg", portrayal=showing("4-A class teacher Elif U."))
    line = replace(entry("4-A class teacher Elif U.", "print"), role="staff")
    assert verdicts(photo, line, pupils=CAN)["print"] == (True, "consent")


def test_a_class_that_is_known_under_another_wording_is_no_stranger():
    where = showing("4-A sınıfı", "Radio club", "7-C sınıfı")
    (problem,) = unknown_people(catalogue(piece("a.jpg", portrayal=where)), (), CAN)
    assert dict(problem.values)["n"] == "1"


def test_two_classes_in_one_name_are_both_asked():
    photo = piece("a.jpg", portrayal=showing("4-A/B sınıfları"))
    agreed = entry("Can Kaya", "print")
    assert verdicts(photo, agreed, pupils=CAN)["print"] == (False, "unlisted-group")
    both = (*CAN, Pupil(who="Efe Uz", groups=("4-B",), line=3))
    assert verdicts(photo, agreed, pupils=both)["print"] == (False, "not-registered")
    assert verdicts(photo, agreed, entry("Efe Uz", "print"), pupils=both)["print"] == (True, "consent")


TWINS = (Pupil(who="Ali Cam", groups=("4-A", "koro"), line=2), Pupil(who="Ali Çam", groups=("4-B", "koro"), line=3))
OF_A, OF_B = entry("Ali Cam 4-A", "print"), entry("Ali Çam (4/B)", "print")


@pytest.mark.parametrize("portrayal", [showing("Ali Çam"), showing("Ali Cam (4-A)"), showing(groups=("4-B",))])
def test_one_plain_consent_clears_none_of_two_pupils_of_one_name(portrayal):
    photo = piece("a.jpg", portrayal=portrayal)
    assert verdicts(photo, entry("Ali Cam", "print"), pupils=TWINS)["print"] == (False, "not-registered")
    assert verdicts(photo, OF_A, OF_B, pupils=TWINS)["print"] == (True, "consent")
    assert verdicts(photo, OF_A, OF_B, entry("Ali Çam"), pupils=TWINS)["print"] == (False, "refused")
    ended = entry("Ali Çam", "print", withdrawn="2026-06-02")
    assert verdicts(photo, OF_A, OF_B, ended, pupils=TWINS)["print"] == (False, "withdrawn")


def test_the_class_behind_a_name_tells_who_it_is():
    a, b = (piece("a.jpg", portrayal=showing(name)) for name in ("Ali Cam, 4A", "Ali Cam [4-B]"))
    assert verdicts(a, OF_A, pupils=TWINS)["print"] == (True, "consent")
    assert verdicts(b, OF_A, pupils=TWINS)["print"] == (False, "not-registered")
    both = piece("a.jpg", portrayal=showing("Ali Cam"))
    assert verdicts(both, OF_A, pupils=TWINS)["print"] == (False, "not-registered")


def test_who_of_two_of_one_name_is_absent_must_be_known():
    one = piece("a.jpg", portrayal=replace(showing(groups=("4-A", "4-B")), absent=("Ali Çam (4-B)",)))
    assert verdicts(one, OF_A, pupils=TWINS)["print"] == (True, "consent")
    either = piece("a.jpg", portrayal=replace(showing(groups=("4-A", "4-B")), absent=("Ali Çam",)))
    assert verdicts(either, OF_A, pupils=TWINS)["print"] == (False, "not-registered")


def test_a_class_that_is_not_the_pupils_clears_nobody_but_a_refusal_holds():
    photo = piece("a.jpg", portrayal=showing("Can Kaya (4-C)"))
    wrong = entry("Can Kaya (4-C)", "print")
    assert not verdicts(photo, wrong, pupils=CAN)["print"][0]
    assert not verdicts(photo, wrong, entry("Can Kaya", "print"), pupils=CAN)["print"][0]
    plain = piece("a.jpg", portrayal=showing("Can Kaya"))
    assert verdicts(plain, wrong, pupils=CAN)["print"] == (False, "not-registered")
    assert verdicts(plain, entry("Can Kaya", "print"), replace(wrong, scopes=()), pupils=CAN)["print"][1] == "refused"


def test_a_parent_called_as_a_pupil_does_not_agree_for_the_pupil():
    photo = piece("a.jpg", portrayal=showing("Can Kaya"))
    father = replace(entry("Can Kaya", "print"), role="guest")
    assert verdicts(photo, father, pupils=CAN)["print"] == (False, "not-registered")
    assert verdicts(photo, father, entry("Can Kaya", "print"), pupils=CAN)["print"] == (True, "consent")
    in_class = piece("a.jpg", portrayal=showing(groups=("4-A",)))
    assert verdicts(in_class, father, pupils=CAN)["print"] == (False, "not-registered")


def test_without_a_list_of_pupils_a_plain_name_is_everybody_in_the_register_who_bears_it():
    photo = piece("a.jpg", portrayal=showing("Ali Çam"))
    assert printed(photo, OF_A, OF_B) == (True, "consent")
    assert printed(photo, OF_A, entry("Ali Çam 4-B")) == (False, "refused")
    of_a = piece("a.jpg", portrayal=showing("Ali Cam 4-A"))
    assert printed(of_a, OF_A, entry("Ali Çam 4-B")) == (True, "consent")
    assert printed(of_a, OF_A, entry("Ali Cam")) == (False, "refused")


AYSES = (Pupil(who="Ayşe Yılmaz", groups=("4-A",), line=2), Pupil(who="Ayşe Nur Yel", groups=("4-B",), line=3))
SHORT = piece("a.jpg", portrayal=showing("Ayşe Y."))


def test_a_short_name_stands_for_all_whom_it_fits():
    yilmaz, yel = entry("Ayşe Yılmaz", "print"), entry("Ayşe Nur Yel", "print")
    assert verdicts(SHORT, yilmaz, yel, pupils=AYSES)["print"] == (True, "consent")
    assert verdicts(SHORT, yilmaz, pupils=AYSES)["print"] == (False, "not-registered")
    assert verdicts(SHORT, yilmaz, entry("Ayşe Nur Yel"), pupils=AYSES)["print"] == (False, "refused")
    assert verdicts(quotation("yes", portrayal=showing("Ayşe Y.")), entry("Ayşe Yılmaz"), pupils=AYSES)[
        "evaluator"
    ] == (
        False,
        "refused",
    )


def test_a_line_about_a_short_name_counts_only_for_the_one_whom_it_fits():
    line = entry("Ayşe Y.", "print")
    assert verdicts(SHORT, line, pupils=AYSES)["print"] == (False, "not-registered")
    assert verdicts(SHORT, line, pupils=AYSES[:1])["print"] == (True, "consent")
    full = piece("a.jpg", portrayal=showing("Ayşe Yılmaz"))
    assert verdicts(full, line, pupils=AYSES[:1])["print"] == (True, "consent")
    assert verdicts(full, replace(line, role="staff"), pupils=AYSES[:1])["print"] == (False, "not-registered")


def test_a_line_about_a_short_name_never_outweighs_the_full_one_but_its_refusal_holds():
    yilmaz = entry("Ayşe Yılmaz")
    later = entry("Ayşe Y.", "print", given="2026-09-15")
    for pupils in (AYSES[:1], ()):
        assert verdicts(SHORT, yilmaz, later, pupils=pupils)["print"] == (False, "refused")
    agreed = entry("Ayşe Yılmaz", "print")
    full = piece("a.jpg", portrayal=showing("Ayşe Yılmaz"))
    for pupils in (AYSES[:1], ()):
        assert verdicts(full, agreed, entry("Ayşe Y."), pupils=pupils)["print"] == (False, "refused")


def test_a_short_name_that_fits_no_pupil_of_the_list_needs_a_line_of_its_own():
    teacher = replace(entry("Ayşe Yaman", "print"), role="staff")
    assert printed(SHORT, teacher) == (False, "not-registered")
    assert printed(SHORT, entry("Ayşe Yılmaz", "print")) == (False, "not-registered")
    assert printed(SHORT, entry("Ayşe Yılmaz", "print"), entry("Ayşe Y.", "print")) == (True, "consent")
    assert verdicts(SHORT, teacher, pupils=CAN)["print"] == (False, "not-registered")


def test_a_class_tells_who_a_short_name_is():
    photo = piece("a.jpg", portrayal=showing("Ayşe Y. (4-A)"))
    assert verdicts(photo, entry("Ayşe Yılmaz", "print"), pupils=AYSES)["print"] == (True, "consent")
    assert verdicts(photo, entry("Ayşe Nur Yel", "print"), pupils=AYSES)["print"] == (False, "not-registered")
    line = entry("Ayşe Y. 4-B", "print")
    assert verdicts(piece("a.jpg", portrayal=showing("Ayşe Nur Yel")), line, pupils=AYSES)["print"] == (True, "consent")
    assert verdicts(photo, line, pupils=AYSES)["print"] == (False, "not-registered")


def test_a_short_name_takes_nobody_out_of_a_class():
    photo = piece("a.jpg", portrayal=replace(showing(groups=("4-A",)), absent=("Ayşe Y.",)))
    assert verdicts(photo, pupils=AYSES)["print"] == (False, "not-registered")


def test_a_group_called_like_a_first_name_is_the_group():
    pupils = (*AYSES, Pupil(who="Can Kaya", groups=("4-A", "Ayşe"), line=4))
    photo = piece("a.jpg", portrayal=showing("Ayşe"))
    assert verdicts(photo, entry("Can Kaya", "print"), pupils=pupils)["print"] == (True, "consent")


@pytest.mark.parametrize("written", ["Yılmaz Ayşe", "Yılmaz, Ayşe", "Ayşe Yılmaz*", "Yılmaz Ayşe (4-A)"])
def test_a_withdrawal_under_the_surname_first_is_the_same_pupils(written):
    pupils = (Pupil(who="Ayşe Yılmaz", groups=("4-A",), line=2),)
    photo = piece("a.jpg", portrayal=showing("Ayşe Yılmaz"))
    agreed, ended = entry("Ayşe Yılmaz", "web"), entry(written, "web", withdrawn="2026-11-01")
    assert verdicts(photo, agreed, pupils=pupils)["web"] == (True, "consent")
    assert verdicts(photo, agreed, ended, pupils=pupils)["web"] == (False, "withdrawn")
    assert verdicts(photo, agreed, entry(f"{written} 4-B", "web"), pupils=pupils)["web"] == (True, "consent")


@pytest.mark.parametrize("who", ["4-A öğrencileri", "Öğrenciler", "4-C pupils"])
@pytest.mark.parametrize("role", ["guest", "staff"])
def test_no_role_makes_a_group_of_pupils_somebody_who_agrees_alone(who, role):
    pupils = (Pupil(who="Zeynep Kaya", groups=("4-B",), line=2),)
    photo = piece("a.jpg", portrayal=showing(who))
    assert verdicts(photo, replace(entry(who, "web"), role=role), pupils=pupils)["web"] == (False, "unlisted-group")


def test_who_agreed_to_a_file_did_not_agree_to_another_under_its_name():
    photo = piece("a.jpg")
    agreed = entry("file:a.jpg", "web")
    found = clear(catalogue(photo), (agreed,), today=TODAY, evaluator_default=True, changed={"a.jpg"})
    assert {(each.allowed, each.why.code) for each in found if each.audience == "web"} == {(False, "clearance.stale")}
    assert not any(each.allowed for each in found)
