"""The form of every complaint about a file: where, what, why, and what mends it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One breach. ``key`` is a key of the file, or a place in it such as ``line 12``."""

    path: str
    key: str
    cause: str
    cure: str

    def __str__(self) -> str:
        return f"{self.path}: {self.key}: {self.cause}; {self.cure}"
