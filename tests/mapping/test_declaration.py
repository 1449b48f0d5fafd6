"""The signed declaration is known by its names, and proves nothing."""

import pytest
from pieces import catalogue, decide, piece

from portfolio.framework import read_framework
from portfolio.mapping.assign import assign
from portfolio.mapping.declaration import Declarations
from portfolio.model.decision import Field
from portfolio.model.evidence import Kind
from portfolio.model.mapping import DECLARATION

NAMES = ("declaration of honour", "onur beyanı")
HEAD = "T.C.\n\nMasalköy Işıltı İlkokulu\neTwinning School Label\n"


@pytest.mark.parametrize(
    "file",
    ["Onur Beyanı.pdf", "a/2027-02-20_ONUR_BEYANI_imzali.jpg", "onurbeyani.pdf", "Declaration of Honour (signed).pdf"],
)
def test_it_is_known_by_the_name_of_its_file(file):
    assert Declarations(NAMES).name_in(piece(file))


@pytest.mark.parametrize("title", ["ONUR BEYANI", "Declaration of honour by the principal"])
def test_it_is_known_by_the_title_on_its_first_page(title):
    scan = piece("tarama0001.pdf", kind=Kind.DOCUMENT, text=f"{HEAD}{title}\nI, the undersigned …")
    assert Declarations(NAMES).name_in(scan)
    assert Declarations(NAMES).name_in(piece("a.pdf", kind=Kind.DOCUMENT, veiled=scan.text))


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}1. Onur beyanı\n2. Bütçe",
        "Onur beyanının kim tarafından imzalanacağı konuşuldu.",
        "In this meeting we agreed that the principal is going to sign the declaration of honour next week.",
        "line\n" * 8 + "Onur beyanı",
    ],
)
def test_what_only_speaks_of_it_is_another_piece(text):
    assert not Declarations(NAMES).name_in(piece("tutanak.pdf", kind=Kind.DOCUMENT, text=text))


def test_it_is_evidence_of_nothing_whatever_is_decided():
    pack = read_framework("etwinning-school", None)
    scan = piece("4-rol-model/Onur beyanı.pdf", kind=Kind.DOCUMENT)
    decisions = [decide(Field.PILLAR, "model/open-days", file=scan.files[0]), decide(Field.EXCLUDE, "hayır", file="*")]
    mapping, _ = assign(catalogue(scan), pack, decisions, language="tr")
    assert (mapping.links, mapping.suggestions) == ((), ())
    assert mapping.excluded[scan.id].code == DECLARATION
