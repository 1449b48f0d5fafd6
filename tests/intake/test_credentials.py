import json
from pathlib import Path
from typing import Any

import pytest
from intake.evidence import PACK, collected, decision, jpeg, lay

from portfolio.files.jsonfile import parse
from portfolio.intake.certificates import certificate_of
from portfolio.intake.credentials import Credential, credential_in
from portfolio.model.decision import Field
from portfolio.model.evidence import Kind
from portfolio.model.problem import Severity

EUROPEAN: dict[str, Any] = {
    "type": ["VerifiableCredential", "EuropeanDigitalCredential"],
    "displayParameter": {"title": {"en": "Course certificate", "tr": "Kurs sertifikası"}},
    "issuer": {"legalName": {"en": "A sealing service"}},
    "issuanceDate": "2026-01-12T08:53:47Z",
    "credentialSubject": {
        "dateOfBirth": "1980-05-20T00:00:00Z",
        "givenName": {"en": ["Elif"]},
        "familyName": {"en": ["Uçanhalı"]},
        "hasClaim": [
            {
                "title": {"en": "Teaching online"},
                "awardedBy": {
                    "awardingDate": "2025-12-19T00:00:00Z",
                    "awardingBody": [{"legalName": {"en": "University of Masal", "tr": "Masal Üniversitesi"}}],
                },
            }
        ],
    },
}
BADGE = {
    "@context": ["https://www.w3.org/ns/credentials/v2"],
    "type": ["VerifiableCredential", "OpenBadgeCredential"],
    "issuer": {"id": "https://example.org/issuer", "name": [{"@value": "Masal NSO", "@language": "en"}]},
    "validFrom": "2025-06-12T00:00:00Z",
    "credentialSubject": {"name": "Elif Uçanhalı", "achievement": {"name": "National Quality Label"}},
}


def credential(told: object) -> Credential | None:
    return credential_in(parse(json.dumps(told)))


def test_a_european_digital_credential_says_who_awarded_what_to_whom_and_when() -> None:
    found = credential(EUROPEAN)
    assert found == Credential(
        titles=(("en", "Course certificate"), ("tr", "Kurs sertifikası")),
        achievements=(("en", "Teaching online"),),
        holder=(("en", "Elif Uçanhalı"),),
        issuer=(("en", "University of Masal"), ("tr", "Masal Üniversitesi")),
        day="2025-12-19",
    )
    assert "1980" not in found.text  # a birthday is nobody's business


def test_a_badge_is_a_certificate_of_the_kind_that_its_achievement_names() -> None:
    found = credential(BADGE)
    assert found is not None
    certificate = certificate_of(found, PACK, "tr", "badge.json")
    assert (certificate.kind, certificate.matched) == ("national-quality-label", "National Quality Label")
    assert [each and each.value for each in (certificate.holder, certificate.issuer)] == ["Elif Uçanhalı", "Masal NSO"]
    assert found.day == "2025-06-12"


@pytest.mark.parametrize(
    "told",
    [
        {"credentialTitle": {"en": "Certificate"}, "fullName": {"en": "John Doe"}},  # what a form was filled in with
        {"type": "Person", "credentialSubject": {"name": "Elif"}},
        {"type": "VerifiableCredential"},
        ["VerifiableCredential"],
    ],
)
def test_other_json_is_no_credential(told: object) -> None:
    assert credential(told) is None


def test_a_credential_is_a_certificate_of_the_school_in_its_language(tmp_path: Path) -> None:
    (item,) = collected(lay(tmp_path / "k", {"kurs.jsonld": json.dumps(EUROPEAN)})).items
    assert (item.kind, item.media_type) == (Kind.CERTIFICATE, "application/vc")
    assert item.certificate is not None
    assert (item.certificate.kind, item.certificate.matched) == ("other", "Kurs sertifikası")
    assert item.certificate.issuer is not None
    assert (item.certificate.issuer.value, item.certificate.issuer.where) == ("Masal Üniversitesi", "kurs.jsonld")
    assert item.title is not None
    assert item.title.value.phrase("tr", "tr").text == "Kurs sertifikası"
    assert item.dated is not None
    assert item.dated.value.first.isoformat() == "2025-12-19"


def test_what_a_person_says_of_a_credential_holds(tmp_path: Path) -> None:
    folder = lay(tmp_path / "k", {"kurs.json": json.dumps(EUROPEAN)})
    (item,) = collected(folder, decision("kurs.json", Field.KIND, "Ulusal Kalite Etiketi")).items
    assert item.certificate is not None
    assert (item.certificate.kind, item.certificate.matched) == ("national-quality-label", "")
    assert item.certificate.holder is not None
    (item,) = collected(folder, decision("kurs.json", Field.KIND, "belge")).items
    assert (item.kind, item.certificate) == (Kind.DOCUMENT, None)


def test_a_credential_beside_a_picture_of_its_name_is_no_sidecar(tmp_path: Path) -> None:
    catalogue = collected(lay(tmp_path / "k", {"kurs.jpg": jpeg(), "kurs.jpg.json": json.dumps(EUROPEAN)}))
    assert sorted(item.kind for item in catalogue.items) == [Kind.CERTIFICATE, Kind.PHOTO]
    assert [problem for problem in catalogue.problems if problem.severity is not Severity.NOTE] == []
