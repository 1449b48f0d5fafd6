from dataclasses import replace

import pytest

from portfolio.files.fault import FileFault
from portfolio.files.packed import pack, unpacking
from portfolio.intake.credentials import Credential
from portfolio.intake.reading import BarePage, Cell, Entry, Fault, Inscription, Reading, Recognised, fault_of
from portfolio.model.decision import Field
from portfolio.model.evidence import Raster
from portfolio.model.problem import Place, error, reason
from portfolio.model.text import Origin

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
    bare=(BarePage(number=2, ends=8),),
    oddities=("odd",),
)


@pytest.mark.parametrize("reading", [FULL, Reading(format="jpeg")])
def test_a_reading_survives_the_store(reading: Reading) -> None:
    assert unpacking(Reading)(pack(reading)) == reading


def test_a_fault_is_reason_and_problem() -> None:
    fault = fault_of(FileFault("csv.quotes", line=4, detail="x"))
    assert fault.reason == reason("csv.quotes", detail="x")
    assert fault.problem("a.csv") == error("csv.quotes", Place(file="a.csv", line=4), detail="x")


def test_faults_of_the_moment_are_tried_again() -> None:
    assert not Reading(format="jpeg", fault=Fault(code="file.late")).lasting
    assert not Reading(format="heic", fault=Fault(code="system.no-heic")).lasting
    assert Reading(format="jpeg", fault=Fault(code="picture.damaged")).lasting
    assert Reading(format="jpeg").lasting
    assert Reading(format="jpeg", recognised=Recognised(languages="tur")).lasting
    assert not Reading(format="jpeg", recognised=Recognised(failed=True)).lasting


def test_what_was_recognised_stands_where_its_page_is() -> None:
    second, fourth = BarePage(number=2, ends=9), BarePage(number=4, ends=23)
    own = Reading(format="pdf", text="Tutanak\n\nKararlar\n4 / 4", pages=4, bare=(second, fourth))
    assert (own.whole, own.voices) == ("Tutanak\n\nKararlar\n4 / 4", ((own.text, Origin.DOCUMENT),))
    read = replace(own, recognised=Recognised(languages="tur", pages=((second, "İmzalar"), (fourth, ""))))
    assert read.whole == "Tutanak\nİmzalar\nKararlar\n4 / 4"
    assert read.voices == ((own.text, Origin.DOCUMENT), (read.whole, Origin.RECOGNISED))
    assert not own.is_scan


def test_a_scan_is_a_file_of_pictures_alone() -> None:
    pages = (BarePage(number=1, ends=0), BarePage(number=2, ends=0))
    assert Reading(format="pdf", pages=2, bare=pages).is_scan
    assert not Reading(format="pdf", pages=3, bare=pages).is_scan
    assert not Reading(format="txt").is_scan
