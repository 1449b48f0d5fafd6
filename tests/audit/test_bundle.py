"""A bundle in which something was spoilt: the audit names it."""

import pikepdf
import pytest
from render.test_bundle import Made

from portfolio.audit.bundle import inspect_bundle


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return Made(tmp_path_factory.mktemp("audited"), 25)


@pytest.fixture(scope="module")
def bound(made):
    return made.bind()


@pytest.fixture(scope="module")
def inspect(made, bound):
    def held(files=bound.files, volumes=bound.volumes):
        return [problem.code for problem in inspect_bundle(files, volumes, made.bundle, made.copies)]

    return held


def test_a_whole_bundle_has_no_fault(inspect):
    assert inspect() == []


def test_volumes_have_no_fault(made):
    limit = made.dossier.stat().st_size + 45_000
    split = made.bind(limit=limit)
    assert len(split.files) > 1
    assert inspect_bundle(split.files, split.volumes, made.bundle, made.copies) == ()


def drop_a_page(pdf):
    del pdf.pages[-3]


def swap_annexes(pdf):
    pdf.pages[-1], pdf.pages[-14] = pdf.pages[-14], pdf.pages[-1]


def cut_the_way_back(pdf):
    del pdf.pages[-1].obj["/Annots"]


def lead_astray(pdf):
    names = pikepdf.NameTree(pdf.Root.Names.Dests)
    names["a-2.1"] = pikepdf.Array([pdf.pages[0].obj, pikepdf.Name.Fit])


def lead_nowhere(pdf):
    pdf.pages[-1].obj.Annots[-1]["/Dest"] = pikepdf.String("nowhere")


def claim(pdf):
    with pdf.open_metadata() as said:
        said["{http://www.aiim.org/pdfua/ns/id/}part"] = "1"


def run_a_program(pdf):
    link = pdf.pages[-1].obj.Annots[-1]
    del link["/Dest"]
    link["/A"] = pikepdf.Dictionary(S=pikepdf.Name.Launch, F="calc.exe")


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (drop_a_page, "audit.pages"),
        (swap_annexes, "audit.annex"),
        (cut_the_way_back, "audit.annex"),
        (lead_astray, "audit.annex"),
        (lead_nowhere, "audit.link"),
        (claim, "audit.claim"),
        (run_a_program, "audit.action"),
    ],
)
def test_a_planted_fault_is_found(bound, inspect, tmp_path, spoil, code):
    with pikepdf.open(bound.files[0]) as pdf:
        spoil(pdf)
        pdf.save(tmp_path / "bundle.pdf")
    assert code in inspect([tmp_path / "bundle.pdf"])


def test_an_annex_that_is_in_no_volume_is_named(made, bound):
    from dataclasses import replace

    less = replace(bound.volumes[0], annexes=bound.volumes[0].annexes[:-1])
    found = inspect_bundle(bound.files, [less], made.bundle, made.copies)
    assert ("audit.annex", (("annex", made.bundle.bound[-1].number),)) in [(p.code, p.values) for p in found]
