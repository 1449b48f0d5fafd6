"""What an artefact depends on is told by part, so that a rebuild can say what changed."""

from dataclasses import replace

from compose.editions import edition_of, photo

from portfolio.build.fingerprint import changes, files_digest, fingerprint, limit_digest
from portfolio.compose.dossier import compose_dossier
from portfolio.model.text import Phrase
from portfolio.themes import load_theme

BASE = load_theme("base", None)


def marks(document, theme=BASE):
    return fingerprint(document, theme, {})


def told(old, new, pictures=()):
    return [(each.code, *dict(each.values).values()) for each in changes(old, new, pictures)]


def dossier(*names, **fields):
    return compose_dossier(edition_of(*(photo(name, "students", **fields) for name in names)))[0]


def test_the_same_document_has_the_same_marks():
    assert marks(dossier("bir", "iki")) == marks(dossier("bir", "iki"))
    assert changes(marks(dossier("bir")), marks(dossier("bir"))) == ()
    assert told(None, marks(dossier("bir"))) == [("stale.first",)]


def test_another_size_that_is_allowed_is_told():
    mine = marks(dossier("bir"))
    old, new = ({**mine, **limit_digest(limit)} for limit in (9_000_000, 10_000_000))
    assert told(old, new) == told(mine, new) == [("stale.size-limit",)]
    assert limit_digest(None) == {}


def test_a_section_is_told_by_its_title():
    document = dossier("bir")
    first, second, *rest = document.sections
    changed = replace(document, sections=(first, replace(second, lead=None, short_title="x"), *rest))
    assert told(marks(document), marks(changed)) == [("stale.sections", second.title)]
    assert told(marks(document), marks(replace(document, sections=(first, *rest))))[0] == (
        "stale.sections",
        second.title,
    )


def test_another_order_of_the_sections_is_another_document():
    document = dossier("bir")
    assert told(marks(document), marks(replace(document, sections=document.sections[::-1]))) == [("stale.document",)]


def test_what_a_picture_holds_is_told_apart_from_the_words():
    document = dossier("bir")
    other = replace(document, cover=replace(document.cover, picture=replace(document.cover.picture, sha256="1" * 64)))
    assert told(marks(document), marks(other)) == [("stale.pictures",)]
    assert told(marks(document), marks(other), ["bir.jpg"]) == [("stale.pictures-named", "bir.jpg")]
    many = [f"{number}.jpg" for number in range(7)]
    assert told(marks(document), marks(other), many)[0][1].endswith("4.jpg; … (+2)")


def test_other_words_about_a_picture_are_no_other_picture():
    document = dossier("bir")
    picture = replace(document.cover.picture, alternative=Phrase(text="Çocuklar bahçede"))
    other = replace(document, cover=replace(document.cover, picture=picture))
    assert told(marks(document), marks(other)) == [("stale.document",)]


def test_theme_and_the_files_of_others_are_told(tmp_path):
    document = dossier("bir")
    assert told(marks(document), marks(document, replace(BASE, digest="x"))) == [("stale.theme",)]
    (tmp_path / "a.pdf").write_bytes(b"a")
    old = files_digest({"evaluator/a.pdf": tmp_path / "a.pdf"})
    (tmp_path / "a.pdf").write_bytes(b"b")
    assert told(old, files_digest({"evaluator/a.pdf": tmp_path / "a.pdf"})) == [("stale.files",)]
    assert files_digest({}) == {}
