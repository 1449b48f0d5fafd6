"""The manifests: what a build left in each audience's folder, and what lay in the evidence folder then.

An audience's lies in its folder, so that whoever is handed it can check it (`sha256sum -c`): it says nothing that the
folder does not. That of the evidence tells the names of the school's files and lies in `private/`. Both are the
program's own notes, written anew by each build, and no artefacts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from portfolio.build.state import Written
from portfolio.build.survey import Survey
from portfolio.errors import OutputError, ProjectError
from portfolio.files.atomic import write_bytes
from portfolio.files.digest import sha256_of
from portfolio.files.manifest import NAME, manifest_text, read_sums
from portfolio.intake.listing import is_link, look
from portfolio.model.clearance import HANDED_OUT, Audience
from portfolio.model.problem import Place, error

Sums = dict[str, str]  # the sha256 of files by their POSIX names

EVIDENCE = f"{Audience.PRIVATE}/evidence-sha256.txt"
UNREADABLE = ""  # the sum of a file that nobody can read


def of_audience(audience: Audience) -> str:
    """Where the manifest of an audience's folder lies, below the output folder."""
    return f"{audience}/{NAME}"


def write_manifests(survey: Survey, written: Sequence[Written]) -> None:
    """Write what is known to lie in the folders now; a file that a person edited is listed as it was written.

    What an earlier manifest lists and still lies there as it says stays listed though the cache has forgotten it.
    Raises OutputError.
    """
    output = survey.project.output
    try:
        for audience in HANDED_OUT:
            file = output / of_audience(audience)
            sums = dict(_listed(audience, output, written))
            if sums:
                _keep(file, sums)
            else:
                file.unlink(missing_ok=True)
        (output / EVIDENCE).parent.mkdir(parents=True, exist_ok=True)
        _keep(output / EVIDENCE, _evidence_known(survey))
    except OSError as fault:
        raise OutputError(error("output.unwritable", Place(file=str(output)), why=fault.strerror or fault)) from fault


def read_manifest(file: Path) -> Sums | None:
    """What a manifest says; None where there is none. Raises ProjectError `verify.manifest`."""
    try:
        return read_sums(file.read_text(encoding="utf-8", errors="surrogatepass"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        raise ProjectError(error("verify.manifest", Place(file=str(file)))) from None


def files_below(folder: Path) -> tuple[str, ...]:
    """The files that lie below a folder, POSIX: no links, no hidden ones, no manifest of its own."""
    if not folder.is_dir():
        return ()
    names = (name for name, status in look(folder).entries if not is_link(status))
    return tuple(name for name in names if name != NAME and not name.rpartition("/")[2].startswith("."))


def sum_of(file: Path) -> str:
    """The sha256 of a file; UNREADABLE where it cannot be read."""
    try:
        return sha256_of(file)
    except OSError:
        return UNREADABLE


def _listed(audience: Audience, output: Path, written: Sequence[Written]) -> Iterator[tuple[str, str]]:
    folder = output / audience
    known = {each.path.partition("/")[2]: each.sha256 for each in written if each.path.startswith(f"{audience}/")}
    with suppress(ProjectError):  # one that nobody can read tells nothing
        for name, sha256 in (read_manifest(folder / NAME) or {}).items():
            if name not in known and sum_of(folder / name) == sha256:
                yield name, sha256
    yield from known.items()


def _evidence_known(survey: Survey) -> Sums:
    """The files of the evidence folder as they were read; those that nobody needed to read are read for it."""
    evidence = survey.project.evidence
    known = {file.path: file.sha256 for file in survey.catalogue.files if file.sha256}
    sums = {name: known.get(name) or sum_of(evidence / name) for name in evidence_files(evidence)}
    return {name: sha256 for name, sha256 in sums.items() if sha256}


def evidence_files(evidence: Path) -> tuple[str, ...]:
    """The files of an evidence folder by their names on the disk, those that are no evidence as well; no links."""
    return tuple(name for name, status in look(evidence).entries if not is_link(status)) if evidence.is_dir() else ()


def _keep(file: Path, sums: Sums) -> None:
    """Write a manifest where it says something new."""
    data = manifest_text(sums).encode(errors="surrogatepass")  # the disk may hold names that are no UTF-8
    if not file.is_file() or file.read_bytes() != data:
        write_bytes(file, data)
