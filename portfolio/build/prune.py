"""Taking away what we once wrote and is wanted no more; what a person edited stays."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import suppress
from pathlib import Path

from portfolio.build.plan import is_listed
from portfolio.build.state import State, Written
from portfolio.model.artefact import Artefact, ArtefactSpec, Outcome, folder_in
from portfolio.model.clearance import Audience
from portfolio.model.problem import Place, Problem, warning


def prune(
    output: Path,
    state: State,
    artefacts: Sequence[Artefact],
    *,
    draft: bool,
    chosen: Collection[ArtefactSpec] | None = None,
) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Remove what we once wrote and is no longer wanted, or was beside an edited version that has gone.

    Edited files stay, are named where unwanted, and are remembered with what they show; with one that lies in the
    folder of an artefact all of that folder stay. Of an artefact that could not be made the old versions stay. Drafts
    are apart; where some artefacts were `chosen`, so are those that none of these covers, else what lists want: they
    were not asked.
    """
    wanted = {artefact.spec.path for artefact in artefacts}
    kept = {path for artefact in artefacts for path in (artefact.path, *artefact.parts)}
    unmade = {artefact.spec.path for artefact in artefacts if artefact.outcome is Outcome.FAILED}
    everything = state.everything()
    edited = {folder_in(each.path) for each in everything if _is_edited(each, output)} - {""}
    removed: list[str] = []
    problems: list[Problem] = []
    for written in everything:
        is_list = not written.fingerprint  # such as the ledger: no artefact
        is_draft = written.artefact.startswith(f"{Audience.PRIVATE}/")
        if is_list or is_draft is not draft or written.path in kept or written.artefact in unmade:
            continue
        if chosen is None and is_listed(written.artefact):
            if not (output / written.path).exists():  # no build makes it: whoever deleted it did not want it
                state.forget(written.path)
            continue
        if chosen is not None and not any(spec.covers(written.artefact) for spec in chosen):
            continue
        file = output / written.path
        if _is_edited(written, output):
            if written.artefact not in wanted:
                problems.append(warning("artefact.unwanted-edited", Place(file=written.path)))
            continue
        if folder_in(written.path) in edited:
            continue
        if file.exists():
            file.unlink()
            removed.append(written.path)
            _close(file.parent, output)
        state.forget(written.path)
    return tuple(removed), tuple(problems)


def _is_edited(written: Written, output: Path) -> bool:
    file = output / written.path
    return file.exists() and not written.is_whole(file)


def _close(folder: Path, output: Path) -> None:
    """Removes the folders of a set of artefacts that have become empty, but not that of an audience."""
    with suppress(OSError):  # something lies in it
        while folder.parent != output:
            folder.rmdir()
            folder = folder.parent
