"""The demo school's pictures as files: which scene, how large, and what a camera or a messenger would have written."""

from __future__ import annotations

import io
import shutil
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from demo_school.paint import Canvas
from demo_school.scenes import SCENES

if TYPE_CHECKING:
    from PIL import Image

PHONE = ("Masal", "Fener 5")
CAMERA = ("Peri Optik", "PO-400")
OPEN_SEA = (38.5, 25.5)  # degrees north and east: water of the Aegean, nobody's home
UPRIGHT_AGAIN = {6: 90, 8: -90}  # EXIF orientation -> how the stored pixels are turned, counter-clockwise
SOUTH = (-48.876, -123.393)  # the point of the oceans farthest from any land


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """One picture file: `size` as seen upright; `taken` as EXIF writes it, "" for a picture without EXIF."""

    file: str
    scene: str
    size: tuple[int, int]
    taken: str = ""
    camera: tuple[str, str] = PHONE
    orientation: int = 1
    gps: tuple[float, float] | None = None
    quality: int = 80


PHOTOS = (
    Photo(file="1-ortak-liderlik/IMG_20251014_101532.jpg", scene="plan_from_above", size=(2400, 1800), taken="2025:10:14 10:15:32", gps=OPEN_SEA),
    Photo(file="1-ortak-liderlik/DSC00417.JPG", scene="workshop", size=(2400, 1600), taken="2024:11:05 15:42:10", camera=CAMERA),
    Photo(file="2-isbirligi/IMG_20250318_110245.jpg", scene="video_call", size=(2560, 1440), taken="2025:03:18 11:02:45"),
    Photo(file="2-isbirligi/20260423_093011.jpg", scene="paper_europe", size=(4032, 2016), taken="2026:04:23 09:30:11"),
    Photo(file="2-isbirligi/IMG-20260314-WA0007.jpg", scene="science_fair", size=(1600, 1200)),
    Photo(file="2-isbirligi/IMG_20251009_090512.jpg", scene="pennants", size=(2560, 1440), taken="2025:10:09 09:05:12", gps=SOUTH),
    Photo(file="3-ogrenciler/WhatsApp Image 2025-11-21 at 10.32.45.jpeg", scene="parents_meeting", size=(1600, 1200)),
    Photo(file="3-ogrenciler/IMG_20260508_111802.jpg", scene="ambassadors", size=(2400, 1600), taken="2026:05:08 11:18:02"),
    Photo(file="3-ogrenciler/IMG_20260520_101010.jpg", scene="podcast", size=(2000, 1500), taken="2026:05:20 10:10:10"),
    Photo(file="3-ogrenciler/DSC00523.JPG", scene="kites", size=(1800, 2400), taken="2025:04:11 14:20:33", camera=CAMERA, orientation=8),
    Photo(file="3-ogrenciler/IMG_20260306_113020.jpg", scene="clay_hands", size=(2400, 1800), taken="2026:03:06 11:30:20"),
    Photo(file="3-ogrenciler/IMG_20251008_131522.jpg", scene="blurred_yard", size=(1600, 1200), taken="2025:10:08 13:15:22", quality=60),
    Photo(file="3-ogrenciler/IMG_20251112_104530.jpg", scene="tree_planting", size=(2400, 1800), taken="2025:11:12 10:45:30", gps=OPEN_SEA),
    Photo(file="4-rol-model/IMG_20260509_103355.jpg", scene="open_day", size=(3000, 2000), taken="2026:05:09 10:33:55"),
    Photo(file="4-rol-model/IMG_20260918_083044.jpg", scene="corner_board", size=(1800, 2400), taken="2026:09:18 08:30:44", orientation=6),
    Photo(file="4-rol-model/20260227_084512.jpg", scene="bus_trip", size=(2560, 1440), taken="2026:02:27 08:45:12"),
    Photo(file="4-rol-model/Ekran görüntüsü 2026-03-09 142233.png", scene="webinar", size=(1920, 1080)),
    Photo(file="5-icerme-ve-inovasyon/IMG_20251203_104412.jpg", scene="sensory_room", size=(2400, 1800), taken="2025:12:03 10:44:12"),
    Photo(file="5-icerme-ve-inovasyon/DSC00688.JPG", scene="ramp", size=(2400, 1600), taken="2025:09:19 12:05:51", camera=CAMERA),
    Photo(file="5-icerme-ve-inovasyon/IMG_20260212_141856.jpg", scene="sign_poster", size=(1500, 2000), taken="2026:02:12 14:18:56", orientation=6),
    Photo(file="5-icerme-ve-inovasyon/IMG_20251030_123344.jpg", scene="library_tent", size=(2400, 1800), taken="2025:10:30 12:33:44"),
    Photo(file="5-icerme-ve-inovasyon/IMG_20260318_133005.jpg", scene="grandparents", size=(2400, 1600), taken="2026:03:18 13:30:05"),
    Photo(file="5-icerme-ve-inovasyon/ses-ve-renk.webp", scene="music", size=(2000, 1500)),
    Photo(file="5-icerme-ve-inovasyon/IMG_4821.HEIC", scene="robots", size=(2016, 1512), taken="2026:05:21 11:12:08"),
    Photo(file="e-guvenlik/IMG_20260210_110233.jpg", scene="lanterns", size=(2400, 1600), taken="2026:02:10 11:02:33"),
    Photo(file="gelen/IMG_20260115_085901.jpg", scene="snow", size=(2400, 1600), taken="2026:01:15 08:59:01"),
)  # fmt: skip
COPIES = {"gelen/IMG_20251014_101532 (1).jpg": "1-ortak-liderlik/IMG_20251014_101532.jpg"}
BROKEN = {"gelen/IMG_20260401_090000.jpg": "3-ogrenciler/IMG_20251112_104530.jpg"}  # the first third of it
SCAN = "gelen/taranmış belge.pdf"


def draw(photo: Photo) -> Image.Image:
    """The upright picture."""
    canvas = Canvas(*photo.size, seed=photo.scene)
    SCENES[photo.scene](canvas)
    return canvas.finish()


def write_logo(target: Path) -> None:
    """The school's own mark: a lamp in a roundel, transparent around it."""
    from PIL import Image, ImageDraw

    canvas = Canvas(1200, 1200, seed="logo", ground="#1c3f6e")
    SCENES["logo"](canvas)
    mask = Image.new("L", (2400, 2400), 0)
    ImageDraw.Draw(mask).ellipse((4, 4, 2395, 2395), fill=255)
    mark = canvas.image.copy()
    mark.putalpha(mask.reduce(2))
    mark.resize((600, 600), Image.Resampling.LANCZOS).save(target, optimize=True)


def write_photos(evidence: Path, only: str = "") -> None:
    """Writes every picture whose name or scene contains `only`, the copies, the broken one and the scan."""
    for photo in PHOTOS:
        if only in photo.file or only in photo.scene:
            _write(photo, evidence / photo.file)
    if only:
        return
    for copy, original in COPIES.items():
        shutil.copyfile(evidence / original, evidence / copy)
    for broken, original in BROKEN.items():
        whole = (evidence / original).read_bytes()
        (evidence / broken).write_bytes(whole[: len(whole) // 3])
    canvas = Canvas(1240, 1754, seed="scan", ground="#fbf8ef")
    SCENES["scanned_note"](canvas)
    canvas.finish().convert("L").save(evidence / SCAN, "PDF", resolution=150, quality=70, creationDate=_STILL, modDate=_STILL)


_STILL = time.struct_time((2025, 6, 20, 9, 30, 0, 4, 171, 0))  # a fixed day: the PDF carries no date of today


def _write(photo: Photo, target: Path) -> None:
    picture = draw(photo)
    suffix = target.suffix.lower()
    if suffix == ".png":
        picture.quantize(224, dither=0).save(target, optimize=True)
    elif suffix == ".webp":
        picture.save(target, quality=photo.quality, method=4)
    elif suffix == ".heic":
        import pillow_heif

        pillow_heif.register_heif_opener()
        picture.save(target, quality=60, exif=_exif(photo))
    else:
        if photo.orientation != 1:
            picture = picture.rotate(UPRIGHT_AGAIN[photo.orientation], expand=True)
        buffer = io.BytesIO()
        picture.save(buffer, "JPEG", quality=photo.quality, optimize=True, **({"exif": _exif(photo)} if photo.taken else {}))
        target.write_bytes(buffer.getvalue())


def _exif(photo: Photo) -> Image.Exif:
    from PIL import Image
    from PIL.ExifTags import GPS, IFD, Base

    exif = Image.Exif()
    exif[Base.Make], exif[Base.Model] = photo.camera
    exif[Base.Orientation] = photo.orientation
    exif[Base.DateTime] = photo.taken
    details = exif.get_ifd(IFD.Exif)
    details[Base.DateTimeOriginal] = details[Base.DateTimeDigitized] = photo.taken
    details[Base.OffsetTimeOriginal] = "+03:00"
    if photo.gps:
        place = exif.get_ifd(IFD.GPSInfo)
        north, east = photo.gps
        place[GPS.GPSLatitudeRef], place[GPS.GPSLatitude] = "N" if north >= 0 else "S", _degrees(north)
        place[GPS.GPSLongitudeRef], place[GPS.GPSLongitude] = "E" if east >= 0 else "W", _degrees(east)
    return exif


def _degrees(angle: float) -> tuple[float, float, float]:
    minutes, whole = abs(angle) % 1 * 60, int(abs(angle))
    return float(whole), float(int(minutes)), round(minutes % 1 * 60, 2)
