"""Films and recordings are pieces, though nobody decodes them."""

import io
import wave
from datetime import date
from pathlib import Path

from files.test_media import mp4
from intake.evidence import collected, lay

from portfolio.cli.origins import known_of
from portfolio.consent.clearance import clear
from portfolio.model.catalogue import FileState
from portfolio.model.evidence import Kind, PortrayalState
from portfolio.model.problem import reason


def test_a_film_is_a_piece_with_its_length_title_and_day(tmp_path: Path) -> None:
    folder = lay(
        tmp_path / "evidence",
        {
            "VID-20250523-WA0001.mp4": mp4(),
            "film.mov": mp4(title=b"Nehirler", film=b"2"),
            "şarkı.mp4": mp4(film=b"3"),
            "şarkı.txt": "Bahçede söyledik",
            "kesik.mp4": mp4(film=b"4")[:-30],
        },
    )
    catalogue = collected(folder)
    found = {item.files[0]: item for item in catalogue.items}
    assert {item.kind for item in found.values()} == {Kind.MEDIA}
    assert {item.seconds for item in found.values()} == {155.5}
    titles = {name: item.title and item.title.value.phrase("tr", "tr").text for name, item in found.items()}
    assert titles == {"VID-20250523-WA0001.mp4": None, "film.mov": "Nehirler", "şarkı.mp4": "şarkı"}
    days = {name: item.dated and item.dated.value.first.isoformat() for name, item in found.items()}
    assert days == {"VID-20250523-WA0001.mp4": "2025-05-23", "film.mov": "2025-05-20", "şarkı.mp4": "2025-05-20"}
    caption = found["şarkı.mp4"].caption
    assert caption is not None
    assert caption.value.phrase("tr", "tr").text == "Bahçede söyledik"
    broken = [(file.name, file.reason) for file in catalogue.files if file.state is FileState.QUARANTINED]
    assert broken == [("kesik.mp4", reason("media.damaged"))]


def test_a_film_is_withheld_until_somebody_says_who_is_in_it(tmp_path: Path) -> None:
    catalogue = collected(lay(tmp_path / "evidence", {"a.mp4": mp4()}))
    assert catalogue.items[0].portrayal.state is PortrayalState.UNKNOWN
    clearances = clear(catalogue, (), today=date(2026, 11, 20), evaluator_default=False)
    assert {entry.allowed for entry in clearances} == {False}


def test_how_long_a_recording_is_stands_among_what_is_known(tmp_path: Path) -> None:
    sound = io.BytesIO()
    with wave.open(sound, "wb") as written:
        written.setnchannels(1)
        written.setsampwidth(1)
        written.setframerate(100)
        written.writeframes(bytes(6_500))
    (item,) = collected(lay(tmp_path / "k", {"marş.wav": sound.getvalue()})).items
    told = [(known.value, known.origin, known.where) for known in known_of(item) if known.field == "seconds"]
    assert told == [("1:05", "properties", "marş.wav")]
