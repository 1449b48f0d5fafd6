from intake.test_decided import piece

from portfolio.intake.ledger import balance
from portfolio.model.catalogue import Catalogue, CataloguedFile, FileState
from portfolio.model.clearance import Audience, Clearance
from portfolio.model.mapping import Link, Mapping, Strength
from portfolio.model.problem import reason


def file(name: str, state: FileState, *items: str) -> CataloguedFile:
    return CataloguedFile(name=name, path=name, size=1, sha256="", state=state, reason=reason("x"), items=items)


def link(item: str, target: str) -> Link:
    return Link(item=item, target=target, strength=Strength.PLACED, rationale=reason("placed.folder"), origin="")


def no(item: str, audience: Audience) -> Clearance:
    return Clearance(item=item, audience=audience, allowed=False, why=reason("clearance.unknown"))


CATALOGUE = Catalogue(
    files=(
        file("copy.jpg", FileState.DUPLICATE, "E-1"),
        file("damaged.jpg", FileState.QUARANTINED),
        file("desktop.ini", FileState.IGNORED),
        file("left-out.jpg", FileState.USED, "E-3"),
        file("list.csv", FileState.USED, "E-4.1", "E-4.2"),
        file("merged.yaml", FileState.USED, "E-4.2"),
        file("nowhere.jpg", FileState.USED, "E-2"),
        file("photo.jpg", FileState.USED, "E-1"),
        file("photo.jpg.yaml", FileState.DESCRIPTION),
    ),
    items=(
        piece("E-1", "copy.jpg", "photo.jpg"),
        piece("E-2", "nowhere.jpg"),
        piece("E-3", "left-out.jpg"),
        piece("E-4.1", "list.csv"),
        piece("E-5", "list.csv", "merged.yaml", also=("E-4.2",)),
    ),
)
MAPPING = Mapping(
    links=(link("E-1", "model"), link("E-1", "model/open-days"), link("E-3", "model"), link("E-5", "leadership")),
    suggestions=(),
    excluded={"E-3": reason("excluded.because", because="blurred")},
)
CLEARANCES = (no("E-1", Audience.PRINT), no("E-1", Audience.WEB), no("E-2", Audience.EVALUATOR))


def test_every_file_is_in_exactly_one_state() -> None:
    rows = balance(CATALOGUE, MAPPING, CLEARANCES)
    assert {row.file: row.state for row in rows} == {
        "copy.jpg": FileState.DUPLICATE,
        "damaged.jpg": FileState.QUARANTINED,
        "desktop.ini": FileState.IGNORED,
        "left-out.jpg": FileState.EXCLUDED,
        "list.csv": FileState.USED,
        "merged.yaml": FileState.USED,
        "nowhere.jpg": FileState.UNPLACED,
        "photo.jpg": FileState.USED,
        "photo.jpg.yaml": FileState.DESCRIPTION,
    }
    assert sum(1 for _ in rows) == len(CATALOGUE.files)


def test_rows_name_pieces_targets_and_who_may_not_see_them() -> None:
    rows = {row.file: row for row in balance(CATALOGUE, MAPPING, CLEARANCES)}
    photo = rows["photo.jpg"]
    assert (photo.items, photo.targets, photo.withheld) == (("E-1",), ("model", "model/open-days"), ("print", "web"))
    assert rows["copy.jpg"].withheld == ("print", "web")
    assert rows["nowhere.jpg"].withheld == ()  # it is in no artefact anyway
    assert rows["list.csv"].items == ("E-4.1", "E-5")
    assert rows["left-out.jpg"].reason == reason("excluded.because", because="blurred")
    assert rows["left-out.jpg"].targets == ()
    assert rows["nowhere.jpg"].reason == reason("file.unplaced")
