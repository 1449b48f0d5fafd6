"""A dossier with awkward annexes: every page there and stamped, every link alive, in one file or in volumes."""

from dataclasses import replace
from random import Random

import pikepdf
import pytest
from compose.editions import certificate, edition_of
from compose.editions import project as school
from render.awkward import awkward, text_of, write

from portfolio.compose.dossier import compose_bundle
from portfolio.model.annex import AnnexCopy, AnnexState, Refusal
from portfolio.render.bundle import write_bundle
from portfolio.render.clean import Handling, Job, clean_all
from portfolio.render.html import dossier_html
from portfolio.render.pdf import Attached, write_pdf
from portfolio.themes import load_theme

THEME = load_theme("base", None)
STATES = {
    Handling.CLEAN: AnnexState.BOUND,
    Handling.SIGNED: AnnexState.SEPARATE,
    Handling.REFUSED: AnnexState.REFUSED,
}


class Made:
    """Awkward documents cleaned, a dossier that lists them, and what is needed to bind them."""

    def __init__(self, folder, count, language="tr", **of):
        self.folder = folder
        self.files = write(folder, awkward(count))
        jobs = [Job(source=folder / n, target=folder / f"{n}.clean", shown=n) for n in self.files]
        self.cleaned = {job.shown: cleaned for job, cleaned in clean_all(jobs)}
        pieces = {name: certificate(name, "students" if n % 2 else "model") for n, name in enumerate(self.files)}
        self.names = {piece[0].id: name for name, piece in pieces.items()}
        edition = edition_of(*pieces.values(), language=language, of=school(max_exhibits=12, **of))
        self.edition = replace(edition, copies={item: self.copy(item) for item in self.names})
        self.bundle, _ = compose_bundle(self.edition)
        self.copies = {item: folder / f"{name}.clean" for item, name in self.names.items()}
        self.dossier = folder / "dossier.pdf"
        html = dossier_html(self.bundle.dossier, THEME, {}, {})
        copy = Attached("annex-2.1.pdf", b"%PDF-1.4\n" + Random(2).randbytes(50_000), "Annex 2.1", "Supplement")
        assert write_pdf(html, self.dossier, theme=THEME, files=(), claiming=True, attachments=[copy]) == ()

    def copy(self, item):
        cleaned = self.cleaned[self.names[item]]
        state = STATES[cleaned.handling]
        why = {AnnexState.SEPARATE: Refusal.SIGNED, AnnexState.REFUSED: Refusal.DAMAGED}.get(state)
        return AnnexCopy(item=item, state=state, pages=cleaned.pages, sha256="0" * 64, why=why)

    def bind(self, **changes):
        bundle = replace(self.bundle, **changes)
        return write_bundle(bundle, THEME, self.dossier, self.copies, self.folder / "bundle.pdf")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return Made(tmp_path_factory.mktemp("bundle"), 200)


@pytest.fixture(scope="module")
def bound(made):
    return made.bind()


def destinations(pdf):
    """The page (from 0) of each name, and of each link: its page, its name, its target."""
    places = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    names = {str(n): places[to[0].objgen] for n, to in pikepdf.NameTree(pdf.Root.Names.Dests).items()}
    links = []
    for number, page in enumerate(pdf.pages):
        for link in page.obj.get("/Annots", []):
            if link.get("/Subtype") != "/Link" or ("/A" in link and link["/A"].get("/S") == "/URI"):
                continue
            to = link["/A"].D if "/A" in link else link.Dest
            name = str(to) if isinstance(to, pikepdf.String) else ""
            links.append((number, name, names[name] if name else places[to[0].objgen]))
    return names, links


def test_every_file_is_bound_or_named_with_the_reason(made, bound):
    assert {name: cleaned.handling for name, cleaned in made.cleaned.items()} == {
        name: file.handling for name, file in made.files.items()
    }
    assert len(made.bundle.dossier.annexes) == len(made.files) == 200
    assert len(made.bundle.bound) == sum(file.handling is Handling.CLEAN for file in made.files.values())
    with pikepdf.open(made.dossier) as pdf:
        before = len(pdf.pages)
    with pikepdf.open(bound.files[0]) as pdf:
        assert len(pdf.pages) == before + sum(file.pages for file in made.files.values())
    assert bound.problems == ()


def test_every_annex_page_bears_its_number_and_its_running_page(made, bound):
    texts = text_of(bound.files[0])
    for volume in bound.volumes:
        for annex, first in volume.starts():
            own = text_of(made.copies[annex.item])
            for page, text in enumerate(own):
                assert texts[first + page - 1].endswith(f"Ek {annex.number} · {first + page}")
                assert text in texts[first + page - 1]


def test_every_link_leads_where_its_text_says(made, bound):
    with pikepdf.open(bound.files[0]) as pdf:
        names, links = destinations(pdf)
        pages = len(pdf.pages)
    texts = text_of(bound.files[0])
    starts = {annex.anchor: (annex, first) for annex, first in bound.volumes[0].starts()}
    led = {name for _, name, _ in links}
    for anchor, (annex, first) in starts.items():
        assert names[anchor] == first - 1
        assert anchor in led  # from its row at least
        assert f"Ek {annex.number} ·" in texts[first - 1]
        assert annex.number in texts[names[annex.claim]]
        back = [name for page, name, _ in links if page == first - 1 and name]
        assert back == [annex.claim]
    assert all(0 <= target < pages for _, _, target in links)
    exhibits = [name for page, name, _ in links if name.startswith("a-") and page < names["annexes"]]
    assert exhibits, "no exhibit leads to its pages"


def test_a_link_inside_an_annex_still_leads_to_its_own_page(made, bound):
    with pikepdf.open(bound.files[0]) as pdf:
        _, links = destinations(pdf)
    linked = [first for annex, first in bound.volumes[0].starts() if made.names[annex.item].endswith("linked.pdf")]
    assert len(linked) == 8
    for first in linked:
        assert (first - 1, "", first + 1) in links


def test_the_first_page_says_that_nothing_is_claimed(made, bound):
    assert made.bundle.note.split(".")[0] in text_of(bound.files[0])[0]


def test_annexes_have_bookmarks_and_page_labels(made, bound):
    with pikepdf.open(bound.files[0]) as pdf, pdf.open_outline() as outline:
        section = next(mark for mark in outline.root if mark.title == "Ekler")
        assert [mark.title.split("  ")[0] for mark in section.children] == [a.label for a in made.bundle.bound]
        assert pdf.pages[-1].label == str(len(pdf.pages))


def test_the_same_input_gives_the_same_bytes(made, bound):
    first = bound.files[0].read_bytes()
    assert made.bind().files[0].read_bytes() == first


def test_a_limit_makes_volumes_with_running_numbers(made, bound):
    whole = bound.files[0].stat().st_size
    limit = max(made.dossier.stat().st_size, whole // 3) + 60_000
    split = made.bind(limit=limit)
    assert len(split.files) > 1
    assert [file.name for file in split.files[:2]] == ["bundle.1.pdf", "bundle.2.pdf"]
    assert all(file.stat().st_size <= limit for file in split.files)
    number = 1
    for volume, file in zip(split.volumes, split.files, strict=True):
        texts = text_of(file)
        assert (volume.first, volume.pages) == (number, len(texts))
        for annex, first in volume.starts():
            assert f"Ek {annex.number} · {first}" in texts[first - volume.first]
            assert f"Ek {annex.number} {annex.title.text}" in " ".join(texts[: volume.before])
        assert f"Cilt {volume.number} / {len(split.files)}" in texts[0]
        assert str(volume.first + volume.before - 1) in texts[volume.before - 1].split()
        with pikepdf.open(file) as pdf:
            names, _ = destinations(pdf)
            for annex, first in volume.starts():
                assert names[annex.anchor] == first - volume.first
            assert pdf.pages[volume.before].label == str(volume.first + volume.before)
        number += volume.pages
    assert sum(len(volume.annexes) for volume in split.volumes) == len(made.bundle.bound)


def test_an_annex_that_no_volume_can_hold_is_named(tmp_path):
    few = Made(tmp_path, 2)
    item = few.bundle.bound[0].item
    with pikepdf.open(few.copies[item]) as pdf:
        pdf.pages[0].obj.Resources["/XObject"] = pikepdf.Dictionary(Big=pdf.make_stream(Random(1).randbytes(1_000_000)))
        pdf.save(tmp_path / "big.pdf", compress_streams=False)
    few.copies[item] = tmp_path / "big.pdf"
    split = few.bind(limit=few.dossier.stat().st_size + 60_000)
    assert [(p.code, p.where.file) for p in split.problems] == [("bundle.annex-large", few.bundle.bound[0].file)]
    assert [[annex.item for annex in volume.annexes] for volume in split.volumes][1] == [item]


@pytest.mark.parametrize(("language", "word"), [("en", "Annex"), ("sv", "Bilaga")])
def test_the_stamp_speaks_the_dossiers_language(tmp_path, language, word):
    few = Made(tmp_path, 1, language)
    assert text_of(few.bind().files[0])[-1].endswith(f"{word} 2.1 · {few.bind().volumes[0].pages}")


def test_a_claim_is_taken_out(tmp_path):
    few = Made(tmp_path, 1)
    with pikepdf.open(few.dossier) as pdf:
        assert "{http://www.aiim.org/pdfua/ns/id/}part" in pdf.open_metadata()
        assert len(pdf.attachments) == 1
    with pikepdf.open(few.bind().files[0]) as pdf:
        assert not [name for name in pdf.open_metadata() if "/pdfa/" in name or "/pdfua/" in name]
        assert "/OutputIntents" not in pdf.Root
        assert len(pdf.attachments) == 0
        assert not [each for each in pdf.objects if "/Filespec" in repr(each)]
