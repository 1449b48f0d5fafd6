"""Coverage counts placed pieces by pillar and kind."""

from pieces import catalogue, piece

from portfolio.framework import read_framework
from portfolio.mapping.coverage import measure
from portfolio.model.evidence import Kind
from portfolio.model.mapping import Link, Mapping, Strength
from portfolio.model.problem import reason


def link(item, target):
    return Link(item=item.id, target=target, strength=Strength.PLACED, rationale=reason("x"), origin="x")


def test_a_piece_counts_once_in_each_of_its_pillars():
    photo, paper = piece("a.jpg"), piece("b.pdf", kind=Kind.DOCUMENT)
    blurred, lost = piece("c.jpg"), piece("d.jpg")
    links = (
        link(photo, "model"),
        link(photo, "model/open-days"),
        link(photo, "e-safety"),
        link(paper, "model"),
        link(blurred, "students"),
    )
    mapping = Mapping(links=links, suggestions=(), excluded={blurred.id: reason("excluded.decided")})

    coverage = measure(catalogue(photo, paper, blurred, lost), read_framework("etwinning-school", None), mapping)

    assert coverage.counts["model"] == {**dict.fromkeys(Kind, 0), Kind.PHOTO: 1, Kind.DOCUMENT: 1}
    assert coverage.total("model") == 2
    assert coverage.total("e-safety") == 1
    assert coverage.gaps == ("leadership", "collaboration", "students", "inclusion")
    assert coverage.unplaced == 1
