from portfolio.files.words import squeezed


def test_words_are_the_same_however_their_lines_were_broken() -> None:
    assert squeezed("Öğrenci  çalış-\nması 2024-2025") == squeezed("Öğrenci çalışması\u00a02024\u20112025")
    assert squeezed("fi\u0301l") == squeezed("f\u00edl")
    assert squeezed("partner\x02klass") == squeezed("partnerklass") == squeezed("partner\ufffe\r\nklass")
    assert squeezed("kalem") != squeezed("kelam")
