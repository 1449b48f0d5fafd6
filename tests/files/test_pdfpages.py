import io
from pathlib import Path

import pytest
from intake.evidence import pdf
from scans import page, report

from portfolio.files.pdfpages import MAX_PAGES, PdfFault, draw_page, read_pages


def write(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "çok güzel.pdf"
    path.write_bytes(data)
    return path


def fault(path: Path) -> str:
    with pytest.raises(PdfFault) as caught:
        read_pages(path)
    return caught.value.code


def encrypted(tmp_path: Path, *, user: str, owner: str) -> Path:
    import pikepdf

    plain = write(tmp_path, pdf("Ulusal Kalite Etiketi"))
    locked = tmp_path / "locked.pdf"
    with pikepdf.open(plain) as document:
        document.save(locked, encryption=pikepdf.Encryption(user=user, owner=owner))
    return locked


def test_texts_page_by_page_and_properties(tmp_path: Path) -> None:
    found = read_pages(
        write(tmp_path, pdf("First line", "Second line", pages=2, title="A plan", created="D:20250520184543+03'00'"))
    )
    assert found.texts == ("First line\nSecond line",) * 2
    assert (found.title, found.created) == ("A plan", "D:20250520184543+03'00'")
    assert found.shape == 0.7067


def test_a_page_with_little_text_is_a_picture_only_when_one_covers_it(tmp_path: Path) -> None:
    path = report(tmp_path / "a.pdf", pdf("Ada", pages=4), {2: page("Ada")})
    stamp(path, 3, (0, 0, 595, 842))
    stamp(path, 4, (20, 20, 80, 80))
    assert read_pages(path).pictured == (False, True, True, False)


def stamp(path: Path, number: int, box: tuple[int, int, int, int]) -> None:
    """Put a picture onto a page of a PDF, below what stands there; `box` in points from its lower left corner."""
    import pikepdf

    data = io.BytesIO()
    page("x").save(data, "PDF")
    with pikepdf.open(path, allow_overwriting_input=True) as document, pikepdf.open(data) as drawn:
        document.pages[number - 1].add_underlay(drawn.pages[0], pikepdf.Rectangle(*box))
        document.save(path)


def test_the_shape_of_the_first_page_is_the_one_it_is_shown_in(tmp_path: Path) -> None:
    import pikepdf

    turned = tmp_path / "turned.pdf"
    with pikepdf.open(write(tmp_path, pdf("A certificate"))) as document:
        document.pages[0].rotate(90, relative=False)
        document.save(turned)
    assert read_pages(turned).shape == 1.4151


def test_a_page_thousands_of_times_as_long_as_wide_is_damage(tmp_path: Path) -> None:
    assert fault(write(tmp_path, pdf("x").replace(b"0 0 595 842", b"0 0 5 84200"))) == "pdf.damaged"


def test_pages_beyond_the_limit_are_not_read(tmp_path: Path) -> None:
    assert len(read_pages(write(tmp_path, pdf("x", pages=MAX_PAGES + 5))).texts) == MAX_PAGES


def test_an_owner_password_does_not_matter_a_user_password_does(tmp_path: Path) -> None:
    assert read_pages(encrypted(tmp_path, user="", owner="secret")).texts == ("Ulusal Kalite Etiketi",)
    assert fault(encrypted(tmp_path, user="secret", owner="secret")) == "pdf.password"


def test_a_damaged_pdf_is_not_taken_for_a_locked_one_read_before(tmp_path: Path) -> None:
    assert fault(encrypted(tmp_path, user="secret", owner="secret")) == "pdf.password"
    assert fault(write(tmp_path, pdf(pages=0))) == "pdf.damaged"
    assert fault(write(tmp_path, b"%PDF-1.4\n%%EOF")) == "pdf.damaged"
    assert fault(write(tmp_path, b"not a PDF")) == "pdf.damaged"


def test_a_page_is_drawn_as_large_as_it_fits(tmp_path: Path) -> None:
    image = draw_page(write(tmp_path, pdf("Hello")), 1, (100, 1000))
    assert image.mode == "RGB"
    assert image.size == (100, 142)
    assert image.getpixel((0, 0)) == (255, 255, 255)
    assert min(image.convert("L").tobytes()) < 160  # its text, blurred


def test_a_page_that_is_not_there_cannot_be_drawn(tmp_path: Path) -> None:
    with pytest.raises(PdfFault):
        draw_page(write(tmp_path, pdf("Hello")), 2, (100, 100))
