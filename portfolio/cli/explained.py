"""What is known of a piece in words, grouped: where it lies, what is said, what it proves, who may see it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

from portfolio.cli.map import LONGEST_TITLE
from portfolio.cli.origins import Known, known_of, value_of
from portfolio.cli.targets import carried_text, target_title
from portfolio.cli.words import Words
from portfolio.i18n import fold, spoken
from portfolio.model.decision import Decision, Field
from portfolio.model.evidence import EvidenceItem, PortrayalState
from portfolio.model.mapping import DECLARATION, Link
from portfolio.model.problem import spot
from portfolio.model.readiness import Freshness

if TYPE_CHECKING:
    from portfolio.build.explain import Explanation
    from portfolio.build.survey import Survey
    from portfolio.build.told import Told
    from portfolio.model.clearance import Audience

# What these decide has names in it: they stand nowhere but where they were written.
NAMING = (Field.PEOPLE, Field.PARTNER)
_LONGEST = 300  # letters of a value


def piece_lines(told: Explanation, survey: Survey, words: Words) -> Iterator[str]:
    """Everything about a piece, a line a fact, each group below its heading."""
    say, item = words.say, told.item
    yield piece_title(told, survey, words)
    if item.also:
        yield f"  {say('explain.also', ids=', '.join(item.also))}"
    groups = (
        ("lies", _places(told, words)),
        ("known", _known(item, words)),
        ("overruled", _overruled(item, words)),
        ("decided", (_decided(each, survey, words) for each in told.decisions)),
        ("proves", _proves(told, survey, words)),
        ("audiences", _audiences(told, words)),
        ("shown", _shown(told, words)),
        ("alike", _alike(told, survey, words)),
        ("change", _changes(told, words)),
    )
    for name, lines in groups:
        found = list(lines)
        if found:
            yield say(f"explain.groups.{name}")
            yield from (f"  {line}" for entry in found for line in entry.split("\n"))


def piece_title(told: Explanation, survey: Survey, words: Words) -> str:
    """What it is, in a line: "E-bc5ca97494  photo, 3000 × 2000, exhibit 4.1: Open day"."""
    item = told.item
    said = item.quotation.text if item.quotation else item.title
    head = f"{item.id}  {_what(told, survey, words)}"
    if said is None:
        return head
    text = said.value.phrase(words.language, survey.project.language).text
    return f"{head}: {textwrap.shorten(text, LONGEST_TITLE, placeholder=' …')}"


def _what(told: Explanation, survey: Survey, words: Words) -> str:
    """What it is, without its name."""
    say, item = words.say, told.item
    parts = [say(f"explain.kinds.{item.kind}")]
    if certificate := item.certificate:
        kinds = {each.key: each for each in survey.framework.certificate_kinds}
        if certificate.kind in kinds:
            parts.append(spoken(kinds[certificate.kind].titles, words.language)[0])
    if item.raster:
        parts.append(f"{item.raster.width} × {item.raster.height}")
    if item.pages:
        parts.append(say("explain.pages", n=item.pages))
    if item.seconds is not None:
        parts.append(f"{int(item.seconds) // 60}:{int(item.seconds) % 60:02}")
    if item.survey:
        parts.append(say("explain.responses", n=item.survey.responses))
    if told.number:
        parts.append(_numbered(told, words))
    return ", ".join(parts)


def _numbered(told: Explanation, words: Words) -> str:
    """Its number, and who does not find it there: a number is kept free for what may not be seen."""
    hidden = [words.say(f"audiences.{each.audience}") for each in told.clearances if not each.allowed]
    if not hidden:
        return words.say("explain.exhibit", number=told.number)
    key = "explain.exhibit-hidden" if len(hidden) == len(told.clearances) else "explain.exhibit-partly"
    return words.say(key, number=told.number, audiences=", ".join(hidden))


def _places(told: Explanation, words: Words) -> Iterator[str]:
    rows = {row.file: row for row in told.files}
    for file in told.item.files:
        yield f"– {file}" + (f" ({words.why(rows[file].reason)})" if file in rows else "")
    if told.siblings:
        others = ", ".join(each.id for each in told.siblings[:5])
        more = " …" if len(told.siblings) > 5 else ""
        yield f"– {words.say('explain.siblings', n=len(told.siblings), ids=others + more)}"


def _known(item: EvidenceItem, words: Words) -> Iterator[str]:
    for known in known_of(item):
        yield _said(known, value_of(known, words), words)
    if item.certificate and item.certificate.matched:
        yield f"– {words.say('explain.matched', words=item.certificate.matched)}"
    if item.recognised:
        yield f"– {words.say('explain.recognised', languages=item.recognised)}"
    if item.redaction:
        yield f"– {words.say('explain.redacted')}"


def _overruled(item: EvidenceItem, words: Words) -> Iterator[str]:
    for each in item.overruled:
        known = Known(field=each.field, value=each.said.value, origin=str(each.said.origin), where=each.said.where)
        yield _said(known, known.value, words)


def _said(known: Known, value: str, words: Words) -> str:
    text = value if len(value) <= _LONGEST else f"{value[:_LONGEST].rstrip()} …"
    origin = words.say(f"origins.{known.origin}")
    return f"– {words.say(f'fields.{known.field}')}: {' '.join(text.split())} ({origin}, {known.where})"


def _decided(told: Told, survey: Survey, words: Words) -> str:
    decision = told.decision
    field = words.say(f"fields.{decision.field}") + (f" ({decision.language})" if decision.language else "")
    value = _value(decision, survey, words)
    if told.meaning:
        value = f"{value} ({words.say(f'explain.signs.{told.meaning}')})"
    who = ", ".join(filter(None, (decision.by, decision.on)))
    because = f": {decision.because}" if decision.because else ""
    beaten = ""
    if told.before:
        key = "explain.taken-back" if told.taken_back else "explain.beaten"
        beaten = f" – {words.say(key, where=spot(told.before))}"
    stale = f" – {words.say('explain.stale', id=decision.stale)}" if decision.stale else ""
    return f"– {spot(decision.where)}: {field} = {value}{f' ({who})' if who else ''}{because}{beaten}{stale}"


def _value(decision: Decision, survey: Survey, words: Words) -> str:
    """What was decided as it was written, a plain yes or no in the reader's language."""
    if decision.field is Field.PEOPLE and (state := _answered(decision.value, survey)):
        return words.say(f"portrayals.{state}")
    if decision.field in NAMING:
        return words.say("explain.not-repeated")
    for answer in ("yes", "no") if decision.field in (Field.EXCLUDE, Field.HERO) else ():
        if fold(decision.value) in map(fold, survey.framework.answers.get(answer, ())):
            return words.say(f"clearances.{answer}")
    return decision.value


def _answered(value: str, survey: Survey) -> PortrayalState | None:
    """What an answer without names says of who is in a piece; None where names may stand."""
    from portfolio.intake.people import portrayal

    state = portrayal(value, survey.framework.answers, "").state
    return state if state in (PortrayalState.NONE, PortrayalState.UNRECOGNISABLE) else None


def _proves(told: Explanation, survey: Survey, words: Words) -> Iterator[str]:
    if told.excluded:
        yield f"– {words.why(told.excluded)}"
    for link in told.links if told.is_placed else ():
        yield f"→ {_link(link, survey, words, told.freshness)}"
    if not told.links and not told.excluded:
        yield f"? {words.say('states.unplaced')}"
    for link in told.others:
        key = "explain.would" if told.excluded else "explain.besides" if told.links else "explain.perhaps"
        yield f"? {words.say(key, link=_link(link, survey, words))}"
    yield from (f"– {words.say('explain.cited', text=spot(place))}" for place in told.texts)
    if told.is_placed and not told.texts:
        yield f"– {words.say('explain.uncited')}"


def _link(link: Link, survey: Survey, words: Words, freshness: Freshness | None = None) -> str:
    return f"{target_title(link.target, survey.framework, words)}: {carried_text(link, words, freshness)}"


def _audiences(told: Explanation, words: Words) -> Iterator[str]:
    if told.excluded:
        yield f"– {words.say('explain.nobody')}"
        return
    for each in told.clearances:
        audience = words.say(f"audiences.{each.audience}")
        answer = words.say("clearances.yes" if each.allowed else "clearances.no")
        yield f"{'→' if each.allowed else '–'} {audience}: {answer} – {words.why(each.why)}"


def _shown(told: Explanation, words: Words) -> Iterator[str]:
    for fate in dict.fromkeys(each.fate for each in told.shown):
        paths = ", ".join(each.path for each in told.shown if each.fate is fate)
        yield f"→ {paths}: {words.say(f'fates.{fate}')}"
    for copy in told.copies:
        key = "explain.copy" if copy.allowed else "explain.copy-recall"
        yield f"→ {words.say(key, artefact=copy.copy.artefact, to=copy.copy.to, on=copy.copy.on)}"
    if not told.shown and not told.copies:
        yield f"– {words.say('explain.nowhere')}"


def _alike(told: Explanation, survey: Survey, words: Words) -> Iterator[str]:
    for each in told.alike:
        yield f"– {each.id}  {each.files[0]}"
    contents = len({name.partition(".")[0] for name in told.item.ids})
    if contents > 1:
        yield f"– {words.say('explain.told-in', n=contents)}"
    if (copies := len(told.item.files) - contents) > 0:
        yield f"– {words.say('explain.copies', n=copies)}"
    for copy in told.spare:
        folders = (target_title(link.target, survey.framework, words) for link in copy.links)
        ties = [
            *map(spot, copy.decisions),
            *copy.descriptions,
            *(words.say("explain.spare-folder", title=title) for title in folders),
        ]
        key = "explain.spare" if copy.is_free else "explain.spare-tied"
        yield f"– {words.say(key, file=copy.file, of=copy.of, ties=', '.join(ties), id=told.item.id)}"


def _changes(told: Explanation, words: Words) -> Iterator[str]:
    """What to do to have it otherwise, most needed first."""
    say = words.say
    releases = _releases(told)
    for release, audiences in releases.items():
        whom = f"{', '.join(say(f'audiences.{each}') for each in audiences)}: " if len(releases) > 1 else ""
        yield f"– {whom}{say(f'releases.{release}', file=told.item.files[0])}"
    if told.excluded:
        key = "explain.change.rename" if told.excluded.code == DECLARATION else "explain.change.include"
        yield f"– {say(key, id=told.item.id)}"
        return
    if told.is_placed:
        yield f"– {say('explain.change.place', id=told.item.id)}"
    elif told.others:
        yield f"– {say('explain.change.accept', id=told.item.id, target=told.others[0].target)}"
    else:
        yield f"– {say('explain.change.first', id=told.item.id)}"
    yield f"– {say('explain.change.exclude', id=told.item.id)}"
    yield f"– {say('explain.change.values')}"


def releases_of(told: Explanation) -> tuple[str, ...]:
    """What would let the audiences see a piece that may not, each once."""
    return tuple(_releases(told))


def _releases(told: Explanation) -> dict[str, list[Audience]]:
    """What would let a piece be seen, each with the audiences that it concerns."""
    from portfolio.build.release import release_of

    found: dict[str, list[Audience]] = {}
    for each in () if told.excluded else told.clearances:
        if not each.allowed:
            found.setdefault(str(release_of(each.why.code, told.item)), []).append(each.audience)
    return found
