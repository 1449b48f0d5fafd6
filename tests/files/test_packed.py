from dataclasses import dataclass
from datetime import date

import pytest

from portfolio.files.packed import pack, unpacking
from portfolio.model.catalogue import Catalogue, CataloguedFile, FileState
from portfolio.model.dating import Dating, Precision
from portfolio.model.evidence import EvidenceItem, Kind, ProjectRecord, Raster
from portfolio.model.problem import Place, reason, warning
from portfolio.model.text import LocalText, Origin, Sourced


def sourced(value: object) -> Sourced:
    return Sourced(value=value, origin=Origin.SIDECAR, where="a.yaml:2")


CATALOGUE = Catalogue(
    files=(
        CataloguedFile(
            name="<E7>ay.jpg",
            path="\udce7ay.jpg",
            size=3,
            sha256="ab",
            state=FileState.USED,
            reason=reason("file.used", n=1),
            items=("E-1",),
        ),
    ),
    items=(
        EvidenceItem(
            id="E-1",
            kind=Kind.PROJECT,
            files=("çay.jpg",),
            source="çay.jpg",
            sha256="ab",
            media_type="image/jpeg",
            size=3,
            title=sourced(LocalText(texts=(("tr", "Çay"), ("", "Tea")))),
            dated=sourced(Dating(first=date(2025, 5, 9), last=date(2025, 5, 10), precision=Precision.PERIOD)),
            pillars=(sourced("model"),),
            raster=Raster(width=4, height=3, dhash="00"),
            page_shape=1.5,
            project=ProjectRecord(
                title=sourced("Nehirler"), partners=sourced((("Szkoła", "PL"), ("Scuola", "IT"))), pupils=sourced(7)
            ),
        ),
    ),
    problems=(warning("file.odd", Place(file="çay.jpg", line=2), detail="x"),),
)


def test_a_catalogue_comes_back_as_it_was() -> None:
    assert unpacking(Catalogue)(pack(CATALOGUE)) == CATALOGUE
    assert b"\n" not in pack(CATALOGUE)


@pytest.mark.parametrize("damaged", [b"", b"[]", b"[1]", b"{}", b"[[],[[]],[]]", b"[[]]", b"\xff", b"[" * 9999])
def test_anything_else_is_refused(damaged: bytes) -> None:
    with pytest.raises((ValueError, TypeError)):
        unpacking(Catalogue)(damaged)


def test_what_is_no_value_of_the_model_is_not_packed() -> None:
    @dataclass(frozen=True)
    class Odd:
        inside: object

    with pytest.raises(TypeError):
        pack(Odd(inside={1, 2}))
