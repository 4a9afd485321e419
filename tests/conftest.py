"""The catalogue, run once for all tests, and a small pair of examples to break in every way."""

from __future__ import annotations

import asyncio
import functools
import os
import signal
import sys
import textwrap
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import HealthCheck, settings

import harness
import lint_rules
import proof
import strace
import sync_pages
from audit_examples import Audit
from catalog import Catalog, Entry, Script, load

ROOT = Path(__file__).resolve().parent.parent

# The same examples on every run; `pytest --hypothesis-profile=search` looks for new ones.
# No time limits: a loaded machine is no finding.
settings.register_profile(
    "search", database=None, deadline=None, max_examples=20_000, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("fixed", settings.get_profile("search"), derandomize=True, max_examples=100)
settings.load_profile("fixed")

BAD = '''\
r"""A write that nobody awaits is lost.

---
failure: silent
expect:
  stdout: |
    stock: 0
grep: '^\\s+pass\\b'
innocent: nobody reads it
symptom: [lost-work]
lint: []
---
"""

stock = 0


# region snippet
def store(amount: int) -> None:
    pass  # BUG: keeps nothing


# endregion

store(5)
print("stock:", stock)
'''

GOOD = '''\
r"""A write that is done is seen.

---
expect:
  stdout: |
    stock: 5
---
"""

stock = 0


# region snippet
def store(amount: int) -> None:
    globals()["stock"] = amount  # FIX: keeps the amount


# endregion

store(5)
print("stock:", stock)
'''


PAGE = """\
# Stock

Text before.\u2028Still text.

## Lost write

The stock is wrong.

**Wrong**

<!-- snippet: examples/stock/lost-write/bad.py -->
<!-- endsnippet -->

**Why.** Nothing keeps it.

**Right**

<!-- snippet: examples/stock/lost-write/good.py -->
<!-- endsnippet -->

**When it is fine.** Never.

**Find it**

<!-- find: examples/stock/lost-write/bad.py -->
<!-- endfind -->

Text behind.
"""

# Started in the background, pytest ignores Ctrl-C, and so would the programs that a test interrupts.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@functools.cache
def whole_catalog() -> Catalog:
    """Read the repository's examples once, and only where a test wants them."""
    return load(ROOT)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Make one test of every entry, and of every script, named after it."""
    if "entry" in metafunc.fixturenames:
        metafunc.parametrize("entry", whole_catalog().entries, ids=lambda entry: entry.name)
    if "script" in metafunc.fixturenames:
        scripts = [script for entry in whole_catalog().entries for script in entry.scripts]
        metafunc.parametrize("script", scripts, ids=lambda script: "/".join(script.path.parts[2:]))


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    return whole_catalog()


@pytest.fixture(scope="session")
def audit() -> Audit | None:
    """What the examples reach while they run; None where there is no strace to see it."""
    try:
        return Audit()
    except strace.TraceError:
        return None


@pytest.fixture(scope="session")
def asked_for(request: pytest.FixtureRequest) -> tuple[Entry, ...]:
    """The entries that the selected tests are about: one for `-k ENTRY`, all without a selection."""
    wanted: set[PurePosixPath] = set()
    for item in request.session.items:
        parameters = item.callspec.params if isinstance(item, pytest.Function) and hasattr(item, "callspec") else {}
        match parameters:
            case {"entry": Entry(scripts=scripts)}:
                wanted |= {script.path for script in scripts}
            case {"script": Script(path=path)}:
                wanted.add(path)
    if not wanted:  # only tests of the whole were selected
        return whole_catalog().entries
    return tuple(entry for entry in whole_catalog().entries if not wanted.isdisjoint(s.path for s in entry.scripts))


@pytest.fixture(scope="session")
def report(asked_for: tuple[Entry, ...], audit: Audit | None) -> proof.Report:
    """Run the examples asked for once, side by side, under strace where it is there: one run serves both proofs."""
    return asyncio.run(_prove(asked_for, ROOT, audit.run if audit else harness.run))


@pytest.fixture(scope="session")
def findings(asked_for: tuple[Entry, ...]) -> Mapping[PurePosixPath, frozenset[str]]:
    """Run every linter once; LINT_ANEW asks the slow ones for all that they have said before.

    Of a part, they are asked anew: answers are kept for the whole catalogue, and the others would be dropped.
    """
    whole = len(asked_for) == len(whole_catalog().entries)
    answers = lint_rules.ANSWERS if whole and not os.environ.get("LINT_ANEW") else None
    return asyncio.run(lint_rules.findings(asked_for, answers))


class House:
    """A repository with one pair, ``stock/lost-write``, for a test to break."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.write("bad.py", BAD)
        self.write("good.py", GOOD)

    def path(self, name: str) -> Path:
        return self.root / "examples" / "stock" / "lost-write" / name

    def write(self, name: str, text: str | bytes) -> None:
        self.path(name).parent.mkdir(parents=True, exist_ok=True)
        self.path(name).write_bytes(text.encode() if isinstance(text, str) else text)

    def edit(self, name: str, old: str, new: str) -> None:
        text = self.path(name).read_text()
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        self.write(name, text.replace(old, new))

    def body(self, name: str, code: str, declaration: str) -> None:
        """Write a script of its own: the declaration's YAML and the code."""
        mark = "# BUG: here" if name == "bad.py" else "# FIX: here"
        extra = "grep: {none: reading}\nsymptom: [lost-work]\nlint: []\n" if name == "bad.py" else ""
        declared = textwrap.dedent(declaration) + extra
        self.write(name, f'r"""One point.\n\n---\n{declared}---\n"""\n{mark}\n{textwrap.dedent(code)}')

    def problems(self) -> list[str]:
        """Return what the catalogue says is wrong."""
        return [str(problem) for problem in load(self.root).problems]

    def complaints(self) -> dict[str, list[str]]:
        """Run the pair; return the complaints of each file that is not as declared."""
        found = asyncio.run(_prove(load(self.root).entries, self.root))
        return {result.script.path.name: result.complaints for result in found.having(proof.Status.FAILED)}


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


@pytest.fixture
def page(house: House) -> Path:
    path = house.root / "references" / "stock.md"
    path.parent.mkdir()
    path.write_text(PAGE)
    return path


def sync(house: House, *arguments: str) -> int:
    """Synchronise the pages of a house; return the exit status."""
    return sync_pages.main(["--root", str(house.root), *arguments])


async def _prove(entries: tuple[Entry, ...], root: Path, run: proof.Run = harness.run) -> proof.Report:
    interpreter = await proof.interpreter(sys.executable, entries)
    return await proof.prove(entries, root, interpreter, jobs=2 * proof.cores(), run=run)
