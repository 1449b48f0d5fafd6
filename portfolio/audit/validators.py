"""What other people's validators find in a PDF: pikepdf's, and veraPDF where it is installed."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from portfolio.audit.resources import within
from portfolio.model.problem import Problem, note, warning

if TYPE_CHECKING:
    from pikepdf import Pdf

_XMP = "ISO_19005_3:6.6.2.3.1-1"
# What pikepdf's validator (10.17) says of every file that claims the level “a” and PDF/UA, though veraPDF passes it: it
# knows neither the level nor the description of a schema. Our own rules look at both (`lasting.claims_both`).
FALSE_ALARMS = frozenset(
    {
        (_XMP, "XMP namespace pdfaExtension=http://www.aiim.org/pdfa/ns/extension/ is not permitted"),
        (_XMP, "XMP namespace pdfaSchema=http://www.aiim.org/pdfa/ns/schema# is not permitted"),
        (_XMP, "XMP namespace pdfaProperty=http://www.aiim.org/pdfa/ns/property# is not permitted"),
        (_XMP, "XMP property pdfuaid:part is not permitted"),
        (_XMP, "XMP property pdfaExtension:schemas is not permitted"),
        ("ISO_19005_3:6.6.4-3", "pdfaid:conformance is 'A', expected 'B'"),
    }
)
PROFILES = ("3a", "ua1")
SECONDS = 300.0  # for each profile; 316 pages took veraPDF 80 s
_FAILED = re.compile(r"<rule\b(?=[^>]*\bstatus=\"failed\")[^>]*>")
_CLAUSE = re.compile(r"\bclause=\"([^\"]+)\"")
_TEST = re.compile(r"\btestNumber=\"([^\"]+)\"")


def by_pikepdf(pdf: Pdf) -> Iterator[Problem]:
    """What pikepdf's validator of PDF/A-3b does not approve (`conformance.validator`); empties the open document.

    Links, bookmarks, their places and tags are taken out first: to look at hundreds of them, all of two kinds, takes
    it as long as all the rest, and they have rules of their own (`structure`, `links_are_printed`, `audit.pdf`).
    """
    from pikepdf import pdfa

    for page in pdf.pages:
        if "/Annots" in page.obj:
            del page.obj["/Annots"]
    for key in ("/Outlines", "/StructTreeRoot"):
        if key in pdf.Root:
            del pdf.Root[key]
    if within(pdf.Root, "/Names", "/Dests") is not None:
        del pdf.Root["/Names"]["/Dests"]
    for finding in pdfa.check(pdf, "3b").findings:
        if (finding.rule, finding.message) not in FALSE_ALARMS:
            yield warning("conformance.validator", rule=finding.rule, message=finding.message)


def by_verapdf(path: Path, seconds: float = SECONDS) -> Iterator[Problem]:
    """What veraPDF finds (`conformance.verapdf`), if it is on the PATH; it is given a copy, and never mends anything.

    That it did not answer in time or at all is said (`conformance.verapdf-silent`).
    """
    program = shutil.which("verapdf")
    if program is None:
        return
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "judged.pdf"
        shutil.copyfile(path, copy)
        for profile in PROFILES:
            report = _report(program, profile, copy, seconds)
            if 'isCompliant="true"' in report:
                continue
            failed = sorted({_rule(tag) for tag in _FAILED.findall(report)})
            if failed or 'isCompliant="false"' in report:
                yield warning("conformance.verapdf", profile=profile, rules=", ".join(failed))
            else:
                yield note("conformance.verapdf-silent", profile=profile)


def _report(program: str, profile: str, file: Path, seconds: float) -> str:
    command = [program, "--format", "xml", "--flavour", profile, str(file)]
    try:
        run = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, timeout=seconds, check=False, cwd=file.parent
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return run.stdout.decode("utf-8", errors="replace")


def _rule(tag: str) -> str:
    clause, test = _CLAUSE.search(tag), _TEST.search(tag)
    return f"{clause[1] if clause else '?'}-{test[1] if test else '?'}"
