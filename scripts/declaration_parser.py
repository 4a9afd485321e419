"""Parses the declaration in the docstring of an example, and refuses one that could not prove or show anything.

Nothing here imports or runs an example: the docstring is taken from the first token of the file, so a script
that does not compile is read like any other.
"""

from __future__ import annotations

import ast
import io
import tokenize
from collections.abc import Callable, Collection
from pathlib import PurePath
from typing import Any, TypeVar

import yaml
from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import InvalidSpecifier, SpecifierSet

from declaration import (
    INNOCENT_LENGTH,
    LINTERS,
    PLATFORMS,
    SERVERS,
    SYMPTOMS,
    Bound,
    Correction,
    Declaration,
    DeclarationError,
    Expectation,
    Failure,
    Mark,
    Pattern,
    Requires,
    Role,
)
from problem import shown, spelled
from yaml_text import PlainLoader, YamlError, read

T = TypeVar("T")


class _Reader:
    """Turns YAML values into the types above, or says which file and key is wrong and what mends it."""

    def __init__(self, path: PurePath) -> None:
        self.path = path

    def error(self, key: str, cause: str, cure: str) -> DeclarationError:
        return DeclarationError(self.path, key, cause, cure)

    def mapping(self, key: str, value: Any, known: Collection[str]) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise self.error(key, f"a mapping was expected, not {shown(value)}", "write `key: value` lines")
        for name in value:
            if name not in known:
                at = f"{key}.{spelled(name)}" if key != "declaration" else spelled(name)
                raise self.error(at, "unknown key", f"use one of: {', '.join(sorted(known))}")
        return value

    def text(self, key: str, value: Any) -> str:
        if not isinstance(value, str) or not value.strip():
            raise self.error(key, f"a text was expected, not {shown(value)}", "write it in quotes")
        return value

    def texts(self, key: str, value: Any) -> tuple[str, ...]:
        if not isinstance(value, list):
            raise self.error(key, f"a list of texts was expected, not {shown(value)}", "write [a, b]")
        return tuple(self.text(f"{key}[{i}]", item) for i, item in enumerate(value))

    def choice(self, key: str, value: Any, known: Collection[str]) -> str:
        if value not in known:
            raise self.error(key, f"{shown(value)} is unknown", f"use one of: {', '.join(known)}")
        return str(value)

    def parsed(self, key: str, value: Any, parse: Callable[[str], T], form: str) -> T:
        try:
            return parse(self.text(key, value))
        except (ValueError, InvalidSpecifier, InvalidRequirement) as error:
            raise self.error(
                key, f"{shown(value)} does not parse ({str(error).splitlines()[0]})", f"write {form}"
            ) from error

    def expectation(self, key: str, value: Any, *, needs_python: bool) -> Expectation:
        known = ("exit", "stdout", "stderr", "metrics", "within", "python", "failure")
        given = self.mapping(key, value, known)
        result: dict[str, Any] = {}
        if "exit" in given:
            status = result["exit"] = given["exit"]
            if status != "timeout" and (type(status) is not int or not -64 <= status <= 255):  # -N: ended by signal N
                raise self.error(f"{key}.exit", f"{shown(status)} is no exit status", "write a number or `timeout`")
        if "stdout" in given:
            stdout, at = given["stdout"], f"{key}.stdout"
            as_list = isinstance(stdout, list)
            result["stdout"] = self.texts(at, stdout) if as_list else self.text(at, stdout)
        if "stderr" in given:
            result["stderr"] = self.texts(f"{key}.stderr", given["stderr"])
        if "metrics" in given:
            bounds, at = given["metrics"], f"{key}.metrics"
            known_names = bounds if isinstance(bounds, dict) else ()  # any name does
            result["metrics"] = {
                self.text(f"{at} name", name): self.parsed(
                    f"{at}.{name}", bound, Bound.parse, 'a bound such as ">= 0.8"'
                )
                for name, bound in self.mapping(at, bounds, known_names).items()
            }
        if "within" in given:
            result["within"] = given["within"]
            if type(given["within"]) not in (int, float) or not 0 < given["within"] <= 10:
                raise self.error(f"{key}.within", f"{shown(given['within'])} is no wait", "write seconds, 0-10")
            if given.get("exit") != "timeout":
                raise self.error(f"{key}.within", "only a hang is waited for", "add `exit: timeout`")
        if "failure" in given:
            result["failure"] = Failure(self.choice(f"{key}.failure", given["failure"], list(Failure)))
        if needs_python or "python" in given:
            result["python"] = self.specifiers(f"{key}.python", given.get("python"))
        return Expectation(**result)

    def expectations(self, value: Any) -> tuple[Expectation, ...]:
        if not isinstance(value, list):
            return (self.expectation("expect", value, needs_python=False),)
        return tuple(self.expectation(f"expect[{i}]", item, needs_python=True) for i, item in enumerate(value))

    def specifiers(self, key: str, value: Any) -> SpecifierSet:
        return self.parsed(key, value, SpecifierSet, 'a version range such as ">=3.12,<3.14"')

    def pattern(self, key: str, value: Any) -> Pattern:
        if isinstance(value, str):
            return Pattern(self.text(key, value))
        given = self.mapping(key, value, ("pattern", "multiline", "hits"))
        multiline = given.get("multiline", False)
        if type(multiline) is not bool:
            raise self.error(f"{key}.multiline", f"{shown(multiline)} is no truth value", "write true or false")
        hits = self.texts(f"{key}.hits", given["hits"]) if "hits" in given else ()
        return Pattern(self.text(f"{key}.pattern", given.get("pattern")), multiline, hits)

    def marks(self, value: Any) -> tuple[Mark, ...]:
        if not isinstance(value, list):
            raise self.error("marks", f"a list was expected, not {shown(value)}", "write - {pattern: ..., ask: ...}")
        found = []
        for i, item in enumerate(value):
            key = f"marks[{i}]"
            given = self.mapping(key, item, ("pattern", "multiline", "ask"))
            ask = self.text(f"{key}.ask", given.get("ask"))
            pattern = self.pattern(key, {name: value for name, value in given.items() if name != "ask"})
            found.append(Mark(pattern, ask))
        return tuple(found)

    def requires(self, value: Any) -> Requires:
        given = self.mapping("requires", value, ("python", "packages", "servers", "platform"))
        result: dict[str, Any] = {}
        if "python" in given:
            result["python"] = self.specifiers("requires.python", given["python"])
        if "packages" in given:
            result["packages"] = tuple(
                self.parsed(f"requires.packages[{i}]", name, Requirement, "a package such as aiohttp>=3.9")
                for i, name in enumerate(self.texts("requires.packages", given["packages"]))
            )
        if "servers" in given:
            result["servers"] = tuple(
                self.choice(f"requires.servers[{i}]", name, SERVERS)
                for i, name in enumerate(self.texts("requires.servers", given["servers"]))
            )
        if "platform" in given:
            result["platform"] = self.choice("requires.platform", given["platform"], PLATFORMS)
        return Requires(**result)

    def corrections(self, value: Any) -> tuple[Correction, ...]:
        if not isinstance(value, list):
            raise self.error(
                "corrects", f"a list was expected, not {shown(value)}", "write - {said: ..., instead: ...}"
            )
        found = []
        for i, item in enumerate(value):
            given = self.mapping(f"corrects[{i}]", item, ("said", "instead"))
            texts = (self.text(f"corrects[{i}].{key}", given.get(key)) for key in ("said", "instead"))
            found.append(Correction(*texts))
        return tuple(found)

    def lint(self, value: Any) -> tuple[str, ...]:
        rules = self.texts("lint", value)
        for rule in rules:
            linter, colon, code = rule.partition(":")
            if linter not in LINTERS or not colon or not code:
                raise self.error("lint", f"{shown(rule)} is no rule", f"write TOOL:RULE, TOOL of {LINTERS}")
        return rules


def parse(docstring: str, role: Role, path: PurePath) -> Declaration:
    """Parse the docstring of one example.

    ``path`` only labels errors. DeclarationError for the first thing that is wrong.
    """
    reader = _Reader(path)
    summary, given = _split(docstring, reader)
    known = {"expect", "flags", "requires", "lint"}
    if role is Role.BAD:
        known |= {"failure", "grep", "corrects", "innocent", "marks", "symptom"}
    given = reader.mapping("declaration", given, known)
    required = ("failure", "expect", "grep", "lint") if role is Role.BAD else ("expect",)
    for key in required:
        if key not in given:
            raise reader.error(key, "missing", f"{role}.py must declare {', '.join(required)}")

    fields: dict[str, Any] = {"expectations": reader.expectations(given["expect"])}
    if "flags" in given:
        fields["flags"] = reader.texts("flags", given["flags"])
    if "requires" in given:
        fields["requires"] = reader.requires(given["requires"])
    if "lint" in given:
        fields["lint"] = reader.lint(given["lint"])
    if "corrects" in given:
        fields["corrects"] = reader.corrections(given["corrects"])
    if "innocent" in given:
        fields["innocent"] = reader.text("innocent", given["innocent"])
    if "marks" in given:
        fields["marks"] = reader.marks(given["marks"])
    if "symptom" in given:
        words = reader.texts("symptom", given["symptom"])
        fields["symptoms"] = tuple(reader.choice(f"symptom[{i}]", word, SYMPTOMS) for i, word in enumerate(words))
    if role is Role.BAD:
        fields["failure"] = Failure(reader.choice("failure", given["failure"], list(Failure)))
        grep = given["grep"]
        if isinstance(grep, dict) and "none" in grep:
            reader.mapping("grep", grep, ("none",))
            fields["read_for"] = reader.text("grep.none", grep["none"])
        else:
            faces = grep if isinstance(grep, list) else [grep]
            if not faces:
                raise reader.error("grep", "empty", "write a pattern or {none: what to read for}")
            spoken = [face for face in faces if isinstance(face, dict) and "none" in face]
            if spoken:  # patterns for some faces, words for what bad.py itself shows
                reader.mapping("grep", spoken[0], ("none",))
                fields["read_for"] = reader.text("grep.none", spoken[0]["none"])
            written = [face for face in faces if face not in spoken]
            fields["patterns"] = tuple(reader.pattern(f"grep[{i}]", face) for i, face in enumerate(written))
    declaration = Declaration(summary, **fields)
    _check_shown(declaration, role, reader)
    _check_told(declaration, reader)
    return declaration


def _split(docstring: str, reader: _Reader) -> tuple[str, Any]:
    """Return the sentence and the YAML value of a docstring."""
    lines = docstring.split("\n")  # not splitlines(): a form feed or U+2028 is part of a text
    fences = [i for i, line in enumerate(lines) if line.rstrip() == "---"]
    if len(fences) != 2:
        raise reader.error(
            "docstring", f"{len(fences)} lines `---`, not 2", "put the declaration between two such lines"
        )
    summary = " ".join(" ".join(lines[: fences[0]]).split())
    if not summary.endswith("."):
        raise reader.error("docstring", "no sentence before the first `---`", "say the point, with a full stop")
    try:
        return summary, read("\n".join(lines[fences[0] + 1 : fences[1]]), _UniqueKeyLoader)[1]
    except YamlError as error:
        at = f"docstring line {error.line + fences[0] + 1}" if error.line else "docstring"
        raise reader.error(at, f"no valid YAML ({error.cause})", "quote the text") from error


class _UniqueKeyLoader(PlainLoader):
    """PyYAML lets the last of two equal keys win, which would hide half of a declaration."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[Any] = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                continue  # refused below
            if key.value in seen:
                problem = f"the key {key.value!r} stands twice"
                raise yaml.MarkedYAMLError(problem=problem, problem_mark=key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


def _check_shown(declaration: Declaration, role: Role, reader: _Reader) -> None:
    """Refuse an expectation that could not tell the fault from a script that does nothing."""
    several = len(declaration.expectations) > 1
    for index, expected in enumerate(declaration.expectations):
        key = f"expect[{index}]" if several else "expect"
        shown = bool(expected.stdout or expected.metrics)
        if role is not Role.BAD:
            if expected.failure is not None:
                raise reader.error(f"{key}.failure", "only bad.py fails", "delete the key")
            if not shown:
                raise reader.error(key, "nothing to show", "declare stdout or metrics")
            continue
        failure = expected.failure or declaration.failure
        assert failure is not None  # parse() requires it of bad.py
        fault = _missing(failure, expected, shown)
        if fault:
            raise reader.error(key, f"`failure: {failure}` but {fault}", "declare it, or name another failure")


def _check_told(declaration: Declaration, reader: _Reader) -> None:
    """Refuse an anti-pattern that the tables could not show: a phrase that is missing or too long, no symptom."""
    innocent = declaration.innocent
    if declaration.patterns and not innocent:
        raise reader.error("innocent", "missing", "a pattern needs it: say what makes its hits harmless")
    told = any(expected.stderr for expected in declaration.expectations)
    if declaration.failure and not told and not declaration.symptoms:
        raise reader.error("symptom", "missing", f"stderr tells nothing: use one of {', '.join(SYMPTOMS)}")
    if innocent and len(innocent) > INNOCENT_LENGTH:
        cause = f"{len(innocent)} characters, at most {INNOCENT_LENGTH}"
        raise reader.error("innocent", cause, "say it in fewer words; the page says it in full")


def _missing(failure: Failure, expected: Expectation, shown: bool) -> str | None:
    """Return what an expectation lacks to show this failure, or None."""
    ends_well, ends_never = expected.exit == 0, expected.exit == "timeout"
    rules: dict[Failure, tuple[tuple[bool, str], ...]] = {
        Failure.SILENT: (
            (ends_well, "exit is not 0"),
            (not expected.stderr, "stderr is not empty"),
            (shown, "neither stdout nor metrics show it"),
        ),
        Failure.EXCEPTION: (
            (not ends_well and not ends_never, "exit is 0 or timeout"),
            (bool(expected.stderr), "stderr names no message"),
        ),
        Failure.WARNING: ((ends_well, "exit is not 0"), (bool(expected.stderr), "stderr names no message")),
        Failure.BLOCKS_LOOP: (("frozen_share" in expected.metrics, "metrics lack frozen_share"),),
        Failure.HANG: (
            (ends_never, "exit is not timeout"),
            (bool(expected.stdout), "stdout does not show how far it came"),
        ),
        Failure.LEAK: ((shown or bool(expected.stderr), "neither output nor metrics show it"),),
    }
    return next((fault for holds, fault in rules[failure] if not holds), None)


def read_docstring(source: str) -> tuple[str, int] | None:
    """Return the docstring of a script and the number of the last line it stands on, or None.

    Tokens are enough, so a file that does not compile is read too.
    """
    skipped = (tokenize.COMMENT, tokenize.NL, tokenize.ENCODING)
    try:
        for token in tokenize.generate_tokens(io.StringIO(source).readline):
            if token.type in skipped:
                continue
            if token.type != tokenize.STRING:
                return None
            text = ast.literal_eval(token.string)
            return (text, token.end[0]) if isinstance(text, str) else None
    except (tokenize.TokenError, SyntaxError, ValueError):  # ValueError: an f-string, a NUL
        return None
    return None
