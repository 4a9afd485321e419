"""Checks the frontmatter of SKILL.md: the keys, types and lengths that the Agent Skill format allows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import yaml

from problem import Problem, shown, spelled
from yaml_text import YamlError, read

REQUIRED = ("name", "description")
NAME_LENGTH = 64
DESCRIPTION_LENGTH = 1024
COMPATIBILITY_LENGTH = 500
RESERVED = ("claude", "anthropic")
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

Breach = tuple[str, str]  # the cause and the cure


def split(text: str) -> tuple[str, str] | None:
    """Return the YAML between the first two ``---`` lines and the body behind; None where they are not there."""
    lines = text.split("\n")
    fences = [i for i, line in enumerate(lines) if line.rstrip() == "---"]
    if len(fences) < 2 or fences[0] != 0:
        return None
    return "\n".join(lines[1 : fences[1]]), "\n".join(lines[fences[1] + 1 :])


def problems(text: str, folder: str | None) -> Iterator[Problem]:
    """Yield every breach in a SKILL.md; ``folder`` is the name it must have, None where any will do."""
    parts = split(text)
    if parts is None:
        if text.startswith("\ufeff"):
            cause = "begins with a byte-order mark"
        else:
            cause = "no frontmatter between two lines `---`"
        yield Problem("SKILL.md", "line 1", cause, "let the first line be `---`, and end it with another")
        return
    try:
        node, given = read(parts[0])
    except YamlError as error:
        line = f"line {error.line + 1}" if error.line else "frontmatter"
        yield Problem("SKILL.md", line, f"no valid YAML ({error.cause})", "quote the value")
        return
    if not isinstance(given, dict) or not isinstance(node, yaml.MappingNode):
        yield Problem("SKILL.md", "frontmatter", "not a mapping", "write `key: value` lines")
        return
    for key in given:
        if key not in _CHECKS:
            yield Problem("SKILL.md", spelled(key), "unknown key", f"use one of: {', '.join(_CHECKS)}")
    for key in REQUIRED:
        if key not in given:
            yield Problem("SKILL.md", key, "missing", f"add `{key}:` to the frontmatter")
    for key, check in _CHECKS.items():
        if key in given:
            yield from (Problem("SKILL.md", key, cause, cure) for cause, cure in check(given[key]))
    yield from _duplicates_and_breaks(node)
    name = given.get("name")
    if folder is not None and isinstance(name, str) and name != folder:
        cause = f"{shown(name)}, but the folder is {folder!r}"
        yield Problem("SKILL.md", "name", cause, "give both the same name")


def _duplicates_and_breaks(node: yaml.MappingNode) -> Iterator[Problem]:
    """Yield keys that stand twice, and a description over several lines, which some clients cut."""
    names = [key.value for key, _ in node.value]
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield Problem("SKILL.md", spelled(name), "stands twice", "keep one")
    for key, value in node.value:
        if key.value == "description" and value.start_mark.line != value.end_mark.line:
            yield Problem("SKILL.md", "description", "on more than one line", "write one line, in quotes")


def _text(value: Any, limit: int) -> Iterator[Breach]:
    if not isinstance(value, str) or not value.strip():
        yield f"a text was expected, not {shown(value)}", "write it in quotes"
    elif len(value) > limit:
        yield f"{len(value)} characters, at most {limit}", f"cut {len(value) - limit} of them"


def _name(value: Any) -> Iterator[Breach]:
    yield from _text(value, NAME_LENGTH)
    if not isinstance(value, str):
        return
    if not _NAME.fullmatch(value):
        yield f"{shown(value)} is not kebab-case", "use a-z, 0-9 and single hyphens between them"
    for word in RESERVED:
        if word in value:
            yield f"{word!r} is reserved", "choose a name without it"


def _description(value: Any) -> Iterator[Breach]:
    yield from _text(value, DESCRIPTION_LENGTH)
    if isinstance(value, str) and ("<" in value or ">" in value):
        yield "holds < or >", "write it without tags"


def _short_text(value: Any) -> Iterator[Breach]:
    return _text(value, COMPATIBILITY_LENGTH)


def _metadata(value: Any) -> Iterator[Breach]:
    if not isinstance(value, dict):
        yield f"a mapping was expected, not {shown(value)}", "write `key: value` lines below it"
        return
    for key, item in value.items():
        if not isinstance(key, str) or not isinstance(item, str):
            yield f"{shown(key)}: {shown(item)} is no text", 'quote it, as in version: "2.0"'


def _tools(value: Any) -> Iterator[Breach]:
    if not isinstance(value, str) or "," in value:
        yield f"{shown(value)} is no space-separated text", "write `allowed-tools: Read Grep Glob`"


_CHECKS: dict[str, Callable[[Any], Iterator[Breach]]] = {
    "name": _name,
    "description": _description,
    "license": _short_text,
    "compatibility": _short_text,
    "metadata": _metadata,
    "allowed-tools": _tools,
}
