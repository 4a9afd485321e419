"""Fetches released packages as wheels and unpacks their Python files, to search them; none is installed."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from collections.abc import Collection, Sequence
from pathlib import Path


class FetchError(Exception):
    """A package cannot be fetched: which, what pip says, and what helps."""


def download(requirements: Sequence[str], folder: Path) -> None:
    """Fetch wheels into a folder; ``requirements`` are pip's arguments, such as ``redis==5.0.1``."""
    options = ["--quiet", "--no-deps", "--only-binary=:all:", "--dest", str(folder), *requirements]
    answer = subprocess.run(
        [sys.executable, "-m", "pip", "download", *options], capture_output=True, text=True, check=False
    )
    if answer.returncode:
        reasons = [line for line in answer.stderr.splitlines() if line.startswith("ERROR")] or ["no reason given"]
        raise FetchError(f"{requirements[-1]}: pip cannot fetch: {reasons[-1]}; correct the pin")


def unpack(wheel: Path, target: Path, without: Collection[str] = ()) -> None:
    """Unpack the Python files of a wheel, except those with one of some parts in their path."""
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            if name.endswith(".py") and not set(without) & set(name.split("/")):
                archive.extract(name, target)
