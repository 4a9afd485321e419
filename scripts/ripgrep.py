"""Searches with ripgrep, the engine behind the Grep tool of reviewers, as that tool calls it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path

from declaration import Pattern
from tools import tool


def joined(patterns: Iterable[Pattern]) -> Pattern:
    """Return one pattern that finds what any of these finds; it searches several lines if they do."""
    patterns = tuple(patterns)
    texts = [pattern.pattern for pattern in patterns]
    text = "|".join(texts) if len(texts) < 2 else "|".join(f"(?:{text})" if "|" in text else text for text in texts)
    return Pattern(text, multiline=any(pattern.multiline for pattern in patterns))


def search(pattern: Pattern, folder: Path) -> dict[str, list[range]]:
    """Search the Python files of a folder; return the lines of each match by the file's path in it.

    RuntimeError for a pattern that ripgrep refuses.
    """
    multiline = ["--multiline", "--multiline-dotall"] if pattern.multiline else []
    options = ["--no-config", "--no-ignore", "--json", "--type", "py", *multiline, "--regexp", pattern.pattern, "."]
    answer = subprocess.run([tool("rg"), *options], cwd=folder, capture_output=True, text=True, check=False)
    if answer.returncode > 1:
        raise RuntimeError(f"ripgrep refuses {pattern.pattern!r}: {answer.stderr.strip()}")
    matches: dict[str, list[range]] = {}
    for line in answer.stdout.splitlines():
        event = json.loads(line)
        if event["type"] != "match" or "text" not in event["data"]["lines"]:
            continue
        first, text = event["data"]["line_number"], event["data"]["lines"]["text"]
        path = event["data"]["path"]["text"].removeprefix("./")
        matches.setdefault(path, []).append(range(first, first + len(text.splitlines())))
    return matches
