"""Who may see what, decided before anything is composed. It fails closed: what is not known is not cleared.

For each piece and audience, in this order:

-  What is to be covered in it could not be read or applied, or it has changed since somebody looked: nobody sees it.
-  Children of a partner school are in it: each statement of such a school has to allow the audience, for them alone.
0. It is what somebody said, and an answer to being quoted stands beside it: nobody who did not agree to this audience
   is quoted (a plain yes is one to the evaluator). A line of the register about the speaker or the file may end that.
1. Somebody in it is named (recognisable persons and groups; where there is a list of pupils, everybody in the class
   or group who is not said to be absent; the holder of a pupil's certificate), or a line of the
   register names the file itself ("file:3-ogrenciler/sunum.jpg"): each of them needs a valid consent for the audience.
   A name stands for all who bear it, and each must have agreed; a class behind it says whom it means ("Ali Çam 4-B").
   A short name ("Ayşe Y.") stands for all in the lists whom it fits, and where no pupil is among them it needs a line
   of its own as well. Such a line counts as a pupil's own where that pupil is all it fits and has no line under the
   full name; else it can only refuse for those whom it fits.
   With a list of pupils no line about a class or group clears it, whatever it is called there: it can only refuse.
2. Besides those named somebody is in it of whom a person said that it is not known who: as in 4, unless a line of the
   register names the file. People are recognisable, or it is a pupil's certificate, but nobody is named: not cleared.
3. A person said that nobody is in it, or nobody recognisable: cleared.
4. Nobody said anything: what can hold no picture (tables, plain texts) is cleared, unless it is somebody's own words.
   Everything else is not, save for the evaluator where the school decided so (`consent.evaluator_default: include`).

Reasons never contain a name.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from portfolio.consent.keys import FILE_PREFIX, key_of
from portfolio.consent.people import Lines, People
from portfolio.consent.pupils import Pupil
from portfolio.consent.register import scopes_in
from portfolio.model.catalogue import Catalogue
from portfolio.model.clearance import HANDED_OUT, Audience, Clearance, ConsentEntry
from portfolio.model.evidence import EvidenceItem, PortrayalState
from portfolio.model.framework import PUPIL_CERTIFICATE
from portfolio.model.problem import Problem, Reason, place_in, reason, warning

# Tables and plain texts: no picture of anybody can be in what we show of them.
_WITHOUT_PICTURES = frozenset(
    {
        "application/yaml",
        "application/json",
        "application/internet-shortcut",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.oasis.opendocument.spreadsheet",
    }
)
# Why a consent that somebody was asked for does not hold: it weighs more than that somebody else is not registered.
ENDED = frozenset({"clearance.refused", "clearance.withdrawn", "clearance.expired", "clearance.not-agreed"})
_FOR_EVER = date.max.isoformat()


def clear(
    catalogue: Catalogue,
    entries: Sequence[ConsentEntry],
    pupils: Sequence[Pupil] = (),
    *,
    today: date,
    evaluator_default: bool,
    changed: Collection[str] = (),
) -> tuple[Clearance, ...]:
    """A Clearance of each piece for each of HANDED_OUT, in the order of the catalogue.

    `changed` are the files that hold another content than the one for which their line in the register was written.
    Reason codes: `clearance.nobody`, `.unrecognisable`, `.no-picture`, `.consent`, `.agreed`, `.partner-agreed`,
    `.school-default` (allowed); `.partner`, `.unknown`, `.unasked`, `.unnamed`, `.not-agreed`, `.not-registered`,
    `.unlisted-group`, `.refused`, `.not-yet`, `.expired`, `.withdrawn`, `.stale`, and what bars a piece (not).
    """
    people = People(entries, pupils)
    asked = {item.id: tuple(_named(item, people)) for item in catalogue.items}
    return tuple(
        Clearance(item=item.id, audience=audience, allowed=allowed, why=why)
        for item in catalogue.items
        for audience in HANDED_OUT
        for allowed, why in (_judge(item, asked[item.id], audience, people, today, evaluator_default),)
        for allowed, why in (_unless_changed(item, allowed, why, changed),)
    )


def lines_against(
    item: EvidenceItem, entries: Sequence[ConsentEntry], pupils: Sequence[Pupil] = (), *, today: date
) -> dict[str, tuple[int, ...]]:
    """The register's lines about each in a piece, or each of its files, that does not allow every audience, by key."""
    people = People(entries, pupils)
    return {
        each: tuple(entry.line for entry in (*people.lines(each), *people.doubtful(each)))
        for each in (*_named(item, people), *_registered_files(item, people))
        if any(_objection(each, people, audience, today) for audience in HANDED_OUT)
    }


def _unless_changed(item: EvidenceItem, allowed: bool, why: Reason, changed: Collection[str]) -> tuple[bool, Reason]:
    """The verdict, or that somebody agreed to another content than lies in this place now."""
    if allowed and any(file in changed for file in item.files):
        return False, reason("clearance.stale")
    return allowed, why


def _judge(
    item: EvidenceItem,
    named: Sequence[str],
    audience: Audience,
    people: People,
    today: date,
    evaluator_default: bool,
) -> tuple[bool, Reason]:
    if item.barred:
        return False, item.barred
    if item.portrayal.partner and (why := _partner_objection(item, audience, today)):
        return False, why
    files = tuple(_registered_files(item, people))
    if item.quotation and item.quotation.agreed:
        known = (subject for subject in (*named, *files) if people.speaks_of(subject))
        ended = (_objection(subject, people, audience, today) for subject in known)
        return _agreed(item.quotation.agreed.value, audience, next(filter(None, ended), None))
    judged = (_objection(subject, people, audience, today) for subject in (*named, *files))
    if against := [why for why in judged if why]:
        return False, next((why for why in against if why.code in ENDED), against[0])
    if files or (named and not _others_unknown(item)):
        return True, reason("clearance.consent")
    if item.portrayal.partner and not _others_there(item):
        return True, reason("clearance.partner-agreed")
    if _must_name_people(item):
        return False, reason("clearance.unnamed")
    match item.portrayal.state:
        case PortrayalState.NONE:
            return True, reason("clearance.nobody")
        case PortrayalState.UNRECOGNISABLE:
            return True, reason("clearance.unrecognisable")
    if _holds_no_picture(item):
        return True, reason("clearance.no-picture")
    if audience is Audience.EVALUATOR and evaluator_default:
        return True, reason("clearance.school-default")
    return False, reason("clearance.unasked" if item.quotation else "clearance.unknown")


def _partner_objection(item: EvidenceItem, audience: Audience, today: date) -> Reason | None:
    """Why partner schools do not let an audience see their children, None if they do."""
    schools = {key_of(each.value.school) for each in item.partners}
    if len(schools) < (2 if item.portrayal.partners else 1):
        return reason("clearance.partner")
    if any(audience not in each.value.audiences for each in item.partners):
        return reason("clearance.refused")
    return reason("clearance.not-yet") if any(each.value.on > today.isoformat() for each in item.partners) else None


def _agreed(answer: str, audience: Audience, ended: Reason | None) -> tuple[bool, Reason]:
    """Whether a speaker's own answer allows an audience; `ended` is why the register does not."""
    scopes, unclear = ((Audience.EVALUATOR,), ()) if answer == "yes" else scopes_in(answer)
    if ended or unclear or audience not in scopes:
        return False, ended or reason("clearance.not-agreed")
    return True, reason("clearance.agreed")


def _objection(subject: str, people: People, audience: Audience, today: date) -> Reason | None:
    """Why what the lists say of a key does not allow an audience; nothing clears a group but its members."""
    if not people.is_group(subject):
        return objection(people.lines(subject), audience, today, people.doubtful(subject))
    why = objection(people.doubtful(subject), audience, today) if people.doubtful(subject) else None
    if why and why.code in ENDED:
        return why
    return None if people.is_listed_group(subject) else reason("clearance.unlisted-group")


def objection(entries: Lines, audience: Audience, today: date, doubtful: Lines = ()) -> Reason | None:
    """Why what the register says of one person, group or file does not allow an audience on a day; None if it does.

    Of several lines one valid suffices, for consent is given for one purpose at a time and renewed. What ends consents
    for an audience ends those of the other lines too that were given up to that day: a withdrawal, or a line without
    any scope, which is a refusal (without a date it always holds). Of `doubtful` lines only that counts.
    """
    day = today.isoformat()
    entries = [*entries, *(entry for entry in doubtful if not entry.scopes or "" < entry.withdrawn_on <= day)]
    if not entries:
        return reason("clearance.not-registered")
    refused = max((_refused_on(entry) for entry in entries if not entry.scopes), default="")
    given = [entry for entry in entries if audience in entry.scopes and entry.given_on > refused]
    if not given:
        return reason("clearance.refused")
    withdrawn = max((entry.withdrawn_on for entry in given if entry.withdrawn_on <= day), default="")
    standing = [entry for entry in given if entry.given_on > withdrawn]
    if not standing:
        return reason("clearance.withdrawn")
    begun = [entry for entry in standing if entry.given_on <= day]
    if not begun:
        return reason("clearance.not-yet")
    if all(entry.expires_on and entry.expires_on < day for entry in begun):
        return reason("clearance.expired")
    return None


def _refused_on(entry: ConsentEntry) -> str:
    return max(entry.given_on, entry.withdrawn_on) or _FOR_EVER


def _named(item: EvidenceItem, people: People) -> Iterator[str]:
    """Everybody named in a piece, by key: each must have consented."""
    yield from people.asked((*item.portrayal.persons, *item.portrayal.groups), item.portrayal.absent)
    if is_pupil_certificate(item) and item.certificate and item.certificate.holder:
        yield from people.asked([item.certificate.holder.value])


def _registered_files(item: EvidenceItem, people: People) -> Iterator[str]:
    """The files of a piece that have a line in the register, as its keys."""
    yield from (key for key in (key_of(f"{FILE_PREFIX}{file}") for file in item.files) if people.lines(key))


def _others_unknown(item: EvidenceItem) -> bool:
    """Whether people are named in a piece, and a person said as well that it is not known who is in it."""
    named = item.portrayal.persons or item.portrayal.groups
    return bool(named) and item.portrayal.state is PortrayalState.UNKNOWN


def _others_there(item: EvidenceItem) -> bool:
    """Whether anybody but a partner school's children may be in a piece."""
    portrayal = item.portrayal
    own = portrayal.persons or portrayal.groups or is_pupil_certificate(item)
    return bool(own) or portrayal.state is not PortrayalState.RECOGNISABLE


def _must_name_people(item: EvidenceItem) -> bool:
    return item.portrayal.state is PortrayalState.RECOGNISABLE or is_pupil_certificate(item)


def is_pupil_certificate(item: EvidenceItem) -> bool:
    """Whether a piece is a pupil's certificate: whoever holds it is named in it."""
    return item.certificate is not None and item.certificate.kind == PUPIL_CERTIFICATE


def _holds_no_picture(item: EvidenceItem) -> bool:
    if item.quotation:  # words are somebody's own, as a face is
        return False
    return item.raster is None and (item.media_type.startswith("text/") or item.media_type in _WITHOUT_PICTURES)


def unknown_people(
    catalogue: Catalogue, entries: Sequence[ConsentEntry], pupils: Sequence[Pupil]
) -> tuple[Problem, ...]:
    """A warning where a statement names somebody, or a class, that stands in neither list; it never says whom.

    Not of a speaker whose own answer to being quoted is known.
    """
    people = People(entries, pupils)
    found = []
    for item in (each for each in catalogue.items if not (each.quotation and each.quotation.agreed)):
        portrayal = item.portrayal
        named = (*portrayal.persons, *portrayal.groups, *portrayal.absent)
        strange = sum(not people.knows(name) for name in named)
        if strange:
            found.append(warning("consent.unknown-person", place_in(portrayal.where), n=strange, file=item.files[0]))
    return tuple(dict.fromkeys(found))
