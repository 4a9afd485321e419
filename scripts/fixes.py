"""Defects that released packages fixed, as they stood in the release before: the lists, and the files of that release.

The releases are fetched by pip into a cache; none of their code enters this repository.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from proof import cores
from wheels import download, unpack
from yaml_text import read_records

NEAR = 3  # lines
REACH = Path("evals/reach/fixes.yaml")  # the patterns were made with these in sight
HELD_OUT = Path("evals/held-out/fixes.yaml")  # of packages that no pattern was made for
CACHE = Path(__file__).resolve().parent.parent / ".cache" / "reach"


@dataclass(frozen=True, slots=True)
class Fix:
    """One defect that a release fixed, as it stood in the release before."""

    package: str  # name==version, of the release that has the defect
    path: str
    places: tuple[tuple[int, int], ...]  # first and last line of the defect, then of others where it may be reported
    kind: str
    what: str

    @property
    def file(self) -> str:
        """The path below the folder that ``gather`` returns."""
        return f"{self.package}/{self.path}"

    @property
    def line(self) -> int:
        return self.places[0][0]

    def touched_by(self, hits: Iterable[range]) -> bool:
        """Say whether a hit, a range of lines, lies in the defect or at most NEAR lines beside it."""
        first, last = self.places[0]
        return any(hit.start <= last + NEAR and first - NEAR < hit.stop for hit in hits)


def load(path: Path) -> list[Fix]:
    """Read a list of fixes; ProblemError names the item that is not in form."""
    return read_records(path, _fix, "write before, path, lines, kind and what, and also where there are more lines")


def gather(fixes: Sequence[Fix], cache: Path, name: str) -> Path:
    """Copy the files that hold a defect into one folder of the cache, each below the name of its release."""
    folder = cache / name
    with ThreadPoolExecutor(2 * cores()) as pool:
        releases = sorted({fix.package for fix in fixes})
        sources = dict(zip(releases, pool.map(lambda release: _fetch(release, cache), releases), strict=True))
    for fix in fixes:
        target = folder / fix.file
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((sources[fix.package] / fix.path).read_bytes())
    return folder


def _fix(item: Mapping[str, Any]) -> Fix:
    places = tuple((int(first), int(last)) for first, last in (item["lines"], *item.get("also", ())))
    return Fix(item["before"], item["path"], places, item["kind"], item["what"])


def _fetch(package: str, cache: Path) -> Path:
    """Fetch one release and unpack its Python files; return their folder."""
    target = cache / package
    if target.exists():
        return target
    wheels = cache / f"{package}.wheel"
    download([package], wheels)
    unpack(next(wheels.glob("*.whl")), target)
    return target
