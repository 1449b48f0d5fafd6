"""What a dossier takes along of its annexes."""

from dataclasses import replace

from compose.test_annexes import BOUND, LABEL, REFUSED, with_copies

from portfolio.build.attached import attached_copies
from portfolio.build.fingerprint import changes, fingerprint
from portfolio.compose.dossier import compose_dossier
from portfolio.themes import load_theme


def test_only_cleaned_copies_are_attached_under_names_that_tell_nothing(tmp_path):
    (tmp_path / "copy").write_bytes(b"%PDF")
    dossier, _ = compose_dossier(with_copies(BOUND, REFUSED, language="en"))
    assert list(attached_copies(dossier, {LABEL[0].id: tmp_path / "copy"})) == [
        ("annex-1.1.pdf", b"%PDF", "Annex 1.1: National Quality Label: Işık Avcıları", "Supplement")
    ]


def test_another_copy_makes_the_dossier_anew():
    dossier, _ = compose_dossier(with_copies(BOUND))
    (annex,) = dossier.annexes
    other = replace(dossier, annexes=(replace(annex, copy="d" * 64),))
    old, new = (fingerprint(each, load_theme("base", None), {}) for each in (dossier, other))
    assert [reason.code for reason in changes(old, new)] == ["stale.document"]
