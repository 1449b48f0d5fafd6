"""One key for all the ways in which a person or a class is written."""

import pytest

from portfolio.consent.keys import key_of, without_class


@pytest.mark.parametrize("written", ["Ali Çam 4-B", "Ali Çam (4-B)", "ali cam 4/b", "Ali Çam, 4B", "ALİ ÇAM [4 – B]"])
def test_a_class_behind_a_name_belongs_to_it(written):
    assert key_of(written) == key_of(key_of(written)) == "ali cam 4-b"
    assert key_of(without_class(written)) == "ali cam"


@pytest.mark.parametrize("written", ["4-B", "Ali Çam", "Ada B.", "file:foto (4-B).jpg", "file:foto 4 b"])
def test_what_has_no_class_behind_it_stays_as_it_is(written):
    assert without_class(written) == written


def test_brackets_do_not_matter_but_in_files():
    assert key_of("Ali Çam (Güneş)") == key_of("Ali Çam Güneş")
    assert key_of("file:Foto (1).jpg") == "file:foto (1).jpg"
    assert key_of("(4-A)") == key_of("4-A")


def test_a_file_is_no_other_that_is_called_nearly_so():
    assert key_of("file:sınıf şok.jpg") != key_of("file:sinif sok.jpg")


@pytest.mark.parametrize("written", ["file: 3/a b.jpg", "File:3\\a b.jpg", "dosya:./3/a b.jpg ", " FILE : 3/a b.jpg"])
def test_how_the_line_says_that_it_is_about_a_file_does_not_matter(written):
    assert key_of(written) == "file:3/a b.jpg"
    assert without_class(written) == written
