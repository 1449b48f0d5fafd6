import pytest
from intake.evidence import PACK

from portfolio.framework import read_framework
from portfolio.intake.certificates import MAX_TEXT, certificate_in, recognise
from portfolio.intake.reading import Reading
from portfolio.model.evidence import Certificate

SHIPPED = read_framework("etwinning-school", None)
LABEL = """\
Ulusal Kalite Etiketi
National Quality Label
Sayın
Elif Uçanhalı
“Tales the Wind Carried” projesindeki çalışması için
Düzenleyen: Masal Ulusal Destek Birimi
"""


def certificate(text: str, pages: int = 1) -> Certificate | None:
    return certificate_in(Reading(format="pdf", text=text, pages=pages), PACK, "a.pdf")


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


def test_what_a_certificate_says() -> None:
    found = certificate(LABEL)
    assert found is not None
    assert found.kind == "national-quality-label"
    assert [each and each.value for each in (found.holder, found.project, found.issuer)] == [
        "Elif Uçanhalı",
        "Tales the Wind Carried",
        "Masal Ulusal Destek Birimi",
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("This certificate is awarded to Elif Uçanhalı", "Elif Uçanhalı"),
        ("Bu belge okula verilmiştir / This certificate is awarded to\nMasalköy İlkokulu", "Masalköy İlkokulu"),
        ("Öğretmen / Teacher\nElif Uçanhalı", "Elif Uçanhalı"),
        ("Öğrenci: Ada B.", "Ada B."),
        ("Öğrenci elçisi olarak görev yaptı", None),
    ],
)
def test_holders(line: str, expected: str | None) -> None:
    found = certificate(f"NQL certificate\n{line}")
    assert found is not None
    assert (found.holder and found.holder.value) == expected


def test_a_certificate_of_no_particular_kind_has_the_word_in_its_first_lines() -> None:
    found = certificate("Teşekkür Belgesi\nSayın Elif Uçanhalı")
    assert found is not None
    assert (found.kind, found.matched, found.holder and found.holder.value) == ("other", "belgesi", "Elif Uçanhalı")
    assert certificate("Politika Belgesi\nOkulumuzun çevrim içi kuralları") is None  # nobody holds it
    assert certificate("Okul e-Güvenlik Politikası\nNeden?\nBu belge bir sertifika değildir") is None


def test_a_text_about_a_label_is_no_certificate() -> None:
    assert certificate(LABEL, pages=3) is None
    assert certificate(LABEL + "x" * MAX_TEXT) is None
    assert certificate("Toplantı tutanağı") is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "PROJE KATILIM SERTİFİKASI\nSayın Elif Uçanhalı\nUlusal Kalite Etiketi alan “Nehirler” projesinde",
            "project-participation",
        ),
        ("KATILIM BELGESİ\nSayın Elif Uçanhalı\nAvrupa Kalite Etiketi alan projemizdeki emeği için", "other"),
        (
            "Certificate of Participation\nawarded to Elif Uçanhalı\nThe project received the European Quality Label.",
            "other",
        ),
        (
            "Attestato di partecipazione al progetto\nconferito a Elif Uçanhalı\nCertificato di Qualità nazionale 2025",
            "project-participation",
        ),
        ("Certificato di partecipazione\nrilasciato a Elif Uçanhalı\nper il Certificato di Qualità europeo", "other"),
        (
            "Zaświadczenie o udziale w projekcie\nprzyznaje się Elif Uçanhalı\nKrajowa Odznaka Jakości",
            "project-participation",
        ),
        ("Certyfikat uczestnictwa\nprzyznaje się Elif Uçanhalı\nEuropejska Odznaka Jakości 2025", "other"),
        (  # what is learnt about a label in a webinar is no label
            "Webinar certificate\nCertificate of participation\nawarded to Elif Uçanhalı\nHow to get an NQL",
            "professional-development",
        ),
        ("Krajowa Odznaka Jakości\nprzyznaje się Elif Uçanhalı", "national-quality-label"),
        ("Certificato di Qualità europeo\nconferito a Elif Uçanhalı", "european-quality-label"),
    ],
)
def test_participation_is_never_taken_for_a_quality_label(text: str, kind: str) -> None:
    found = certificate_in(Reading(format="pdf", text=text, pages=1), SHIPPED, "a.pdf")
    assert found is not None
    assert found.kind == kind
    assert found.holder is not None


def test_a_text_that_promises_certificates_of_participation_is_none() -> None:
    text = "Invitation\nThe meeting is on Monday.\nEverybody gets a certificate of participation.\nTeacher: Elif"
    assert certificate_in(Reading(format="pdf", text=text, pages=1), SHIPPED, "a.pdf") is None


@pytest.mark.parametrize(
    "text",
    [
        "Sayın Elif Uçanhalı\nUlusal Kalite Etiketi başvurunuz reddedilmiştir.\n12.09.2025",
        "How to get the National Quality Label\nA guide for teachers.",
        "Toplantı Tutanağı\nUlusal Kalite Etiketi başvurusu görüşüldü.",
        "National Quality Label\nDear Elif Uçanhalı, your application was not successful.",
    ],
)
def test_a_text_about_a_label_is_none(text: str) -> None:
    assert certificate_in(Reading(format="pdf", text=text, pages=1), SHIPPED, "a.pdf") is None
    label = "National Quality Label\nawarded to Elif Uçanhalı"
    assert certificate_in(Reading(format="pdf", text=label, pages=1), SHIPPED, "a.pdf") is not None


def test_a_participation_in_a_labelled_project_is_participation() -> None:
    text = 'Certificate of participation\nElif took part in "Solar Kids", which was awarded the European Quality Label.'
    found = certificate_in(Reading(format="pdf", text=text, pages=1), SHIPPED, "a.pdf")
    assert found is None or not found.kind.endswith("-label")
