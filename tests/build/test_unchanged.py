"""What a build said is said again while nothing has changed; any change, one by one, and it is not."""

import os
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from projects import TODAY, cache_of, load, make_project, rewrite

from portfolio.build import unchanged
from portfolio.build.unchanged import ask, forget, inputs_of, recall, remember
from portfolio.files.tesseract import Tesseract
from portfolio.resources import templates_folder

ASKED = ("en", False, (), (), False)  # language, draft, only, lang, strict


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def append(path, text):
    write(path, path.read_text(encoding="utf-8") + text)


@dataclass(frozen=True)
class School:
    """A project with a theme, a pack's file and a logo of its own, as a build would have left it."""

    root: Path

    @property
    def cache(self):
        return cache_of(self.root)

    def ask(self, *, today=TODAY, asked=ASKED):
        return ask(self.root, self.cache, today, *asked)

    def remember(self, answer="all is as it was"):
        """Remember an answer as a build does; what is recalled at once."""
        question = self.ask()
        remember(inputs_of(question, load(self.root)), answer)
        return recall(self.ask())


@pytest.fixture
def school(tmp_path):
    root = make_project(tmp_path / "okul")
    rewrite(root / "portfolio.yaml", "  city: Masalköy\n", "  city: Masalköy\n  logos: [işaret/logo.png]\n")
    append(root / "portfolio.yaml", "theme: ours\nsheets: {poster-mission: {profile: işaret/press.icc}}\n")
    for name in ("işaret", "templates/ours", "frameworks/ours", "output/evaluator", "output/private"):
        (root / name).mkdir(parents=True)
    Image.new("RGB", (300, 300), "navy").save(root / "işaret/logo.png")
    (root / "işaret/press.icc").write_bytes(b"acsp")
    (root / "templates/ours/theme.yaml").write_text("parent: base\n", encoding="utf-8")
    (root / "frameworks/ours/note.txt").write_text("…", encoding="utf-8")
    (root / "output/evaluator/dossier.tr.pdf").write_bytes(b"%PDF")
    (root / "output/private/ledger.csv").write_bytes(b"file;state\n")
    made = School(root)
    made.cache.mkdir(parents=True)
    for name in ("catalogue.packed", "state.sqlite"):
        (made.cache / name).write_bytes(b"kept")
    return made


def edit_unseen(path):
    """Another content of the same length, with the time of the old one: what is edited to look unchanged."""
    seen = path.stat()
    path.write_bytes(path.read_bytes()[::-1])
    os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns))


CHANGES = {
    "portfolio.yaml": lambda root: append(root / "portfolio.yaml", "# a remark\n"),
    "portfolio.yaml, unseen": lambda root: edit_unseen(root / "portfolio.yaml"),
    "decisions.csv": lambda root: append(root / "decisions.csv", ";a.jpg;pillar;model;;;\n"),
    "no decisions.csv": lambda root: (root / "decisions.csv").unlink(),
    "consent.csv": lambda root: write(root / "consent.csv", "person;role;scopes\n"),
    "pupils.csv": lambda root: write(root / "pupils.csv", "class;pupil\n"),
    "pasted criteria": lambda root: write(root / "criteria.tr.txt", "Bir\n"),
    "a text": lambda root: write(root / "narrative/model.tr.md", "Yeni\n"),
    "a text more": lambda root: write(root / "narrative/school.tr.md", "Yeni\n"),
    "no texts": lambda root: shutil.rmtree(root / "narrative"),
    "the theme": lambda root: write(root / "templates/ours/theme.yaml", "parent: base\n\n"),
    "a file of the theme": lambda root: write(root / "templates/ours/messages/tr.yaml", "a: b\n"),
    "the pack": lambda root: write(root / "frameworks/ours/note.txt", "!"),
    "the logo": lambda root: edit_unseen(root / "işaret/logo.png"),
    "a print shop's profile": lambda root: edit_unseen(root / "işaret/press.icc"),
    "no logo": lambda root: (root / "işaret/logo.png").unlink(),
    "a piece": lambda root: edit_unseen(root / "evidence/3-ogrenciler/IMG_20251014_101532.jpg"),
    "a piece touched": lambda root: (root / "evidence/5-icerme-ve-inovasyon/yarım.jpg").touch(),
    "a piece more": lambda root: write(root / "evidence/yeni.txt", "Yeni"),
    "a piece less": lambda root: (root / "evidence/1-ortak-liderlik/toplantı notu.txt").unlink(),
    "a piece moved": lambda root: (root / "evidence/5-icerme-ve-inovasyon/yarım.jpg").rename(root / "evidence/y.jpg"),
    "no evidence": lambda root: shutil.rmtree(root / "evidence"),
    "an output": lambda root: edit_unseen(root / "output/evaluator/dossier.tr.pdf"),
    "an output less": lambda root: (root / "output/private/ledger.csv").unlink(),
    "an output more": lambda root: write(root / "output/evaluator/elsewhere.pdf", "%PDF"),
    "no output": lambda root: shutil.rmtree(root / "output"),
    "what is known of the output": lambda root: (cache_of(root) / "state.sqlite").write_bytes(b"other"),
    "no catalogue": lambda root: (cache_of(root) / "catalogue.packed").unlink(),
    "no cache": lambda root: shutil.rmtree(cache_of(root)),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_any_change_of_a_file_ends_what_is_said_again(school, change):
    assert school.remember() == "all is as it was"
    change(school.root)
    assert recall(school.ask()) is None


@pytest.mark.parametrize(
    "asked",
    [
        {"today": date(2026, 11, 21)},
        {"asked": ("tr", False, (), (), False)},
        {"asked": ("en", True, (), (), False)},
        {"asked": ("en", False, ("plaque",), (), False)},
        {"asked": ("en", False, (), ("tr",), False)},
        {"asked": ("en", False, (), (), True)},
    ],
    ids=("day", "language", "draft", "only", "lang", "strict"),
)
def test_another_question_has_another_answer(school, asked):
    assert school.remember()
    assert recall(school.ask(**asked)) is None
    assert recall(school.ask()) == "all is as it was"


def test_another_program_has_another_answer(school, tmp_path, monkeypatch):
    assert school.remember()
    templates = tmp_path / "templates"
    shutil.copytree(templates_folder(), templates)
    for name, other in (
        ("engines_digest", lambda: "another release"),
        ("find_tesseract", lambda: Tesseract(program="tesseract", stamp="another")),
        ("templates_folder", lambda: templates),
    ):
        with monkeypatch.context() as patched:
            patched.setattr(unchanged, name, other)
            if other() == templates:
                assert recall(school.ask()) == "all is as it was"  # the same files elsewhere
                edit_unseen(templates / "base/css/text.css")
            assert recall(school.ask()) is None
    assert recall(school.ask()) == "all is as it was"


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
@pytest.mark.parametrize("name", ["evidence", "output", "işaret"])
def test_a_link_that_leads_elsewhere_ends_it(school, tmp_path, name):
    """Also where all that is there is the very same: the law says of these folders where they may lie."""
    place = school.root / name
    first, second = tmp_path / f"bir {name}", tmp_path / f"iki {name}"
    place.rename(first if name != "işaret" else (first := school.root / "bir"))
    if name == "işaret":
        second = school.root / "iki"
    place.symlink_to(first, target_is_directory=True)
    assert school.remember()
    first.rename(second)
    place.unlink()
    place.symlink_to(second, target_is_directory=True)
    assert recall(school.ask()) is None


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
@pytest.mark.parametrize("name", ["narrative", "consent.csv", "templates/ours/logo.png", "output/evaluator/link.pdf"])
def test_what_a_link_leads_to_may_change_unseen(school, tmp_path, name):
    place = school.root / name
    target = tmp_path / "elsewhere"
    if place.exists():
        place.rename(target)
    else:
        target.write_bytes(b"person;role;scopes\n")
    place.symlink_to(target)
    assert school.remember() is None


def test_what_is_edited_while_the_project_is_read_is_seen_the_next_time(school):
    question = school.ask()
    project = load(school.root)
    rewrite(school.root / "portfolio.yaml", "city: Masalköy", "city: Uzak Masalköy")
    remember(inputs_of(question, project), "of the old city")
    assert recall(school.ask()) is None


def test_where_the_evidence_is_interpreted_anew_nothing_is_kept(school):
    assert school.remember()
    (school.cache / "catalogue.packed").unlink()
    assert school.remember() is None
    assert not (school.cache / "answer.json").exists()


@pytest.mark.parametrize("kept", ["", "[]", "{}", '{"named": {"evidence": "evidence"}}', "\udcff"])
def test_a_damaged_answer_is_none(school, kept):
    assert school.remember()
    (school.cache / "answer.json").write_text(kept, encoding="utf-8", errors="surrogateescape")
    assert recall(school.ask()) is None


def test_what_is_forgotten_is_not_said(school):
    assert school.remember()
    forget(school.cache)
    assert recall(school.ask()) is None
