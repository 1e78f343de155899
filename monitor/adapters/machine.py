"""The machine: how much room its disk has."""

import shutil
from pathlib import Path


def room(folder: Path) -> tuple[int, int]:
    """Say how many bytes are free on the disk of a folder, and how many it has; where it cannot be asked, it is as good as empty."""
    try:
        usage = shutil.disk_usage(folder)
    except OSError:
        return 1 << 62, 1 << 62
    return usage.free, usage.total
