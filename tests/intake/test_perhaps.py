from pathlib import Path

import pytest
from intake.evidence import codes, collected, decision, jpeg, lay, pdf

from portfolio.model.catalogue import Catalogue
from portfolio.model.decision import Decision, Field
from portfolio.model.evidence import Kind, PortrayalState


def school(tmp_path: Path, *names: str, decisions: tuple[Decision, ...] = ()) -> Catalogue:
    pictures = {name: jpeg((10 * number, 80, 40)) for number, name in enumerate(names)}
    return collected(lay(tmp_path / "evidence", pictures), *decisions)


def asked(catalogue: Catalogue) -> dict[str, tuple[str, str]]:
    """Code and word of the question about each file or folder."""
    return {
        each.where.file: (each.code, dict(each.values)["words"])
        for each in catalogue.problems
        if each.where and each.code.startswith("picture.perhaps")
    }


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("Kalite etiketi sertifikası.jpg", "Kalite etiketi"),
        ("katılım_belgesi-2.jpg", "belgesi"),
        ("Deltagarintyg Ada.jpg", "Deltagarintyg"),
        ("webinar-certificate.jpg", "certificate"),
        ("Teilnahmeurkunde.jpg", "Teilnahmeurkunde"),
        ("bahçe.jpg", ""),
        ("Sertifika töreni.jpg", ""),  # people on a stage
        ("etiketli kavanoz.jpg", ""),
    ],
)
def test_a_picture_called_certificate_is_asked_about(tmp_path: Path, name: str, word: str) -> None:
    assert asked(school(tmp_path, name)) == ({name: ("picture.perhaps-certificate", word)} if word else {})


def test_a_folder_called_certificates_is_asked_about_once(tmp_path: Path) -> None:
    catalogue = school(tmp_path, "a/Sertifikalar/1.jpg", "a/Sertifikalar/2.jpg", "a/Sertifikalar/tören.jpg", "a/3.jpg")
    assert asked(catalogue) == {"a/Sertifikalar/": ("picture.perhaps-certificates", "Sertifikalar")}
    [problem] = catalogue.problems
    assert dict(problem.values)["n"] == "2"


def test_it_stays_a_photo_of_which_nobody_knows_who_is_in_it(tmp_path: Path) -> None:
    [item] = school(tmp_path, "sertifika.jpg").items
    assert (item.kind, item.certificate, item.portrayal.state) == (Kind.PHOTO, None, PortrayalState.UNKNOWN)


@pytest.mark.parametrize("value", ["sertifika", "fotoğraf"])
@pytest.mark.parametrize("aim", ["sertifikalar/", "sertifikalar/sertifika.jpg"])
def test_who_has_said_what_it_is_is_not_asked_again(tmp_path: Path, aim: str, value: str) -> None:
    said = (decision(aim, Field.KIND, value),)
    assert asked(school(tmp_path, "sertifikalar/sertifika.jpg", decisions=said)) == {}


def test_a_paper_called_certificate_that_does_not_read_like_one_is_asked_about(tmp_path: Path) -> None:
    files = {
        "Okul Etiketi belgesi 2025.pdf": pdf("eTwinning", "Papatya"),
        "Kalite etiketi.pdf": pdf("National Quality Label", "awarded to", "Elif U."),
        "Veli izin belgesi.pdf": pdf("Izin veriyorum"),
        "belge.pdf": pdf("eTwinning"),
    }
    folder = lay(tmp_path / "evidence", files)
    assert codes(collected(folder).problems) == [("paper.perhaps-certificate", "Okul Etiketi belgesi 2025.pdf", None)]
    said = decision("Okul Etiketi belgesi 2025.pdf", Field.KIND, "sertifika")
    assert codes(collected(folder, said).problems) == []
