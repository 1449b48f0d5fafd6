from pathlib import Path

import pytest
from intake.evidence import codes, collected, decision, lay

from portfolio.intake.weblinks import is_address, links_in_text
from portfolio.model.decision import Field
from portfolio.model.evidence import Kind


def links(text: str) -> list[tuple[str, str, int]]:
    return [(link.title, link.address, link.line) for link in links_in_text(text)]


def test_a_list_may_be_written_in_many_ways() -> None:
    assert links("https://a.org/x") == [("", "https://a.org/x", 1)]
    assert links("Bağlantılar\n\nSitemiz: https://a.org\n2. https://b.org.") == [
        ("Sitemiz", "https://a.org", 3),
        ("", "https://b.org", 4),
    ]
    assert links("- [Sitemiz](https://a.org/b_(c))\n* https://b.org – Blog") == [
        ("Sitemiz", "https://a.org/b_(c)", 1),
        ("Blog", "https://b.org", 2),
    ]
    assert links("# Linkler\nSitemiz\nhttps://a.org\n\nTwinSpace\nhttps://b.org\n") == [
        ("Sitemiz", "https://a.org", 3),
        ("TwinSpace", "https://b.org", 6),
    ]


@pytest.mark.parametrize("line", ["HABERLER", "Diğerleri:", "ftp://x.y/z", "mailto:okul@example.org"])
def test_a_heading_or_another_address_leaves_a_list_one(line: str) -> None:
    assert links(f"Sitemiz: https://a.org\n{line}\nBlog: https://b.org\n{line}") == [
        ("Sitemiz", "https://a.org", 1),
        ("Blog", "https://b.org", 3),
    ]


def test_an_address_may_be_written_as_people_say_it() -> None:
    assert links("Sitemiz: www.okul.example") == [("Sitemiz", "https://www.okul.example", 1)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Bugün gezdik.",
        "Bugün gezdik.\nSonra döndük.\nhttps://a.org",
        "Bugün https://a.org sayfasında yayımladık.",
        "Sitemiz: https://a.org\nÇok sevdik.",
        "https://a.org https://b.org",
        "javascript:alert(1)",
        "ftp://a.org",
    ],
)
def test_any_other_text_is_no_list(text: str) -> None:
    assert links(text) == []


def test_an_address_stands_alone() -> None:
    assert is_address("https://a.org/?a=1")
    assert not is_address("see https://a.org")
    assert not is_address("file:///etc/passwd")


def test_a_link_is_a_piece_with_the_title_of_its_file(tmp_path: Path) -> None:
    catalogue = collected(lay(tmp_path / "k", {"Proje sitesi.url": "[InternetShortcut]\nURL=https://a.org"}))
    (item,) = catalogue.items
    assert item.kind is Kind.LINK
    assert item.title is not None
    assert item.title.value.texts == (("", "Proje sitesi"),)
    assert item.address is not None
    assert (item.address.value, item.address.where) == ("https://a.org", "Proje sitesi.url")


def test_the_links_of_a_list_are_pieces_of_their_own(tmp_path: Path) -> None:
    folder = lay(tmp_path / "k", {"liste.txt": "Sitemiz: https://a.org\nBlog: https://b.org\n"})
    first, second = collected(folder).items
    assert [item.title and item.title.value.texts[0][1] for item in (first, second)] == ["Sitemiz", "Blog"]
    assert [item.address and item.address.where for item in (first, second)] == ["liste.txt:1", "liste.txt:2"]
    assert first.id.endswith(".1")
    named = collected(folder, decision("", Field.TITLE, "Günlük", item=second.id)).item(second.id)
    assert named is not None
    assert named.title is not None
    assert named.title.value.texts == (("", "Günlük"),)


def test_the_rows_of_a_table_are_links_when_they_are_nothing_else(tmp_path: Path) -> None:
    folder = lay(tmp_path / "k", {"a.csv": "Başlık;Bağlantı\nSitemiz;https://a.org\nBlog;https://b.org\n"})
    assert [item.kind for item in collected(folder).items] == [Kind.LINK, Kind.LINK]
    folder = lay(tmp_path / "l", {"a.csv": "Başlık;Bağlantı\nSitemiz;https://a.org\nBlog;yok\n"})
    assert [item.kind for item in collected(folder).items] == [Kind.DOCUMENT]


def test_what_a_person_calls_a_document_is_one(tmp_path: Path) -> None:
    folder = lay(tmp_path / "k", {"liste.txt": "https://a.org\nhttps://b.org\n"})
    (item,) = collected(folder, decision("liste.txt", Field.KIND, "belge")).items
    assert item.kind is Kind.DOCUMENT


def test_a_password_in_a_link_is_left_out_and_told(tmp_path: Path) -> None:
    link = "[InternetShortcut]\nURL=https://ada:1234@example.org/sayfa\n"
    catalogue = collected(lay(tmp_path / "k", {"a.url": link}))
    (item,) = catalogue.items
    assert item.address
    assert item.address.value == "https://example.org/sayfa"
    assert "1234" not in item.text
    assert codes(catalogue.problems) == [("address.password", "a.url", None)]
