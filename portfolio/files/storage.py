"""Where a folder really lies: on a disk here, in a folder that a service synchronises, or on another computer."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path, PurePath

# How services call the folder that they synchronise, and what they leave in its top folder.
_NAMES = {
    "OneDrive": r"onedrive( ?-.*)?",
    "Dropbox": r"dropbox( \(.*\))?",
    "Google Drive": r"google ?drive(-.*)?|my drive|drive'ım",
    "iCloud": r"icloud ?drive|com~apple~clouddocs|mobile documents",
    "Nextcloud": r"nextcloud\d*|owncloud",
}
_MARKERS = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".tmp.drivedownload": "Google Drive",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "Nextcloud",
    ".stfolder": "Syncthing",
}
_ENVIRONMENT = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")  # where OneDrive is, on Windows
# Types of mounts behind which another computer is: mount(8), mount_smbfs(8).
_NETWORK = re.compile(r"nfs\d?|cifs|smb\d?|smbfs|afpfs|webdav|davfs\d?|9p|ncpfs|fuse\.(sshfs|rclone|davfs2?|smbnetfs)")
_MOUNTS = Path("/proc/mounts")
_REMOTE = 4  # GetDriveTypeW: DRIVE_REMOTE
_SECONDS = 5.0


def synchroniser_of(folder: Path) -> str:
    """The service that synchronises a folder, by names above it and what lies there; "" for none that is known."""
    for name in _ENVIRONMENT:
        if (home := os.environ.get(name)) and folder.is_relative_to(home):
            return "OneDrive"
    for above in (folder, *folder.parents):
        for service, pattern in _NAMES.items():
            if re.fullmatch(pattern, above.name, re.IGNORECASE):
                return service
        for marker, service in _MARKERS.items():
            if (above / marker).exists():
                return service
    return ""


def network_of(folder: Path) -> str:
    """How a folder on another computer is reached ("nfs4", "smbfs", "network drive"); "" for a disk here."""
    if sys.platform == "win32":
        import ctypes

        drive = folder.drive
        remote = drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == _REMOTE
        return "network drive" if remote else ""
    mounted = {point: kind for point, kind in _mounts().items() if folder.is_relative_to(point)}
    kind = mounted[max(mounted, key=lambda point: len(point.parts))] if mounted else ""
    return kind if _NETWORK.fullmatch(kind) else ""


def free_bytes(folder: Path) -> int:
    """What is free on the disk of a folder, or of the nearest one above that there is. Raises OSError."""
    return shutil.disk_usage(next(each for each in (folder, *folder.parents) if each.exists())).free


def _mounts() -> dict[PurePath, str]:
    """Where something is mounted, and of which type; nothing where the system does not tell."""
    try:
        if sys.platform == "darwin":
            told = subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=_SECONDS, check=True).stdout
            found = re.findall(r"^.+? on (.+) \((\w+)", told, re.MULTILINE)
        else:
            lines = _MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines()
            found = [(_unescaped(line.split(" ")[1]), line.split(" ")[2]) for line in lines if line.count(" ") > 1]
    except (OSError, subprocess.SubprocessError):
        return {}
    return {PurePath(point): kind for point, kind in found}


def _unescaped(point: str) -> str:
    """A path of /proc/mounts, where blanks are written as octal numbers."""
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), point)
