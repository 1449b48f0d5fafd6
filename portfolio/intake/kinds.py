"""What people write for the kind of a piece: photo, certificate (of some kind), project, document."""

from __future__ import annotations

from portfolio.i18n import fold
from portfolio.intake.vocabulary import vocabulary
from portfolio.model.evidence import Kind
from portfolio.model.framework import Framework


def kind_of(text: str, framework: Framework) -> tuple[Kind | None, str]:
    """The kind that a word in any language means, and the key of the certificate kind where it names one."""
    folded = fold(text)
    for certificate in framework.certificate_kinds:
        if folded in map(fold, (certificate.key, *certificate.names, *certificate.titles.values())):
            plain = folded in vocabulary().kinds  # "certificate" is also the title of the kind for all others
            return Kind.CERTIFICATE, "" if plain else certificate.key
    return vocabulary().kinds.get(folded), ""
