"""The form of every complaint about a file: where, what, why, and what mends it."""

from __future__ import annotations

import reprlib
from dataclasses import dataclass
from pathlib import PurePath

LONGEST = 900  # characters of a complaint; a name in a ZIP may have 65 thousand
QUOTED = 200  # characters of a value within it
_SHORT = reprlib.Repr()
_SHORT.maxstring = _SHORT.maxother = 120
_SHORT.maxlist = _SHORT.maxdict = _SHORT.maxlevel = 4


@dataclass(frozen=True, slots=True)
class Problem:
    """One breach. ``key`` is a key of the file, or a place in it such as ``line 12``."""

    path: str
    key: str
    cause: str
    cure: str

    def __str__(self) -> str:
        return one_line(f"{self.path}: {self.key}: {self.cause}; {self.cure}")


class ProblemError(Exception):
    """A problem that ends what was asked for: the file, the key, the cause and the cure."""

    def __init__(self, path: PurePath | str, key: str, cause: str, cure: str) -> None:
        self.problem = Problem(str(path), key, cause, cure)
        super().__init__(str(self.problem))


def one_line(text: str) -> str:
    """Return a text with everything escaped that could break the line or not be printed, and its middle cut out."""
    if len(text) > LONGEST:
        text = f"{text[: LONGEST // 2]} ... {text[-LONGEST // 2 :]}"
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode() for c in text)


def spelled(key: object) -> str:
    """Return a key as a complaint names it: as it is where it is a text to be seen, else quoted."""
    return key if isinstance(key, str) and key.strip() else shown(key)


def shown(value: object) -> str:
    """Quote a value that somebody wrote, shortened where it is long."""
    try:
        text = _SHORT.repr(value)
    except ValueError:  # Python refuses to write an integer of more than 4300 digits
        return "a number too long to show"
    return text if len(text) <= QUOTED else f"{text[:QUOTED]}..."
