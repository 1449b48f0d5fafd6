import pytest
from intake.evidence import codes, collected, lay

from portfolio.intake import making
from portfolio.model.catalogue import FileState


def test_a_content_that_trips_the_program_is_set_aside_and_the_rest_is_used(tmp_path, monkeypatch):
    folder = lay(tmp_path / "evidence", {"a.txt": "Bir metin", "kopya/a.txt": "Bir metin", "b.txt": "Başka bir metin"})
    understood = making.pieces_of

    def trip(content, knowledge):
        if "a.txt" in content.names:
            raise ZeroDivisionError
        return understood(content, knowledge)

    monkeypatch.setattr(making, "pieces_of", trip)
    found = collected(folder)
    assert [item.files for item in found.items] == [("b.txt",)]
    assert {file.name: file.state for file in found.files} == {
        "a.txt": FileState.QUARANTINED,
        "b.txt": FileState.USED,
        "kopya/a.txt": FileState.QUARANTINED,
    }
    assert codes(found.problems) == [("file.stumbled", "a.txt", None), ("file.stumbled", "kopya/a.txt", None)]
    assert dict(found.problems[0].values) == {"kind": "ZeroDivisionError"}


@pytest.mark.parametrize("name", ["belge.txt", "belge.md"])
def test_a_certificate_that_says_when_it_ends_is_one_like_any_other(tmp_path, name):
    text = "KATILIM BELGESİ\nSayın Elif Uçanhalı\n“Yapay Zekâ” seminerine katılmıştır.\nSon geçerlilik: 31.12.2024"
    [item] = collected(lay(tmp_path / "evidence", {name: text})).items
    assert item.certificate is not None
    assert item.certificate.valid_until is not None
