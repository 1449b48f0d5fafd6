"""The shipped wordings are complete, and how sure each is was kept."""

from portfolio.visibility.statements import Confidence, read_eu_texts


def test_39_languages_with_both_statements_and_a_source():
    texts = read_eu_texts()
    assert len(texts) == 39
    assert {"en", "tr", "sv", "no", "sr-Latn", "ar"} <= texts.keys()
    assert sum(1 for entry in texts.values() if entry.disclaimer) == 28
    for entry in texts.values():
        assert entry.source
        for statement in (entry.funded, entry.cofunded):
            assert len(statement.text.splitlines()) == 2


def test_how_sure_a_wording_is():
    texts = read_eu_texts()
    assert texts["de"].funded.confidence is Confidence.LEGAL_TEXT
    assert texts["tr"].funded.sure
    assert not texts["tr"].cofunded.sure
    assert not texts["sq"].funded.sure
    assert texts["ar"].funded.confidence is Confidence.ATTESTED_WIDELY
    assert all(entry.flag for entry in texts.values())
