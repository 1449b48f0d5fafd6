"""What is written of a PDF's objects, worked out once."""

from __future__ import annotations

import io

import pydyf
import pytest

from portfolio.render.settled import settle


def sample(*parts: bytes) -> pydyf.PDF:
    pdf = pydyf.PDF()
    content = pydyf.Stream([b"BT", *parts, b"ET"], compress=True)
    pdf.add_object(content)
    pdf.add_page(pydyf.Dictionary({"Type": "/Page", "Parent": pdf.pages.reference, "Contents": content.reference}))
    pdf.info["Title"] = pydyf.String("Işık")
    return pdf


def written(pdf: pydyf.PDF, *, compress: bool) -> bytes:
    file = io.BytesIO()
    pdf.write(file, identifier=True, compress=compress)
    return file.getvalue()


@pytest.mark.parametrize("compress", [False, True])
def test_what_is_settled_is_written_as_it_would_have_been(compress: bool) -> None:
    settled = sample(b"[<0015>13<0011>] TJ")
    settle(settled)
    assert written(settled, compress=compress) == written(sample(b"[<0015>13<0011>] TJ"), compress=compress)


@pytest.mark.parametrize(
    ("part", "left"),
    [
        (b"[<0015>0<0011>13<0015>0] TJ", b"[<00150011>13<0015>] TJ"),
        (b"[<0015>10<0011>-0.5<0015>20] TJ", b"[<0015>10<0011>-0.5<0015>20] TJ"),
        (b"(a>0<b) Tj", b"(a>0<b) Tj"),
    ],
)
def test_moves_by_nothing_are_left_out_of_texts(part: bytes, left: bytes) -> None:
    settled = sample(part)
    settle(settled)
    assert written(settled, compress=True) == written(sample(left), compress=True)
