"""Where a folder really lies."""

from pathlib import Path

import pytest

from portfolio.files import storage
from portfolio.files.storage import free_bytes, network_of, synchroniser_of


@pytest.mark.parametrize(
    ("path", "service"),
    [
        ("/Users/elif/OneDrive - Masal Okulu/okul", "OneDrive"),
        ("/home/elif/Dropbox/okul", "Dropbox"),
        ("/Users/elif/Library/CloudStorage/GoogleDrive-elif@example.org/My Drive/okul", "Google Drive"),
        ("/Users/elif/Library/Mobile Documents/com~apple~CloudDocs/okul", "iCloud"),
        ("/home/elif/Nextcloud/okul", "Nextcloud"),
        ("/home/elif/Documents/okul", ""),
        ("/home/elif/not onedrive/okul", ""),
    ],
)
def test_services_by_the_names_of_folders(path, service):
    assert synchroniser_of(Path(path)) == service


def test_services_by_what_they_leave(tmp_path):
    (tmp_path / ".stfolder").mkdir()
    assert synchroniser_of(tmp_path / "okul") == "Syncthing"


def test_onedrive_by_what_windows_says(tmp_path, monkeypatch):
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path))
    assert synchroniser_of(tmp_path / "okul") == "OneDrive"


@pytest.mark.parametrize(
    ("folder", "kind"),
    [("/srv/okul/2026", "nfs4"), ("/srv/okul sürücü/a", "cifs"), ("/home/elif", ""), ("/srv/okulumuz", "")],
)
def test_the_nearest_mount_decides(tmp_path, monkeypatch, folder, kind):
    mounts = tmp_path / "mounts"
    mounts.write_text(
        "/dev/sda1 / ext4 rw 0 0\nserver:/a /srv/okul nfs4 rw 0 0\n//b/c /srv/okul\\040sürücü cifs rw 0 0\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(storage, "_MOUNTS", mounts)
    monkeypatch.setattr("sys.platform", "linux")
    assert network_of(Path(folder)) == kind


def test_a_system_that_does_not_tell(tmp_path, monkeypatch):
    monkeypatch.setattr(storage, "_MOUNTS", tmp_path / "none")
    monkeypatch.setattr("sys.platform", "linux")
    assert network_of(tmp_path) == ""


def test_a_folder_that_is_not_there_yet_has_the_room_of_those_above(tmp_path):
    assert free_bytes(tmp_path / "not" / "yet") > 0
