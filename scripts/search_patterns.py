"""Proves the search patterns of the declarations with ripgrep, the engine behind the reviewer's Grep tool.

A pattern is right when it finds the marked statement of bad.py, or every line that it declares under
``hits``, and finds nothing in good.py. A mark is right when it points to a place near the marked statement.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import ripgrep
from catalog import Entry, Script
from declaration import Pattern

NEAR = 3  # lines between a mark and the fault that it points to


def complaints(entry: Entry) -> list[str]:
    """Return what is wrong with the patterns of a pair; nothing for a pattern without a bad twin."""
    if entry.bad is None or entry.good is None:
        return []
    found: list[str] = []
    reached = False
    for pattern in entry.bad.declaration.patterns:
        in_bad, in_good, in_hits = _search(pattern, entry.bad, entry.good)
        reached |= any(_overlap(lines, entry.bad.marked_statement) for lines in in_bad)
        if in_good:
            found.append(f"{entry.good.path}:{in_good[0].start}: pattern {pattern.pattern!r} finds it: false alarm")
        missed = [text for text, lines in zip(pattern.hits, in_hits, strict=True) if not lines]
        found += [f"{entry.bad.path}: pattern {pattern.pattern!r} misses the face {text!r}" for text in missed]
        if not in_bad and not pattern.hits:
            found.append(f"{entry.bad.path}: pattern {pattern.pattern!r} finds nothing: missed alarm")
    for mark in entry.bad.declaration.marks:
        in_bad, _, _ = _search(mark.pattern, entry.bad, entry.good)
        near = [range(lines.start - NEAR, lines.stop + NEAR) for lines in in_bad]
        if not any(_overlap(lines, entry.bad.marked_statement) for lines in near):
            found.append(f"{entry.bad.path}: mark {mark.pattern.pattern!r} is not near the BUG line: missed alarm")
    if entry.bad.declaration.patterns and not entry.bad.declaration.read_for and not reached:
        found.append(f"{entry.bad.path}:{entry.bad.marked_line}: no pattern finds the BUG line: missed alarm")
    return found


def _search(pattern: Pattern, bad: Script, good: Script) -> tuple[list[range], list[range], list[list[range]]]:
    """Return the lines of every match in bad.py, in good.py, and in each of the declared faces."""
    with tempfile.TemporaryDirectory(prefix="patterns-") as folder:
        names = ["bad.py", "good.py", *(f"hit-{i}.py" for i in range(len(pattern.hits)))]
        texts = [_without_docstring(bad), _without_docstring(good), *pattern.hits]
        for name, text in zip(names, texts, strict=True):
            Path(folder, name).write_text(text, encoding="utf-8")
        matches = ripgrep.search(pattern, Path(folder))
    return matches.get("bad.py", []), matches.get("good.py", []), [matches.get(n, []) for n in names[2:]]


def _without_docstring(script: Script) -> str:
    """Blank the declaration, which names the fault and would be found itself; line numbers stay."""
    lines = script.source.splitlines(keepends=True)
    return "\n" * script.docstring_end + "".join(lines[script.docstring_end :])


def _overlap(one: range, other: range) -> bool:
    return max(one.start, other.start) < min(one.stop, other.stop)
