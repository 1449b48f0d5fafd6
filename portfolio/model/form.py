"""The texts for the platform's application form, before any format: what to paste, what to attach, field by field."""

from __future__ import annotations

from dataclasses import dataclass

from portfolio.model.blocks import Table
from portfolio.model.clearance import Audience
from portfolio.model.text import Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class FormField:
    """A field of the form: a criterion, a plan, or a pillar as a whole. `key` is that of its text ("model/plan").

    `text` is what to paste, in lines, "" for an empty one; () when there is only evidence. `language` is "" for the
    document's own, else `note` says which it is. `counted` is the text's length against its limit, `over` says by how
    much it is too long, "" if it is not. `attach` names the file that has all of it, `evidence` lists what to attach or
    link, the strongest first.
    """

    key: str
    title: Phrase
    text: tuple[str, ...] = ()
    language: str = ""
    note: str = ""
    counted: str = ""
    over: str = ""
    attach: str = ""
    evidence: Table | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPart:
    """The fields of a pillar or of a bucket beside them; `number` is what its exhibit numbers begin with."""

    pillar: str
    number: str
    title: Phrase
    fields: tuple[FormField, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationForm:
    """The texts for the form in one language. `notes` say how to use them; `begin` and `end` stand round each text."""

    language: str
    audience: Audience
    title: str
    author: str
    subject: str
    heading: str
    school: str
    notes: tuple[str, ...]
    begin: str
    end: str
    parts: tuple[FormPart, ...]
    page_word: str
    watermark: str = ""
