"""A print shop's profile is what it says, or there is a sentence for what it is instead."""

import io

import pytest
from PIL import ImageCms
from printing import press_profile, put_profile

from portfolio.files.icc import ProfileFault, read_profile


def test_a_profile_of_a_press_is_read_with_its_name(tmp_path):
    profile = read_profile(put_profile(tmp_path))
    assert profile.name == "Masal Press, coated"
    assert profile.data == press_profile()


def test_the_profile_of_these_tests_is_one_for_others_too():
    read = ImageCms.ImageCmsProfile(io.BytesIO(press_profile())).profile
    assert (read.device_class, read.xcolor_space.strip()) == ("prtr", "CMYK")


@pytest.mark.parametrize(
    ("code", "data"),
    [
        ("profile.web-page", b"\n<!DOCTYPE html><title>Download</title>" + bytes(400)),
        ("profile.damaged", b"%PDF-1.7" + bytes(400)),
        ("profile.damaged", press_profile()[:-400]),
        ("profile.damaged", press_profile().replace(b"A2B0", b"A2B9")),
        ("profile.damaged", b""),
        ("profile.no-printer", press_profile(kind=b"mntr")),
        ("profile.no-cmyk", press_profile(space=b"RGB ")),
    ],
)
def test_what_is_none_gets_a_sentence(code, data, tmp_path):
    with pytest.raises(ProfileFault) as fault:
        read_profile(put_profile(tmp_path, data))
    assert fault.value.code == code


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(ProfileFault, match=r"profile\.missing"):
        read_profile(tmp_path / "press.icc")


def test_the_name_in_a_profile_of_version_4(tmp_path):
    text = "Masal Matbaası".encode("utf-16-be")
    tag = b"mluc" + bytes(4) + (1).to_bytes(4, "big") + (12).to_bytes(4, "big") + b"trTR"
    tag += len(text).to_bytes(4, "big") + (28).to_bytes(4, "big") + text
    data = press_profile(name="x" * 60)
    start = data.index(b"desc\0\0\0\0")
    data = data[:start] + tag.ljust(len(tag), b"\0") + data[start + len(tag) :]
    assert read_profile(put_profile(tmp_path, data)).name == "Masal Matbaası"
