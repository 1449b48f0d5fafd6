import pytest

from portfolio.files.fault import FileFault
from portfolio.intake.credentials import Credential
from portfolio.intake.reading import Cell, Entry, Fault, Inscription, Reading, fault_of, from_json, to_json
from portfolio.model.decision import Field
from portfolio.model.evidence import Raster
from portfolio.model.problem import Place, error, reason

FULL = Reading(
    format="docx",
    fault=Fault(code="yaml.colon", values=(("key", "başlık"),), line=3, column=7),
    misnamed=True,
    text="Açık gün",
    inscriptions=(Inscription(field=Field.TITLE, text="Açık gün", language="tr"),),
    heading=Cell(heading="title", text="Açık gün", line=1),
    entries=(Entry(cells=(Cell(heading="proje adı", text="Nehirler", line=2),), line=2, sheet="Projeler"),),
    credential=Credential(
        titles=(("tr", "Sertifika"),), achievements=(), holder=(("", "Elif"),), issuer=(), day="2025-06-12"
    ),
    raster=Raster(width=40, height=30, dhash="0123456789abcdef"),
    pages=2,
    page_shape=0.7067,
    oddities=("odd",),
)


@pytest.mark.parametrize("reading", [FULL, Reading(format="jpeg")])
def test_a_reading_survives_the_store(reading: Reading) -> None:
    assert from_json(to_json(reading)) == reading


def test_a_fault_is_reason_and_problem() -> None:
    fault = fault_of(FileFault("csv.quotes", line=4, detail="x"))
    assert fault.reason == reason("csv.quotes", detail="x")
    assert fault.problem("a.csv") == error("csv.quotes", Place(file="a.csv", line=4), detail="x")


def test_faults_of_the_moment_are_tried_again() -> None:
    assert not Reading(format="jpeg", fault=Fault(code="file.late")).lasting
    assert not Reading(format="heic", fault=Fault(code="system.no-heic")).lasting
    assert Reading(format="jpeg", fault=Fault(code="picture.damaged")).lasting
    assert Reading(format="jpeg").lasting
