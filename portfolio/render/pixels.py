"""The pixels of a picture as they are shown: upright, on white, within a box, in grey or sRGB."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image


def upright(image: Image) -> Image:
    """The picture as the camera was held, by its EXIF orientation."""
    from PIL import ImageOps

    return ImageOps.exif_transpose(image)


def opaque(image: Image) -> Image:
    """The picture with 8 bits a channel in grey, RGB or CMYK, transparency laid on white."""
    from PIL import Image

    if image.mode.startswith("I"):  # 16 bit, which convert() would cut off at 255
        return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    if image.has_transparency_data:
        image = image.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", image.size, "white"), image).convert("RGB")
    return image if image.mode in ("L", "RGB", "CMYK") else image.convert("RGB")


def shrunk(image: Image, box: tuple[int, int]) -> Image:
    """The whole picture within a box, its proportions kept; as it is when it is no larger."""
    from PIL import Image

    scale = min(box[0] / image.width, box[1] / image.height)
    if scale >= 1:
        return image
    size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
    return image.resize(size, Image.Resampling.LANCZOS)


def in_srgb(image: Image) -> Image:
    """The picture in grey or sRGB, its colour profile followed."""
    from PIL import ImageCms

    profile = image.info.get("icc_profile")
    if profile:
        try:
            given = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            if not ImageCms.getProfileDescription(given).startswith("sRGB"):
                srgb = ImageCms.createProfile("sRGB")
                return ImageCms.profileToProfile(image, given, srgb, outputMode="RGB") or image
        except (ImageCms.PyCMSError, OSError):
            pass  # a broken profile, or one of another colour space: the plain numbers are the best that is known
    return image if image.mode in ("L", "RGB") else image.convert("RGB")
