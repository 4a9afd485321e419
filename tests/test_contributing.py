"""CONTRIBUTING.md tells the truth: its walk works as it stands, and the guards say what it says they say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from conftest import ROOT, House

import lint_rules
import search_patterns
import sync_pages
from catalog import load
from pages import Page
from validate_skill import Skill, problems

GUIDE = Page((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
DRIFT = "references/lost-wakeups.md: out of step with the examples; run: make sync"
FRONT = '---\nname: x\ndescription: "Reviews async code."\n---\n\n[a](references/lost-wakeups.md)\n'


def fences(page: Page, language: str) -> list[str]:
    return ["".join(page.lines[f.first : f.last - 1]) for f in page.fences if f.language == language]


class Walk(House):
    """A repository that holds what the walk of CONTRIBUTING.md adds, and nothing else."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        for name, text in zip(("bad.py", "good.py"), fences(GUIDE, "python"), strict=True):
            self.write(name, text)
        (section,) = fences(GUIDE, "markdown")
        self.page = root / "references" / "lost-wakeups.md"
        self.page.parent.mkdir()
        self.page.write_text(f"# Lost wakeups\n\n{section}")
        (root / "SKILL.md").write_text(FRONT)

    def path(self, name: str) -> Path:
        return self.root / "examples" / "lost-wakeups" / "uncleared-event" / name

    def in_page(self, old: str, new: str) -> None:
        text = self.page.read_text()
        assert text.count(old) == 1
        self.page.write_text(text.replace(old, new))

    def sync(self, *arguments: str) -> int:
        return sync_pages.main(["--root", str(self.root), *arguments])

    def guards(self) -> list[str]:
        """Ask every guard but the linters; those behind the declarations only where these can be read."""
        catalog = load(self.root)
        found = [str(problem) for problem in problems(Skill.from_folder(self.root)) if problem.key != "name"]
        if catalog.problems:
            return found + [str(problem) for problem in catalog.problems]
        found += [line for lines in self.complaints().values() for line in lines]
        return found + [line for entry in catalog.entries for line in search_patterns.complaints(entry)]


@pytest.fixture
def walk(tmp_path: Path) -> Walk:
    return Walk(tmp_path / "walk")


def test_walk_works_as_it_stands(walk: Walk) -> None:
    assert walk.sync() == 0
    assert walk.sync("--check") == 0
    assert walk.guards() == []


def both_show_the_same(walk: Walk) -> None:
    for name, saves in (("bad.py", 5), ("good.py", 1)):
        walk.edit(name, f"stdout: |\n    changes: 1, saves: {saves}", 'stdout: ["changes: 1"]')


BROKEN: dict[str, Callable[[Walk], object]] = {
    "key missing": lambda walk: walk.edit("bad.py", "failure: silent\n", ""),
    "key unknown": lambda walk: walk.edit("bad.py", "symptom:", "symtom:"),
    "no word on its hits": lambda walk: walk.edit("bad.py", "innocent:", "#"),
    "nothing shown": lambda walk: walk.edit("bad.py", "  stdout: |\n    changes: 1, saves: 5", "  exit: 0"),
    "no twin": lambda walk: walk.path("good.py").unlink(),
    "other file": lambda walk: walk.write("notes.txt", ""),
    "no mark": lambda walk: walk.edit("good.py", "  # FIX: it waits for the next change", ""),
    "no fault": lambda walk: walk.edit("bad.py", "        await save", "        changed.clear()\n        await save"),
    "twins alike": both_show_the_same,
    "pattern finds nothing": lambda walk: walk.edit("bad.py", search_of_walk(), "'deposit'"),
    "pattern finds the cure": lambda walk: walk.edit("bad.py", search_of_walk(), "'await changed'"),
    "no section": lambda walk: walk.in_page("## Uncleared event", "## Event"),
    "no label": lambda walk: walk.in_page("**When it is fine.**", ""),
    "code by hand": lambda walk: walk.in_page("<!-- endfind -->", "<!-- endfind -->\n\n```python\n```"),
    "too long": lambda walk: walk.in_page("# Lost wakeups\n", "# Lost wakeups\n" + "More.\n" * 570),
    "drift": lambda walk: walk.edit("bad.py", "once set, it", "once set it"),
    "no way to a page": lambda walk: (walk.root / "references" / "wake-ups.md").write_text("# Wake-ups\n"),
}


def search_of_walk() -> str:
    return next(line for line in fences(GUIDE, "python")[0].splitlines() if "pattern: " in line).partition(": ")[2]


def test_guards_say_what_the_guide_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = {line.removesuffix(" ...") for text in fences(GUIDE, "text") for line in text.splitlines()}
    heard: set[str] = set()
    for name, damage in BROKEN.items():
        walk = Walk(tmp_path / name)
        assert walk.sync() == 0
        damage(walk)
        walk.sync("--check")
        answer = "\n".join([*walk.guards(), capsys.readouterr().err])
        lines = {line for line in said if line in answer}
        assert lines - {DRIFT} or name == "drift", f"{name}: the guide does not say what came: {answer}"
        heard |= lines
    for lint, found in (("[]", frozenset({"ruff:ASYNC110"})), ("[ruff:ASYNC110]", frozenset[str]())):
        walk = Walk(tmp_path / lint)
        walk.edit("bad.py", "lint: []", f"lint: {lint}")
        bad = load(walk.root).entries[0].bad
        assert bad
        heard |= set(lint_rules.complaints(bad, found))
    # What is left depends on the size of this repository's own pages, or is said by pytest.
    assert {line for line in said - heard if not line.startswith(("E  ", "SKILL.md: review:"))} == set()


def test_a_report_asks_for_the_script_that_shows_it() -> None:
    forms = [ROOT / ".github" / "ISSUE_TEMPLATE" / name for name in ("claim-is-wrong.yml", "missing-pitfall.yml")]
    for form in forms:
        fields = {field.get("id"): field for field in yaml.safe_load(form.read_text())["body"]}
        assert fields["script"]["validations"]["required"] is True, form.name
