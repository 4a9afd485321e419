"""Finds the command-line tools that are installed beside the running interpreter."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path


def tool(name: str) -> str:
    """Return the path of a tool of this virtual environment.

    The one on PATH would be another version than the one the project pins. FileNotFoundError, with the
    cure, where it is not installed.
    """
    path = shutil.which(name, path=str(Path(sys.executable).parent))
    if path is None:
        raise FileNotFoundError(f"{name} is not installed beside {sys.executable}; run `make .venv` and use .venv")
    return path
