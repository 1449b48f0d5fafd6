"""What a piece is called, and what is read out for its picture."""

from __future__ import annotations

import textwrap
from dataclasses import replace

from portfolio.compose.edition import Edition
from portfolio.compose.wording import certificate_title, speaker
from portfolio.i18n import fold
from portfolio.model.evidence import EvidenceItem, Quotation
from portfolio.model.text import Origin, Phrase

LONGEST = 90  # letters of a title that is drawn from a caption


def title(item: EvidenceItem, edition: Edition) -> Phrase:
    """A piece's title: as stated, else from project, certificate, words, caption, or file name; else kind and date."""
    if item.title and item.title.origin is not Origin.FILE_NAME:
        return edition.phrase(item.title.value)
    if item.project:
        return Phrase(text=item.project.title.value)
    if item.quotation:
        return _spoken(item.quotation, edition)
    return _certificate(item, edition) or _captioned(item, edition) or _named(item, edition) or _dated(item, edition)


def title_alone(item: EvidenceItem, edition: Edition) -> Phrase:
    """A piece's title where no caption stands beside it: of a long quotation its first words, not who says them."""
    found = title(item, edition)
    if item.quotation and found == _spoken(item.quotation, edition):
        words = edition.phrase(item.quotation.text.value)
        short = textwrap.shorten(words.text, LONGEST, placeholder=" …")
        return replace(words, text=edition.locale.word("quotation.quoted", text=short))
    return found


def caption(item: EvidenceItem, edition: Edition) -> Phrase | None:
    """A piece's caption, of a quotation its words, unless it already serves as its title."""
    if item.caption:
        stated = edition.phrase(item.caption.value)
    elif item.quotation:
        stated = spoken_words(item.quotation, edition)
    else:
        return None
    return None if stated == title(item, edition) else stated


def dated(item: EvidenceItem, edition: Edition) -> str:
    """When it was, in words; "" when not known."""
    return edition.locale.dating(item.dated.value) if item.dated else ""


def alternative(item: EvidenceItem, edition: Edition) -> Phrase:
    """The stated alternative text, else the draft; in the school's own edition this says that it is one."""
    if item.alternative:
        return edition.phrase(item.alternative.value)
    draft = drafted(item, edition)
    return replace(draft, text=edition.locale.word("alternative.draft", text=draft.text)) if edition.draft else draft


def drafted(item: EvidenceItem, edition: Edition) -> Phrase:
    """What a picture's alternative text is until somebody writes one: from kind, caption or title, date and place.

    What is in another language than the document stands alone: a text has one language.
    """
    named = caption(item, edition) or title(item, edition)
    kind = edition.locale.word(f"kinds.{item.kind}.name")
    if named.language:
        return named
    text = named.text
    if not text.startswith(kind):
        text = edition.locale.word(f"alternative.{item.kind}", text=text)
    about = (dated(item, edition), item.place.value if item.place else "")
    known = ", ".join(part for part in about if part and part not in text)
    return Phrase(text=f"{text} ({known})" if known else text)


def _certificate(item: EvidenceItem, edition: Edition) -> Phrase | None:
    if not item.certificate:
        return None
    kind = certificate_title(item.certificate.kind, edition)
    if not kind:
        return None
    project = item.certificate.project
    if not project:
        return Phrase(text=kind)
    return Phrase(text=edition.locale.word("titles.certificate", kind=kind, project=project.value))


def _captioned(item: EvidenceItem, edition: Edition) -> Phrase | None:
    if not item.caption:
        return None
    stated = edition.phrase(item.caption.value)
    if len(stated.text) <= LONGEST:
        return stated
    return replace(stated, text=f"{stated.text[:LONGEST].rpartition(' ')[0].rstrip(' ,;:–-')} …")


def _spoken(quotation: Quotation, edition: Edition) -> Phrase:
    """Words that are short enough, else who says them: their caption has all of them."""
    if len(edition.phrase(quotation.text.value).text) <= LONGEST:
        return spoken_words(quotation, edition)
    if not quotation.role:
        return Phrase(text=edition.locale.word("kinds.quotation.name"))
    said = speaker(quotation.role.value, edition)
    return replace(said, text=edition.locale.capitalise(said.text))


def spoken_words(quotation: Quotation, edition: Edition) -> Phrase:
    """What somebody said, in the quotation marks of the document's language."""
    words = edition.phrase(quotation.text.value)
    return replace(words, text=edition.locale.word("quotation.quoted", text=words.text))


def _named(item: EvidenceItem, edition: Edition) -> Phrase | None:
    """What the file's name says, unless it names a person who is shown: a caption is asked for names, a file is not."""
    if not item.title:
        return None
    stated = edition.phrase(item.title.value)
    named = any(fold(person) in fold(stated.text) for person in item.portrayal.persons)
    return None if named else stated


def _dated(item: EvidenceItem, edition: Edition) -> Phrase:
    kind, date = edition.locale.word(f"kinds.{item.kind}.name"), dated(item, edition)
    return Phrase(text=edition.locale.word("titles.dated", kind=kind, date=date) if date else kind)
