"""Reads YAML that anybody may have written: a value, or one error with the line and the cause."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import yaml

from problem import ProblemError

_Record = TypeVar("_Record")

DEPTH = 50  # brackets within brackets; PyYAML needs time that grows with the square of their number


class YamlError(Exception):
    """What is wrong with a text as YAML. ``line`` counts from 1; None where it is not known."""

    def __init__(self, cause: str, line: int | None) -> None:
        super().__init__(cause)
        self.cause, self.line = cause, line


class PlainLoader(yaml.SafeLoader):
    """YAML without aliases: a few lines of them can stand for gigabytes, and nothing here needs them."""

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            event = self.get_event()  # type: ignore[no-untyped-call]
            raise yaml.MarkedYAMLError(problem=f"alias *{event.anchor}", problem_mark=event.start_mark)
        return super().compose_node(parent, index)

    def fetch_flow_collection_start(self, token_class: type[yaml.Token]) -> None:
        if self.flow_level >= DEPTH:
            raise yaml.MarkedYAMLError(problem="nested too deeply", problem_mark=self.get_mark())
        super().fetch_flow_collection_start(token_class)


def read(text: str, loader_class: type[PlainLoader] = PlainLoader) -> tuple[yaml.Node | None, Any]:
    """Return the node and the value of a YAML text, or YamlError."""
    try:
        loader = loader_class(text)
        try:
            node = loader.get_single_node()
            return node, None if node is None else loader.construct_document(node)
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise YamlError(str(error.problem or error.context), mark.line + 1 if mark else None) from error
    except yaml.reader.ReaderError as error:
        raise YamlError(
            f"character {error.character:#x}: {error.reason}", text.count("\n", 0, error.position) + 1
        ) from error
    except RecursionError as error:
        raise YamlError("nested too deeply", None) from error
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        # What PyYAML lets pass of int(), date() and its own look-ups: `2024-99-99`, `!!int x`, `!!timestamp x`.
        raise YamlError(f"a value does not fit its type: {error}", None) from error


def read_records(path: Path, build: Callable[[Mapping[str, Any]], _Record], cure: str) -> list[_Record]:
    """Return what ``build`` makes of each mapping of a list; ProblemError names the line or the item not in form.

    ``build`` says so by KeyError, TypeError or ValueError. FileNotFoundError where there is no file.
    """
    try:
        _, items = read(path.read_text(encoding="utf-8"))
    except (YamlError, UnicodeDecodeError) as error:
        line = getattr(error, "line", None)
        raise ProblemError(path, f"line {line}" if line else "file", f"cannot be read ({error})", cure) from error
    if not isinstance(items, list):
        raise ProblemError(path, "file", "not a list", cure)
    records = []
    for index, item in enumerate(items):
        try:
            if not isinstance(item, dict):
                raise TypeError("not a mapping")
            records.append(build(item))
        except (KeyError, TypeError, ValueError) as error:
            raise ProblemError(path, f"[{index}]", f"not in form ({error!r})", cure) from error
    return records
