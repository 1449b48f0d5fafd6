import pytest
from intake.evidence import PACK

from portfolio.intake.certificatekinds import by_occasion, recognise
from portfolio.model.framework import CertificateKind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("eTwinning National Quality Label", ("national-quality-label", "National Quality Label")),
        ("ULUSAL KALİTE ETİKETİ", ("national-quality-label", "Ulusal Kalite Etiketi")),
        ("Ulusal   Kalite\nEtiketi", ("national-quality-label", "Ulusal Kalite Etiketi")),
        ("NQL 2025", ("national-quality-label", "NQL")),
        ("AKE 2025", ("european-quality-label", "AKE")),
        ("Åke har deltagit", ("", "")),  # a first name
        (
            "Certificate of participation in the project, which has a National Quality Label",
            ("project-participation", "certificate of participation in the project"),
        ),
        ("Pupil Quality Label certificate", ("pupil-certificate", "pupil quality label certificate")),
        ("Nationality Label", ("", "")),
    ],
)
def test_kinds_by_their_names(text: str, expected: tuple[str, str]) -> None:
    assert recognise(text, PACK.certificate_kinds) == expected


def kind(key: str, *occasions: str, names: tuple[str, ...] = ()) -> CertificateKind:
    return CertificateKind(key=key, names=names, occasions=occasions, targets=(), titles={})


KINDS = (
    kind("project", "in the project", "eTwinning projes*"),
    kind("course", "course", "seminer*"),
    kind("other", names=("certificate of attendance", "katılım belgesi")),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Certificate of Attendance: a course", ("course", "certificate of attendance … course")),
        ("KATILIM BELGESİ … eTwinning projesine katıldı", ("project", "katılım belgesi … eTwinning projesine")),
        ("Katılım belgesi: proje", ("other", "katılım belgesi")),
        ("Certificate of attendance: a course in the project", ("course", "certificate of attendance … course")),
        ("A course in the project", ("", "")),  # no certificate
    ],
)
def test_an_occasion_tells_the_kind_of_what_has_no_name_of_its_own(text: str, expected: tuple[str, str]) -> None:
    assert recognise(text, KINDS) == expected


def test_an_occasion_within_the_name_is_not_said_twice() -> None:
    kinds = (kind("course", "course certificate"),)
    assert by_occasion("Course certificate", "Course certificate", kinds) == ("course", "Course certificate")
