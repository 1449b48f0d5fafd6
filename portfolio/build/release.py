"""What a person can do so that an audience may see a piece, by the reason why it may not."""

from __future__ import annotations

from enum import StrEnum

from portfolio.model.evidence import EvidenceItem


class Release(StrEnum):
    """The thing to do; its words are `releases.<value>`."""

    PEOPLE = "people"  # say who is in it
    SPEAKER = "speaker"  # ask whoever said it
    VOICE = "voice"  # ask whoever agreed to less, and write for whom
    OTHER_VOICE = "other-voice"  # whoever said it said no
    CONSENT = "consent"  # a line in the register
    RESPECT = "respect"  # somebody said no: show another piece, or cover the person
    GROUP = "group"  # name a class that the list of pupils knows
    PARTNER = "partner"  # ask the partner school
    CONFIRM = "confirm"  # look again, for the content has changed
    COVER = "cover"  # write what is to be covered so that it can be read
    TEXT = "text"  # take names or numbers out of the file


_BY_REASON = {
    "unknown": Release.PEOPLE,
    "unnamed": Release.PEOPLE,
    "named-beside": Release.PEOPLE,
    "unasked": Release.SPEAKER,
    "not-agreed": Release.RESPECT,
    "refused": Release.RESPECT,
    "withdrawn": Release.RESPECT,
    "unlisted-group": Release.GROUP,
    "partner": Release.PARTNER,
    "stale": Release.CONFIRM,
    "redaction": Release.COVER,
    "tells-names": Release.TEXT,
    "may-tell-names": Release.TEXT,
    "tells-numbers": Release.TEXT,
}


def release_of(code: str, item: EvidenceItem) -> Release:
    """What to do about a reason (`clearance.…`) of a piece; for all that is not named here somebody has to agree."""
    bare = code.removeprefix("clearance.")
    release = _BY_REASON.get(bare, Release.CONSENT)
    if item.quotation and release is Release.RESPECT:
        narrower = bare == "not-agreed" and item.quotation.agreed and item.quotation.agreed.value != "no"
        return Release.VOICE if narrower else Release.OTHER_VOICE
    return release
