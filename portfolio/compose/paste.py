"""What a school pastes that may publish only through a panel of its ministry: all of it cleared for the web."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from portfolio.compose.announcement import compose_announcement
from portfolio.compose.edition import Edition
from portfolio.compose.label import label_line
from portfolio.compose.pastepictures import MOST, choose_pictures, set_picture
from portfolio.compose.place import school_place
from portfolio.compose.projectlist import list_projects
from portfolio.compose.selection import select
from portfolio.model.lockup import Arrangement, Lockup
from portfolio.model.paste import Card, Paste, PastePicture
from portfolio.model.problem import Problem, note
from portfolio.model.text import Phrase


def compose_paste(edition: Edition) -> tuple[Paste, tuple[Problem, ...]]:
    """All that is pasted of an edition. `paste.few-pictures` when fewer than four photos may be shown."""
    project, word, selection = edition.project, edition.locale.word, select(edition)
    announcement, problems = compose_announcement(edition, selection)
    chosen = choose_pictures(edition, selection)
    pictures = tuple(set_picture(item, edition, selection) for item in chosen)
    if len(pictures) < MOST:
        problems = (*problems, note("paste.few-pictures", n=len(pictures), most=MOST))
    card = _card(edition, pictures[0] if pictures and _may_show(edition, selection.cover is not None) else None)
    paste = Paste(
        language=edition.language,
        title=word("document.title", title=announcement.headline, school=project.school.name),
        announcement=announcement,
        projects=list_projects(edition, selection),
        pictures=pictures,
        pictures_title=word("paste.pictures"),
        card=card,
        card_details=tuple(_told_of(card, edition)),
        watermark=word("document.watermark") if edition.draft else "",
    )
    return paste, problems


def _may_show(edition: Edition, has_cover: bool) -> bool:
    """Whether the first picture stands on the card: no other may where the school wants one, or none, on its cover."""
    return has_cover or not edition.cover


def _card(edition: Edition, picture: PastePicture | None) -> Card:
    school, (label, _) = edition.project.school, label_line(edition)
    return Card(
        school=school.name,
        label=label,
        place=school_place(edition),
        picture=picture.sizes[0] if picture else None,
        logos=school.logos[:1],
        pillars=tuple(pillar.key for pillar in edition.framework.pillars),
        lockup=_in_a_corner(edition.lockup) if edition.lockup else None,
    )


def _in_a_corner(lockup: Lockup) -> Lockup:
    """In one language: letters could not be read there. A disclaimer stands in the announcement."""
    return replace(lockup, disclaimer="", second=None, arrangement=Arrangement.BESIDE)


def _told_of(card: Card, edition: Edition) -> Iterator[tuple[str, Phrase]]:
    """All the words that are seen on the card, and what its picture shows."""
    word = edition.locale.word
    statements = (each.text for each in card.lockup.sentences) if card.lockup else ()
    said = " · ".join(filter(None, (card.school, card.label, card.place, *statements)))
    yield word("paste.alternative"), Phrase(text=said)
    if card.picture:
        yield word("paste.seen"), card.picture.alternative
