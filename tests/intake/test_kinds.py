import pytest
from intake.evidence import PACK

from portfolio.intake.kinds import kind_of
from portfolio.model.evidence import Kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("photo", (Kind.PHOTO, "")),
        ("Fotoğraf", (Kind.PHOTO, "")),
        ("SERTİFİKA", (Kind.CERTIFICATE, "")),
        ("proje", (Kind.PROJECT, "")),
        ("belge", (Kind.DOCUMENT, "")),
        ("national-quality-label", (Kind.CERTIFICATE, "national-quality-label")),
        ("Ulusal Kalite Etiketi", (Kind.CERTIFICATE, "national-quality-label")),
        ("pankart", (None, "")),
    ],
)
def test_kinds_in_any_language(text: str, expected: tuple[Kind | None, str]) -> None:
    assert kind_of(text, PACK) == expected
